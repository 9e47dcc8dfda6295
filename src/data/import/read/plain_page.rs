//! A page of a wiki copied as plain text: rows between strokes, headings between signs of equality.
//!
//! Such a text has lost what was a picture, as the flags that named the countries, and cells that rows shared.

use std::ops::Range;

use super::headings::Headings;
use crate::data::import::cell::Cell;
use crate::data::import::table::{Page, Role, Row, Table};

/// Whether a text has a table of lines between strokes.
pub(crate) fn is_plain_page(text: &str) -> bool {
    let rows = text.lines().filter(|line| is_row(line)).count();
    let others = text.lines().filter(|line| line.starts_with("|-") || line.starts_with("{|")).count();
    2 <= rows && others < rows
}

/// Whether a line is a row: cells between strokes, from the beginning to the end.
fn is_row(line: &str) -> bool {
    let line = line.trim();
    line.len() > 2 && line.starts_with('|') && line.ends_with('|') && !line.starts_with("|}")
}

/// The tables of a page, and what its sentences say of rumours.
pub(crate) fn page(text: &str) -> Page {
    let mut page = Page { lost_cells: true, ..Page::default() };
    let mut headings = Headings::default();
    let mut table: Option<Table> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let range = at..at + line.trim_end().len();
        at += line.len();
        if is_row(line) {
            let open = table.get_or_insert_with(|| Table { headings: headings.words(), ..Table::default() });
            open.rows.push(row(text, range));
            continue;
        }
        page.tables.extend(table.take());
        let words = line.trim();
        let level = words.bytes().take_while(|byte| *byte == b'=').count();
        if 0 < level && words.ends_with('=') {
            let inner = words.trim_matches('=').trim();
            if level == 1 && page.title.is_empty() {
                inner.clone_into(&mut page.title);
            } else {
                headings.add(level, inner.to_owned());
            }
        } else if let Some((_, list)) = words.strip_prefix("- ").and_then(|item| item.rsplit_once(" to ")) {
            // `Two visits to Hungary and Poland`: the countries that the tables are about.
            page.countries.extend(names(list));
        } else if !words.is_empty() {
            page.sentences.extend(sentences(text, range));
        }
    }
    page.tables.extend(table.take());
    page
}

fn row(text: &str, range: Range<usize>) -> Row {
    let line = text.get(range.clone()).unwrap_or_default();
    let inner = range.start + line.find('|').unwrap_or(0) + 1..range.start + line.rfind('|').unwrap_or(line.len());
    let mut cells = Vec::new();
    let mut from = inner.start;
    for part in text.get(inner.clone()).unwrap_or_default().split('|') {
        let start = from + part.len() - part.trim_start().len();
        cells.push(Cell::plain(part.trim(), start..start + part.trim().len()));
        from += part.len() + 1;
    }
    Row { cells, at: range }
}

/// Names in a list: `Romania, Bulgaria and the Soviet Union`.
fn names(list: &str) -> Vec<String> {
    let parts = list.split(',').flat_map(|part| part.split(" and "));
    let names = parts.map(|name| name.trim().trim_start_matches("the ").trim_end_matches('.').to_owned());
    names.filter(|name| name.starts_with(char::is_uppercase)).collect()
}

/// The sentences of a paragraph, each with its place.
fn sentences(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut from = range.start;
    for (at, _) in text.get(range.clone()).unwrap_or_default().match_indices(". ") {
        sentences.push(from..range.start + at + 1);
        from = range.start + at + 2;
    }
    sentences.push(from..range.end);
    sentences
}

/// Rumoured journeys that sentences tell of, as a table: each year that is named after "in" or "and", in a country.
pub(crate) fn rumours(text: &str, page: &Page, country_in: &dyn Fn(&str) -> Option<String>) -> Table {
    let mut rows = Vec::new();
    for range in &page.sentences {
        let sentence = text.get(range.clone()).unwrap_or_default();
        let lower = sentence.to_lowercase();
        if !lower.contains("rumor") && !lower.contains("rumour") {
            continue;
        }
        let Some(country) = country_in(sentence) else { continue };
        let words: Vec<(usize, &str)> = sentence
            .split(' ')
            .scan(range.start, |at, word| {
                let start = *at;
                *at += word.len() + 1;
                Some((start, word))
            })
            .collect();
        for pair in words.windows(2) {
            let [(_, before), (start, word)] = pair else { continue };
            let year = word.trim_end_matches([',', '.', ';']);
            if ["in", "and"].contains(before) && year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) {
                let at = *start..start + year.len();
                let cells = [year, country.as_str(), "rumoured", sentence].map(|text| Cell::plain(text, at.clone()));
                rows.push(Row { cells: cells.to_vec(), at });
            }
        }
    }
    let roles = vec![Role::Dates, Role::Country, Role::Kind, Role::Details];
    Table { rows, roles: Some(roles), ..Table::default() }
}
