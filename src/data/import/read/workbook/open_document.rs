//! Spreadsheets of `OpenDocument` (ODS), read from their `content.xml`: a cell that is repeated a million times costs nothing,
//! and merged cells are known.

use std::io::{Cursor, Read as _};

use calamine::{Data, Dimensions};
use roxmltree::{Document, Node, ParsingOptions};
use zip::ZipArchive;

use super::sheet::{Cells, MOST_COLUMNS, Sheet};

/// The longest `content.xml` that is read, in bytes.
const LONGEST: u64 = 64 << 20;
/// The most elements and texts in it.
const MOST_NODES: u32 = 4_000_000;
/// A row or cell that holds something is repeated at most so often.
const MOST_REPEATED: u32 = 1000;

/// Whether an archive is such a spreadsheet.
pub(super) fn is_open_document(bytes: &[u8]) -> bool {
    let mut kind = String::new();
    let archive = ZipArchive::new(Cursor::new(bytes));
    let read =
        archive.map(|mut archive| archive.by_name("mimetype").map(|file| file.take(100).read_to_string(&mut kind)));
    read.is_ok() && kind.starts_with("application/vnd.oasis.opendocument.spreadsheet")
}

/// Its sheets.
///
/// # Errors
///
/// Why it cannot be read, in words.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, String> {
    let wrong = |err: &dyn std::fmt::Display| format!("this is no workbook that can be read: {err}");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|err| wrong(&err))?;
    let mut text = String::new();
    let content = archive.by_name("content.xml").map_err(|err| wrong(&err))?;
    content.take(LONGEST + 1).read_to_string(&mut text).map_err(|err| wrong(&err))?;
    if LONGEST < text.len() as u64 {
        return Err(format!("its content is longer than {} MiB, the most that is read", LONGEST >> 20));
    }
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(&text, options).map_err(|err| wrong(&err))?;
    Ok(document.descendants().filter(|node| is(*node, "table")).map(sheet).collect())
}

fn sheet(table: Node<'_, '_>) -> Sheet {
    let mut sheet = Sheet { name: attribute(table, "name").unwrap_or_default().to_owned(), ..Sheet::default() };
    let mut row = 0_u32;
    // Rows may stand in groups and headings; those of a table in a cell are not of this one.
    let is_own = |node: &Node<'_, '_>| node.ancestors().find(|node| is(*node, "table")) == Some(table);
    for element in table.descendants().filter(|node| is(*node, "table-row")).filter(is_own) {
        let repeated = number(element, "number-rows-repeated");
        let mut cells = Cells::new();
        add_row(element, row, &mut cells, &mut sheet.merged);
        for copy in 1..if cells.is_empty() { 1 } else { repeated.min(MOST_REPEATED) } {
            sheet.cells.extend(cells.iter().map(|((row, column), data)| ((row + copy, *column), data.clone())));
        }
        sheet.cells.append(&mut cells);
        row = row.saturating_add(repeated);
    }
    sheet
}

/// The cells of a row that hold something, and those that span others.
fn add_row(element: Node<'_, '_>, row: u32, cells: &mut Cells, merged: &mut Vec<Dimensions>) {
    let mut column = 0_u32;
    for cell in element.children().filter(|node| is(*node, "table-cell") || is(*node, "covered-table-cell")) {
        let repeated = number(cell, "number-columns-repeated");
        let [columns, rows] = ["number-columns-spanned", "number-rows-spanned"].map(|name| number(cell, name));
        if 1 < columns || 1 < rows {
            let end = (row.saturating_add(rows - 1), column.saturating_add(columns - 1));
            merged.push(Dimensions { start: (row, column), end });
        }
        if let Some(value) = value(cell).filter(|_| is(cell, "table-cell")) {
            // What stands far to the right is counted by the caller, and not repeated.
            let end = column.saturating_add(repeated.min(MOST_REPEATED)).min(MOST_COLUMNS.max(column + 1));
            cells.extend((column..end).map(|column| ((row, column), value.clone())));
        }
        column = column.saturating_add(repeated);
    }
}

/// What a cell holds; `None` where that is nothing.
fn value(cell: Node<'_, '_>) -> Option<Data> {
    let words = || {
        let lines = cell.children().filter(|node| is(*node, "p")).map(text);
        lines.collect::<Vec<_>>().join("\n")
    };
    match attribute(cell, "value-type") {
        Some("date") => {
            let date = attribute(cell, "date-value")?;
            Some(Data::DateTimeIso(date.split('T').next().unwrap_or(date).to_owned()))
        }
        Some("float") => Some(Data::Float(attribute(cell, "value")?.parse().ok()?)),
        _ => Some(words()).filter(|words| !words.is_empty()).map(Data::String),
    }
}

/// The words of a paragraph, with its blanks and line ends.
fn text(paragraph: Node<'_, '_>) -> String {
    let part = |node: Node<'_, '_>| match node.tag_name().name() {
        "s" => " ".repeat(number(node, "c").min(MOST_REPEATED) as usize),
        "tab" => " ".to_owned(),
        "line-break" => "\n".to_owned(),
        _ => node.text().filter(|_| node.is_text()).unwrap_or_default().to_owned(),
    };
    paragraph.descendants().map(part).collect()
}

/// Whether a node is an element of this name, in whatever space of names.
fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// A number of times; 1 where nothing is said.
fn number(node: Node<'_, '_>, name: &str) -> u32 {
    attribute(node, name).and_then(|text| text.parse().ok()).map_or(1, |number: u32| number.max(1))
}
