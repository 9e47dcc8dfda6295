//! `wayline list`: trips or events, with what each source says.

use std::io::{self, Write as _};

use super::{
    CliError, Outcome,
    args::{List, ListFormatArg},
    input,
};
use crate::{
    data::{TableFormat, in_one_line},
    export::{self, Dataset, EventRow, ListFormat, TripRow, View},
    model::{Chronicle, Filter, FilterResult, Reading, TripStatus},
};

/// The text for the standard output, if it is to go there.
pub(super) fn run(arguments: &List) -> Result<(Vec<u8>, Outcome), CliError> {
    let document = input::read(arguments.file.as_deref())?;
    let chronicle = &document.chronicle;
    let all = Filter { statuses: TripStatus::ALL.iter().copied().collect(), ..Filter::default() };
    let ground = arguments.select.ground(&document, View { filter: all, ..View::default() })?;
    let filter = Filter { events: arguments.events, ..ground.view.filter };
    let shown = document.shown(&filter);
    let mut notes: Vec<String> = note(arguments, chronicle, &shown).into_iter().collect();
    let text = match written(arguments.format) {
        Some(format) => {
            let listing = export::listing(Dataset::new(&document), &shown, arguments.events, format)?;
            notes.extend(listing.left_out);
            listing.text
        }
        None => table_to_read(chronicle, &shown, arguments.events),
    };
    for note in notes {
        // Without stderr there is nobody to tell.
        drop(writeln!(io::stderr(), "{}", in_one_line(&note)));
    }
    let outcome = input::report(&document).max(ground.outcome);
    super::written(
        arguments.output.as_deref(),
        text.into_bytes(),
        (&document, arguments.select.view.as_deref()),
        outcome,
    )
}

/// The format for other programs; `None` for the table to read.
fn written(format: ListFormatArg) -> Option<ListFormat> {
    match format {
        ListFormatArg::Table => None,
        ListFormatArg::Csv => Some(ListFormat::Table(TableFormat::Csv)),
        ListFormatArg::Markdown => Some(ListFormat::Table(TableFormat::Markdown)),
        ListFormatArg::Json => Some(ListFormat::Json),
        ListFormatArg::Ical => Some(ListFormat::Calendar),
        ListFormatArg::Footnotes => Some(ListFormat::Footnotes),
        ListFormatArg::Bibtex => Some(ListFormat::Bibtex),
        ListFormatArg::CslJson => Some(ListFormat::CslJson),
    }
}

/// What the list leaves out and why, or what counts where that was asked; `None` where it is whole.
fn note(arguments: &List, chronicle: &Chronicle, shown: &FilterResult) -> Option<String> {
    if arguments.events {
        (shown.events.len() < chronicle.events.len()).then(|| export::events_summary(chronicle, shown))
    } else {
        let whole = shown.hidden.is_empty() && arguments.select.counting.is_none();
        (!whole).then(|| export::summary(chronicle, shown))
    }
}

const TRIP_TABLE: &[&str] = &["country", "status", "kind", "source", "dates", "places", "leaders"];
const AGREED_TABLE: &[&str] = &["country", "status", "kind", "possible", "source", "dates", "places", "leaders"];

/// Columns padded for a terminal, the most telling ones.
fn table_to_read(chronicle: &Chronicle, shown: &FilterResult, of_events: bool) -> String {
    if of_events {
        let cells: Vec<_> = export::event_rows(chronicle, shown).iter().map(EventRow::cells).collect();
        return table_text(EventRow::COLUMNS, EventRow::COLUMNS, &cells);
    }
    let cells: Vec<_> = export::trip_rows(chronicle, shown).iter().flat_map(TripRow::cells).collect();
    // What is agreed stands in no account.
    let in_table = if shown.reading == Reading::Agreed { AGREED_TABLE } else { TRIP_TABLE };
    table_text(TripRow::COLUMNS, in_table, &cells)
}

/// Widest a column of a table gets, in characters.
const WIDEST: usize = 44;

/// The columns of a table, in its order, padded with blanks.
fn table_text(columns: &[&str], in_table: &[&str], rows: &[Vec<String>]) -> String {
    let chosen: Vec<usize> =
        in_table.iter().filter_map(|name| columns.iter().position(|column| column == name)).collect();
    let header: Vec<String> = columns.iter().map(|&name| name.to_owned()).collect();
    let lines: Vec<Vec<String>> = std::iter::once(&header)
        .chain(rows)
        .map(|row| chosen.iter().filter_map(|&at| row.get(at)).map(|cell| shortened(cell)).collect())
        .collect();
    let width = |column: usize| {
        let cells = lines.iter().filter_map(|line| line.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..chosen.len()).map(width).collect();
    let mut text = String::new();
    for line in lines {
        let padded: Vec<_> = line.iter().zip(&widths).map(|(cell, &width)| format!("{cell:width$}")).collect();
        text += padded.join("  ").trim_end();
        text.push('\n');
    }
    text
}

/// One line, at most [`WIDEST`] characters, without control characters.
fn shortened(cell: &str) -> String {
    let plain = in_one_line(cell);
    if plain.chars().count() <= WIDEST {
        plain
    } else {
        plain.chars().take(WIDEST - 1).chain(std::iter::once('…')).collect()
    }
}
