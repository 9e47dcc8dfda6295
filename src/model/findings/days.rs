//! Days that cannot all be as they are told: two countries at once, the same days in two years, legs out of time.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Code, Finding,
    desk::{Desk, Told, days, listed},
};
use crate::{
    model::{CountryIndex, Filter, MOST_DAYS_BETWEEN, Status, Tours, TripIndex},
    time::{
        DaySet, Span,
        words::{self, Months},
    },
};

/// A run of days that an account is certain of.
#[derive(Clone, Copy)]
struct Stay<'a> {
    days: Span,
    told: Told<'a>,
}

/// What two trips to different countries have in common.
#[derive(Default)]
struct Clash<'a> {
    shared: Vec<Span>,
    told: Vec<Told<'a>>,
}

/// `two-countries-one-day`: two trips share days that are not the end of one and the start of the other.
///
/// Goes through the certain stays in the order of time, so that only those of the same days meet.
pub(super) fn two_countries(desk: &Desk<'_>) -> Vec<Finding> {
    let took_place = |told: &Told<'_>| !matches!(told.trip.status, Status::Rumoured | Status::Cancelled);
    let mut stays = Vec::new();
    for told in desk.told().filter(took_place) {
        stays.extend(told.account.when.certain_days().spans().iter().map(|&days| Stay { days, told }));
    }
    stays.sort_by_key(|stay| (stay.days, stay.told.index));
    let mut clashes: BTreeMap<(TripIndex, TripIndex), Clash<'_>> = BTreeMap::new();
    let mut lasting: Vec<Stay<'_>> = Vec::new();
    for stay in stays {
        lasting.retain(|other| stay.days.start() < other.days.end());
        for other in lasting.iter().filter(|other| other.told.trip.country != stay.told.trip.country) {
            if let Some(shared) = beyond_travel(other.days, stay.days) {
                let (a, b) = (other.told.index, stay.told.index);
                let clash = clashes.entry((a.min(b), a.max(b))).or_default();
                clash.shared.push(shared);
                clash.told.extend([other.told, stay.told]);
            }
        }
        lasting.push(stay);
    }
    clashes.into_values().filter_map(|clash| clash.finding(desk)).collect()
}

/// The days that two stays share, unless it is the one day on which he left one country for the other.
fn beyond_travel(a: Span, b: Span) -> Option<Span> {
    let shared = a.intersection(b)?;
    let travel = shared.days() == 1 && (a.last() == b.start() || b.last() == a.start());
    (!travel).then_some(shared)
}

impl Clash<'_> {
    fn finding(mut self, desk: &Desk<'_>) -> Option<Finding> {
        let position =
            |told: &Told<'_>| told.trip.accounts().iter().position(|other| std::ptr::eq(other, told.account));
        self.told.sort_by_key(|told| (told.trip.possible(), told.index, position(told)));
        self.told.dedup_by(|a, b| std::ptr::eq(a.account, b.account));
        let stays: Vec<_> = self.told.iter().map(|&told| desk.stay(told)).collect();
        let shared: DaySet = self.shared.into_iter().collect();
        let runs: Vec<_> = shared.spans().iter().map(|&days| words::span(days, Months::Full)).collect();
        let message = format!("Two countries on {}, {}: {}", listed(&runs), days(shared.days()), stays.join(" and "));
        let place = desk.place(*self.told.last()?);
        let trips = self.told.iter().map(|told| told.index);
        Some(desk.about_trips(Code::TwoCountriesOneDay, message, place, trips))
    }
}

/// Month and day on which a stay began and ended, and how many new years lay between.
type Dates = ((u32, u32), (u32, u32), i32);

/// `same-days-two-years`: stays of two days or more in one country that differ in their years alone.
pub(super) fn same_days(desk: &Desk<'_>) -> Vec<Finding> {
    let mut groups: BTreeMap<(CountryIndex, Dates), Vec<Told<'_>>> = BTreeMap::new();
    for told in desk.told().filter(|told| told.account.when.is_exact()) {
        let span = told.account.when.possible();
        if 1 < span.days() {
            let ((year, month, day), (last_year, last_month, last_day)) = (span.start().ymd(), span.last().ymd());
            let dates = ((month, day), (last_month, last_day), last_year - year);
            groups.entry((told.trip.country, dates)).or_default().push(told);
        }
    }
    let mut found = Vec::new();
    for ((country, _), mut group) in groups {
        group.sort_by_key(|told| (told.account.when.possible(), told.index));
        let years: BTreeSet<i32> = group.iter().map(|told| told.account.when.possible().start().year()).collect();
        let (Some(&told), true) = (group.last(), 1 < years.len()) else { continue };
        let years: Vec<_> = years.into_iter().map(words::year_words).collect();
        let stays: Vec<_> = group.iter().map(|told| desk.has(told.account)).collect();
        let message = format!("{}: the same days in {}: {}", desk.country(country), listed(&years), listed(&stays));
        let trips = group.iter().map(|told| told.index);
        found.push(desk.about_trips(Code::SameDaysTwoYears, message, desk.place(told), trips));
    }
    found
}

/// `impossible-leg`: a leg of a tour certainly begins before the leg before it has ended.
pub(super) fn impossible_legs(desk: &Desk<'_>) -> Vec<Finding> {
    let shown = Filter::default().apply(desk.chronicle, &BTreeSet::new());
    let mut found = Vec::new();
    let tours = Tours::new(desk.chronicle, &shown, MOST_DAYS_BETWEEN);
    for tour in &tours.all {
        let legs = tours.legs(tour);
        for (leg, (&before, &after)) in (1..).zip(legs.iter().zip(legs.iter().skip(1))) {
            let Some((overlap, earlier, later)) = farthest_back(desk, before, after) else { continue };
            let message = format!(
                "{}: leg {}, {}, begins {} before the end of leg {leg}, {}",
                tour.name(desk.chronicle),
                leg + 1,
                desk.stay(later),
                days(overlap),
                desk.stay(earlier),
            );
            found.push(desk.about_trips(Code::ImpossibleLeg, message, desk.place(later), [before, after]));
        }
    }
    found
}

/// How many days before the end of one leg the next one begins, by the accounts that are farthest apart in this.
fn farthest_back<'a>(desk: &Desk<'a>, before: TripIndex, after: TripIndex) -> Option<(i32, Told<'a>, Told<'a>)> {
    let told = |index: TripIndex| {
        let trip = desk.chronicle.trip(index);
        let certain = trip.accounts().iter().filter_map(|account| Some((account, account.when.certain_days().hull()?)));
        certain.map(move |(account, days)| (Told { index, trip, account }, days))
    };
    let (earlier, end) = told(before).max_by_key(|(_, days)| days.last())?;
    let (later, start) = told(after).min_by_key(|(_, days)| days.start())?;
    let overlap = end.last() - start.start();
    (0 < overlap).then_some((overlap, earlier, later))
}
