//! Counts over the years.

use std::collections::BTreeMap;

use super::counted::counted_trips_to;
use crate::model::facts::{Chronicle, CountryIndex, TripIndex};
use crate::model::query::{FilterResult, FirstYear};
use crate::time::{DaySet, Period, Span, YearsOf};

/// What a year saw.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Year {
    /// The trips that began in it, by country; those to a country in the order of all their days.
    pub visits: BTreeMap<CountryIndex, Vec<TripIndex>>,
    /// The trips that may have begun in it or in another year, as no source tells which; by country.
    pub visits_possible: Vec<TripIndex>,
    /// Days that were certainly spent abroad.
    pub days_certain: i32,
    /// Days that were possibly spent abroad, the certain ones included.
    pub days_possible: i32,
}

impl Year {
    /// All trips that began in the year or may have, in the order of their first days.
    #[must_use]
    pub fn trips(&self, chronicle: &Chronicle, shown: &FilterResult) -> Vec<TripIndex> {
        let mut trips: Vec<_> = self.visits.values().flatten().chain(&self.visits_possible).copied().collect();
        trips.sort_by_key(|&index| (shown.span(chronicle, index), index));
        trips
    }

    /// How many trips began in it.
    #[must_use]
    pub fn trip_count(&self) -> usize {
        self.visits.values().map(Vec::len).sum()
    }

    /// How many of the trips that began in it have each key, such as their kind or traveller.
    pub fn count_by<K: Ord>(&self, key: impl Fn(TripIndex) -> K) -> BTreeMap<K, usize> {
        let mut counts = BTreeMap::new();
        for &trip in self.visits.values().flatten() {
            *counts.entry(key(trip)).or_default() += 1;
        }
        counts
    }
}

/// The years that saw a trip, of those shown and counted, and the days abroad, certain and possible ones. A day counts
/// once, however many trips it is part of.
pub(super) fn per_year(chronicle: &Chronicle, shown: &FilterResult) -> (BTreeMap<i32, Year>, [DaySet; 2]) {
    let mut years: BTreeMap<i32, Year> = BTreeMap::new();
    let mut certain = Vec::new();
    let mut possible = Vec::new();
    for (country, _) in chronicle.indexed_countries() {
        let (mut year_of, mut begun) = (YearsOf::new(1), Vec::new());
        for trip in counted_trips_to(chronicle, shown, country) {
            let index = trip.summary.span.trip;
            match shown.reading.packed_first_year(chronicle, trip.summary, trip.span, &mut year_of) {
                FirstYear::Known(year) => begun.push((year, index)),
                FirstYear::OneOf(possible) => {
                    for year in possible {
                        years.entry(year).or_default().visits_possible.push(index);
                    }
                }
            }
            certain.extend_from_slice(trip.days.certain.spans());
            possible.extend_from_slice(trip.days.possible.spans());
        }
        for of_year in begun.chunk_by(|a, b| a.0 == b.0) {
            let Some(&(year, _)) = of_year.first() else { continue };
            let visits = years.entry(year).or_default().visits.entry(country).or_default();
            visits.extend(of_year.iter().map(|&(_, trip)| trip));
        }
    }
    let [certain, possible] = [certain, possible].map(union);
    add_days(&mut years, &certain, |year| &mut year.days_certain);
    add_days(&mut years, &possible, |year| &mut year.days_possible);
    (years, [certain, possible])
}

/// All days of some spans.
fn union(mut spans: Vec<Span>) -> DaySet {
    // They come in a run for each country, which a stable sort makes use of.
    spans.sort();
    spans.into_iter().collect()
}

/// Counts days for the years in which they lie.
fn add_days(years: &mut BTreeMap<i32, Year>, days: &DaySet, count: fn(&mut Year) -> &mut i32) {
    for &span in days.spans() {
        for year in Period::Years(1).across(span) {
            let part = span.intersection(year).map_or(0, Span::days);
            *count(years.entry(year.start().year()).or_default()) += part;
        }
    }
}
