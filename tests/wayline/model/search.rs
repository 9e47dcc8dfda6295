//! Search: what is found, against a plain search word by word.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use wayline::model::{Chronicle, Hidden, NameWords, Reading, Terms, Trip, TripIndex, search};

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use wayline::model::{Filter, FilterResult, SourceIndex, TripSet, load};

/// The trips that tell of just what is typed.
fn plainly(chronicle: &Chronicle, shown: &FilterResult, text: &str) -> Vec<TripIndex> {
    search(chronicle, shown, &NameWords::default(), text).trips
}

#[test]
fn words_are_found_in_what_the_reading_hears() {
    let chronicle = load(wayline::data::DEFAULT_FILE.1.to_owned()).chronicle;
    let found = |reading: Reading, text: &str| -> Vec<String> {
        let shown = Filter { reading, ..Filter::default() }.apply(&chronicle, &TripSet::default());
        let trips = plainly(&chronicle, &shown, text);
        trips.into_iter().map(|index| chronicle.trip(index).id(&chronicle).into_owned()).collect()
    };
    assert_eq!(found(Reading::Either, "zapotocky"), ["1956-06-21-czechoslovakia"]);
    assert_eq!(found(Reading::Either, "PLZEN prague"), ["1956-06-21-czechoslovakia"]);
    let bulganin = ["1956-07-06-soviet-union", "1957-11-03-soviet-union"];
    assert_eq!(found(Reading::Either, "bulganin"), bulganin, "the album alone names him");
    assert_eq!(found(Reading::Source(SourceIndex::new(1)), "bulganin"), bulganin);
    assert!(found(Reading::Source(SourceIndex::new(0)), "bulganin").is_empty());
    assert!(found(Reading::Either, "  ").is_empty());
    assert!(found(Reading::Either, "atlantis").is_empty());
}

#[test]
fn a_country_and_a_place_are_found_by_all_their_names() {
    let text = r#"(countries: [(name: "Korea, Republic of"), (name: "China", also: ["Cathay"])], trips: [
        (id: "seoul", country: "South Korea", dates: "1985"),
        (id: "peking", country: "Cathay", dates: "1986", places: [(name: "Peking", link: "Beijing", at: (39.9, 116.4))]),
        (id: "beijing", country: "China", dates: "1987", places: ["Beijing"]),
    ])"#;
    let chronicle = load(text.to_owned()).chronicle;
    assert_eq!(chronicle.countries.len(), 2, "a state of today is known under its names");
    let shown = Filter::default().apply(&chronicle, &TripSet::default());
    let found = |text: &str| -> Vec<_> {
        plainly(&chronicle, &shown, text).iter().map(|&trip| chronicle.trip(trip).id(&chronicle).into_owned()).collect()
    };
    for text in ["korea", "south korea", "KOR", "rok", "Korean"] {
        assert_eq!(found(text), ["seoul"], "{text}");
    }
    assert_eq!(found("kor"), ["seoul"], "as a code, and in the name");
    assert!(found("sout").is_empty(), "of a name that the file does not have whole words count");
    assert_eq!(found("peking"), ["peking"]);
    assert_eq!(found("beijing"), ["peking", "beijing"], "the name of one leads to the other");
    assert_eq!(found("cathay"), ["peking", "beijing"], "the lane has both names");
    assert_eq!(chronicle.country_name(chronicle.trip(plainly(&chronicle, &shown, "peking")[0])), "Cathay");
}

/// All that a reading includes of a trip, in one text.
fn telling(chronicle: &Chronicle, reading: Reading, trip: &Trip) -> String {
    let country = chronicle.country(trip.country);
    let mut words = vec![country.name.as_str(), country.today.as_deref().unwrap_or_default(), trip.kind.label()];
    words.extend(chronicle.traveller(trip.traveller));
    for account in reading.accounts(trip) {
        words.extend(account.places.iter().map(|place| place.name.as_str()));
        words.extend(account.leaders.iter().flat_map(|leader| [leader.name.as_str(), leader.office.as_str()]));
        words.push(&account.details);
        words.extend(account.verbatim.as_deref());
        words.push(&chronicle.source(account.source).name);
    }
    words.join("\n") + "\n"
}

static DEFAULT: LazyLock<Arc<Chronicle>> = LazyLock::new(|| load(wayline::data::DEFAULT_FILE.1.to_owned()).chronicle);

proptest! {
    #[test]
    fn a_trip_is_found_where_all_words_are_in_its_telling(
        words in prop::collection::vec("[a-zäšł]{1,4}|Moscow|LENINGRAD|zapotocky|Zápotocký|visit|president|secretary", 1..4),
        reading in 0..4_usize,
    ) {
        let chronicle = &*DEFAULT;
        let sources = [0, 1].map(SourceIndex::new);
        let reading = [Reading::Either, Reading::Agreed, Reading::Source(sources[0]), Reading::Source(sources[1])][reading];
        // What a word says of a country that the file does not is another test's matter.
        prop_assume!(!words.iter().any(|word| chronicle.countries.iter().any(|country| country.is_known_as(word))));
        let shown = Filter { reading, ..Filter::default() }.apply(chronicle, &TripSet::default());
        let text = words.join(" ");
        let pattern = Pattern::new(&text, CaseMatching::Ignore, Normalization::Smart, AtomKind::Substring);
        let (mut matcher, mut letters) = (Matcher::new(Config::DEFAULT), Vec::new());
        let mut expected = shown.trips(chronicle).to_vec();
        expected.retain(|&index| {
            let telling = telling(chronicle, reading, chronicle.trip(index));
            pattern.score(Utf32Str::new(&telling, &mut letters), &mut matcher).is_some()
        });
        prop_assert_eq!(plainly(chronicle, &shown, &text), expected);
    }
}

/// People and places that are written in several ways.
const NAMES: &str = r#"(sources: [(id: "a", name: "Album")], trips: [
    (id: "one", country: "Soviet Union", dates: "1956-06-02", places: ["Moscow"], leaders: [(name: "Nikita Khrushchev", office: "First Secretary")],
        details: "He was seen off at the station, and the party went on by train to the east."),
    (id: "two", country: "Soviet Union", dates: "1957-11-04/1957-11-21", leaders: [(name: "N. Khrushchov")], verbatim: "4 to 21 Nov."),
    (id: "three", country: "Romania", dates: "1984-06-01", leaders: [(name: "Nicolae Ceaușescu", office: "President")], kind: state_visit),
    (id: "four", country: "East Germany", dates: "1984-05", places: ["East Berlin"]),
])"#;

#[test]
fn a_term_says_what_it_looks_at_and_names_are_found_as_they_are_meant() {
    let document = load(NAMES.to_owned());
    let chronicle = &document.chronicle;
    let found = |text: &str| {
        let shown = document.shown(&Filter::default());
        let matches = document.search(&Filter::default(), &shown, text);
        let ids: Vec<_> = matches.trips.iter().map(|&trip| chronicle.trip(trip).id(chronicle).into_owned()).collect();
        (ids.join(" "), matches.taken_for.join(" "))
    };
    for (text, trips, taken_for) in [
        ("ceausescu", "three", ""),
        ("Khrushchev", "one two", "Khrushchov"),
        ("leader:khrushchov", "one two", "Khrushchev"),
        ("Kruschev", "one two", "Khrushchev Khrushchov"),
        ("detail:khrushchev", "", ""),
        ("Moskow", "one", "Moscow"),
        ("\"east berlin\"", "four", ""),
        ("place:east", "four", ""),
        ("place: east", "four", ""),
        ("country:east", "four", ""),
        ("east", "one four", ""),
        ("office:president", "three", ""),
        ("kind:state", "three", ""),
        ("date:nov", "two", ""),
        ("1956", "one", ""),
        ("year:1984-05", "four", ""),
        ("year:1956|1957", "one two", ""),
        ("romania|berlin", "four three", ""),
        ("source:album 1984", "four three", ""),
        ("12:30", "", ""),
        ("  ", "", ""),
    ] {
        assert_eq!(found(text), (trips.to_owned(), taken_for.to_owned()), "{text}");
    }
}

#[test]
fn what_is_found_is_shown_where_it_stands() {
    let document = load(NAMES.to_owned());
    let shown = document.shown(&Filter::default());
    let lit = |text: &str, at: usize| -> Vec<String> {
        let matches = document.search(&Filter::default(), &shown, text);
        let snippets = matches.snippets(&document.chronicle, Reading::Either, TripIndex::new(at));
        let marked = snippets.into_iter().map(|snippet| {
            let mut text = snippet.text;
            for range in snippet.lit.into_iter().rev() {
                text.replace_range(range.clone(), &format!("[{}]", &text[range]));
            }
            format!("{}: {text}", snippet.field.key())
        });
        marked.collect()
    };
    assert_eq!(lit("ceausescu", 2), ["leader: Nicolae [Ceaușescu]"]);
    assert_eq!(lit("nikita Khrushchov", 0), ["leader: [Nikita] [Khrushchev]"]);
    assert_eq!(lit("train", 0), ["detail: …and the party went on by [train] to the east."]);
    assert_eq!(lit("moscow 1956", 0), ["place: [Moscow]"]);
}

#[test]
fn where_nothing_is_found_the_filter_that_hides_it_is_told() {
    let document = load(NAMES.to_owned());
    let filter = Filter { decades: [1980].into(), search: Terms::parse("president|berlin"), ..Filter::default() };
    let shown = document.shown(&filter);
    assert_eq!((shown.trip_count, shown.hidden.get(&Hidden::Search)), (2, Some(&2)));
    let hidden = |text: &str| document.search(&filter, &shown, text).hidden;
    assert_eq!(hidden("khrushchev"), [], "two parts of the filter hide it");
    let filter = filter.without(Hidden::Search);
    let shown = document.shown(&filter);
    assert_eq!(document.search(&filter, &shown, "khrushchev").hidden, [(Hidden::Decade, 2)]);
    assert_eq!(document.search(&filter, &shown, "ceausescu").hidden, []);
}

proptest! {
    #[test]
    fn terms_can_be_typed_as_they_are_written(
        text in prop::collection::vec("[a-zé]{1,5}|\\||\"[a-z :|]{0,6}\"|leader:|year:|x:|:| ", 0..9).prop_map(|parts| parts.join("")),
    ) {
        let terms = Terms::parse(&text);
        prop_assert!(terms.0.iter().all(|term| !term.words.is_empty() && term.words.iter().all(|word| !word.is_empty())));
        prop_assert_eq!(&Terms::parse(&terms.to_string()), &terms, "{}", text);
    }
}
