//! Days that cannot be: two countries at once, the same days twice, before or after a state, within another leg.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use wayline::model::{self, Account, Chronicle, Code, CountryIndex, Trip, TripStatus};
use wayline::time::{Day, When};

use super::{
    Days, accounts, alone, certain, days, default_file, load, messages, number, of, pairs, possible, told, trips,
};

/// Pairs of trips that share more than a day of travel, by comparing all accounts day by day.
fn in_two_countries(chronicle: &Chronicle) -> BTreeMap<BTreeSet<usize>, Days> {
    let accounts = accounts(chronicle);
    let took_place = |trip: &Trip| !matches!(trip.status, TripStatus::Rumoured | TripStatus::Cancelled);
    let mut found: BTreeMap<BTreeSet<usize>, Days> = BTreeMap::new();
    for ((at, trip, a), (other_at, other, b)) in pairs(&accounts) {
        if at == other_at || trip.country == other.country || !took_place(trip) || !took_place(other) {
            continue;
        }
        let (a, b) = (certain(a), certain(b));
        let shared: Days = a.intersection(&b).copied().collect();
        let travel = shared.len() == 1 && (a.last() == b.first() || b.last() == a.first());
        if !shared.is_empty() && !travel {
            found.entry(BTreeSet::from([at, other_at])).or_default().extend(shared);
        }
    }
    found
}

/// The trips of each finding about two countries, where a stay that meets more than eight others is told by itself, and
/// by the others if they meet fewer: by comparing all stays with all.
fn told_of_two_countries(chronicle: &Chronicle) -> Vec<BTreeSet<usize>> {
    let took_place = |trip: &Trip| !matches!(trip.status, TripStatus::Rumoured | TripStatus::Cancelled);
    let accounts = accounts(chronicle).into_iter().filter(|(_, trip, _)| took_place(trip));
    let stays: BTreeSet<(usize, Days)> = accounts.map(|(at, _, account)| (at, certain(account))).collect();
    let stays: Vec<_> = stays.iter().collect();
    let meet = |a: &(usize, Days), b: &(usize, Days)| {
        let country = |stay: &(usize, Days)| chronicle.trips[stay.0].country;
        let shared: Days = a.1.intersection(&b.1).copied().collect();
        let travel = shared.len() == 1 && (a.1.last() == b.1.first() || b.1.last() == a.1.first());
        country(a) != country(b) && !shared.is_empty() && !travel
    };
    let others = |stay: &(usize, Days)| stays.iter().filter(|other| meet(stay, other)).count();
    let in_pairs = pairs(&stays).into_iter().filter(|(a, b)| meet(a, b) && (others(a) <= 8 || others(b) <= 8));
    let in_pairs: BTreeSet<BTreeSet<usize>> = in_pairs.map(|(a, b)| [a.0, b.0].into()).collect();
    let by_themselves = stays.iter().filter(|stay| 8 < others(stay)).map(|stay| [stay.0].into());
    let mut told: Vec<_> = in_pairs.into_iter().chain(by_themselves).collect();
    told.sort();
    told
}

#[test]
fn he_is_not_in_two_countries_on_one_day() {
    let loaded = default_file();
    let expected = in_two_countries(&loaded.chronicle);
    assert_eq!(trips(&loaded, Code::TwoCountriesOneDay), expected.keys().cloned().collect::<Vec<_>>());
    let pair = ["4-6 June 1975", "5-10 June 1975"].map(|words| told(&loaded.chronicle, words)).into();
    assert_eq!(expected, [(pair, [number("1975-06-05"), number("1975-06-06")].into())].into());
    let words =
        "Two countries on 5–6 June 1975, 2 days: Bulgaria, 4–6 June 1975 (List) and Yugoslavia, 5–10 June 1975 (List)";
    assert_eq!(messages(&loaded, Code::TwoCountriesOneDay), [words]);
}

/// A file of trips to a few countries, most of them close to each other; some told by two sources.
fn files() -> impl Strategy<Value = String> {
    let trip = (0..4_u8, 0..120_i32, 1..15_i32, proptest::option::of(-5..5_i32), 0..5_u8);
    let line = |(country, start, length, second, status): (u8, i32, i32, Option<i32>, u8)| {
        let dates = |shift: i32| {
            let first = Day::from_number(712_000 + start + shift);
            format!("{first}/{}", first + (length - 1))
        };
        let second = second.map(|shift| format!(", (source: \"b\", dates: \"{}\")", dates(shift))).unwrap_or_default();
        let status = ["confirmed", "confirmed", "transit", "rumoured", "cancelled"][usize::from(status)];
        let account = format!("(source: \"a\", dates: \"{}\")", dates(0));
        format!("(country: \"C{country}\", status: {status}, accounts: [{account}{second}]),\n")
    };
    let lines = prop::collection::vec(trip.prop_map(line), 0..30);
    lines.prop_map(|lines| format!("(sources: [(id: \"a\"), (id: \"b\")], trips: [\n{}])", lines.concat()))
}

proptest! {
    #[test]
    fn days_in_two_countries_are_all_found(text in files()) {
        // A file without trips is a problem of its own.
        let loaded = model::load(text.clone());
        let found = trips(&loaded, Code::TwoCountriesOneDay);
        prop_assert_eq!(&found, &told_of_two_countries(&loaded.chronicle));
        let disputed: BTreeSet<usize> = found.into_iter().flatten().collect();
        let expected = in_two_countries(&loaded.chronicle).into_keys().flatten().collect::<BTreeSet<_>>();
        prop_assert_eq!(disputed, expected, "nobody is left out");
        for finding in &loaded.findings().all {
            let order = finding.trips().iter().map(|&index| (loaded.chronicle.trip(index).possible(), index));
            prop_assert!(order.is_sorted(), "in the order of time");
        }
        let places: Vec<_> = loaded.findings().all.iter().map(|found| (found.line, found.column, found.code)).collect();
        prop_assert!(places.is_sorted(), "in the order of the file");
        let again = model::load(text);
        prop_assert_eq!(again.findings(), loaded.findings());
    }
}

#[test]
fn a_range_of_days_returns_in_another_year() {
    let loaded = default_file();
    let mut expected = BTreeSet::new();
    for ((at, trip, a), (other_at, other, b)) in pairs(&accounts(&loaded.chronicle)) {
        // `1949-03-03/1949-03-25` without its years is `-03-03/` and `-03-25`.
        let without_years = |account: &Account| {
            let dates = account.when.edtf();
            let (first, last) = dates.split_once('/')?;
            Some((first.get(4..)?.to_owned(), last.get(4..)?.to_owned()))
        };
        let year = |account: &Account| account.when.edtf().get(..4).map(str::to_owned);
        let same = without_years(a).is_some() && without_years(a) == without_years(b) && year(a) != year(b);
        if same && at != other_at && trip.country == other.country {
            expected.insert(BTreeSet::from([at, other_at]));
        }
    }
    assert_eq!(trips(&loaded, Code::SameDaysTwoYears), expected.iter().cloned().collect::<Vec<_>>());
    let pair = ["3-25 March 1949", "3-25 March 1961"].map(|words| told(&loaded.chronicle, words));
    assert_eq!(expected, [BTreeSet::from(pair)].into());
    let words = "Soviet Union: the same days in 1949 and 1961: List has 3–25 March 1949 and List has 3–25 March 1961";
    assert_eq!(messages(&loaded, Code::SameDaysTwoYears), [words]);
}

#[test]
fn the_same_days_in_three_years_are_one_finding() {
    let text = r#"(trips: [
        (country: "X", dates: "1950-12-30/1951-01-02"), (country: "X", dates: "1960-12-30/1961-01-02"),
        (country: "X", dates: "1955-12-30/1956-01-02"), (country: "X", dates: "1970-12-30/1972-01-02"),
        (country: "Y", dates: "1965-12-30/1966-01-02"), (country: "X", dates: "1981-05-01"), (country: "X", dates: "1982-05-01"),
    ])"#;
    let loaded = load(text);
    assert_eq!(trips(&loaded, Code::SameDaysTwoYears), [BTreeSet::from([0, 1, 2])]);
    let order: Vec<_> = of(&loaded, Code::SameDaysTwoYears)[0].trips().iter().map(|trip| trip.position()).collect();
    assert_eq!(order, [0, 2, 1], "in the order of time");
}

#[test]
fn states_live_from_their_first_to_their_last_day() {
    let loaded = default_file();
    let chronicle = &loaded.chronicle;
    let lives: Vec<Option<When>> = chronicle.countries.iter().map(|country| country.state.clone()).collect();
    // A day outside is one on which the state, by its own dates, cannot have been.
    let is_outside = |country: CountryIndex, when: &When| {
        let life = lives[country.position()].as_ref()?;
        let outside = |number: &i32| life.certainty(Day::from_number(*number)).is_none();
        let (certain, possible) = (days(&when.certain_days()), days(&when.possible_days()));
        Some(certain.iter().any(outside) || possible.iter().all(outside))
    };
    let events = chronicle
        .events
        .iter()
        .filter(|event| event.when.as_ref().and_then(|when| is_outside(event.country, when)) == Some(true));
    let titles: Vec<_> = events.map(|event| event.title.as_str()).collect();
    assert!(accounts(chronicle).iter().all(|(_, trip, account)| is_outside(trip.country, &account.when) != Some(true)));
    assert_eq!(titles, ["70th Anniversary of the Armed Forces of the Soviet Union Commemorative Medal"]);
    let [finding] = of(&loaded, Code::OutsideStateLife)[..] else { panic!("one alone") };
    assert!(finding.trips().is_empty() && chronicle.event(finding.events()[0]).title == titles[0]);
    let late = number("1993-05-09") - number("1991-12-26");
    let words = format!("Album, 9 May 1993, Soviet Union, “{}”: {late} days after the life of the state, ", titles[0]);
    assert_eq!(finding.message(chronicle), words + "30 December 1922 – 26 December 1991");
}

#[test]
fn trips_before_across_and_within_the_life_of_a_state() {
    let text = r#"(countries: [(name: "X", state: "1950-03/1960-12-31"), (name: "Y", state: "1950-01-01/..")], trips: [
        (country: "X", dates: "1950-02-26/1950-02-28"), (country: "X", dates: "1950-02-26/1950-03-02"),
        (country: "X", dates: "1961"), (country: "X", dates: "1960"), (country: "X", dates: "1950-02-26?/1950-03-05"),
        (country: "Y", dates: "2500"), (country: "Y", dates: "../1949"), (country: "Z", dates: "1200"),
    ])"#;
    let loaded = load(text);
    let words: Vec<_> = messages(&loaded, Code::OutsideStateLife)
        .iter()
        .map(|message| message.split_once(": ").unwrap().1.split_once(" the life").unwrap().0.to_owned())
        .collect();
    assert_eq!(words, ["1 day before", "3 days outside", "1 day after", "1 day before"]);
    // Of an uncertain date no day is certainly outside while some can be inside.
    assert_eq!(trips(&loaded, Code::OutsideStateLife), alone(&[0, 1, 2, 6]));
}

#[test]
fn no_leg_begins_before_the_one_before_it_ends() {
    let loaded = default_file();
    let chronicle = &loaded.chronicle;
    let confirmed = chronicle.trips.iter().enumerate().filter(|(_, trip)| trip.status == TripStatus::Confirmed);
    let mut legs: Vec<_> = confirmed.collect();
    legs.sort_by_key(|(at, trip)| (trip.possible(), *at));
    let mut expected = Vec::new();
    for pair in legs.windows(2) {
        let [(at, before), (next, after)] = pair else { unreachable!() };
        let exact = |trip: &Trip| trip.accounts().iter().all(|account| account.when.is_exact());
        let all = |trip: &Trip| -> Days { trip.accounts().iter().flat_map(possible).collect() };
        let (first, last) = (*all(after).first().unwrap(), *all(before).last().unwrap());
        let joined = before.country != after.country && exact(before) && exact(after) && first - last - 1 <= 2;
        if joined && first < last {
            expected.push((BTreeSet::from([*at, *next]), last - first));
        }
    }
    assert_eq!(
        trips(&loaded, Code::ImpossibleLeg),
        expected.iter().map(|(trips, _)| trips.clone()).collect::<Vec<_>>()
    );
    let pair = ["4-6 June 1975", "5-10 June 1975"].map(|words| told(chronicle, words)).into();
    assert_eq!(expected, [(pair, 1)]);
    let words = "Tour of 1975: leg 5, Yugoslavia, 5–10 June 1975 (List), begins 1 day before the end of \
                 leg 4, Bulgaria, 4–6 June 1975 (List)";
    assert_eq!(messages(&loaded, Code::ImpossibleLeg), [words]);
}

#[test]
fn a_leg_is_held_against_every_source() {
    // By the second source the first leg lasts into the next one.
    let text = r#"(sources: [(id: "a"), (id: "b")], trips: [
        (country: "X", accounts: [(source: "a", dates: "1956-06-01/1956-06-06"), (source: "b", dates: "1956-06-01/1956-06-10")]),
        (country: "Y", accounts: [(source: "a", dates: "1956-06-07/1956-06-12")]),
    ])"#;
    let words =
        "Tour of 1956: leg 2, Y, 7–12 June 1956 (a), begins 3 days before the end of leg 1, X, 1–10 June 1956 (b)";
    assert_eq!(messages(&load(text), Code::ImpossibleLeg), [words]);
}
