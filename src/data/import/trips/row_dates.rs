//! The dates of rows: from one cell, two, or a column for each part, with what the column and the heading prove.

use std::ops::Range;

use super::table_reader::Reader;
use crate::data::import::cell::Cell;
use crate::data::import::columns::Columns;
use crate::data::import::dates::{self, DateContext, DateTrouble, Dated, DayOrder};
use crate::data::import::options::Options;
use crate::data::import::table::{Role, Row};
use crate::text::{folded, key};
use crate::time::{Day, When};

/// Words by which a heading is of more than the year that it names.
const OPEN: [&str; 16] = [
    "since", "after", "before", "until", "till", "from", "post", "pre", "onwards", "seit", "nach", "vor", "bis",
    "depuis", "desde", "dal",
];

/// The only year of four digits in a text, unless it is one of a decade, of a range as `2003–04`, or of all years since.
pub(super) fn only_year(text: &str) -> Option<i32> {
    let words: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let years: Vec<usize> =
        words.iter().enumerate().filter(|(_, word)| word.len() == 4 && is_number(word)).map(|(at, _)| at).collect();
    let is_decade =
        words.iter().filter_map(|word| word.strip_suffix('s')).any(|years| years.len() == 4 && is_number(years));
    let is_open = words.iter().any(|word| OPEN.contains(&folded(word).as_str()));
    match years.as_slice() {
        &[at] if !is_decade && !is_open => {
            let is_range = words.get(at + 1).is_some_and(|next| next.len() == 2 && is_number(next));
            words.get(at)?.parse().ok().filter(|_| !is_range)
        }
        _ => None,
    }
}

/// Day or month first in a column of dates.
pub(super) fn order_of(
    rows: &[Row],
    columns: &Columns,
    column: usize,
    options: &Options,
    guesses: &mut Vec<String>,
) -> Option<DayOrder> {
    if !matches!(columns.roles.get(column), Some(Role::Dates | Role::End)) {
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

/// Whether all cells of a column are numbers of days as spreadsheets count them, between 1927 and 2099.
pub(super) fn has_day_numbers(rows: &[Row], column: usize) -> bool {
    let mut cells = rows.iter().filter_map(|row| row.cells.get(column)).filter(|cell| !cell.is_blank()).peekable();
    cells.peek().is_some() && cells.all(|cell| day_of_number(&cell.line()).is_some())
}

/// The day of such a number: the first is 1 January 1900, and 29 February 1900 is counted too.
fn day_of_number(text: &str) -> Option<Day> {
    let number: i32 = text.parse().ok().filter(|number| (10_000..=73_050).contains(number))?;
    Day::from_ymd(1899, 12, 30).map(|first| first + number)
}

/// The first and the last full year that the dates of a table name.
pub(super) fn years_of(rows: &[Row], columns: &Columns) -> Option<(i32, i32)> {
    let is_date = |column: usize| matches!(columns.roles.get(column), Some(Role::Dates | Role::End));
    let cells = rows.iter().flat_map(|row| row.cells.iter().enumerate().filter(|(column, _)| is_date(*column)));
    let years: Vec<i32> = cells.flat_map(|(_, cell)| dates::years(&cell.line())).collect();
    Some((*years.iter().min()?, *years.iter().max()?))
}

impl Reader<'_> {
    /// The cells of the date as they stand.
    pub(super) fn date_text(&self, cells: &[Cell]) -> String {
        let joined = |roles: &[Role], sign: &str| {
            let texts = roles.iter().map(|role| self.line(cells, *role)).filter(|text| !text.is_empty());
            texts.collect::<Vec<_>>().join(sign)
        };
        let apart = [[Role::Year, Role::Month, Role::Day], [Role::EndYear, Role::EndMonth, Role::EndDay]];
        let whole = joined(&[Role::Dates, Role::End], " – ");
        let texts = [whole].into_iter().chain(apart.map(|roles| joined(&roles, " ")));
        texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" – ")
    }

    /// Where they begin in the input.
    pub(super) fn date_place(&self, cells: &[Cell]) -> Option<Range<usize>> {
        [Role::Dates, Role::Month, Role::Year]
            .into_iter()
            .find_map(|role| self.cell(cells, role))
            .map(|cell| cell.at.clone())
    }

    /// The date of a row; else why there is none, with the place of the cell.
    pub(super) fn dates(&self, cells: &[Cell]) -> Result<Dated, (Option<DateTrouble>, Option<Range<usize>>)> {
        let Some(start) = self.cell(cells, Role::Dates) else {
            return self.dates_apart(cells);
        };
        let mut year = self.heading_year.as_ref().map(|(year, heading)| (*year, format!("the heading “{heading}”")));
        if let Some(own) = self.cell(cells, Role::Year).and_then(|cell| cell.line().parse().ok()) {
            year = Some((own, "the column of years".to_owned()));
        }
        let context = |role: Role| DateContext {
            year: year.clone(),
            order: self.columns.column(role).and_then(|column| *self.orders.get(column)?),
            years: self.years,
            century: self.options.century,
        };
        let read = |cell: &Cell, context: &DateContext| {
            let column = cells.iter().position(|other| other.at == cell.at).unwrap_or(usize::MAX);
            if let Some(day) = day_of_number(&cell.line()).filter(|_| self.day_numbers.get(column) == Some(&true)) {
                let (year, month, day) = day.ymd();
                let inferred = vec!["the day by its number in a spreadsheet".to_owned()];
                return Ok(Dated { edtf: format!("{year:04}-{month:02}-{day:02}"), inferred, other_weekday: None });
            }
            dates::read(&without_notes(&cell.line()), context).map_err(|trouble| (Some(trouble), Some(cell.at.clone())))
        };
        let dated = read(start, &context(Role::Dates))?;
        let Some(end) = self.cell(cells, Role::End) else { return Ok(dated) };
        let end_dated = read(end, &context(Role::End))?;
        let joined = joined(dated, end_dated);
        joined.ok_or((Some(DateTrouble::EndBeforeStart), Some(end.at.clone())))
    }

    /// A year of a table that has them before the common era, in EDTF, which has a year 0: -44 is -0043.
    fn year_of_era(&self, text: &str) -> Option<String> {
        let year: i32 = text.trim().parse().ok().filter(|year| self.has_negative_years && *year != 0)?;
        Some(match year {
            1.. => format!("{year:04}"),
            -1 => "0000".to_owned(),
            _ => format!("-{:04}", -1 - year),
        })
    }

    /// The date of a row with year, month and day in columns of their own.
    fn dates_apart(&self, cells: &[Cell]) -> Result<Dated, (Option<DateTrouble>, Option<Range<usize>>)> {
        let at = || self.columns.column(Role::Year).and_then(|column| cells.get(column)).map(|cell| cell.at.clone());
        let end = |roles: [Role; 3]| -> Option<Result<Dated, DateTrouble>> {
            let [year, month, day] = roles.map(|role| self.line(cells, role));
            let year = self.year_of_era(&year).or_else(|| known(&year))?;
            let [month, day] = [known(&month), known(&day)];
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
}

/// A number or name of a part of a date; `None` for what stands for unknown.
fn known(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches(".0");
    let is_unknown = text.is_empty() || text.parse::<i32>().is_ok_and(|number| number <= 0) || key(text) == "unknown";
    (!is_unknown).then(|| text.to_owned())
}

/// A start and an end as one date; `None` where the end lies before the start.
fn joined(start: Dated, end: Dated) -> Option<Dated> {
    let other_weekday = start.other_weekday.or(end.other_weekday);
    let mut inferred = start.inferred;
    inferred.extend(end.inferred.into_iter().filter(|text| !inferred.contains(text)).collect::<Vec<_>>());
    let edtf = if start.edtf == end.edtf {
        start.edtf
    } else {
        let first = start.edtf.split('/').next().unwrap_or_default();
        let last = end.edtf.rsplit('/').next().unwrap_or_default();
        format!("{first}/{last}")
    };
    When::parse(&edtf).ok().map(|_| Dated { edtf, inferred, other_weekday })
}

/// A text without reference marks in square brackets or as signs at its end, and without words in round ones that name no number.
fn without_notes(text: &str) -> String {
    if text.starts_with(['[', '{']) {
        return text.to_owned();
    }
    let mut result = String::new();
    let mut rest = text.trim_end_matches(['*', '†', '‡', ' ']);
    while let Some(at) = rest.find(['[', '(']) {
        let (before, from) = rest.split_at(at);
        let close = if from.starts_with('[') { ']' } else { ')' };
        let Some((note, behind)) = from.split_once(close) else { break };
        result.push_str(before);
        if close == ')' && note.bytes().any(|byte| byte.is_ascii_digit()) {
            result.extend([note, ")"]);
        }
        rest = behind;
    }
    result + rest
}
