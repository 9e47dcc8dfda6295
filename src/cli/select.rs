//! Which part of a file a command is about, and whom it believes: what `list` and `export` share.

use super::{
    CliError,
    args::{CountingArg, Select},
};
use crate::{
    data::suggest,
    model::{Chronicle, Counting, CountryIndex, Filter, Reading, SourceIndex},
};

impl Select {
    /// The filter that is asked for; further statuses and events are for each command to say.
    ///
    /// # Errors
    ///
    /// [`CliError::Call`] when the file has no such source or country.
    pub(super) fn filter(&self, chronicle: &Chronicle) -> Result<Filter, CliError> {
        Ok(Filter {
            reading: reading(chronicle, &self.reading)?,
            decades: self.decades.iter().copied().collect(),
            countries: self.countries.iter().map(|name| country(chronicle, name)).collect::<Result<_, _>>()?,
            disputed_only: self.disputed,
            ..Filter::default()
        }
        .with_counting(self.counting.map_or(Counting::default(), Counting::from)))
    }
}

impl From<CountingArg> for Counting {
    fn from(argument: CountingArg) -> Self {
        match argument {
            CountingArg::Confirmed => Self::Confirmed,
            CountingArg::Transit => Self::Transit,
            CountingArg::Rumoured => Self::Rumoured,
            CountingArg::Everything => Self::Everything,
        }
    }
}

/// The reading of this name, whatever its capitals. Where the id of one source is the name of another, the id counts.
fn reading(chronicle: &Chronicle, name: &str) -> Result<Reading, CliError> {
    let either = [(Reading::Either, "either"), (Reading::Agreed, "agreed")];
    let sources = || chronicle.sources.iter().enumerate().map(|(at, source)| (SourceIndex::new(at), source));
    let ids = sources().map(|(index, source)| (Reading::Source(index), source.id.as_str()));
    let names = sources().map(|(index, source)| (Reading::Source(index), source.name.as_str()));
    let choices: Vec<_> = either.into_iter().chain(ids).chain(names).collect();
    let wanted = name.to_lowercase();
    let found = choices.iter().find(|(_, choice)| choice.to_lowercase() == wanted);
    found.map(|&(reading, _)| reading).ok_or_else(|| {
        let mut known: Vec<&str> = Vec::new();
        for (_, choice) in choices {
            if !known.iter().any(|other| other.to_lowercase() == choice.to_lowercase()) {
                known.push(choice);
            }
        }
        CliError::Call(format!("no reading is called `{name}`; {}", suggest::help(name, known)))
    })
}

/// The country of this name, whatever its capitals.
fn country(chronicle: &Chronicle, name: &str) -> Result<CountryIndex, CliError> {
    let wanted = name.to_lowercase();
    let position = chronicle.countries.iter().position(|country| country.name.to_lowercase() == wanted);
    position.map(CountryIndex::new).ok_or_else(|| {
        let known: Vec<_> = chronicle.countries.iter().map(|country| country.name.as_str()).collect();
        CliError::Call(format!("no country is called `{name}`; the file has {}", known.join(", ")))
    })
}
