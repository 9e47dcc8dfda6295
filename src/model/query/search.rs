//! Finding trips by a word: a leader, a place, a country, what took place.

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use rustc_hash::FxHashMap;

use super::filter_result::FilterResult;
use super::reading::Reading;
use crate::model::facts::{Account, Chronicle, Country, Leader, Place, Trip, TripIndex, TripKind};

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
    in_places: FxHashMap<*const Place, bool>,
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
        // Of names that the file does not have only whole words count: else letters would find what nobody reads.
        let text = word.needle_text().to_string();
        let countries = chronicle.countries.iter();
        let in_country =
            |country: &Country| country.names().any(|name| reader.finds(name)) || country.is_known_as(&text);
        let in_countries = countries.map(in_country).collect();
        let in_travellers = chronicle.travellers.iter().map(|traveller| reader.finds(&traveller.name)).collect();
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
        *in_places
            .entry(places.as_ptr())
            .or_insert_with(|| places.iter().any(|place| reader.finds(&place.name) || reader.finds(&place.link)))
            || *in_leaders.entry(leaders.as_ptr()).or_insert_with(|| {
                leaders.iter().any(|leader| reader.finds(&leader.name) || reader.finds(&leader.office))
            })
            || reader.finds(&account.details)
    }
}
