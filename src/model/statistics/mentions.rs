//! The trips that tell of a leader or a place.

use super::stays::Stay;
use crate::model::facts::TripIndex;
use crate::time::Span;

/// One trip or more of which something is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mentions {
    /// In the order of time, each once.
    pub trips: Vec<TripIndex>,
    /// From the first to the last day of any of them.
    pub span: Span,
}

impl Mentions {
    pub(super) fn first(stay: &Stay) -> Self {
        Self { trips: vec![stay.trip], span: stay.span }
    }

    /// Adds another mention; stays come in the order of time, and one may come several times.
    pub(super) fn add(&mut self, stay: &Stay) {
        if self.trips.last() != Some(&stay.trip) {
            self.trips.push(stay.trip);
            self.span = self.span.hull(stay.span);
        }
    }
}
