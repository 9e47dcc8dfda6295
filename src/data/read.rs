//! Reads a file item by item, so that one bad trip never hides the others.

use std::collections::BTreeSet;
use std::ops::Range;

use ron::extensions::Extensions;
use serde::de::{DeserializeOwned, IgnoredAny};

use super::explain::{Broken, unclosed_comment};
use super::problem::quote;
use super::split::{End, Fault, Piece, Pieces};
use super::{Problem, SourceText, suggest, wire};

/// What a file can hold.
const FIELDS: &[&str] = &["title", "sources", "countries", "trips", "events", "totals"];

/// After this many broken pieces the search for the next whole one no longer reads on to the end of the text.
const PATIENT_RECOVERIES: usize = 16;

/// A value and where it stands.
#[derive(Debug)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where its text begins, in bytes of [`File::text`].
    pub offset: usize,
}

/// What could be read of a file; every list in the order of the file.
#[derive(Debug, Default)]
pub struct File {
    /// The text, without a byte order mark.
    pub text: SourceText,
    /// The title, if it has one.
    pub title: Option<String>,
    /// Who says so. One that could not be read has at least its id, so that what it says is not lost with it.
    pub sources: Vec<Located<wire::Source>>,
    /// Countries with a flag or other particulars.
    pub countries: Vec<Located<wire::Country>>,
    /// The trips that could be read.
    pub trips: Vec<Located<wire::Trip>>,
    /// How many trips the text holds, read or not.
    pub trip_count: usize,
    /// Honours, gifts and the like.
    pub events: Vec<Located<wire::Event>>,
    /// How many visits the sources claim.
    pub totals: Vec<Located<wire::Total>>,
}

/// Reads the text of a file: what is sound in it, and every problem with the rest, in the order of the file.
#[must_use]
pub fn read(text: String) -> (File, Vec<Problem>) {
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    let text = SourceText::new(text);
    let mut reader = Reader::new(&text);
    reader.read_all();
    let (file, problems) = (reader.file, reader.problems);
    (File { text, ..file }, problems)
}

struct Reader<'a> {
    text: &'a SourceText,
    options: ron::Options,
    pieces: Pieces<'a>,
    /// The list whose items come.
    list: &'a str,
    fields_seen: BTreeSet<&'a str>,
    recoveries: usize,
    /// The last piece broke the structure of the file: what seems wrong right after it comes from that.
    astray: bool,
    file: File,
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a SourceText) -> Self {
        Self {
            text,
            options: ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME),
            pieces: Pieces::new(text.as_str(), FIELDS),
            list: "",
            fields_seen: BTreeSet::new(),
            recoveries: 0,
            astray: false,
            file: File::default(),
            problems: Vec::new(),
        }
    }

    fn read_all(&mut self) {
        self.read_attributes();
        if self.pieces.is_at_end() {
            let problem = Problem::error("empty-file", "this file is empty")
                .help("expected at least (trips: [(country: \"China\", dates: \"1956-06-01/1956-06-06\")])");
            self.problems.push(problem);
            return;
        }
        while let Some(piece) = self.pieces.next() {
            match piece {
                Piece::Field { name, value, end } => self.field(name, value, end),
                Piece::List { name } => self.list(name),
                Piece::Item { range, end } => self.item(range, end),
                Piece::Fault { kind, range } => self.fault(kind, range),
            }
        }
        if self.problems.is_empty() && self.file.trips.is_empty() && self.file.events.is_empty() {
            let problem = Problem::warning("no-trips", "this file has neither trips nor events")
                .help("expected trips: [ … ] or events: [ … ]");
            self.problems.push(problem);
        }
    }

    /// The `#![enable(…)]` lines hold for every item.
    fn read_attributes(&mut self) {
        let range = 0..self.pieces.offset();
        let attributes = self.slice(range.clone());
        match ron::Deserializer::from_str_with_options(attributes, &self.options) {
            Ok(attributes) => {
                self.options = self.options.clone().with_default_extension(attributes.extensions());
            }
            Err(error) => {
                let broken = self.broken("attribute", range);
                self.problems.push(broken.value(&error));
            }
        }
    }

    fn field(&mut self, name: Range<usize>, value: Range<usize>, end: End) {
        let known = self.announce(name.clone());
        if value.is_empty() {
            let message = format!("{} has no value", quote(self.slice(name)));
            self.problems.push(Problem::error("syntax", message).at(self.text.place(value)));
            return;
        }
        match (known, self.slice(name.clone())) {
            (true, "title") => {
                if let Some(title) = self.parse::<Option<String>>("title", value, end) {
                    self.file.title = self.file.title.take().or(title.value);
                }
            }
            (true, list) => {
                let message = format!("`{list}` should be a list in square brackets");
                let problem = Problem::error("wrong-type", message).help("write it as [ … ]");
                self.problems.push(problem.at(self.text.place(value)));
            }
            // Only to find out where it ends.
            (false, _) => _ = self.parse::<IgnoredAny>("field", value, end),
        }
    }

    fn list(&mut self, name: Range<usize>) {
        self.list = self.slice(name.clone());
        if !self.announce(name.clone()) {
            self.list = "";
        } else if self.list == "title" {
            let problem = Problem::error("wrong-type", "`title` should be a text in quotes, not a list");
            self.problems.push(problem.help("write it as \"…\"").at(self.text.place(name)));
        }
    }

    /// Reports a field that is unknown or comes again; whether it is known.
    fn announce(&mut self, range: Range<usize>) -> bool {
        let name = self.slice(range.clone());
        let problem = if name == "view" {
            Problem::error("unknown-field", "this is a view, not a file of trips")
                .help("give it with --view, beside the file of trips")
        } else if !FIELDS.contains(&name) {
            Problem::error("unknown-field", format!("{} is not a field of a file", quote(name)))
                .help(suggest::help(name, FIELDS.iter().copied()))
        } else if self.fields_seen.insert(name) {
            return true;
        } else if name == "title" {
            Problem::error("duplicate-field", "`title` is given twice; the first one is used").help("leave one out")
        } else {
            Problem::warning("duplicate-field", format!("`{name}` is given twice; all items are used"))
                .help("put them into one list")
        };
        self.problems.push(problem.at(self.text.place(range)));
        FIELDS.contains(&name)
    }

    fn item(&mut self, range: Range<usize>, end: End) {
        // A stray word is no item, and a quote or bracket gone astray would take in more than its line.
        if !self.slice(range.clone()).contains(['(', '\n']) && !self.list.is_empty() {
            self.fault(Fault::Unexpected, range);
            return;
        }
        match self.list {
            "sources" => {
                let start = range.start;
                let source = self.parse("source", range, end).or_else(|| self.salvaged_source(start));
                self.file.sources.extend(source);
            }
            "countries" => {
                let country = self.parse("country", range, end);
                self.file.countries.extend(country);
            }
            "trips" => {
                self.file.trip_count += 1;
                let trip = self.parse("trip", range, end);
                self.file.trips.extend(trip);
            }
            "events" => {
                let event = self.parse("event", range, end);
                self.file.events.extend(event);
            }
            "totals" => {
                let total = self.parse("total", range, end);
                self.file.totals.extend(total);
            }
            _ => _ = self.parse::<IgnoredAny>("item", range, end),
        }
    }

    /// A source that could not be read, by its id alone.
    fn salvaged_source(&self, offset: usize) -> Option<Located<wire::Source>> {
        let id = self.text.values_of(offset, "id").next()?;
        let value = wire::Source {
            id: ron::from_str(self.slice(id)).ok()?,
            name: None,
            citation: String::new(),
            covers: wire::Covers::default(),
        };
        Some(Located { value, offset })
    }

    /// The value of a piece, or a problem and the search for the next whole piece.
    fn parse<T: DeserializeOwned>(&mut self, noun: &str, range: Range<usize>, end: End) -> Option<Located<T>> {
        let error = match self.options.from_str(self.slice(range.clone())) {
            Ok(value) => {
                self.astray = false;
                let offset = range.start;
                return Some(Located { value, offset });
            }
            Err(error) => error,
        };
        let next = self.pieces.recover(range.clone(), end);
        self.recoveries += usize::from(next.is_some());
        if PATIENT_RECOVERIES < self.recoveries {
            self.pieces.stop_at_item_lines();
        }
        let broken = self.broken(noun, range.start..next.unwrap_or(range.end));
        let structure = broken.structure(end, next.is_some());
        self.astray = structure.is_some();
        self.problems.push(structure.unwrap_or_else(|| broken.value(&error)));
        None
    }

    fn fault(&mut self, kind: Fault, range: Range<usize>) {
        if std::mem::replace(&mut self.astray, true) {
            return;
        }
        let text = self.slice(range.clone());
        if text.starts_with("/*") {
            self.problems.push(unclosed_comment(self.text, range));
            return;
        }
        let name = quote(text);
        let (code, message, help) = match kind {
            Fault::NoOpening => ("syntax", format!("a file begins with `(`, not {name}"), "expected (trips: [ … ])"),
            Fault::MissingComma => ("syntax", format!("a comma is missing before {name}"), "put `,` before it"),
            Fault::Unexpected => (
                "syntax",
                format!("{name} does not belong here"),
                "leave it out, or put what it belongs to in brackets",
            ),
            Fault::UnclosedList => ("syntax", format!("the list {name} has no closing `]`"), "put `]` where it ends"),
            Fault::CutOff => (
                "cut-off",
                "the file ends before its last closing bracket".to_owned(),
                "either the rest of the file is lost, or brackets are missing here",
            ),
        };
        self.problems.push(Problem::error(code, message).help(help).at(self.text.place(range)));
    }

    fn broken<'b>(&self, noun: &'b str, range: Range<usize>) -> Broken<'b>
    where
        'a: 'b,
    {
        let text = self.text;
        Broken { text, noun, range }
    }

    fn slice(&self, range: Range<usize>) -> &'a str {
        self.text.as_str().get(range).unwrap_or("")
    }
}
