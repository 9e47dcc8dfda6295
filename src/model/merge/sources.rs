//! Which sources of several files are one.

use std::collections::{BTreeMap, BTreeSet};

use super::part::Part;
use crate::model::facts::{Chronicle, Source, SourceIndex, id};

/// What a source is known by, whatever its id: its name and its citation.
type Identity = (String, String);

/// The sources of all files, each once.
pub(super) struct Sources {
    /// In the order of their ids. What they cover is told elsewhere.
    pub(super) all: Vec<Source>,
    /// The position of each source of each file.
    of_parts: Vec<Vec<usize>>,
}

/// A source of a file, with what it tells.
struct Teller {
    part: usize,
    id: String,
    identity: Identity,
    /// The same with the file behind the name, as the source is called where it is one of several editions.
    of_edition: Identity,
    told: BTreeSet<String>,
}

impl Sources {
    /// Sources of one name and citation are one, unless they are editions: each tells something that another does not, and they
    /// tell something in common. Editions are called after their files, and so are sources that no file lists.
    pub(super) fn new(parts: &[Part<'_>], told: &[Vec<BTreeSet<String>>]) -> Self {
        let mut tellers: Vec<Teller> = Vec::new();
        for (part, Part { chronicle, file }) in parts.iter().enumerate() {
            for (position, source) in chronicle.sources.iter().enumerate() {
                let (name, id) = if source.is_unlisted() {
                    (file.to_string(), id::of_file(file))
                } else {
                    (source.name.clone(), source.id.clone())
                };
                let of_edition = (format!("{name} ({file})"), source.citation.clone());
                let identity = (name, source.citation.clone());
                let told = told[part][position].clone();
                tellers.push(Teller { part, id, identity, of_edition, told });
            }
        }
        // A source is known again by the name that it was given.
        let given: BTreeSet<Identity> = tellers.iter().map(|teller| teller.identity.clone()).collect();
        for teller in &mut tellers {
            let (name, citation) = &teller.identity;
            let named_so = |(other, of): &&Identity| of == citation && other.starts_with(&format!("{name} ("));
            let by_citation = given.iter().find(|identity| !citation.is_empty() && named_so(identity));
            if let Some(known) = given.get(&teller.of_edition).or(by_citation) {
                teller.identity = known.clone();
            }
        }
        tell_editions_apart(&mut tellers);
        tell_names_apart(&mut tellers);
        let mut ids: BTreeMap<&Identity, BTreeSet<&str>> = BTreeMap::new();
        for teller in &tellers {
            ids.entry(&teller.identity).or_default().insert(&teller.id);
        }
        let mut named: Vec<(&Identity, Vec<&str>)> =
            ids.into_iter().map(|(identity, ids)| (identity, ids.into_iter().collect())).collect();
        named.sort_by(|one, other| (one.1.first(), one.0).cmp(&(other.1.first(), other.0)));
        let mut taken: BTreeSet<String> = BTreeSet::new();
        let mut all: Vec<(&Identity, Source)> = Vec::new();
        for (identity, ids) in named {
            let given = ids.iter().map(|id| (*id).to_owned());
            let first = ids.first().copied().unwrap_or_default();
            let numbered = (2..).map(|number| format!("{first}-{number}"));
            let id = given.chain(numbered).find(|id| taken.insert(id.clone())).unwrap_or_default();
            let (name, citation) = identity.clone();
            all.push((identity, Source { id, name, citation, ..Source::unlisted() }));
        }
        all.sort_by(|one, other| one.1.id.cmp(&other.1.id));
        let positions: BTreeMap<&Identity, usize> =
            all.iter().enumerate().map(|(position, (identity, _))| (*identity, position)).collect();
        let mut of_parts = vec![Vec::new(); parts.len()];
        for teller in &tellers {
            of_parts[teller.part].push(positions[&teller.identity]);
        }
        Self { all: all.into_iter().map(|(_, source)| source).collect(), of_parts }
    }

    /// The source of a file among all.
    pub(super) fn index(&self, part: usize, source: SourceIndex) -> SourceIndex {
        SourceIndex::new(self.of_parts[part][source.position()])
    }

    /// The sources that are this one, of each file.
    pub(super) fn in_parts<'a>(
        &'a self,
        source: usize,
        parts: &'a [Part<'a>],
    ) -> impl Iterator<Item = (&'a Chronicle, &'a Source)> {
        let of_part = move |(part, positions): (&Part<'a>, &'a Vec<usize>)| {
            let chronicle = part.chronicle;
            let own = positions.iter().zip(&chronicle.sources).filter(move |(position, _)| **position == source);
            own.map(move |(_, source)| (chronicle, source))
        };
        parts.iter().zip(&self.of_parts).flat_map(of_part)
    }
}

/// Adds the name of a file to a name that several sources have.
fn tell_names_apart(tellers: &mut [Teller]) {
    let mut by_name: BTreeMap<String, BTreeMap<String, Identity>> = BTreeMap::new();
    for teller in &*tellers {
        let (name, citation) = teller.identity.clone();
        let named = by_name.entry(name).or_default().entry(citation).or_insert_with(|| teller.of_edition.clone());
        if teller.of_edition < *named {
            named.clone_from(&teller.of_edition);
        }
    }
    for teller in tellers {
        let (name, citation) = &teller.identity;
        let of_name = by_name.get(name).filter(|citations| 1 < citations.len());
        if let Some(named) = of_name.and_then(|citations| citations.get(citation)) {
            teller.identity = named.clone();
        }
    }
}

/// Gives editions the names of their files.
fn tell_editions_apart(tellers: &mut [Teller]) {
    let mut by_identity: BTreeMap<Identity, Vec<usize>> = BTreeMap::new();
    for (position, teller) in tellers.iter().enumerate() {
        by_identity.entry(teller.identity.clone()).or_default().push(position);
    }
    for of_one_name in by_identity.into_values() {
        let pairs = || of_one_name.iter().flat_map(|&one| of_one_name.iter().map(move |&other| (one, other)));
        let are_editions = |(one, other): (usize, usize)| {
            let (one, other) = (&tellers[one].told, &tellers[other].told);
            !one.is_subset(other) && !other.is_subset(one) && !one.is_disjoint(other)
        };
        if !pairs().any(are_editions) {
            continue;
        }
        // What is within an edition is a part of it.
        let whole_of = |position: usize| {
            let told = &tellers[position].told;
            let larger = of_one_name.iter().copied().filter(|&other| told.is_subset(&tellers[other].told));
            let wholes = larger.map(|other| (std::cmp::Reverse(tellers[other].told.len()), &tellers[other].of_edition));
            wholes.min().map_or_else(|| tellers[position].of_edition.clone(), |(_, name)| name.clone())
        };
        let names: Vec<Identity> = of_one_name.iter().map(|&position| whole_of(position)).collect();
        for (position, name) in of_one_name.into_iter().zip(names) {
            tellers[position].identity = name;
        }
    }
}
