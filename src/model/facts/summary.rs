//! Trips by country and in the order of time, each with what a filter asks of it packed side by side.
//!
//! A copy of what trips and accounts say, so that going through a million trips does not have to follow pointers.

use super::index::{CountryIndex, TravellerIndex, TripIndex};
use super::trip::{Account, Trip};
use crate::data::{TripKind, TripStatus};
use crate::time::Span;

/// A trip and some days of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TripSpan {
    /// From the first to the last of the days.
    pub days: Span,
    /// Which trip.
    pub trip: TripIndex,
}

/// What can be said of a trip without looking at its accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TripSummary {
    /// The trip and all days that any account gives.
    pub span: TripSpan,
    /// Who travelled.
    pub traveller: TravellerIndex,
    /// What it was for.
    pub kind: TripKind,
    /// Whether it took place.
    pub status: TripStatus,
    /// How many accounts it has.
    pub accounts: AccountCount,
}

/// How many accounts a trip has, and what fits of them into 8 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountCount {
    /// One account, of the source at this position, with both days known.
    OneExact(u8),
    /// One account, of the source at this position, that is not exact.
    OneVague(u8),
    /// Several accounts: their first position among those of all such trips, and how many.
    Several(u32, u8),
    /// More accounts, or sources of higher positions, than there is room for here.
    Unpacked,
}

/// What can be said of one of several accounts of a trip without looking at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountSummary {
    /// The days it names.
    pub days: Span,
    /// The position of its source.
    pub source: u8,
    /// Whether both its days are known.
    pub is_exact: bool,
}

impl TripSummary {
    fn new(index: TripIndex, trip: &Trip, summaries: &mut Vec<AccountSummary>) -> Self {
        let accounts = match trip.accounts() {
            [Account { source, when, .. }] => match u8::try_from(source.position()) {
                Ok(position) if when.is_exact() => AccountCount::OneExact(position),
                Ok(position) => AccountCount::OneVague(position),
                Err(_) => AccountCount::Unpacked,
            },
            several => summarize(several, summaries).unwrap_or(AccountCount::Unpacked),
        };
        let span = TripSpan { days: trip.possible(), trip: index };
        Self { span, traveller: trip.traveller, kind: trip.kind, status: trip.status, accounts }
    }
}

/// Adds the summaries of several accounts; `None` where there are too many of them or a source has too high a position.
fn summarize(accounts: &[Account], summaries: &mut Vec<AccountSummary>) -> Option<AccountCount> {
    let first = u32::try_from(summaries.len()).ok()?;
    let count = u8::try_from(accounts.len()).ok()?;
    for Account { source, when, .. } in accounts {
        let Ok(source) = u8::try_from(source.position()) else {
            summaries.truncate(first as usize);
            return None;
        };
        summaries.push(AccountSummary { days: when.possible(), source, is_exact: when.is_exact() });
    }
    Some(AccountCount::Several(first, count))
}

/// The summaries of all trips of a file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Summaries {
    /// The trips to each country, by its position, in the order of their days and then of the file.
    by_country: Vec<Vec<TripSummary>>,
    /// What the accounts of trips with several say.
    accounts: Vec<AccountSummary>,
}

impl Summaries {
    /// Of trips to so many countries.
    pub(crate) fn new(trips: &[Trip], countries: usize) -> Self {
        let mut summaries = Self { by_country: vec![Vec::new(); countries], accounts: Vec::new() };
        let Self { by_country, accounts } = &mut summaries;
        for (position, trip) in trips.iter().enumerate() {
            by_country[trip.country.position()].push(TripSummary::new(TripIndex::new(position), trip, accounts));
        }
        for summaries in by_country {
            summaries.shrink_to_fit();
            summaries.sort_by_key(|summary| summary.span.days);
        }
        accounts.shrink_to_fit();
        summaries
    }

    /// The trips to a country.
    pub(crate) fn to(&self, country: CountryIndex) -> &[TripSummary] {
        self.by_country.get(country.position()).map_or(&[], Vec::as_slice)
    }

    /// The accounts of a trip that has several; none for others.
    pub(crate) fn accounts(&self, trip: &TripSummary) -> &[AccountSummary] {
        let AccountCount::Several(first, count) = trip.accounts else { return &[] };
        let first = first as usize;
        self.accounts.get(first..first + usize::from(count)).unwrap_or_default()
    }
}
