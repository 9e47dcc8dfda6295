//! Tables of lines: commas, tabs or semicolons between the cells, with or without quotes.

use super::cell_text::without_reference_marks;
use super::html::{has_tags, plain_words};
use crate::data::import::cell::Cell;
use crate::data::import::table::{Page, Row, Table};

/// What can part cells.
const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// Lines looked at to find out what parts the cells.
const SAMPLED_LINES: usize = 50;

/// What parts the cells of most lines into the same number, more than one; `None` where nothing does.
pub(crate) fn delimiter(text: &str) -> Option<u8> {
    let widths = |delimiter: u8| {
        let mut reader = reader(text, delimiter);
        let records = reader.byte_records().take(SAMPLED_LINES).filter_map(Result::ok);
        let mut widths: Vec<usize> = records.map(|record| record.len()).collect();
        widths.sort_unstable();
        widths
    };
    let score = |delimiter: u8| {
        let widths = widths(delimiter);
        let middle = widths.get(widths.len() / 2).copied().filter(|width| 1 < *width)?;
        let alike = widths.iter().filter(|width| **width == middle).count();
        // Half of the lines alike, or the sign is one of the sentences in them.
        (widths.len() <= 2 * alike).then_some((alike * 100 / widths.len(), middle))
    };
    let best = DELIMITERS.into_iter().filter_map(|delimiter| Some((score(delimiter)?, delimiter)));
    best.max_by_key(|(score, delimiter)| (*score, *delimiter == b'\t', *delimiter == b';'))
        .map(|(_, delimiter)| delimiter)
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(delimiter).quote(quote(text, delimiter)).has_headers(false).flexible(true);
    builder.from_reader(text.as_bytes())
}

/// Bytes looked at to find out in which quotes cells stand.
const SAMPLED_BYTES: usize = 1 << 16;

/// The sign before and behind cells that hold others: single quotes where as many begin cells as end them, and
/// double ones begin none.
fn quote(text: &str, delimiter: u8) -> u8 {
    let sample = text.as_bytes().get(..SAMPLED_BYTES).unwrap_or(text.as_bytes());
    let ends = |byte: Option<&u8>| byte.is_none_or(|&byte| byte == delimiter || matches!(byte, b'\n' | b'\r'));
    let byte = |at: Option<usize>| at.and_then(|at| sample.get(at));
    let signs = |sign: u8| (0..sample.len()).filter(move |at| sample.get(*at) == Some(&sign));
    let opened = |sign: u8| signs(sign).filter(|at| ends(byte(at.checked_sub(1)))).count();
    let closed = |sign: u8| signs(sign).filter(|at| ends(byte(at.checked_add(1)))).count();
    let are_single = opened(b'"') == 0 && 2 <= opened(b'\'') && opened(b'\'') == closed(b'\'');
    if are_single { b'\'' } else { b'"' }
}

/// The only table of a text.
pub(crate) fn page(text: &str, delimiter: u8) -> Page {
    let mut reader = reader(text, delimiter);
    let mut rows = Vec::new();
    let mut record = csv::ByteRecord::new();
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX).min(text.len());
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            // Only reading can fail, and this is memory.
            Ok(false) | Err(_) => break,
        }
        let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX).min(text.len());
        let start =
            start + text.get(start..end).map_or(0, |line| line.len() - line.trim_start_matches(['\r', '\n']).len());
        let mut from = start;
        let cells = record.iter().map(|bytes| {
            let value = String::from_utf8_lossy(bytes).trim().to_owned();
            let at = text.get(from..end).and_then(|rest| rest.find(value.as_str())).map_or(from, |found| from + found);
            let range = at..at + value.len();
            from = range.end.min(end);
            let words = if has_tags(&value) { plain_words(&value) } else { value };
            // A page that was copied has tabs between its cells, and its marks of notes.
            let words = if delimiter == b'\t' { without_reference_marks(&words) } else { words };
            Cell::plain(words.replace("\r\n", "\n").replace('\r', "\n"), range)
        });
        let mut cells: Vec<Cell> = cells.collect();
        // Spreadsheets end lines with blank cells.
        while cells.last().is_some_and(|cell| cell.text.is_empty()) {
            cells.pop();
        }
        rows.push(Row {
            cells,
            at: start..end.min(start + text.get(start..end).map_or(0, |line| line.trim_end().len())).max(start),
        });
    }
    Page { tables: vec![Table { rows, ..Table::default() }], ..Page::default() }
}
