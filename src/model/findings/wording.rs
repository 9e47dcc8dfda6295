//! The wording that findings share: the same words for the same things, and never too many of them.

use super::finding::{MOST, narrow, wide};
use crate::model::facts::{Account, Chronicle, CountryIndex, SourceIndex, Trip, TripIndex};
use crate::time::Duration;

/// Puts facts into words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wording<'a> {
    pub(super) chronicle: &'a Chronicle,
}

/// An account with the trip it tells of.
#[derive(Clone, Copy, Debug)]
pub(super) struct TripAccount<'a> {
    pub(super) index: TripIndex,
    pub(super) trip: &'a Trip,
    pub(super) account: &'a Account,
    /// Which of the trip's accounts.
    pub(super) position: usize,
}

impl TripAccount<'_> {
    /// Which of the trip's accounts, as findings keep it.
    pub(super) fn at(&self) -> u32 {
        narrow(self.position)
    }
}

impl<'a> Wording<'a> {
    /// Every account of every trip, in the order of the file.
    pub(super) fn accounts(self) -> impl Iterator<Item = TripAccount<'a>> {
        self.chronicle.indexed_trips().flat_map(move |(index, _)| self.accounts_of(index))
    }

    /// Every account of a trip.
    pub(super) fn accounts_of(self, index: TripIndex) -> impl Iterator<Item = TripAccount<'a>> {
        let trip = self.chronicle.trip(index);
        let accounts = trip.accounts().iter().enumerate();
        accounts.map(move |(position, account)| TripAccount { index, trip, account, position })
    }

    /// One account of a trip; `None` where it has no such account.
    pub(super) fn account(self, index: TripIndex, position: u32) -> Option<TripAccount<'a>> {
        let trip = self.chronicle.trip(index);
        let position = wide(position);
        Some(TripAccount { index, trip, account: trip.accounts().get(position)?, position })
    }

    pub(super) fn source(self, index: SourceIndex) -> &'a str {
        &self.chronicle.source(index).name
    }

    pub(super) fn country(self, index: CountryIndex) -> &'a str {
        &self.chronicle.country(index).name
    }

    /// `List has 4–21 November 1957`
    pub(super) fn has(self, account: &Account) -> String {
        format!("{} has {}", self.source(account.source), account.when.describe())
    }

    /// `List, 3–25 March 1949, Soviet Union`
    pub(super) fn row(self, told: TripAccount<'_>) -> String {
        let TripAccount { trip, account, .. } = told;
        format!("{}, {}, {}", self.source(account.source), account.when.describe(), self.country(trip.country))
    }

    /// `Bulgaria, 4–6 June 1975 (List)`
    pub(super) fn stay(self, told: TripAccount<'_>) -> String {
        let TripAccount { trip, account, .. } = told;
        format!("{}, {} ({})", self.country(trip.country), account.when.describe(), self.source(account.source))
    }
}

/// `a`, `a and b`, `a, b and c`; of very many the first few, `a, b and 40 more`.
pub(super) fn listed(parts: impl ExactSizeIterator<Item = String>) -> String {
    let more = parts.len().saturating_sub(MOST);
    let mut named: Vec<String> = parts.take(MOST).collect();
    if 0 < more {
        named.push(format!("{more} more"));
    }
    match named.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}

/// Every two of some accounts, in their order, with the first of both among the first `most`.
pub(super) fn pairs<'a>(
    told: &[TripAccount<'a>],
    most: usize,
) -> impl Iterator<Item = (TripAccount<'a>, TripAccount<'a>)> {
    let firsts = told.iter().enumerate().take(most);
    firsts.flat_map(|(at, &first)| told.iter().skip(at + 1).map(move |&second| (first, second)))
}

/// A number of days: `1 day`, `98 days`, whichever way it is counted.
pub(super) fn days(number: i32) -> String {
    Duration::Exactly(number.abs()).to_string()
}
