//! Trips and events as an iCalendar (RFC 5545), for calendar programs.
//!
//! Each run of days that are possible under the reading is an all-day VEVENT of its own, so that days nobody gives, or not
//! all agree on, stay free; `X-WAYLINE-TRIP` says which belong together. What is not certain is said in the summary.

use super::citation::{ascii_name, describe_agreed, event_id};
use super::format::Listing;
use super::rows::describe_leader;
use crate::data::{Coordinates, in_lines};
use crate::export::summary::{data_line, events_summary, summary};
use crate::model::{
    Account, Chronicle, Document, Event, EventIndex, FilterResult, Place, Reading, Trip, TripKind, TripStatus,
};
use crate::text::count;
use crate::time::{Day, DaySet, OpenEnds, Qualifier, Span, When};

/// When the calendar was made, which has to be said. The same file gives the same bytes, so that no clock is asked.
const STAMP: &str = "19700101T000000Z";
/// Years are written with four digits, and calendar programs know no year 0.
const YEARS: std::ops::RangeInclusive<i32> = 1..=9999;

/// What one trip or event becomes: a VEVENT for each run of its days.
struct Entry {
    /// One of a kind in the file.
    id: String,
    /// Without what is not certain.
    title: String,
    location: String,
    /// Where its first place is.
    at: Option<Coordinates>,
    category: &'static str,
    status: TripStatus,
    /// In order.
    runs: Vec<Run>,
    description: String,
}

struct Run {
    days: Span,
    /// What is not certain of it, if anything is not.
    doubt: Option<String>,
}

/// The trips that are shown, as the reading has them.
pub(super) fn trips(document: &Document, shown: &FilterResult) -> Listing {
    let chronicle = &document.chronicle;
    let trips = shown.trips(chronicle).iter().map(|&index| chronicle.trip(index));
    let entries = trips.filter_map(|trip| trip_entry(chronicle, trip, shown.reading)).collect();
    listing(document, &summary(chronicle, shown), entries, 0)
}

/// The events that are shown.
pub(super) fn events(document: &Document, shown: &FilterResult) -> Listing {
    let entry = |&index: &EventIndex| event_entry(&document.chronicle, index);
    let entries: Vec<_> = shown.events.iter().filter_map(entry).collect();
    let undated = shown.events.len() - entries.len();
    listing(document, &events_summary(&document.chronicle, shown), entries, undated)
}

fn listing(document: &Document, about: &str, entries: Vec<Entry>, undated: usize) -> Listing {
    let (written, outside): (Vec<_>, Vec<_>) =
        entries.into_iter().partition(|entry| entry.runs.iter().all(Run::can_be_written));
    let outside = (!outside.is_empty()).then(|| {
        format!(
            "{} left out: a calendar has no days before year 1 or after 9999",
            count(outside.len(), "entry", "entries")
        )
    });
    let undated = (0 < undated).then(|| format!("{} left out: no date", count(undated, "entry", "entries")));
    let left_out: Vec<_> = outside.into_iter().chain(undated).collect();
    let mut lines = Lines::default();
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", concat!("-//Wayline//Wayline ", env!("CARGO_PKG_VERSION"), "//EN"));
    lines.plain("CALSCALE", "GREGORIAN");
    lines.text("X-WR-CALNAME", document.title());
    let about: Vec<_> = [about.to_owned(), data_line(document)].into_iter().chain(left_out.clone()).collect();
    lines.text("X-WR-CALDESC", &about.join("\n"));
    for entry in &written {
        lines.entry(entry, document.fingerprint.short());
    }
    lines.plain("END", "VCALENDAR");
    Listing { text: lines.0, left_out: (!left_out.is_empty()).then(|| left_out.join("; ")) }
}

fn trip_entry(chronicle: &Chronicle, trip: &Trip, reading: Reading) -> Option<Entry> {
    let stay = reading.days(chronicle, trip)?;
    let told: Vec<&Account> = reading.accounts(trip).collect();
    let run = |&days: &Span| {
        let whole = DaySet::from(days).difference(&stay.certain).is_empty()
            && !told.iter().any(|account| is_open(&account.when));
        Run { days, doubt: (!whole).then(|| doubt(chronicle, &told)) }
    };
    let country = chronicle.country_name(trip);
    let places = Place::each_once(told.iter().flat_map(|account| &*account.places));
    let first_place = places.first().map(|place| &place.name);
    let title = first_place.map_or_else(|| country.to_owned(), |place| format!("{place}, {country}"));
    let traveller = chronicle.among_several(trip.traveller);
    let title = traveller.map_or(title.clone(), |name| format!("{name}: {title}"));
    let accounts = told.iter().map(|account| describe_account(chronicle, account));
    Some(Entry {
        id: trip.id(chronicle).into_owned(),
        title: if trip.status == TripStatus::Confirmed { title } else { format!("{title} · {}", trip.status.label()) },
        location: places.iter().map(|place| place.name.as_str()).chain([country]).collect::<Vec<_>>().join(", "),
        at: places.first().and_then(|place| place.at),
        category: if trip.kind == TripKind::Unspecified { "" } else { trip.kind.label() },
        status: trip.status,
        runs: stay.possible.spans().iter().map(run).collect(),
        description: describe_agreed(reading, &stay).into_iter().chain(accounts).collect::<Vec<_>>().join("\n\n"),
    })
}

/// `None` for an event without a date.
fn event_entry(chronicle: &Chronicle, index: EventIndex) -> Option<Entry> {
    let event = chronicle.event(index);
    let when = event.when.as_ref()?;
    let certain = when.certain_days();
    let run = |&days: &Span| {
        let whole = DaySet::from(days).difference(&certain).is_empty() && !is_open(when);
        Run { days, doubt: (!whole).then(|| doubt_of(when)) }
    };
    let country = &chronicle.country(event.country).name;
    Some(Entry {
        id: event_id(index),
        title: format!("{}, {country}", event.title),
        location: if event.place.is_empty() { country.clone() } else { event.place.clone() },
        at: None,
        category: event.kind.label(),
        status: TripStatus::Confirmed,
        runs: when.named_days().spans().iter().map(run).collect(),
        description: describe_event(chronicle, event, when),
    })
}

/// Whether it went on, or had begun, on days that have no name, however certain those are that have one.
fn is_open(when: &When) -> bool {
    when.open_ends() != OpenEnds::default()
}

/// Why not every day of a stay is certain.
fn doubt(chronicle: &Chronicle, told: &[&Account]) -> String {
    match told {
        [only] => doubt_of(&only.when),
        several => {
            let words = several
                .iter()
                .map(|account| format!("{} ({})", account.when.describe(), chronicle.source(account.source).name));
            format!("days not certain: {}", words.collect::<Vec<_>>().join(", "))
        }
    }
}

fn doubt_of(when: &When) -> String {
    let lead = if when.members().is_some() || when.qualifier() != Qualifier::default() {
        "days not certain"
    } else {
        match (when.open_ends(), when.certain()) {
            (OpenEnds { start: true, .. }, _) => "first day unknown",
            (OpenEnds { end: true, .. }, _) => "last day unknown",
            (_, None) => "day unknown",
            (_, Some(_)) => "not all days certain",
        }
    };
    format!("{lead}: {}", when.describe())
}

/// What one source tells, in lines.
fn describe_account(chronicle: &Chronicle, account: &Account) -> String {
    let leaders: Vec<_> = account.leaders.iter().map(|leader| describe_leader(&leader.name, &leader.office)).collect();
    telling(
        &chronicle.source(account.source).name,
        &account.when,
        account.verbatim.as_deref(),
        &[
            ("Places: ", &Place::join(&account.places, ", ")),
            ("Met: ", &leaders.join("; ")),
            ("", &account.details),
            ("Restored in the text: ", account.inferred.as_deref().unwrap_or_default()),
            ("Source: ", &chronicle.source(account.source).citation),
        ],
    )
}

fn describe_event(chronicle: &Chronicle, event: &Event, when: &When) -> String {
    let source = chronicle.source(event.source);
    telling(
        &source.name,
        when,
        event.verbatim.as_deref(),
        &[
            ("From: ", &event.by),
            ("", &event.details),
            ("Restored in the text: ", event.inferred.as_deref().unwrap_or_default()),
            ("Source: ", &source.citation),
        ],
    )
}

/// A source with its date, then those of the lines that say something.
fn telling(source: &str, when: &When, verbatim: Option<&str>, lines: &[(&str, &str)]) -> String {
    let verbatim = verbatim.map(|words| format!(" (“{words}”)")).unwrap_or_default();
    let lines = lines.iter().filter(|(_, text)| !text.is_empty()).map(|(lead, text)| format!("{lead}{text}"));
    let dated = format!("{source}: {}{verbatim}", when.describe());
    std::iter::once(dated).chain(lines).collect::<Vec<_>>().join("\n")
}

impl Run {
    /// Whether the calendar has its days, and the day after the last one, which ends it.
    fn can_be_written(&self) -> bool {
        YEARS.contains(&self.days.start().year()) && YEARS.contains(&self.days.end().year())
    }
}

/// Content lines (RFC 5545, section 3.1).
#[derive(Default)]
struct Lines(String);

/// Most octets of a line, without its break.
const LONGEST_LINE: usize = 75;

impl Lines {
    fn entry(&mut self, entry: &Entry, fingerprint: &str) {
        let name = ascii_name(&entry.id);
        for (position, run) in entry.runs.iter().enumerate() {
            let number = position + 1;
            let part = if position == 0 { String::new() } else { format!(".{number}") };
            let status = match (entry.status, &run.doubt) {
                (TripStatus::Cancelled, _) => "CANCELLED",
                (TripStatus::Rumoured | TripStatus::Planned, _) | (_, Some(_)) => "TENTATIVE",
                (TripStatus::Confirmed | TripStatus::Transit, None) => "CONFIRMED",
            };
            let runs = (1 < entry.runs.len()).then(|| format!("{number} of {} runs of days", entry.runs.len()));
            let summary: Vec<_> = std::iter::once(entry.title.clone()).chain(runs).chain(run.doubt.clone()).collect();
            self.plain("BEGIN", "VEVENT");
            self.plain("UID", &format!("{name}{part}.{fingerprint}@wayline"));
            self.plain("DTSTAMP", STAMP);
            self.plain("DTSTART;VALUE=DATE", &basic(run.days.start()));
            self.plain("DTEND;VALUE=DATE", &basic(run.days.end()));
            self.text("SUMMARY", &summary.join(" · "));
            self.text("LOCATION", &entry.location);
            if let Some(at) = entry.at {
                self.plain("GEO", &format!("{};{}", at.latitude(), at.longitude()));
            }
            self.text("DESCRIPTION", &entry.description);
            self.text("CATEGORIES", entry.category);
            self.plain("STATUS", status);
            self.plain("TRANSP", "TRANSPARENT");
            self.text("X-WAYLINE-TRIP", &entry.id);
            self.plain("END", "VEVENT");
        }
    }

    /// A text, with what would end it escaped (section 3.3.11); left out where it is empty.
    fn text(&mut self, name: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        let mut escaped = String::with_capacity(text.len());
        for letter in in_lines(text).chars() {
            match letter {
                '\\' | ';' | ',' => escaped.extend(['\\', letter]),
                // The separators of Unicode end a line for some programs.
                '\n' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
                letter => escaped.push(letter),
            }
        }
        self.plain(name, &escaped);
    }

    /// A line, folded where it is too long, between letters.
    fn plain(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            if LONGEST_LINE < length + letter.len_utf8() {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(letter);
            length += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A day as ISO 8601 has it without hyphens: `19571104`.
fn basic(day: Day) -> String {
    let (year, month, number) = day.ymd();
    format!("{year:04}{month:02}{number:02}")
}
