//! Trips: short forms become whole accounts, and each trip gets an id of its own.

use super::Builder;
use crate::data::{Cell, Located, Problem, ProblemCode, quote, schema};
use crate::model::facts::{
    Account, AccountName, Id, Leader, OwnWords, Place, Restored, SourceIndex, Text, TravellerIndex, Trip,
};
use crate::text::{lines, one_line};
use crate::time::Span;

impl Builder<'_> {
    pub(super) fn trip(&mut self, Located { value, offset }: &Located<schema::Trip<'_>>) {
        let offset = *offset;
        if one_line(&value.country).trim().is_empty() {
            self.missing_country(offset, "country", &value.country);
            return;
        }
        let first_problem = self.problems.len();
        let given_id = self.given_id(value);
        let mut accounts = self.accounts(value, offset);
        let Some(possible) = accounts.iter().map(|account| account.when.possible()).reduce(Span::hull) else {
            return;
        };
        let Some(country) = self.country(&value.country, offset, "country") else {
            return;
        };
        let traveller = self.traveller(value.traveller.as_deref().unwrap_or_default(), offset);
        self.keep_spellings(value, traveller, &mut accounts);
        let own_name = one_line(&value.country);
        let is_other_name = self.chronicle.country(country).name != own_name.trim();
        let country_name = is_other_name.then(|| self.texts.intern(own_name.trim()));
        let position = self.chronicle.trips.len();
        let id = match given_id {
            Some(id) => {
                if !self.given_ids.insert(id.clone()) {
                    let message = format!("there are two trips with the id {}", quote(&id));
                    let problem = Problem::error(ProblemCode::DuplicateId, message).help("give each an id of its own");
                    self.report(problem, offset, "id", &id);
                    self.repeated_ids.push(position);
                }
                Id::Given(id)
            }
            None => Id::Made(1),
        };
        self.problem_trips.extend((first_problem..self.problems.len()).map(|problem| (problem, position)));
        let (kind, status, accounts) = (value.kind, value.status, accounts.into());
        self.chronicle.trips.push(Trip {
            id,
            traveller,
            country,
            country_name,
            kind,
            status,
            offset,
            accounts,
            possible,
        });
    }

    /// The id a trip gives itself, if it is more than blanks.
    fn given_id(&mut self, trip: &schema::Trip<'_>) -> Option<Text> {
        let id = one_line(trip.id.as_deref()?);
        let id = id.trim();
        (!id.is_empty()).then(|| self.texts.intern(id))
    }

    /// What each source says, the short form written out as the single account it stands for.
    fn accounts(&mut self, trip: &schema::Trip<'_>, offset: usize) -> Vec<Account> {
        if trip.accounts.is_empty() {
            return self.short_form(trip, offset).map_or_else(Vec::new, |account| vec![account]);
        }
        let beside = [
            (trip.source.is_some(), "source"),
            (trip.dates.is_some(), "dates"),
            (trip.verbatim.is_some(), "verbatim"),
            (!trip.restored.is_empty(), "restored"),
            (trip.inferred.is_some(), "inferred"),
            (!trip.places.is_empty(), "places"),
            (!trip.leaders.is_empty(), "leaders"),
            (!trip.details.is_empty(), "details"),
        ];
        if let Some((_, field)) = beside.iter().find(|(given, _)| *given) {
            let message = format!("this trip has accounts, so its own `{field}` is not used");
            let problem = Problem::error(ProblemCode::MixedForm, message).help("move it into one of the accounts");
            self.report(problem, offset, field, "");
        }
        let mut accounts = Vec::with_capacity(trip.accounts.len());
        for account in &trip.accounts {
            if let Some(source) = self.source(Some(&account.source), offset) {
                let own = self.own_words(trip, account);
                accounts.push(Account { own, ..self.account(source, &account.account_fields(&account.dates), offset) });
            }
        }
        accounts
    }

    /// What a source says otherwise than the trip.
    fn own_words(&mut self, trip: &schema::Trip<'_>, account: &schema::Account<'_>) -> Option<Box<OwnWords>> {
        let mut name = |own: Option<&str>, of_trip: &str| {
            let own = one_line(own?);
            (own.trim() != one_line(of_trip).trim()).then(|| self.texts.intern(own.trim()))
        };
        let own = OwnWords {
            traveller: name(account.traveller.as_deref(), trip.traveller.as_deref().unwrap_or_default()),
            country: name(account.country.as_deref(), &trip.country),
            kind: account.kind.filter(|kind| *kind != trip.kind),
            status: account.status.filter(|status| *status != trip.status),
        };
        (own != OwnWords::default()).then(|| Box::new(own))
    }

    /// A traveller has one name to show: other spellings are kept with the accounts that have them.
    fn keep_spellings(&mut self, trip: &schema::Trip<'_>, traveller: TravellerIndex, accounts: &mut [Account]) {
        let given = one_line(trip.traveller.as_deref().unwrap_or_default());
        let shown = self.chronicle.traveller(traveller).unwrap_or_default();
        let is_other = given.trim() != shown;
        for account in accounts {
            let own = account.own.as_ref().and_then(|own| own.traveller.clone());
            if is_other && own.is_none() {
                account.own.get_or_insert_default().traveller = Some(self.texts.intern(given.trim()));
            }
        }
    }

    /// Two accounts that are not of one trip.
    pub(super) fn apart(&mut self, Located { value, offset }: &Located<schema::Apart>) {
        let names = [&value.one, &value.other].map(|name| {
            Some(AccountName {
                source: self.source(Some(&name.source), *offset)?,
                traveller: self.texts.intern(one_line(&name.traveller).trim()),
                country: self.texts.intern(one_line(&name.country).trim()),
                when: name.dates.0.clone(),
            })
        });
        if let [Some(one), Some(other)] = names {
            self.chronicle.apart.push([one, other]);
        }
    }

    fn short_form(&mut self, trip: &schema::Trip<'_>, offset: usize) -> Option<Account> {
        let Some(dates) = &trip.dates else {
            let help = "add dates: \"1956-06-01/1956-06-06\", or accounts: [ … ]";
            let problem = Problem::error(ProblemCode::MissingDate, "this trip has no dates").help(help);
            self.report(problem, offset, "dates", "");
            return None;
        };
        let source = self.source(trip.source.as_deref(), offset)?;
        Some(self.account(source, &trip.account_fields(dates), offset))
    }

    fn account(&mut self, source: SourceIndex, fields: &schema::AccountFields<'_>, offset: usize) -> Account {
        let mut leaders = std::mem::take(&mut self.spare_leaders);
        for leader in fields.leaders {
            let (name, office) = (one_line(&leader.name), one_line(&leader.office));
            if name.trim().is_empty() && office.trim().is_empty() {
                let help = "expected (name: \"…\", office: \"…\"), or one of the two";
                let message = "a leader has neither name nor office";
                let problem = Problem::error(ProblemCode::EmptyLeader, message).help(help);
                self.report(problem, offset, "name", &leader.name);
            } else {
                leaders.push(Leader { name: self.texts.intern(&name), office: self.texts.intern(&office) });
            }
        }
        let mut places = std::mem::take(&mut self.spare_places);
        places.extend(fields.places.iter().map(|place| Place {
            name: self.texts.intern(&one_line(&place.name)),
            link: self.texts.intern(&one_line(place.link.as_deref().unwrap_or_default())),
            at: place.at,
        }));
        let account = Account {
            source,
            when: fields.when.clone(),
            verbatim: fields.verbatim.map(|words| self.texts.intern(&lines(words))),
            restored: Restored {
                country: fields.restored.contains(&Cell::Country),
                place: fields.restored.contains(&Cell::Place),
                leader: fields.restored.contains(&Cell::Leader),
            },
            inferred: fields.inferred.map(|words| self.texts.intern(&lines(words))),
            places: self.places.intern(&places),
            leaders: self.leaders.intern(&leaders),
            details: self.texts.intern(&lines(fields.details)),
            own: None,
        };
        // Their room is used again.
        leaders.clear();
        places.clear();
        (self.spare_leaders, self.spare_places) = (leaders, places);
        account
    }
}
