//! `same-days-two-years`: stays of two days or more in one country that differ in their years alone.

use std::collections::BTreeSet;

use crate::data::Severity;
use crate::model::facts::{Account, CountryIndex, TravellerIndex, TripIndex};
use crate::model::findings::check::Check;
use crate::model::findings::finding::{Code, FindingDetails, Found};
use crate::model::findings::locator::Locator;
use crate::model::findings::wording::{TripAccount, Wording, listed};
use crate::time::{Day, format_year};

pub(super) const CHECK: Check =
    Check { code: Code::SameDaysTwoYears, severity: Severity::Note, disputes: true, find, describe };

/// Month and day on which a stay began and ended, and how many new years lay between.
type YearlessDates = ((u32, u32), (u32, u32), i32);

/// A stay as it is compared with others: those that come next to each other in order are of the same days.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct DatedStay {
    traveller: TravellerIndex,
    country: CountryIndex,
    dates: YearlessDates,
    start: Day,
    trip: TripIndex,
    account: u32,
}

fn find(locator: &Locator<'_>) -> Vec<Found> {
    let stay = |told: TripAccount<'_>| {
        let (traveller, country) = (told.trip.traveller, told.trip.country);
        let (dates, start) = (dates(told.account)?, told.account.when.possible().start());
        Some(DatedStay { traveller, country, dates, start, trip: told.index, account: told.at() })
    };
    let mut stays: Vec<DatedStay> = locator.wording.accounts().filter_map(stay).collect();
    stays.sort_unstable();
    let same = |a: &DatedStay, b: &DatedStay| (a.traveller, a.country, a.dates) == (b.traveller, b.country, b.dates);
    let mut found = Vec::new();
    for group in stays.chunk_by(same) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
        // Of the same month and day, starts of two years are two days.
        if first.start == last.start {
            continue;
        }
        let Some(told) = locator.wording.account(last.trip, last.account) else { continue };
        let mut trips: Vec<(TripIndex, u32)> = group.iter().map(|stay| (stay.trip, stay.account)).collect();
        trips.sort_by_key(|&(index, _)| (locator.chronicle.trip(index).possible(), index));
        trips.dedup_by_key(|(index, _)| *index);
        let account = trips.first().map_or(0, |&(_, account)| account);
        let trips = trips.into_iter().map(|(index, _)| index).collect();
        found.push(locator.found_at(told, FindingDetails::SameDays { trips, account }));
    }
    found
}

/// The dates of an account that is known to the day and has more than one.
fn dates(account: &Account) -> Option<YearlessDates> {
    let span = account.when.possible();
    if span.days() < 2 || !account.when.is_exact() {
        return None;
    }
    let ((year, month, day), (last_year, last_month, last_day)) = (span.start().ymd(), span.last().ymd());
    Some(((month, day), (last_month, last_day), last_year - year))
}

/// Which years, and who has which days; `account` is one of the first trip's that has these dates.
fn describe(wording: Wording<'_>, details: &FindingDetails) -> Option<String> {
    let FindingDetails::SameDays { trips, account } = details else { return None };
    let first = wording.account(*trips.first()?, *account)?;
    let of_dates = dates(first.account)?;
    let told = trips.iter().flat_map(|&index| wording.accounts_of(index));
    let mut group: Vec<_> = told.filter(|told| dates(told.account) == Some(of_dates)).collect();
    group.sort_by_key(|told| (told.account.when.possible(), told.index));
    let years: BTreeSet<i32> = group.iter().map(|told| told.account.when.possible().start().year()).collect();
    Some(format!(
        "{}: the same days in {}: {}",
        wording.country(first.trip.country),
        listed(years.iter().copied().map(format_year)),
        listed(group.iter().map(|told| wording.has(told.account))),
    ))
}
