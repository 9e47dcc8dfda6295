//! How long a traveller was abroad at a stretch.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::model::facts::{TravellerIndex, TripIndex};
use crate::time::Span;

/// At most so many absences are told.
pub const MOST_ABSENCES: usize = 10;

/// Days without a gap on each of which a traveller was certainly abroad.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Who.
    pub traveller: TravellerIndex,
    /// Which days.
    pub days: Span,
    /// The trips that took these days, in the order of time.
    pub trips: Vec<TripIndex>,
}

/// Days that are certain of one trip.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Away {
    pub(super) traveller: TravellerIndex,
    pub(super) days: Span,
    pub(super) trip: TripIndex,
}

/// The longest absences, the longest first; of equal ones the earliest.
pub(super) fn longest(mut away: Vec<Away>) -> Vec<Absence> {
    away.sort_unstable();
    let mut runs: Vec<(TravellerIndex, Span, Range<usize>)> = Vec::new();
    for (at, part) in away.iter().enumerate() {
        match runs.last_mut() {
            Some((traveller, days, parts)) if *traveller == part.traveller && part.days.start() <= days.end() => {
                *days = days.hull(part.days);
                parts.end = at + 1;
            }
            _ => runs.push((part.traveller, part.days, at..at + 1)),
        }
    }
    runs.sort_by_key(|(traveller, days, _)| (Reverse(days.days()), *days, *traveller));
    runs.truncate(MOST_ABSENCES);
    let absence = |(traveller, days, parts): (_, _, Range<usize>)| {
        let mut known = BTreeSet::new();
        let trips = away.get(parts).unwrap_or_default().iter().map(|part| part.trip);
        Absence { traveller, days, trips: trips.filter(|&trip| known.insert(trip)).collect() }
    };
    runs.into_iter().map(absence).collect()
}
