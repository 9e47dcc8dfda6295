//! Travels of presidents and secretaries in the XML of the Office of the Historian: `<trips><trip>…`.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};

use crate::data::import::cell::Cell;
use crate::data::import::table::{Page, Role, Row, Table};

/// Whether a text is such an archive.
pub(crate) fn is_travels(text: &str) -> bool {
    let beginning = text.get(..text.floor_char_boundary(400)).unwrap_or_default();
    beginning.trim_start().starts_with('<') && beginning.contains("<trips")
}

/// Elements of a trip with what they are.
const FIELDS: [(&str, Role); 6] = [
    ("name", Role::Traveller),
    ("start-date", Role::Dates),
    ("end-date", Role::End),
    ("country", Role::Country),
    ("locale", Role::Place),
    ("remarks", Role::Details),
];

/// The trips of an archive as a table.
///
/// # Errors
///
/// What is wrong with the XML, and at which byte.
pub(crate) fn page(text: &str) -> Result<Page, (String, usize)> {
    let document = Document::parse(text).map_err(|err| {
        let place = err.pos();
        let line = text.split_inclusive('\n').take(place.row.saturating_sub(1) as usize).map(str::len).sum::<usize>();
        (err.to_string(), (line + place.col.saturating_sub(1) as usize).min(text.len()))
    })?;
    let trips = document.descendants().filter(|node| node.has_tag_name("trip"));
    let rows =
        trips.map(|trip| Row { cells: FIELDS.iter().map(|(name, _)| cell(trip, name)).collect(), at: trip.range() });
    let roles = FIELDS.map(|(_, role)| role).to_vec();
    let table = Table { rows: rows.collect(), roles: Some(roles), ..Table::default() };
    let archive = "Travels of presidents and secretaries of state, U.S. Office of the Historian".to_owned();
    let names: BTreeSet<String> = table.rows.iter().filter_map(|row| row.cells.first()).map(Cell::line).collect();
    let title = match names.iter().collect::<Vec<_>>().as_slice() {
        [only] if !only.is_empty() => format!("Travels of {only}"),
        _ => String::new(),
    };
    Ok(Page { title, tables: vec![table], origin: archive.clone(), archive, ..Page::default() })
}

/// The text of an element of a trip.
fn cell(trip: Node<'_, '_>, name: &str) -> Cell {
    let element = trip.children().find(|node| node.has_tag_name(name));
    let Some(element) = element else { return Cell { at: trip.range().start..trip.range().start, ..Cell::default() } };
    let text: String = element.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect();
    Cell::plain(text.split_whitespace().collect::<Vec<_>>().join(" "), element.range())
}
