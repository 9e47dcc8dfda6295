//! How people and view files name readings, countries and decades.

use crate::data::countries::KnownCountry;
use crate::data::{quote, suggest};
use crate::model::{Chronicle, Country, CountryIndex, Reading, TravellerIndex, TripIndex};
use crate::text::key;
use crate::time::{YEARS, parse_entry};

/// Before the id of a source, so that one whose id is itself the name of a reading can be named.
const SOURCE: &str = "source:";

/// The name by which [`reading_named`] finds a reading again.
#[must_use]
pub fn reading_key(chronicle: &Chronicle, reading: Reading) -> String {
    match reading {
        Reading::Either => "either".to_owned(),
        Reading::Agreed => "agreed".to_owned(),
        Reading::Source(index) => format!("{SOURCE}{}", chronicle.source(index).id),
    }
}

/// The reading of this name: `either`, `agreed`, or a source by its id, `source:` and its id, or its name.
///
/// Capitals matter only where something else has the same letters. Where the id of one source is the name of another,
/// the id counts.
///
/// # Errors
///
/// That there is none, and what may be meant.
pub fn reading_named(chronicle: &Chronicle, name: &str) -> Result<Reading, Unknown> {
    let sources = || chronicle.indexed_sources().map(|(index, source)| (Reading::Source(index), source));
    let ids: Vec<_> = sources().map(|(reading, source)| (reading, source.id.as_str())).collect();
    if let Some(id) = name.strip_prefix(SOURCE)
        && let Some(reading) = found(&ids, id)
    {
        return Ok(reading);
    }
    let names = sources().map(|(reading, source)| (reading, source.name.as_str()));
    let words = [(Reading::Either, "either"), (Reading::Agreed, "agreed")];
    let choices: Vec<_> = words.into_iter().chain(ids).chain(names).collect();
    found(&choices, name).ok_or_else(|| {
        let mut known: Vec<&str> = Vec::new();
        for (_, choice) in choices {
            if !known.iter().any(|other| other.to_lowercase() == choice.to_lowercase()) {
                known.push(choice);
            }
        }
        Unknown { what: format!("no reading is called {}", quote(name)), help: suggest::help(name, known) }
    })
}

/// The traveller of this name, whatever its capitals and accents.
///
/// # Errors
///
/// That there is none, and which there are.
pub fn traveller_named(chronicle: &Chronicle, name: &str) -> Result<TravellerIndex, Unknown> {
    let named = chronicle.indexed_travellers().map(|(index, traveller)| (index, traveller.name.as_str()));
    let choices: Vec<_> = named.filter(|(_, name)| !name.is_empty()).collect();
    found(&choices, name).ok_or_else(|| Unknown {
        what: format!("no traveller is called {}", quote(name)),
        help: suggest::help(name, choices.iter().map(|(_, name)| *name).collect::<Vec<_>>()),
    })
}

/// The country of this name; also by its further names, and by those and the codes of its state today.
///
/// # Errors
///
/// That there is none, and which there are.
pub fn country_named(chronicle: &Chronicle, name: &str) -> Result<CountryIndex, Unknown> {
    let choices: Vec<_> =
        chronicle.indexed_countries().map(|(index, country)| (index, country.name.as_str())).collect();
    let by_other_name = || {
        let state = KnownCountry::today(name).map(|state| &state.name);
        let is_called = |country: &Country| {
            country.names().any(|other| key(other) == key(name))
                || state.is_some_and(|state| country.state_today().is_some_and(|own| own.name == *state))
        };
        chronicle.indexed_countries().find(|(_, country)| is_called(country)).map(|(index, _)| index)
    };
    found(&choices, name).or_else(by_other_name).ok_or_else(|| {
        let known: Vec<_> = choices.iter().map(|(_, name)| *name).collect();
        let help = suggest::nearest(name, known.iter().copied());
        let help =
            help.map_or_else(|| format!("the file has {}", known.join(", ")), |name| format!("did you mean `{name}`?"));
        Unknown { what: format!("no country is called {}", quote(name)), help }
    })
}

/// The trip with this id.
///
/// # Errors
///
/// That there is none, and what may be meant.
pub fn trip_named(chronicle: &Chronicle, id: &str) -> Result<TripIndex, Unknown> {
    let found = chronicle.indexed_trips().find(|(_, trip)| trip.id(chronicle) == id);
    found.map(|(index, _)| index).ok_or_else(|| {
        let ids: Vec<_> = chronicle.trips.iter().map(|trip| trip.id(chronicle)).collect();
        let ids: Vec<&str> = ids.iter().map(AsRef::as_ref).collect();
        Unknown { what: format!("no trip has the id {}", quote(id)), help: suggest::help(id, ids) }
    })
}

/// The first year of a decade written `1950s`, `1950` or, before the year 1, `11 BCE on`.
#[must_use]
pub fn decade_named(text: &str) -> Option<i32> {
    let year = match text.strip_suffix(" on") {
        Some(year) => parse_entry(year).map(|when| when.possible().start().year()),
        None => text.strip_suffix('s').unwrap_or(text).parse().ok(),
    };
    year.filter(|year| year % 10 == 0 && YEARS.contains(year))
}

/// A name that nothing has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what}; {help}")]
pub struct Unknown {
    /// What is not there.
    pub what: String,
    /// What may be meant.
    pub help: String,
}

/// The choice of just this name, else the first that differs only in capitals.
pub(super) fn found<T: Copy>(choices: &[(T, &str)], name: &str) -> Option<T> {
    let wanted = name.to_lowercase();
    let same = choices.iter().find(|(_, choice)| *choice == name);
    let alike = || choices.iter().find(|(_, choice)| choice.to_lowercase() == wanted);
    same.or_else(alike).map(|&(item, _)| item)
}
