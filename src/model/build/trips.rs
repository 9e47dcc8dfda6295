//! Trips: short forms become whole accounts, and each trip gets an id of its own.

use std::collections::btree_map::Entry;

use super::{
    Builder,
    one_line::{lines, one_line},
};
use crate::{
    data::{Located, quote, wire},
    model::{Account, Leader, SourceIndex, TravellerIndex, Trip},
};

impl Builder<'_> {
    pub(super) fn trip(&mut self, Located { value, offset }: Located<wire::Trip<'_>>) {
        if one_line(value.country.clone().into()).trim().is_empty() {
            self.missing_country(offset, ("country", &value.country));
            return;
        }
        let first_problem = self.problems.len();
        let given_id = given_id(&value);
        let country_name = String::from(value.country.clone());
        let nature = (value.kind.into(), value.status.into());
        let traveller = self.traveller(value.traveller.as_deref().unwrap_or_default());
        let accounts = self.accounts(value, offset);
        let Some(first_day) = accounts.iter().map(|account| account.when.possible().start()).min() else {
            return;
        };
        let Some(country) = self.country(&country_name, offset, "country") else {
            return;
        };
        let id = match given_id {
            Some(id) => self.own_id(id, offset),
            None => self.free_id(format!("{first_day}-{}", slug(&country_name))),
        };
        for problem in self.problems.iter_mut().skip(first_problem) {
            problem.trips.push(id.clone());
        }
        self.chronicle.trips.extend(Trip::new(id, traveller, country, nature, accounts, offset));
    }

    /// The traveller of this name, whoever the file does not name being one.
    fn traveller(&mut self, name: &str) -> TravellerIndex {
        let name = one_line(name.to_owned()).trim().to_owned();
        let next = TravellerIndex::new(self.chronicle.travellers.len());
        let index = *self.travellers.entry(name.clone()).or_insert(next);
        if index == next {
            self.chronicle.travellers.push(name);
        }
        index
    }

    /// What each source says, the short form written out as the single account it stands for.
    fn accounts(&mut self, trip: wire::Trip<'_>, offset: usize) -> Vec<Account> {
        if trip.accounts.is_empty() {
            return self.short_form(trip, offset).into_iter().collect();
        }
        let beside = [
            (trip.source.is_some(), "source"),
            (trip.dates.is_some(), "dates"),
            (trip.verbatim.is_some(), "verbatim"),
            (trip.inferred.is_some(), "inferred"),
            (!trip.places.is_empty(), "places"),
            (!trip.leaders.is_empty(), "leaders"),
            (!trip.details.is_empty(), "details"),
        ];
        if let Some((_, field)) = beside.iter().find(|(given, _)| *given) {
            let message = format!("this trip has accounts, so its own `{field}` is not used");
            self.problem("mixed-form", message, "move it into one of the accounts", offset, (field, ""));
        }
        trip.accounts
            .into_iter()
            .filter_map(|account| {
                let source = self.source(Some(&account.source), offset)?;
                Some(self.account(source, account, offset))
            })
            .collect()
    }

    fn short_form(&mut self, trip: wire::Trip<'_>, offset: usize) -> Option<Account> {
        let Some(dates) = trip.dates else {
            let help = "add dates: \"1956-06-01/1956-06-06\", or accounts: [ … ]";
            self.problem("missing-date", "this trip has no dates", help, offset, ("dates", ""));
            return None;
        };
        let source = self.source(trip.source.as_deref(), offset)?;
        let account = wire::Account {
            source: wire::Text::default(),
            dates,
            verbatim: trip.verbatim,
            inferred: trip.inferred,
            places: trip.places,
            leaders: trip.leaders,
            details: trip.details,
        };
        Some(self.account(source, account, offset))
    }

    fn account(&mut self, source: SourceIndex, account: wire::Account<'_>, offset: usize) -> Account {
        let mut leaders = Vec::new();
        for leader in account.leaders {
            let is_empty = |text: &str| one_line(text.to_owned()).trim().is_empty();
            if is_empty(&leader.name) && is_empty(&leader.office) {
                let help = "expected (name: \"…\", office: \"…\"), or one of the two";
                self.problem(
                    "empty-leader",
                    "a leader has neither name nor office",
                    help,
                    offset,
                    ("name", &leader.name),
                );
            } else {
                leaders.push(Leader { name: one_line(leader.name.into()), office: one_line(leader.office.into()) });
            }
        }
        Account {
            source,
            when: account.dates.0,
            verbatim: account.verbatim.map(|text| lines(text.into())),
            inferred: account.inferred.map(|text| lines(text.into())),
            places: account.places.into_iter().map(|place| one_line(place.into())).collect(),
            leaders,
            details: lines(account.details.into()),
        }
    }

    /// The id a trip gives itself, or one made from it where another trip already has it.
    fn own_id(&mut self, id: String, offset: usize) -> String {
        if self.own_ids.insert(id.clone()) {
            return id;
        }
        let message = format!("there are two trips with the id {}", quote(&id));
        self.problem("duplicate-id", message, "give each an id of its own", offset, ("id", &id));
        self.free_id(id)
    }

    /// This id, or if it is taken, with the first free number from 2 behind it.
    fn free_id(&mut self, id: String) -> String {
        let mut number = match self.ids.entry(id.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(1);
                return id;
            }
            Entry::Occupied(entry) => *entry.get(),
        };
        let numbered = loop {
            number += 1;
            let numbered = format!("{id}-{number}");
            if let Entry::Vacant(entry) = self.ids.entry(numbered.clone()) {
                entry.insert(1);
                break numbered;
            }
        };
        self.ids.insert(id, number);
        numbered
    }
}

/// The id a trip gives itself, if it is more than blanks.
pub(super) fn given_id(trip: &wire::Trip<'_>) -> Option<String> {
    let id = one_line(trip.id.clone()?.into());
    Some(id.trim().to_owned()).filter(|id| !id.is_empty())
}

/// Lower case, with one `-` for whatever is neither letter nor digit: `Soviet Union` gives `soviet-union`.
pub(super) fn slug(name: &str) -> String {
    let words: Vec<_> = name.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-").to_lowercase()
}
