//! The trips that a search finds, and how its words were taken.

use std::collections::BTreeMap;

use super::filter::{Filter, Hidden};
use super::filter_result::FilterResult;
use super::reading::Reading;
use super::told::Told;
use crate::model::facts::{Chronicle, TripIndex, TripSet};
use crate::model::parallel;
use crate::model::search::{self, NameWords, Snippet, Term, Terms};

/// So many trips are looked through before it is asked again whether they still should be.
const PART: usize = 1 << 15;

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
    search_in(shown.trips(chronicle), chronicle, shown, names, text, &|| true).unwrap_or_default()
}

/// The same among some of the trips shown, in the order of time; `None` once it is not wanted any more.
pub(in crate::model) fn search_in(
    trips: &[TripIndex],
    chronicle: &Chronicle,
    shown: &FilterResult,
    names: &NameWords,
    text: &str,
    is_wanted: &(dyn Fn() -> bool + Sync),
) -> Option<Matches> {
    let mut matches = Matches { terms: Terms::parse(text), ..Matches::default() };
    if matches.terms.is_empty() {
        return Some(matches);
    }
    let told = |trips: &[TripIndex], term: &Term| -> Option<Vec<TripIndex>> {
        let parts: Vec<&[TripIndex]> = trips.chunks(PART).collect();
        let found = parallel::map(parts.len(), parallel::WORTH_THREADS <= trips.len(), |position| {
            let mut told = Told::new(chronicle, shown.reading, term);
            is_wanted().then(|| parts[position].iter().copied().filter(|&index| told.of(index)).collect::<Vec<_>>())
        });
        Some(found.into_iter().collect::<Option<Vec<_>>>()?.concat())
    };
    let mut trips = trips.to_vec();
    let mut added: Vec<Term> = Vec::new();
    for term in &mut matches.terms.0 {
        let near = |find: fn(&NameWords, &str) -> Vec<String>| {
            let words = term.words.iter().filter(|_| term.looks_at_names());
            Term { field: term.field, words: words.flat_map(|word| find(names, word)).collect() }
        };
        let (spellings, meant) = (near(NameWords::spellings), near(NameWords::near));
        let left = told(&trips, &term.with(&spellings))?;
        let others = if left.is_empty() { meant } else { spellings };
        let found = if others.words.is_empty() { Vec::new() } else { told(&trips, &others)? };
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
    Some(matches)
}

impl Matches {
    /// The texts of a trip in which the words stand.
    #[must_use]
    pub fn snippets(&self, chronicle: &Chronicle, reading: Reading, index: TripIndex) -> Vec<Snippet> {
        let trip = chronicle.trip(index);
        search::snippets(chronicle, &self.terms, trip, &reading.accounts(trip).collect::<Vec<_>>())
    }

    /// The same with what parts of a filter hide, which has left what is shown, where nothing is found; `None` once it is not
    /// wanted any more.
    pub(in crate::model) fn with_hidden(
        mut self,
        chronicle: &Chronicle,
        (filter, shown): (&Filter, &FilterResult),
        disputed: &TripSet,
        names: &NameWords,
        is_wanted: &(dyn Fn() -> bool + Sync),
    ) -> Option<Self> {
        if self.trips.is_empty() && !self.terms.is_empty() {
            let text = self.terms.to_string();
            for &reason in shown.hidden.keys() {
                let shown = filter.without(reason).apply(chronicle, disputed);
                let found = search_in(shown.trips(chronicle), chronicle, &shown, names, &text, is_wanted)?;
                self.hidden.extend((!found.trips.is_empty()).then_some((reason, found.trips.len())));
            }
        }
        Some(self)
    }
}
