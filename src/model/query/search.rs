//! The trips that a search finds, and how its words were taken.

use std::collections::BTreeMap;

use super::filter::{Filter, Hidden};
use super::filter_result::FilterResult;
use super::reading::Reading;
use super::told::Told;
use crate::model::facts::{Chronicle, TripIndex, TripSet};
use crate::model::search::{self, NameWords, Snippet, Term, Terms};

/// What a search has found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// The trips, in the order of time.
    pub trips: Vec<TripIndex>,
    /// How many of them begin in each year, at the earliest.
    pub by_year: BTreeMap<i32, usize>,
    /// Words of names that are in some of them and were not typed: other spellings, or what was meant.
    pub taken_for: Vec<String>,
    /// How many would be found were it not for a part of the filter; only where none is.
    pub hidden: Vec<(Hidden, usize)>,
    /// What was looked for, with these words.
    pub terms: Terms,
}

/// The trips shown that tell of every term of `text` in what the reading includes of them. No text finds nothing.
///
/// Capitals and accents do not matter: `ceausescu` finds Ceaușescu. A name that is written otherwise by a letter is found
/// too, as are, where a term finds nothing, names that it may have been meant for.
#[must_use]
pub fn search(chronicle: &Chronicle, shown: &FilterResult, names: &NameWords, text: &str) -> Matches {
    let mut matches = Matches { terms: Terms::parse(text), ..Matches::default() };
    if matches.terms.is_empty() {
        return matches;
    }
    let told = |trips: &[TripIndex], term: &Term| -> Vec<TripIndex> {
        let mut told = Told::new(chronicle, shown.reading, term);
        trips.iter().copied().filter(|&index| told.of(index)).collect()
    };
    let mut trips = shown.trips(chronicle).to_vec();
    let mut added: Vec<Term> = Vec::new();
    for term in &mut matches.terms.0 {
        let near = |find: fn(&NameWords, &str) -> Vec<String>| {
            let words = term.words.iter().filter(|_| term.looks_at_names());
            Term { field: term.field, words: words.flat_map(|word| find(names, word)).collect() }
        };
        let (spellings, meant) = (near(NameWords::spellings), near(NameWords::near));
        let left = told(&trips, &term.with(&spellings));
        let others = if left.is_empty() { meant } else { spellings };
        let found = if others.words.is_empty() { Vec::new() } else { told(&trips, &others) };
        if !found.is_empty() {
            *term = term.with(&others);
            added.push(others);
        }
        trips = if left.is_empty() { found } else { left };
    }
    for term in added {
        for word in &term.words {
            let alone = Term { field: term.field, words: vec![word.clone()] };
            let mut told = Told::new(chronicle, shown.reading, &alone);
            if trips.iter().any(|&index| told.of(index)) {
                matches.taken_for.push(word.clone());
            }
        }
    }
    for &index in &trips {
        *matches.by_year.entry(shown.span(chronicle, index).start().year()).or_default() += 1;
    }
    matches.trips = trips;
    matches
}

impl Matches {
    /// The texts of a trip in which the words stand.
    #[must_use]
    pub fn snippets(&self, chronicle: &Chronicle, reading: Reading, index: TripIndex) -> Vec<Snippet> {
        let trip = chronicle.trip(index);
        search::snippets(chronicle, &self.terms, trip, &reading.accounts(trip).collect::<Vec<_>>())
    }

    /// The same with what parts of a filter hide, which has left what is shown, where nothing is found.
    #[must_use]
    pub fn with_hidden(
        mut self,
        chronicle: &Chronicle,
        (filter, shown): (&Filter, &FilterResult),
        disputed: &TripSet,
        names: &NameWords,
    ) -> Self {
        if self.trips.is_empty() && !self.terms.is_empty() {
            let text = self.terms.to_string();
            let found = |reason: &Hidden| {
                let shown = filter.without(*reason).apply(chronicle, disputed);
                (*reason, search(chronicle, &shown, names, &text).trips.len())
            };
            self.hidden = shown.hidden.keys().map(found).filter(|(_, trips)| 0 < *trips).collect();
        }
        self
    }
}
