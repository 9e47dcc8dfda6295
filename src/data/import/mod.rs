//! Other people's lists of journeys: pages, spreadsheets, archives. Each becomes the text of a file of trips.
//!
//! ```text
//! bytes ─► decode ─► text ─► read/ ─► Page of tables ─► columns ─► trips ─► file: RON
//! ```
//!
//! All kinds end in the same step from rows to trips, so that dates, countries and messages are alike. What is not
//! understood is reported where it stands in the input; nothing is guessed in silence.

mod cell;
mod columns;
mod coordinates;
pub mod dates;
mod decode;
mod file;
mod options;
mod people;
mod read;
mod report;
mod restore;
mod table;
mod trips;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub use options::Options;
pub use report::{ColumnReport, Report, TableReport};
pub use table::Role;
pub use trips::RowCounts;

use cell::Cell;
use columns::Columns;
use file::Head;
use read::{delimited, html, plain_page, timeline_js, travels_xml, wiki_answer, wikitext, workbook};
use restore::{Evidence, Restoration};
use table::{Page, Table};
use trips::{Draft, RowTrouble, TableTrips, Why, out_of_order};

use super::json;
use super::problem::{Problem, ProblemCode};
use super::source_text::SourceText;

/// What an input is, by what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A page of a wiki as its editors write it.
    Wikitext,
    /// A page of HTML.
    Html,
    /// A page of a wiki copied as plain text.
    PlainPage,
    /// Travels in the XML of the Office of the Historian.
    TravelsXml,
    /// A story of `TimelineJS`.
    TimelineJs,

    /// Lines whose cells are parted by this sign.
    Delimited(char),
}

/// An input as it stands.
#[derive(Clone, Debug)]
pub struct Input {
    /// The name of its file.
    pub name: String,
    /// How places tell the file, where there are several.
    pub label: String,
    /// What the file holds.
    pub bytes: Vec<u8>,
}

/// An input that was read.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    head: Head,
    drafts: Vec<Draft>,
    /// What was read, as text: the places of the problems are places in it.
    pub text: SourceText,
    /// What could not be used.
    pub problems: Vec<Problem>,
    /// What became of every row.
    pub report: Report,
}

impl Imported {
    /// The file of trips that some inputs become together, each as a source of its own.
    #[must_use]
    pub fn file_text(imports: &[Self]) -> String {
        let parts: Vec<_> = imports.iter().map(|import| (&import.head, import.drafts.as_slice())).collect();
        file::text_of(&parts)
    }

    /// How many trips it holds.
    #[must_use]
    pub const fn trip_count(&self) -> usize {
        self.drafts.len()
    }

    /// Where a trip stands in the text, by its number among all.
    #[must_use]
    pub fn place_of(&self, trip: usize) -> Option<Range<usize>> {
        self.drafts.get(trip).map(|draft| draft.at.clone())
    }
}

/// What an input is, by what it holds; `None` for a file of trips, a view, and all that is no list of journeys.
fn kind_of_text(text: &str, options: &Options) -> Option<Kind> {
    if let Some(delimiter) = options.delimiter {
        return Some(Kind::Delimited(delimiter));
    }
    if is_file_of_trips(text) {
        return None;
    }
    if travels_xml::is_travels(text) {
        return Some(Kind::TravelsXml);
    }
    if timeline_js::is_story(text) {
        return Some(Kind::TimelineJs);
    }
    if html::is_html(text) {
        return Some(Kind::Html);
    }
    if plain_page::is_plain_page(text) {
        return Some(Kind::PlainPage);
    }
    if wikitext::is_wikitext(text) {
        return Some(Kind::Wikitext);
    }
    let delimiter = delimited::delimiter(text)?;
    // Any text has commas; only one with dates and countries in columns is a table of journeys.
    let is_table =
        delimited::page(text, delimiter).tables.iter().any(|table| columns_of(table, true, options).is_some());
    is_table.then(|| Kind::Delimited(char::from(delimiter)))
}

/// Whether a text begins as a file of trips does: with a bracket and a field, behind comments, or as JSON.
#[must_use]
pub fn is_file_of_trips(text: &str) -> bool {
    if json::is_of_trips(text) {
        return true;
    }
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    while rest.starts_with("//") || rest.starts_with("#!") {
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest.trim_start());
    }
    let Some(inner) = rest.strip_prefix('(') else { return false };
    let field = inner.trim_start();
    let behind = field.trim_start_matches(|letter: char| letter.is_alphanumeric() || letter == '_');
    behind.len() < field.len() && behind.trim_start().starts_with(':')
}

/// Reads an input; `name` is that of its file.
///
/// # Errors
///
/// A [`Problem`] when it is of no kind that is known.
pub fn import(bytes: &[u8], name: &str, options: &Options) -> Result<Imported, Box<Problem>> {
    if workbook::is_workbook(bytes) {
        let read = workbook::page(bytes, options.sheet.as_deref());
        let (page, text) = read.map_err(|message| Box::new(Problem::error(ProblemCode::CannotRead, message)))?;
        return Ok(from_page(page, SourceText::new(text), name, options));
    }
    let (text, encoding) = decode::text(bytes, options.encoding.as_deref());
    let mut imported = import_text(text, name, options)?;
    imported.report.guesses.splice(0..0, encoding.map(|encoding| format!("the text is in {encoding}")));
    Ok(imported)
}

/// Whether a text is at least a table, whatever its columns: what they are has to be said.
#[must_use]
pub fn is_table(text: &str) -> bool {
    !is_file_of_trips(text) && delimited::delimiter(text).is_some()
}

/// Whether a text is a list of journeys of some kind: no file of trips, no view, nothing else.
#[must_use]
pub fn is_importable(text: &str, options: &Options) -> bool {
    wiki_answer::unwrapped(text).is_some() || kind_of_text(text, options).is_some()
}

/// Reads an input that is a text.
///
/// # Errors
///
/// A [`Problem`] when it is of no kind that is known.
pub fn import_text(text: String, name: &str, options: &Options) -> Result<Imported, Box<Problem>> {
    if let Some((inner, title)) = wiki_answer::unwrapped(&text) {
        return import_text(inner, &title, options);
    }
    let unknown_table = || delimited::delimiter(&text).map(|delimiter| Kind::Delimited(char::from(delimiter)));
    let kind = kind_of_text(&text, options).or_else(|| if is_file_of_trips(&text) { None } else { unknown_table() });
    let Some(kind) = kind else {
        let help = "expected a page of a wiki, or lines with commas, tabs or semicolons";
        return Err(Box::new(
            Problem::error(ProblemCode::OtherData, "this is no list of journeys that can be read").help(help),
        ));
    };
    let page = match kind {
        Kind::Wikitext => wikitext::page(&text),
        Kind::Html => html::page(&text),
        Kind::PlainPage => plain_page::page(&text),
        Kind::TravelsXml => travels_xml::page(&text).map_err(|wrong| malformed(&text, "XML", &wrong))?,
        Kind::TimelineJs => timeline_js::page(&text).map_err(|wrong| malformed(&text, "JSON", &wrong))?,
        Kind::Delimited(delimiter) => delimited::page(&text, u8::try_from(delimiter).unwrap_or(b',')),
    };
    Ok(from_page(page, SourceText::new(text), name, options))
}

/// A text that is broken where its format allows no break.
fn malformed(text: &str, format: &str, (message, at): &(String, usize)) -> Box<Problem> {
    let place = SourceText::new(text.to_owned()).place(*at..at + 1);
    Box::new(Problem::error(ProblemCode::OtherData, format!("this is no well-formed {format}: {message}")).at(place))
}

/// The trips of all tables of a page.
fn from_page(mut page: Page, text: SourceText, name: &str, options: &Options) -> Imported {
    timeline_js::read_spreadsheet(&mut page);
    let restored = if page.lost_cells { restored(&mut page, text.as_str(), options) } else { BTreeMap::new() };
    if page.title.is_empty() {
        page.title = page.tables.iter().find_map(|table| title_above(table, options)).unwrap_or_default();
    }
    let title = title_of(&page, name);
    let mut drafts: Vec<Vec<Draft>> = Vec::new();
    let mut troubles: Vec<RowTrouble> = Vec::new();
    let mut report = Report { guesses: page.notes.clone(), sheets: page.sheets.clone(), ..Report::default() };
    let has_headings = || page.tables.iter().any(|table| columns_of(table, false, options).is_some());
    let is_alone = page.tables.len() == 1 || (page.may_guess && !has_headings());
    for (number, table) in page.tables.iter().enumerate() {
        let is_wanted = options.table.is_none_or(|wanted| wanted == number + 1);
        let columns = if is_wanted { columns_of(table, is_alone, options) } else { None };
        let rows = table.rows.len();
        let TableTrips { drafts: found, troubles: why, counts, guesses } = match &columns {
            Some(columns) => trips::read(table, columns, options, &title),
            None => TableTrips {
                counts: RowCounts { read: rows, by_rule: rows, ..RowCounts::default() },
                ..TableTrips::default()
            },
        };
        report.guesses.extend(columns.iter().filter_map(Columns::describe_guess));
        report.guesses.extend(columns.iter().filter(|_| options.lane.is_none()).filter_map(Columns::describe_one_lane));
        report.guesses.extend(columns.iter().filter_map(Columns::describe_unused));
        report.guesses.extend(guesses);
        report.tables.push(TableReport {
            number: number + 1,
            headings: table.headings.clone(),
            is_of_trips: columns.is_some(),
            counts,
            columns: columns_report(table, columns.as_ref()),
        });
        let restored = |mut draft: Draft| {
            if let Some(Restoration { country, reasons }) = restored.get(&draft.at.start) {
                draft.is_country_restored = *country;
                draft.inferred.extend(reasons.iter().cloned());
            }
            draft
        };
        drafts.push(found.into_iter().map(restored).collect());
        troubles.extend(why);
    }
    troubles.extend(out_of_order(&drafts));
    let drafts = drafts.concat();
    let mut problems: Vec<Problem> = troubles.into_iter().map(|trouble| problem(trouble, &text)).collect();
    problems.extend(columns_not_found(&page, options));
    if drafts.is_empty() && problems.is_empty() {
        let help = "expected a table with a column of dates and one of countries or places";
        problems.push(Problem::error(ProblemCode::NoTrips, "no table of journeys was found").help(help));
    }
    problems.sort_by(Problem::order);
    let head = head(&page, name, &drafts);
    Imported { head, drafts, text, problems, report }
}

/// The columns that were asked for and that no table has.
fn columns_not_found(page: &Page, options: &Options) -> Vec<Problem> {
    let headings = |table| headings_of(table, Columns::of(table, options.header_rows, true).as_ref(), options);
    let tables: Vec<Columns> = page.tables.iter().map(headings).collect();
    let asked = options.map.iter().map(|(_, name)| name).chain(&options.lane);
    let missing = asked.filter(|name| tables.iter().all(|columns| columns.position(name).is_none()));
    let names: BTreeSet<&str> = tables.iter().flat_map(|columns| &columns.names).map(String::as_str).collect();
    let names: Vec<String> =
        names.into_iter().filter(|name| !name.is_empty()).map(|name| format!("“{name}”")).collect();
    let problem = |name: &String| {
        Problem::warning(ProblemCode::UnknownName, format!("no table has a column “{name}”"))
            .help(format!("expected a number or one of {}", names.join(", ")))
    };
    missing.map(problem).collect()
}

/// How many rows of a table show what its columns hold.
const SAMPLES: usize = 3;

/// The columns of a table with what they were taken for.
fn columns_report(table: &Table, columns: Option<&Columns>) -> Vec<ColumnReport> {
    let width = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let header_rows = columns.map_or(1, |columns| columns.header_rows).min(table.rows.len());
    let named = Columns::named(table, header_rows, width);
    let samples = |column: usize| {
        let cells = table.rows.iter().skip(header_rows).take(SAMPLES).map(|row| row.cells.get(column));
        cells.map(|cell| cell.map(Cell::line).unwrap_or_default()).collect()
    };
    let role = |column: usize| columns.and_then(|columns| columns.roles.get(column)).copied().unwrap_or(Role::Ignore);
    let report = |(column, name)| ColumnReport { name, role: role(column), samples: samples(column) };
    named.names.into_iter().enumerate().map(report).collect()
}

/// Restores what a copied page has lost, and adds the rumours that it tells of; what was restored, by the start of the row.
fn restored(page: &mut Page, text: &str, options: &Options) -> BTreeMap<usize, Restoration> {
    let columns: Vec<Option<Columns>> = page.tables.iter().map(|table| columns_of(table, false, options)).collect();
    let tables: Vec<_> =
        page.tables.iter().zip(&columns).filter_map(|(table, columns)| Some((table, columns.clone()?))).collect();
    let evidence = Evidence::of(page, &tables);
    let mut restored = BTreeMap::new();
    for (table, columns) in page.tables.iter_mut().zip(&columns) {
        let Some(columns) = columns else { continue };
        for row in table.rows.iter_mut().skip(columns.header_rows) {
            let restoration = evidence.restore(row, columns);
            if restoration != Restoration::default() {
                restored.insert(row.at.start, restoration);
            }
        }
    }
    let rumours = plain_page::rumours(text, page, &|sentence| evidence.country_in(sentence));
    if !rumours.rows.is_empty() {
        page.tables.push(rumours);
    }
    restored
}

/// The columns of a table by their headings alone.
fn headings_of(table: &Table, found: Option<&Columns>, options: &Options) -> Columns {
    let header_rows = options.header_rows.or(found.map(|columns| columns.header_rows)).unwrap_or(1);
    let width = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    Columns::named(table, header_rows, width)
}

/// The columns of a table, those that were given before those that are found.
fn columns_of(table: &Table, is_alone: bool, options: &Options) -> Option<Columns> {
    let found = Columns::of(table, options.header_rows, is_alone);
    if options.map.is_empty() && (options.lane.is_none() || found.is_some()) {
        return found;
    }
    let named = headings_of(table, found.as_ref(), options);
    let columns = if options.map.is_empty() { named } else { named.with(&options.map, found) };
    Some(columns).filter(|columns| options.lane.is_some() || columns.is_of_journeys() || columns.has_one_lane())
}

fn problem(trouble: RowTrouble, text: &SourceText) -> Problem {
    let problem = match trouble.why {
        Why::Date => Problem::error(ProblemCode::BadDate, trouble.message),
        Why::NoDate => Problem::error(ProblemCode::MissingDate, trouble.message),
        // The trip is kept.
        Why::NoCountry => Problem::warning(ProblemCode::MissingCountry, trouble.message),
        Why::Weekday => Problem::warning(ProblemCode::WrongWeekday, trouble.message),
        Why::OutOfOrder => Problem::warning(ProblemCode::OutOfOrder, trouble.message),
        Why::Coordinates => Problem::warning(ProblemCode::BadCoordinates, trouble.message),
    };
    problem.help(trouble.help).at(text.place(trouble.at))
}

/// A title that stands alone above the headings of a table of journeys.
fn title_above(table: &Table, options: &Options) -> Option<String> {
    let columns = columns_of(table, true, options).filter(|columns| 1 < columns.header_rows)?;
    let first = table.rows.iter().take(columns.header_rows - 1).find(|row| !row.cells.iter().all(Cell::is_blank))?;
    let mut cells = first.cells.iter().filter(|cell| !cell.is_blank() && !cell.is_spanned);
    let title = cells.next().map(Cell::line)?;
    let is_title = title.chars().count() <= LONGEST_TITLE && title.chars().any(char::is_alphabetic);
    (cells.next().is_none() && is_title).then_some(title)
}

/// A longer line above a table is a note, in letters.
const LONGEST_TITLE: usize = 120;

/// The title of a page, else the name of its file.
fn title_of(page: &Page, name: &str) -> String {
    let by_name = || name.rsplit_once('.').map_or(name, |(stem, _)| stem).replace('_', " ");
    if page.title.is_empty() { by_name() } else { page.title.clone() }
}

/// What stands above the trips: by the title of the page, else by the name of the file.
fn head(page: &Page, name: &str, drafts: &[Draft]) -> Head {
    let title = title_of(page, name);
    let traveller =
        title.rsplit_once(" made by ").or_else(|| title.rsplit_once(" trips of ")).map(|(_, name)| name.to_owned());
    let traveller = traveller.filter(|_| drafts.iter().all(|draft| draft.traveller.is_empty())).unwrap_or_default();
    let origin = if page.origin.is_empty() { String::new() } else { format!(", {}", page.origin) };
    // What was pasted is in no file.
    let file = if name.contains('.') { format!(" File: {name}.") } else { String::new() };
    let citation = format!("“{title}”{origin}.{file}");
    Head { source_name: title.clone(), citation, title, archive: page.archive.clone(), traveller }
}
