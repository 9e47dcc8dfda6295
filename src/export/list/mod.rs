//! Lists of trips or events as text: what the command line writes, and what the window copies of one trip.

mod bibtex;
mod citation;
mod csl_json;
pub(super) mod format;
mod ical;
mod rows;
mod text_table;

use std::fmt::Write as _;
use std::io;

use serde::Serialize;

use self::citation::Citation;
use self::format::{CopyFormat, Listing};
use self::rows::{EventRow, TripRow, event_rows, trip_rows};
use crate::data::{ListFormat, TableFormat, table_text};
use crate::model::{Document, FilterResult, Reading, TripIndex};

/// What a filter leaves, as text: the events where they are asked for, instead of the trips.
///
/// # Errors
///
/// None that a file can cause; what the writers of CSV and JSON report of themselves.
pub fn listing(document: &Document, shown: &FilterResult, of_events: bool, format: ListFormat) -> io::Result<Listing> {
    let (chronicle, reading) = (&document.chronicle, shown.reading);
    let citations = || {
        if of_events {
            Citation::of_events(chronicle, &shown.events)
        } else {
            Citation::of_trips(chronicle, reading, shown.trips(chronicle))
        }
    };
    let table = |format| {
        if of_events {
            let cells: Vec<_> = event_rows(chronicle, shown).iter().map(EventRow::cells).collect();
            table_text(format, EventRow::COLUMNS, &cells)
        } else {
            let cells: Vec<_> = trip_rows(chronicle, shown).iter().flat_map(TripRow::cells).collect();
            table_text(format, &TripRow::columns(chronicle), &cells)
        }
    };
    let text = match format {
        ListFormat::Table => text_table::list(chronicle, shown, of_events),
        ListFormat::Csv => table(TableFormat::Csv)?,
        ListFormat::Markdown => table(TableFormat::Markdown)?,
        ListFormat::Json if of_events => json(&event_rows(chronicle, shown))?,
        ListFormat::Json => json(&trip_rows(chronicle, shown))?,
        ListFormat::Calendar if of_events => return Ok(ical::events(document, shown)),
        ListFormat::Calendar => return Ok(ical::trips(document, shown)),
        ListFormat::Footnotes => footnotes(document, &citations()),
        ListFormat::Bibtex => bibtex::text(document, &citations()),
        ListFormat::CslJson => json(&csl_json::items(document, &citations()))?,
    };
    Ok(Listing { text, left_out: None })
}

/// One trip as text for the clipboard; empty where the reading leaves nothing of it.
///
/// # Errors
///
/// As [`listing`].
pub fn copied(document: &Document, reading: Reading, trip: TripIndex, format: CopyFormat) -> io::Result<String> {
    let chronicle = &document.chronicle;
    let citations = Citation::of_trips(chronicle, reading, &[trip]);
    match format {
        _ if citations.is_empty() => Ok(String::new()),
        CopyFormat::Footnote => Ok(footnotes(document, &citations)),
        CopyFormat::Bibtex => Ok(bibtex::text(document, &citations)),
        CopyFormat::CslJson => json(&csl_json::items(document, &citations)),
        CopyFormat::TableRow(format) => {
            let cells = TripRow::new(chronicle, chronicle.trip(trip), reading).map(|row| row.cells());
            let text = table_text(format, &TripRow::columns(chronicle), &cells.unwrap_or_default())?;
            // The heading of a table of Markdown is underlined. No name of a column has a line break.
            let heading_lines = if format == TableFormat::Markdown { 2 } else { 1 };
            Ok(text.splitn(heading_lines + 1, '\n').last().unwrap_or_default().to_owned())
        }
    }
}

fn footnotes(document: &Document, citations: &[Citation<'_>]) -> String {
    citations.iter().map(|citation| citation.footnote(document) + "\n").collect()
}

/// JSON that shows no control character raw: the standard asks that only of the first 32, terminals take more of them.
fn json(rows: &impl Serialize) -> io::Result<String> {
    let mut text = String::new();
    for letter in serde_json::to_string_pretty(rows)?.chars() {
        if letter.is_control() && letter != '\n' {
            // Those up to U+001F are escaped already; a break is between the parts.
            _ = write!(text, "\\u{:04x}", u32::from(letter));
        } else {
            text.push(letter);
        }
    }
    Ok(text + "\n")
}
