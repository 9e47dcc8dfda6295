//! Accounts that both editions have, told together in one and apart in the other.

use std::collections::{BTreeMap, BTreeSet};

use super::edition::Edition;
use super::version::Version;
use crate::model::pairing::root;

/// What became of trips whose accounts both editions have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grouping {
    /// Several trips of the old edition are one.
    Joined,
    /// A trip of the old edition is several.
    Parted,
}

impl Grouping {
    /// The word in files and on screen.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Joined => "joined",
            Self::Parted => "parted",
        }
    }
}

/// Trips that became one, or one that became several.
#[derive(Clone, Debug)]
pub struct GroupingChange {
    /// Which.
    pub grouping: Grouping,
    /// The trips of the edition that has several of them, each with its accounts as the new edition tells them.
    pub trips: Vec<Vec<Version>>,
}

/// The trip of each account in either edition; trips that share an account are one.
pub(super) struct Trips {
    trip_of: [BTreeMap<usize, u32>; 2],
    /// The trips of accounts that both editions have.
    survivors: [BTreeSet<u32>; 2],
}

impl Trips {
    pub(super) fn new(editions: &[Edition; 2], pairs: &[[usize; 2]]) -> Self {
        let trip_of = [0, 1].map(|edition| trip_of(&editions[edition]));
        let survivors = [0, 1].map(|edition| {
            let trips: &BTreeMap<usize, u32> = &trip_of[edition];
            pairs.iter().filter_map(|pair| trips.get(&pair[edition]).copied()).collect()
        });
        Self { trip_of, survivors }
    }

    /// Whether the trip of an account has another that both editions have.
    pub(super) fn has_survivor(&self, edition: usize, account: usize) -> bool {
        self.trip_of[edition].get(&account).is_some_and(|trip| self.survivors[edition].contains(trip))
    }

    /// The trips that were joined or parted.
    pub(super) fn changes(
        &self,
        pairs: &[[usize; 2]],
        version: impl Fn(usize, usize) -> Option<Version>,
    ) -> Vec<GroupingChange> {
        let mut changes = Vec::new();
        for (grouping, whole, part) in [(Grouping::Joined, 1, 0), (Grouping::Parted, 0, 1)] {
            let mut by_trip: BTreeMap<u32, BTreeMap<u32, Vec<usize>>> = BTreeMap::new();
            for pair in pairs {
                if let [Some(&of), Some(&own)] = [whole, part].map(|edition| self.trip_of[edition].get(&pair[edition]))
                {
                    by_trip.entry(of).or_default().entry(own).or_default().push(pair[1]);
                }
            }
            for trips in by_trip.into_values().filter(|trips| 1 < trips.len()) {
                let versions =
                    |accounts: Vec<usize>| accounts.into_iter().filter_map(|account| version(1, account)).collect();
                changes.push(GroupingChange { grouping, trips: trips.into_values().map(versions).collect() });
            }
        }
        changes.sort_by_key(|change| {
            let days = change.trips.iter().flatten().map(|version| version.when().possible()).min();
            (days, change.grouping)
        });
        changes
    }
}

fn trip_of(edition: &Edition) -> BTreeMap<usize, u32> {
    let mut first: BTreeMap<usize, u32> = BTreeMap::new();
    let mut parents: Vec<u32> = (0..u32::try_from(edition.trips.len()).unwrap_or(u32::MAX)).collect();
    for (accounts, trip) in edition.trips.iter().zip(0..) {
        for &account in accounts {
            let known = *first.entry(account).or_insert(trip);
            let (one, other) = (root(&mut parents, known), root(&mut parents, trip));
            parents[one.max(other) as usize] = one.min(other);
        }
    }
    first.into_iter().map(|(account, trip)| (account, root(&mut parents, trip))).collect()
}
