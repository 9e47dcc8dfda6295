//! A list as columns to read, padded for a terminal.

use super::rows::{EventRow, TripRow, event_rows, trip_rows};
use crate::data::{Side, padded_text};
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

/// The columns of the table, in its order.
fn padded(columns: &[&str], in_table: &[&str], rows: &[Vec<String>]) -> String {
    let chosen: Vec<usize> =
        in_table.iter().filter_map(|name| columns.iter().position(|column| column == name)).collect();
    let names: Vec<_> = chosen.iter().filter_map(|&at| Some((*columns.get(at)?, Side::Left))).collect();
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| chosen.iter().filter_map(|&at| row.get(at).cloned()).collect()).collect();
    padded_text(&names, &rows)
}
