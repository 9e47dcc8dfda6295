//! The trips to each country in the order of time, with what a filter asks of them side by side.

use super::{Account, Chronicle, CountryIndex, Kind, Status, Trip, TripIndex};
use crate::time::Span;

/// A trip and some days of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stretch {
    /// From the first to the last of the days.
    pub days: Span,
    /// Which trip.
    pub trip: TripIndex,
}

/// What can be said of a trip without looking at its accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The trip and all days that any account gives.
    pub stretch: Stretch,
    /// What it was for.
    pub kind: Kind,
    /// Whether it took place.
    pub status: Status,
    /// How it is told.
    pub telling: Telling,
}

/// How a trip is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling {
    /// By one account, of the source at this position, with both days known.
    Exactly(u8),
    /// By one account of the source at this position.
    Roughly(u8),
    /// By several accounts, or by a source of a higher position.
    Otherwise,
}

impl Visit {
    fn new(index: TripIndex, trip: &Trip) -> Self {
        let telling = match trip.accounts() {
            [Account { source, when, .. }] => match u8::try_from(source.position()) {
                Ok(position) if when.is_exact() => Telling::Exactly(position),
                Ok(position) => Telling::Roughly(position),
                Err(_) => Telling::Otherwise,
            },
            _ => Telling::Otherwise,
        };
        let stretch = Stretch { days: trip.possible(), trip: index };
        Self { stretch, kind: trip.kind, status: trip.status, telling }
    }
}

/// The trips to each country, by its position, in the order of their days and then of the file.
pub(super) fn by_country(chronicle: &Chronicle) -> Vec<Vec<Visit>> {
    let mut visits: Vec<Vec<Visit>> = chronicle.countries.iter().map(|_| Vec::new()).collect();
    for (index, trip) in chronicle.indexed_trips() {
        visits[trip.country.position()].push(Visit::new(index, trip));
    }
    for visits in &mut visits {
        visits.shrink_to_fit();
        visits.sort_by_key(|visit| visit.stretch.days);
    }
    visits
}

impl Chronicle {
    /// The trips to a country, in the order of their days and then of the file.
    #[must_use]
    pub fn visits(&self, country: CountryIndex) -> &[Visit] {
        self.visits.get(country.position()).map_or(&[], Vec::as_slice)
    }
}
