//! The places of a file, each with its country, and the first that is told of each trip.

use rustc_hash::FxHashMap;

use super::index::{CountryIndex, PlaceIndex, TripIndex};
use super::place::Place;
use super::text::Text;
use super::trip::Trip;

/// The places of all trips. Takes 4 bytes a trip beside the places themselves.
#[derive(Clone, Debug, Default)]
pub(super) struct PlaceTable {
    /// Name and country of each place, in the order of first mention; `None` for the trips to a country of which no place
    /// is told.
    all: Vec<(Option<Text>, CountryIndex)>,
    of_trips: Vec<PlaceIndex>,
}

impl PlaceTable {
    pub(super) fn new(trips: &[Trip]) -> Self {
        let mut all = Vec::new();
        let mut known: FxHashMap<(CountryIndex, Option<&str>), PlaceIndex> = FxHashMap::default();
        let mut of_trip = |trip: &'_ Trip, first: Option<&'_ Place>| {
            all.push((first.map(|place| place.name.clone()), trip.country));
            PlaceIndex::new(all.len() - 1)
        };
        let mut of_trips = Vec::with_capacity(trips.len());
        for trip in trips {
            let first = trip.accounts().iter().find_map(|account| account.places.first());
            let key = (trip.country, first.map(Place::identity));
            of_trips.push(*known.entry(key).or_insert_with(|| of_trip(trip, first)));
        }
        Self { all, of_trips }
    }

    /// The first place that is told of a trip.
    pub(super) fn of_trip(&self, trip: TripIndex) -> PlaceIndex {
        self.of_trips.get(trip.position()).copied().unwrap_or(PlaceIndex::new(0))
    }

    /// The name of a place, `None` where none is told, and its country.
    pub(super) fn place(&self, index: PlaceIndex) -> (Option<&str>, CountryIndex) {
        let (name, country) = &self.all[index.position()];
        (name.as_ref().map(Text::as_str), *country)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }
}
