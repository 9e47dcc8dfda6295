//! Workbooks of spreadsheets: XLSX, XLS and ODS. Their sheets become tables, and a text with a line for each row.

mod excel;
mod guarded;
mod old_excel;
mod open_document;
mod sheet;

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read as _};

use calamine::{Data, Dimensions};
use zip::ZipArchive;

use open_document::is_open_document;
use sheet::{Cells, MOST_COLUMNS, Sheet};

use crate::data::import::cell::Cell;
use crate::data::import::table::{Grid, Page, Table};
use crate::text::count;

/// Whether bytes are a workbook: a ZIP archive, or a compound file as of old office programs.
pub(crate) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || old_excel::is_compound_file(bytes)
}

/// What a workbook may unpack to, in bytes; more is a trap.
const MOST_UNPACKED: u64 = 256 << 20;
/// With so many blank rows between, what follows is not read.
const MOST_BLANK_ROWS: u32 = 1000;

/// The sheets of a workbook as tables, and its text.
///
/// # Errors
///
/// Why it cannot be read, in words.
pub(crate) fn page(bytes: &[u8], sheet: Option<&str>) -> Result<(Page, String), String> {
    if bytes.starts_with(b"PK") && !is_small(bytes) {
        return Err(format!("this unpacks to more than {} MiB, the most that is read", MOST_UNPACKED >> 20));
    }
    let sheets = if is_open_document(bytes) { open_document::sheets(bytes)? } else { excel::sheets(bytes, sheet)? };
    let mut page = Page { may_guess: true, ..Page::default() };
    let mut text = String::new();
    page.sheets = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    if let Some(wanted) = sheet.filter(|wanted| !page.sheets.iter().any(|name| name == wanted)) {
        return Err(format!("there is no sheet “{wanted}”, but “{}”", page.sheets.join("”, “")));
    }
    for Sheet { name, mut cells, merged } in
        sheets.into_iter().filter(|own| sheet.is_none_or(|wanted| wanted == own.name))
    {
        let all = cells.len();
        cells.retain(|(_, column), _| *column < MOST_COLUMNS);
        cut_after_blank_rows(&mut cells);
        if cells.len() < all {
            let far = count(all - cells.len(), "cell", "cells");
            page.notes.push(format!("sheet “{name}”: {far} far from the others not read"));
        }
        page.tables.push(table(&name, &cells, &merged, &mut text));
    }
    Ok((page, text))
}

/// Whether all that an archive holds unpacks to no more than is read.
fn is_small(bytes: &[u8]) -> bool {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return true };
    let mut left = MOST_UNPACKED;
    for number in 0..archive.len() {
        let Ok(file) = archive.by_index(number) else { continue };
        let unpacked = io::copy(&mut file.take(left + 1), &mut io::sink()).unwrap_or(0);
        match left.checked_sub(unpacked) {
            Some(rest) => left = rest,
            None => return false,
        }
    }
    true
}

/// Leaves out what stands far below the rest.
fn cut_after_blank_rows(cells: &mut Cells) {
    let rows: Vec<u32> = cells.keys().map(|(row, _)| *row).collect();
    let gap = rows.windows(2).find(|pair| matches!(pair, [one, next] if MOST_BLANK_ROWS < next - one));
    if let Some(&[_, far]) = gap {
        cells.retain(|(row, _), _| *row < far);
    }
}

/// A sheet as a table; its rows are added to the text.
fn table(name: &str, cells: &Cells, merged: &[Dimensions], text: &mut String) -> Table {
    let mut grid = Grid::default();
    let mut rows: BTreeMap<u32, Vec<(u32, &Data)>> = BTreeMap::new();
    for (&(row, column), value) in cells {
        rows.entry(row).or_default().push((column, value));
    }
    let mut next = rows.keys().next().copied().unwrap_or(0);
    for (row, values) in rows {
        // Blank rows between keep the numbers of the rows.
        for blank in next..row {
            let at = text.len();
            text.push('\n');
            grid.add(vec![(named(Cell { at: at..at, ..Cell::default() }, name, blank, 0), 1, 1)], at..at);
        }
        let start = text.len();
        let width = values.iter().map(|(column, _)| column + 1).max().unwrap_or(0);
        let by_column: BTreeMap<u32, &Data> = values.into_iter().collect();
        let mut placed = Vec::new();
        for column in 0..width {
            let value = by_column.get(&column).map(|value| words(value)).unwrap_or_default();
            if 0 < column {
                text.push('\t');
            }
            let at = text.len();
            text.push_str(&value.replace(['\n', '\r', '\t'], " "));
            let region = merged.iter().find(|region| region.contains(row, column));
            let span = match region {
                Some(region) if region.start == (row, column) => [region.end.1 - column + 1, region.end.0 - row + 1],
                // Another cell stands here.
                Some(_) => continue,
                None => [1, 1],
            };
            let cell = named(Cell::plain(value.trim(), at..text.len()), name, row, column);
            placed.push((cell, span[0] as usize, span[1] as usize));
        }
        grid.add(placed, start..text.len());
        text.push('\n');
        next = row + 1;
    }
    Table { headings: vec![name.to_owned()], rows: grid.rows, ..Table::default() }
}

/// A cell with the name that spreadsheets give it.
fn named(cell: Cell, sheet: &str, row: u32, column: u32) -> Cell {
    let mut letters = String::new();
    let mut rest = column + 1;
    while 0 < rest {
        rest -= 1;
        letters.insert(0, char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    Cell { name: Some(format!("sheet “{sheet}”, cell {letters}{}", row + 1)), ..cell }
}

/// A value as it is to be read: a date as a date, a whole number without a point.
fn words(value: &Data) -> String {
    match value {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(is) => is.to_string(),
        Data::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTime(date) => date.as_f64().to_string(),
    }
}
