//! Which travellers of several files are one.

use std::collections::{BTreeMap, BTreeSet};

use super::part::Part;
use crate::model::facts::{Office, People, Person};
use crate::model::search::{PersonName, alike};

/// The travellers of all files.
pub(crate) struct Travellers {
    /// The name to show of each, empty for trips that name nobody, with the offices that any file tells of.
    pub(super) all: Vec<(String, Vec<Office>)>,
    by_name: BTreeMap<String, usize>,
    /// Pairs of names that may be of one person and were not joined, in order.
    pub(super) alike: Vec<[String; 2]>,
    /// Those whose names are written in several ways, travellers and others.
    pub(super) people: People,
}

impl Travellers {
    /// Names are of one person where a file or `same` says so, or where they differ in nothing but the order of words, initials, accents,
    /// signs and capitals. Where one name can be of two others that are different, it is joined with none. `uses` says how
    /// many accounts have each name.
    pub(crate) fn new(parts: &[Part<'_>], same: &[[String; 2]], uses: &BTreeMap<String, usize>) -> Self {
        let listed = parts.iter().flat_map(|part| &part.chronicle.travellers).map(|traveller| &traveller.name);
        let names: Vec<&String> = listed.chain(uses.keys()).collect::<BTreeSet<_>>().into_iter().collect();
        let people = all_people(parts, same);
        let mut sets: Vec<usize> = (0..names.len()).collect();
        let mut unite = |one: usize, other: usize| {
            let (from, to) = (sets[one].max(sets[other]), sets[one].min(sets[other]));
            sets.iter_mut().filter(|set| **set == from).for_each(|set| *set = to);
        };
        let mut positions: BTreeMap<&str, usize> = BTreeMap::new();
        for (position, name) in names.iter().enumerate() {
            let first = *positions.entry(people.name_of(name)).or_insert(position);
            unite(first, position);
        }
        for group in same_names(&names) {
            group.windows(2).for_each(|pair| unite(pair[0], pair[1]));
        }
        let mut by_set: BTreeMap<usize, Vec<&String>> = BTreeMap::new();
        for (name, set) in names.iter().zip(&sets) {
            by_set.entry(*set).or_default().push(name);
        }
        let (mut all, mut by_name, mut people) = (Vec::new(), BTreeMap::new(), people);
        for spellings in by_set.into_values() {
            let name = shown_name(&spellings, &people, uses);
            if 1 < spellings.len() {
                let also = spellings.iter().filter(|spelling| ***spelling != name);
                people.add(Person {
                    name: name.as_str().into(),
                    also: also.map(|spelling| spelling.as_str().into()).collect(),
                });
            }
            by_name.extend(spellings.iter().map(|spelling| ((*spelling).clone(), all.len())));
            all.push((name, Vec::new()));
        }
        for traveller in parts.iter().flat_map(|part| &part.chronicle.travellers) {
            if let Some((_, offices)) = by_name.get(&traveller.name).and_then(|&position: &usize| all.get_mut(position))
            {
                let offices: &mut Vec<Office> = offices;
                let others = traveller.offices.iter().filter(|office| !offices.contains(office));
                let others: Vec<Office> = others.cloned().collect();
                offices.extend(others);
            }
        }
        for (_, offices) in &mut all {
            offices
                .sort_by_key(|office| (office.when.possible(), office.name.clone(), office.when.edtf().into_owned()));
        }
        let shown: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
        let taken_apart: Vec<PersonName> = shown.iter().map(|name| PersonName::new(name)).collect();
        let by_nickname = (0..shown.len()).flat_map(|one| (one + 1..shown.len()).map(move |other| (one, other)));
        let by_nickname = by_nickname.filter(|&(one, other)| taken_apart[one].may_be_nickname(&taken_apart[other]));
        let alike: BTreeSet<[String; 2]> = alike(shown.iter().copied())
            .into_iter()
            .chain(by_nickname)
            .map(|(one, other)| [shown[one].min(shown[other]).to_owned(), shown[one].max(shown[other]).to_owned()])
            .collect();
        let alike = alike.into_iter().collect();
        Self { all, by_name, alike, people }
    }

    /// The only traveller who is named, where others are not; `None` where all trips name somebody, or several are named.
    pub(super) fn only_named(&self) -> Option<&str> {
        let mut named = self.all.iter().map(|(name, _)| name.as_str()).filter(|name| !name.is_empty());
        let only = named.next()?;
        (named.next().is_none() && self.by_name.contains_key("")).then_some(only)
    }

    /// The position of the traveller of a name.
    pub(crate) fn of_name(&self, name: &str) -> usize {
        self.by_name.get(name).copied().unwrap_or(0)
    }
}

/// The people that any file lists, by the names that come first in the alphabet where files list one under several.
fn all_people(parts: &[Part<'_>], same: &[[String; 2]]) -> People {
    let said = same.iter().map(|[one, other]| Person { name: one.as_str().into(), also: vec![other.as_str().into()] });
    let of_files = parts.iter().flat_map(|part| part.chronicle.people.listed()).cloned();
    let mut listed: Vec<Person> = of_files.chain(said).collect();
    listed.sort_by(|one, other| (&one.name, &one.also).cmp(&(&other.name, &other.also)));
    let mut people = People::default();
    for mut person in listed {
        person.also.sort();
        people.add(person);
    }
    people
}

/// Groups of positions of names that differ in nothing that tells people apart, each with each.
fn same_names(names: &[&String]) -> Vec<Vec<usize>> {
    let taken_apart: Vec<PersonName> = names.iter().map(|name| PersonName::new(name)).collect();
    let mut near: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (position, name) in taken_apart.iter().enumerate() {
        for word in name.full_words() {
            near.entry(word).or_default().push(position);
        }
    }
    let mut same: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for positions in near.values() {
        for (at, &one) in positions.iter().enumerate() {
            for &other in &positions[at + 1..] {
                if taken_apart[one].is_same(&taken_apart[other]) {
                    same.entry(one).or_insert_with(|| [one].into()).insert(other);
                    same.entry(other).or_insert_with(|| [other].into()).insert(one);
                }
            }
        }
    }
    let is_whole = |group: &BTreeSet<usize>| group.iter().all(|member| same.get(member) == Some(group));
    same.values().filter(|group| is_whole(group)).map(|group| group.iter().copied().collect()).collect()
}

/// The name to show: one that a file shows already, else the one that most accounts have, of these the longest.
fn shown_name(spellings: &[&String], people: &People, uses: &BTreeMap<String, usize>) -> String {
    let listed = spellings.iter().map(|spelling| people.name_of(spelling)).filter(|name| people.knows(name)).min();
    let rank = |name: &&&String| {
        (uses.get(**name).copied().unwrap_or(0), name.chars().count(), std::cmp::Reverse((**name).clone()))
    };
    listed
        .map(str::to_owned)
        .or_else(|| spellings.iter().max_by_key(rank).map(|name| (**name).clone()))
        .unwrap_or_default()
}
