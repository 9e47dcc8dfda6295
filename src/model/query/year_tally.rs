//! Counts trips by year or decade.

use std::collections::BTreeMap;

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
    pub(super) fn counts(self) -> BTreeMap<i32, usize> {
        let mut counts = BTreeMap::new();
        for (year, trips) in self.0 {
            *counts.entry(year).or_default() += trips;
        }
        counts
    }
}
