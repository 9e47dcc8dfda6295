//! Travellers: those that the file lists, with their offices, and those that only trips name; other spellings of names.

use super::{Builder, listed_twice, misspelling};
use crate::data::{Located, Problem, ProblemCode, schema};
use crate::model::facts::{Office, Person, Text, Traveller, TravellerIndex};
use crate::text::one_line;

impl Builder<'_> {
    pub(super) fn add_traveller(&mut self, Located { value, offset }: &Located<schema::Traveller>) {
        let offset = *offset;
        let name = one_line(&value.name).trim().to_owned();
        if name.is_empty() {
            let problem = Problem::error(ProblemCode::MissingField, "the name of the traveller is empty")
                .help("expected the name that trips use, such as \"Jean Monnet\"");
            self.report(problem, offset, "name", &value.name);
            return;
        }
        if self.travellers.contains_key(&name) {
            self.report(listed_twice(ProblemCode::DuplicateTraveller, &name), offset, "name", &value.name);
            return;
        }
        let offices = value.offices.iter().filter_map(|office| self.office(office, offset)).collect();
        self.push_traveller(Traveller { name, offices, ..Traveller::default() });
        self.listed_travellers = self.chronicle.travellers.len();
    }

    fn office(&mut self, schema::Office { office, dates }: &schema::Office, offset: usize) -> Option<Office> {
        let name = one_line(office).trim().to_owned();
        if name.is_empty() {
            let problem = Problem::error(ProblemCode::MissingField, "the name of the office is empty")
                .help("expected what the office is called, such as \"President\"");
            self.report(problem, offset, "office", office);
            return None;
        }
        Some(Office { name, when: dates.0.clone() })
    }

    pub(super) fn add_person(&mut self, Located { value, offset }: &Located<schema::Person>) {
        let offset = *offset;
        let name = one_line(&value.name).trim().to_owned();
        if name.is_empty() {
            let problem = Problem::error(ProblemCode::MissingField, "the name of the person is empty")
                .help("expected the name to show, such as \"Jean Monnet\"");
            self.report(problem, offset, "name", &value.name);
            return;
        }
        let mut person = Person { name: self.texts.intern(&name), also: Vec::new() };
        let spellings = value.also.iter().map(|spelling| ("also", spelling));
        for (field, given) in [("name", &value.name)].into_iter().chain(spellings) {
            let spelling = one_line(given);
            let spelling = spelling.trim();
            if self.chronicle.people.knows(spelling) {
                self.report(listed_twice(ProblemCode::DuplicatePerson, spelling), offset, field, given);
            } else if field == "also" && !spelling.is_empty() && *spelling != name {
                person.also.push(self.texts.intern(spelling));
            }
        }
        self.chronicle.people.add(person);
    }

    /// The traveller of a trip by name, in any spelling that the file lists; all trips that name none have the same.
    pub(super) fn traveller(&mut self, given: &str, offset: usize) -> TravellerIndex {
        let name = one_line(given);
        let name = name.trim();
        let index = self.known_traveller(name).unwrap_or_else(|| {
            let listed = self.chronicle.travellers.iter().take(self.listed_travellers);
            let listed = listed.map(|traveller| traveller.name.as_str());
            if let Some(problem) = misspelling(ProblemCode::UnlistedTraveller, name, "travellers", listed) {
                self.report(problem, offset, "traveller", given);
            }
            let name = self.chronicle.people.name_of(name).to_owned();
            self.push_traveller(Traveller { name, ..Traveller::default() })
        });
        if let Some(traveller) = self.chronicle.travellers.get_mut(index.position()) {
            traveller.has_trips = true;
        }
        index
    }

    /// The traveller of a name, in any spelling that the file lists, if one is known so far.
    pub(super) fn known_traveller(&self, name: &str) -> Option<TravellerIndex> {
        let spellings = self.chronicle.people.spellings(name).map(Text::as_str);
        [name].into_iter().chain(spellings).find_map(|spelling| self.travellers.get(spelling).copied())
    }

    fn push_traveller(&mut self, traveller: Traveller) -> TravellerIndex {
        let index = TravellerIndex::new(self.chronicle.travellers.len());
        self.travellers.insert(traveller.name.clone(), index);
        self.chronicle.travellers.push(traveller);
        index
    }
}
