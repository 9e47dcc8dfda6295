//! How a source's rows are written: with cells left out, or not in the order of time.

use std::collections::BTreeMap;

use super::{
    Code, Finding, cells,
    desk::{Desk, Told, days},
};
use crate::{
    model::{SourceIndex, Status},
    time::{Day, When},
};

/// `missing-cell`: a source leaves out country, place or leader. Of a trip that was cancelled none is expected.
pub(super) fn missing_cells(desk: &Desk<'_>) -> Vec<Finding> {
    let told = desk.told().filter(|told| told.trip.status != Status::Cancelled);
    told.filter_map(|told| {
        let message = format!("{}: leaves out {}", desk.row(told), cells::missing(told.account)?);
        Some(desk.about_trips(Code::MissingCell, message, desk.place(told), [told.index]))
    })
    .collect()
}

/// `out-of-order`: a row certainly begins before the source's row above it. A rumour is no row.
pub(super) fn out_of_order(desk: &Desk<'_>) -> Vec<Finding> {
    let mut above: BTreeMap<SourceIndex, Told<'_>> = BTreeMap::new();
    let mut found = Vec::new();
    for told in desk.told().filter(|told| told.trip.status != Status::Rumoured) {
        let Some(before) = above.insert(told.account.source, told) else { continue };
        let (when, when_before) = (&told.account.when, &before.account.when);
        let Some(early) = earliest_start(when_before).map(|start| start - latest_start(when)) else { continue };
        if 0 < early {
            let at_least = if when.is_exact() && when_before.is_exact() { "" } else { "at least " };
            let message = format!(
                "{}: begins {at_least}{} before the row above it, {}, {}",
                desk.row(told),
                days(early),
                before.account.when.words(),
                desk.country(before.trip.country),
            );
            found.push(desk.about_trips(Code::OutOfOrder, message, desk.place(told), [before.index, told.index]));
        }
    }
    found
}

/// The last day on which it can have begun.
fn latest_start(when: &When) -> Day {
    when.certain_days().hull().map_or(when.possible().last(), crate::time::Span::start)
}

/// The first day on which it can have begun; `None` when any day before will do.
fn earliest_start(when: &When) -> Option<Day> {
    (!when.open_ends().start).then(|| when.possible().start())
}
