//! Pages of HTML: their tables, with the headings above.
//!
//! The tokens are read once; nothing is built but cells. So no nesting costs more than its length, and no tag that is
//! forgotten loses more than its row.

use std::ops::Range;

use html5gum::Tokenizer;
use html5gum::emitters::default::{DefaultEmitter, EndTag, StartTag, Token};

use super::cell_text::CellText;
use super::headings::Headings;
use super::link_target::target_of_address;
use crate::data::import::cell::Cell;
use crate::data::import::table::{Grid, Page, Table};

/// Whether a text is HTML with tables.
pub(crate) fn is_html(text: &str) -> bool {
    let beginning = text.get(..text.floor_char_boundary(200)).unwrap_or_default().trim_start().to_lowercase();
    let begins = ["<!doctype html", "<html", "<table", "<div", "<meta", "<body", "<!--startfragment"];
    begins.iter().any(|start| beginning.starts_with(start))
        || (beginning.starts_with('<') && !beginning.starts_with("<?xml") && text.contains("<table"))
}

/// The tables of a page.
pub(crate) fn page(text: &str) -> Page {
    let mut reader = Reader::default();
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&tag),
            Token::String(words) => reader.words(&String::from_utf8_lossy(&words.value)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    while !reader.open.is_empty() {
        reader.close_table(text.len());
    }
    let origin = [reader.address, revision(text)].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let title = reader.title.rsplit_once(" - ").map_or(reader.title.as_str(), |(title, _)| title).trim().to_owned();
    Page { title, origin, tables: reader.tables, ..Page::default() }
}

/// The words of a piece of HTML in one line.
pub(crate) fn plain_words(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return html.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let mut text = CellText::default();
    for token in Tokenizer::new(html) {
        let Ok(token) = token;
        match token {
            html5gum::Token::String(words) => text.push(&String::from_utf8_lossy(&words)),
            html5gum::Token::StartTag(tag) if LINES.iter().any(|name| tag.name.as_slice() == name.as_bytes()) => {
                text.push("\n");
            }
            _ => {}
        }
    }
    text.cell(0..0).line()
}

/// Whether a text has tags, so that it is to be read without them.
pub(crate) fn has_tags(text: &str) -> bool {
    let after = |sign| text.split(sign).skip(1);
    text.contains('>')
        && after('<').any(|rest| rest.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '/'))
}

/// The number of the revision that a page of `MediaWiki` says, in its variables or in what it is about.
fn revision(text: &str) -> Option<String> {
    let number = |before: &str| {
        let (_, rest) = text.split_once(before)?;
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        (!digits.is_empty() && digits != "0").then(|| format!("revision {digits}"))
    };
    number("\"wgRevisionId\":").or_else(|| number("Special:Redirect/revision/"))
}

#[derive(Default)]
struct Reader {
    tables: Vec<Table>,
    /// The tables that are open, the innermost last.
    open: Vec<OpenTable>,
    headings: Headings,
    /// A heading or title that is being read.
    beside: Option<(Beside, CellText)>,
    /// The element that is not to be read, and how many of its name are open in it.
    hidden: Option<(String, usize)>,
    title: String,
    has_main_heading: bool,
    address: Option<String>,
}

/// Words beside tables that are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    Title,
    Heading(usize),
    Caption,
}

#[derive(Default)]
struct OpenTable {
    headings: Vec<String>,
    grid: Grid,
    cells: Vec<(Cell, usize, usize)>,
    row_start: usize,
    cell: Option<OpenCell>,
}

struct OpenCell {
    text: CellText,
    start: usize,
    columns: usize,
    rows: usize,
    is_header: bool,
    link: Option<(usize, String)>,
}

/// Tables in tables deeper than this are read as part of the one that holds them.
const DEEPEST: usize = 16;

/// Elements of which nothing is to be read.
const HIDDEN: [&str; 9] =
    ["style", "script", "template", "noscript", "head-only", "select", "textarea", "audio", "video"];
/// Elements that hold nothing and have no end.
const VOID: [&str; 8] = ["br", "img", "hr", "input", "meta", "link", "wbr", "col"];
/// Elements that begin on a line of their own.
const LINES: [&str; 13] = ["br", "p", "div", "li", "ul", "ol", "dd", "dt", "dl", "tr", "blockquote", "table", "hr"];
/// Classes of marks that are no words of a text.
const MARKS: [&str; 7] = ["reference", "mw-editsection", "sortkey", "mw-empty-elt", "navbox", "sidebar", "infobox"];

impl Reader {
    fn start(&mut self, tag: &StartTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let ends_cell = matches!(name.as_str(), "td" | "th" | "tr");
        if let Some((hidden, depth)) = &mut self.hidden {
            // A cell ends what was hidden in the one before and never closed.
            if ends_cell && !matches!(hidden.as_str(), "td" | "th" | "tr" | "table") {
                self.hidden = None;
            } else {
                *depth += usize::from(*hidden == name && !tag.self_closing);
                return;
            }
        }
        let attribute =
            |name: &str| tag.attributes.get(name.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned());
        let classes = attribute("class").unwrap_or_default();
        let is_mark = classes.split_whitespace().any(|class| MARKS.contains(&class));
        let style: String = attribute("style").unwrap_or_default().to_lowercase().split_whitespace().collect();
        let is_hidden = HIDDEN.contains(&name.as_str())
            || style.contains("display:none")
            || attribute("hidden").is_some()
            || is_mark;
        if is_hidden && !VOID.contains(&name.as_str()) && !tag.self_closing {
            self.hidden = Some((name, 1));
            return;
        }
        let at = tag.span.start;
        match name.as_str() {
            "title" if self.title.is_empty() => self.beside = Some((Beside::Title, CellText::default())),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if self.open.is_empty() => {
                let level = name.trim_start_matches('h').parse().unwrap_or(1);
                self.beside = Some((Beside::Heading(level), CellText::default()));
            }
            "caption" => self.beside = Some((Beside::Caption, CellText::default())),
            "link" if attribute("rel").is_some_and(|rel| rel == "canonical") => self.address = attribute("href"),
            "table" if self.open.len() < DEEPEST => {
                self.line();
                self.open.push(OpenTable { headings: self.headings.words(), row_start: at, ..OpenTable::default() });
            }
            "tr" => {
                if let Some(table) = self.open.last_mut() {
                    table.end_row(at);
                    table.row_start = at;
                }
            }
            "td" | "th" => {
                if let Some(table) = self.open.last_mut() {
                    table.end_cell(at);
                    // `2;` is two: what follows the digits is a mistake.
                    let span = |name: &str| attribute(name).and_then(|value| digits(&value)).unwrap_or(1);
                    let (columns, rows) = (span("colspan").max(1), span("rowspan"));
                    let is_header = name == "th";
                    table.cell = Some(OpenCell {
                        text: CellText::default(),
                        start: tag.span.end,
                        columns,
                        rows,
                        is_header,
                        link: None,
                    });
                }
            }
            "a" => {
                let target = attribute("href").unwrap_or_default();
                if let Some(cell) = self.cell() {
                    cell.link = Some((cell.text.begin_link(), target_of_address(&target)));
                }
            }
            "img" => {
                let alt = attribute("alt").filter(|alt| !alt.trim().is_empty());
                if let (Some(cell), Some(alt)) = (self.cell(), alt) {
                    cell.text.flag = Some(alt.trim_start_matches("Flag of ").trim_start_matches("the ").to_owned());
                }
            }
            other if LINES.contains(&other) => self.line(),
            _ => {}
        }
    }

    fn end(&mut self, tag: &EndTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if let Some((hidden, depth)) = &mut self.hidden {
            if *hidden == name {
                *depth -= 1;
                if *depth == 0 {
                    self.hidden = None;
                }
                return;
            }
            if !matches!(name.as_str(), "td" | "th" | "tr" | "table") || hidden == "table" {
                return;
            }
            self.hidden = None;
        }
        match name.as_str() {
            "title" | "caption" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.end_beside(),
            "table" => self.close_table(tag.span.end),
            "tr" => {
                if let Some(table) = self.open.last_mut() {
                    table.end_row(tag.span.end);
                }
            }
            "td" | "th" => {
                if let Some(table) = self.open.last_mut() {
                    table.end_cell(tag.span.start);
                }
            }
            "a" => {
                if let Some(cell) = self.cell()
                    && let Some((start, target)) = cell.link.take()
                {
                    cell.text.end_link(start, target);
                }
            }
            other if LINES.contains(&other) => self.line(),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if self.hidden.is_some() {
            return;
        }
        // Line ends of the file are blanks.
        let words = words.replace(['\n', '\r'], " ");
        if let Some((_, text)) = &mut self.beside {
            text.push(&words);
        } else if let Some(cell) = self.cell() {
            cell.text.push(&words);
        }
    }

    /// The cell that is open.
    fn cell(&mut self) -> Option<&mut OpenCell> {
        self.open.last_mut().and_then(|table| table.cell.as_mut())
    }

    fn line(&mut self) {
        if let Some(cell) = self.cell() {
            cell.text.push("\n");
        }
    }

    fn end_beside(&mut self) {
        let Some((beside, text)) = self.beside.take() else { return };
        let words = text.cell(0..0).line();
        match beside {
            Beside::Title => self.title = words,
            // What stands over the table itself is its nearest heading.
            Beside::Caption => self.open.last_mut().map_or((), |table| table.headings.push(words)),
            Beside::Heading(level) => {
                if level == 1 && !self.has_main_heading && !words.is_empty() {
                    self.has_main_heading = true;
                    self.title = words;
                } else {
                    self.headings.add(level, words);
                }
            }
        }
    }

    /// Ends a table; one in another is also part of its cell.
    fn close_table(&mut self, end: usize) {
        let Some(mut table) = self.open.pop() else { return };
        table.end_row(end);
        if let Some(cell) = self.cell() {
            for inner in table.grid.rows.iter().flat_map(|row| &row.cells).filter(|cell| !cell.is_spanned) {
                cell.text.push(&format!("\n{}", inner.text));
            }
            cell.text.push("\n");
        }
        if !table.grid.rows.is_empty() {
            self.tables.push(Table { headings: table.headings, rows: table.grid.rows, ..Table::default() });
        }
    }
}

impl OpenTable {
    fn end_cell(&mut self, end: usize) {
        if let Some(OpenCell { text, start, columns, rows, is_header, .. }) = self.cell.take() {
            let range: Range<usize> = start..end.max(start);
            self.cells.push((Cell { is_header, ..text.cell(range) }, columns, rows));
        }
    }

    fn end_row(&mut self, end: usize) {
        self.end_cell(end);
        if !self.cells.is_empty() {
            self.grid.add(std::mem::take(&mut self.cells), self.row_start..end);
        }
    }
}

/// The number that a text begins with.
fn digits(text: &str) -> Option<usize> {
    let text = text.trim();
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    text.get(..end)?.parse().ok()
}
