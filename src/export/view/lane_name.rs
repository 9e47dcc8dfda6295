//! How people and view files name lanes: `France`, `country:France`, `Henry Kissinger · France`.

use super::resolve::{Unknown, country_named, decade_named, found, traveller_named};
use crate::data::{LaneGroup, Vocabulary as _, quote, suggest};
use crate::model::{Chronicle, CountryIndex, GroupIndex, LaneKey, PlaceIndex, SourceIndex, TripKind};
use crate::text::key;
use crate::time::format_decade;

/// Between the two names of a lane that is for two things, or of a place and its country.
const BETWEEN: &str = " · ";

/// What can stand before a name, so that no other lane is taken for it.
const COUNTRY: &str = "country:";
const TRAVELLER: &str = "traveller:";
const KIND: &str = "kind:";
const SOURCE: &str = "source:";
const PLACE: &str = "place:";
const DECADE: &str = "decade:";
const GROUP: &str = "group:";
/// Before the way in which countries are grouped.
const UNGROUPED: &str = "ungrouped:";
const EVENTS: &str = "events";

/// The name by which [`lane_named`] finds a lane again.
#[must_use]
pub fn lane_name(chronicle: &Chronicle, key: LaneKey) -> String {
    let country = |index| format!("{COUNTRY}{}", chronicle.country(index).name);
    let traveller = |index| format!("{TRAVELLER}{}", chronicle.traveller(index).unwrap_or_default());
    let decade = |first_year| format!("{DECADE}{}", format_decade(first_year));
    match key {
        LaneKey::Country(index) => country(index),
        LaneKey::Traveller(index) => traveller(index),
        LaneKey::TravellerCountry(one, other) => format!("{}{BETWEEN}{}", traveller(one), country(other)),
        LaneKey::CountryTraveller(one, other) => format!("{}{BETWEEN}{}", country(one), traveller(other)),
        LaneKey::Kind(kind) => format!("{KIND}{}", kind.key()),
        LaneKey::Source(index) => format!("{SOURCE}{}", chronicle.source(index).id),
        LaneKey::Place(index) => {
            let (name, in_country) = chronicle.place(index);
            format!("{PLACE}{}{BETWEEN}{}", name.unwrap_or_default(), country(in_country))
        }
        LaneKey::Group(index) => format!("{GROUP}{}", chronicle.group(index)),
        LaneKey::Ungrouped(by) => format!("{UNGROUPED}{}", by.key()),
        LaneKey::Decade(first_year) => decade(first_year),
        LaneKey::DecadeCountry(one, other) => format!("{}{BETWEEN}{}", decade(one), country(other)),
        LaneKey::Events => EVENTS.to_owned(),
    }
}

/// The lane of this name, whatever lanes are shown: of two names parted by ` · `, that of both.
///
/// A name alone is that of the first of these that has it: a country, a traveller, a kind, a source, a group, a decade, a place; a
/// word before it, as in `traveller:France`, says which is meant.
///
/// # Errors
///
/// That there is none, and what may be meant.
pub fn lane_named(chronicle: &Chronicle, name: &str) -> Result<LaneKey, Unknown> {
    let of_two = || {
        let (one, other) = name.split_once(BETWEEN)?;
        match (one_lane(chronicle, one), one_lane(chronicle, other)?) {
            (Some(LaneKey::Traveller(traveller)), LaneKey::Country(country)) => {
                Some(LaneKey::TravellerCountry(traveller, country))
            }
            (Some(LaneKey::Country(country)), LaneKey::Traveller(traveller)) => {
                Some(LaneKey::CountryTraveller(country, traveller))
            }
            (Some(LaneKey::Decade(decade)), LaneKey::Country(country)) => Some(LaneKey::DecadeCountry(decade, country)),
            (_, LaneKey::Country(country)) => place_named(chronicle, one, Some(country)),
            _ => None,
        }
    };
    one_lane(chronicle, name).or_else(of_two).ok_or_else(|| {
        let countries = chronicle.countries.iter().map(|country| country.name.as_str());
        let travellers = chronicle.indexed_travellers().map(|(_, traveller)| traveller.name.as_str());
        let known = countries.chain(travellers).filter(|name| !name.is_empty());
        let help = suggest::nearest(name, known).map_or_else(
            || "expected a country, a traveller, a kind, a source, a group, a decade or a place of the file".to_owned(),
            |name| format!("did you mean `{name}`?"),
        );
        Unknown { what: format!("no lane is called {}", quote(name)), help }
    })
}

/// The lane of one thing.
fn one_lane(chronicle: &Chronicle, name: &str) -> Option<LaneKey> {
    let mut prefixes = [COUNTRY, TRAVELLER, KIND, SOURCE, GROUP, PLACE, DECADE].into_iter();
    let prefixed = prefixes.find_map(|prefix| Some((prefix, name.strip_prefix(prefix)?)));
    let named = |prefix: &str| match prefixed {
        Some((own, rest)) => (own == prefix).then_some(rest),
        None => Some(name),
    };
    let country = || country_named(chronicle, named(COUNTRY)?).ok().map(LaneKey::Country);
    let traveller = || {
        let name = named(TRAVELLER)?;
        // Trips without a traveller have a lane too.
        let mut nameless = chronicle.indexed_travellers().filter(|(_, one)| name.is_empty() && one.name.is_empty());
        let found = traveller_named(chronicle, name).ok().or_else(|| Some(nameless.next()?.0));
        found.map(LaneKey::Traveller)
    };
    let kind = || {
        let name = named(KIND)?;
        let by_label = || TripKind::ALL.iter().copied().find(|kind| key(kind.label()) == key(name));
        TripKind::from_key(name).or_else(by_label).map(LaneKey::Kind)
    };
    let source = || {
        let sources: Vec<(SourceIndex, &str)> = {
            let ids = chronicle.indexed_sources().map(|(index, source)| (index, source.id.as_str()));
            ids.chain(chronicle.indexed_sources().map(|(index, source)| (index, source.name.as_str()))).collect()
        };
        found(&sources, named(SOURCE)?).map(LaneKey::Source)
    };
    let group = || {
        let name = named(GROUP)?;
        let found = chronicle.groups.iter().position(|group| key(group) == key(name))?;
        Some(LaneKey::Group(GroupIndex::new(found)))
    };
    let decade = || decade_named(named(DECADE)?).map(LaneKey::Decade);
    let place = || place_named(chronicle, named(PLACE)?, None);
    let ungrouped = || LaneGroup::from_key(name.strip_prefix(UNGROUPED)?).map(LaneKey::Ungrouped);
    let events = || (name == EVENTS).then_some(LaneKey::Events);
    country()
        .or_else(traveller)
        .or_else(kind)
        .or_else(source)
        .or_else(group)
        .or_else(decade)
        .or_else(ungrouped)
        .or_else(events)
        .or_else(place)
}

/// The first place of this name, in a country where one is named; the nameless one of a country for no name.
fn place_named(chronicle: &Chronicle, name: &str, in_country: Option<CountryIndex>) -> Option<LaneKey> {
    let wanted = key(name.strip_prefix(PLACE).unwrap_or(name));
    let is_it = |&index: &PlaceIndex| {
        let (name, country) = chronicle.place(index);
        key(name.unwrap_or_default()) == wanted && in_country.is_none_or(|wanted| wanted == country)
    };
    let places = (0..chronicle.place_count()).map(PlaceIndex::new);
    (in_country.is_some() || !wanted.is_empty()).then(|| places.into_iter().find(is_it))?.map(LaneKey::Place)
}
