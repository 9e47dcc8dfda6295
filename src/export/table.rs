//! Lists of trips or events as text: what the command line writes, and what the window copies of one trip.

use std::{fmt::Write as _, io};

use serde::Serialize;

use super::{
    Dataset, bibtex,
    caption::reading_words,
    citation::Citation,
    csl_json, ical,
    rows::{EventRow, TripRow, event_rows, trip_rows},
    text_table,
};
use crate::{
    data::{ListFormat, TableFormat, table_text},
    model::{Chronicle, FilterResult, Reading, TripIndex},
    text::count,
};

/// A list that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// Its text.
    pub text: String,
    /// What of the list the format cannot say and why; `None` where it says all.
    pub left_out: Option<String>,
}

/// What is copied of one trip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyFormat {
    /// A footnote in one line.
    Footnote,
    /// An entry for each source.
    Bibtex,
    /// The same for reference managers.
    CslJson,
    /// A line for each account, without the heading.
    TableRow(TableFormat),
}

impl CopyFormat {
    /// All of them, with what they are called in a menu.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Footnote, "Footnote"),
        (Self::Bibtex, "BibTeX"),
        (Self::CslJson, "CSL-JSON"),
        (Self::TableRow(TableFormat::Csv), "Table row (CSV)"),
        (Self::TableRow(TableFormat::Markdown), "Table row (Markdown)"),
    ];

    /// What was copied, in words: `the footnote`.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Footnote => "the footnote",
            Self::Bibtex => "the BibTeX",
            Self::CslJson => "the CSL-JSON",
            Self::TableRow(_) => "the table row",
        }
    }
}

/// What a filter leaves, as text: the events where they are asked for, instead of the trips.
///
/// # Errors
///
/// None that a file can cause; what the writers of CSV and JSON report of themselves.
pub fn listing(dataset: Dataset<'_>, shown: &FilterResult, of_events: bool, format: ListFormat) -> io::Result<Listing> {
    let (chronicle, reading) = (dataset.chronicle, shown.reading);
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
            table_text(format, TripRow::COLUMNS, &cells)
        }
    };
    let text = match format {
        ListFormat::Table => text_table::list(chronicle, shown, of_events),
        ListFormat::Csv => table(TableFormat::Csv)?,
        ListFormat::Markdown => table(TableFormat::Markdown)?,
        ListFormat::Json if of_events => json(&event_rows(chronicle, shown))?,
        ListFormat::Json => json(&trip_rows(chronicle, shown))?,
        ListFormat::Calendar if of_events => return Ok(ical::events(dataset, shown)),
        ListFormat::Calendar => return Ok(ical::trips(dataset, shown)),
        ListFormat::Footnotes => footnotes(dataset, &citations()),
        ListFormat::Bibtex => bibtex::text(dataset, &citations()),
        ListFormat::CslJson => json(&csl_json::items(dataset, &citations()))?,
    };
    Ok(Listing { text, left_out: None })
}

/// One trip as text for the clipboard; empty where the reading leaves nothing of it.
///
/// # Errors
///
/// As [`listing`].
pub fn copied(dataset: Dataset<'_>, reading: Reading, trip: TripIndex, format: CopyFormat) -> io::Result<String> {
    let chronicle = dataset.chronicle;
    let citations = Citation::of_trips(chronicle, reading, &[trip]);
    match format {
        _ if citations.is_empty() => Ok(String::new()),
        CopyFormat::Footnote => Ok(footnotes(dataset, &citations)),
        CopyFormat::Bibtex => Ok(bibtex::text(dataset, &citations)),
        CopyFormat::CslJson => json(&csl_json::items(dataset, &citations)),
        CopyFormat::TableRow(format) => {
            let cells = TripRow::new(chronicle, chronicle.trip(trip), reading).map(|row| row.cells());
            let text = table_text(format, TripRow::COLUMNS, &cells.unwrap_or_default())?;
            // The heading of a table of Markdown is underlined. No name of a column has a line break.
            let heading_lines = if format == TableFormat::Markdown { 2 } else { 1 };
            Ok(text.splitn(heading_lines + 1, '\n').last().unwrap_or_default().to_owned())
        }
    }
}

/// Whom a list of events believes and how many it leaves out: `Reading: List alone · 0 of 49 events`.
#[must_use]
pub fn events_summary(chronicle: &Chronicle, shown: &FilterResult) -> String {
    let events = format!("{} of {}", shown.events.len(), count(chronicle.events.len(), "event", "events"));
    reading_words(chronicle, shown.reading).into_iter().chain([events]).collect::<Vec<_>>().join(" · ")
}

fn footnotes(dataset: Dataset<'_>, citations: &[Citation<'_>]) -> String {
    citations.iter().map(|citation| citation.footnote(dataset) + "\n").collect()
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
