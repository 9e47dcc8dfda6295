//! How long the trips took.

use std::collections::BTreeMap;

use super::sums::DayCount;
use crate::data::StayLength;
use crate::model::facts::TripIndex;
use crate::model::query::VisitCount;
use crate::time::Span;

/// A trip that is visible and counted, with its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    /// Which trip.
    pub trip: TripIndex,
    /// From its first to its last day.
    pub span: Span,
    /// How many days it took.
    pub days: DayCount,
}

/// How many stays are of each length: for certain where the fewest and the most days are of one, else possibly.
pub(super) fn lengths(stays: &[Stay]) -> BTreeMap<StayLength, VisitCount> {
    let mut lengths: BTreeMap<_, VisitCount> =
        StayLength::ALL.iter().map(|&length| (length, VisitCount::default())).collect();
    for stay in stays {
        let (shortest, longest) = (StayLength::of(stay.days.certain), StayLength::of(stay.days.possible));
        for (_, count) in lengths.iter_mut().filter(|(length, _)| (shortest..=longest).contains(*length)) {
            count.certain += usize::from(shortest == longest);
            count.possible += usize::from(shortest != longest);
        }
    }
    lengths
}
