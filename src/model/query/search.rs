//! Finding trips by a word: a leader, a place, a country, what took place.

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use rustc_hash::FxHashMap;

use super::filter_result::FilterResult;
use super::reading::Reading;
use crate::model::facts::{Account, Chronicle, Leader, Text, Trip, TripIndex, TripKind};

/// The trips shown that hold every word of `text` in what the reading includes of them, in the order of time.
///
/// Capitals and accents do not matter: `zapotocky` finds Zápotocký. No text finds nothing.
#[must_use]
pub fn search(chronicle: &Chronicle, shown: &FilterResult, text: &str) -> Vec<TripIndex> {
    let pattern = Pattern::new(text, CaseMatching::Ignore, Normalization::Smart, AtomKind::Substring);
    if pattern.atoms.is_empty() {
        return Vec::new();
    }
    let mut found = shown.trips(chronicle).to_vec();
    for atom in &pattern.atoms {
        let mut word = Word::new(chronicle, atom);
        found.retain(|&index| word.is_told_of(chronicle.trip(index), shown.reading));
    }
    found
}

/// A word that is looked for. What trips have in common is looked through once: names of countries, and lists of places
/// and leaders, which are known again by where they are stored.
struct Word<'a> {
    reader: Reader<'a>,
    /// By the positions of the countries.
    in_countries: Vec<bool>,
    /// By the positions of the travellers.
    in_travellers: Vec<bool>,
    in_kinds: Vec<TripKind>,
    in_places: FxHashMap<*const Text, bool>,
    in_leaders: FxHashMap<*const Leader, bool>,
}

/// Reads texts for a word.
struct Reader<'a> {
    word: &'a Atom,
    matcher: Matcher,
    /// Room for a text of other letters than English ones, and for what it is read as.
    text: String,
    letters: Vec<char>,
}

impl Reader<'_> {
    fn finds(&mut self, text: &str) -> bool {
        let mut read = text;
        if !text.is_ascii() {
            // Among other letters the matcher passes over a word that stands at the very end.
            self.text.clear();
            self.text.extend([text, "\n"]);
            read = &self.text;
        }
        self.word.score(Utf32Str::new(read, &mut self.letters), &mut self.matcher).is_some()
    }
}

impl<'a> Word<'a> {
    fn new(chronicle: &Chronicle, word: &'a Atom) -> Self {
        let mut reader =
            Reader { word, matcher: Matcher::new(Config::DEFAULT), text: String::new(), letters: Vec::new() };
        let mut in_country =
            |name: &str, today: Option<&str>| reader.finds(name) || today.is_some_and(|today| reader.finds(today));
        let countries = chronicle.countries.iter();
        let in_countries = countries.map(|country| in_country(&country.name, country.today.as_deref())).collect();
        let in_travellers = chronicle.travellers.iter().map(|name| reader.finds(name)).collect();
        let in_kinds = TripKind::ALL.iter().copied().filter(|kind| reader.finds(kind.label())).collect();
        Self {
            reader,
            in_countries,
            in_travellers,
            in_kinds,
            in_places: FxHashMap::default(),
            in_leaders: FxHashMap::default(),
        }
    }

    /// Whether it is part of what a reading includes of a trip.
    fn is_told_of(&mut self, trip: &Trip, reading: Reading) -> bool {
        self.in_countries.get(trip.country.position()).is_some_and(|&found| found)
            || self.in_travellers.get(trip.traveller.position()).is_some_and(|&found| found)
            || self.in_kinds.contains(&trip.kind)
            || reading.accounts(trip).any(|account| self.is_in(account))
    }

    fn is_in(&mut self, account: &Account) -> bool {
        let Self { reader, in_places, in_leaders, .. } = self;
        let (places, leaders) = (&account.places, &account.leaders);
        *in_places.entry(places.as_ptr()).or_insert_with(|| places.iter().any(|place| reader.finds(place)))
            || *in_leaders.entry(leaders.as_ptr()).or_insert_with(|| {
                leaders.iter().any(|leader| reader.finds(&leader.name) || reader.finds(&leader.office))
            })
            || reader.finds(&account.details)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, LazyLock};

    use proptest::prelude::*;

    use super::*;
    use crate::model::{Filter, SourceIndex, TripSet, load};

    #[test]
    fn words_are_found_in_what_the_reading_hears() {
        let chronicle = load(crate::data::DEFAULT_FILE.1.to_owned()).chronicle;
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

    /// All that a reading includes of a trip, in one text.
    fn telling(chronicle: &Chronicle, reading: Reading, trip: &Trip) -> String {
        let country = chronicle.country(trip.country);
        let mut words = vec![country.name.as_str(), country.today.as_deref().unwrap_or_default(), trip.kind.label()];
        for account in reading.accounts(trip) {
            words.extend(account.places.iter().map(arcstr::ArcStr::as_str));
            words.extend(account.leaders.iter().flat_map(|leader| [leader.name.as_str(), leader.office.as_str()]));
            words.push(&account.details);
        }
        words.join("\n") + "\n"
    }

    static DEFAULT: LazyLock<Arc<Chronicle>> = LazyLock::new(|| load(crate::data::DEFAULT_FILE.1.to_owned()).chronicle);

    proptest! {
        #[test]
        fn a_trip_is_found_where_all_words_are_in_its_telling(
            words in prop::collection::vec("[a-zäšł]{1,4}|Moscow|LENINGRAD|zapotocky|Zápotocký|visit|president|secretary", 1..4),
            reading in 0..4_usize,
        ) {
            let chronicle = &*DEFAULT;
            let sources = [0, 1].map(SourceIndex::new);
            let reading = [Reading::Either, Reading::Agreed, Reading::Source(sources[0]), Reading::Source(sources[1])][reading];
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
}
