//! Whether trips tell of what is looked for.

use super::reading::Reading;
use crate::model::facts::{Chronicle, TripIndex, TripSet};
use crate::model::search::{Finder, Term, Terms};

/// A term that is looked for in what a reading includes of trips.
pub(super) struct Told<'a> {
    chronicle: &'a Chronicle,
    reading: Reading,
    finder: Finder<'a>,
}

impl<'a> Told<'a> {
    pub(super) fn new(chronicle: &'a Chronicle, reading: Reading, term: &'a Term) -> Self {
        Self { chronicle, reading, finder: Finder::new(chronicle, term) }
    }

    /// Whether a trip tells of it.
    pub(super) fn of(&mut self, index: TripIndex) -> bool {
        let trip = self.chronicle.trip(index);
        let days = self.reading.extent(trip).unwrap_or(trip.possible());
        self.finder.is_told_of(trip, days, self.reading.accounts(trip))
    }
}

/// The trips of a file that tell of every term in what a reading includes of them.
pub(super) fn told_of(chronicle: &Chronicle, reading: Reading, terms: &Terms) -> TripSet {
    let mut terms: Vec<Told<'_>> = terms.0.iter().map(|term| Told::new(chronicle, reading, term)).collect();
    let all = chronicle.indexed_trips().map(|(index, _)| index);
    all.filter(|&index| terms.iter_mut().all(|told| told.of(index))).collect()
}
