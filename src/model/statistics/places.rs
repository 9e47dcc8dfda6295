//! Which places were visited.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::mentions::Mentions;
use super::stays::Stay;
use crate::model::facts::{Chronicle, CountryIndex, Place, Text};
use crate::model::query::Reading;

/// A place visited. A visit is a trip with an account that names it: what several sources say of it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitedPlace {
    /// As the first account that names it prints it.
    pub name: Text,
    /// Where it is: places of one name in two countries are two.
    pub country: CountryIndex,
    /// The trips that went there.
    pub visits: Mentions,
}

/// The places that the accounts of some stays name, those visited most often first, then those visited first; the stays
/// come in the order of time.
pub(super) fn places(chronicle: &Chronicle, reading: Reading, stays: &[Stay]) -> Vec<VisitedPlace> {
    let mut places: Vec<VisitedPlace> = Vec::new();
    let mut positions: FxHashMap<(CountryIndex, &str), usize> = FxHashMap::default();
    for stay in stays {
        let trip = chronicle.trip(stay.trip);
        let told = reading.accounts(trip).flat_map(|account| account.places.iter());
        for place in told.filter(|place| !place.name.is_empty()) {
            let position = *positions.entry((trip.country, place.identity())).or_insert_with(|| {
                places.push(VisitedPlace::new(place, trip.country, stay));
                places.len() - 1
            });
            if let Some(known) = places.get_mut(position) {
                known.visits.add(stay);
            }
        }
    }
    places.sort_by_key(|place| Reverse(place.visits.trips.len()));
    places
}

impl VisitedPlace {
    fn new(place: &Place, country: CountryIndex, stay: &Stay) -> Self {
        Self { name: place.name.clone(), country, visits: Mentions::first(stay) }
    }
}
