//! From the rows of a table to trips: the one step in which all inputs end.

use std::ops::Range;

use super::columns::{Columns, role_of};
use super::dates::{self, DateContext, DateTrouble, Dated, DayOrder};
use super::options::Options;
use super::people::people;
use super::table::{Cell, Part, Role, Row, Table};
use super::words::key;
use crate::data::vocabulary::{TripKind, TripStatus};

/// A trip as an input tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Draft {
    pub(crate) traveller: String,
    pub(crate) country: String,
    pub(crate) kind: TripKind,
    pub(crate) status: TripStatus,
    pub(crate) edtf: String,
    pub(crate) verbatim: String,
    pub(crate) inferred: Vec<String>,
    pub(crate) is_country_restored: bool,
    pub(crate) places: Vec<String>,
    /// Name and office.
    pub(crate) leaders: Vec<(String, String)>,
    pub(crate) details: String,
    /// Bytes of the input.
    pub(crate) at: Range<usize>,
}

/// Something of a row that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RowTrouble {
    pub(crate) at: Range<usize>,
    pub(crate) why: Why,
    /// What was found, and what was expected.
    pub(crate) message: String,
    pub(crate) help: String,
}

impl RowTrouble {
    /// With the name of the cell in a spreadsheet.
    fn in_cell(mut self, name: Option<&str>) -> Self {
        if let Some(name) = name {
            self.message = format!("{name}: {}", self.message);
        }
        self
    }
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    Date,
    NoDate,
    NoCountry,
}

/// What became of the rows of a table: their sum is the number of its rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowCounts {
    /// Read in all.
    pub read: usize,
    /// That became trips.
    pub trips: usize,
    /// Titles, notes and headings.
    pub headers: usize,
    /// Blank rows, totals, repeated headings and lines that part the table.
    pub by_rule: usize,
    /// That are reported, as they could not be used.
    pub reported: usize,
}

/// What a table comes to.
#[derive(Debug, Default)]
pub(crate) struct TableTrips {
    pub(crate) drafts: Vec<Draft>,
    pub(crate) troubles: Vec<RowTrouble>,
    pub(crate) counts: RowCounts,
    /// What was decided for its columns, in words.
    pub(crate) guesses: Vec<String>,
}

/// What is known of a table before its rows.
struct Reader<'a> {
    columns: &'a Columns,
    options: &'a Options,
    status: TripStatus,
    /// The year of the heading above, and which heading that is.
    heading_year: Option<(i32, String)>,
    orders: Vec<Option<DayOrder>>,
    years: Option<(i32, i32)>,
}

/// The trips of a table.
pub(crate) fn read(table: &Table, columns: &Columns, options: &Options) -> TableTrips {
    let mut result = TableTrips::default();
    let headings = table.headings.join(" · ");
    let is_planned = ["future", "planned", "upcoming", "scheduled", "geplant", "futur"]
        .iter()
        .any(|word| key(&headings).split(' ').any(|other| other.starts_with(word)));
    let rows = table.rows.get(columns.header_rows..).unwrap_or_default();
    let orders =
        (0..columns.roles.len()).map(|column| order_of(rows, columns, column, options, &mut result.guesses)).collect();
    let mut reader = Reader {
        columns,
        options,
        status: if is_planned { TripStatus::Planned } else { TripStatus::Confirmed },
        heading_year: table
            .headings
            .iter()
            .rev()
            .find_map(|heading| only_year(heading).map(|year| (year, heading.clone()))),
        orders,
        years: years_of(rows, columns),
    };
    result.counts.read = table.rows.len();
    result.counts.headers = table.rows.len() - rows.len();
    let mut above: Vec<Cell> = Vec::new();
    for row in rows {
        if let Some(heading) = parting_line(row) {
            if let Some(year) = only_year(&heading) {
                reader.heading_year = Some((year, heading));
            }
            result.counts.by_rule += 1;
            continue;
        }
        if reader.is_left_out(row) {
            result.counts.by_rule += 1;
            continue;
        }
        let mut cells = row.cells.clone();
        let filled = reader.fill_from_above(&mut cells, &above);
        let before = result.troubles.len();
        let drafts = reader.row(&cells, row, filled, &mut result.troubles);
        match (drafts.len(), result.troubles.len() - before) {
            (0, 0) => result.counts.by_rule += 1,
            (0, _) => result.counts.reported += 1,
            _ => result.counts.trips += 1,
        }
        result.drafts.extend(drafts);
        above = cells;
    }
    result
}

/// The only year of four digits in a text, unless it is one of a decade or of a range.
fn only_year(text: &str) -> Option<i32> {
    let mut found = None;
    for word in text.split(|letter: char| !letter.is_alphanumeric()) {
        let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        let is_decade = word.len() == 5 && word.ends_with('s') && word.as_bytes()[..4].iter().all(u8::is_ascii_digit);
        if is_decade || (is_year && found.is_some()) {
            return None;
        }
        if is_year {
            found = word.parse().ok();
        }
    }
    found
}

/// The text of a row that is one cell over all columns.
fn parting_line(row: &Row) -> Option<String> {
    let (first, rest) = row.cells.split_first()?;
    let is_one =
        !rest.is_empty() && rest.iter().all(|cell| cell.is_spanned && cell.at == first.at) && !first.is_blank();
    is_one.then(|| first.line())
}

/// Day or month first in a column of dates.
fn order_of(
    rows: &[Row],
    columns: &Columns,
    column: usize,
    options: &Options,
    guesses: &mut Vec<String>,
) -> Option<DayOrder> {
    if !matches!(columns.roles[column], Role::Dates | Role::End) {
        return None;
    }
    if options.date_order.is_some() {
        return options.date_order;
    }
    let cells = || rows.iter().filter_map(|row| row.cells.get(column)).filter(|cell| !cell.is_spanned);
    let mut proofs = cells().filter_map(|cell| Some((dates::proves_order(&cell.line())?, cell.line())));
    let (order, proof) = proofs.next()?;
    // Cells that prove both leave each to itself.
    if proofs.any(|(other, _)| other != order) {
        return None;
    }
    let name = columns
        .names
        .get(column)
        .filter(|name| !name.is_empty())
        .map_or_else(|| format!("column {}", column + 1), |name| format!("column “{name}”"));
    let words = match order {
        DayOrder::DayFirst => "the day comes first",
        DayOrder::MonthFirst => "the month comes first",
    };
    guesses.push(format!("{name}: {words}, as “{proof}” proves"));
    Some(order)
}

/// The first and the last full year that the dates of a table name.
fn years_of(rows: &[Row], columns: &Columns) -> Option<(i32, i32)> {
    let is_date = |column: usize| matches!(columns.roles.get(column), Some(Role::Dates | Role::End));
    let cells = rows.iter().flat_map(|row| row.cells.iter().enumerate().filter(|(column, _)| is_date(*column)));
    let years: Vec<i32> = cells.flat_map(|(_, cell)| dates::years(&cell.line())).collect();
    Some((*years.iter().min()?, *years.iter().max()?))
}

impl Reader<'_> {
    fn cell<'a>(&self, cells: &'a [Cell], role: Role) -> Option<&'a Cell> {
        self.columns.column(role).and_then(|column| cells.get(column)).filter(|cell| !cell.is_blank())
    }

    fn line(&self, cells: &[Cell], role: Role) -> String {
        self.cell(cells, role).map(Cell::line).unwrap_or_default()
    }

    /// Whether a row is blank, a total, or the headings again.
    fn is_left_out(&self, row: &Row) -> bool {
        let texts: Vec<&Cell> = row.cells.iter().filter(|cell| !cell.is_blank() && !cell.is_spanned).collect();
        if row.cells.iter().all(Cell::is_blank) {
            return true;
        }
        let is_total = texts.first().is_some_and(|cell| {
            ["total", "totals", "sum", "summe", "gesamt", "итого"].contains(&key(&cell.text).as_str())
        });
        let headings = texts.iter().filter(|cell| role_of(&cell.text).is_some_and(|role| role != Role::Ignore)).count();
        is_total
            || (2 <= headings && headings == texts.len())
            || (!texts.is_empty() && row.cells.iter().all(|cell| cell.is_header) && 1 < row.cells.len())
    }

    /// Blank cells at the beginning of a row mean "as above" where more of the row is filled; how many were filled so.
    fn fill_from_above(&self, cells: &mut [Cell], above: &[Cell]) -> usize {
        let is_filled = |cell: &Cell| !cell.text.trim().is_empty();
        let blank = cells.iter().take_while(|cell| !is_filled(cell)).count();
        if self.columns.roles.first() == Some(&Role::Details) || !cells.iter().any(is_filled) {
            return 0;
        }
        // All but the details may be meant; of a date alone nothing would be left to tell the rows apart.
        let named = |column: usize| {
            matches!(self.columns.roles.get(column), Some(Role::Traveller | Role::Country | Role::Year | Role::Dates))
        };
        let mut filled = 0;
        for column in (0..blank).filter(|column| named(*column)) {
            if let (Some(cell), Some(other)) = (cells.get_mut(column), above.get(column))
                && is_filled(other)
            {
                *cell = Cell { is_spanned: true, ..other.clone() };
                filled += 1;
            }
        }
        filled
    }

    /// The trips of a row: one for each country that it names.
    fn row(&self, cells: &[Cell], row: &Row, filled: usize, troubles: &mut Vec<RowTrouble>) -> Vec<Draft> {
        let dated = match self.dates(cells) {
            Ok(dated) => dated,
            Err((trouble, at)) => {
                let cell = at.as_ref().and_then(|at| cells.iter().find(|cell| cell.at == *at)).or(cells.first());
                let name = cell.and_then(|cell| cell.name.as_deref());
                troubles.push(
                    date_trouble(trouble, at.unwrap_or_else(|| row.at.clone()), &self.date_text(cells)).in_cell(name),
                );
                return Vec::new();
            }
        };
        let mut lanes = self.lanes(cells);
        if lanes.is_empty() {
            let message = format!("this row names no country: {}", quoted(&row_text(cells)));
            let help = format!("expected a country; the trip stands in the lane “{UNKNOWN_COUNTRY}”");
            let name = cells.first().and_then(|cell| cell.name.as_deref());
            troubles.push(RowTrouble { at: row.at.clone(), why: Why::NoCountry, message, help }.in_cell(name));
            lanes.push(UNKNOWN_COUNTRY.to_owned());
        }
        let mut inferred = dated.inferred;
        if 0 < filled {
            inferred.push("what the row leaves out at its beginning from the row above".to_owned());
        }
        let details = self.details(cells);
        let (kind, status) = self.kind(cells, &details);
        let draft = Draft {
            traveller: self.line(cells, Role::Traveller),
            kind,
            status,
            edtf: dated.edtf,
            verbatim: self.date_text(cells),
            inferred,
            details,
            at: row.at.clone(),
            ..Draft::default()
        };
        let office = self.line(cells, Role::Office);
        let [places, leaders] = [Role::Place, Role::Leader].map(|role| self.by_lane(cells, role, lanes.len()));
        let is_shared = 1 < lanes.len() && [&places, &leaders].iter().any(|(cells, own)| !own && !cells.is_empty());
        let for_lane = |(at, country): (usize, &String)| {
            let of = |(cells, own): &(Vec<Cell>, bool)| cells.get(if *own { at } else { 0 }).cloned();
            let places =
                of(&places).map(|cell| cell.parts(&[',', ';']).iter().map(|part| part.text.to_owned()).collect());
            let leaders = of(&leaders).map(|cell| leaders_in(&cell, &office)).unwrap_or_default();
            let places = without_country(places.unwrap_or_default(), country);
            let mut draft = Draft { country: country.clone(), places, leaders, ..draft.clone() };
            if is_shared {
                draft.inferred.push("the row tells of several countries together".to_owned());
            }
            draft
        };
        lanes.iter().enumerate().map(for_lane).collect()
    }

    /// A cell of a row that tells of several countries: a line for each where there are as many, and whether that is so.
    fn by_lane(&self, cells: &[Cell], role: Role, lanes: usize) -> (Vec<Cell>, bool) {
        let Some(cell) = self.cell(cells, role) else { return (Vec::new(), false) };
        let lines = cell.lines();
        if 1 < lanes && lines.len() == lanes { (lines, true) } else { (vec![cell.clone()], false) }
    }

    /// What took place, of all columns that say so.
    fn details(&self, cells: &[Cell]) -> String {
        let columns =
            self.columns.roles.iter().zip(cells).filter(|(role, cell)| **role == Role::Details && !cell.is_blank());
        let mut texts: Vec<String> = columns.map(|(_, cell)| cell.line()).collect();
        texts.dedup();
        let last = texts.pop().unwrap_or_default();
        let sentence = |text: String| if text.ends_with(['.', '!', '?', ':']) { text + " " } else { text + ". " };
        texts.into_iter().map(sentence).collect::<String>() + &last
    }

    /// The countries of a row, or what stands for its lane.
    fn lanes(&self, cells: &[Cell]) -> Vec<String> {
        if let Some(lane) = &self.options.lane {
            let column = self.columns.names.iter().position(|name| key(name) == key(lane));
            let cell = column.and_then(|column| cells.get(column)).filter(|cell| !cell.is_blank());
            return cell.map(|cell| vec![cell.line()]).unwrap_or_default();
        }
        match self.cell(cells, Role::Country) {
            Some(cell) => countries(cell),
            None if self.columns.column(Role::Country).is_none() => {
                self.cell(cells, Role::Place).map(|cell| vec![cell.line()]).unwrap_or_default()
            }
            None => Vec::new(),
        }
    }

    /// The cells of the date as they stand.
    fn date_text(&self, cells: &[Cell]) -> String {
        let roles =
            [Role::Dates, Role::End, Role::Year, Role::Month, Role::Day, Role::EndYear, Role::EndMonth, Role::EndDay];
        let texts: Vec<String> =
            roles.into_iter().map(|role| self.line(cells, role)).filter(|text| !text.is_empty()).collect();
        texts.join(" – ")
    }

    /// The date of a row; else why there is none, with the place of the cell.
    fn dates(&self, cells: &[Cell]) -> Result<Dated, (Option<DateTrouble>, Option<Range<usize>>)> {
        let Some(start) = self.cell(cells, Role::Dates) else {
            return self.dates_apart(cells);
        };
        let mut year = self.heading_year.as_ref().map(|(year, heading)| (*year, format!("the heading “{heading}”")));
        if let Some(own) = self.cell(cells, Role::Year).and_then(|cell| cell.line().parse().ok()) {
            year = Some((own, "the column of years".to_owned()));
        }
        let context = |role: Role| DateContext {
            year: year.clone(),
            order: self.columns.column(role).and_then(|column| self.orders[column]),
            years: self.years,
            century: self.options.century,
        };
        let read = |cell: &Cell, context: &DateContext| {
            dates::read(&without_notes(&cell.line()), context).map_err(|trouble| (Some(trouble), Some(cell.at.clone())))
        };
        let dated = read(start, &context(Role::Dates))?;
        let Some(end) = self.cell(cells, Role::End) else { return Ok(dated) };
        let end_dated = read(end, &context(Role::End))?;
        let joined = joined(dated, end_dated);
        joined.ok_or((Some(DateTrouble::EndBeforeStart), Some(end.at.clone())))
    }

    /// The date of a row with year, month and day in columns of their own.
    fn dates_apart(&self, cells: &[Cell]) -> Result<Dated, (Option<DateTrouble>, Option<Range<usize>>)> {
        let at = || self.columns.column(Role::Year).and_then(|column| cells.get(column)).map(|cell| cell.at.clone());
        let end = |roles: [Role; 3]| -> Option<Result<Dated, DateTrouble>> {
            let [year, month, day] = roles.map(|role| known(&self.line(cells, role)));
            let year = year?;
            let text = match (month, day) {
                (Some(month), Some(day)) if month.parse::<u8>().is_ok() => format!("{year}-{month:0>2}-{day:0>2}"),
                (Some(month), Some(day)) => format!("{day} {month} {year}"),
                (Some(month), None) if month.parse::<u8>().is_ok() => format!("{year}-{month:0>2}"),
                (Some(month), None) => format!("{month} {year}"),
                (None, _) => year,
            };
            Some(dates::read(&text, &DateContext::default()))
        };
        let start =
            end([Role::Year, Role::Month, Role::Day]).ok_or((None, None))?.map_err(|trouble| (Some(trouble), at()))?;
        match end([Role::EndYear, Role::EndMonth, Role::EndDay]) {
            None => Ok(start),
            Some(end) => {
                let end = end.map_err(|trouble| (Some(trouble), at()))?;
                joined(start, end).ok_or((Some(DateTrouble::EndBeforeStart), at()))
            }
        }
    }

    /// What the trip was for, only where a column or its first words say so, and whether it took place.
    fn kind(&self, cells: &[Cell], details: &str) -> (TripKind, TripStatus) {
        let said = self.line(cells, Role::Kind);
        let first = details.split(['.', ';', ',', ':']).next().unwrap_or_default();
        let named = |text: &str| {
            let text = key(text);
            TripKind::ALL.iter().copied().find(|kind| *kind != TripKind::Unspecified && key(kind.label()) == text)
        };
        let status = match key(&said).as_str() {
            "cancelled" | "canceled" => TripStatus::Cancelled,
            "rumoured" | "rumored" => TripStatus::Rumoured,
            "transit" => TripStatus::Transit,
            "planned" | "scheduled" => TripStatus::Planned,
            _ => self.status,
        };
        (named(&said).or_else(|| named(first)).unwrap_or_default(), status)
    }
}

/// The people of a cell, each with the office that stands before the name, or in a column of its own.
fn leaders_in(cell: &Cell, office: &str) -> Vec<(String, String)> {
    let parts = if cell.links.is_empty() { cell.parts(&[';']) } else { cell.linked_parts() };
    let named = |part: &Part<'_>| match part.link.and_then(|link| Some((link, part.text.strip_suffix(link)?))) {
        Some((name, before)) if !before.trim().is_empty() => {
            vec![(name.to_owned(), before.trim().trim_end_matches(',').to_owned())]
        }
        _ if office.is_empty() => people(part.text),
        _ => vec![(part.text.to_owned(), String::new())],
    };
    let mut leaders: Vec<(String, String)> = parts.iter().flat_map(named).collect();
    if let [(_, own)] = leaders.as_mut_slice()
        && own.is_empty()
    {
        office.clone_into(own);
    }
    leaders
}

/// The lane of trips whose country is not given.
const UNKNOWN_COUNTRY: &str = "Unknown country";

/// A number or name of a part of a date; `None` for what stands for unknown.
fn known(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches(".0");
    let is_unknown = text.is_empty() || text.parse::<i32>().is_ok_and(|number| number <= 0) || key(text) == "unknown";
    (!is_unknown).then(|| text.to_owned())
}

/// A start and an end as one date; `None` where the end lies before the start.
fn joined(start: Dated, end: Dated) -> Option<Dated> {
    let mut inferred = start.inferred;
    inferred.extend(end.inferred.into_iter().filter(|text| !inferred.contains(text)).collect::<Vec<_>>());
    let edtf = if start.edtf == end.edtf {
        start.edtf
    } else {
        let first = start.edtf.split('/').next().unwrap_or_default();
        let last = end.edtf.rsplit('/').next().unwrap_or_default();
        format!("{first}/{last}")
    };
    crate::time::When::parse(&edtf).ok().map(|_| Dated { edtf, inferred })
}

/// A text without reference marks in square brackets.
fn without_notes(text: &str) -> String {
    if text.starts_with(['[', '{']) {
        return text.to_owned();
    }
    let mut result = String::new();
    let mut depth = 0_usize;
    for letter in text.chars() {
        match letter {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => result.push(letter),
            _ => {}
        }
    }
    result
}

/// The countries of a cell: a line or a link for each.
fn countries(cell: &Cell) -> Vec<String> {
    let names: Vec<String> = cell.parts(&[';']).iter().map(|part| part.text.to_owned()).collect();
    let linked: Vec<&str> = cell.links.iter().filter_map(|(range, _)| cell.text.get(range.clone())).collect();
    // Several links with nothing but signs between them are several countries.
    let rest: String = linked.iter().fold(cell.text.clone(), |text, link| text.replacen(link, "", 1));
    let parting = |letter: char| letter.is_whitespace() || ",;/&·•+".contains(letter);
    if 1 < linked.len() && rest.replace(" and ", " ").chars().all(parting) {
        return linked.into_iter().map(str::to_owned).collect();
    }
    names
}

/// Places but the name of the country behind them: `Paris, France`.
fn without_country(places: Vec<String>, country: &str) -> Vec<String> {
    match places.as_slice() {
        [.., last] if 1 < places.len() && last == country => places[..places.len() - 1].to_vec(),
        _ => places,
    }
}

fn row_text(cells: &[Cell]) -> String {
    cells
        .iter()
        .filter(|cell| !cell.is_spanned)
        .map(Cell::line)
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" | ")
}

/// Longer texts are cut where a message quotes them, in characters.
const LONGEST_QUOTE: usize = 80;

fn quoted(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTE) {
        Some((cut, _)) => format!("“{}…”", &text[..cut]),
        None => format!("“{text}”"),
    }
}

fn date_trouble(trouble: Option<DateTrouble>, at: Range<usize>, text: &str) -> RowTrouble {
    let Some(trouble) = trouble else {
        let help = "expected a date in the column of dates".to_owned();
        return RowTrouble { at, why: Why::NoDate, message: "this row has no date".to_owned(), help };
    };
    let help = match trouble {
        DateTrouble::NotADate => "expected a date such as 3–25 March 1949, March 7, 2019, 25.3.1949 or 1949-03",
        DateTrouble::NoYear => "expected a year in the date, in the heading above the table or in a column of years",
        DateTrouble::NoCentury => "say which with --century 1900",
        DateTrouble::DayOrMonthFirst => "say which with --date-order day or --date-order month",
        DateTrouble::NoSuchDay => "expected a day of the calendar",
        DateTrouble::EndBeforeStart => "expected the start before the end",
    };
    RowTrouble { at, why: Why::Date, message: format!("{trouble}: {}", quoted(text)), help: help.to_owned() }
}
