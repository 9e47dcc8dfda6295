//! What holds of readings, tours and whereabouts: of random files, against a slow and simple day-by-day logic, and of
//! the default file, where list, picture and filter must give the same numbers.

pub(crate) mod day_by_day;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use proptest::prelude::*;
use resvg::usvg::roxmltree::Document;
use wayline::layout::{Arrangement, Timeline};
use wayline::model::{
    Chronicle, Counting, CountryIndex, DayIndex, Filter, FilterResult, Hidden, Reading, SourceIndex, Statistics, Tour,
    Tours, TripIndex, TripSet, TripStatus, Whereabouts,
};
use wayline::time::{Certainty, Day, OpenEnds, Span};

use self::day_by_day::{
    days, left, may_join, named_readings, reading, readings, runs, sources, speaks, stay, told, value, within,
};
use crate::support::cli::{count, rows, wayline};
use crate::support::random_file::{date, file, journeys};
use crate::support::{chronicle, day, default_chronicle};

fn on(chronicle: &Chronicle, day: Day) -> Whereabouts {
    Whereabouts::new(chronicle, &DayIndex::new(chronicle), day, &BTreeSet::new())
}

fn everything(reading: Reading) -> Filter {
    Filter { reading, statuses: TripStatus::ALL.iter().copied().collect(), ..Filter::default() }
}

/// The trips that are visible, or hidden only by decade, kind, country, period or dispute; in the order of time.
fn candidates(chronicle: &Chronicle, shown: &FilterResult) -> Vec<TripIndex> {
    let all = chronicle.indexed_trips().map(|(index, _)| index);
    let mut candidates: Vec<TripIndex> = all.filter(|&index| shown.is_candidate(index)).collect();
    candidates.sort_by_key(|&index| (shown.span(chronicle, index), index));
    candidates
}

#[test]
fn each_account_answers_for_its_own_days() {
    let text = r#"(sources: [(id: "a")], trips: [(country: "X", accounts: [
        (source: "a", dates: "1960-05-05/1960-05-09", places: ["P"]),
        (source: "a", dates: "1960-05-06/1960-05-10", places: ["Q"]),
    ])])"#;
    let chronicle = chronicle(text);
    let words = on(&chronicle, day("1960-05-07")).describe(&chronicle);
    assert_eq!(words[0].1, "certainly in P (X), 5–9 May 1960; certainly in Q (X), 6–10 May 1960");
}

#[test]
fn no_two_tours_have_one_name() {
    let text = r#"(trips: [
        (country: "A", dates: "1956-06-01/1956-06-03"), (country: "B", dates: "1956-06-04/1956-06-05"),
        (country: "A", dates: "1956-06-10/1956-06-12"), (country: "B", dates: "1956-06-13/1956-06-15"),
        (country: "A", dates: "1956-09-10/1956-09-12"), (country: "B", dates: "1956-09-13/1956-09-15"),
        (country: "A", dates: "1958-09-10/1958-09-12"), (country: "B", dates: "1958-09-13/1958-09-15"),
    ])"#;
    let chronicle = chronicle(text);
    let shown = Filter::default().apply(&chronicle, &TripSet::default());
    let names: Vec<_> = Tours::new(&chronicle, &shown, 2).all.into_iter().map(|tour| tour.name(&chronicle)).collect();
    assert_eq!(names, ["Tour of 1 June 1956", "Tour of 10 June 1956", "Tour of September 1956", "Tour of 1958"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_agreed_each_tells_and_what_each_tells_is_in_either(text in file()) {
        let chronicle = chronicle(&text);
        for (index, trip) in chronicle.indexed_trips() {
            let of = |reading| stay(&chronicle, reading, trip);
            let ([agreed_certain, agreed], [either_certain, either]) = (of(Reading::Agreed), of(Reading::Either));
            for source in sources(&chronicle) {
                let [certain, possible] = of(Reading::Source(source));
                prop_assert!(within(&possible, &either) && within(&certain, &either_certain), "{index:?} {source:?}");
                let covered = chronicle.source(source).covers.days(trip.country);
                prop_assert!(within(&agreed.intersection(&covered), &possible), "{index:?} {source:?}");
                prop_assert!(within(&agreed_certain.intersection(&covered), &certain), "{index:?} {source:?}");
                if trip.account_of(source).is_some() {
                    prop_assert!(within(&agreed, &possible) && within(&agreed_certain, &certain), "{index:?} {source:?}");
                }
            }
            for reading in readings(&chronicle) {
                let [certain, possible] = of(reading);
                prop_assert!(within(&certain, &possible), "{index:?} {reading:?}");
                // What is placed, counted and drawn are the same trips, and no day lies beside its bar.
                let (span, drawn) = (reading.span(&chronicle, trip), reading.extent(trip));
                prop_assert_eq!(possible.is_empty(), span.is_none(), "{:?} {:?}", index, reading);
                let open = trip.accounts().iter().any(|account| account.when.open_ends() != OpenEnds::default());
                prop_assert!(open || span.is_none_or(|span| within(&possible, &span.into())), "{index:?} {reading:?}");
                prop_assert!(span.is_none_or(|span| within(&span.into(), &drawn.into_iter().collect())), "{index:?}");
            }
        }
    }

    #[test]
    fn each_day_is_what_a_day_by_day_logic_makes_of_it(text in file()) {
        let chronicle = chronicle(&text);
        let window = Span::from_days(date(-20), date(130)).unwrap();
        for (index, trip) in chronicle.indexed_trips() {
            for reading in readings(&chronicle) {
                let [certain, possible] = stay(&chronicle, reading, trip);
                for day in days(window) {
                    let found = match (certain.contains(day), possible.contains(day)) {
                        (true, _) => Some(Certainty::Certain),
                        (false, true) => Some(Certainty::Possible),
                        (false, false) => None,
                    };
                    prop_assert_eq!(found, value(&chronicle, reading, trip, day), "{:?} {:?} {}", index, reading, day);
                }
            }
        }
    }

    #[test]
    fn no_answer_is_certain_where_an_account_leaves_the_day_open(text in file(), day in -20..130_i32) {
        let chronicle = chronicle(&text);
        let day = date(day);
        let whereabouts = on(&chronicle, day);
        let mut expected = BTreeSet::new();
        for (index, trip) in chronicle.indexed_trips().filter(|(_, trip)| trip.status != TripStatus::Cancelled) {
            for account in trip.accounts() {
                let sure = trip.status != TripStatus::Rumoured && account.when.certainty(day) == Some(Certainty::Certain);
                let certainty = account.when.certainty(day).map(|_| sure);
                expected.extend(certainty.map(|certain| (account.source, certain, trip.country, index)));
            }
            let open = sources(&chronicle).into_iter().any(|source| {
                speaks(&chronicle, trip, source, day) && told(trip, source, day) != Some(Certainty::Certain)
            });
            let [agreed, _] = stay(&chronicle, Reading::Agreed, trip);
            prop_assert!(!(open && agreed.contains(day)), "{index:?} is agreed on {day}");
        }
        let answers = whereabouts.answers.iter();
        let found: BTreeSet<_> = answers
            .map(|answer| (answer.source, answer.certainty == Certainty::Certain, answer.country, answer.trip))
            .collect();
        prop_assert_eq!(&found, &expected);
        // It takes someone who is certain, and another, to disagree.
        prop_assert!(!whereabouts.disputed || expected.iter().any(|(_, certain, ..)| *certain));
        prop_assert!(!whereabouts.disputed || 1 < chronicle.sources.len());
        let said = whereabouts.describe(&chronicle);
        prop_assert_eq!(said.len(), chronicle.sources.len());
        for (source, words) in said {
            let certainty = |certain: bool| expected.iter().any(|answer| (answer.0, answer.1) == (source, certain));
            prop_assert_eq!(words.contains("certainly in "), certainty(true), "{}", words);
            prop_assert_eq!(words.contains("possibly in "), certainty(false), "{}", words);
            prop_assert_eq!(words.starts_with("not known"), !certainty(true) && !certainty(false), "{}", words);
        }
    }

    #[test]
    fn tours_part_the_trips_shown(
        text in prop_oneof![file(), journeys()], number in 0..5_usize, unconfirmed: bool, most in 0..6_u16,
        countries in 0..4_usize,
    ) {
        let chronicle = chronicle(&text);
        let reading = reading(&chronicle, number);
        let statuses = if unconfirmed { everything(reading).statuses } else { BTreeSet::new() };
        // A tour stays whole where a filter hides some of its legs.
        let countries = (0..countries.min(chronicle.countries.len())).map(CountryIndex::new).collect();
        let whole = Filter { statuses, ..everything(reading) };
        let shown = Filter { countries, ..whole.clone() }.apply(&chronicle, &TripSet::default());
        let tours = Tours::new(&chronicle, &shown, most);
        let unlimited = whole.apply(&chronicle, &TripSet::default());
        prop_assert_eq!(candidates(&chronicle, &shown), unlimited.trips(&chronicle));
        let every = Tours::new(&chronicle, &unlimited, most);
        let same = |a: &Tour, b: &Tour| (a.days, tours.legs(a)) == (b.days, every.legs(b));
        prop_assert!(tours.all.iter().all(|tour| every.all.iter().any(|other| same(tour, other))));

        let legs = tours.all.iter().flat_map(|tour| tours.legs(tour)).copied();
        let mut parted: Vec<TripIndex> = legs.filter(|&index| shown.is_visible(index)).collect();
        let mut trips = shown.trips(&chronicle).to_vec();
        parted.extend(trips.iter().filter(|&&index| tours.of(index).is_none()));
        parted.sort_unstable();
        trips.sort_unstable();
        prop_assert_eq!(parted, trips);
        for (at, tour) in tours.all.iter().enumerate() {
            prop_assert!(1 < tour.leg_count());
            for (leg, &index) in tours.legs(tour).iter().enumerate() {
                prop_assert_eq!(tours.of(index).map(|(tour, leg)| (tour.position(), leg)), Some((at, leg)));
                prop_assert!(within(&shown.span(&chronicle, index).into(), &tour.days.into()));
            }
        }
        // Neighbours in time belong together just where they may; every pair that does not stands apart.
        let travelled = |index: &TripIndex| matches!(chronicle.trip(*index).status, TripStatus::Confirmed | TripStatus::Transit);
        let neighbours: Vec<_> = candidates(&chronicle, &shown).into_iter().filter(travelled).collect();
        for pair in neighbours.windows(2) {
            let (before, after) = (pair[0], pair[1]);
            let follows = match (every.of(before), every.of(after)) {
                (Some((tour, leg)), Some((next_tour, next_leg))) => (tour, leg + 1) == (next_tour, next_leg),
                _ => false,
            };
            prop_assert_eq!(follows, may_join(&chronicle, &shown, before, after, most), "{:?} {:?}", before, after);
        }
        prop_assert!(tours.all.iter().flat_map(|tour| tours.legs(tour)).all(travelled));
    }

    #[test]
    fn every_trip_is_shown_or_hidden_for_a_reason(
        text in file(), number in 0..5_usize, counting in 0..4_usize,
        statuses in prop::collection::btree_set(0..4_usize, 0..4), disputed in prop::collection::btree_set(0..25_usize, 0..9),
        disputed_only: bool, decade in proptest::option::of(prop_oneof![Just(1950), Just(1960)]), limit: bool,
    ) {
        let chronicle = chronicle(&text);
        let reading = reading(&chronicle, number);
        let filter = Filter {
            reading,
            counting: Counting::ALL[counting],
            statuses: statuses.into_iter().map(|status| TripStatus::ALL[status]).collect(),
            disputed_only,
            decades: decade.into_iter().collect(),
            period: Span::new(date(20), date(40)).filter(|_| limit),
            ..Filter::default()
        };
        let disputed: TripSet = disputed.into_iter().map(TripIndex::new).collect();
        let shown = filter.apply(&chronicle, &disputed);
        prop_assert_eq!(shown.trip_count + shown.hidden_count(), chronicle.trips.len());
        let distinct: BTreeSet<_> = shown.trips(&chronicle).iter().collect();
        prop_assert_eq!(distinct.len(), shown.trip_count);
        for (index, trip) in chronicle.indexed_trips() {
            let asked = trip.status == TripStatus::Confirmed || filter.statuses.contains(&trip.status);
            let left = days(trip.possible()).any(|day| value(&chronicle, reading, trip, day).is_some());
            let wanted = !disputed_only || disputed.contains(index);
            let first = shown.span(&chronicle, index);
            let of_decade = decade.is_none_or(|decade| first.start().decade() == decade);
            let can_be = |day: Day| value(&chronicle, reading, trip, day).is_some();
            // An open end names no day, so that it lies in no period.
            let named = |period: Span| first.intersection(period).is_some_and(|named| days(named).any(can_be));
            let in_period = filter.period.is_none_or(named);
            let expected = asked && left && wanted && of_decade && in_period;
            prop_assert_eq!(shown.is_visible(index), expected, "{:?} under {:?}", index, filter);
        }
        let certainly_in = |index: TripIndex, period: Span| {
            let trip = chronicle.trip(index);
            days(trip.possible()).filter(|day| period.contains(*day)).any(|day| value(&chronicle, reading, trip, day) == Some(Certainty::Certain))
        };
        let can_be_outside = |index: TripIndex, period: Span| {
            let trip = chronicle.trip(index);
            let possible = |day: &Day| value(&chronicle, reading, trip, *day).is_some();
            days(trip.possible()).filter(possible).any(|day| !period.contains(day))
        };
        let possibly = |index: &&TripIndex| {
            filter.period.is_some_and(|period| !certainly_in(**index, period) && can_be_outside(**index, period))
        };
        prop_assert_eq!(shown.possibly_in_period, shown.trips(&chronicle).iter().filter(possibly).count());
        for (source, _) in chronicle.indexed_sources().filter(|_| 1 < chronicle.sources.len()) {
            let tells = |(index, trip): &(TripIndex, &wayline::model::Trip)| {
                let is_counted = filter.counting.counts(trip.status) && shown.is_candidate(*index);
                is_counted && trip.account_of(source).is_some()
            };
            let expected = chronicle.indexed_trips().filter(tells).count();
            prop_assert_eq!(shown.by_source.get(source.position()).copied().unwrap_or(0), expected);
        }
        let reasons = |reason| shown.hidden.get(&reason).copied().unwrap_or(0);
        let untold = if matches!(reading, Reading::Source(_)) { Hidden::NotAgreed } else { Hidden::NotTold };
        prop_assert_eq!(reasons(untold), 0);
        // Lanes count what totals count.
        let timeline = Timeline::new(&chronicle, &shown, Arrangement::default());
        let counted: usize = timeline.lanes.iter().map(|lane| lane.shown).sum();
        let counts = |index: &&TripIndex| filter.counting.counts(chronicle.trip(**index).status);
        prop_assert_eq!(counted, shown.trips(&chronicle).iter().filter(counts).count());
        prop_assert_eq!(shown.counted_count, counted);
    }
}

#[test]
fn each_reading_counts_what_its_documents_tell() {
    let chronicle = default_chronicle();
    let counts: BTreeMap<&str, [usize; 2]> = named_readings(&chronicle)
        .into_iter()
        .map(|(name, reading)| {
            (name, [TripStatus::Confirmed, TripStatus::Rumoured].map(|status| left(&chronicle, reading, status)))
        })
        .collect();
    // The list has 48 visits and two rumours, the album ten stays. Two of those are not in the list; in March 1961 and
    // on 1 June 1956 the list has the Soviet Union where the album, which covers it, is silent.
    let silent = chronicle.trips.iter().filter(|trip| !chronicle.silent_sources(trip).is_empty());
    let silent = silent.filter(|trip| trip.status == TripStatus::Confirmed).count();
    assert_eq!(counts["list"], [48, 2]);
    assert_eq!(counts["album"], [10, 0]);
    assert_eq!(counts["either"], [50, 2]);
    assert_eq!((silent, counts["agreed"]), (4, [50 - 4, 0]));
}

/// What a picture says of its lanes' trips together, and which trips it draws.
fn drawn(svg: &str) -> (usize, BTreeSet<usize>) {
    let document = Document::parse(svg).unwrap();
    let about = |word: &'static str| {
        document.descendants().filter_map(move |node| {
            Some((node, node.attribute("id")?.split_once('-')?.1.strip_prefix(word)?.to_owned()))
        })
    };
    let lanes = about("lane-").map(|(node, _)| {
        let title = node.first_element_child().and_then(|title| title.text()).unwrap();
        let count = title.rsplit_once(": ").and_then(|(_, count)| count.split(' ').next()).unwrap();
        count.parse::<usize>().unwrap()
    });
    // A trip across folded time has several groups, numbered from the second on.
    let trips = about("trip-").map(|(_, number)| number.split('-').next().unwrap().parse().unwrap());
    (lanes.sum(), trips.collect())
}

#[test]
fn list_filter_lanes_and_picture_agree_under_each_reading_and_counting_rule() {
    let chronicle = default_chronicle();
    let folder = tempfile::tempdir().unwrap();
    let rules = Counting::ALL.iter().map(|&counting| (counting.key(), counting));
    for ((name, reading), (rule, counting)) in
        named_readings(&chronicle).into_iter().flat_map(|reading| rules.clone().map(move |rule| (reading, rule)))
    {
        let shown = Filter { counting, ..everything(reading) }.apply(&chronicle, &TripSet::default());
        let ids: Vec<_> =
            shown.trips(&chronicle).iter().map(|&index| chronicle.trip(index).id(&chronicle).into_owned()).collect();
        let counted: usize = TripStatus::ALL
            .iter()
            .filter(|&&status| counting.counts(status))
            .map(|&status| left(&chronicle, reading, status))
            .sum();
        assert_eq!(shown.counted_count, counted, "{name} {rule}");

        let select = ["--reading", name, "--counting", rule];
        let rows = rows(folder.path(), &[&["list", "--format", "json"][..], &select].concat());
        assert_eq!(rows.iter().map(|row| row["id"].as_str().unwrap()).collect::<Vec<_>>(), ids, "{name} {rule}");
        let statuses = TripStatus::ALL.iter().filter(|&&status| counting.counts(status));
        let listed = statuses.map(|status| count(&rows, "status", status.key())).sum::<usize>();
        assert_eq!(listed, counted, "{name} {rule}");
        for (row, &index) in rows.iter().zip(shown.trips(&chronicle)) {
            let runs = |least| runs(&chronicle, reading, chronicle.trip(index), least);
            let days = serde_json::json!({"certain": runs(Certainty::Certain), "possible": runs(Certainty::Possible)});
            assert_eq!(row["days"], days, "{name}: {}", row["id"]);
            let accounts = row["accounts"].as_array().unwrap().iter();
            let heard = reading.accounts(chronicle.trip(index));
            let heard: Vec<_> = heard.map(|account| chronicle.source(account.source).id.as_str()).collect();
            assert_eq!(accounts.map(|account| account["source"].as_str().unwrap()).collect::<Vec<_>>(), heard);
        }

        let timeline = Timeline::new(&chronicle, &shown, Arrangement::default());
        assert_eq!(timeline.lanes.iter().map(|lane| lane.shown).sum::<usize>(), counted, "{name} {rule}");
        let export = [&["export", "-o", "picture.svg", "--unconfirmed"][..], &select].concat();
        wayline(folder.path(), &export).assert().success();
        let picture = fs::read_to_string(folder.path().join("picture.svg")).unwrap();
        let (in_lanes, trips) = drawn(&picture);
        let positions: BTreeSet<_> = shown.trips(&chronicle).iter().map(|index| index.position()).collect();
        assert_eq!((in_lanes, trips), (counted, positions), "{name} {rule}");
        assert!(picture.contains(&shown.summary()), "{name} {rule}: its caption has the same numbers");
    }
}

#[test]
fn in_february_1949_the_album_has_him_in_the_soviet_union_and_the_list_does_not() {
    let chronicle = default_chronicle();
    let whereabouts = on(&chronicle, day("1949-02-25"));
    let answers: Vec<_> = whereabouts
        .answers
        .iter()
        .map(|answer| {
            let source = chronicle.source(answer.source).id.as_str();
            (source, answer.certainty, chronicle.country(answer.country).name.as_str())
        })
        .collect();
    assert_eq!((answers, whereabouts.disputed), (vec![("album", Certainty::Certain, "Soviet Union")], true));
    // On 6 July 1956 he travelled, in the list: from Poland to the Soviet Union, where the album has him too.
    let travelling = on(&chronicle, day("1956-07-06"));
    assert_eq!((travelling.answers.len(), travelling.disputed), (3, false));
}

#[test]
fn a_trip_counts_in_no_single_year_where_no_source_tells_which() {
    let text = r#"(sources: [(id: "a"), (id: "b")], trips: [
        (country: "Albania", accounts: [(source: "a", dates: "196X-12-25")]),
        (country: "China", accounts: [(source: "a", dates: "1965-07-01"), (source: "b", dates: "1965-07")]),
        (country: "Cuba", accounts: [(source: "a", dates: "196X"), (source: "b", dates: "1962-12-30/1963-01-02")]),
        (country: "Cuba", accounts: [(source: "b", dates: "[1964,1966-03]")]),
    ])"#;
    let chronicle = chronicle(text);
    let counts = |reading: Reading| {
        let shown = everything(reading).apply(&chronicle, &TripSet::default());
        let years = Statistics::new(&chronicle, &shown, &Tours::default()).per_year;
        for (year, visits) in &shown.by_year {
            let counted = (years[year].visits.values().map(Vec::len).sum(), years[year].visits_possible.len());
            assert_eq!((visits.certain, visits.possible), counted, "{year}");
        }
        shown.by_year.into_iter().map(|(year, visits)| (year, visits.certain, visits.possible)).collect::<Vec<_>>()
    };
    let either = [1960, 1961, 1962, 1963, 1964, 1965, 1966, 1967, 1968, 1969].map(|year| match year {
        1962 | 1965 => (year, 1, 1),
        1964 | 1966 => (year, 0, 2),
        _ => (year, 0, 1),
    });
    assert_eq!(counts(Reading::Either), either);
    let of_a = counts(Reading::Source(SourceIndex::new(0)));
    assert_eq!(of_a[2], (1962, 0, 2), "the decade alone tells no year");
    assert_eq!(counts(Reading::Source(SourceIndex::new(1))), [(1962, 1, 0), (1964, 0, 1), (1965, 1, 0), (1966, 0, 1)]);
}
