//! People: those who travelled, with their offices, and other spellings of names.

use rustc_hash::FxHashMap;

use super::text::Text;
use crate::time::When;

/// Someone who travelled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traveller {
    /// The name; empty for trips whose traveller is not named.
    pub name: String,
    /// The offices held, in the order of the file; none where the file says nothing of them.
    pub offices: Vec<Office>,
    /// Whether any trip is of this traveller: a file may list others.
    pub has_trips: bool,
}

/// An office that a traveller held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// What it is called.
    pub name: String,
    /// From when to when it was held.
    pub when: When,
}

/// Someone whose name a file writes in several ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name to show.
    pub name: Text,
    /// Its other spellings.
    pub also: Vec<Text>,
}

/// Those whose names a file writes in several ways. No spelling is of two of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    listed: Vec<Person>,
    /// Positions in the list, by each spelling.
    positions: FxHashMap<Text, usize>,
}

impl People {
    /// In the order of the file.
    #[must_use]
    pub fn listed(&self) -> &[Person] {
        &self.listed
    }

    /// Adds a person; spellings that are another's already stay the other's.
    pub(crate) fn add(&mut self, mut person: Person) {
        let position = *self.positions.get(&person.name).unwrap_or(&self.listed.len());
        person.also.retain(|name| !self.positions.contains_key(name));
        for name in [&person.name].into_iter().chain(&person.also) {
            self.positions.entry(name.clone()).or_insert(position);
        }
        match self.listed.get_mut(position) {
            Some(known) => known.also.append(&mut person.also),
            None => self.listed.push(person),
        }
    }

    /// Whether this is a spelling of somebody listed.
    #[must_use]
    pub(crate) fn knows(&self, name: &str) -> bool {
        self.positions.contains_key(name)
    }

    /// The name to show of whoever is called so: this one itself where the file lists nobody of it.
    #[must_use]
    pub fn name_of<'a>(&'a self, name: &'a str) -> &'a str {
        self.person(name).map_or(name, |person| &person.name)
    }

    /// All spellings of a name that the file lists; none where it lists nobody of it.
    pub fn spellings(&self, name: &str) -> impl Iterator<Item = &Text> {
        self.person(name).into_iter().flat_map(|person| [&person.name].into_iter().chain(&person.also))
    }

    fn person(&self, name: &str) -> Option<&Person> {
        self.listed.get(*self.positions.get(name)?)
    }
}
