//! What the columns of a table are: by their headings in seven languages, else by what stands in them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::cell::Cell;
use super::dates::{self, DateContext, DateTrouble};
use super::table::{Role, Row, Table};
use crate::text::key;

/// What each known heading says of its column, as headings are compared.
static HEADINGS: LazyLock<BTreeMap<&str, Role>> = LazyLock::new(|| {
    let text = include_str!("../../../assets/column-headings.txt");
    let lines = text.lines().filter_map(|line| line.split_once(": "));
    let words = lines.filter_map(|(role, words)| Some((Role::named(role)?, words)));
    // The first role that has a heading counts.
    let mut headings = BTreeMap::new();
    for (role, words) in words {
        for word in words.split("; ") {
            headings.entry(word).or_insert(role);
        }
    }
    headings
});

/// Rows looked at to find headings: above them may stand titles and notes.
const SEARCHED_ROWS: usize = 15;

/// What was found out of a table's columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Columns {
    pub(crate) roles: Vec<Role>,
    /// Rows above the first that can be a trip: titles, notes, headings.
    pub(crate) header_rows: usize,
    /// The heading of each column.
    pub(crate) names: Vec<String>,
    /// The columns that stand in the details only because they were asked for, each cell behind its heading.
    pub(crate) asked: Vec<usize>,
    /// Whether headings said what the columns are.
    pub(crate) by_headings: bool,
}

/// Words by which a heading that is not in the list still says what its column is; the first group that it has a word of.
const KEY_WORDS: [(Option<Role>, &[&str]); 9] = [
    // How many, not which.
    (None, &["number", "count", "total", "totals", "anzahl", "nombre de", "numero"]),
    (Some(Role::End), &["end", "ends", "until", "departure", "return", "ende", "abreise", "hasta", "salida"]),
    (
        Some(Role::Dates),
        &["date", "dates", "start", "arrival", "datum", "fecha", "fechas", "data", "period", "дата", "даты"],
    ),
    (Some(Role::Country), &["country", "countries", "land", "pays", "pais", "paese", "страна", "страны"]),
    (
        Some(Role::Place),
        &["location", "locations", "place", "places", "city", "cities", "area", "areas", "stadt", "ville", "ciudad"],
    ),
    (Some(Role::Leader), &["leader", "leaders", "met", "counterpart"]),
    (Some(Role::Details), &["details", "notes", "remarks", "purpose", "reason", "description", "agenda"]),
    (Some(Role::Traveller), &["traveller", "traveler", "visitor"]),
    (Some(Role::Kind), &["type"]),
];

/// What a heading says of its column; `None` for a heading that is not known.
pub(crate) fn role_of(heading: &str) -> Option<Role> {
    let heading = key(&spaced(heading));
    if heading.is_empty() {
        return Some(Role::Ignore);
    }
    HEADINGS.get(heading.as_str()).copied()
}

/// The same, also of a heading of a few words of which one is known.
fn likely_role_of(heading: &str) -> Option<Role> {
    let exact = role_of(heading);
    let heading = key(&spaced(heading));
    let words: Vec<&str> = heading.split(' ').collect();
    let by_word = || {
        KEY_WORDS.iter().find(|(_, known)| words.iter().any(|word| known.contains(word))).and_then(|(role, _)| *role)
    };
    exact.or_else(|| by_word().filter(|_| words.len() <= MOST_WORDS))
}

/// A heading of more words is a sentence.
const MOST_WORDS: usize = 6;

/// `TripStartDate` as `Trip Start Date`.
fn spaced(heading: &str) -> String {
    let mut text = String::new();
    let mut before = ' ';
    for letter in heading.chars() {
        if before.is_lowercase() && letter.is_uppercase() {
            text.push(' ');
        }
        text.push(letter);
        before = letter;
    }
    text
}

impl Columns {
    /// The columns of a table; `None` where it is none of journeys: it has no dates, or neither country nor place.
    ///
    /// Without headings that are known they are told by what stands in them, but only where that is wanted: many a table
    /// has short words beside dates.
    pub(crate) fn of(table: &Table, header_rows: Option<usize>, by_contents: bool) -> Option<Self> {
        let width = table.rows.iter().map(|row| row.cells.len()).max()?;
        if let Some(roles) = &table.roles {
            let names = vec![String::new(); roles.len()];
            return Some(Self { roles: roles.clone(), header_rows: 0, names, asked: Vec::new(), by_headings: true });
        }
        let found = match header_rows {
            Some(0) => None,
            Some(rows) => Some(rows),
            None => header_end(table),
        };
        let columns = found.map(|end| Self::by_headings(table, end, width));
        // On a page, years in columns are those of a summary.
        let columns = columns.filter(|columns| by_contents || columns.has_dates(table));
        let columns = columns.filter(Self::is_of_journeys);
        let in_one_lane = || {
            let columns = found.map(|end| Self::by_headings(table, end, width))?;
            (columns.has_one_lane() && !columns.has_unknown_names(table)).then_some(columns)
        };
        let guessed = || Self::by_contents(table, found.unwrap_or(0), width).filter(Self::is_of_journeys);
        if by_contents { columns.or_else(in_one_lane).or_else(guessed) } else { columns }
    }

    /// Whether its column of dates holds more than numbers of visits.
    fn has_dates(&self, table: &Table) -> bool {
        let Some(column) = self.column(Role::Dates) else { return false };
        let cells = table.rows.iter().skip(self.header_rows).filter_map(|row| row.cells.get(column));
        let is_number = |text: &str| text.len() < 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        cells.filter(|cell| !cell.is_blank()).any(|cell| !is_number(cell.text.trim()))
    }

    /// Whether it has what a table of journeys needs: dates, and countries or places.
    pub(crate) fn is_of_journeys(&self) -> bool {
        let has = |role| self.roles.contains(&role);
        self.has_date() && (has(Role::Country) || has(Role::Place))
    }

    /// Whether it has dates and says what took place, but nothing that its lanes could be.
    pub(crate) fn has_one_lane(&self) -> bool {
        let has = |role| self.roles.contains(&role);
        self.has_date() && !has(Role::Country) && !has(Role::Place) && (has(Role::Details) || has(Role::Leader))
    }

    fn has_date(&self) -> bool {
        self.roles.iter().any(|role| matches!(role, Role::Dates | Role::Year))
    }

    /// Whether a column without a known heading has mostly words, so that it could be the lanes.
    fn has_unknown_names(&self, table: &Table) -> bool {
        let rows = table.rows.get(self.header_rows..).unwrap_or_default();
        let mut columns = self.roles.iter().zip(&self.names).enumerate();
        columns.any(|(column, (role, name))| {
            *role == Role::Ignore && role_of(name) != Some(Role::Ignore) && is_mostly(rows, column, is_text)
        })
    }

    /// The columns as their headings, the last rows above `end`, say.
    fn by_headings(table: &Table, end: usize, width: usize) -> Self {
        let (heads, rows) = table.rows.split_at_checked(end).unwrap_or((&table.rows, &[]));
        let names: Vec<String> = (0..width).map(|column| heading(heads, column)).collect();
        let mut roles: Vec<Role> = names.iter().map(|name| likely_role_of(name).unwrap_or(Role::Ignore)).collect();
        // The spreadsheet of a story: its groups are the lanes.
        if names.iter().any(|name| key(name) == "headline")
            && let Some((_, role)) = names.iter().zip(&mut roles).find(|(name, _)| key(name) == "group")
        {
            *role = Role::Country;
        }
        let mut seen = Vec::new();
        for role in &mut roles {
            // A second column of dates is the end; a second one of anything else is not taken for the first.
            if seen.contains(role) {
                *role = match role {
                    Role::Details => Role::Details,
                    Role::Dates if !seen.contains(&Role::End) => Role::End,
                    Role::Year => Role::EndYear,
                    Role::Month => Role::EndMonth,
                    Role::Day => Role::EndDay,
                    _ => Role::Ignore,
                };
            }
            seen.push(*role);
        }
        // A year in a column of its own is part of the dates beside it only where those have none; an end needs a start.
        if roles.contains(&Role::End) && !roles.contains(&Role::Dates) {
            let mut columns = roles.iter_mut().enumerate();
            match columns.find(|(column, role)| **role == Role::Ignore && is_mostly(rows, *column, is_date)) {
                Some((_, role)) => *role = Role::Dates,
                None => roles.iter_mut().filter(|role| **role == Role::End).for_each(|role| *role = Role::Dates),
            }
        }
        Self { roles, header_rows: end, names, asked: Vec::new(), by_headings: true }
    }

    /// The columns by what stands in them: the one of which most is a date, then short texts and the longest one.
    fn by_contents(table: &Table, header_rows: usize, width: usize) -> Option<Self> {
        let rows = table.rows.get(header_rows..)?;
        let mut dates: Vec<usize> = (0..width).filter(|&column| is_mostly(rows, column, is_date)).collect();
        dates.truncate(2);
        let texts: Vec<usize> =
            (0..width).filter(|column| !dates.contains(column) && is_mostly(rows, *column, is_text)).collect();
        let length = |column: usize| {
            rows.iter().filter_map(|row| row.cells.get(column)).map(|cell| cell.text.len()).sum::<usize>()
        };
        let longest = texts.iter().copied().filter(|_| 2 < texts.len()).max_by_key(|&column| length(column));
        let others = texts.iter().copied().filter(|column| Some(*column) != longest);
        let found = dates.iter().copied().zip([Role::Dates, Role::End]);
        let found = found.chain(others.zip([Role::Country, Role::Place]));
        let found: BTreeMap<usize, Role> = found.chain(longest.map(|column| (column, Role::Details))).collect();
        let roles = (0..width).map(|column| found.get(&column).copied().unwrap_or(Role::Ignore)).collect();
        // Where all but the first row have dates, the first has headings, if none that are known.
        let first = rows.first().and_then(|row| row.cells.get(*dates.first()?));
        let has_headings = header_rows == 0 && first.is_some_and(|cell| !cell.is_blank() && !is_date(cell));
        let header_rows = header_rows + usize::from(has_headings);
        let names = (0..width).map(|column| heading(table.rows.get(..header_rows).unwrap_or_default(), column));
        Some(Self { roles, header_rows, names: names.collect(), asked: Vec::new(), by_headings: false })
    }

    /// Columns of which only the headings are known.
    pub(crate) fn named(table: &Table, header_rows: usize, width: usize) -> Self {
        Self::by_headings(table, header_rows.min(table.rows.len()), width)
    }

    /// The position of a column by its heading or its number, from 1.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        let by_number = || name.parse::<usize>().ok()?.checked_sub(1).filter(|column| *column < self.roles.len());
        self.names.iter().position(|other| key(other) == key(name)).or_else(by_number)
    }

    /// The same with what some columns are, by heading or number; what is given is taken from the others. Several columns
    /// can be the details.
    pub(crate) fn with(self, map: &[(Role, String)], found: Option<Self>) -> Self {
        let mut columns = found.unwrap_or_else(|| self.clone());
        columns.names = self.names;
        let given: Vec<(Role, usize)> =
            map.iter().filter_map(|(role, name)| Some((*role, columns.position(name)?))).collect();
        for own in &mut columns.roles {
            if given.iter().any(|(role, _)| role == own) {
                *own = Role::Ignore;
            }
        }
        for (role, column) in given {
            if let Some(own) = columns.roles.get_mut(column) {
                *own = role;
            }
            let by_name = columns.names.get(column).and_then(|name| likely_role_of(name));
            if role == Role::Details && by_name != Some(role) {
                columns.asked.push(column);
            }
        }
        columns
    }

    /// What the columns were taken for, where no heading says so.
    pub(crate) fn describe_guess(&self) -> Option<String> {
        let name = |role: Role| Role::NAMED.iter().find(|(_, other)| *other == role).map(|(name, _)| *name);
        let columns = self.roles.iter().zip(1..).filter(|(role, _)| **role != Role::Ignore);
        let columns: Vec<String> = columns.filter_map(|(role, at)| Some(format!("{}={at}", name(*role)?))).collect();
        (!self.by_headings).then(|| format!("no known headings: columns taken as --map {}", columns.join(",")))
    }

    /// That nothing says which lanes there are.
    pub(crate) fn describe_one_lane(&self) -> Option<String> {
        let words = "no column of countries or places: one lane for all; --lane COLUMN makes lanes of a column";
        self.has_one_lane().then(|| words.to_owned())
    }

    /// The columns of which nothing is taken, though their headings are none of numbers, pictures or references.
    pub(crate) fn describe_unused(&self) -> Option<String> {
        let columns = self.names.iter().zip(&self.roles);
        let unused =
            columns.filter(|(name, role)| **role == Role::Ignore && !name.is_empty() && role_of(name).is_none());
        let names: Vec<String> = unused.map(|(name, _)| format!("“{name}”")).collect();
        (!names.is_empty()).then(|| format!("not used: {}; --map details=… takes them", names.join(", ")))
    }

    /// The column of a role.
    pub(crate) fn column(&self, role: Role) -> Option<usize> {
        self.roles.iter().position(|other| *other == role)
    }
}

/// Behind the last row of the headings; `None` where none are found.
fn header_end(table: &Table) -> Option<usize> {
    let marked = table
        .rows
        .iter()
        .take_while(|row| !row.cells.is_empty() && row.cells.iter().all(|cell| cell.is_header))
        .count();
    if 0 < marked && marked < table.rows.len() {
        return Some(marked);
    }
    let known = |row: &Row| {
        let roles: Vec<Role> = row
            .cells
            .iter()
            .filter_map(|cell| likely_role_of(&cell.text))
            .filter(|role| *role != Role::Ignore)
            .collect();
        let texts = row.cells.iter().filter(|cell| !cell.is_blank()).count();
        2 <= roles.len()
            && texts <= 3 * roles.len()
            && !row.cells.iter().any(|cell| cell.text.bytes().any(|byte| byte.is_ascii_digit()) && is_date(cell))
    };
    table.rows.iter().take(SEARCHED_ROWS).position(known).map(|at| at + 1)
}

fn is_text(cell: &Cell) -> bool {
    cell.text.chars().any(char::is_alphabetic)
}

/// Whether seven of ten cells of a column that has any are so.
fn is_mostly(rows: &[Row], column: usize, is: impl Fn(&Cell) -> bool) -> bool {
    let cells: Vec<&Cell> =
        rows.iter().filter_map(|row| row.cells.get(column)).filter(|cell| !cell.is_blank()).collect();
    let number = cells.iter().filter(|cell| is(cell)).count();
    !cells.is_empty() && cells.len() * 7 <= number * 10
}

/// What stands above a column: the lowest heading, or all of them where it is none that is known.
fn heading(rows: &[Row], column: usize) -> String {
    let cells = rows.iter().filter_map(|row| row.cells.get(column));
    let mut texts: Vec<String> =
        cells.filter(|cell| cell.is_header || rows.len() < 3).map(Cell::line).filter(|text| !text.is_empty()).collect();
    if texts.is_empty() {
        texts.extend(rows.last().and_then(|row| row.cells.get(column)).map(Cell::line));
    }
    texts.dedup();
    let known = texts.iter().rev().find(|text| role_of(text).is_some());
    known.cloned().unwrap_or_else(|| texts.join(" "))
}

/// Whether a cell is a date, or would be one with a year or with what proves day and month.
pub(crate) fn is_date(cell: &Cell) -> bool {
    let text = cell.line();
    text.chars().count() <= 60
        && match dates::read(&text, &DateContext::default()) {
            Ok(_) => true,
            Err(trouble) => {
                matches!(trouble, DateTrouble::NoCentury | DateTrouble::DayOrMonthFirst)
                    || (trouble == DateTrouble::NoYear && text.chars().any(char::is_alphabetic))
            }
        }
}
