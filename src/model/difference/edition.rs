//! The accounts of an edition.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::facts::{Chronicle, Text, TripIndex};

/// The accounts of an edition, by their positions among those of both.
pub(super) struct Edition {
    /// The trip that has each account; of several the one whose name comes first.
    pub(super) trip_of: BTreeMap<usize, TripIndex>,
    /// The accounts of each trip.
    pub(super) trips: Vec<Vec<usize>>,
}

impl Edition {
    pub(super) fn new(chronicle: &Chronicle, trips: &[Vec<usize>]) -> Self {
        let mut trip_of: BTreeMap<usize, TripIndex> = BTreeMap::new();
        for (trip, accounts) in trips.iter().enumerate() {
            let trip = TripIndex::new(trip);
            let id = |trip: TripIndex| chronicle.trip(trip).given_id();
            for &account in accounts {
                let known = trip_of.entry(account).or_insert(trip);
                if id(trip).is_some_and(|id_here| id(*known).is_none_or(|id_there| id_here < id_there)) {
                    *known = trip;
                }
            }
        }
        Self { trip_of, trips: trips.to_vec() }
    }

    /// The name that the edition gives the trip of an account.
    pub(super) fn id<'a>(&self, chronicle: &'a Chronicle, account: usize) -> Option<&'a Text> {
        self.trip_of.get(&account).and_then(|&trip| chronicle.trip(trip).given_id())
    }

    /// Its accounts, each once.
    pub(super) fn accounts(&self) -> BTreeSet<usize> {
        self.trip_of.keys().copied().collect()
    }
}
