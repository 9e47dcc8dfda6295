//! Trips added up: how many there are, and their days.

use super::counted::CountedTrip;
use crate::model::query::TripDays;
use crate::text::{days, grouped};
use crate::time::{DaySet, Span};

/// A number of days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayCount {
    /// Those that are certain.
    pub certain: i32,
    /// Those that are possible, the certain ones included.
    pub possible: i32,
}

/// One trip or more, added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TripSum {
    /// How many trips.
    pub trips: usize,
    /// Their days, each once.
    pub days: DayCount,
    /// From the first to the last day of any of them.
    pub span: Span,
}

/// Trips while they are added up.
#[derive(Default)]
pub(super) struct Tally {
    trips: usize,
    span: Option<Span>,
    certain: Vec<Span>,
    possible: Vec<Span>,
}

impl DayCount {
    /// The days of a trip.
    pub(super) fn of(days: &TripDays) -> Self {
        Self { certain: days.certain.days(), possible: days.possible.days() }
    }

    /// In words: `9 days`, `at most 30 days`, `9 days for certain, at most 39`.
    #[must_use]
    pub fn describe(self) -> String {
        match (self.certain, self.possible) {
            (certain, possible) if certain == possible => days(certain),
            (0, possible) => format!("at most {}", days(possible)),
            (certain, possible) => {
                let possible = grouped(usize::try_from(possible).unwrap_or_default());
                format!("{} for certain, at most {possible}", days(certain))
            }
        }
    }
}

impl Tally {
    /// Adds a trip.
    pub(super) fn add(&mut self, trip: &CountedTrip<'_>) {
        self.trips += 1;
        self.span = Some(self.span.map_or(trip.span, |span| span.hull(trip.span)));
        self.certain.extend_from_slice(trip.days.certain.spans());
        self.possible.extend_from_slice(trip.days.possible.spans());
    }

    /// What they come to; `None` where none was added.
    pub(super) fn sum(self) -> Option<TripSum> {
        let days = |spans: Vec<Span>| spans.into_iter().collect::<DaySet>().days();
        let days = DayCount { certain: days(self.certain), possible: days(self.possible) };
        Some(TripSum { trips: self.trips, days, span: self.span? })
    }
}
