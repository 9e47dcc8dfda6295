//! Findings against the accounts they are about: each test derives what must be found by comparing everything with
//! everything, day by day, and then names what the two documents are known to contain.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::Value;
use wayline::{
    data::TableFormat,
    model::{self, Account, Chronicle, Code, Finding, Loaded, Status, Trip, findings},
    time::{Day, When},
};

use super::{
    cli::wayline,
    support::{DEFAULT_FILE, day},
};

type Days = BTreeSet<i32>;

fn load(text: &str) -> Loaded {
    let loaded = model::load(text.to_owned());
    assert!(loaded.problems.is_empty(), "{:#?}", loaded.problems);
    loaded
}

fn default_file() -> Loaded {
    load(DEFAULT_FILE)
}

fn of(loaded: &Loaded, code: Code) -> Vec<&Finding> {
    loaded.findings.all.iter().filter(|finding| finding.code == code).collect()
}

fn messages(loaded: &Loaded, code: Code) -> Vec<&str> {
    of(loaded, code).iter().map(|finding| finding.message.as_str()).collect()
}

/// The trips of each finding of a code, by their places in the file.
fn trips(loaded: &Loaded, code: Code) -> Vec<BTreeSet<usize>> {
    let mut trips: Vec<BTreeSet<usize>> =
        of(loaded, code).iter().map(|finding| finding.trips.iter().map(|trip| trip.position()).collect()).collect();
    trips.sort();
    trips
}

fn days(spans: &wayline::time::DaySet) -> Days {
    spans.spans().iter().flat_map(|span| span.start().number()..span.end().number()).collect()
}

fn certain(account: &Account) -> Days {
    days(&account.when.certain_days())
}

/// The days that can have been; only for dates without open ends.
fn possible(account: &Account) -> Days {
    days(&account.when.possible_days())
}

fn number(text: &str) -> i32 {
    day(text).number()
}

/// Every two of some things, in their order.
fn pairs<T: Copy>(things: &[T]) -> Vec<(T, T)> {
    let pairs = things.iter().enumerate().flat_map(|(at, &a)| things[at + 1..].iter().map(move |&b| (a, b)));
    pairs.collect()
}

fn accounts(chronicle: &Chronicle) -> Vec<(usize, &Trip, &Account)> {
    let trips = chronicle.trips.iter().enumerate();
    trips.flat_map(|(at, trip)| trip.accounts().iter().map(move |account| (at, trip, account))).collect()
}

fn source<'a>(chronicle: &'a Chronicle, account: &Account) -> &'a str {
    &chronicle.source(account.source).name
}

fn country<'a>(chronicle: &'a Chronicle, trip: &Trip) -> &'a str {
    &chronicle.country(trip.country).name
}

/// Where the trip stands of which a source has these words for the date.
fn told(chronicle: &Chronicle, verbatim: &str) -> usize {
    let words = |trip: &Trip| trip.accounts().iter().any(|account| account.verbatim.as_deref() == Some(verbatim));
    chronicle.trips.iter().position(words).unwrap()
}

fn alone(positions: &[usize]) -> Vec<BTreeSet<usize>> {
    let mut sets: Vec<_> = positions.iter().map(|&at| BTreeSet::from([at])).collect();
    sets.sort();
    sets
}

#[test]
fn accounts_of_other_days_differ() {
    let loaded = default_file();
    let chronicle = &loaded.chronicle;
    let mut expected = Vec::new();
    for (at, trip) in chronicle.trips.iter().enumerate() {
        for (a, b) in pairs(&trip.accounts().iter().collect::<Vec<_>>()) {
            let (first, second) = (possible(a), possible(b));
            if a.source == b.source || first == second {
                continue;
            }
            expected.push(at);
            let finding = of(&loaded, Code::AccountsDiffer)
                .into_iter()
                .find(|finding| finding.trips.iter().all(|trip| trip.position() == at))
                .unwrap_or_else(|| panic!("{} is not found", trip.id));
            for account in [a, b] {
                let has = format!("{} has {}", source(chronicle, account), account.when.words());
                assert!(finding.message.contains(&has), "{}", finding.message);
            }
            let class = if first.is_subset(&second) || second.is_subset(&first) {
                "one within the other"
            } else if first.is_disjoint(&second) {
                "without a day in common"
            } else if first.len() == second.len() {
                "shifted"
            } else {
                "overlapping"
            };
            let apart = |a: Option<&i32>, b: Option<&i32>| match (a.unwrap() - b.unwrap()).abs() {
                0 => "the same day".to_owned(),
                1 => "1 day".to_owned(),
                days => format!("{days} days"),
            };
            let starts = format!(": {class}; starts {}", apart(first.first(), second.first()));
            let ends = format!("ends {} apart", apart(first.last(), second.last()));
            assert!(finding.message.contains(&starts) && finding.message.contains(&ends), "{}", finding.message);
        }
    }
    assert_eq!(trips(&loaded, Code::AccountsDiffer), alone(&expected));
    let known = ["1949, February 22-April 7", "1953, September 4-28", "1957, November 3-23"];
    let known = known.into_iter().chain(["1959, January 21-February 7", "1961, October 14-November 2"]);
    let known: Vec<_> = known.chain(["1986, October 22-26"]).map(|words| told(chronicle, words)).collect();
    assert_eq!(expected, known);
    let of_1957 = "Soviet Union: List has 4–21 November 1957, Album has 3–23 November 1957: \
                   one within the other; starts 1 day, ends 2 days apart";
    assert!(messages(&loaded, Code::AccountsDiffer).contains(&of_1957));
}

#[test]
fn accounts_that_are_vaguer_differ_too() {
    let text = r#"(sources: [(id: "a"), (id: "b")], trips: [
        (country: "X", accounts: [(source: "a", dates: "1964-11"), (source: "b", dates: "1964-11-03/1964-11-05")]),
        (country: "X", accounts: [(source: "a", dates: "1965-11"), (source: "b", dates: "1965-11")]),
        (country: "X", accounts: [(source: "a", dates: "1966-11-01"), (source: "a", dates: "1966-11-05")]),
    ])"#;
    let vague = "X: a has some time in November 1964, b has 3–5 November 1964: \
                 one known only roughly, with the other inside";
    assert_eq!(messages(&load(text), Code::AccountsDiffer), [vague]);
}

#[test]
fn a_source_is_silent_about_what_it_covers() {
    let loaded = default_file();
    let chronicle = &loaded.chronicle;
    let mut expected = Vec::new();
    for (at, trip) in chronicle.trips.iter().enumerate() {
        let tells = |id: &str| trip.accounts().iter().any(|account| chronicle.source(account.source).id == id);
        // The list covers everything, the album the Soviet Union.
        for (id, name, covers) in
            [("list", "List", true), ("album", "Album", country(chronicle, trip) == "Soviet Union")]
        {
            if covers && !tells(id) {
                expected.push(at);
                let silent = format!("; {name} covers that country and time and does not tell of it");
                let finding =
                    of(&loaded, Code::SourceSilent).into_iter().find(|finding| finding.trips[0].position() == at);
                assert!(finding.unwrap().message.ends_with(&silent), "{}", trip.id);
            }
        }
    }
    assert_eq!(trips(&loaded, Code::SourceSilent), alone(&expected));
    let known = ["1-6 June 1956", "3-25 March 1961", "1961, June 29-July 10", "1966", "1968", "1984, June 21-July 1"];
    assert_eq!(expected, known.map(|words| told(chronicle, words)));
}

#[test]
fn silence_means_nothing_where_a_source_does_not_speak() {
    let text = r#"(sources: [(id: "a"), (id: "b", covers: (countries: ["X"], period: "1950/1959"))], trips: [
        (country: "X", accounts: [(source: "a", dates: "1949")]),
        (country: "X", accounts: [(source: "a", dates: "1959-12-30/1960-01-02")]),
        (country: "Y", accounts: [(source: "a", dates: "1955")]),
        (country: "X", status: cancelled, accounts: [(source: "a", dates: "1955")]),
    ])"#;
    assert_eq!(trips(&load(text), Code::SourceSilent), alone(&[1]));
}

/// Pairs of trips that share more than a day of travel, by comparing all accounts day by day.
fn in_two_countries(chronicle: &Chronicle) -> BTreeMap<BTreeSet<usize>, Days> {
    let accounts = accounts(chronicle);
    let took_place = |trip: &Trip| !matches!(trip.status, Status::Rumoured | Status::Cancelled);
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

#[test]
fn he_is_not_in_two_countries_on_one_day() {
    let loaded = default_file();
    let expected = in_two_countries(&loaded.chronicle);
    assert_eq!(trips(&loaded, Code::TwoCountriesOneDay), expected.keys().cloned().collect::<Vec<_>>());
    let pair = ["4-6 June 1975", "5-10 June 1975"].map(|words| told(&loaded.chronicle, words)).into();
    assert_eq!(expected, [(pair, [number("1975-06-05"), number("1975-06-06")].into())].into());
    let words =
        "two countries on 5–6 June 1975, 2 days: Bulgaria, 4–6 June 1975 (List) and Yugoslavia, 5–10 June 1975 (List)";
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
        let expected: Vec<_> = in_two_countries(&loaded.chronicle).into_keys().collect();
        prop_assert_eq!(trips(&loaded, Code::TwoCountriesOneDay), expected);
        let places: Vec<_> = loaded.findings.all.iter().map(|found| (found.place.line, found.place.column, found.code)).collect();
        prop_assert!(places.is_sorted(), "in the order of the file");
        prop_assert_eq!(&model::load(text).findings, &loaded.findings);
    }
}

#[test]
fn a_range_of_days_returns_in_another_year() {
    let loaded = default_file();
    let mut expected = BTreeSet::new();
    for ((at, trip, a), (other_at, other, b)) in pairs(&accounts(&loaded.chronicle)) {
        // `1949-03-03/1949-03-25` without its years is `-03-03/` and `-03-25`.
        let without_years = |account: &Account| {
            let (first, last) = account.when.edtf().split_once('/')?;
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
    let order: Vec<_> = of(&loaded, Code::SameDaysTwoYears)[0].trips.iter().map(|trip| trip.position()).collect();
    assert_eq!(order, [0, 2, 1], "in the order of time");
}

/// The country of every confirmed trip a source tells of, with what it says was inferred.
fn rows<'a>(chronicle: &'a Chronicle, name: &str) -> Vec<(usize, &'a str, &'a str)> {
    let told = accounts(chronicle).into_iter();
    told.filter(|(_, trip, account)| trip.status == Status::Confirmed && source(chronicle, account) == name)
        .map(|(at, trip, account)| (at, country(chronicle, trip), account.inferred.as_deref().unwrap_or_default()))
        .collect()
}

#[test]
fn totals_are_held_against_the_rows() {
    let loaded = default_file();
    let chronicle = &loaded.chronicle;
    let (mut differ, mut inferred) = (BTreeSet::new(), BTreeSet::new());
    for total in &chronicle.totals {
        let (name, place) =
            (chronicle.source(total.source).name.as_str(), chronicle.country(total.country).name.as_str());
        let rows: Vec<_> = rows(chronicle, name).into_iter().filter(|row| row.1 == place).collect();
        let printed = rows.iter().filter(|row| !row.2.contains("Country: ")).count();
        let holds = |rows: usize| match total.claim {
            model::Claim::Exactly(number) => rows == usize::try_from(number).unwrap(),
            model::Claim::MoreThan(number) => rows > usize::try_from(number).unwrap(),
        };
        let found = |code| {
            let text = format!("{place}: {name} says ");
            of(&loaded, code).into_iter().find(|finding| finding.message.starts_with(&text))
        };
        if !holds(rows.len()) {
            differ.insert((name, place, rows.len()));
        } else if !holds(printed) {
            inferred.insert((name, place));
        }
        let finding = found(Code::TotalDiffers).or_else(|| found(Code::TotalNeedsInference));
        if let Some(finding) = finding {
            let trips: BTreeSet<_> = finding.trips.iter().map(|trip| trip.position()).collect();
            assert_eq!(trips, rows.iter().map(|row| row.0).collect(), "{}", finding.message);
            assert!(finding.message.contains(total.verbatim.as_deref().unwrap()), "{}", finding.message);
        }
        assert_eq!(found(Code::TotalDiffers).is_some(), !holds(rows.len()), "{place}");
        assert_eq!(found(Code::TotalNeedsInference).is_some(), holds(rows.len()) && !holds(printed), "{place}");
    }
    assert_eq!(differ, [("Album", "Soviet Union", 10), ("List", "Romania", 5), ("List", "Yugoslavia", 3)].into());
    let known = ["China", "Czechoslovakia", "East Germany", "Indonesia", "Mauritania", "Mongolia", "North Vietnam"];
    let known = known.into_iter().chain(["Poland", "Soviet Union"]).map(|country| ("List", country));
    assert_eq!(inferred, known.collect());
    assert_eq!(
        messages(&loaded, Code::TotalDiffers),
        [
            "Yugoslavia: List says 2 visits (“Two visits to … Yugoslavia”) and tells of 3: 1 more",
            "Romania: List says 3 visits (“Three visits to … Romania”) and tells of 5: 2 more",
            "Soviet Union: Album says more than 12 visits (“over a dozen times”) and tells of 10: at least 3 fewer",
        ]
    );
}

#[test]
fn a_total_counts_each_confirmed_trip_once() {
    let text = r#"(sources: [(id: "a"), (id: "b")], trips: [
        (country: "X", accounts: [(source: "a", dates: "1950"), (source: "a", dates: "1951"), (source: "b", dates: "1950")]),
        (country: "X", status: rumoured, accounts: [(source: "a", dates: "1960")]),
        (country: "Y", accounts: [(source: "b", dates: "1970")]),
    ], totals: [(source: "a", country: "X", visits: 1), (source: "a", country: "Y", more_than: 0),
        (source: "b", country: "X", more_than: 0), (source: "b", country: "Y", visits: 0)])"#;
    let expected =
        ["Y: a says more than 0 visits and tells of 0: at least 1 fewer", "Y: b says 0 visits and tells of 1: 1 more"];
    assert_eq!(messages(&load(text), Code::TotalDiffers), expected);
}

#[test]
fn offices_of_one_person_clash() {
    let loaded = default_file();
    let mut expected = Vec::new();
    for (at, trip) in loaded.chronicle.trips.iter().enumerate() {
        for (a, b) in pairs(&trip.accounts().iter().collect::<Vec<_>>()) {
            for (leader, other) in
                a.leaders.iter().flat_map(|leader| b.leaders.iter().map(move |other| (leader, other)))
            {
                let family = |name: &str| name.rsplit(' ').next().unwrap().to_lowercase();
                if family(&leader.name) == family(&other.name)
                    && leader.office.to_lowercase() != other.office.to_lowercase()
                {
                    expected.push((at, leader.name.as_str(), other.office.as_str()));
                }
            }
        }
    }
    let found = of(&loaded, Code::OfficeClash);
    assert_eq!(trips(&loaded, Code::OfficeClash), alone(&expected.iter().map(|clash| clash.0).collect::<Vec<_>>()));
    for (finding, (_, name, office)) in found.iter().zip(&expected) {
        assert!(finding.message.contains(&format!("List calls {name} “")), "{}", finding.message);
        assert!(finding.message.ends_with(&format!(" “{office}”")), "{}", finding.message);
    }
    let names: Vec<_> = expected.iter().map(|clash| clash.1).collect();
    assert_eq!(names, ["Joseph Stalin", "Georgy Malenkov", "Konstantin Chernenko"]);
}

#[test]
fn offices_of_others_and_in_the_same_words_do_not_clash() {
    let text = r#"(sources: [(id: "a"), (id: "b")], trips: [(country: "X", accounts: [
        (source: "a", dates: "1950", leaders: [(name: "Nikita Khrushchev", office: "The First Secretary"),
            (name: "Anna Bulganin", office: "minister"), (name: "Sukarno"), (name: "Mao", office: "chairman")]),
        (source: "b", dates: "1950", leaders: [(name: "N. S. Khrushchev", office: "first secretary"),
            (name: "N. A. Bulganin", office: "chairman"), (name: "Sukarno", office: "President"), (office: "guest")]),
    ])])"#;
    assert_eq!(messages(&load(text), Code::OfficeClash), Vec::<&str>::new());
}

#[test]
fn cells_that_a_source_leaves_out_are_named() {
    let loaded = default_file();
    let chronicle = &loaded.chronicle;
    let mut expected = BTreeMap::new();
    for (_, trip, account) in accounts(chronicle) {
        let inferred = account.inferred.as_deref().unwrap_or_default();
        let none_of_its_own = |cell: &str| inferred.contains(cell) && inferred.contains("the row has none of its own");
        let mut missing = Vec::new();
        if inferred.contains("Country: ") {
            missing.push("the country (restored)");
        }
        if account.places.is_empty() {
            missing.push("the place");
        } else if none_of_its_own("Place and leader: ") {
            missing.push("the place (restored)");
        }
        if account.leaders.is_empty() {
            missing.push("the leader");
        } else if none_of_its_own("eader: ") {
            missing.push("the leader (restored)");
        }
        if account.leaders.iter().any(|leader| leader.name.is_empty()) {
            missing.push("the name of a leader (“Chairman of Revolutionary Council”)");
        }
        if !missing.is_empty() {
            let row = format!("{}, {}, {}", source(chronicle, account), account.when.words(), country(chronicle, trip));
            let cells = missing.join(", ");
            let cells = cells.rsplit_once(", ").map_or(cells.clone(), |(head, last)| format!("{head} and {last}"));
            expected.insert(row, cells);
        }
    }
    let found: BTreeMap<_, _> = messages(&loaded, Code::MissingCell)
        .into_iter()
        .map(|message| {
            message.split_once(": leaves out ").map(|(row, cells)| (row.to_owned(), cells.to_owned())).unwrap()
        })
        .collect();
    assert_eq!(found, expected);
    // 36 rows of the list have lost their country, one a leader's name; a rumour has no place; four stays of the
    // album name nobody.
    let counted = |name: &str| expected.keys().filter(|row| row.starts_with(name)).count();
    assert_eq!((counted("List"), counted("Album")), (36 + 1 + 1, 4));
    assert_eq!(expected["List, 18–26 April 1975, China"], "the country (restored), the place and the leader");
    let all_three = "the country (restored), the place (restored) and the leader (restored)";
    assert_eq!(expected["List, 17–31 October 1961, Soviet Union"], all_three);
    let shifted = "the country (restored) and the leader (restored)";
    assert_eq!(expected["List, 28 September – 5 October 1954, China"], shifted);
    // Two cities in one cell, or the place of one row under the country of another, are not left out.
    assert_eq!(expected["List, 15–26 September 1982, China"], "the country (restored)");
    assert_eq!(expected["List, 2–12 June 1983, China"], "the country (restored)");
}

#[test]
fn states_live_from_their_first_to_their_last_day() {
    let loaded = default_file();
    let chronicle = &loaded.chronicle;
    let lives: Vec<Option<When>> = chronicle.countries.iter().map(|country| country.state.clone()).collect();
    // A day outside is one on which the state, by its own dates, cannot have been.
    let is_outside = |country: model::CountryIndex, when: &When| {
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
    assert!(finding.trips.is_empty() && chronicle.event(finding.events[0]).title == titles[0]);
    let late = number("1993-05-09") - number("1991-12-26");
    let words = format!("Album, 9 May 1993, Soviet Union, “{}”: {late} days after the life of the state, ", titles[0]);
    assert_eq!(finding.message, words + "30 December 1922 – 26 December 1991");
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
        .into_iter()
        .map(|message| message.split_once(": ").unwrap().1.split_once(" the life").unwrap().0)
        .collect();
    assert_eq!(words, ["1 day before", "3 days outside", "1 day after", "1 day before"]);
    // Of an uncertain date no day is certainly outside while some can be inside.
    assert_eq!(trips(&loaded, Code::OutsideStateLife), alone(&[0, 1, 2, 6]));
}

#[test]
fn rows_out_of_order_are_found() {
    let loaded = default_file();
    let chronicle = &loaded.chronicle;
    let mut expected = Vec::new();
    for name in ["List", "Album"] {
        let rows = accounts(chronicle).into_iter();
        let rows: Vec<_> = rows
            .filter(|(_, trip, account)| source(chronicle, account) == name && trip.status != Status::Rumoured)
            .collect();
        for pair in rows.windows(2) {
            // It can begin on its first day, or on any of a month.
            let starts = |account: &Account| {
                let days = possible(account);
                if account.when.is_exact() { days.into_iter().take(1).collect() } else { days }
            };
            if starts(pair[1].2).last() < starts(pair[0].2).first() {
                expected.push(BTreeSet::from([pair[0].0, pair[1].0]));
            }
        }
    }
    assert_eq!(trips(&loaded, Code::OutOfOrder), expected);
    let pair = ["17-31 October 1961", "11-15 July 1961"].map(|words| told(chronicle, words));
    assert_eq!(expected, [BTreeSet::from(pair)]);
    let early = number("1961-10-17") - number("1961-07-11");
    let words = format!("List, 11–15 July 1961, China: begins {early} days before the row above it, ");
    assert_eq!(messages(&loaded, Code::OutOfOrder), [words + "17–31 October 1961, Soviet Union"]);
}

#[test]
fn order_is_judged_only_where_it_is_certain() {
    let text = r#"(trips: [
        (country: "X", dates: "1950-06-10"), (country: "X", dates: "1950-06"), (country: "X", dates: "1950-05-31"),
        (country: "X", dates: "1950-05"), (country: "X", dates: "../1960"), (country: "X", dates: "1940"),
        (country: "X", status: rumoured, dates: "1930"), (country: "X", dates: "1941"), (country: "X", dates: "1940"),
    ])"#;
    let loaded = load(text);
    assert_eq!(trips(&loaded, Code::OutOfOrder), [BTreeSet::from([1, 2]), BTreeSet::from([7, 8])]);
    assert!(messages(&loaded, Code::OutOfOrder)[0].contains("begins at least 1 day before"));
}

#[test]
fn no_leg_begins_before_the_one_before_it_ends() {
    let loaded = default_file();
    let chronicle = &loaded.chronicle;
    let confirmed = chronicle.trips.iter().enumerate().filter(|(_, trip)| trip.status == Status::Confirmed);
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

#[test]
fn every_finding_stands_where_the_file_speaks_of_it() {
    let loaded = default_file();
    let lines: Vec<&str> = DEFAULT_FILE.lines().collect();
    for finding in &loaded.findings.all {
        let place = &finding.place;
        assert_eq!(place.text, lines[place.line - 1], "{}", finding.message);
        // What is underlined is a date, an office or a country, and the message speaks of it.
        let marked: String = place.text.chars().skip(place.column - 1).take(place.width).collect();
        let value = marked.trim_matches('"');
        assert!(marked.len() == value.len() + 2, "{marked}: {}", finding.message);
        let words = When::parse(value).map_or(value.to_owned(), |when| when.words());
        assert!(finding.message.contains(&words), "{marked}: {}", finding.message);
        assert!(!finding.trips.is_empty() || !finding.events.is_empty(), "{}", finding.message);
    }
}

#[test]
fn of_two_accounts_with_the_same_dates_the_right_one_is_shown() {
    let text = "(sources: [(id: \"a\"), (id: \"b\")], trips: [(country: \"X\", accounts: [\n\
                (source: \"a\", dates: \"1950\", places: [\"p\"], leaders: [(name: \"l\")]),\n\
                (source: \"b\", dates: \"1950\"),\n])])";
    let loaded = load(text);
    let [finding] = of(&loaded, Code::MissingCell)[..] else { panic!("one alone") };
    assert_eq!((finding.place.line, finding.place.column), (3, 10));
}

#[test]
fn disputed_trips_are_those_the_sources_disagree_on() {
    let loaded = default_file();
    let [october, march] = ["17-31 October 1961", "3-25 March 1961"].map(|words| told(&loaded.chronicle, words));
    // Out of order and lost cells are about how a source is written.
    let china = told(&loaded.chronicle, "11-15 July 1961");
    let disputed: BTreeSet<_> = loaded.findings.disputed.iter().map(|trip| trip.position()).collect();
    assert!(disputed.is_superset(&[october, march].into()) && !disputed.contains(&china));
}

fn check(arguments: &[&str]) -> (String, Option<i32>) {
    let folder = tempfile::tempdir().unwrap();
    let output = wayline(folder.path(), &[&["check"], arguments].concat()).output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code())
}

#[test]
fn the_report_has_every_finding_in_every_form() {
    let loaded = default_file();
    let all = &loaded.findings.all;
    let (text, status) = check(&[]);
    assert_eq!(status, Some(0), "findings are about the sources, not about the file");
    assert!(text.ends_with(&format!("\ndata.ron: no problems, {} findings, 52 trips\n", all.len())), "{text}");
    let (json, _) = check(&["--format", "json"]);
    let rows: Vec<Value> = serde_json::from_str(&json).unwrap();
    let (csv, _) = check(&["--format", "csv"]);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), findings::COLUMNS);
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let (markdown, _) = check(&["--format", "markdown"]);
    let lines: Vec<_> = markdown.lines().skip(2).collect();
    assert!(markdown.starts_with("| code | severity | message | line | column | trips |\n| --- |"), "{markdown}");
    assert_eq!((rows.len(), records.len(), lines.len()), (all.len(), all.len(), all.len()));
    for (((finding, row), record), line) in all.iter().zip(&rows).zip(&records).zip(lines) {
        let (key, place) = (finding.code.key(), &finding.place);
        let ids: Vec<_> = finding.trips.iter().map(|&trip| loaded.chronicle.trip(trip).id.as_str()).collect();
        let severity = finding.code.severity().word();
        let heading = format!("{severity}[{key}]: {}\n", finding.message);
        assert!(text.contains(
            &(heading
                + &format!(
                    "{}--> data.ron:{}:{}\n",
                    " ".repeat(place.line.to_string().len()),
                    place.line,
                    place.column
                ))
        ));
        assert_eq!((&row["code"], &row["severity"]), (&key.into(), &severity.into()));
        assert_eq!((&row["line"], &row["column"]), (&place.line.into(), &place.column.into()));
        assert_eq!((&row["message"], &row["trips"]), (&finding.message.as_str().into(), &ids.clone().into()));
        let (number, column, ids) = (place.line.to_string(), place.column.to_string(), ids.join("; "));
        let cells = [key, severity, &finding.message, &number, &column, &ids];
        assert_eq!(record.iter().collect::<Vec<_>>(), cells);
        assert_eq!(line, format!("| {} |", cells.join(" | ")));
    }
    let chosen: Vec<&Finding> = all.iter().collect();
    assert_eq!(findings::table(&loaded.chronicle, &chosen, TableFormat::Csv).unwrap(), csv);
    assert_eq!(findings::table(&loaded.chronicle, &chosen, TableFormat::Markdown).unwrap(), markdown);
}

#[test]
fn the_report_can_be_cut_to_codes() {
    let loaded = default_file();
    let listed = |arguments: &[&str]| {
        let rows: Vec<Value> = serde_json::from_str(&check(&[arguments, &["--format", "json"]].concat()).0).unwrap();
        rows.iter().map(|row| row["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for &code in Code::ALL {
        let expected = vec![code.key().to_owned(); of(&loaded, code).len()];
        assert_eq!(listed(&["--code", code.key()]), expected);
        assert!(!expected.is_empty(), "the two documents have every sort of finding: {}", code.key());
    }
    assert_eq!(listed(&["--code", "bad-date"]), Vec::<String>::new());
    let two = listed(&["--code", "office-clash", "--code", "out-of-order"]);
    assert_eq!(two, ["office-clash", "office-clash", "out-of-order", "office-clash"]);
    let (text, _) = check(&["--code", "out-of-order"]);
    let summary = format!("no problems, {} findings, 52 trips; 1 listed\n", loaded.findings.all.len());
    assert!(text.starts_with("note[out-of-order]: ") && text.ends_with(&summary), "{text}");
}

#[test]
fn problems_and_findings_stand_together() {
    let folder = tempfile::tempdir().unwrap();
    let file = "(trips: [\n(country: \"X\", dates: \"1950\"),\n(country: \"X\", dates: \"soon\"),\n(country: \"X\", dates: \"1949\"),\n])";
    std::fs::write(folder.path().join("trips.ron"), file).unwrap();
    let output = wayline(folder.path(), &["check", "trips.ron"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    let codes: Vec<_> =
        text.lines().filter_map(|line| line.split_once("]: ")?.0.split_once('[').map(|(_, code)| code)).collect();
    assert_eq!(codes, ["missing-cell", "bad-date", "out-of-order", "missing-cell"]);
    assert!(text.ends_with("\ntrips.ron: 1 problem, 3 findings, 2 trips could be read\n"), "{text}");
}
