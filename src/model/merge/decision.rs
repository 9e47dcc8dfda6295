//! What people decide on stays: joined or kept apart.

use std::collections::BTreeSet;

use crate::model::pairing::root;

/// A decision. Accounts are told by their positions in the merged file's list of them, which does not change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Stays are one trip, each with its accounts: one proposal, or all that are certain.
    Join(Vec<Vec<usize>>),
    /// The accounts of one list are of another trip than those of the other.
    KeepApart([Vec<usize>; 2]),
    /// An account is of another trip than all others of its trip.
    TakeOut(usize),
}

/// What is decided of all accounts: which are of one trip.
#[derive(Clone, Debug)]
pub(super) struct Decided {
    parents: Vec<u32>,
    /// Pairs of accounts that are not of one trip, the lower first.
    pub(super) apart: BTreeSet<[usize; 2]>,
}

impl Decided {
    /// Of so many accounts: those of each trip of a file are together, but for the pairs that are apart.
    pub(super) fn new(count: usize, trips: &[Vec<usize>], apart: BTreeSet<[usize; 2]>, decisions: &[Decision]) -> Self {
        let mut apart = apart;
        let mut joined: Vec<&Vec<usize>> = trips.iter().collect();
        for (at, decision) in decisions.iter().enumerate() {
            match decision {
                Decision::Join(stays) => joined.extend(stays),
                Decision::KeepApart([one, other]) => {
                    let pairs = one.iter().flat_map(|&one| other.iter().map(move |&other| pair(one, other)));
                    apart.extend(pairs);
                }
                Decision::TakeOut(account) => {
                    let so_far = Self::new(count, trips, apart.clone(), &decisions[..at]);
                    let trip = so_far.trips().into_iter().find(|trip| trip.contains(account)).unwrap_or_default();
                    apart.extend(trip.into_iter().filter(|other| other != account).map(|other| pair(*account, other)));
                }
            }
        }
        let mut decided = Self { parents: (0..u32::try_from(count).unwrap_or(u32::MAX)).collect(), apart };
        for trip in joined {
            decided.join(trip);
        }
        decided
    }

    /// Joins accounts, each with the first that none of its own is kept apart from.
    fn join(&mut self, accounts: &[usize]) {
        for (at, &one) in accounts.iter().enumerate() {
            for &other in &accounts[at + 1..] {
                let narrow = |account: usize| u32::try_from(account).unwrap_or(u32::MAX);
                let (one, other) = (root(&mut self.parents, narrow(one)), root(&mut self.parents, narrow(other)));
                if one != other && !self.are_apart(one, other) {
                    self.parents[one.max(other) as usize] = one.min(other);
                }
            }
        }
    }

    /// Whether any accounts of two trips are kept apart.
    fn are_apart(&mut self, one: u32, other: u32) -> bool {
        let Self { parents, apart } = self;
        apart.iter().any(|pair| {
            let narrow = |account: usize| u32::try_from(account).unwrap_or(u32::MAX);
            let roots = pair.map(|account| root(parents, narrow(account)));
            roots == [one, other] || roots == [other, one]
        })
    }

    /// The accounts of each trip, in order.
    pub(super) fn trips(&self) -> Vec<Vec<usize>> {
        let mut parents = self.parents.clone();
        let mut trips: Vec<Vec<usize>> = vec![Vec::new(); parents.len()];
        for account in 0..parents.len() {
            let root = root(&mut parents, u32::try_from(account).unwrap_or(u32::MAX));
            trips[root as usize].push(account);
        }
        trips.retain(|trip| !trip.is_empty());
        trips
    }
}

fn pair(one: usize, other: usize) -> [usize; 2] {
    [one.min(other), one.max(other)]
}
