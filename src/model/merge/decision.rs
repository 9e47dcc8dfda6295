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
        let mut joined: Vec<&[usize]> = trips.iter().map(Vec::as_slice).collect();
        for decision in decisions {
            match decision {
                Decision::Join(stays) => joined.extend(stays.iter().map(Vec::as_slice)),
                Decision::KeepApart([one, other]) => {
                    apart.extend(one.iter().flat_map(|&one| other.iter().map(move |&other| pair(one, other))));
                }
                Decision::TakeOut(account) => {
                    let mut so_far = Self::joined(count, &joined, apart);
                    let root = so_far.root(*account);
                    let others = (0..count).filter(|other| other != account);
                    let others: Vec<usize> = others.filter(|&other| so_far.root(other) == root).collect();
                    apart = so_far.apart;
                    apart.extend(others.into_iter().map(|other| pair(*account, other)));
                }
            }
        }
        Self::joined(count, &joined, apart)
    }

    /// What comes of joining these, one after the other.
    fn joined(count: usize, joined: &[&[usize]], apart: BTreeSet<[usize; 2]>) -> Self {
        let mut decided = Self { parents: (0..narrow(count)).collect(), apart };
        for accounts in joined {
            decided.join(accounts);
        }
        decided
    }

    fn root(&mut self, account: usize) -> u32 {
        root(&mut self.parents, narrow(account))
    }

    /// Joins accounts, each with the first that none of its own is kept apart from.
    fn join(&mut self, accounts: &[usize]) {
        for (at, &one) in accounts.iter().enumerate() {
            for &other in &accounts[at + 1..] {
                let (one, other) = (self.root(one), self.root(other));
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
            let roots = pair.map(|account| root(parents, narrow(account)));
            roots == [one, other] || roots == [other, one]
        })
    }

    /// The accounts of each trip, in order.
    pub(super) fn trips(&self) -> Vec<Vec<usize>> {
        let mut parents = self.parents.clone();
        let mut trips: Vec<Vec<usize>> = vec![Vec::new(); parents.len()];
        for account in 0..parents.len() {
            let root = root(&mut parents, narrow(account));
            trips[root as usize].push(account);
        }
        trips.retain(|trip| !trip.is_empty());
        trips
    }
}

fn narrow(account: usize) -> u32 {
    u32::try_from(account).unwrap_or(u32::MAX)
}

fn pair(one: usize, other: usize) -> [usize; 2] {
    [one.min(other), one.max(other)]
}
