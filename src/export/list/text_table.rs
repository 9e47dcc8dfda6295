//! A list as columns to read, padded for a terminal.

use super::rows::{EventRow, TripRow, event_rows, trip_rows};
use crate::data::in_one_line;
use crate::model::{Chronicle, FilterResult, Reading};

/// Columns of the table; those that a list does not have are left out.
const TRIP_TABLE: &[&str] = &["traveller", "country", "status", "kind", "source", "dates", "places", "leaders"];
const AGREED_TABLE: &[&str] =
    &["traveller", "country", "status", "kind", "possible", "source", "dates", "places", "leaders"];

/// Columns padded for a terminal, the most telling ones.
pub(super) fn list(chronicle: &Chronicle, shown: &FilterResult, of_events: bool) -> String {
    if of_events {
        let cells: Vec<_> = event_rows(chronicle, shown).iter().map(EventRow::cells).collect();
        return padded(EventRow::COLUMNS, EventRow::COLUMNS, &cells);
    }
    let cells: Vec<_> = trip_rows(chronicle, shown).iter().flat_map(TripRow::cells).collect();
    // What is agreed stands in no account.
    let in_table = if shown.reading == Reading::Agreed { AGREED_TABLE } else { TRIP_TABLE };
    padded(&TripRow::columns(chronicle), in_table, &cells)
}

/// Widest a column of a table gets, in characters.
const WIDEST: usize = 44;

/// The columns of a table, in its order, padded with blanks.
fn padded(columns: &[&str], in_table: &[&str], rows: &[Vec<String>]) -> String {
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
