//! Reads a file item by item, so that one bad trip never hides the others.

use std::collections::BTreeSet;
use std::ops::Range;

use ron::extensions::Extensions;
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};

use super::messages::{ParseFailure, unclosed_comment};
use super::plain;
use super::recovery::{End, Fault, Piece, Pieces};
use crate::data::problem::{Problem, ProblemCode, quote};
use crate::data::schema::{self, FIELDS};
use crate::data::source_text::SourceText;
use crate::data::suggest;

/// How the lists of a file begin.
const LISTS: &[&str] = &["sources:", "countries:", "travellers:", "people:", "trips:", "apart:", "events:", "totals:"];

/// After this many broken pieces the search for the next whole one no longer reads on to the end of the text.
const PATIENT_RECOVERIES: usize = 16;

/// A value and where it stands.
#[derive(Debug)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where its text begins, in bytes of the [`SourceText`].
    pub offset: usize,
}

/// Something that a file says.
#[derive(Debug)]
pub enum Item<'a> {
    /// The title; the first one, where there are several.
    Title(String),
    /// Who says so. One that could not be read has at least its id, so that what it says is not lost with it.
    Source(Located<schema::Source>),
    /// A country with a flag or other particulars.
    Country(Located<schema::Country>),
    /// A traveller with offices.
    Traveller(Located<schema::Traveller>),
    /// Someone whose name is written in several ways.
    Person(Located<schema::Person>),
    /// A trip.
    Trip(Located<schema::Trip<'a>>),
    /// Two accounts that are not of one trip.
    Apart(Located<schema::Apart>),
    /// An honour, a gift or the like.
    Event(Located<schema::Event<'a>>),
    /// How many visits a source claims.
    Total(Located<schema::Total>),
}

/// How much a text held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ItemCount {
    /// The trips that it seems to hold, read or not.
    pub trips: usize,
    /// Whether it may hold more, as it breaks off, or goes on where nothing is read.
    pub rest_is_unknown: bool,
}

/// What can be read of a file, item by item in the order of the file; the problems with the rest are gathered.
///
/// Each item is read when it is asked for, so that a reader may stop at any.
#[derive(Debug)]
pub struct Items<'a> {
    text: &'a SourceText,
    options: ron::Options,
    /// RON without extensions that the quick reader does not know.
    is_plain: bool,
    pieces: Pieces<'a>,
    /// The list whose items come.
    list: &'a str,
    fields_seen: BTreeSet<&'a str>,
    recoveries: usize,
    /// The last piece broke the structure of the file: what seems wrong right after it comes from that.
    lost_sync: bool,
    has_title: bool,
    /// How much the text has held so far.
    held: ItemCount,
    /// How many trips and events could be read.
    readable: usize,
    problems: Vec<Problem>,
}

impl<'a> Items<'a> {
    /// The items of a file.
    #[must_use]
    pub fn new(text: &'a SourceText) -> Self {
        let mut items = Self {
            text,
            options: default_options(),
            is_plain: true,
            pieces: Pieces::new(text.as_str(), FIELDS),
            list: "",
            fields_seen: BTreeSet::new(),
            recoveries: 0,
            lost_sync: false,
            has_title: false,
            held: ItemCount::default(),
            readable: 0,
            problems: Vec::new(),
        };
        items.read_attributes();
        if items.pieces.is_at_end() {
            let problem = Problem::error(ProblemCode::EmptyFile, "this file is empty")
                .help("expected at least (trips: [(country: \"China\", dates: \"1956-06-01/1956-06-06\")])");
            items.problems.push(problem);
        }
        items
    }

    /// How far the text has been read, in bytes.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.pieces.offset()
    }

    /// Every problem met so far, in the order of the file, and how much the text held.
    #[must_use]
    pub fn finish(mut self) -> (Vec<Problem>, ItemCount) {
        if self.problems.is_empty() && self.readable == 0 {
            let problem = Problem::warning(ProblemCode::NoTrips, "this file has neither trips nor events")
                .help("expected trips: [ … ] or events: [ … ]");
            self.problems.push(problem);
        }
        (self.problems, self.held)
    }

    /// The `#![enable(…)]` lines hold for every item.
    fn read_attributes(&mut self) {
        let range = 0..self.pieces.offset();
        let attributes = self.slice(range.clone());
        match ron::Deserializer::from_str_with_options(attributes, &self.options) {
            Ok(attributes) => {
                let extensions = attributes.extensions();
                self.is_plain = extensions == Extensions::IMPLICIT_SOME;
                self.options = self.options.clone().with_default_extension(extensions);
            }
            Err(error) => {
                self.problems.push(ParseFailure { text: self.text, noun: "attribute", range }.value(&error));
            }
        }
    }

    fn field(&mut self, name: Range<usize>, value: Range<usize>, end: End) -> Option<Item<'a>> {
        let known = self.announce(name.clone());
        if value.is_empty() {
            let message = format!("{} has no value", quote(self.slice(name)));
            self.problems.push(Problem::error(ProblemCode::Syntax, message).at(self.text.place(value)));
            return None;
        }
        match (known, self.slice(name.clone())) {
            (true, "title") => {
                let title = self.parse::<Option<String>>("title", value, end).ok()?.value?;
                let is_first = !std::mem::replace(&mut self.has_title, true);
                return is_first.then_some(Item::Title(title));
            }
            (true, list) => {
                self.held.rest_is_unknown |= list == "trips";
                let message = format!("`{list}` should be a list in square brackets");
                let problem = Problem::error(ProblemCode::WrongType, message).help("write it as [ … ]");
                self.problems.push(problem.at(self.text.place(value)));
            }
            // Only to find out where it ends.
            (false, _) => _ = self.parse::<IgnoredAny>("field", value, end),
        }
        None
    }

    fn list(&mut self, name: Range<usize>) {
        self.list = self.slice(name.clone());
        if !self.announce(name.clone()) {
            self.list = "";
            self.held.rest_is_unknown = true;
        } else if self.list == "title" {
            let problem = Problem::error(ProblemCode::WrongType, "`title` should be a text in quotes, not a list");
            self.problems.push(problem.help("write it as \"…\"").at(self.text.place(name)));
        }
    }

    /// Reports a field that is unknown or comes again; whether it is known.
    fn announce(&mut self, range: Range<usize>) -> bool {
        let name = self.slice(range.clone());
        let problem = if name == "view" {
            Problem::error(ProblemCode::UnknownField, "this is a view, not a file of trips")
                .help("give it with --view, beside the file of trips")
        } else if !FIELDS.contains(&name) {
            Problem::error(ProblemCode::UnknownField, format!("{} is not a field of a file", quote(name)))
                .help(suggest::help(name, FIELDS.iter().copied()))
        } else if self.fields_seen.insert(name) {
            return true;
        } else if name == "title" {
            Problem::error(ProblemCode::DuplicateField, "`title` is given twice; the first one is used")
                .help("leave one out")
        } else {
            Problem::warning(ProblemCode::DuplicateField, format!("`{name}` is given twice; all items are used"))
                .help("put them into one list")
        };
        self.problems.push(problem.at(self.text.place(range)));
        FIELDS.contains(&name)
    }

    /// The next trip or event, if it is plain.
    fn plain_item(&mut self) -> Option<Item<'a>> {
        match self.list {
            "trips" if self.is_plain => {
                let trip = self.plain()?;
                self.held.trips += 1;
                Some(Item::Trip(trip))
            }
            "events" if self.is_plain => self.plain().map(Item::Event),
            _ => None,
        }
    }

    fn plain<T: Deserialize<'a>>(&mut self) -> Option<Located<T>> {
        let offset = self.pieces.item_start()?;
        let (value, end) = plain::read(self.text.as_str(), offset)?;
        if !self.pieces.pass_item(offset..end) {
            return None;
        }
        self.lost_sync = false;
        Some(Located { value, offset })
    }

    fn item(&mut self, range: Range<usize>, end: End) -> Option<Item<'a>> {
        // A stray word is no item, and a quote or bracket gone astray would take in more than its line.
        if !self.slice(range.clone()).contains(['(', '\n']) && !self.list.is_empty() {
            self.fault(Fault::Unexpected, range);
            return None;
        }
        match self.list {
            "sources" => {
                let start = range.start;
                self.parse("source", range, end).ok().or_else(|| self.salvaged_source(start)).map(Item::Source)
            }
            "countries" => self.parse("country", range, end).ok().map(Item::Country),
            "travellers" => self.parse("traveller", range, end).ok().map(Item::Traveller),
            "people" => self.parse("person", range, end).ok().map(Item::Person),
            "trips" => {
                let trip = self.parse("trip", range, end);
                // A quote or bracket gone astray takes in the trips behind it: each names its country.
                let named = |broken: &Range<usize>| self.slice(broken.clone()).matches("country:").count().max(1);
                self.held.trips += trip.as_ref().map_or_else(named, |_| 1);
                trip.ok().map(Item::Trip)
            }
            "apart" => self.parse("pair of accounts", range, end).ok().map(Item::Apart),
            "events" => self.parse("event", range, end).ok().map(Item::Event),
            "totals" => self.parse("total", range, end).ok().map(Item::Total),
            _ => {
                _ = self.parse::<IgnoredAny>("item", range, end);
                None
            }
        }
    }

    /// A source that could not be read, by its id alone.
    fn salvaged_source(&self, offset: usize) -> Option<Located<schema::Source>> {
        let id = self.text.values_of(offset, "id").next()?;
        let value = schema::Source {
            id: ron::from_str(self.slice(id)).ok()?,
            name: None,
            citation: String::new(),
            covers: schema::Covers::default(),
        };
        Some(Located { value, offset })
    }

    /// The value of a piece; or a problem, the search for the next whole piece, and what of the text is lost so.
    fn parse<T: Deserialize<'a>>(
        &mut self,
        noun: &str,
        range: Range<usize>,
        end: End,
    ) -> Result<Located<T>, Range<usize>> {
        let error = match self.options.from_str(self.slice(range.clone())) {
            Ok(value) => {
                self.lost_sync = false;
                let offset = range.start;
                return Ok(Located { value, offset });
            }
            Err(error) => error,
        };
        let next = self.pieces.recover(range.clone(), end);
        self.recoveries += usize::from(next.is_some());
        if PATIENT_RECOVERIES < self.recoveries {
            self.pieces.stop_at_item_lines();
        }
        let broken = ParseFailure { text: self.text, noun, range: range.start..next.unwrap_or(range.end) };
        let structure = broken.structure(end, next.is_some());
        // A list that it has taken in is lost as a whole.
        let lost = self.slice(broken.range.clone());
        let takes_in_list = LISTS.iter().any(|name| lost.contains(name));
        self.held.rest_is_unknown |= takes_in_list || end == End::OfText && next.is_none();
        self.lost_sync = structure.is_some();
        self.problems.push(structure.unwrap_or_else(|| broken.value(&error)));
        Err(broken.range)
    }

    fn fault(&mut self, kind: Fault, range: Range<usize>) {
        let text = self.slice(range.clone());
        let is_comment = text.starts_with("/*");
        let holds_something = text.contains('(');
        self.held.rest_is_unknown |= match kind {
            Fault::CutOff => true,
            Fault::AfterEnd | Fault::Unexpected => holds_something || is_comment,
            Fault::NoOpening => self.pieces.is_done(),
            Fault::MissingComma | Fault::UnclosedList => is_comment,
        };
        if std::mem::replace(&mut self.lost_sync, true) {
            return;
        }
        if is_comment {
            self.problems.push(unclosed_comment(self.text, range));
            return;
        }
        let name = quote(text);
        let (code, message, help) = match kind {
            Fault::NoOpening => {
                (ProblemCode::Syntax, format!("a file begins with `(`, not {name}"), "expected (trips: [ … ])")
            }
            Fault::MissingComma => {
                (ProblemCode::Syntax, format!("a comma is missing before {name}"), "put `,` before it")
            }
            Fault::Unexpected if holds_something => (
                ProblemCode::Syntax,
                format!("{name} stands in no list"),
                "put it into the list that it belongs to, as in trips: [ … ]",
            ),
            Fault::Unexpected => (
                ProblemCode::Syntax,
                format!("{name} does not belong here"),
                "leave it out, or put what it belongs to in brackets",
            ),
            Fault::UnclosedList => {
                (ProblemCode::Syntax, format!("the list {name} has no closing `]`"), "put `]` where it ends")
            }
            Fault::AfterEnd => return self.after_end(range),
            Fault::CutOff => (
                ProblemCode::CutOff,
                "the file ends before its last closing bracket".to_owned(),
                "either the rest of the file is lost, or brackets are missing here",
            ),
        };
        self.problems.push(Problem::error(code, message).help(help).at(self.text.place(range)));
    }

    /// What follows the last bracket of a file: a stray mark, or more.
    fn after_end(&mut self, range: Range<usize>) {
        let first_line = self.slice(range.clone()).lines().next().unwrap_or_default().trim_end();
        let place = self.text.place(range.start..range.start + first_line.len());
        let is_mark = range.len() == 1;
        let help = if is_mark {
            "leave it out"
        } else {
            "leave it out, or make it a remark: put `//` before each of its lines"
        };
        let message = format!("{} follows the last bracket of the file, where nothing is read", quote(first_line));
        self.problems.push(Problem::error(ProblemCode::Syntax, message).help(help).at(place));
    }

    fn slice(&self, range: Range<usize>) -> &'a str {
        self.text.as_str().get(range).unwrap_or("")
    }
}

/// The value that a text consists of; problems call it by this noun.
pub(in crate::data) fn read_whole<T: DeserializeOwned>(text: &SourceText, noun: &str) -> Result<T, Box<Problem>> {
    let broken = ParseFailure { text, noun, range: 0..text.as_str().len() };
    match broken.structure(End::Closed, false) {
        Some(problem) => Err(Box::new(problem)),
        None => default_options().from_str(text.as_str()).map_err(|error| Box::new(broken.value(&error))),
    }
}

fn default_options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

impl<'a> Iterator for Items<'a> {
    type Item = Item<'a>;

    fn next(&mut self) -> Option<Item<'a>> {
        loop {
            let item = match self.plain_item() {
                Some(item) => Some(item),
                None => match self.pieces.next()? {
                    Piece::Field { name, value, end } => self.field(name, value, end),
                    Piece::List { name } => {
                        self.list(name);
                        None
                    }
                    Piece::Item { range, end } => self.item(range, end),
                    Piece::Fault { kind, range } => {
                        self.fault(kind, range);
                        None
                    }
                },
            };
            self.readable += usize::from(matches!(item, Some(Item::Trip(_) | Item::Event(_))));
            if item.is_some() {
                return item;
            }
        }
    }
}
