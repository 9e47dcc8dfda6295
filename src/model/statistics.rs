//! Counts over the years.

use std::collections::BTreeMap;

use super::{Chronicle, CountryIndex, Shown, TripIndex};
use crate::time::{Day, Period, Span};

/// What a year saw.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Year {
    /// The trips that began in it, by country.
    pub visits: BTreeMap<CountryIndex, Vec<TripIndex>>,
    /// Days that were certainly spent abroad.
    pub days_certain: i32,
    /// Days that were possibly spent abroad, the certain ones included.
    pub days_possible: i32,
}

impl Year {
    /// All trips that began in the year, in the order of their first days.
    #[must_use]
    pub fn trips(&self, chronicle: &Chronicle, shown: &Shown) -> Vec<TripIndex> {
        let mut trips: Vec<_> = self.visits.values().flatten().copied().collect();
        trips.sort_by_key(|&index| (shown.span(chronicle, index), index));
        trips
    }
}

/// The years that saw a trip, of those shown and counted. A day counts once, however many trips it is part of.
#[must_use]
pub fn per_year(chronicle: &Chronicle, shown: &Shown) -> BTreeMap<i32, Year> {
    let mut years: BTreeMap<i32, Year> = BTreeMap::new();
    let mut certain = Vec::new();
    let mut possible = Vec::new();
    for index in shown.counted(chronicle) {
        let trip = chronicle.trip(index);
        let year = years.entry(shown.span(chronicle, index).start().year()).or_default();
        year.visits.entry(trip.country).or_default().push(index);
        if let Some(stay) = shown.reading.stay(chronicle, trip) {
            certain.extend_from_slice(stay.certain.spans());
            possible.extend_from_slice(stay.possible.spans());
        }
    }
    for (year, days) in days_per_year(certain) {
        years.entry(year).or_default().days_certain = days;
    }
    for (year, days) in days_per_year(possible) {
        years.entry(year).or_default().days_possible = days;
    }
    years
}

/// The days of the union of some spans, by year.
fn days_per_year(mut spans: Vec<Span>) -> BTreeMap<i32, i32> {
    spans.sort_unstable();
    let mut days = BTreeMap::new();
    let mut counted_to = Day::MIN;
    for span in spans {
        let Some(fresh) = Span::new(span.start().max(counted_to), span.end()) else {
            continue;
        };
        counted_to = fresh.end();
        for year in Period::Years(1).across(fresh) {
            let part = fresh.intersection(year).map_or(0, Span::days);
            *days.entry(year.start().year()).or_default() += part;
        }
    }
    days
}
