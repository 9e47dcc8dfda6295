//! From the rows of a table to trips: the one step in which all inputs end.

mod lanes;
mod order;
mod parting;
mod row;
mod row_dates;
mod table_reader;
mod trouble;

use std::ops::Range;

use crate::data::import::cell::{Cell, Named};
use crate::data::import::columns::Columns;
use crate::data::import::options::Options;
use crate::data::import::table::Table;
use crate::data::schema::Coordinates;
use crate::data::vocabulary::{TripKind, TripStatus};
use crate::text::key;
pub(crate) use order::out_of_order;
use parting::{heading_year, is_left_out, parting_line, year_of_line};
use row_dates::{has_day_numbers, only_year, order_of, years_of};
use table_reader::Reader;
pub(crate) use trouble::{RowTrouble, Why};

/// A trip as an input tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Draft {
    pub(crate) traveller: String,
    pub(crate) country: Named,
    pub(crate) kind: TripKind,
    pub(crate) status: TripStatus,
    pub(crate) edtf: String,
    pub(crate) verbatim: String,
    pub(crate) inferred: Vec<String>,
    pub(crate) is_country_restored: bool,
    pub(crate) places: Vec<DraftPlace>,
    /// Name and office.
    pub(crate) leaders: Vec<(String, String)>,
    pub(crate) details: String,
    /// Bytes of the input.
    pub(crate) at: Range<usize>,
    /// Those of its date.
    pub(crate) date_at: Range<usize>,
}

/// A place of a trip.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct DraftPlace {
    pub(crate) name: Named,
    pub(crate) at: Option<Coordinates>,
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

/// The trips of a table; `title` is that of the page, and of the lane where nothing else says which there are.
pub(crate) fn read(table: &Table, columns: &Columns, options: &Options, title: &str) -> TableTrips {
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
        title,
        is_country_whole: table.roles.is_some() || table.has_negative_years,
        has_negative_years: table.has_negative_years,
        status: if is_planned { TripStatus::Planned } else { TripStatus::Confirmed },
        heading_year: heading_year(table, columns),
        orders,
        years: years_of(rows, columns),
        day_numbers: (0..columns.roles.len()).map(|column| has_day_numbers(rows, column)).collect(),
    };
    result.counts.read = table.rows.len();
    result.counts.headers = table.rows.len() - rows.len();
    let mut above: Vec<Cell> = Vec::new();
    for row in rows {
        if let Some(year) = year_of_line(row, columns) {
            reader.heading_year = Some(year);
            result.counts.by_rule += 1;
            continue;
        }
        if let Some(heading) = parting_line(row) {
            if let Some(year) = only_year(&heading) {
                reader.heading_year = Some((year, heading));
            }
            result.counts.by_rule += 1;
            continue;
        }
        if is_left_out(row) {
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
