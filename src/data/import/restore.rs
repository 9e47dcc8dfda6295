//! Cells that a copied page has lost, restored where the row itself proves them.

use std::collections::BTreeMap;

use super::columns::Columns;
use super::table::{Page, Role, Row, Table};
use crate::data::countries::KnownCountry;
use crate::text::key;

/// What proves the cells of a page: the countries that it names, and where its places are.
pub(crate) struct Evidence {
    countries: Vec<String>,
    /// The country of a place by a row that names both.
    by_place: BTreeMap<String, String>,
    places: Vec<String>,
}

/// What was restored in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Restoration {
    pub(crate) country: bool,
    /// How, in words.
    pub(crate) reasons: Vec<String>,
}

impl Evidence {
    /// What a page proves.
    pub(crate) fn of(page: &Page, tables: &[(&Table, Columns)]) -> Self {
        let mut evidence = Self { countries: page.countries.clone(), by_place: BTreeMap::new(), places: Vec::new() };
        let rows = || {
            tables
                .iter()
                .flat_map(|(table, columns)| table.rows.iter().skip(columns.header_rows).map(move |row| (row, columns)))
        };
        let cell = |row: &Row, columns: &Columns, role| {
            columns
                .column(role)
                .and_then(|column| row.cells.get(column))
                .map(super::cell::Cell::line)
                .unwrap_or_default()
        };
        for (row, columns) in rows() {
            let country = cell(row, columns, Role::Country);
            if KnownCountry::named(&country).is_some() && !evidence.countries.contains(&country) {
                evidence.countries.push(country);
            }
        }
        for (row, columns) in rows() {
            let [country, place, leader] =
                [Role::Country, Role::Place, Role::Leader].map(|role| cell(row, columns, role));
            let country =
                if evidence.countries.contains(&country) { Some(country) } else { evidence.country_in(&leader) };
            if let Some(country) = country.filter(|_| !place.is_empty() && place.chars().count() < LONGEST_PLACE) {
                evidence.by_place.entry(key(&place)).or_insert(country);
                evidence.places.push(place);
            }
        }
        evidence
    }

    /// The only country that a text names, by its name or by what is of it.
    pub(crate) fn country_in(&self, text: &str) -> Option<String> {
        let text = format!(" {} ", key(text));
        let names = |name: &str| text.contains(&format!(" {} ", key(name)));
        let mut found: Vec<&String> = Vec::new();
        for country in &self.countries {
            let known = KnownCountry::named(country);
            let by_words = known.is_some_and(|known| known.words().any(names));
            // `Vietnam` is North Vietnam where the page has no other.
            let last = country.rsplit(' ').next().unwrap_or_default();
            let alone = self.countries.iter().filter(|other| other.rsplit(' ').next() == Some(last)).count() == 1;
            if names(country) || by_words || (alone && names(last)) {
                found.push(country);
            }
        }
        // `East Germany` is not also Germany.
        let longest = found
            .iter()
            .copied()
            .filter(|one| !found.iter().any(|other| other != one && key(other).ends_with(&key(one))));
        let mut longest = longest;
        longest.next().filter(|_| longest.next().is_none()).cloned()
    }

    /// Restores the cells of a row whose country is lost.
    pub(crate) fn restore(&self, row: &mut Row, columns: &Columns) -> Restoration {
        let [Some(country), place, leader, details] =
            [Role::Country, Role::Place, Role::Leader, Role::Details].map(|role| columns.column(role))
        else {
            return Restoration::default();
        };
        let mut restoration = Restoration::default();
        let text = |row: &Row, column: Option<usize>| {
            column.and_then(|column| row.cells.get(column)).map(super::cell::Cell::line).unwrap_or_default()
        };
        let own = text(row, Some(country));
        if own.is_empty() && row.cells.iter().skip(country).all(super::cell::Cell::is_blank) {
            return restoration;
        }
        if !own.is_empty() {
            if self.countries.contains(&own) || KnownCountry::named(&own).is_some() {
                return restoration;
            }
            // The cell of the country fell out, and the others moved up.
            let cells: Vec<_> = row.cells.iter().skip(country).cloned().collect();
            let is_place = self.by_place.contains_key(&key(&own)) || self.places.contains(&own);
            for cell in row.cells.iter_mut().skip(country) {
                (cell.text, cell.links) = (String::new(), Vec::new());
            }
            let mut rest = cells.into_iter();
            let mut put = |column: Option<usize>, cell| {
                if let Some(old) = column.and_then(|column| row.cells.get_mut(column)) {
                    *old = cell;
                }
            };
            if is_place && let Some(cell) = rest.next() {
                put(place, cell);
            }
            for cell in rest.filter(|cell| !cell.is_blank()) {
                let column = if is_office(&cell.text) { leader } else { details };
                put(column, cell);
            }
            restoration
                .reasons
                .push(format!("the cell of the country is lost and the others have moved up: “{own}” stands in it"));
        }
        let [where_, whom, what] = [place, leader, details].map(|column| text(row, column));
        let by_leader = self.country_in(&whom).map(|country| (country, format!("the country by the office “{whom}”")));
        let by_details = || self.country_in(&what).map(|country| (country, format!("the country by “{what}”")));
        let by_place = || {
            let country = self.by_place.get(&key(&where_))?.clone();
            let reason = format!("the country by {where_}, which other rows of the page place there");
            Some((country, reason))
        };
        if let Some((name, reason)) = by_leader.or_else(by_place).or_else(by_details) {
            if let Some(cell) = row.cells.get_mut(country) {
                (cell.text, cell.links) = (name, Vec::new());
            }
            restoration.country = true;
            restoration.reasons.push(reason);
        }
        restoration
    }
}

/// A longer text is no place.
const LONGEST_PLACE: usize = 60;

/// Whether a text names somebody by an office.
fn is_office(text: &str) -> bool {
    let words = [
        "secretary",
        "president",
        "premier",
        "chairman",
        "minister",
        "king",
        "queen",
        "chancellor",
        "emperor",
        "pope",
        "leader",
    ];
    key(text).split(' ').any(|word| words.contains(&word))
}
