//! Pages of a wiki as its editors write them: their tables, with the headings above.
//!
//! Everything is read once from its beginning to its end, so that no input takes longer than its length asks for.

mod brackets;
mod markup;
mod templates;

use std::ops::Range;

use brackets::Brackets;
use markup::Markup;

use crate::data::import::cell::Cell;
use crate::data::import::read::headings::Headings;
use crate::data::import::table::{Grid, Page, Table};

/// Whether a text is wikitext: it has tables, or headings with links.
pub(crate) fn is_wikitext(text: &str) -> bool {
    let has_line = |start: &str| text.lines().any(|line| line.trim_start_matches([' ', ':']).starts_with(start));
    has_line("{|") && has_line("|-") || (text.contains("[[") && text.contains("]]") && text.contains("{{"))
}

/// The tables of a page.
pub(crate) fn page(text: &str) -> Page {
    let brackets = Brackets::new(text);
    let markup = Markup { text, brackets: &brackets };
    let mut reader = Reader { markup, page: Page::default(), headings: Headings::default(), open: Vec::new() };
    let mut at = 0;
    while at < text.len() {
        at = reader.line(at);
    }
    while reader.open.pop().is_some_and(|table| reader.close(table)) {}
    let mut page = reader.page;
    page.title = title(text, &Markup { text, brackets: &brackets });
    page
}

/// What the first bold words of a page call it.
fn title(text: &str, markup: &Markup<'_>) -> String {
    let mut lines = text.split_inclusive('\n').scan(0, |at, line| {
        let range = *at..*at + line.len();
        *at = range.end;
        Some((range, line))
    });
    let lead = lines.find(|(_, line)| line.contains("'''") && !line.starts_with(['{', '|', '!', '*', '[', '}']));
    let Some((range, line)) = lead else { return String::new() };
    let bold = line.split("'''").nth(1).unwrap_or_default();
    let start = range.start + line.find("'''").unwrap_or(0) + 3;
    let title = markup.cell(start..start + bold.len()).line();
    let mut letters = title.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A table that is being read.
#[derive(Default)]
struct OpenTable {
    headings: Vec<String>,
    grid: Grid,
    /// Cells of the row so far, each with its attributes and its content.
    cells: Vec<OpenCell>,
    row_start: usize,
    /// Whether what follows is of a caption or of attributes, not of a cell.
    is_beside_cells: bool,
}

struct OpenCell {
    attributes: Range<usize>,
    content: Range<usize>,
    is_header: bool,
}

struct Reader<'a> {
    markup: Markup<'a>,
    page: Page,
    /// The headings above.
    headings: Headings,
    /// The tables that are open, the innermost last.
    open: Vec<OpenTable>,
}

/// Tables in tables deeper than this are not read.
const DEEPEST: usize = 8;

impl Reader<'_> {
    /// Reads a line, which goes on as long as a bracket is open; where the next one begins.
    fn line(&mut self, start: usize) -> usize {
        let text = self.markup.text;
        let end = self.markup.brackets.line_end(text, start);
        let next = (end + 1).min(text.len());
        let next = if next <= start { text.len() } else { next };
        let line = self.markup.part(start..end);
        let content = line.trim_start_matches([' ', ':', '\t']);
        let from = start + line.len() - content.len();
        if content.starts_with("{|") && self.open.len() < DEEPEST {
            let headings = self.headings.words();
            self.open.push(OpenTable { headings, row_start: start, is_beside_cells: true, ..OpenTable::default() });
        } else if self.open.is_empty() {
            self.heading(line, start);
        } else if content.starts_with("|}") {
            if let Some(table) = self.open.pop() {
                self.close(table);
            }
        } else if let Some(table) = self.open.last_mut() {
            if content.starts_with("|-") {
                table.end_row(&self.markup, start);
                table.row_start = next;
                table.is_beside_cells = true;
            } else if content.starts_with("|+") {
                let start =
                    self.markup.brackets.plain_stroke(text, from + 2, end).map_or(from + 2, |stroke| stroke + 1);
                let words = self.markup.cell(start..end).line();
                table.headings.extend((!words.is_empty()).then_some(words));
                table.is_beside_cells = true;
            } else if content.starts_with(['|', '!']) {
                table.is_beside_cells = false;
                table.add_cells(&self.markup, from, end, content.starts_with('!'));
            } else if !table.is_beside_cells
                && let Some(cell) = table.cells.last_mut()
            {
                cell.content.end = end;
            }
        }
        next
    }

    fn heading(&mut self, line: &str, start: usize) {
        let words = line.trim_end();
        let level = words.bytes().take_while(|byte| *byte == b'=').count().min(6);
        if level == 0 || words.len() < 2 * level + 1 || !words.ends_with('=') {
            return;
        }
        let inner = words.trim_matches('=').trim();
        let from = start + line.find(inner).unwrap_or(0);
        let inner = self.markup.cell(from..from + inner.len()).line();
        self.headings.add(level, inner);
    }

    /// Ends a table; one within another is a line of its cell.
    fn close(&mut self, mut table: OpenTable) -> bool {
        table.end_row(&self.markup, self.markup.text.len());
        if self.open.is_empty() && !table.grid.rows.is_empty() {
            self.page.tables.push(Table { headings: table.headings, rows: table.grid.rows, ..Table::default() });
        }
        true
    }
}

impl OpenTable {
    /// Adds the cells of a line.
    fn add_cells(&mut self, markup: &Markup<'_>, start: usize, end: usize, is_header: bool) {
        let text = markup.text.as_bytes();
        let mut from = start + 1;
        let mut attributes = from..from;
        let mut at = from;
        while at < end {
            if let Some(behind) = markup.brackets.end_of(at) {
                at = behind.min(end);
                continue;
            }
            let pair = text.get(at..at + 2).unwrap_or_default();
            let is_stroke = text.get(at) == Some(&b'|');
            if pair == b"||" || (is_header && pair == b"!!") {
                self.cells.push(OpenCell { attributes: attributes.clone(), content: from..at, is_header });
                from = at + 2;
                attributes = from..from;
                at += 2;
            } else if is_stroke && attributes.is_empty() && markup.part(from..at).contains('=') {
                attributes = from..at;
                from = at + 1;
                at += 1;
            } else if is_stroke && attributes.is_empty() && markup.part(from..at).trim().is_empty() {
                // An empty list of attributes.
                from = at + 1;
                at += 1;
            } else {
                at += 1;
            }
        }
        self.cells.push(OpenCell { attributes, content: from..end, is_header });
    }

    fn end_row(&mut self, markup: &Markup<'_>, end: usize) {
        if self.cells.is_empty() {
            return;
        }
        let number = |cell: &OpenCell, name: &str| {
            let text = markup.part(cell.attributes.clone()).to_ascii_lowercase();
            let value = text.split_once(name).map(|(_, value)| value.trim_start_matches([' ', '=', '"', '\'']));
            value
                .and_then(|value| value.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok())
                .unwrap_or(1)
        };
        let cells = std::mem::take(&mut self.cells);
        let cells = cells.iter().map(|cell| {
            let read = markup.cell(cell.content.clone());
            (Cell { is_header: cell.is_header, ..read }, number(cell, "colspan"), number(cell, "rowspan"))
        });
        let cells = cells.collect();
        self.grid.add(cells, self.row_start.min(end)..end);
    }
}
