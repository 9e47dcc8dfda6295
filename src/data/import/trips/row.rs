//! The trips of a row: one for each country that it names.

use super::lanes::{Lane, places_of};
use super::table_reader::Reader;
use super::trouble::{RowTrouble, Why, date_trouble, quoted, weekday_trouble};
use super::{Draft, DraftPlace};
use crate::data::import::cell::{Cell, Named, Part};
use crate::data::import::coordinates;
use crate::data::import::people::people;
use crate::data::import::table::{Role, Row};
use crate::data::schema::Coordinates;
use crate::data::vocabulary::{TripKind, TripStatus};
use crate::text::key;

impl Reader<'_> {
    /// Blank cells at the beginning of a row mean "as above" where more of the row is filled; how many were filled so.
    pub(super) fn fill_from_above(&self, cells: &mut [Cell], above: &[Cell]) -> usize {
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
    pub(super) fn row(&self, cells: &[Cell], row: &Row, filled: usize, troubles: &mut Vec<RowTrouble>) -> Vec<Draft> {
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
        let date_at = self.date_place(cells).unwrap_or_else(|| row.at.clone());
        if let Some(weekday) = dated.other_weekday {
            troubles.push(weekday_trouble(weekday, date_at.clone(), &self.date_text(cells)));
        }
        let mut lanes = self.lanes(cells);
        if lanes.is_empty() {
            let message = format!("this row names no country: {}", quoted(&row_text(cells)));
            let help = format!("expected a country; the trip stands in the lane “{UNKNOWN_COUNTRY}”");
            let name = cells.first().and_then(|cell| cell.name.as_deref());
            troubles.push(RowTrouble { at: row.at.clone(), why: Why::NoCountry, message, help }.in_cell(name));
            lanes.push(Lane { country: Named::plain(UNKNOWN_COUNTRY), places: Vec::new() });
        }
        let mut inferred = dated.inferred;
        if 0 < filled {
            inferred.push("what the row leaves out at its beginning from the row above".to_owned());
        }
        let details = self.details(cells);
        let point = self.coordinates(cells).unwrap_or_else(|trouble| {
            troubles.push(trouble);
            None
        });
        let (kind, status) = self.kind(cells, &details);
        let draft = Draft {
            traveller: self.line(cells, Role::Traveller),
            kind,
            status,
            edtf: dated.edtf,
            verbatim: self.date_text(cells),
            date_at,
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
            let mut places = of(&places).map(|cell| places_of(&cell, &lane.country)).unwrap_or_default();
            let leaders = of(&leaders).map(|cell| leaders_in(&cell, &office)).unwrap_or_default();
            if places.is_empty() || (is_lane_of_places && !lane.places.is_empty()) {
                places.clone_from(&lane.places);
            }
            let mut places: Vec<_> = places.into_iter().map(|name| DraftPlace { name, at: None }).collect();
            let mut draft = draft.clone();
            match (point, places.as_mut_slice()) {
                (Some(point), [only]) if lanes.len() == 1 => only.at = Some(point),
                // Which of several places is meant, the row does not say.
                (Some(point), _) => add_sentence(&mut draft.details, &format!("Coordinates: {point}")),
                (None, _) => {}
            }
            let mut draft = Draft { country: lane.country.clone(), places, leaders, ..draft };
            if 1 < lanes.len() {
                draft.inferred.push("the row tells of several countries together".to_owned());
            }
            draft
        };
        lanes.iter().enumerate().map(for_lane).collect()
    }

    /// Where the row says that its place is.
    fn coordinates(&self, cells: &[Cell]) -> Result<Option<Coordinates>, RowTrouble> {
        let [both, latitude, longitude] =
            [Role::Coordinates, Role::Latitude, Role::Longitude].map(|role| self.cell(cells, role));
        let Some(cell) = both.or(latitude).or(longitude) else { return Ok(None) };
        let [one, other] = [latitude, longitude].map(|cell| cell.map(Cell::line).unwrap_or_default());
        let found = match both {
            Some(cell) => coordinates::read_both(&cell.line()),
            None => coordinates::read(&one, &other),
        };
        let text = if both.is_some() { cell.line() } else { format!("{one}, {other}") };
        found.map(Some).ok_or_else(|| {
            let message = format!("these are no latitude and longitude: {}", quoted(&text));
            let help = "expected degrees from -90 to 90 and from -180 to 180, as in 39.9 and 116.4".to_owned();
            RowTrouble { at: cell.at.clone(), why: Why::Coordinates, message, help }.in_cell(cell.name.as_deref())
        })
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
        texts.iter().fold(String::new(), |mut details, text| {
            add_sentence(&mut details, text);
            details
        })
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

fn add_sentence(text: &mut String, sentence: &str) {
    if !text.is_empty() {
        text.push_str(if text.ends_with(['.', '!', '?', ':']) { " " } else { ". " });
    }
    text.push_str(sentence);
}

/// The people of a cell, each with the office that stands before the name, or in a column of its own.
fn leaders_in(cell: &Cell, office: &str) -> Vec<(String, String)> {
    let parts = if cell.links.is_empty() { cell.parts(&[';']) } else { cell.linked_parts() };
    let before_link = |part: &Part<'_>| {
        let link = part.link.as_ref()?;
        Some((link.words.to_owned(), part.text.strip_suffix(link.words)?.to_owned()))
    };
    let named = |part: &Part<'_>| match before_link(part) {
        Some((name, before)) if !before.trim().is_empty() => {
            vec![(name, before.trim().trim_end_matches(',').to_owned())]
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
