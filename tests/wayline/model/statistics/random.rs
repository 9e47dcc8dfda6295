//! Statistics of random files, held against a count day by day.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use proptest::prelude::*;
use wayline::data::{StayLength, Vocabulary as _};
use wayline::model::{Chronicle, Counting, DayCount, Filter, Reading, Statistics, TripIndex, TripKind, TripStatus};
use wayline::time::{Certainty, Day, DaySet, Span};

use super::statistics_of;
use crate::model::readings::day_by_day::{days, reading, value};
use crate::support::chronicle;
use crate::support::random_file::dates;

const NAMES: [&str; 3] = ["Ann", "Bo", "Cy"];
const STATUSES: [&str; 5] = ["confirmed", "confirmed", "confirmed", "rumoured", "transit"];

/// The text of a random file: trips of a traveller or more, each told by a source or both, which name leaders and places.
pub(crate) fn peopled_file() -> impl Strategy<Value = String> {
    let account = (dates(), prop::collection::vec(0..3_usize, 0..3), prop::collection::vec(0..3_usize, 0..3));
    let told = (prop::collection::vec(account, 1..3), 0..2_usize);
    let trip = (0..3_usize, 0..3_usize, 0..STATUSES.len(), 0..TripKind::KEYS.len(), told);
    (1..=3_usize, prop::collection::vec(trip, 1..20)).prop_map(|(travellers, trips)| {
        let mut text = "(sources: [(id: \"s0\"), (id: \"s1\", covers: (countries: [\"Ann\"]))], trips: [\n".to_owned();
        for (country, traveller, status, kind, (accounts, first)) in trips {
            let (status, kind) = (STATUSES[status], TripKind::KEYS[kind]);
            let (country, traveller) = (NAMES[country], NAMES[traveller % travellers]);
            _ = write!(
                text,
                "(country: \"{country}\", traveller: \"{traveller}\", status: {status}, kind: {kind}, accounts: ["
            );
            for (number, (dates, leaders, places)) in accounts.into_iter().enumerate() {
                let leaders: Vec<_> =
                    leaders.iter().map(|&name| format!("(name: {:?}, office: \"{name}\")", NAMES[name])).collect();
                let leaders = leaders.join(", ");
                let places: Vec<_> = places.iter().map(|&name| NAMES[name]).collect();
                let source = (first + number) % 2;
                _ = write!(
                    text,
                    "(source: \"s{source}\", dates: {dates:?}, leaders: [{leaders}], places: {places:?}), "
                );
            }
            text += "]),\n";
        }
        text + "])"
    })
}

/// The days of some trips, found day by day: certain and possible.
fn days_of(chronicle: &Chronicle, reading: Reading, trips: &[TripIndex]) -> [BTreeSet<Day>; 2] {
    let mut found = [BTreeSet::new(), BTreeSet::new()];
    for &index in trips {
        let trip = chronicle.trip(index);
        for day in days(trip.possible()) {
            let value = value(chronicle, reading, trip, day);
            found[0].extend((value == Some(Certainty::Certain)).then_some(day));
            found[1].extend(value.map(|_| day));
        }
    }
    found
}

fn number(days: &[BTreeSet<Day>; 2]) -> DayCount {
    let [certain, possible] = [&days[0], &days[1]].map(|days| i32::try_from(days.len()).unwrap());
    DayCount { certain, possible }
}

/// The trips that have each key.
fn by_key<K: Ord>(trips: &[TripIndex], key: impl Fn(TripIndex) -> K) -> BTreeMap<K, Vec<TripIndex>> {
    let mut by_key: BTreeMap<K, Vec<TripIndex>> = BTreeMap::new();
    for &trip in trips {
        by_key.entry(key(trip)).or_default().push(trip);
    }
    by_key
}

/// The trips of which each name is told.
fn by_names<K: Ord>(trips: &[TripIndex], names: impl Fn(TripIndex) -> BTreeSet<K>) -> BTreeMap<K, BTreeSet<TripIndex>> {
    let mut by_names: BTreeMap<K, BTreeSet<TripIndex>> = BTreeMap::new();
    for &trip in trips {
        for name in names(trip) {
            by_names.entry(name).or_default().insert(trip);
        }
    }
    by_names
}

/// Runs of days without a gap, found day by day.
fn runs(days: &BTreeSet<Day>) -> Vec<Span> {
    let is_start = |day: &&Day| !days.contains(&(**day - 1));
    let is_last = |day: &&Day| !days.contains(&(**day + 1));
    let ends = days.iter().filter(is_start).zip(days.iter().filter(is_last));
    ends.map(|(&first, &last)| Span::from_days(first, last).unwrap()).collect()
}

/// The trips of a random file that a random filter leaves and counts, with their statistics.
pub(crate) fn counted(chronicle: &Chronicle, filter: &Filter) -> (Vec<TripIndex>, Statistics) {
    let (shown, statistics) = statistics_of(chronicle, filter);
    let counts = |index: &TripIndex| filter.counting.counts(chronicle.trip(*index).status);
    (shown.trips(chronicle).iter().copied().filter(counts).collect(), statistics)
}

pub(crate) fn filter(chronicle: &Chronicle, number: usize, counting: usize) -> Filter {
    let statuses = TripStatus::ALL.iter().copied().collect();
    Filter { reading: reading(chronicle, number), statuses, counting: Counting::ALL[counting], ..Filter::default() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn trips_and_days_are_those_of_a_count_day_by_day(text in peopled_file(), number_of in 0..4_usize, counting in 0..4_usize) {
        let chronicle = chronicle(&text);
        let filter = filter(&chronicle, number_of, counting);
        let (trips, statistics) = counted(&chronicle, &filter);
        let days_of = |trips: &[TripIndex]| days_of(&chronicle, filter.reading, trips);
        let counted = |trips: &[TripIndex]| (trips.len(), number(&days_of(trips)));

        let in_time: Vec<_> = statistics.stays.iter().map(|stay| stay.trip).collect();
        prop_assert_eq!(&in_time, &trips);
        for stay in &statistics.stays {
            prop_assert_eq!(stay.days, number(&days_of(&[stay.trip])));
            prop_assert!(stay.days.certain <= stay.days.possible);
        }
        let all = days_of(&trips);
        prop_assert_eq!(statistics.days(), number(&all));
        let set = |days: &BTreeSet<Day>| runs(days).into_iter().collect::<DaySet>();
        prop_assert_eq!(&statistics.days_certain, &set(&all[0]));
        prop_assert_eq!(&statistics.days_possible, &set(&all[1]));
        for &day in all[1].iter().step_by(7) {
            let on_day: Vec<_> = trips.iter().copied().filter(|&trip| days_of(&[trip])[1].contains(&day)).collect();
            prop_assert_eq!(statistics.trips_on(&chronicle, filter.reading, day), on_day);
        }
        for (year, numbers) in &statistics.per_year {
            let of_year = [&all[0], &all[1]].map(|days| days.iter().copied().filter(|day| day.year() == *year).collect());
            let days = DayCount { certain: numbers.days_certain, possible: numbers.days_possible };
            prop_assert_eq!(days, number(&of_year));
        }

        let countries = by_key(&trips, |trip| chronicle.trip(trip).country);
        let found = statistics.per_country.iter().map(|country| (country.country, (country.sum.trips, country.sum.days)));
        prop_assert_eq!(found.collect::<BTreeMap<_, _>>(), countries.iter().map(|(key, trips)| (*key, counted(trips))).collect());
        let kinds = by_key(&trips, |trip| chronicle.trip(trip).kind);
        let found = statistics.per_kind.iter().map(|(kind, sum)| (*kind, (sum.trips, sum.days)));
        prop_assert_eq!(found.collect::<BTreeMap<_, _>>(), kinds.iter().map(|(key, trips)| (*key, counted(trips))).collect());
        let travellers = by_key(&trips, |trip| chronicle.trip(trip).traveller);
        if chronicle.has_several_travellers() {
            let found = statistics.per_traveller.iter().map(|(traveller, sum)| (*traveller, (sum.trips, sum.days)));
            prop_assert_eq!(
                found.collect::<BTreeMap<_, _>>(),
                travellers.iter().map(|(key, trips)| (*key, counted(trips))).collect()
            );
        }

        let mut absences: Vec<i32> =
            travellers.values().flat_map(|trips| runs(&days_of(trips)[0])).map(Span::days).collect();
        absences.sort_by_key(|days| std::cmp::Reverse(*days));
        absences.truncate(10);
        prop_assert_eq!(statistics.absences.iter().map(|absence| absence.days.days()).collect::<Vec<_>>(), absences);
        for absence in &statistics.absences {
            prop_assert!(runs(&days_of(&travellers[&absence.traveller])[0]).contains(&absence.days));
            prop_assert!(runs(&days_of(&absence.trips)[0]).contains(&absence.days));
        }
    }

    #[test]
    fn sums_are_the_totals(text in peopled_file(), number_of in 0..4_usize, counting in 0..4_usize) {
        let chronicle = chronicle(&text);
        let filter = filter(&chronicle, number_of, counting);
        let (trips, statistics) = counted(&chronicle, &filter);
        let of_years = statistics.per_year.values().flat_map(|year| year.visits.values().flatten());
        let possible: BTreeSet<_> = statistics.per_year.values().flat_map(|year| &year.visits_possible).collect();
        let certain: Vec<_> = of_years.collect();
        prop_assert!(certain.iter().all(|trip| !possible.contains(*trip)));
        prop_assert_eq!(certain.len() + possible.len(), trips.len());
        prop_assert_eq!(statistics.cumulative_visits().into_values().last().unwrap_or(0), certain.len());
        prop_assert_eq!(statistics.per_country.iter().map(|country| country.sum.trips).sum::<usize>(), trips.len());
        prop_assert_eq!(statistics.per_kind.iter().map(|(_, sum)| sum.trips).sum::<usize>(), trips.len());
        let of_travellers: usize = statistics.per_traveller.iter().map(|(_, sum)| sum.trips).sum();
        prop_assert_eq!(of_travellers, if chronicle.has_several_travellers() { trips.len() } else { 0 });
        for (&year, of_year) in &statistics.per_year {
            let trips: usize = of_year.visits.values().map(Vec::len).sum();
            prop_assert_eq!(of_year.count_by(|trip| chronicle.trip(trip).kind).values().sum::<usize>(), trips, "{}", year);
        }
        // Each stay is of one length, or may be of several in a row.
        let known = |stay: &&wayline::model::Stay| StayLength::of(stay.days.certain) == StayLength::of(stay.days.possible);
        let certain: usize = statistics.lengths.values().map(|count| count.certain).sum();
        prop_assert_eq!(certain, statistics.stays.iter().filter(known).count());
        let most = statistics.lengths.values().map(|count| count.certain + count.possible).max();
        prop_assert!(most <= Some(trips.len()));
    }

    #[test]
    fn leaders_and_places_are_those_of_the_accounts(text in peopled_file(), number_of in 0..4_usize) {
        let chronicle = chronicle(&text);
        let filter = filter(&chronicle, number_of, 0);
        let (trips, statistics) = counted(&chronicle, &filter);
        let accounts = |index: TripIndex| filter.reading.accounts(chronicle.trip(index));
        let leaders = by_names(&trips, |trip| {
            accounts(trip).flat_map(|account| account.leaders.iter().map(|leader| leader.name.to_string())).collect()
        });
        let found = statistics.leaders.named.iter();
        let found = found.map(|leader| (leader.name.to_string(), leader.meetings.trips.iter().copied().collect()));
        prop_assert_eq!(found.collect::<BTreeMap<String, BTreeSet<_>>>(), leaders);
        let places = by_names(&trips, |trip| {
            let country = chronicle.trip(trip).country;
            accounts(trip).flat_map(|account| account.places.iter().map(|place| (country, place.name.to_string()))).collect()
        });
        let found = statistics.places.iter();
        let found = found.map(|place| ((place.country, place.name.to_string()), place.visits.trips.iter().copied().collect()));
        prop_assert_eq!(found.collect::<BTreeMap<_, BTreeSet<_>>>(), places);
        let lists = statistics.leaders.named.iter().map(|leader| &leader.meetings);
        for mentions in lists.chain(statistics.places.iter().map(|place| &place.visits)) {
            let order: Vec<_> = trips.iter().filter(|trip| mentions.trips.contains(trip)).copied().collect();
            prop_assert_eq!(&order, &mentions.trips);
            let (shown, _) = statistics_of(&chronicle, &filter);
            let span = mentions.trips.iter().map(|&trip| shown.span(&chronicle, trip)).reduce(Span::hull);
            prop_assert_eq!(span, Some(mentions.span));
        }
    }
}
