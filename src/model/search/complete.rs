//! How the last term of a search can go on.

use super::spelling::NameWords;
use super::terms::{Term, Terms};
use crate::data::SearchField;
use crate::model::facts::{Chronicle, TripKind};
use crate::text::folded;

/// At most so many names are offered.
const MOST_NAMES: usize = 6;
/// With fewer letters nothing is offered for what a term looks at.
const LEAST_LETTERS: usize = 2;

/// A search that goes on from what is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What is added, in short: `leader:`, `Nikita Khrushchev`.
    pub label: String,
    /// The whole search with it.
    pub text: String,
}

/// How a search can go on: with what the word that is being typed looks at, or with names that begin like it.
pub(crate) fn completions(chronicle: &Chronicle, names: &NameWords, text: &str) -> Vec<Completion> {
    if text.ends_with(char::is_whitespace) {
        return Vec::new();
    }
    let start = text.rfind(char::is_whitespace).map_or(0, |blank| blank + 1);
    let (before, last) = text.split_at(start);
    let Some((field, begun)) = last.split_once(':') else {
        let begun = last.to_lowercase();
        let fields = SearchField::ALL.iter().map(|field| field.key());
        let begin = fields.filter(|key| LEAST_LETTERS <= begun.len() && key.starts_with(&begun));
        return begin.map(|key| Completion { label: format!("{key}:"), text: format!("{before}{key}:") }).collect();
    };
    let Some(field) = SearchField::ALL.iter().copied().find(|known| known.key() == field) else { return Vec::new() };
    let begun = folded(begun.trim_matches('"'));
    let kinds = TripKind::ALL.iter().map(|kind| kind.label());
    let sources = chronicle.sources.iter().map(|source| source.name.as_str());
    let all: Vec<&str> = match field {
        SearchField::Kind => kinds.collect(),
        SearchField::Source => sources.collect(),
        _ => names.of(field).collect(),
    };
    let begins = |name: &&str| {
        let name = folded(name);
        name != begun && name.split_whitespace().any(|word| word.starts_with(&begun))
    };
    let completion = |name: &str| {
        let term = Terms(vec![Term { field: Some(field), words: vec![name.to_owned()] }]);
        Completion { label: name.to_owned(), text: format!("{before}{term}") }
    };
    all.into_iter().filter(begins).take(MOST_NAMES).map(completion).collect()
}
