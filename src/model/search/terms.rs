//! What is typed into a search: words, each of which may say what it looks at.

use std::fmt;

use crate::data::SearchField;
use crate::time::{Span, parse_entry};

/// What a search looks for: trips of which every term is told. Empty where nothing is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms(pub Vec<Term>);

/// One of several words, or of several phrases in quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// What it looks at; `None` for all.
    pub field: Option<SearchField>,
    /// Of which one is enough; at least one, none of them empty.
    pub words: Vec<String>,
}

/// Between words of which one is enough.
const OR: char = '|';

impl Terms {
    /// Reads `moscow leader:"Nikita Khrushchev" year:1956|1957`: terms parted by blanks, words in quotes as one, and before
    /// a colon what a term looks at. What is no such word before a colon is looked for itself.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut terms: Vec<Term> = Vec::new();
        let mut field = None;
        // Whether the next word belongs to the term before.
        let mut continues = false;
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            if let Some(after) = rest.strip_prefix(OR) {
                (continues, rest) = (true, after);
                continue;
            }
            if let Some((named, after)) = field_before(rest).filter(|_| field.is_none() && !continues) {
                (field, rest) = (Some(named), after.trim_start());
                continue;
            }
            let (word, after) = match rest.strip_prefix('"') {
                // A quote that is still open ends with the text.
                Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
                None => rest.split_at(rest.find([OR, '"', ' ', '\t', '\n']).unwrap_or(rest.len())),
            };
            let word = word.trim().to_owned();
            if !word.is_empty() {
                match terms.last_mut().filter(|_| continues) {
                    Some(term) => term.words.push(word),
                    None => terms.push(Term { field: field.take(), words: vec![word] }),
                }
            }
            (continues, rest) = (false, after.trim_start());
        }
        Self(terms)
    }

    /// Whether nothing is looked for.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a word is one of those of which one is enough for what they look at.
    #[must_use]
    pub fn asks_for(&self, field: SearchField, word: &str) -> bool {
        self.0.iter().any(|term| term.field == Some(field) && term.words.iter().any(|own| own == word))
    }

    /// Adds a word to those of which one is enough for what they look at, or takes it away.
    pub fn toggle(&mut self, field: SearchField, word: &str) {
        let Some(term) = self.0.iter_mut().find(|term| term.field == Some(field)) else {
            self.0.push(Term { field: Some(field), words: vec![word.to_owned()] });
            return;
        };
        match term.words.iter().position(|own| own == word) {
            Some(position) => _ = term.words.remove(position),
            None => term.words.push(word.to_owned()),
        }
        self.0.retain(|term| !term.words.is_empty());
    }
}

impl Term {
    /// The days that its words name, where it looks at days.
    pub(crate) fn days(&self) -> impl Iterator<Item = Span> {
        let is_year = |word: &str| word.len() == 4 && word.bytes().all(|letter| letter.is_ascii_digit());
        let looks_at_days =
            move |word: &&String| self.field == Some(SearchField::Year) || self.field.is_none() && is_year(word);
        let day = |word: &String| parse_entry(word.trim_end_matches('s')).map(|when| when.possible());
        self.words.iter().filter(looks_at_days).filter_map(day)
    }

    /// In words: `leader: Nikita Khrushchev or Mao Zedong`, `“moscow”`.
    #[must_use]
    pub fn describe(&self) -> String {
        match self.field {
            Some(field) => format!("{}: {}", field.label(), self.words.join(" or ")),
            None => format!("“{}”", self.words.join("” or “")),
        }
    }

    /// The same with the words of another.
    pub(crate) fn with(&self, other: &Self) -> Self {
        Self { field: self.field, words: self.words.iter().chain(&other.words).cloned().collect() }
    }

    /// Whether it looks at this.
    pub(crate) fn looks_at(&self, field: SearchField) -> bool {
        self.field.is_none_or(|own| own == field)
    }

    /// Whether it looks at names, which can be written in several ways.
    pub(crate) fn looks_at_names(&self) -> bool {
        use SearchField::{Country, Leader, Place, Traveller};
        self.field.is_none_or(|field| matches!(field, Leader | Place | Country | Traveller))
    }
}

/// As it can be typed.
impl fmt::Display for Terms {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, term) in self.0.iter().enumerate() {
            out.write_str(if at == 0 { "" } else { " " })?;
            if let Some(field) = term.field {
                write!(out, "{}:", field.key())?;
            }
            for (at, word) in term.words.iter().enumerate() {
                out.write_str(if at == 0 { "" } else { "|" })?;
                let is_plain = !word.contains([' ', '\t', '\n', OR, ':']);
                if is_plain { out.write_str(word)? } else { write!(out, "\"{word}\"")? }
            }
        }
        Ok(())
    }
}

/// What a text that begins with its name and a colon looks at, and what comes behind.
fn field_before(text: &str) -> Option<(SearchField, &str)> {
    // Only the beginning is looked at: a search of megabytes may have no colon at all.
    SearchField::ALL.iter().find_map(|&field| {
        let (name, rest) = text.split_at_checked(field.key().len())?;
        let rest = rest.strip_prefix(':').filter(|_| field.key().eq_ignore_ascii_case(name))?;
        Some((field, rest))
    })
}
