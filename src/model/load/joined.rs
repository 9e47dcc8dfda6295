//! Several files as one timeline: each keeps its own sources; countries of one name are one lane.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::builder::complete;
use super::document::{Document, LeftOut, file_name, first_and_others};
use crate::data::countries::KnownCountry;
use crate::data::{Problem, SourceText};
use crate::model::facts::{Chronicle, Country, CountryIndex, Id, SourceIndex, Text, Traveller, TravellerIndex, id};

/// A file that was read, with how its places tell it; without where they tell files already.
pub(super) struct Part {
    pub(super) label: Option<String>,
    pub(super) document: Document,
}

/// The files as one, in their order.
pub(super) fn joined(parts: Vec<Part>) -> Document {
    let mut text = SourceText::default();
    let mut joiner = Joiner::default();
    let mut titles: Vec<String> = Vec::new();
    let mut left_out = LeftOut::default();
    let mut problems: Vec<(Problem, Vec<usize>)> = Vec::new();
    // A traveller of the first file may have another spelling in the last.
    for person in parts.iter().flat_map(|part| part.document.chronicle.people.listed()) {
        joiner.chronicle.people.add(person.clone());
    }
    for Part { label, document } in parts {
        let chronicle = &document.chronicle;
        let first_trip = joiner.chronicle.trips.len();
        let positions: FxHashMap<String, usize> = if document.problems.iter().any(|problem| !problem.trips.is_empty()) {
            chronicle.indexed_trips().map(|(index, trip)| (trip.id(chronicle).into_owned(), index.position())).collect()
        } else {
            FxHashMap::default()
        };
        for problem in document.problems {
            let trips = problem.trips.iter().filter_map(|id| Some(first_trip + positions.get(id)?)).collect();
            problems.push((label.iter().fold(problem, |problem, label| problem.in_file(label)), trips));
        }
        if !titles.contains(&chronicle.title) {
            titles.push(chronicle.title.clone());
        }
        left_out.trips += document.left_out.trips;
        left_out.rest_is_unknown |= document.left_out.rest_is_unknown;
        let label = label.unwrap_or_default();
        let start = text.push(&label, &document.text);
        joiner.add(Arc::unwrap_or_clone(document.chronicle), &label, start);
    }
    titles.retain(|title| !title.is_empty());
    let mut chronicle = joiner.finish();
    chronicle.title = first_and_others(&titles);
    let problems = problems.into_iter().map(|(problem, trips)| {
        let trips = trips.into_iter().filter_map(|trip| chronicle.trips.get(trip));
        let ids = trips.map(|trip| trip.id(&chronicle).into_owned());
        Problem { trips: ids.collect(), ..problem }
    });
    let problems = problems.collect();
    Document {
        fingerprint: text.fingerprint(),
        text: Arc::new(text),
        chronicle: Arc::new(chronicle),
        problems,
        left_out,
        ..Document::default()
    }
}

/// Facts that grow by those of one file after the other.
#[derive(Default)]
struct Joiner {
    chronicle: Chronicle,
    /// The file of each source.
    source_files: Vec<String>,
    /// How many files there are.
    files: u32,
    countries: FxHashMap<String, CountryIndex>,
    states: FxHashMap<&'static str, CountryIndex>,
    travellers: FxHashMap<String, TravellerIndex>,
    given_ids: FxHashSet<Text>,
    /// Positions of the trips that gave themselves the name of another.
    repeated_ids: Vec<usize>,
}

impl Joiner {
    /// Adds the facts of a file of this name, whose text begins here in that of all.
    fn add(&mut self, mut other: Chronicle, file: &str, start: usize) {
        let first_source = self.chronicle.sources.len();
        let source = |index: SourceIndex| SourceIndex::new(first_source + index.position());
        let old_names: Vec<String> = other.countries.iter().map(|country| country.name.clone()).collect();
        for country in &mut other.countries {
            let group = country.group.and_then(|group| other.groups.get(group.position()));
            country.group = group.map(|group| self.chronicle.group_named(group));
        }
        let countries = self.add_countries(other.countries);
        let country = |index: CountryIndex| countries.get(index.position()).copied().unwrap_or(index);
        let travellers: Vec<TravellerIndex> =
            other.travellers.into_iter().map(|traveller| self.add_traveller(traveller)).collect();
        for mut source in other.sources {
            for covered in source.covers.countries.iter_mut().flatten() {
                *covered = country(*covered);
            }
            for covered in source.covers.travellers.iter_mut().flatten() {
                *covered = travellers.get(covered.position()).copied().unwrap_or(*covered);
            }
            source.file = self.files;
            self.chronicle.sources.push(source);
            self.source_files.push(file.to_owned());
        }
        for mut trip in other.trips {
            if let Id::Given(id) = &trip.id
                && !self.given_ids.insert(id.clone())
            {
                self.repeated_ids.push(self.chronicle.trips.len());
            }
            let lane = country(trip.country);
            let old_name = || old_names.get(trip.country.position()).map(|name| name.as_str().into());
            let own_name = trip.country_name.take().or_else(old_name);
            trip.country_name = own_name.filter(|name| **name != *self.chronicle.country(lane).name);
            trip.country = lane;
            trip.traveller = travellers.get(trip.traveller.position()).copied().unwrap_or(trip.traveller);
            trip.offset += start;
            for account in &mut trip.accounts {
                account.source = source(account.source);
            }
            self.chronicle.trips.push(trip);
        }
        for mut pair in other.apart {
            for name in &mut pair {
                name.source = source(name.source);
            }
            self.chronicle.apart.push(pair);
        }
        for mut event in other.events {
            event.country = country(event.country);
            event.source = source(event.source);
            event.offset += start;
            self.chronicle.events.push(event);
        }
        for mut total in other.totals {
            total.country = country(total.country);
            total.source = source(total.source);
            total.offset += start;
            self.chronicle.totals.push(total);
        }
        self.files += 1;
    }
}

impl Joiner {
    /// The lanes of the countries of one file, which are different lanes where the file lists them apart.
    fn add_countries(&mut self, countries: Vec<Country>) -> Vec<CountryIndex> {
        let mut taken: BTreeSet<CountryIndex> =
            countries.iter().filter_map(|country| self.countries.get(&country.name)).copied().collect();
        let mut lanes = Vec::with_capacity(countries.len());
        for country in countries {
            let known = self.countries.get(&country.name).copied().or_else(|| {
                let by_other_name = country.also.iter().find_map(|name| self.countries.get(name));
                let state = KnownCountry::today(&country.name).map(|state| state.name.as_str());
                let by_state = state.and_then(|state| self.states.get(state));
                by_other_name.or(by_state).copied().filter(|lane| taken.insert(*lane))
            });
            let lane = known.unwrap_or(CountryIndex::new(self.chronicle.countries.len()));
            if let Some(state) = KnownCountry::today(&country.name) {
                self.states.entry(&state.name).or_insert(lane);
            }
            for name in [&country.name].into_iter().chain(&country.also) {
                self.countries.entry(name.clone()).or_insert(lane);
            }
            match self.chronicle.countries.get_mut(lane.position()) {
                Some(first) => add_to(first, country),
                None => self.chronicle.countries.push(country),
            }
            taken.insert(lane);
            lanes.push(lane);
        }
        lanes
    }

    fn add_traveller(&mut self, traveller: Traveller) -> TravellerIndex {
        let all = &mut self.chronicle.travellers;
        let name = self.chronicle.people.name_of(&traveller.name);
        let index = *self.travellers.entry(name.to_owned()).or_insert(TravellerIndex::new(all.len()));
        match all.get_mut(index.position()) {
            Some(first) => {
                first.has_trips |= traveller.has_trips;
                let others = traveller.offices.into_iter().filter(|office| !first.offices.contains(office));
                first.offices.extend(others.collect::<Vec<_>>());
            }
            None => all.push(Traveller { name: name.to_owned(), ..traveller }),
        }
        index
    }

    fn finish(mut self) -> Chronicle {
        self.name_sources_apart();
        complete(&mut self.chronicle, Vec::new(), &self.repeated_ids);
        self.chronicle
    }

    /// Names sources that have no name of their own after their files, adds the file to names that several sources have,
    /// and makes ids unique.
    fn name_sources_apart(&mut self) {
        let files = short_names(&self.source_files);
        let sources = &mut self.chronicle.sources;
        for (source, file) in sources.iter_mut().zip(&files).filter(|(source, _)| source.is_unlisted()) {
            (source.id, source.name) = (id::of_file(file), file.clone());
        }
        let names: Vec<String> = sources.iter().map(|source| source.name.clone()).collect();
        let mut ids: FxHashSet<String> = FxHashSet::default();
        for (source, file) in sources.iter_mut().zip(&files) {
            if 1 < names.iter().filter(|name| **name == source.name).count() {
                source.name = format!("{} ({file})", source.name);
            }
            if !ids.insert(source.id.clone()) {
                let base = format!("{}-{}", source.id, id::of_file(file));
                let numbered = (2..).map(|number| format!("{base}-{number}"));
                source.id =
                    [base.clone()].into_iter().chain(numbered).find(|id| ids.insert(id.clone())).unwrap_or_default();
            }
        }
    }
}

/// The names of files without their folders, unless different files have the same.
fn short_names(files: &[String]) -> Vec<String> {
    let short = |file: &String| file_name(Path::new(file));
    let is_shared = |file: &String| files.iter().any(|other| other != file && short(other) == short(file));
    files.iter().map(|file| if is_shared(file) { file.clone() } else { short(file) }).collect()
}

/// Adds to a country what another file knows of it.
fn add_to(country: &mut Country, other: Country) {
    for name in [other.name].into_iter().chain(other.also) {
        if name != country.name && !country.also.contains(&name) {
            country.also.push(name);
        }
    }
    country.link = country.link.take().or(other.link);
    country.state = country.state.take().or(other.state);
    country.today = country.today.take().or(other.today);
    country.group = country.group.or(other.group);
}
