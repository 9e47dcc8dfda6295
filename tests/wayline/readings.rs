//! What holds of readings, tours and whereabouts: of random files, against a slow and simple day-by-day logic, and of
//! the default file, where list, picture and filter must give the same numbers.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
};

use proptest::prelude::*;
use resvg::usvg::roxmltree::Document;
use wayline::{
    layout::{Arrangement, Timeline},
    model::{
        Chronicle, Counting, CountryIndex, Filter, Hidden, Reading, Shown, SourceIndex, Status, Tours, Trip, TripIndex,
        Whereabouts,
    },
    time::{Certainty, Day, DaySet, OpenEnds, Span},
};

use super::{
    cli::{count, rows, wayline},
    support::{chronicle, day, default_chronicle},
};

const COUNTRIES: [&str; 4] = ["Albania", "Bulgaria", "China", "Mongolia"];
const STATUSES: [&str; 4] = ["confirmed", "rumoured", "transit", "cancelled"];

/// A random source: which countries it covers, if not all, and which days.
#[derive(Clone, Debug)]
struct SourceDraft {
    countries: Option<BTreeSet<usize>>,
    period: Option<String>,
}

/// A random trip: country and status by number, and what each source says of its dates.
#[derive(Clone, Debug)]
struct TripDraft {
    country: usize,
    status: usize,
    first: String,
    others: [Option<String>; 2],
}

/// This many days after New Year 1957.
fn date(days: i32) -> Day {
    day("1957-01-01") + days
}

/// EDTF of all sorts, in the first months of 1957.
fn dates() -> impl Strategy<Value = String> {
    let sorts = (0..34_usize, 0..100_i32, 0..20_i32);
    sorts.prop_map(|(sort, start, length)| {
        let (first, last, later) = (date(start), date(start + length), date(start + length + 9));
        let month = &first.to_string()[..7];
        match sort {
            0 => month.to_owned(),
            1 => "1957".to_owned(),
            2 => format!("{month}~"),
            3 => format!("{first}~"),
            4 => format!("{first}?/{last}"),
            5 => format!("{first}/{last}~"),
            6 => format!("{first}%"),
            7 => format!("{first}/.."),
            8 => format!("{first}/"),
            9 => format!("../{last}"),
            10 => format!("/{last}"),
            11 => format!("{month}/{}", date(start + 60)),
            12 => format!("{}/{}", date(start - 60), month),
            13 => format!("{month}-1X"),
            14 => "1957-21".to_owned(),
            15 => format!("{{{first},{later}}}"),
            16 => format!("[{first},{later}]"),
            17 => format!("{{{first},{}}}", &later.to_string()[..7]),
            18 => format!("{{{first}..{last}}}"),
            19 => format!("{{..{first},{later}}}"),
            20 => format!("{{{first},{later}..}}"),
            21 => format!("[..{first}]"),
            22 => format!("{month}/.."),
            23 => format!("{{{first}?,{later}}}"),
            _ if length == 0 => first.to_string(),
            _ => format!("{first}/{last}"),
        }
    })
}

/// The text of a random file.
fn file() -> impl Strategy<Value = String> {
    let covered = prop::collection::btree_set(0..COUNTRIES.len(), 1..3);
    let source = (proptest::option::of(covered), proptest::option::of(dates()));
    let source = source.prop_map(|(countries, period)| SourceDraft { countries, period });
    let other = || proptest::option::of(dates());
    let status = prop_oneof![4 => Just(0_usize), 1 => 1..STATUSES.len()];
    let trip = (0..COUNTRIES.len(), status, dates(), [other(), other()]);
    let trip = trip.prop_map(|(country, status, first, others)| TripDraft { country, status, first, others });
    (prop::collection::vec(source, 1..=3), prop::collection::vec(trip, 1..=25))
        .prop_map(|(sources, trips)| text(&sources, &trips))
}

/// The file of some sources and trips. The first account of each trip is by another source in turn.
fn text(sources: &[SourceDraft], trips: &[TripDraft]) -> String {
    let mut text = "(countries: [".to_owned();
    for country in COUNTRIES {
        _ = write!(text, "(name: \"{country}\"), ");
    }
    text += "],\nsources: [\n";
    for (number, SourceDraft { countries, period }) in sources.iter().enumerate() {
        let names = countries.as_ref().map(|countries| countries.iter().map(|&at| COUNTRIES[at]).collect::<Vec<_>>());
        let countries = names.map(|names| format!("countries: {names:?}, ")).unwrap_or_default();
        let period = period.as_ref().map(|period| format!("period: {period:?}")).unwrap_or_default();
        _ = writeln!(text, "(id: \"s{number}\", covers: ({countries}{period})),");
    }
    text += "],\ntrips: [\n";
    for (number, TripDraft { country, status, first, others }) in trips.iter().enumerate() {
        _ = write!(text, "(country: {:?}, status: {}, accounts: [", COUNTRIES[*country], STATUSES[*status]);
        let told = std::iter::once(Some(first)).chain(others.iter().map(Option::as_ref)).take(sources.len());
        for (place, dates) in told.enumerate().filter_map(|(place, dates)| Some((place, dates?))) {
            _ = write!(text, "(source: \"s{}\", dates: {dates:?}), ", (number + place) % sources.len());
        }
        text += "]),\n";
    }
    text + "])"
}

fn readings(chronicle: &Chronicle) -> Vec<Reading> {
    let sources = sources(chronicle).into_iter().map(Reading::Source);
    sources.chain([Reading::Agreed, Reading::Either]).collect()
}

fn sources(chronicle: &Chronicle) -> Vec<SourceIndex> {
    (0..chronicle.sources.len()).map(SourceIndex::new).collect()
}

/// The n-th of the readings of a file, counted round and round.
fn reading(chronicle: &Chronicle, number: usize) -> Reading {
    let readings = readings(chronicle);
    readings[number % readings.len()]
}

/// The days of a trip under a reading: certain and possible.
fn stay(chronicle: &Chronicle, reading: Reading, trip: &Trip) -> [DaySet; 2] {
    reading.stay(chronicle, trip).map_or_else(Default::default, |stay| [stay.certain, stay.possible])
}

/// What one source says of a day of a trip.
fn told(trip: &Trip, source: SourceIndex, day: Day) -> Option<Certainty> {
    let accounts = trip.accounts().iter().filter(|account| account.source == source);
    accounts.map(|account| account.when.certainty(day)).max().flatten()
}

/// Whether what a source says of a day of a trip counts, and its silence too.
fn speaks(chronicle: &Chronicle, trip: &Trip, source: SourceIndex, day: Day) -> bool {
    let covers = &chronicle.source(source).covers;
    let country = covers.countries.as_ref().is_none_or(|countries| countries.contains(&trip.country));
    let covered = country && covers.period.is_none_or(|period| period.contains(day));
    covered || trip.accounts().iter().any(|account| account.source == source)
}

/// A day of a trip under a reading, in three values: certain, possible or neither.
fn value(chronicle: &Chronicle, reading: Reading, trip: &Trip, day: Day) -> Option<Certainty> {
    let sources = sources(chronicle).into_iter();
    match reading {
        _ if !trip.possible().contains(day) => None,
        Reading::Source(source) => told(trip, source, day),
        Reading::Either => sources.map(|source| told(trip, source, day)).max().flatten(),
        Reading::Agreed => {
            let speakers = sources.filter(|&source| speaks(chronicle, trip, source, day));
            speakers.map(|source| told(trip, source, day)).min().flatten()
        }
    }
}

fn days(span: Span) -> impl Iterator<Item = Day> {
    (0..span.days()).map(move |number| span.start() + number)
}

fn within(inner: &DaySet, outer: &DaySet) -> bool {
    inner.difference(outer).is_empty()
}

fn everything(reading: Reading) -> Filter {
    Filter { reading, statuses: Status::ALL.iter().copied().collect(), ..Filter::default() }
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
                let (span, drawn) = (reading.span(&chronicle, trip), reading.drawn(trip));
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
        let whereabouts = Whereabouts::on(&chronicle, day);
        let mut expected = BTreeSet::new();
        for (index, trip) in chronicle.indexed_trips().filter(|(_, trip)| trip.status != Status::Cancelled) {
            for account in trip.accounts() {
                let sure = trip.status != Status::Rumoured && account.when.certainty(day) == Some(Certainty::Certain);
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
        let said = whereabouts.words(&chronicle);
        prop_assert_eq!(said.len(), chronicle.sources.len());
        for (source, words) in said {
            let certainty = |certain: bool| expected.iter().any(|answer| (answer.0, answer.1) == (source, certain));
            prop_assert_eq!(words.contains("certainly in "), certainty(true), "{}", words);
            prop_assert_eq!(words.contains("possibly in "), certainty(false), "{}", words);
            prop_assert_eq!(words == "not known", !certainty(true) && !certainty(false), "{}", words);
        }
    }

    #[test]
    fn tours_part_the_trips_shown(
        text in file(), number in 0..5_usize, unconfirmed: bool, most in 0..6_u16, countries in 0..4_usize,
    ) {
        let chronicle = chronicle(&text);
        let reading = reading(&chronicle, number);
        let statuses = if unconfirmed { everything(reading).statuses } else { BTreeSet::new() };
        // A tour stays whole where a filter hides some of its legs.
        let countries = (0..countries.min(chronicle.countries.len())).map(CountryIndex::new).collect();
        let whole = Filter { statuses, ..everything(reading) };
        let shown = Filter { countries, ..whole.clone() }.apply(&chronicle, &BTreeSet::new());
        let tours = Tours::new(&chronicle, &shown, most);
        let unlimited = whole.apply(&chronicle, &BTreeSet::new());
        prop_assert_eq!(&shown.told, &unlimited.trips);
        let every = Tours::new(&chronicle, &unlimited, most);
        prop_assert!(tours.all.iter().all(|tour| every.all.contains(tour)));

        let legs = tours.all.iter().flat_map(|tour| &tour.legs).copied();
        let mut parted: Vec<TripIndex> = legs.filter(|&index| shown.shows(index)).collect();
        parted.extend(&tours.single_visits);
        let mut trips = shown.trips.clone();
        parted.sort_unstable();
        trips.sort_unstable();
        prop_assert_eq!(parted, trips);
        for (at, tour) in tours.all.iter().enumerate() {
            prop_assert!(1 < tour.legs.len());
            for (leg, &index) in tour.legs.iter().enumerate() {
                prop_assert_eq!(tours.of(index).map(|(tour, leg)| (tour.position(), leg)), Some((at, leg)));
                prop_assert!(within(&shown.span(&chronicle, index).into(), &tour.days.into()));
            }
        }
        prop_assert!(tours.single_visits.iter().all(|&index| tours.of(index).is_none()));
        // Neighbours in time belong together just where they may; every pair that does not stands apart.
        let travelled = |index: &TripIndex| matches!(chronicle.trip(*index).status, Status::Confirmed | Status::Transit);
        let neighbours: Vec<_> = shown.told.iter().copied().filter(travelled).collect();
        for pair in neighbours.windows(2) {
            let (before, after) = (pair[0], pair[1]);
            let follows = match (every.of(before), every.of(after)) {
                (Some((tour, leg)), Some((next_tour, next_leg))) => (tour, leg + 1) == (next_tour, next_leg),
                _ => false,
            };
            prop_assert_eq!(follows, may_join(&chronicle, &shown, before, after, most), "{:?} {:?}", before, after);
        }
        prop_assert!(tours.all.iter().flat_map(|tour| &tour.legs).all(travelled));
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
            statuses: statuses.into_iter().map(|status| Status::ALL[status]).collect(),
            disputed_only,
            decades: decade.into_iter().collect(),
            period: Span::new(date(20), date(40)).filter(|_| limit),
            ..Filter::default()
        };
        let disputed: BTreeSet<_> = disputed.into_iter().map(TripIndex::new).collect();
        let shown = filter.apply(&chronicle, &disputed);
        prop_assert_eq!(shown.trips.len() + shown.hidden_count(), chronicle.trips.len());
        let distinct: BTreeSet<_> = shown.trips.iter().collect();
        prop_assert_eq!(distinct.len(), shown.trips.len());
        for (index, trip) in chronicle.indexed_trips() {
            let asked = trip.status == Status::Confirmed || filter.statuses.contains(&trip.status);
            let left = days(trip.possible()).any(|day| value(&chronicle, reading, trip, day).is_some());
            let wanted = !disputed_only || disputed.contains(&index);
            let first = shown.span(&chronicle, index);
            let of_decade = decade.is_none_or(|decade| first.start().decade() == decade);
            let in_period = filter.period.is_none_or(|period| period.overlaps(first));
            let expected = asked && left && wanted && of_decade && in_period;
            prop_assert_eq!(shown.trips.contains(&index), expected, "{:?} under {:?}", index, filter);
        }
        let reasons = |reason| shown.hidden.get(&reason).copied().unwrap_or(0);
        let untold = if matches!(reading, Reading::Source(_)) { Hidden::NotAgreed } else { Hidden::NotTold };
        prop_assert_eq!(reasons(untold), 0);
        // Lanes count what totals count.
        let timeline = Timeline::new(&chronicle, &shown, Arrangement::default());
        let counted: usize = timeline.lanes.iter().map(|lane| lane.shown).sum();
        let counts = |index: &&TripIndex| filter.counting.counts(chronicle.trip(**index).status);
        prop_assert_eq!(counted, shown.trips.iter().filter(counts).count());
        prop_assert_eq!(shown.counted(&chronicle).count(), counted);
    }
}

/// Whether a trip continues the one before it: another country, few days between, and the days of both known.
fn may_join(chronicle: &Chronicle, shown: &Shown, before: TripIndex, after: TripIndex, most: u16) -> bool {
    let known = |index: TripIndex| {
        let trip = chronicle.trip(index);
        let mut heard = trip.accounts().iter().filter(|account| shown.reading.hears(account.source));
        heard.all(|account| account.when.is_exact())
    };
    let last = shown.span(chronicle, before).last();
    let first = shown.span(chronicle, after).start();
    let free_days = first.number() - last.number() - 1;
    chronicle.trip(before).country != chronicle.trip(after).country
        && free_days <= i32::from(most)
        && known(before)
        && known(after)
}

/// The runs of the days for which a trip has at least this certainty, found day by day, as EDTF.
fn runs(chronicle: &Chronicle, reading: Reading, trip: &Trip, least: Certainty) -> Vec<String> {
    let mut runs: Vec<(Day, Day)> = Vec::new();
    for day in days(trip.possible()).filter(|&day| Some(least) <= value(chronicle, reading, trip, day)) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == day => *last = day,
            _ => runs.push((day, day)),
        }
    }
    let text = |(first, last): (Day, Day)| if first == last { first.to_string() } else { format!("{first}/{last}") };
    runs.into_iter().map(text).collect()
}

/// The default file's readings, with what `--reading` calls them.
fn named_readings(chronicle: &Chronicle) -> Vec<(&str, Reading)> {
    let sources = sources(chronicle).into_iter();
    let named = sources.map(|source| (chronicle.source(source).id.as_str(), Reading::Source(source)));
    named.chain([("agreed", Reading::Agreed), ("either", Reading::Either)]).collect()
}

/// How many trips of a status a reading leaves some days of, found day by day.
fn left(chronicle: &Chronicle, reading: Reading, status: Status) -> usize {
    let of_status = chronicle.trips.iter().filter(|trip| trip.status == status);
    of_status.filter(|trip| days(trip.possible()).any(|day| value(chronicle, reading, trip, day).is_some())).count()
}

#[test]
fn each_reading_counts_what_its_documents_tell() {
    let chronicle = default_chronicle();
    let counts: BTreeMap<&str, [usize; 2]> = named_readings(&chronicle)
        .into_iter()
        .map(|(name, reading)| {
            (name, [Status::Confirmed, Status::Rumoured].map(|status| left(&chronicle, reading, status)))
        })
        .collect();
    // The list has 48 visits and two rumours, the album ten stays. Two of those are not in the list; in March 1961 and
    // on 1 June 1956 the list has the Soviet Union where the album, which covers it, is silent.
    let silent = chronicle.trips.iter().filter(|trip| !chronicle.silent_sources(trip).is_empty());
    let silent = silent.filter(|trip| trip.status == Status::Confirmed).count();
    assert_eq!(counts["list"], [48, 2]);
    assert_eq!(counts["album"], [10, 0]);
    assert_eq!(counts["either"], [50, 2]);
    assert_eq!((silent, counts["agreed"]), (4, [50 - 4, 0]));
}

/// What a picture says of its lanes' trips together, and which trips it draws.
fn drawn(svg: &str) -> (usize, BTreeSet<usize>) {
    let document = Document::parse(svg).unwrap();
    let about = |word: &'static str| {
        document
            .descendants()
            .filter_map(move |node| Some((node, node.attribute("id")?.strip_prefix(word)?.to_owned())))
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
    let rules = ["confirmed", "transit", "rumoured", "everything"].into_iter().zip(Counting::ALL);
    for ((name, reading), (rule, counting)) in
        named_readings(&chronicle).into_iter().flat_map(|reading| rules.clone().map(move |rule| (reading, rule)))
    {
        let shown = Filter { counting, ..everything(reading) }.apply(&chronicle, &BTreeSet::new());
        let ids: Vec<_> = shown.trips.iter().map(|&index| chronicle.trip(index).id.as_str()).collect();
        let counted: usize = Status::ALL
            .iter()
            .filter(|&&status| counting.counts(status))
            .map(|&status| left(&chronicle, reading, status))
            .sum();
        assert_eq!(shown.counted(&chronicle).count(), counted, "{name} {rule}");

        let select = ["--reading", name, "--counting", rule];
        let rows = rows(folder.path(), &[&["list", "--format", "json"][..], &select].concat());
        assert_eq!(rows.iter().map(|row| row["id"].as_str().unwrap()).collect::<Vec<_>>(), ids, "{name} {rule}");
        let statuses = Status::ALL.iter().filter(|&&status| counting.counts(status));
        let listed = statuses.map(|status| count(&rows, "status", status.key())).sum::<usize>();
        assert_eq!(listed, counted, "{name} {rule}");
        for (row, &index) in rows.iter().zip(&shown.trips) {
            let runs = |least| runs(&chronicle, reading, chronicle.trip(index), least);
            let days = serde_json::json!({"certain": runs(Certainty::Certain), "possible": runs(Certainty::Possible)});
            assert_eq!(row["days"], days, "{name}: {}", row["id"]);
            let accounts = row["accounts"].as_array().unwrap().iter();
            let heard = chronicle.trip(index).accounts().iter().filter(|account| reading.hears(account.source));
            let heard: Vec<_> = heard.map(|account| chronicle.source(account.source).id.as_str()).collect();
            assert_eq!(accounts.map(|account| account["source"].as_str().unwrap()).collect::<Vec<_>>(), heard);
        }

        let timeline = Timeline::new(&chronicle, &shown, Arrangement::default());
        assert_eq!(timeline.lanes.iter().map(|lane| lane.shown).sum::<usize>(), counted, "{name} {rule}");
        let export = [&["export", "-o", "picture.svg", "--unconfirmed"][..], &select].concat();
        wayline(folder.path(), &export).assert().success();
        let picture = fs::read_to_string(folder.path().join("picture.svg")).unwrap();
        let (in_lanes, trips) = drawn(&picture);
        let positions: BTreeSet<_> = shown.trips.iter().map(|index| index.position()).collect();
        assert_eq!((in_lanes, trips), (counted, positions), "{name} {rule}");
        assert!(picture.contains(&shown.summary(&chronicle)), "{name} {rule}: its caption has the same numbers");
    }
}

#[test]
fn in_february_1949_the_album_has_him_in_the_soviet_union_and_the_list_does_not() {
    let chronicle = default_chronicle();
    let whereabouts = Whereabouts::on(&chronicle, day("1949-02-25"));
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
    let travelling = Whereabouts::on(&chronicle, day("1956-07-06"));
    assert_eq!((travelling.answers.len(), travelling.disputed), (3, false));
}
