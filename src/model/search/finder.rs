//! Whether a trip tells of a term.

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use rustc_hash::FxHashMap;

use super::terms::Term;
use crate::data::SearchField;
use crate::model::facts::{Account, Chronicle, Country, Leader, People, Place, Trip, TripKind};
use crate::time::Span;

/// A term that is looked for. What trips have in common is looked through once: names of countries, travellers and sources,
/// and lists of places and leaders, which are known again by where they are stored.
pub(crate) struct Finder<'a> {
    term: &'a Term,
    reader: Reader,
    /// By the positions of the countries, travellers and sources.
    in_countries: Vec<bool>,
    in_travellers: Vec<bool>,
    in_sources: Vec<bool>,
    in_kinds: Vec<TripKind>,
    in_places: FxHashMap<*const Place, bool>,
    in_leaders: FxHashMap<*const Leader, bool>,
    people: &'a People,
}

/// Reads texts for a word in any of its spellings, whatever capitals and accents.
pub(super) struct Reader {
    words: Vec<Atom>,
    matcher: Matcher,
    /// Room for a text of other letters than English ones, and for what it is read as.
    text: String,
    letters: Vec<char>,
}

impl Reader {
    pub(super) fn new(term: &Term) -> Self {
        let atom =
            |word: &String| Atom::new(word, CaseMatching::Ignore, Normalization::Smart, AtomKind::Substring, false);
        Self {
            words: term.words.iter().map(atom).collect(),
            matcher: Matcher::new(Config::DEFAULT),
            text: String::new(),
            letters: Vec::new(),
        }
    }

    pub(super) fn finds(&mut self, text: &str) -> bool {
        self.read(text, |word, letters, matcher| word.score(letters, matcher).is_some())
    }

    /// The positions of the letters of the first word that is found, as clusters of the text.
    pub(super) fn letters_of(&mut self, text: &str) -> Option<Vec<u32>> {
        let mut found = Vec::new();
        let is_found = self.read(text, |word, letters, matcher| word.indices(letters, matcher, &mut found).is_some());
        is_found.then_some(found)
    }

    fn read(&mut self, text: &str, mut finds: impl FnMut(&Atom, Utf32Str<'_>, &mut Matcher) -> bool) -> bool {
        let mut read = text;
        if !text.is_ascii() {
            // Among other letters the matcher passes over a word that stands at the very end.
            self.text.clear();
            self.text.extend([text, "\n"]);
            read = &self.text;
        }
        let letters = Utf32Str::new(read, &mut self.letters);
        self.words.iter().any(|word| finds(word, letters, &mut self.matcher))
    }
}

impl<'a> Finder<'a> {
    pub(crate) fn new(chronicle: &'a Chronicle, term: &'a Term) -> Self {
        let mut reader = Reader::new(term);
        let in_country = |country: &Country| {
            // Of names that the file does not have only whole words count: else letters would find what nobody reads.
            term.looks_at(SearchField::Country)
                && (country.names().any(|name| reader.finds(name))
                    || term.words.iter().any(|word| country.is_known_as(word)))
        };
        let in_countries = chronicle.countries.iter().map(in_country).collect();
        let mut is_in = |field: SearchField, name: &str| term.looks_at(field) && reader.finds(name);
        let travellers = chronicle.travellers.iter();
        Self {
            in_countries,
            in_travellers: travellers.map(|traveller| is_in(SearchField::Traveller, &traveller.name)).collect(),
            in_sources: chronicle.sources.iter().map(|source| is_in(SearchField::Source, &source.name)).collect(),
            in_kinds: TripKind::ALL.iter().copied().filter(|kind| is_in(SearchField::Kind, kind.label())).collect(),
            in_places: FxHashMap::default(),
            in_leaders: FxHashMap::default(),
            people: &chronicle.people,
            term,
            reader,
        }
    }

    /// Whether it is part of a trip, of its days, or of what these accounts tell of it.
    pub(crate) fn is_told_of<'b>(
        &mut self,
        trip: &Trip,
        days: Span,
        accounts: impl IntoIterator<Item = &'b Account>,
    ) -> bool {
        self.in_countries.get(trip.country.position()).is_some_and(|&found| found)
            || self.in_travellers.get(trip.traveller.position()).is_some_and(|&found| found)
            || self.in_kinds.contains(&trip.kind)
            || self.term.days().any(|named| named.overlaps(days))
            || accounts.into_iter().any(|account| self.is_in(account))
    }

    fn is_in(&mut self, account: &Account) -> bool {
        let Self { term, reader, in_sources, in_places, in_leaders, people, .. } = self;
        let looks_at = |field: SearchField| term.looks_at(field);
        let (places, leaders) = (&account.places, &account.leaders);
        in_sources.get(account.source.position()).is_some_and(|&found| found)
            || looks_at(SearchField::Place)
                && *in_places.entry(places.as_ptr()).or_insert_with(|| {
                    places.iter().any(|place| reader.finds(&place.name) || reader.finds(&place.link))
                })
            || (looks_at(SearchField::Leader) || looks_at(SearchField::Office))
                && *in_leaders.entry(leaders.as_ptr()).or_insert_with(|| {
                    leaders.iter().any(|leader| {
                        looks_at(SearchField::Leader)
                            && (reader.finds(&leader.name)
                                || people.spellings(&leader.name).any(|name| reader.finds(name)))
                            || looks_at(SearchField::Office) && reader.finds(&leader.office)
                    })
                })
            || looks_at(SearchField::Detail) && reader.finds(&account.details)
            || looks_at(SearchField::Date) && account.verbatim.as_ref().is_some_and(|date| reader.finds(date))
    }
}
