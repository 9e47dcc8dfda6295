//! The visits of each year, parted by what colours tell.

use std::collections::BTreeMap;

use crate::layout::arrange::classes::Classes;
use crate::layout::scene::Role;
use crate::model::Statistics;

/// The visits of one colour.
#[derive(Clone, Debug, PartialEq)]
pub struct VisitPart {
    /// What the colour tells.
    pub name: String,
    /// The colour.
    pub role: Role,
    /// How many trips began for certain in each year that saw one.
    pub per_year: BTreeMap<i32, usize>,
}

impl VisitPart {
    /// All parts that have a visit, in the order of the classes. Looks once at each trip.
    #[must_use]
    pub fn all(statistics: &Statistics, classes: &Classes) -> Vec<Self> {
        let mut parts: BTreeMap<u8, Self> = BTreeMap::new();
        for (&year, of_year) in &statistics.per_year {
            for (class, visits) in of_year.count_by(|trip| classes.of_trip(trip)) {
                let new = || Self {
                    name: classes.name(class).to_owned(),
                    role: classes.role(class),
                    per_year: BTreeMap::new(),
                };
                parts.entry(class).or_insert_with(new).per_year.insert(year, visits);
            }
        }
        parts.into_values().collect()
    }
}
