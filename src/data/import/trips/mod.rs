//! From the rows of a table to trips: the one step in which all inputs end.

mod lanes;
mod parting;
mod row_dates;
mod table_reader;
mod trouble;

use std::ops::Range;

use crate::data::import::columns::Columns;
use crate::data::import::options::Options;
use crate::data::import::people::people;
use crate::data::import::table::{Cell, Part, Role, Row, Table};
use crate::data::vocabulary::{TripKind, TripStatus};
use crate::text::key;
use lanes::{Lane, without_country};
use parting::{heading_year, is_left_out, parting_line, year_of_line};
use row_dates::{has_day_numbers, only_year, order_of, years_of};
use table_reader::Reader;
pub(crate) use trouble::{RowTrouble, Why};
use trouble::{date_trouble, quoted};

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

impl Reader<'_> {
    /// Blank cells at the beginning of a row mean "as above" where more of the row is filled; how many were filled so.
    fn fill_from_above(&self, cells: &mut [Cell], above: &[Cell]) -> usize {
        let is_filled = |cell: &Cell| !cell.text.trim().is_empty();
        // The number of the trip leads no column.
        let is_beside = |column: usize| self.columns.roles.get(column) == Some(&Role::Ignore);
        let blank =
            cells.iter().enumerate().take_while(|(column, cell)| is_beside(*column) || !is_filled(cell)).count();
        if !cells.iter().any(is_filled) {
            return 0;
        }
        // All but the details may be meant; of a date alone nothing would be left to tell the rows apart.
        let has_day = self.cell(cells, Role::Day).is_some();
        let named = |column: usize| match self.columns.roles.get(column) {
            Some(Role::Traveller | Role::Country | Role::Year | Role::Dates | Role::End) => true,
            // A year alone may be all that is known; a day needs its month.
            Some(Role::Month) => has_day,
            _ => false,
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
            lanes.push(Lane { country: UNKNOWN_COUNTRY.to_owned(), places: Vec::new() });
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
        let is_lane_of_places = self.columns.column(Role::Country).is_none() && self.options.lane.is_none();
        let for_lane = |(at, lane): (usize, &Lane)| {
            let of = |(cells, own): &(Vec<Cell>, bool)| cells.get(if *own { at } else { 0 }).cloned();
            let places =
                of(&places).map(|cell| cell.parts(&[',', ';']).iter().map(|part| part.text.to_owned()).collect());
            let leaders = of(&leaders).map(|cell| leaders_in(&cell, &office)).unwrap_or_default();
            let mut places = without_country(places.unwrap_or_default(), &lane.country);
            if places.is_empty() || (is_lane_of_places && !lane.places.is_empty()) {
                places.clone_from(&lane.places);
            }
            let mut draft = Draft { country: lane.country.clone(), places, leaders, ..draft.clone() };
            if 1 < lanes.len() {
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
        let columns = self.columns.roles.iter().zip(cells).enumerate();
        let columns = columns.filter(|(_, (role, cell))| **role == Role::Details && !cell.is_blank());
        let text = |(column, (_, cell)): (usize, (&Role, &Cell))| match self.columns.names.get(column) {
            Some(name) if self.columns.asked.contains(&column) && !name.is_empty() => {
                format!("{name}: {}", cell.line())
            }
            _ => cell.line(),
        };
        let mut texts: Vec<String> = columns.map(text).collect();
        texts.dedup();
        let last = texts.pop().unwrap_or_default();
        let sentence = |text: String| if text.ends_with(['.', '!', '?', ':']) { text + " " } else { text + ". " };
        texts.into_iter().map(sentence).collect::<String>() + &last
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

fn row_text(cells: &[Cell]) -> String {
    cells
        .iter()
        .filter(|cell| !cell.is_spanned)
        .map(Cell::line)
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" | ")
}
