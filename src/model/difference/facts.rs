//! What two editions say otherwise of sources, countries, people, events and totals.

use std::collections::BTreeMap;

use super::sources::CommonSources;
use crate::model::facts::{
    AccountName, Chronicle, Claim, Country, Covers, Event, Person, Source, SourceIndex, Total, Traveller,
};
use crate::model::merge::says_something;

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
    pub old: Option<String>,
    /// What the new edition says; `None` where it was removed.
    pub new: Option<String>,
}

/// What is said of something: by what it is known, and all of it.
type Fact = (Section, String, String);

/// What is said otherwise, in the order of the sections.
pub(super) fn changes(old: &Chronicle, new: &Chronicle, sources: &CommonSources) -> Vec<FactChange> {
    let mut said: BTreeMap<(Section, String), [Vec<String>; 2]> = BTreeMap::new();
    for (edition, chronicle) in [old, new].into_iter().enumerate() {
        for (section, known_by, text) in facts(chronicle, |source| sources.id([old, new], edition, source)) {
            let texts = &mut said.entry((section, known_by)).or_default()[edition];
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
    }
    let mut changes = Vec::new();
    for ((section, _), [old, new]) in said {
        let alone = |own: &[String], other: &[String]| {
            let alone = own.iter().filter(|text| !other.contains(text));
            let mut alone: Vec<String> = alone.cloned().collect();
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

/// What a file says beside its trips; `id` tells what both editions know a source by.
fn facts<'a>(chronicle: &'a Chronicle, id: impl Fn(SourceIndex) -> &'a str) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    if !chronicle.title.is_empty() {
        facts.push((Section::Title, String::new(), chronicle.title.clone()));
    }
    let listed = chronicle.indexed_sources().filter(|(_, source)| !source.is_unlisted());
    facts
        .extend(listed.map(|(index, source)| (Section::Sources, id(index).to_owned(), source_text(chronicle, source))));
    let countries = chronicle.countries.iter().filter(|country| says_something(country));
    facts.extend(countries.map(|country| (Section::Countries, country.name.clone(), country_text(chronicle, country))));
    let with_offices = chronicle.travellers.iter().filter(|traveller| !traveller.offices.is_empty());
    facts
        .extend(with_offices.map(|traveller| (Section::Travellers, traveller.name.clone(), traveller_text(traveller))));
    facts.extend(
        chronicle.people.listed().iter().map(|person| (Section::People, person.name.to_string(), person_text(person))),
    );
    facts.extend(chronicle.apart.iter().map(|pair| {
        let mut names = pair.each_ref().map(|name| account_text(name, id(name.source)));
        names.sort();
        let text = names.join(" / ");
        (Section::Apart, text.clone(), text)
    }));
    facts.extend(chronicle.events.iter().map(|event| {
        let country = &chronicle.country(event.country).name;
        let known_by = format!("{:?}", (event.kind.key(), country, &event.title));
        (Section::Events, known_by, event_text(chronicle, event, id(event.source)))
    }));
    facts.extend(chronicle.totals.iter().map(|total| {
        let country = &chronicle.country(total.country).name;
        let known_by = format!("{:?}", (id(total.source), country));
        (Section::Totals, known_by, total_text(chronicle, total, id(total.source)))
    }));
    facts
}

/// The name and what else is said: `France; also: French Republic`.
fn text<'a>(name: &str, rest: impl IntoIterator<Item = (&'a str, String)>) -> String {
    let rest = rest.into_iter().filter(|(_, text)| !text.is_empty());
    let rest: String = rest.map(|(field, text)| format!("; {field}: {text}")).collect();
    format!("{name}{rest}")
}

fn source_text(chronicle: &Chronicle, source: &Source) -> String {
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
        ("citation", source.citation.clone()),
        ("covers countries", countries.unwrap_or_default()),
        ("covers travellers", travellers.unwrap_or_default()),
        ("covers period", source.covers.period_text().unwrap_or_default()),
    ];
    text(&source.name, rest)
}

fn country_text(chronicle: &Chronicle, country: &Country) -> String {
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
    text(name, rest)
}

fn traveller_text(traveller: &Traveller) -> String {
    let offices = traveller.offices.iter();
    let mut offices: Vec<String> = offices.map(|office| format!("{} ({})", office.name, office.when.edtf())).collect();
    offices.sort();
    text(&traveller.name, [("offices", offices.join(", "))])
}

fn person_text(person: &Person) -> String {
    let mut also: Vec<&str> = person.also.iter().map(|name| name.as_str()).collect();
    also.sort_unstable();
    text(&person.name, [("also", also.join(", "))])
}

fn account_text(name: &AccountName, source: &str) -> String {
    let who = if name.traveller.is_empty() { String::new() } else { format!("{}, ", name.traveller) };
    format!("{who}{}, {} ({source})", name.country, name.when.edtf())
}

fn event_text(chronicle: &Chronicle, event: &Event, source: &str) -> String {
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
    text(&name, rest)
}

fn total_text(chronicle: &Chronicle, total: &Total, source: &str) -> String {
    let visits = match total.claim {
        Claim::Exactly(visits) => visits.to_string(),
        Claim::MoreThan(visits) => format!("more than {visits}"),
    };
    let country = &chronicle.country(total.country).name;
    let rest = [("visits", visits), ("verbatim", total.verbatim.clone().unwrap_or_default())];
    text(&format!("{source}, {country}"), rest)
}
