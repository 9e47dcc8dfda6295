//! Other spellings of a word: names of the file that differ from it by a letter or two.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;
use strsim::damerau_levenshtein;

use crate::data::SearchField;
use crate::model::facts::{Chronicle, Country, Leader, Place, Trip};
use crate::text::folded;

/// Shorter words have too many others near them.
const LEAST_LETTERS: usize = 5;
/// From this length on two letters may differ.
const LONG_LETTERS: usize = 8;
/// From this length on a word that differs by one letter is taken for another spelling of the same name.
const NAME_LETTERS: usize = 7;

/// The names in a file, of countries, travellers, leaders and places, and their words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameWords {
    names: BTreeMap<SearchField, BTreeSet<String>>,
    /// Without capitals and accents, each with how it is written first.
    words: BTreeMap<String, String>,
}

impl NameWords {
    /// Collects the words; lists of leaders and places that trips share are gone through once.
    #[must_use]
    pub fn new(chronicle: &Chronicle) -> Self {
        let mut all = Self::default();
        let countries = chronicle.countries.iter().flat_map(Country::names);
        countries.for_each(|name| all.add(SearchField::Country, name));
        chronicle.travellers.iter().for_each(|traveller| all.add(SearchField::Traveller, &traveller.name));
        let mut leaders: FxHashSet<*const Leader> = FxHashSet::default();
        let mut places: FxHashSet<*const Place> = FxHashSet::default();
        for account in chronicle.trips.iter().flat_map(Trip::accounts) {
            if leaders.insert(account.leaders.as_ptr()) {
                for leader in account.leaders.iter() {
                    all.add(SearchField::Leader, chronicle.people.name_of(&leader.name));
                    all.add_words(&leader.name);
                }
            }
            if places.insert(account.places.as_ptr()) {
                account.places.iter().for_each(|place| all.add(SearchField::Place, &place.name));
            }
        }
        all
    }

    /// The names of a sort, in the order of the alphabet.
    pub(crate) fn of(&self, field: SearchField) -> impl Iterator<Item = &str> {
        self.names.get(&field).into_iter().flatten().map(String::as_str)
    }

    fn add(&mut self, field: SearchField, name: &str) {
        let names = self.names.entry(field).or_default();
        if name.is_empty() || names.contains(name) {
            return;
        }
        names.insert(name.to_owned());
        self.add_words(name);
    }

    fn add_words(&mut self, name: &str) {
        for word in name.split(|letter: char| !letter.is_alphanumeric()) {
            if LEAST_LETTERS <= word.chars().count() {
                self.words.entry(folded(word)).or_insert_with(|| word.to_owned());
            }
        }
    }

    /// The words that may be meant by one that is not found, in all their spellings.
    pub(crate) fn near(&self, word: &str) -> Vec<String> {
        let letters = word.chars().count();
        let limit = if letters < LONG_LETTERS { 1 } else { 2 };
        // A name of the file is not taken for another, also where nothing that is shown has it.
        if letters < LEAST_LETTERS || self.words.contains_key(&folded(word)) {
            return Vec::new();
        }
        let meant = self.within(word, limit);
        let spellings = meant.iter().flat_map(|meant| self.spellings(meant));
        let all: BTreeSet<String> = spellings.chain(meant.iter().cloned()).collect();
        all.into_iter().collect()
    }

    /// The words that are surely other spellings of the same name.
    pub(crate) fn spellings(&self, word: &str) -> Vec<String> {
        if word.chars().count() < NAME_LETTERS { Vec::new() } else { self.within(word, 1) }
    }

    fn within(&self, word: &str, limit: usize) -> Vec<String> {
        let word = folded(word);
        let Some(first) = word.chars().next() else { return Vec::new() };
        // A wrong first letter is rare, and most names begin with another.
        let begin = self.words.range(first.to_string()..).take_while(|(known, _)| known.starts_with(first));
        let is_near = |known: &str| {
            known.len().abs_diff(word.len()) <= 4 * limit
                && !known.contains(&word)
                && damerau_levenshtein(known, &word) <= limit
        };
        begin.filter(|(known, _)| is_near(known)).map(|(_, written)| written.clone()).collect()
    }
}
