//! What every check works with: the facts, the text they stand in, and how findings speak.

use super::{Code, Finding};
use crate::{
    data::{Place, SourceText},
    model::{Account, Chronicle, CountryIndex, EventIndex, SourceIndex, Trip, TripIndex},
};

/// The facts of a file beside its text.
pub(super) struct Desk<'a> {
    pub(super) chronicle: &'a Chronicle,
    pub(super) text: &'a SourceText,
}

/// An account with the trip it tells of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told<'a> {
    pub(super) index: TripIndex,
    pub(super) trip: &'a Trip,
    pub(super) account: &'a Account,
}

impl<'a> Desk<'a> {
    /// Every account of every trip, in the order of the file.
    pub(super) fn told(&self) -> impl Iterator<Item = Told<'a>> {
        let trips = self.chronicle.indexed_trips();
        trips.flat_map(|(index, trip)| trip.accounts().iter().map(move |account| Told { index, trip, account }))
    }

    pub(super) fn source(&self, index: SourceIndex) -> &'a str {
        &self.chronicle.source(index).name
    }

    pub(super) fn country(&self, index: CountryIndex) -> &'a str {
        &self.chronicle.country(index).name
    }

    /// `List has 4–21 November 1957`
    pub(super) fn has(&self, account: &Account) -> String {
        format!("{} has {}", self.source(account.source), account.when.words())
    }

    /// `List, 3–25 March 1949, Soviet Union`
    pub(super) fn row(&self, told: Told<'_>) -> String {
        let Told { trip, account, .. } = told;
        format!("{}, {}, {}", self.source(account.source), account.when.words(), self.country(trip.country))
    }

    /// `Bulgaria, 4–6 June 1975 (List)`
    pub(super) fn stay(&self, told: Told<'_>) -> String {
        let Told { trip, account, .. } = told;
        format!("{}, {} ({})", self.country(trip.country), account.when.words(), self.source(account.source))
    }

    /// Where the account's dates stand; its source where another account of the trip has the same dates before it.
    pub(super) fn place(&self, told: Told<'_>) -> Place {
        let Told { trip, account, .. } = told;
        let dates = account.when.edtf();
        let first = trip.accounts().iter().find(|other| other.when.edtf() == dates);
        let (field, value) = if first.is_some_and(|first| std::ptr::eq(first, account)) {
            ("dates", &*dates)
        } else {
            ("source", self.chronicle.source(account.source).id.as_str())
        };
        self.text.place_of(trip.offset, field, value)
    }

    /// A finding about trips; they are put in the order of time, each once.
    pub(super) fn about_trips(
        &self,
        code: Code,
        message: String,
        place: Place,
        trips: impl IntoIterator<Item = TripIndex>,
    ) -> Finding {
        let mut trips: Vec<TripIndex> = trips.into_iter().collect();
        trips.sort_by_key(|&index| (self.chronicle.trip(index).possible(), index));
        trips.dedup();
        Finding { code, message, place, trips, events: Vec::new() }
    }

    /// A finding about an event alone.
    pub(super) fn about_event(code: Code, message: String, place: Place, event: EventIndex) -> Finding {
        Finding { code, message, place, trips: Vec::new(), events: vec![event] }
    }
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn listed(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}

/// A number of days: `1 day`, `98 days`, whichever way it is counted.
pub(super) fn days(number: i32) -> String {
    crate::time::words::duration(crate::time::Duration::Exactly(number.abs()))
}
