//! The trips to each country in the order of time, with what a filter asks of them side by side.

use super::chronicle::{Account, Chronicle, CountryIndex, Trip, TripIndex};
use crate::{
    data::{TripKind, TripStatus},
    time::Span,
};

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
    /// What it was for.
    pub kind: TripKind,
    /// Whether it took place.
    pub status: TripStatus,
    /// How it is told.
    pub accounts: AccountCount,
}

/// How a trip is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountCount {
    /// By one account, of the source at this position, with both days known.
    OneExact(u8),
    /// By one account of the source at this position.
    OneVague(u8),
    /// By several accounts: so many, from this place on among those of all such trips.
    Several(u32, u8),
    /// By more accounts or by sources of higher positions than there is room for here.
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
    fn new(index: TripIndex, trip: &Trip, spoken: &mut Vec<AccountSummary>) -> Self {
        let accounts = match trip.accounts() {
            [Account { source, when, .. }] => match u8::try_from(source.position()) {
                Ok(position) if when.is_exact() => AccountCount::OneExact(position),
                Ok(position) => AccountCount::OneVague(position),
                Err(_) => AccountCount::Unpacked,
            },
            several => severally(several, spoken).unwrap_or(AccountCount::Unpacked),
        };
        let span = TripSpan { days: trip.possible(), trip: index };
        Self { span, kind: trip.kind, status: trip.status, accounts }
    }
}

/// Notes what several accounts say.
fn severally(accounts: &[Account], spoken: &mut Vec<AccountSummary>) -> Option<AccountCount> {
    let first = u32::try_from(spoken.len()).ok()?;
    let count = u8::try_from(accounts.len()).ok()?;
    for Account { source, when, .. } in accounts {
        let Ok(source) = u8::try_from(source.position()) else {
            spoken.truncate(first as usize);
            return None;
        };
        spoken.push(AccountSummary { days: when.possible(), source, is_exact: when.is_exact() });
    }
    Some(AccountCount::Several(first, count))
}

/// The trips to each country, by its position, in the order of their days and then of the file; and what their accounts
/// say where they have several.
pub(crate) fn by_country(chronicle: &Chronicle) -> (Vec<Vec<TripSummary>>, Vec<AccountSummary>) {
    let mut spoken = Vec::new();
    let mut visits: Vec<Vec<TripSummary>> = chronicle.countries.iter().map(|_| Vec::new()).collect();
    for (index, trip) in chronicle.indexed_trips() {
        visits[trip.country.position()].push(TripSummary::new(index, trip, &mut spoken));
    }
    for visits in &mut visits {
        visits.shrink_to_fit();
        visits.sort_by_key(|visit| visit.span.days);
    }
    spoken.shrink_to_fit();
    (visits, spoken)
}

impl Chronicle {
    /// What the accounts of a visit say that has several; none for others.
    #[must_use]
    pub fn account_summaries(&self, visit: &TripSummary) -> &[AccountSummary] {
        let AccountCount::Several(first, count) = visit.accounts else { return &[] };
        let first = first as usize;
        self.spoken.get(first..first + usize::from(count)).unwrap_or_default()
    }

    /// The trips to a country, in the order of their days and then of the file.
    #[must_use]
    pub fn trips_to(&self, country: CountryIndex) -> &[TripSummary] {
        self.visits.get(country.position()).map_or(&[], Vec::as_slice)
    }
}
