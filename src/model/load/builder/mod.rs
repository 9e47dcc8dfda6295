//! From what a file says to what it means: ids become indices, short forms become whole ones.

mod people;
mod trips;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::data::countries::KnownCountry;
use crate::data::{Item, Located, Problem, ProblemCode, SourceText, quote, schema, suggest};
use crate::model::facts::{
    Chronicle, Claim, Country, CountryIndex, Covers, Event, Interner, Leader, ListInterner, Place, Source, SourceIndex,
    Summaries, Text, Total, TravellerIndex, Trip, TripStatus, id,
};
use crate::text::{lines, one_line};
use crate::time::{Day, Inexact, Span, When};

/// Puts the parts of a file together, one after the other.
pub(super) struct Builder<'a> {
    text: &'a SourceText,
    pub(super) chronicle: Chronicle,
    sources: FxHashMap<String, SourceIndex>,
    countries: FxHashMap<String, CountryIndex>,
    /// The states of today that the file lists, by their common names.
    listed_states: FxHashMap<&'static str, CountryIndex>,
    travellers: FxHashMap<String, TravellerIndex>,
    texts: Interner,
    places: ListInterner<Place>,
    leaders: ListInterner<Leader>,
    /// Empty lists whose memory is used again for the next account.
    spare_places: Vec<Place>,
    spare_leaders: Vec<Leader>,
    /// What the sources cover has to wait until all countries are known.
    covers: Vec<(SourceIndex, Located<schema::Covers>)>,
    /// How many of [`Chronicle::countries`] the file lists itself.
    listed_countries: usize,
    /// How many of [`Chronicle::travellers`] the file lists itself.
    listed_travellers: usize,
    /// A source, country or traveller came behind something that may refer to it.
    pub(super) needs_second_pass: bool,
    has_begun: bool,
    /// The names that trips have given themselves.
    given_ids: FxHashSet<Text>,
    /// Positions of the trips that gave themselves the name of another.
    repeated_ids: Vec<usize>,
    problems: Vec<Problem>,
    /// Which trips problems are about, as positions in both lists: the names of trips are made at the end.
    problem_trips: Vec<(usize, usize)>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(text: &'a SourceText) -> Self {
        Self {
            text,
            chronicle: Chronicle::default(),
            sources: FxHashMap::default(),
            countries: FxHashMap::default(),
            listed_states: FxHashMap::default(),
            travellers: FxHashMap::default(),
            texts: Interner::default(),
            places: ListInterner::default(),
            leaders: ListInterner::default(),
            spare_places: Vec::new(),
            spare_leaders: Vec::new(),
            covers: Vec::new(),
            listed_countries: 0,
            listed_travellers: 0,
            needs_second_pass: false,
            has_begun: false,
            given_ids: FxHashSet::default(),
            repeated_ids: Vec::new(),
            problems: Vec::new(),
            problem_trips: Vec::new(),
        }
    }

    /// Adds what an item says.
    pub(super) fn add(&mut self, item: &Item<'_>) {
        match item {
            Item::Title(_) => {}
            Item::Source(_) | Item::Country(_) | Item::Traveller(_) | Item::Person(_) => {
                self.needs_second_pass |= self.has_begun;
            }
            Item::Trip(_) | Item::Apart(_) | Item::Event(_) | Item::Total(_) => self.has_begun = true,
        }
        match item {
            Item::Title(title) => self.chronicle.title = one_line(title).into_owned(),
            Item::Source(source) => self.add_source(source),
            Item::Country(country) => self.add_country(country),
            Item::Traveller(traveller) => self.add_traveller(traveller),
            Item::Person(person) => self.add_person(person),
            Item::Trip(trip) => self.trip(trip),
            Item::Apart(pair) => self.apart(pair),
            Item::Event(event) => self.event(event),
            Item::Total(total) => self.total(total),
        }
    }

    /// The facts so far.
    pub(super) fn so_far(&self) -> Chronicle {
        let mut chronicle = self.chronicle.clone();
        complete(&mut chronicle, self.covered(), &self.repeated_ids);
        chronicle
    }

    /// The facts, and what is wrong with them in the order of the file.
    pub(super) fn finish(mut self) -> (Chronicle, Vec<Problem>) {
        self.need_source();
        let covers = self.covered();
        self.check_covers();
        let Self { mut chronicle, mut problems, .. } = self;
        chronicle.trips.shrink_to_fit();
        complete(&mut chronicle, covers, &self.repeated_ids);
        for (problem, trip) in self.problem_trips {
            if let (Some(problem), Some(trip)) = (problems.get_mut(problem), chronicle.trips.get(trip)) {
                problem.trips.push(trip.id(&chronicle).into_owned());
            }
        }
        (chronicle, problems)
    }

    fn add_source(&mut self, Located { value, offset }: &Located<schema::Source>) {
        let offset = *offset;
        let index = SourceIndex::new(self.chronicle.sources.len());
        let id = one_line(&value.id).into_owned();
        if self.sources.contains_key(&id) {
            let message = format!("there are two sources with the id {}", quote(&value.id));
            let problem = Problem::error(ProblemCode::DuplicateId, message).help("give each an id of its own");
            self.report(problem, offset, "id", &value.id);
            return;
        }
        self.sources.insert(id.clone(), index);
        self.covers.push((index, Located { value: value.covers.clone(), offset }));
        self.chronicle.sources.push(Source {
            name: value.name.as_deref().map_or_else(|| id.clone(), |name| one_line(name).into_owned()),
            id,
            citation: one_line(&value.citation).into_owned(),
            covers: Covers::default(),
            file: 0,
        });
    }

    /// A file that lists no source is one itself.
    fn need_source(&mut self) {
        if self.chronicle.sources.is_empty() {
            self.chronicle.sources.push(Source::unlisted());
        }
    }

    fn add_country(&mut self, Located { value, offset }: &Located<schema::Country>) {
        let offset = *offset;
        let name = one_line(&value.name).trim().to_owned();
        if name.is_empty() {
            self.missing_country(offset, "name", &value.name);
            return;
        }
        if self.countries.contains_key(&name) {
            self.report(listed_twice(ProblemCode::DuplicateCountry, &name), offset, "name", &value.name);
            return;
        }
        let index = CountryIndex::new(self.chronicle.countries.len());
        self.countries.insert(name.clone(), index);
        let also: Vec<String> = value.also.iter().map(|name| one_line(name).trim().to_owned()).collect();
        if let Some(state) = KnownCountry::today(&name) {
            self.listed_states.entry(&state.name).or_insert(index);
        }
        for other in also.iter().filter(|name| !name.is_empty()) {
            self.countries.entry(other.clone()).or_insert(index);
        }
        let group = value.group.as_deref().map(one_line);
        let group = group.as_deref().map(str::trim).filter(|group| !group.is_empty());
        let group = group.map(|group| self.chronicle.group_named(group));
        self.chronicle.countries.push(Country {
            also,
            link: value.link.as_deref().map(|link| one_line(link).into_owned()),
            flag: value.flag.as_deref().map_or_else(|| Country::flag_of(&name), |flag| one_line(flag).into_owned()),
            name,
            state: value.state.as_ref().map(|dates| dates.0.clone()),
            today: value.today.as_deref().map(|today| one_line(today).into_owned()),
            group,
            continent: None,
        });
        self.listed_countries = self.chronicle.countries.len();
    }

    fn event(&mut self, Located { value, offset }: &Located<schema::Event<'_>>) {
        let offset = *offset;
        let Some(source) = self.source(value.source.as_deref(), offset) else {
            return;
        };
        let Some(country) = self.country(&value.country, offset, "country") else {
            return;
        };
        self.chronicle.events.push(Event {
            kind: value.kind,
            country,
            when: value.dates.as_ref().map(|dates| dates.0.clone()),
            title: one_line(&value.title).into_owned(),
            by: one_line(&value.by).into_owned(),
            place: one_line(&value.place).into_owned(),
            source,
            verbatim: value.verbatim.as_deref().map(|words| lines(words).into_owned()),
            inferred: value.inferred.as_deref().map(|words| lines(words).into_owned()),
            details: lines(&value.details).into_owned(),
            offset,
        });
    }

    fn total(&mut self, Located { value, offset }: &Located<schema::Total>) {
        let offset = *offset;
        let claim = match (value.visits, value.more_than) {
            (Some(visits), None) => Claim::Exactly(visits),
            (None, Some(visits)) => Claim::MoreThan(visits),
            (None, None) | (Some(_), Some(_)) => {
                let message = "a total needs either `visits` or `more_than`";
                let problem = Problem::error(ProblemCode::BadTotal, message).help("expected exactly one of the two");
                self.report(problem, offset, "visits", "");
                return;
            }
        };
        let Some(source) = self.source(Some(&value.source), offset) else {
            return;
        };
        let Some(country) = self.country(&value.country, offset, "country") else {
            return;
        };
        self.chronicle.totals.push(Total {
            source,
            country,
            claim,
            verbatim: value.verbatim.as_deref().map(|words| lines(words).into_owned()),
            offset,
        });
    }

    /// A country or traveller that no trip, event or total names can be left out of what a source covers: it changes nothing. But it
    /// may be misspelt.
    fn check_covers(&mut self) {
        for (_, Located { value, offset }) in &std::mem::take(&mut self.covers) {
            for name in value.countries.iter().flatten() {
                if !self.countries.contains_key(one_line(name).trim()) {
                    self.warn_of_misspelling(name, *offset, "countries");
                }
            }
            for name in value.travellers.iter().flatten() {
                let known = self.chronicle.travellers.iter().map(|traveller| traveller.name.as_str());
                if self.known_traveller(one_line(name).trim()).is_none()
                    && let Some(problem) = misspelling(ProblemCode::UnlistedTraveller, name, "travellers", known)
                {
                    self.report(problem, *offset, "travellers", name);
                }
            }
        }
    }

    /// What the sources cover of the countries known so far.
    fn covered(&self) -> Vec<(SourceIndex, Covers)> {
        let country = |name: &String| self.countries.get(one_line(name).trim()).copied();
        let traveller = |name: &String| self.known_traveller(one_line(name).trim());
        let covers = |covers: &schema::Covers| Covers {
            // An empty list is a limit too: such a source speaks of no country.
            countries: covers.countries.as_ref().map(|names| names.iter().filter_map(country).collect()),
            travellers: covers.travellers.as_ref().map(|names| names.iter().filter_map(traveller).collect()),
            period: covers.period.as_ref().map(|dates| period(&dates.0)),
        };
        self.covers.iter().map(|(source, Located { value, .. })| (*source, covers(value))).collect()
    }

    /// The source with this id; the only one where none is named.
    fn source(&mut self, id: Option<&str>, offset: usize) -> Option<SourceIndex> {
        self.need_source();
        let ids = || {
            let mut ids: Vec<&str> = self.sources.keys().map(String::as_str).collect();
            ids.sort_unstable();
            ids
        };
        let (code, message, help) = match id {
            None if self.chronicle.sources.len() == 1 => return Some(SourceIndex::new(0)),
            None => {
                let ids: Vec<_> = ids().into_iter().map(|id| format!("source: \"{id}\"")).collect();
                let message = "this names no source, and the file has several".to_owned();
                (ProblemCode::MissingSource, message, format!("add {}", ids.join(" or ")))
            }
            Some(id) => match self.sources.get(&*one_line(id)) {
                Some(&source) => return Some(source),
                None if self.sources.is_empty() => {
                    let message = format!("there is no source {}, as the file lists none", quote(id));
                    (ProblemCode::UnknownSource, message, "leave `source` out, or add sources: [ … ]".to_owned())
                }
                None => {
                    let message = format!("there is no source {}", quote(id));
                    (ProblemCode::UnknownSource, message, suggest::help(id, ids()))
                }
            },
        };
        self.report(Problem::error(code, message).help(help), offset, "source", id.unwrap_or_default());
        None
    }

    /// The country of this name, which is added if the file does not list it.
    fn country(&mut self, name: &str, offset: usize, field: &str) -> Option<CountryIndex> {
        let clean = one_line(name);
        let trimmed = clean.trim();
        if trimmed.is_empty() {
            self.missing_country(offset, field, name);
            return None;
        }
        if let Some(&index) = self.countries.get(trimmed) {
            return Some(index);
        }
        // A state of today that the file lists under another of its names.
        let listed = KnownCountry::today(trimmed).and_then(|state| self.listed_states.get(state.name.as_str()));
        if let Some(&index) = listed {
            self.countries.insert(trimmed.to_owned(), index);
            return Some(index);
        }
        self.warn_of_misspelling(name, offset, field);
        let index = CountryIndex::new(self.chronicle.countries.len());
        self.countries.insert(trimmed.to_owned(), index);
        self.chronicle.countries.push(Country {
            name: trimmed.to_owned(),
            also: Vec::new(),
            link: None,
            flag: Country::flag_of(trimmed),
            state: None,
            today: None,
            group: None,
            continent: None,
        });
        Some(index)
    }

    fn warn_of_misspelling(&mut self, name: &str, offset: usize, field: &str) {
        let listed = self.chronicle.countries.iter().take(self.listed_countries);
        let listed = listed.map(|country| country.name.as_str());
        if let Some(problem) = misspelling(ProblemCode::UnlistedCountry, name, "countries", listed) {
            self.report(problem, offset, field, name);
        }
    }

    fn missing_country(&mut self, offset: usize, field: &str, value: &str) {
        let problem = Problem::error(ProblemCode::MissingCountry, "the name of the country is empty")
            .help("expected the name of a country, such as \"China\"");
        self.report(problem, offset, field, value);
    }

    /// Adds a problem at the quoted text given to a field of the item that begins at `offset`.
    fn report(&mut self, problem: Problem, offset: usize, field: &str, value: &str) {
        let place = self.text.place_of(offset, field, value);
        self.problems.push(problem.at(place));
    }
}

/// A name that is not in a list of the file may well be meant, unless it is nearly one that is.
fn misspelling<'a>(
    code: ProblemCode,
    name: &str,
    list: &str,
    listed: impl Iterator<Item = &'a str>,
) -> Option<Problem> {
    let nearest = suggest::nearest(name, listed)?;
    let message = format!("{} is not among the {list}", quote(name));
    let help = format!("did you mean `{nearest}`? If not, add it to `{list}`");
    Some(Problem::warning(code, message).help(help))
}

/// The problem with a name that comes again in a list of the file.
fn listed_twice(code: ProblemCode, name: &str) -> Problem {
    let message = format!("{} is listed twice; the first one is used", quote(name));
    Problem::error(code, message).help("leave one out")
}

/// Adds what follows from all countries and trips together.
pub(super) fn complete(chronicle: &mut Chronicle, covers: Vec<(SourceIndex, Covers)>, repeated_ids: &[usize]) {
    for (source, covers) in covers {
        if let Some(source) = chronicle.sources.get_mut(source.position()) {
            source.covers = covers;
        }
    }
    let continents: Vec<_> = chronicle.countries.iter().map(Country::known_continent).collect();
    let continents: Vec<_> = continents.into_iter().map(|continent| Some(chronicle.group_named(continent?))).collect();
    for (country, continent) in chronicle.countries.iter_mut().zip(continents) {
        country.continent = continent;
    }
    id::number(chronicle, repeated_ids);
    let confirmed = chronicle.trips.iter().filter(|trip| trip.status == TripStatus::Confirmed);
    chronicle.confirmed = confirmed.map(Trip::possible).reduce(Span::hull);
    chronicle.statuses = chronicle.trips.iter().map(|trip| trip.status).collect();
    let accounts = chronicle.trips.iter().flat_map(Trip::accounts);
    chronicle.inexact = accounts.map(|account| account.when.inexact()).fold(Inexact::default(), Inexact::and);
    chronicle.summaries = Summaries::new(&chronicle.trips, chronicle.countries.len());
}

/// The days of a period; one with an open end goes on to the end of the calendar.
fn period(when: &When) -> Span {
    let (possible, open) = (when.possible(), when.open_ends());
    let start = if open.start { Day::MIN } else { possible.start() };
    let end = if open.end { Day::END } else { possible.end() };
    Span::new(start, end).unwrap_or(possible)
}
