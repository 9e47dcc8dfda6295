//! From what a file says to what it means: ids become indices, short forms become whole ones.

mod one_line;
mod trips;
mod words;

#[cfg(test)]
mod tests;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use one_line::{lines, one_line};

use super::{
    Chronicle, Claim, Country, CountryIndex, Covers, Event, Findings, Source, SourceIndex, Total, TravellerIndex,
};
use crate::data::{Fingerprint, Item, Items, Located, Problem, SourceText, quote, suggest, wire};
use crate::time::{Day, Span, When};

/// A file as the rest of the program works with it.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// What the file means.
    pub chronicle: Chronicle,
    /// Its text: the offsets in the chronicle are places in it.
    pub text: SourceText,
    /// The fingerprint of this text.
    pub fingerprint: Fingerprint,
    /// What is wrong with it, in the order of the file.
    pub problems: Vec<Problem>,
    /// Where its sources contradict each other or themselves.
    pub findings: Findings,
    /// How many trips of the file are not in the chronicle, for one of these problems.
    pub trips_left_out: usize,
}

/// Reads and builds; never fails.
#[must_use]
pub fn load(text: String) -> Loaded {
    let fingerprint = Fingerprint::of(&text);
    let text = SourceText::new(text);
    let built = build(&text);
    Loaded { text, fingerprint, ..built }
}

/// What a file says, each list in the order of the file.
#[derive(Default)]
struct Lists<'a> {
    title: String,
    sources: Vec<Located<wire::Source>>,
    countries: Vec<Located<wire::Country>>,
    trips: Vec<Located<wire::Trip<'a>>>,
    /// How many trips the text holds, read or not.
    trip_count: usize,
    events: Vec<Located<wire::Event<'a>>>,
    totals: Vec<Located<wire::Total>>,
    problems: Vec<Problem>,
}

impl<'a> Lists<'a> {
    fn read(text: &'a SourceText) -> Self {
        let mut lists = Self::default();
        let mut items = Items::new(text);
        for item in &mut items {
            match item {
                Item::Title(title) => lists.title = title,
                Item::Source(source) => lists.sources.push(source),
                Item::Country(country) => lists.countries.push(country),
                Item::Trip(trip) => lists.trips.push(trip),
                Item::Event(event) => lists.events.push(event),
                Item::Total(total) => lists.totals.push(total),
            }
        }
        (lists.problems, lists.trip_count) = items.finish();
        lists
    }
}

/// What a file means, with the problems that only show once its parts are put together.
///
/// Trips and accounts that cannot be placed are left out, each with a problem.
fn build(text: &SourceText) -> Loaded {
    let file = Lists::read(text);
    let mut builder = Builder::new(text);
    builder.chronicle.title = one_line(file.title);
    let covers = builder.sources(file.sources);
    builder.countries(file.countries);
    let given_ids = file.trips.iter().filter_map(|trip| trips::given_id(&trip.value));
    builder.ids = given_ids.map(|id| (id, 1)).collect();
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
    problems.extend(file.problems);
    problems.sort_by_key(Problem::order);
    let trips_left_out = file.trip_count.saturating_sub(chronicle.trips.len());
    let findings = Findings::new(&chronicle, text);
    Loaded { chronicle, problems, findings, trips_left_out, ..Loaded::default() }
}

struct Builder<'a> {
    text: &'a SourceText,
    chronicle: Chronicle,
    sources: BTreeMap<String, SourceIndex>,
    countries: BTreeMap<String, CountryIndex>,
    travellers: BTreeMap<String, TravellerIndex>,
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
            travellers: BTreeMap::new(),
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
            let id = one_line(value.id.clone());
            match self.sources.entry(id.clone()) {
                Entry::Occupied(_) => {
                    let message = format!("there are two sources with the id {}", quote(&value.id));
                    self.problem("duplicate-id", message, "give each an id of its own", offset, ("id", &value.id));
                    continue;
                }
                Entry::Vacant(entry) => _ = entry.insert(index),
            }
            covers.push((index, Located { value: value.covers, offset }));
            self.chronicle.sources.push(Source {
                name: value.name.map_or_else(|| id.clone(), one_line),
                id,
                citation: one_line(value.citation),
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
            let name = one_line(value.name.clone()).trim().to_owned();
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
                flag: value.flag.map_or_else(|| trips::slug(&name), one_line),
                name,
                state: value.state.map(|dates| dates.0),
                today: value.today.map(one_line),
            });
        }
        self.listed_countries = self.chronicle.countries.len();
    }

    fn event(&mut self, Located { value, offset }: Located<wire::Event<'_>>) {
        let Some(source) = self.source(value.source.as_deref(), offset) else {
            return;
        };
        let Some(country) = self.country(&value.country, offset, "country") else {
            return;
        };
        self.chronicle.events.push(Event {
            kind: value.kind.into(),
            country,
            when: value.dates.map(|dates| dates.0),
            title: one_line(value.title.into()),
            by: one_line(value.by.into()),
            place: one_line(value.place.into()),
            source,
            verbatim: value.verbatim.map(|text| lines(text.into())),
            inferred: value.inferred.map(|text| lines(text.into())),
            details: lines(value.details.into()),
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
        self.chronicle.totals.push(Total { source, country, claim, verbatim: value.verbatim.map(lines), offset });
    }

    /// A country that no trip, event or total names can be left out of what a source covers: it changes nothing.
    fn covers(&mut self, covers: Vec<(SourceIndex, Located<wire::Covers>)>) {
        for (index, Located { value, offset }) in covers {
            let period = value.period.map(|dates| period(&dates.0));
            // An empty list is a limit too: such a source speaks of no country.
            let mut countries = value.countries.is_some().then(Vec::new);
            for name in value.countries.into_iter().flatten() {
                match self.countries.get(one_line(name.clone()).trim()) {
                    Some(&country) => countries.get_or_insert_default().push(country),
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
            Some(id) => match self.sources.get(&one_line(id.to_owned())) {
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
        let clean = one_line(name.to_owned());
        let trimmed = clean.trim();
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
        self.chronicle.countries.push(Country {
            name: trimmed.to_owned(),
            flag: trips::slug(trimmed),
            state: None,
            today: None,
        });
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

/// The days of a period; one with an open end goes on to the end of the calendar.
fn period(when: &When) -> Span {
    let (possible, open) = (when.possible(), when.open_ends());
    let start = if open.start { Day::MIN } else { possible.start() };
    let end = if open.end { Day::END } else { possible.end() };
    Span::new(start, end).unwrap_or(possible)
}
