//! What two editions say otherwise of sources, countries, people, events and totals.

use std::collections::BTreeMap;

use super::change::Sort;
use super::sources::CommonSources;
use crate::model::facts::{
    AccountName, Chronicle, Claim, Country, Covers, Event, Person, Source, SourceIndex, Text, Total, Traveller,
};
use crate::model::merge::{Part, says_something};

/// A part of a file beside its trips.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// The title.
    Title,
    /// The sources.
    Sources,
    /// The countries of which the file says more than their names.
    Countries,
    /// Those who travelled, with their offices.
    Travellers,
    /// Those whose names are written in several ways.
    People,
    /// Accounts that are not of one trip.
    Apart,
    /// The events.
    Events,
    /// How many visits sources claim.
    Totals,
}

impl Section {
    /// The word in files and on screen.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Sources => "sources",
            Self::Countries => "countries",
            Self::Travellers => "travellers",
            Self::People => "people",
            Self::Apart => "apart",
            Self::Events => "events",
            Self::Totals => "totals",
        }
    }
}

/// Something beside the trips that two editions say otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactChange {
    /// What it is a part of.
    pub section: Section,
    /// What the old edition says; `None` where it was added.
    pub old: Option<Fact>,
    /// What the new edition says; `None` where it was removed.
    pub new: Option<Fact>,
}

/// What is said of something.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fact {
    /// What it is.
    pub name: String,
    /// All else that is said of it, by the words for it; nothing that is empty.
    pub fields: Vec<(&'static str, String)>,
}

impl FactChange {
    /// What became of it.
    #[must_use]
    pub const fn sort(&self) -> Sort {
        match (&self.old, &self.new) {
            (None, _) => Sort::Added,
            (_, None) => Sort::Removed,
            (Some(_), Some(_)) => Sort::Changed,
        }
    }

    /// What is said otherwise, with the words for it, as of the old and of the new edition; all of what was added or removed.
    #[must_use]
    pub fn fields(&self) -> Vec<(&'static str, [String; 2])> {
        let mut fields: Vec<(&str, [String; 2])> = Vec::new();
        for (edition, fact) in [&self.old, &self.new].into_iter().enumerate() {
            for (field, text) in fact.iter().flat_map(|fact| &fact.fields) {
                let known = fields.iter().position(|(known, _)| known == field).unwrap_or_else(|| {
                    fields.push((field, Default::default()));
                    fields.len() - 1
                });
                fields[known].1[edition].clone_from(text);
            }
        }
        fields.retain(|(_, [old, new])| old != new);
        fields
    }
}

/// What is said otherwise, in the order of the sections.
pub(super) fn changes(parts: &[Part<'_>; 2], sources: &CommonSources) -> Vec<FactChange> {
    let mut said: BTreeMap<(Section, String), [Vec<Fact>; 2]> = BTreeMap::new();
    let chronicles = parts.map(|part| part.chronicle);
    for (edition, part) in parts.iter().enumerate() {
        for (section, known_by, fact) in facts(part, |source| sources.id(chronicles, edition, source)) {
            let facts = &mut said.entry((section, known_by)).or_default()[edition];
            if !facts.contains(&fact) {
                facts.push(fact);
            }
        }
    }
    let mut changes = Vec::new();
    for ((section, _), [old, new]) in said {
        let alone = |own: &[Fact], other: &[Fact]| {
            let alone = own.iter().filter(|fact| !other.contains(fact));
            let mut alone: Vec<Fact> = alone.cloned().collect();
            alone.sort();
            alone
        };
        let (mut removed, mut added) = (alone(&old, &new).into_iter(), alone(&new, &old).into_iter());
        loop {
            let (old, new) = (removed.next(), added.next());
            if old.is_none() && new.is_none() {
                break;
            }
            changes.push(FactChange { section, old, new });
        }
    }
    changes
}

/// What a file says beside its trips, with what each is known by; `id` tells what both editions know a source by.
fn facts<'a>(part: &Part<'a>, id: impl Fn(SourceIndex) -> &'a str) -> Vec<(Section, String, Fact)> {
    let chronicle = part.chronicle;
    let mut facts = Vec::new();
    let title = of_no_file(part, &chronicle.title);
    if !title.is_empty() {
        facts.push((Section::Title, String::new(), fact(&title, [])));
    }
    let listed = chronicle.indexed_sources().filter(|(_, source)| !source.is_unlisted());
    facts.extend(listed.map(|(index, source)| (Section::Sources, id(index).to_owned(), source_fact(part, source))));
    let countries = chronicle.countries.iter().filter(|country| says_something(country));
    facts.extend(countries.map(|country| (Section::Countries, country.name.clone(), country_fact(chronicle, country))));
    let with_offices = chronicle.travellers.iter().filter(|traveller| !traveller.offices.is_empty());
    facts
        .extend(with_offices.map(|traveller| (Section::Travellers, traveller.name.clone(), traveller_fact(traveller))));
    facts.extend(
        chronicle.people.listed().iter().map(|person| (Section::People, person.name.to_string(), person_fact(person))),
    );
    facts.extend(chronicle.apart.iter().map(|pair| {
        let mut names = pair.each_ref().map(|name| account_text(name, id(name.source)));
        names.sort();
        let text = names.join(" / ");
        (Section::Apart, text.clone(), fact(&text, []))
    }));
    facts.extend(chronicle.events.iter().map(|event| {
        let country = &chronicle.country(event.country).name;
        let known_by = format!("{:?}", (event.kind.key(), country, &event.title));
        (Section::Events, known_by, event_fact(chronicle, event, id(event.source)))
    }));
    facts.extend(chronicle.totals.iter().map(|total| {
        let country = &chronicle.country(total.country).name;
        let known_by = format!("{:?}", (id(total.source), country));
        (Section::Totals, known_by, total_fact(chronicle, total, id(total.source)))
    }));
    facts
}

fn fact<const COUNT: usize>(name: &str, fields: [(&'static str, String); COUNT]) -> Fact {
    let fields = fields.into_iter().filter(|(_, text)| !text.is_empty());
    Fact { name: name.to_owned(), fields: fields.collect() }
}

/// A title, name or citation without what only names the file that it was imported from: a copy under another name is the same.
fn of_no_file(part: &Part<'_>, words: &str) -> String {
    let stem = part.file.rsplit_once('.').map_or(part.file, |(stem, _)| stem).replace('_', " ");
    let without = words.strip_suffix(&format!(" File: {}.", part.file)).unwrap_or(words);
    if without == words && words != stem {
        return words.to_owned();
    }
    without.replace(&stem, "")
}

fn source_fact(part: &Part<'_>, source: &Source) -> Fact {
    let chronicle = part.chronicle;
    let Covers { countries, travellers, period: _ } = &source.covers;
    let countries = countries.as_ref().map(|countries| {
        let mut names: Vec<&str> = countries.iter().map(|&country| chronicle.country(country).name.as_str()).collect();
        names.sort_unstable();
        names.join(", ")
    });
    let travellers = travellers.as_ref().map(|travellers| {
        let name = |&traveller| chronicle.traveller(traveller).unwrap_or_default();
        let mut names: Vec<&str> = travellers.iter().map(name).collect();
        names.sort_unstable();
        names.join(", ")
    });
    let rest = [
        ("id", source.id.clone()),
        ("citation", of_no_file(part, &source.citation)),
        ("covers countries", countries.unwrap_or_default()),
        ("covers travellers", travellers.unwrap_or_default()),
        ("covers period", source.covers.period_text().unwrap_or_default()),
    ];
    fact(&of_no_file(part, &source.name), rest)
}

fn country_fact(chronicle: &Chronicle, country: &Country) -> Fact {
    let Country { name, also, link, flag, state, today, group, continent: _ } = country;
    let mut also = also.clone();
    also.sort();
    let rest = [
        ("also", also.join(", ")),
        ("link", link.clone().unwrap_or_default()),
        ("flag", if country.has_flag_of_name() { String::new() } else { flag.clone() }),
        ("state", state.as_ref().map(|state| state.edtf().into_owned()).unwrap_or_default()),
        ("today", today.clone().unwrap_or_default()),
        ("group", group.map(|group| chronicle.group(group).to_owned()).unwrap_or_default()),
    ];
    fact(name, rest)
}

fn traveller_fact(traveller: &Traveller) -> Fact {
    let offices = traveller.offices.iter();
    let mut offices: Vec<String> = offices.map(|office| format!("{} ({})", office.name, office.when.edtf())).collect();
    offices.sort();
    fact(&traveller.name, [("offices", offices.join(", "))])
}

fn person_fact(person: &Person) -> Fact {
    let mut also: Vec<&str> = person.also.iter().map(Text::as_str).collect();
    also.sort_unstable();
    fact(&person.name, [("also", also.join(", "))])
}

fn account_text(name: &AccountName, source: &str) -> String {
    let who = if name.traveller.is_empty() { String::new() } else { format!("{}, ", name.traveller) };
    format!("{who}{}, {} ({source})", name.country, name.when.edtf())
}

fn event_fact(chronicle: &Chronicle, event: &Event, source: &str) -> Fact {
    let has_several = 1 < chronicle.sources.len();
    let name = format!("{}, {}, {}", event.title, event.kind.key(), chronicle.country(event.country).name);
    let rest = [
        ("dates", event.when.as_ref().map(|when| when.edtf().into_owned()).unwrap_or_default()),
        ("by", event.by.clone()),
        ("place", event.place.clone()),
        ("source", if has_several { source.to_owned() } else { String::new() }),
        ("verbatim", event.verbatim.clone().unwrap_or_default()),
        ("inferred", event.inferred.clone().unwrap_or_default()),
        ("details", event.details.clone()),
    ];
    fact(&name, rest)
}

fn total_fact(chronicle: &Chronicle, total: &Total, source: &str) -> Fact {
    let visits = match total.claim {
        Claim::Exactly(visits) => visits.to_string(),
        Claim::MoreThan(visits) => format!("more than {visits}"),
    };
    let country = &chronicle.country(total.country).name;
    let rest = [("visits", visits), ("verbatim", total.verbatim.clone().unwrap_or_default())];
    fact(&format!("{source}, {country}"), rest)
}
