//! A table with what is known before its rows are read.

use crate::data::import::cell::Cell;
use crate::data::import::columns::Columns;
use crate::data::import::dates::DayOrder;
use crate::data::import::options::Options;
use crate::data::import::table::Role;
use crate::data::vocabulary::TripStatus;

/// What is known of a table before its rows.
pub(super) struct Reader<'a> {
    pub(super) columns: &'a Columns,
    pub(super) options: &'a Options,
    /// That of the page.
    pub(super) title: &'a str,
    /// Whether a cell names one country, whatever its words: the kind of file says so.
    pub(super) is_country_whole: bool,
    /// Whether a year below zero is one before the common era.
    pub(super) has_negative_years: bool,
    pub(super) status: TripStatus,
    /// The year of the heading above, and which heading that is.
    pub(super) heading_year: Option<(i32, String)>,
    pub(super) orders: Vec<Option<DayOrder>>,
    pub(super) years: Option<(i32, i32)>,
    /// For each column whether its dates are numbers of days.
    pub(super) day_numbers: Vec<bool>,
}

impl Reader<'_> {
    pub(super) fn cell<'a>(&self, cells: &'a [Cell], role: Role) -> Option<&'a Cell> {
        self.columns.column(role).and_then(|column| cells.get(column)).filter(|cell| !cell.is_blank())
    }

    pub(super) fn line(&self, cells: &[Cell], role: Role) -> String {
        self.cell(cells, role).map(Cell::line).unwrap_or_default()
    }
}
