//! `two-countries-one-day`: stays of one traveller that share days and cannot both be as they are told.

use std::collections::BTreeSet;

use crate::data::Severity;
use crate::model::facts::{CountryIndex, TravellerIndex, TripIndex, TripStatus};
use crate::model::findings::check::Check;
use crate::model::findings::finding::{Code, FindingDetails, Found, MOST, narrow, wide};
use crate::model::findings::locator::Locator;
use crate::model::findings::wording::{TripAccount, Wording, days, listed};
use crate::text::count;
use crate::time::{DaySet, Months, Span};

pub(super) const CHECK: Check =
    Check { code: Code::TwoCountriesOneDay, severity: Severity::Warning, disputes: true, find, describe };

/// A run of days that an account is certain of. In the order of traveller and time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct CertainStay {
    traveller: TravellerIndex,
    days: Span,
    trip: TripIndex,
    account: u32,
    country: CountryIndex,
}

/// A stay that meets few others is told with each of them. One that meets very many is told once, with their number,
/// so that a careless file of `n` trips has no `n²` findings; it is also part of what its others tell.
fn find(locator: &Locator<'_>) -> Vec<Found> {
    let took_place = |told: &TripAccount<'_>| told.trip.status != TripStatus::Rumoured && told.trip.status.took_place();
    let mut stays = Vec::new();
    for told in locator.wording.accounts().filter(took_place) {
        let (traveller, country) = (told.trip.traveller, told.trip.country);
        for &days in told.account.when.certain_days().spans() {
            stays.push(CertainStay { traveller, days, trip: told.index, account: told.at(), country });
        }
    }
    stays.sort_unstable();
    // Two accounts of the same days are one stay.
    stays.dedup_by_key(|stay| (stay.trip, stay.days));
    let meetings = meetings(&stays);
    let pairs = pairs(&stays, &meetings.others, &meetings.ends);
    let in_pairs = pairs.into_iter().filter_map(|mut trips| {
        trips.sort_by_key(|&index| (locator.chronicle.trip(index).possible(), index));
        let last = Clash::new(locator.wording, trips).told.pop()?;
        Some(locator.found_at(last, FindingDetails::TwoCountries(trips)))
    });
    let crowds = stays.iter().zip(&meetings.others).filter(|&(_, &others)| MOST < wide(others));
    let in_crowds = crowds.filter_map(|(stay, &others)| {
        let told = locator.wording.account(stay.trip, stay.account)?;
        let details = FindingDetails::Crowd { trip: stay.trip, account: stay.account, others };
        Some(locator.found_at(told, details))
    });
    in_pairs.chain(in_crowds).collect()
}

/// How the stays of a file meet.
struct Meetings {
    /// With how many stays in other countries each shares days beyond travel.
    others: Vec<u32>,
    /// Behind each stay, the position of the first one of the same traveller that it no longer meets.
    ends: Vec<usize>,
}

/// Counts without comparing all with all: in the order of time those that a stay meets follow it without a gap, so
/// that two searches count them. Those in its own country, counted the same way among themselves, do not matter.
fn meetings(stays: &[CertainStay]) -> Meetings {
    let (mut others, ends) = follow(stays, |stay| stay.traveller);
    // Most meet none at all.
    let meeting = stays.iter().zip(&others).enumerate().filter(|(_, (_, others))| 0 < **others);
    let mut by_country: Vec<(CertainStay, usize)> = meeting.map(|(at, (&stay, _))| (stay, at)).collect();
    by_country.sort_unstable_by_key(|&(stay, at)| (stay.traveller, stay.country, at));
    let in_order: Vec<CertainStay> = by_country.iter().map(|&(stay, _)| stay).collect();
    let (own, _) = follow(&in_order, |stay| (stay.traveller, stay.country));
    for ((_, at), own) in by_country.into_iter().zip(own) {
        if let Some(others) = others.get_mut(at) {
            *others -= own;
        }
    }
    Meetings { others: others.into_iter().map(narrow).collect(), ends }
}

/// How many of its group each stay shares days with beyond travel, and where those behind it end. Stays of a group
/// stand together, in the order of time.
///
/// A stay `b` behind `a` in that order shares a day with it that is not one of travel where it begins before `a`'s last
/// day: on that day itself `a` has come to its end, and a stay of one day that begins with `b` is never before it.
fn follow<T: PartialEq>(stays: &[CertainStay], group: impl Fn(&CertainStay) -> T) -> (Vec<usize>, Vec<usize>) {
    let mut changes = vec![0_isize; stays.len() + 1];
    let (mut meets, mut ends) = (Vec::with_capacity(stays.len()), Vec::with_capacity(stays.len()));
    let mut from = 0;
    for of_group in stays.chunk_by(|a, b| group(a) == group(b)) {
        for (at, stay) in of_group.iter().enumerate() {
            let end = of_group.partition_point(|other| other.days.start() < stay.days.last()).max(at + 1);
            meets.push(end - at - 1);
            ends.push(from + end);
            for (position, change) in [(from + at + 1, 1), (from + end, -1)] {
                if let Some(number) = changes.get_mut(position) {
                    *number += change;
                }
            }
        }
        from += of_group.len();
    }
    // Each is met by those before it that reach it.
    let mut before = 0_isize;
    for (meets, change) in meets.iter_mut().zip(changes) {
        before += change;
        *meets += before.unsigned_abs();
    }
    (meets, ends)
}

/// The trips of all meetings in which one of both stays meets few others: in the order of the file, each once.
///
/// What stands in the way of a search, stays in the same country or with a crowd of their own, is passed over in
/// leaps, so that it takes as many steps as there are pairs.
fn pairs(stays: &[CertainStay], others: &[u32], ends: &[usize]) -> Vec<[TripIndex; 2]> {
    let is_few = |at: usize| others.get(at).is_some_and(|&others| 0 < others && wide(others) <= MOST);
    let with_others = |at: &usize| others.get(*at).is_some_and(|&others| 0 < others);
    let all = TravelCheck::new(stays, (0..stays.len()).filter(with_others).collect());
    let few = TravelCheck::new(stays, (0..stays.len()).filter(|&at| is_few(at)).collect());
    let mut pairs = Vec::new();
    for (at, (stay, &end)) in stays.iter().zip(ends).enumerate().filter(|(at, _)| with_others(at)) {
        let partners = if is_few(at) { &all } else { &few };
        pairs.extend(partners.between(at + 1, end, stay.country).filter_map(|other| {
            let other = stays.get(other)?.trip;
            Some([stay.trip.min(other), stay.trip.max(other)])
        }));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Some of the stays, by their positions in order, and for each the place in this list of the next one in another country.
struct TravelCheck {
    stays: Vec<(usize, CountryIndex)>,
    next: Vec<usize>,
}

impl TravelCheck {
    fn new(stays: &[CertainStay], positions: Vec<usize>) -> Self {
        let positions = positions.into_iter();
        let stays: Vec<_> = positions.filter_map(|at| Some((at, stays.get(at)?.country))).collect();
        let runs = stays.chunk_by(|a, b| a.1 == b.1);
        let mut end = 0;
        let next = runs.flat_map(|run| {
            end += run.len();
            std::iter::repeat_n(end, run.len())
        });
        Self { next: next.collect(), stays }
    }

    /// Those from one position to before another that are not in this country.
    fn between(&self, from: usize, to: usize, country: CountryIndex) -> impl Iterator<Item = usize> {
        let mut at = self.stays.partition_point(|(position, _)| *position < from);
        std::iter::from_fn(move || {
            loop {
                let &(position, of) = self.stays.get(at).filter(|(position, _)| *position < to)?;
                if of != country {
                    at += 1;
                    return Some(position);
                }
                at = *self.next.get(at)?;
            }
        })
    }
}

/// What two trips to different countries have in common.
struct Clash<'a> {
    shared: DaySet,
    /// The accounts that meet, in the order of time.
    told: Vec<TripAccount<'a>>,
}

impl<'a> Clash<'a> {
    fn new(wording: Wording<'a>, [first, second]: [TripIndex; 2]) -> Self {
        let (mut shared, mut met) = (Vec::new(), BTreeSet::new());
        for a in wording.accounts_of(first) {
            for b in wording.accounts_of(second) {
                let (days, others) = (a.account.when.certain_days(), b.account.when.certain_days());
                let meets = |&days: &Span| others.spans().iter().filter_map(move |&other| beyond_travel(days, other));
                let before = shared.len();
                shared.extend(days.spans().iter().flat_map(meets));
                if before < shared.len() {
                    met.extend([a, b].map(|told| (told.trip.possible(), told.index, told.position)));
                }
            }
        }
        let told = met.into_iter().filter_map(|(_, index, position)| wording.account(index, narrow(position)));
        Self { shared: shared.into_iter().collect(), told: told.collect() }
    }
}

/// The days that two stays share, unless it is the one day on which he left one country for the other.
fn beyond_travel(a: Span, b: Span) -> Option<Span> {
    let shared = a.intersection(b)?;
    let travel = shared.days() == 1 && (a.last() == b.start() || b.last() == a.start());
    (!travel).then_some(shared)
}

/// Which days two trips share, and where the sources have him on them; or with how many others a stay cannot be.
fn describe(wording: Wording<'_>, details: &FindingDetails) -> Option<String> {
    match *details {
        FindingDetails::TwoCountries(trips) => Some(describe_pair(wording, trips)),
        FindingDetails::Crowd { trip, account, others } => {
            let stay = wording.stay(wording.account(trip, account)?);
            let others = count(wide(others), "stay", "stays");
            Some(format!("Two countries on one day: {stay} shares days with {others} in other countries"))
        }
        _ => None,
    }
}

fn describe_pair(wording: Wording<'_>, trips: [TripIndex; 2]) -> String {
    let Clash { shared, told } = Clash::new(wording, trips);
    let runs = listed(shared.spans().iter().map(|&days| days.format(Months::Full)));
    let more = told.len().saturating_sub(MOST);
    let mut stays: Vec<_> = told.into_iter().take(MOST).map(|told| wording.stay(told)).collect();
    stays.extend((0 < more).then(|| format!("{more} more")));
    format!("Two countries on {runs}, {}: {}", days(shared.days()), stays.join(" and "))
}
