//! Days that cannot all be as they are told: the same days in two years, legs out of time.

use std::collections::BTreeSet;

use crate::{
    model::{
        facts::{Account, CountryIndex, TravellerIndex, TripIndex, TripSet},
        findings::{
            finding::{Code, Finding, Matter, narrow, wide},
            locate::Desk,
            wording::{Told, Voice, days, listed},
        },
        query::{Filter, MOST_DAYS_BETWEEN, Tour, Tours},
    },
    time::{Day, format_year},
};

/// Month and day on which a stay began and ended, and how many new years lay between.
type Dates = ((u32, u32), (u32, u32), i32);

/// A stay as it is compared with others: those that come next to each other in order are of the same days.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Stay {
    traveller: TravellerIndex,
    country: CountryIndex,
    dates: Dates,
    start: Day,
    trip: TripIndex,
    account: u32,
}

/// `same-days-two-years`: stays of two days or more in one country that differ in their years alone.
pub(crate) fn same_days(desk: &Desk<'_>) -> Vec<Finding> {
    let stay = |told: Told<'_>| {
        let (traveller, country) = (told.trip.traveller, told.trip.country);
        let (dates, start) = (dates(told.account)?, told.account.when.possible().start());
        Some(Stay { traveller, country, dates, start, trip: told.index, account: told.at() })
    };
    let mut stays: Vec<Stay> = desk.voice.told().filter_map(stay).collect();
    stays.sort_unstable();
    let same = |a: &Stay, b: &Stay| (a.traveller, a.country, a.dates) == (b.traveller, b.country, b.dates);
    let mut found = Vec::new();
    for group in stays.chunk_by(same) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
        // Of the same month and day, starts of two years are two days.
        if first.start == last.start {
            continue;
        }
        let Some(told) = desk.voice.account(last.trip, last.account) else { continue };
        let mut trips: Vec<(TripIndex, u32)> = group.iter().map(|stay| (stay.trip, stay.account)).collect();
        trips.sort_by_key(|&(index, _)| (desk.chronicle.trip(index).possible(), index));
        trips.dedup_by_key(|(index, _)| *index);
        let account = trips.first().map_or(0, |&(_, account)| account);
        let trips = trips.into_iter().map(|(index, _)| index).collect();
        found.push(Finding::new(Code::SameDaysTwoYears, Matter::SameDays { trips, account }, desk.range(told)));
    }
    found
}

/// The dates of an account that is known to the day and tells of more than one.
fn dates(account: &Account) -> Option<Dates> {
    let span = account.when.possible();
    if span.days() < 2 || !account.when.is_exact() {
        return None;
    }
    let ((year, month, day), (last_year, last_month, last_day)) = (span.start().ymd(), span.last().ymd());
    Some(((month, day), (last_month, last_day), last_year - year))
}

/// Which years, and who has which days; `account` is one of the first trip's that has these dates.
pub(crate) fn same_days_words(voice: Voice<'_>, trips: &[TripIndex], account: u32) -> Option<String> {
    let first = voice.account(*trips.first()?, account)?;
    let of_dates = dates(first.account)?;
    let told = trips.iter().flat_map(|&index| voice.told_of(index));
    let mut group: Vec<_> = told.filter(|told| dates(told.account) == Some(of_dates)).collect();
    group.sort_by_key(|told| (told.account.when.possible(), told.index));
    let years: BTreeSet<i32> = group.iter().map(|told| told.account.when.possible().start().year()).collect();
    Some(format!(
        "{}: the same days in {}: {}",
        voice.country(first.trip.country),
        listed(years.iter().copied().map(format_year)),
        listed(group.iter().map(|told| voice.has(told.account))),
    ))
}

/// `impossible-leg`: a leg of a tour certainly begins before the leg before it has ended.
pub(crate) fn impossible_legs(desk: &Desk<'_>) -> Vec<Finding> {
    let shown = Filter::default().apply(desk.chronicle, &TripSet::default());
    let mut found = Vec::new();
    let tours = Tours::new(desk.chronicle, &shown, MOST_DAYS_BETWEEN);
    for tour in &tours.all {
        let legs = tours.legs(tour);
        for (leg, (&before, &after)) in legs.iter().zip(legs.iter().skip(1)).enumerate() {
            let Some((_, _, later)) = farthest_back(desk.voice, before, after) else { continue };
            let tour = Box::new((tour.clone(), narrow(leg)));
            let matter = Matter::Leg { trips: [before, after], tour };
            found.push(Finding::new(Code::ImpossibleLeg, matter, desk.range(later)));
        }
    }
    found
}

/// Which leg begins before which other has ended; `tour` is the tour and which of its legs, from 0, the first one is.
pub(crate) fn leg_words(voice: Voice<'_>, [before, after]: [TripIndex; 2], tour: &(Tour, u32)) -> Option<String> {
    let (overlap, earlier, later) = farthest_back(voice, before, after)?;
    let (tour, leg) = tour;
    let leg = wide(*leg) + 1;
    Some(format!(
        "{}: leg {}, {}, begins {} before the end of leg {leg}, {}",
        tour.name(voice.chronicle),
        leg + 1,
        voice.stay(later),
        days(overlap),
        voice.stay(earlier),
    ))
}

/// How many days before the end of one leg the next one begins, by the accounts that are farthest apart in this.
fn farthest_back(voice: Voice<'_>, before: TripIndex, after: TripIndex) -> Option<(i32, Told<'_>, Told<'_>)> {
    if voice.chronicle.trip(before).possible().last() <= voice.chronicle.trip(after).possible().start() {
        return None;
    }
    let told = |index| voice.told_of(index).filter_map(|told| Some((told, told.account.when.certain_days().hull()?)));
    let (earlier, end) = told(before).max_by_key(|(_, days)| days.last())?;
    let (later, start) = told(after).min_by_key(|(_, days)| days.start())?;
    let overlap = end.last() - start.start();
    (0 < overlap).then_some((overlap, earlier, later))
}
