//! Lines of a table that are no trips: years and words that part it, blank ones, totals, headings again.

use super::row_dates::only_year;
use crate::data::import::cell::Cell;
use crate::data::import::columns::{Columns, role_of};
use crate::data::import::table::{Role, Row, Table};
use crate::text::key;

/// The year of the rows of a table by what stands above them, the nearest first, and what that is.
pub(super) fn heading_year(table: &Table, columns: &Columns) -> Option<(i32, String)> {
    let mut above = table.rows.iter().take(columns.header_rows).rev();
    let by_heading = |heading: &String| only_year(heading).map(|year| (year, heading.clone()));
    above.find_map(|row| year_of_line(row, columns)).or_else(|| table.headings.iter().rev().find_map(by_heading))
}

/// The year of a line that has no columns, `2019` among lines with tabs, and the line.
pub(super) fn year_of_line(row: &Row, columns: &Columns) -> Option<(i32, String)> {
    let [only] = row.cells.as_slice() else { return None };
    let is_date = matches!(columns.roles.first(), Some(Role::Dates | Role::Year));
    let line = only.line();
    only_year(&line)
        .filter(|_| 1 < columns.roles.len() && !is_date)
        .map(|year| (year, line.trim_end_matches("[edit]").trim_end().to_owned()))
}

/// The text of a row that is one cell over all columns, or a year over all that no cell from above takes.
pub(super) fn parting_line(row: &Row) -> Option<String> {
    let own: Vec<&Cell> = row.cells.iter().filter(|cell| row.at.start <= cell.at.start).collect();
    let (first, rest) = own.split_first()?;
    let is_one =
        !rest.is_empty() && rest.iter().all(|cell| cell.is_spanned && cell.at == first.at) && !first.is_blank();
    let line = first.line();
    let is_whole = own.len() == row.cells.len() || (line.len() == 4 && only_year(&line).is_some());
    (is_one && is_whole).then_some(line)
}

/// Whether a row is blank, a total, or the headings again.
pub(super) fn is_left_out(row: &Row) -> bool {
    let texts: Vec<&Cell> = row.cells.iter().filter(|cell| !cell.is_blank() && !cell.is_spanned).collect();
    if row.cells.iter().all(Cell::is_blank) {
        return true;
    }
    let is_total = texts
        .first()
        .is_some_and(|cell| ["total", "totals", "sum", "summe", "gesamt", "итого"].contains(&key(&cell.text).as_str()));
    let roles: Vec<Role> = texts.iter().filter_map(|cell| role_of(&cell.text)).collect();
    let headings = roles.iter().filter(|role| **role != Role::Ignore).count();
    is_total
        || (2 <= headings && roles.len() == texts.len())
        || (!texts.is_empty() && row.cells.iter().all(|cell| cell.is_header) && 1 < row.cells.len())
}
