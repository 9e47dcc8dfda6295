//! What every reader makes of an input: a page of tables, each cell with the place that it stands at.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::cell::Cell;

/// All that an input holds of use.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    /// What the page or file is called by itself; empty where it says nothing.
    pub(crate) title: String,
    /// Where it comes from, as far as it says: for the citation.
    pub(crate) origin: String,
    /// The archive that it is a part of.
    pub(crate) archive: String,
    /// Whether tables without known headings are told by what stands in them: pages have too many of other kinds.
    pub(crate) may_guess: bool,
    /// What of it was not read, in words.
    pub(crate) notes: Vec<String>,
    /// Whether it is a copy that has lost cells.
    pub(crate) lost_cells: bool,
    /// The sheets of a workbook, also those that were not asked for.
    pub(crate) sheets: Vec<String>,
    /// Countries that it names beside its tables.
    pub(crate) countries: Vec<String>,
    /// Sentences beside its tables, as bytes of the input.
    pub(crate) sentences: Vec<Range<usize>>,
    /// Its tables, those of journeys and others.
    pub(crate) tables: Vec<Table>,
}

/// A table, with each cell that spans several rows or columns in all of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    /// The headings that it stands below, the outermost first, or the name of its sheet.
    pub(crate) headings: Vec<String>,
    pub(crate) rows: Vec<Row>,
    /// What its columns are, where the kind of file says so; else it is found out.
    pub(crate) roles: Option<Vec<Role>>,
    /// Whether a year below zero is one before the common era, not an unknown one: -44 is 44 BCE.
    pub(crate) has_negative_years: bool,
}

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    pub(crate) cells: Vec<Cell>,
    /// Bytes of the input.
    pub(crate) at: Range<usize>,
}

/// What a column is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Whole dates, or the first day.
    Dates,
    /// The last day.
    End,
    /// The year, month or day of the start, apart.
    Year,
    /// The month of the start.
    Month,
    /// The day of the start.
    Day,
    /// The year of the end.
    EndYear,
    /// The month of the end.
    EndMonth,
    /// The day of the end.
    EndDay,
    /// The country: its lane.
    Country,
    /// Places in it.
    Place,
    /// Degrees north of the place.
    Latitude,
    /// Degrees east of the place.
    Longitude,
    /// Both.
    Coordinates,
    /// People met.
    Leader,
    /// Their offices.
    Office,
    /// What took place.
    Details,
    /// What the trip was for.
    Kind,
    /// Who travelled.
    Traveller,
    /// The number of the trip, a picture, references: nothing of a trip.
    Ignore,
}

/// Puts cells into a grid: one that spans rows or columns stands in all of them.
#[derive(Default)]
pub(crate) struct Grid {
    /// For each column the cell that goes on from above, and for how many rows more.
    open: Vec<Option<(Cell, usize)>>,
    pub(crate) rows: Vec<Row>,
    /// How many cells there are because others span rows or columns.
    spanned: usize,
}

/// No cell spans more columns; larger numbers are mistakes or traps.
const MOST_COLUMNS: usize = 200;
/// With more spanned cells in a table, none goes on into further rows.
const MOST_SPANNED: usize = 500_000;

impl Grid {
    /// Adds a row of cells, each with how many columns and rows it spans; 0 rows go on to the end.
    pub(crate) fn add(&mut self, cells: Vec<(Cell, usize, usize)>, at: Range<usize>) {
        if MOST_SPANNED < self.spanned {
            self.open.clear();
        }
        let mut row = Vec::new();
        let mut cells = cells.into_iter();
        loop {
            let column = row.len();
            if let Some(open) = self.open.get_mut(column)
                && let Some((cell, left)) = open.as_mut()
            {
                row.push(Cell { is_spanned: true, ..cell.clone() });
                *left = left.saturating_sub(1);
                if *left == 0 {
                    *open = None;
                }
                continue;
            }
            let Some((cell, columns, rows)) = cells.next() else {
                // Cells from above may stand behind the last of this row.
                if self.open.iter().skip(column).any(Option::is_some) && column < MOST_COLUMNS {
                    row.push(Cell { at: at.end..at.end, ..Cell::default() });
                    continue;
                }
                break;
            };
            for index in 0..columns.clamp(1, MOST_COLUMNS) {
                if MOST_COLUMNS <= row.len() {
                    break;
                }
                let copy = Cell { is_spanned: 0 < index, ..cell.clone() };
                let column = row.len();
                if rows != 1 {
                    self.open.resize(self.open.len().max(column + 1), None);
                    let left = if rows == 0 { usize::MAX } else { rows - 1 };
                    self.open.splice(column..=column, [Some((cell.clone(), left))]);
                }
                row.push(copy);
            }
        }
        self.spanned += row.iter().filter(|cell| cell.is_spanned).count();
        self.rows.push(Row { cells: row, at });
    }
}
