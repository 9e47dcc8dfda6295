//! Counts the trips to one country.

use std::collections::BTreeMap;

use super::filter_result::FilterResult;
use super::reading::FirstYear;
use crate::model::facts::{CountryIndex, TripKind, TripStatus, TripSummary};
use crate::time::YearsOf;

/// What is counted of the trips to one country; in arrays, as a file can have a million of them.
pub(super) struct CountryTally {
    pub(super) result: FilterResult,
    /// How many trips count, visible or hidden by decade, kind, country, period or dispute.
    pub(super) candidates: usize,
    pub(super) by_status: [usize; TripStatus::ALL.len()],
    kinds: [bool; TripKind::ALL.len()],
    statuses: [bool; TripStatus::ALL.len()],
    pub(super) decade_of: YearsOf,
    year_of: YearsOf,
    pub(super) decades: YearTally,
    years: YearTally,
}

impl Default for CountryTally {
    fn default() -> Self {
        Self {
            result: FilterResult::default(),
            candidates: 0,
            by_status: [0; TripStatus::ALL.len()],
            kinds: [false; TripKind::ALL.len()],
            statuses: [false; TripStatus::ALL.len()],
            decade_of: YearsOf::new(10),
            year_of: YearsOf::new(1),
            decades: YearTally::default(),
            years: YearTally::default(),
        }
    }
}

impl CountryTally {
    /// Counts a visible trip.
    pub(super) fn show(&mut self, trip: &TripSummary, counts: bool, first_year: impl Fn(&mut YearsOf) -> FirstYear) {
        self.kinds[trip.kind as usize] = true;
        self.statuses[trip.status as usize] = true;
        self.result.trip_count += 1;
        self.result.counted_count += usize::from(counts);
        if counts {
            match first_year(&mut self.year_of) {
                FirstYear::Known(year) => self.years.add(year, true),
                FirstYear::OneOf(years) => {
                    for year in years {
                        self.result.by_year.entry(year).or_default().possible += 1;
                    }
                }
            }
        }
    }

    /// What is left of the country.
    pub(super) fn finish(self, country: CountryIndex) -> FilterResult {
        let mut result = self.result;
        result.countries.extend((0 < result.trip_count).then_some(country));
        result.kinds.extend(TripKind::ALL.iter().zip(self.kinds).filter(|(_, occurs)| *occurs).map(|(kind, _)| kind));
        result
            .statuses
            .extend(TripStatus::ALL.iter().zip(self.statuses).filter(|(_, occurs)| *occurs).map(|(status, _)| status));
        result.by_country.extend((0 < self.candidates).then_some((country, self.candidates)));
        result.by_status.extend(TripStatus::ALL.iter().copied().zip(self.by_status).filter(|(_, trips)| 0 < *trips));
        result.by_decade = self.decades.counts();
        for (year, certain) in self.years.counts() {
            result.by_year.entry(year).or_default().certain = certain;
        }
        result
    }
}

/// Counts trips by year or decade; quick where most are of the same as the trip before.
#[derive(Default)]
pub(super) struct YearTally(Vec<(i32, usize)>);

impl YearTally {
    /// Counts a trip, or just notes its year.
    pub(super) fn add(&mut self, year: i32, counts: bool) {
        match self.0.last_mut() {
            Some((last, trips)) if *last == year => *trips += usize::from(counts),
            _ => self.0.push((year, usize::from(counts))),
        }
    }

    /// How many trips each year has.
    fn counts(self) -> BTreeMap<i32, usize> {
        let mut counts = BTreeMap::new();
        for (year, trips) in self.0 {
            *counts.entry(year).or_default() += trips;
        }
        counts
    }
}
