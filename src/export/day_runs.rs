//! Runs of days as other programs read them.

use serde::Serialize;

use crate::model::TripDays;
use crate::time::{DaySet, Span};

/// Days in three values: runs in EDTF, those that are certain among those that are possible too.
#[derive(Debug, Serialize)]
pub(super) struct DaysRow {
    /// Days that are certain.
    pub(super) certain: Vec<String>,
    /// Days that are possible.
    pub(super) possible: Vec<String>,
}

impl DaysRow {
    pub(super) fn new(days: &TripDays) -> Self {
        Self { certain: edtf(&days.certain), possible: edtf(&days.possible) }
    }
}

/// Each run of days as EDTF: `1957-11-04/1957-11-21`, `1959-10-01`.
fn edtf(days: &DaySet) -> Vec<String> {
    let text = |span: &Span| match span.days() {
        1 => span.start().to_string(),
        _ => format!("{}/{}", span.start(), span.last()),
    };
    days.spans().iter().map(text).collect()
}
