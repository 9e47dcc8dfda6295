//! Which countries of several files are one.

use std::collections::{BTreeMap, BTreeSet};

use super::part::Part;
use crate::data::countries::KnownCountry;
use crate::model::facts::Country;

/// A country of all files together.
#[derive(Clone, Debug)]
pub(crate) struct Lane {
    pub(super) country: Country,
    /// What it is told together with.
    pub(super) group: Option<String>,
}

/// The countries of all files.
pub(crate) struct Lanes {
    pub(super) all: Vec<Lane>,
    by_name: BTreeMap<String, usize>,
}

/// Names that are of one country.
#[derive(Default)]
struct NameSet {
    all: BTreeSet<String>,
    /// Which countries of which files it is.
    of_parts: BTreeSet<(usize, usize)>,
    /// The same of files that say something of it: two of which a file does are told apart.
    told_apart: BTreeMap<usize, usize>,
}

impl Lanes {
    /// Names are of one country where a file says so, or where they are common names or codes of one state; unless a file lists
    /// them as two and says something of each. `uses` says how many accounts have each name.
    pub(crate) fn new(
        parts: &[Part<'_>],
        words: &BTreeSet<(usize, usize, String)>,
        uses: &BTreeMap<String, usize>,
    ) -> Self {
        let mut sets: Vec<NameSet> = Vec::new();
        let mut set_of: BTreeMap<String, usize> = BTreeMap::new();
        let mut links: BTreeSet<(String, String)> = BTreeSet::new();
        for (part, Part { chronicle, .. }) in parts.iter().enumerate() {
            for (position, country) in chronicle.countries.iter().enumerate() {
                let set = *set_of.entry(country.name.clone()).or_insert(sets.len());
                if set == sets.len() {
                    sets.push(NameSet { all: [country.name.clone()].into(), ..NameSet::default() });
                }
                sets[set].of_parts.insert((part, position));
                if says_something(country) {
                    sets[set].told_apart.insert(part, position);
                }
                links.extend(country.also.iter().map(|also| (country.name.clone(), also.clone())));
            }
        }
        for (part, position, word) in words {
            links.insert((parts[*part].chronicle.countries[*position].name.clone(), word.clone()));
        }
        for word in links.iter().map(|(_, word)| word) {
            set_of.entry(word.clone()).or_insert_with(|| {
                sets.push(NameSet { all: [word.clone()].into(), ..NameSet::default() });
                sets.len() - 1
            });
        }
        let mut states: BTreeMap<&str, Vec<&String>> = BTreeMap::new();
        for name in set_of.keys() {
            if let Some(state) = KnownCountry::today(name) {
                states.entry(&state.name).or_default().push(name);
            }
        }
        let of_states =
            states.values().flat_map(|names| names.windows(2).map(|pair| (pair[0].clone(), pair[1].clone())));
        let of_states: Vec<(String, String)> = of_states.collect();
        for (one, other) in links.into_iter().chain(of_states) {
            unite(&mut sets, &mut set_of, &one, &other);
        }
        let mut all = Vec::new();
        let mut by_name = BTreeMap::new();
        for NameSet { all: names, of_parts, .. } in sets.into_iter().filter(|set| !set.all.is_empty()) {
            by_name.extend(names.iter().map(|name| (name.clone(), all.len())));
            all.push(lane(parts, &names, &of_parts, uses));
        }
        Self { all, by_name }
    }

    /// The position of the country of a name.
    pub(crate) fn of_name(&self, name: &str) -> usize {
        self.by_name.get(name).copied().unwrap_or(0)
    }
}

/// Whether a file says more of a country than its name.
pub(crate) fn says_something(country: &Country) -> bool {
    let Country { name: _, also, link, flag: _, state, today, group, continent: _ } = country;
    let is_plain = also.is_empty() && link.is_none() && state.is_none() && today.is_none() && group.is_none();
    !is_plain || !country.has_flag_of_name()
}

fn unite(sets: &mut [NameSet], set_of: &mut BTreeMap<String, usize>, one: &str, other: &str) {
    let (Some(&one), Some(&other)) = (set_of.get(one), set_of.get(other)) else { return };
    let others = &sets[other].told_apart;
    let are_told_apart =
        sets[one].told_apart.iter().any(|(part, country)| others.get(part).is_some_and(|other| other != country));
    if one == other || are_told_apart {
        return;
    }
    let NameSet { all: names, of_parts, told_apart } = std::mem::take(&mut sets[other]);
    for name in &names {
        set_of.insert(name.clone(), one);
    }
    sets[one].all.extend(names);
    sets[one].of_parts.extend(of_parts);
    sets[one].told_apart.extend(told_apart);
}

/// A country by all its names: the one that most accounts have is that of its lane, of others one that a file lists, of these its
/// common one.
fn lane(
    parts: &[Part<'_>],
    names: &BTreeSet<String>,
    of_parts: &BTreeSet<(usize, usize)>,
    uses: &BTreeMap<String, usize>,
) -> Lane {
    let listed: Vec<(&Country, Option<&str>)> = of_parts
        .iter()
        .map(|&(part, position)| {
            let chronicle = parts[part].chronicle;
            let country = &chronicle.countries[position];
            (country, country.group.map(|group| chronicle.group(group)))
        })
        .collect();
    let rank = |name: &&String| {
        let is_listed = listed.iter().any(|(country, _)| country.name == **name);
        let is_common = KnownCountry::today(name).is_some_and(|state| state.name == **name);
        (std::cmp::Reverse(uses.get(*name).copied().unwrap_or(0)), !is_listed, !is_common, (*name).clone())
    };
    let name = names.iter().min_by_key(rank).cloned().unwrap_or_default();
    let least =
        |of: fn(&Country) -> Option<&String>| listed.iter().filter_map(|(country, _)| of(country)).min().cloned();
    let own_flags = listed.iter().filter(|(country, _)| !country.has_flag_of_name());
    let flag = own_flags.map(|(country, _)| country.flag.clone()).min().unwrap_or_else(|| Country::flag_of(&name));
    let states = listed.iter().filter_map(|(country, _)| country.state.as_ref());
    let country = Country {
        also: names.iter().filter(|other| **other != name).cloned().collect(),
        link: least(|country| country.link.as_ref()),
        flag,
        state: states.min_by_key(|state| (state.possible(), state.edtf().into_owned())).cloned(),
        today: least(|country| country.today.as_ref()),
        group: None,
        continent: None,
        name,
    };
    Lane { country, group: listed.iter().filter_map(|(_, group)| *group).min().map(str::to_owned) }
}
