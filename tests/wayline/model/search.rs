//! Search: what is found, against a plain search word by word.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use wayline::model::{Chronicle, Reading, Trip, search};

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use wayline::model::{Filter, SourceIndex, TripSet, load};

#[test]
fn words_are_found_in_what_the_reading_hears() {
    let chronicle = load(wayline::data::DEFAULT_FILE.1.to_owned()).chronicle;
    let found = |reading: Reading, text: &str| -> Vec<String> {
        let shown = Filter { reading, ..Filter::default() }.apply(&chronicle, &TripSet::default());
        let trips = search(&chronicle, &shown, text);
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
        search(&chronicle, &shown, text).iter().map(|&trip| chronicle.trip(trip).id(&chronicle).into_owned()).collect()
    };
    for text in ["korea", "south korea", "KOR", "rok", "Korean"] {
        assert_eq!(found(text), ["seoul"], "{text}");
    }
    assert_eq!(found("kor"), ["seoul"], "as a code, and in the name");
    assert!(found("sout").is_empty(), "of a name that the file does not have whole words count");
    assert_eq!(found("peking"), ["peking"]);
    assert_eq!(found("beijing"), ["peking", "beijing"], "the name of one leads to the other");
    assert_eq!(found("cathay"), ["peking", "beijing"], "the lane has both names");
    assert_eq!(chronicle.country_name(chronicle.trip(search(&chronicle, &shown, "peking")[0])), "Cathay");
}

/// All that a reading includes of a trip, in one text.
fn telling(chronicle: &Chronicle, reading: Reading, trip: &Trip) -> String {
    let country = chronicle.country(trip.country);
    let mut words = vec![country.name.as_str(), country.today.as_deref().unwrap_or_default(), trip.kind.label()];
    for account in reading.accounts(trip) {
        words.extend(account.places.iter().map(|place| place.name.as_str()));
        words.extend(account.leaders.iter().flat_map(|leader| [leader.name.as_str(), leader.office.as_str()]));
        words.push(&account.details);
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
        prop_assert_eq!(search(chronicle, &shown, &text), expected);
    }
}
