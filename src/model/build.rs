//! From what a file says to what it means: ids become indices, short forms become whole ones.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::{
    Account, Chronicle, Claim, Country, CountryIndex, Covers, Event, EventKind, Kind, Leader, Source, SourceIndex,
    Status, Total, Trip,
};
use crate::data::{self, Located, Problem, SourceText, quote, suggest, wire};
use crate::time::{Day, Span, When};

/// A file as the rest of the program works with it.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// What the file means.
    pub chronicle: Chronicle,
    /// Its text: the offsets in the chronicle are places in it.
    pub text: SourceText,
    /// What is wrong with it, in the order of the file.
    pub problems: Vec<Problem>,
}

/// Reads and builds; never fails.
#[must_use]
pub fn load(text: String) -> Loaded {
    let (file, read_problems) = data::read(text);
    let mut loaded = build(file);
    loaded.problems.extend(read_problems);
    loaded.problems.sort_by_key(Problem::order);
    loaded
}

/// What a file means, with the problems that only show once its parts are put together.
///
/// Trips and accounts that cannot be placed are left out, each with a problem.
#[must_use]
pub fn build(file: data::File) -> Loaded {
    let mut builder = Builder::new(&file.text);
    builder.chronicle.title = file.title.unwrap_or_default();
    let covers = builder.sources(file.sources);
    builder.countries(file.countries);
    let given_ids = file.trips.iter().filter_map(|trip| given_id(&trip.value));
    builder.ids = given_ids.map(|id| (id.to_owned(), 1)).collect();
    for trip in file.trips {
        builder.trip(trip);
    }
    for event in file.events {
        builder.event(event);
    }
    for total in file.totals {
        builder.total(total);
    }
    builder.covers(covers);
    let Builder { chronicle, mut problems, .. } = builder;
    problems.sort_by_key(Problem::order);
    Loaded { chronicle, text: file.text, problems }
}

struct Builder<'a> {
    text: &'a SourceText,
    chronicle: Chronicle,
    sources: BTreeMap<String, SourceIndex>,
    countries: BTreeMap<String, CountryIndex>,
    /// How many of [`Chronicle::countries`] the file lists itself.
    listed_countries: usize,
    /// Trip ids in use, and the last number that was put behind each to tell repeats apart.
    ids: BTreeMap<String, usize>,
    /// Those of them that the trips built so far gave themselves.
    own_ids: BTreeSet<String>,
    problems: Vec<Problem>,
}

impl<'a> Builder<'a> {
    fn new(text: &'a SourceText) -> Self {
        Self {
            text,
            chronicle: Chronicle::default(),
            sources: BTreeMap::new(),
            countries: BTreeMap::new(),
            listed_countries: 0,
            ids: BTreeMap::new(),
            own_ids: BTreeSet::new(),
            problems: Vec::new(),
        }
    }

    /// Adds the sources. What they cover has to wait until all countries are known.
    fn sources(&mut self, sources: Vec<Located<wire::Source>>) -> Vec<(SourceIndex, Located<wire::Covers>)> {
        let mut covers = Vec::new();
        for Located { value, offset } in sources {
            let index = SourceIndex::new(self.chronicle.sources.len());
            match self.sources.entry(value.id.clone()) {
                Entry::Occupied(_) => {
                    let message = format!("there are two sources with the id {}", quote(&value.id));
                    self.problem("duplicate-id", message, "give each an id of its own", offset, ("id", &value.id));
                    continue;
                }
                Entry::Vacant(entry) => _ = entry.insert(index),
            }
            covers.push((index, Located { value: value.covers, offset }));
            self.chronicle.sources.push(Source {
                name: value.name.unwrap_or_else(|| value.id.clone()),
                id: value.id,
                citation: value.citation,
                covers: Covers::default(),
            });
        }
        if self.chronicle.sources.is_empty() {
            self.chronicle.sources.push(Source {
                id: "file".to_owned(),
                name: "File".to_owned(),
                citation: String::new(),
                covers: Covers::default(),
            });
        }
        covers
    }

    fn countries(&mut self, countries: Vec<Located<wire::Country>>) {
        for Located { value, offset } in countries {
            let name = value.name.trim().to_owned();
            if name.is_empty() {
                self.missing_country(offset, ("name", &value.name));
                continue;
            }
            let index = CountryIndex::new(self.chronicle.countries.len());
            match self.countries.entry(name.clone()) {
                Entry::Occupied(_) => {
                    let message = format!("{} is listed twice; the first one is used", quote(&name));
                    self.problem("duplicate-country", message, "leave one out", offset, ("name", &value.name));
                    continue;
                }
                Entry::Vacant(entry) => _ = entry.insert(index),
            }
            self.chronicle.countries.push(Country {
                name,
                flag: value.flag,
                state: value.state.map(|dates| dates.0),
                today: value.today,
            });
        }
        self.listed_countries = self.chronicle.countries.len();
    }

    fn trip(&mut self, Located { value, offset }: Located<wire::Trip>) {
        if value.country.trim().is_empty() {
            self.missing_country(offset, ("country", &value.country));
            return;
        }
        let first_problem = self.problems.len();
        let given_id = given_id(&value).map(str::to_owned);
        let country_name = value.country.clone();
        let (kind, status) = (kind(value.kind), status(value.status));
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
        self.chronicle.trips.extend(Trip::new(id, country, kind, status, accounts, offset));
    }

    /// What each source says, the short form written out as the single account it stands for.
    fn accounts(&mut self, trip: wire::Trip, offset: usize) -> Vec<Account> {
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

    fn short_form(&mut self, trip: wire::Trip, offset: usize) -> Option<Account> {
        let Some(dates) = trip.dates else {
            let help = "add dates: \"1956-06-01/1956-06-06\", or accounts: [ … ]";
            self.problem("missing-date", "this trip has no dates", help, offset, ("dates", ""));
            return None;
        };
        let source = self.source(trip.source.as_deref(), offset)?;
        let account = wire::Account {
            source: String::new(),
            dates,
            verbatim: trip.verbatim,
            inferred: trip.inferred,
            places: trip.places,
            leaders: trip.leaders,
            details: trip.details,
        };
        Some(self.account(source, account, offset))
    }

    fn account(&mut self, source: SourceIndex, account: wire::Account, offset: usize) -> Account {
        let mut leaders = Vec::new();
        for leader in account.leaders {
            if leader.name.trim().is_empty() && leader.office.trim().is_empty() {
                let help = "expected (name: \"…\", office: \"…\"), or one of the two";
                self.problem(
                    "empty-leader",
                    "a leader has neither name nor office",
                    help,
                    offset,
                    ("name", &leader.name),
                );
            } else {
                leaders.push(Leader { name: leader.name, office: leader.office });
            }
        }
        Account {
            source,
            when: account.dates.0,
            verbatim: account.verbatim,
            inferred: account.inferred,
            places: account.places,
            leaders,
            details: account.details,
        }
    }

    fn event(&mut self, Located { value, offset }: Located<wire::Event>) {
        let Some(source) = self.source(value.source.as_deref(), offset) else {
            return;
        };
        let Some(country) = self.country(&value.country, offset, "country") else {
            return;
        };
        self.chronicle.events.push(Event {
            kind: event_kind(value.kind),
            country,
            when: value.dates.map(|dates| dates.0),
            title: value.title,
            by: value.by,
            place: value.place,
            source,
            verbatim: value.verbatim,
            inferred: value.inferred,
            details: value.details,
            offset,
        });
    }

    fn total(&mut self, Located { value, offset }: Located<wire::Total>) {
        let claim = match (value.visits, value.more_than) {
            (Some(visits), None) => Claim::Exactly(visits),
            (None, Some(visits)) => Claim::MoreThan(visits),
            (None, None) | (Some(_), Some(_)) => {
                let message = "a total needs either `visits` or `more_than`";
                self.problem("bad-total", message, "expected exactly one of the two", offset, ("visits", ""));
                return;
            }
        };
        let Some(source) = self.source(Some(&value.source), offset) else {
            return;
        };
        let Some(country) = self.country(&value.country, offset, "country") else {
            return;
        };
        self.chronicle.totals.push(Total { source, country, claim, verbatim: value.verbatim, offset });
    }

    /// A country that no trip, event or total names can be left out of what a source covers: it changes nothing.
    fn covers(&mut self, covers: Vec<(SourceIndex, Located<wire::Covers>)>) {
        for (index, Located { value, offset }) in covers {
            let period = value.period.map(|dates| period(&dates.0));
            let mut countries = None;
            for name in value.countries.into_iter().flatten() {
                let known: &mut Vec<CountryIndex> = countries.get_or_insert_default();
                match self.countries.get(name.trim()) {
                    Some(&country) => known.push(country),
                    None => self.warn_of_misspelling(&name, offset, "countries"),
                }
            }
            if let Some(source) = self.chronicle.sources.get_mut(index.position()) {
                source.covers = Covers { countries, period };
            }
        }
    }

    /// The source with this id; the only one where none is named.
    fn source(&mut self, id: Option<&str>, offset: usize) -> Option<SourceIndex> {
        let ids = || self.sources.keys().map(String::as_str);
        let (code, message, help) = match id {
            None if self.chronicle.sources.len() == 1 => return Some(SourceIndex::new(0)),
            None => {
                let ids: Vec<_> = ids().map(|id| format!("source: \"{id}\"")).collect();
                let message = "this names no source, and the file has several".to_owned();
                ("missing-source", message, format!("add {}", ids.join(" or ")))
            }
            Some(id) => match self.sources.get(id) {
                Some(&source) => return Some(source),
                None if self.sources.is_empty() => {
                    let message = format!("there is no source {}, as the file lists none", quote(id));
                    ("unknown-source", message, "leave `source` out, or add sources: [ … ]".to_owned())
                }
                None => {
                    let message = format!("there is no source {}", quote(id));
                    ("unknown-source", message, suggest::help(id, ids().collect::<Vec<_>>()))
                }
            },
        };
        self.problem(code, message, help, offset, ("source", id.unwrap_or_default()));
        None
    }

    /// The country of this name, which is added if the file does not list it.
    fn country(&mut self, name: &str, offset: usize, field: &str) -> Option<CountryIndex> {
        let trimmed = name.trim();
        if trimmed.is_empty() {
            self.missing_country(offset, (field, name));
            return None;
        }
        if let Some(&index) = self.countries.get(trimmed) {
            return Some(index);
        }
        self.warn_of_misspelling(name, offset, field);
        let index = CountryIndex::new(self.chronicle.countries.len());
        self.countries.insert(trimmed.to_owned(), index);
        self.chronicle.countries.push(Country { name: trimmed.to_owned(), flag: None, state: None, today: None });
        Some(index)
    }

    /// A name that is not listed may well be meant, unless it is nearly one that is.
    fn warn_of_misspelling(&mut self, name: &str, offset: usize, field: &str) {
        let listed = self.chronicle.countries.iter().take(self.listed_countries);
        if let Some(nearest) = suggest::nearest(name, listed.map(|country| country.name.as_str())) {
            let problem = Problem::warning("unlisted-country", format!("{} is not among the countries", quote(name)))
                .help(format!("did you mean `{nearest}`? If not, add it to `countries`"))
                .at(self.text.place_of(offset, field, name));
            self.problems.push(problem);
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

    fn missing_country(&mut self, offset: usize, value: (&str, &str)) {
        let help = "expected the name of a country, such as \"China\"";
        self.problem("missing-country", "the name of the country is empty", help, offset, value);
    }

    /// Reports an error at the quoted text given to a field of the item that begins at `offset`.
    fn problem(
        &mut self,
        code: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
        offset: usize,
        (field, value): (&str, &str),
    ) {
        let place = self.text.place_of(offset, field, value);
        self.problems.push(Problem::error(code, message).help(help).at(place));
    }
}

fn given_id(trip: &wire::Trip) -> Option<&str> {
    trip.id.as_deref().map(str::trim).filter(|id| !id.is_empty())
}

/// Lower case, with one `-` for whatever is neither letter nor digit: `Soviet Union` gives `soviet-union`.
fn slug(name: &str) -> String {
    let words: Vec<_> = name.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-").to_lowercase()
}

/// The days of a period; one with an open end goes on to the end of the calendar.
fn period(when: &When) -> Span {
    let (possible, open) = (when.possible(), when.open_ends());
    let start = if open.start { Day::MIN } else { possible.start() };
    let end = if open.end { Day::END } else { possible.end() };
    Span::new(start, end).unwrap_or(possible)
}

fn kind(kind: wire::Kind) -> Kind {
    match kind {
        wire::Kind::StateVisit => Kind::StateVisit,
        wire::Kind::OfficialVisit => Kind::OfficialVisit,
        wire::Kind::Congress => Kind::Congress,
        wire::Kind::Treaty => Kind::Treaty,
        wire::Kind::Celebration => Kind::Celebration,
        wire::Kind::Funeral => Kind::Funeral,
        wire::Kind::Unspecified => Kind::Unspecified,
    }
}

fn status(status: wire::Status) -> Status {
    match status {
        wire::Status::Confirmed => Status::Confirmed,
        wire::Status::Rumoured => Status::Rumoured,
        wire::Status::Transit => Status::Transit,
        wire::Status::Cancelled => Status::Cancelled,
    }
}

fn event_kind(kind: wire::EventKind) -> EventKind {
    match kind {
        wire::EventKind::Honour => EventKind::Honour,
        wire::EventKind::Gift => EventKind::Gift,
        wire::EventKind::Plaque => EventKind::Plaque,
        wire::EventKind::Received => EventKind::Received,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCES: &str = "sources: [(id: \"list\"), (id: \"album\", name: \"Album\")],";

    /// The codes of a file's problems, with the ids of the trips they are about.
    fn problems(text: &str) -> String {
        let problem = |problem: &Problem| {
            let place = problem.place.as_ref().unwrap();
            format!("{}:{} {} {}\n", place.line, place.column, problem.code, problem.trips.join(" "))
        };
        load(text.to_owned()).problems.iter().map(problem).collect()
    }

    fn ids(text: &str) -> Vec<String> {
        load(text.to_owned()).chronicle.trips.into_iter().map(|trip| trip.id).collect()
    }

    #[test]
    fn the_default_data_is_sound() {
        let Loaded { chronicle, problems, .. } = load(include_str!("../../data.ron").to_owned());
        let accounts: usize = chronicle.trips.iter().map(|trip| trip.accounts().len()).sum();
        assert_eq!(problems, []);
        assert_eq!((chronicle.trips.len(), accounts), (52, 60));
        assert_eq!((chronicle.events.len(), chronicle.totals.len()), (49, 16));
        assert_eq!(chronicle.trips[0].id, "1949-02-22-soviet-union");
        let soviet_union = CountryIndex::new(0);
        assert_eq!(chronicle.sources[1].covers.countries.as_deref(), Some([soviet_union].as_slice()));
        assert_eq!(chronicle.sources[0].covers, Covers::default());
    }

    #[test]
    fn a_file_with_one_source_needs_no_ceremony() {
        let text =
            "(trips: [(country: \" China \", dates: \"1956\", places: [\"Beijing\"], leaders: [(name: \"x\")])])";
        let Loaded { chronicle, problems, .. } = load(text.to_owned());
        assert_eq!(problems, []);
        let account = &chronicle.trips[0].accounts()[0];
        assert_eq!((account.places[0].as_str(), account.leaders[0].name.as_str()), ("Beijing", "x"));
        assert_eq!(chronicle.source(account.source).name, "File");
        assert_eq!(chronicle.country(chronicle.trips[0].country).name, "China");
    }

    #[test]
    fn ids_are_made_of_day_and_country_and_told_apart() {
        let trip = |id: &str, dates: &str, country: &str| format!("({id}dates: \"{dates}\", country: \"{country}\"),");
        let text = [
            trip("", "1956-06/1956-07", "Côte d'Ivoire"),
            trip("", "1956-06-01", "Côte d'Ivoire"),
            trip("", "1956-06-01", "Côte-d’Ivoire"),
            trip("", "1956", "中国"),
            trip("id: \"1956-01-01-中国\", ", "1960", "China"),
            trip("id: \"a\", ", "1960", "China"),
            trip("id: \"a\", ", "1960", "China"),
            trip("id: \"a-2\", ", "1960", "China"),
        ];
        let text = format!("(trips: [{}])", text.concat());
        let expected = [
            "1956-06-01-côte-d-ivoire",
            "1956-06-01-côte-d-ivoire-2",
            "1956-06-01-côte-d-ivoire-3",
            "1956-01-01-中国-2",
            "1956-01-01-中国",
            "a",
            "a-3",
            "a-2",
        ];
        assert_eq!(ids(&text), expected);
        assert!(problems(&text).ends_with(" duplicate-id a-3\n"));
    }

    #[test]
    fn every_trip_that_cannot_be_placed_is_named() {
        let check = |trip: &str, expected: &str, kept: usize| {
            let text =
                format!("(\n{SOURCES}\ntrips: [\n{trip},\n(country: \"Cuba\", dates: \"1990\", source: \"list\")])");
            assert_eq!((problems(&text).as_str(), ids(&text).len()), (expected, kept + 1), "{text}");
        };
        check(r#"(country: "A", source: "list")"#, "4:1 missing-date \n", 0);
        check(r#"(country: "A", source: "list", accounts: [])"#, "4:1 missing-date \n", 0);
        check(r#"(country: " ", source: "list", dates: "1956")"#, "4:11 missing-country \n", 0);
        check(r#"(country: "A", source: "lst", dates: "1956")"#, "4:24 unknown-source \n", 0);
        check(r#"(country: "A", dates: "1956")"#, "4:1 missing-source \n", 0);
        check(
            r#"(country: "A", accounts: [(source: "list", dates: "1956"), (source: "albun", dates: "1956")])"#,
            "4:69 unknown-source 1956-01-01-a\n",
            1,
        );
        check(
            r#"(country: "A", details: "x", accounts: [(source: "list", dates: "1956")])"#,
            "4:1 mixed-form 1956-01-01-a\n",
            1,
        );
        check(
            r#"(country: "A", source: "list", dates: "1956", leaders: [(), (name: "x")])"#,
            "4:1 empty-leader 1956-01-01-a\n",
            1,
        );
    }

    #[test]
    fn help_names_what_was_meant() {
        let check = |text: &str, code: &str, help: &str| {
            let problems = load(format!("({SOURCES} {text})")).problems;
            let found: Vec<_> = problems.iter().map(|problem| (problem.code, problem.help.as_deref())).collect();
            assert_eq!(found, [(code, Some(help))], "{text}");
        };
        let trip = "country: \"China\", dates: \"1956\"";
        check(&format!("trips: [({trip}, source: \"albun\")]"), "unknown-source", "did you mean `album`?");
        check(&format!("trips: [({trip}, source: \"book\")]"), "unknown-source", "expected one of `album`, `list`");
        check(&format!("trips: [({trip})]"), "missing-source", "add source: \"album\" or source: \"list\"");
        check(
            &format!("countries: [(name: \"Chna\")], trips: [({trip}, source: \"list\")]"),
            "unlisted-country",
            "did you mean `Chna`? If not, add it to `countries`",
        );
    }

    #[test]
    fn lists_are_checked_too() {
        insta::assert_snapshot!(problems(
            "(
sources: [(id: \"a\", covers: (countries: [\"Chinna\", \"Nowhere\"], period: \"1950/..\")), (id: \"a\")],
countries: [(name: \"China\"), (name: \"China\"), (name: \"\")],
events: [
(kind: gift, country: \"\", title: \"x\"),
(kind: gift, country: \"China\", title: \"x\", source: \"b\"),
],
totals: [
(source: \"a\", country: \"China\"),
(source: \"a\", country: \"China\", visits: 1, more_than: 1),
(source: \"a\", country: \"\", visits: 1),
(source: \"b\", country: \"China\", visits: 1),
(source: \"a\", country: \"China\", visits: 1),
])"
        ), @r#"
        2:11 unlisted-country 
        2:90 duplicate-id 
        3:37 duplicate-country 
        3:54 missing-country 
        5:23 missing-country 
        6:52 unknown-source 
        9:1 bad-total 
        10:1 bad-total 
        11:24 missing-country 
        12:10 unknown-source
        "#);
    }

    #[test]
    fn a_period_with_an_open_end_goes_on() {
        let days = |text: &str| period(&When::parse(text).unwrap());
        assert_eq!(days("1950/..").end(), Day::END);
        assert_eq!(days("/1950").start(), Day::MIN);
        assert_eq!(days("1950/1951"), Span::of_years(1950, 1951).unwrap());
    }
}
