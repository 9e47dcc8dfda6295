//! The lanes of a row: the countries that its cell names, and the places that stand with them.

use super::table_reader::Reader;
use crate::data::countries::KnownCountry;
use crate::data::import::cell::{Cell, Named, Part};
use crate::data::import::table::Role;

/// A country of a row, and the places that stand with it in its cell.
pub(super) struct Lane {
    pub(super) country: Named,
    pub(super) places: Vec<Named>,
}

impl Reader<'_> {
    /// The countries of a row, or what stands for its lane.
    pub(super) fn lanes(&self, cells: &[Cell]) -> Vec<Lane> {
        if let Some(lane) = &self.options.lane {
            let cell = self.columns.position(lane).and_then(|column| cells.get(column)).filter(|cell| !cell.is_blank());
            return cell.map(|cell| lanes([whole(cell)])).unwrap_or_default();
        }
        if self.columns.has_one_lane() {
            return vec![Lane { country: Named::plain(self.title), places: Vec::new() }];
        }
        match (self.cell(cells, Role::Country), self.cell(cells, Role::Place)) {
            (Some(cell), _) if self.is_country_whole => {
                let country = whole(cell);
                if country.name.is_empty() { Vec::new() } else { vec![Lane { country, places: Vec::new() }] }
            }
            (Some(cell), _) => lanes(countries(cell)),
            (None, Some(cell)) if self.columns.column(Role::Country).is_none() => lanes(places_with_country(cell)),
            _ => Vec::new(),
        }
    }
}

/// The lanes of names such as `Qatar` and `Doha, Qatar`: one for each country.
fn lanes(names: impl IntoIterator<Item = Named>) -> Vec<Lane> {
    let mut lanes: Vec<Lane> = Vec::new();
    for named in names {
        let (place, country) = match place_and_country(&named.name) {
            Some((place, country)) => (Some(Named::plain(place)), Named::plain(country)),
            None => (None, named),
        };
        if country.name.is_empty() {
            continue;
        }
        match lanes.iter_mut().find(|lane| lane.country.name == country.name) {
            Some(lane) => lane.places.extend(place),
            None => lanes.push(Lane { country, places: place.into_iter().collect() }),
        }
    }
    lanes
}

/// All of a cell as one name.
fn whole(cell: &Cell) -> Named {
    match cell.parts(&[]).as_slice() {
        [only] => only.named(),
        _ => Named::plain(cell.line()),
    }
}

/// The places of a cell that stand each with its country, `Rome, Italy; Paris, France`; else the cell in one.
fn places_with_country(cell: &Cell) -> Vec<Named> {
    let parts = cell.parts(&[';']);
    let is_each = parts.iter().all(|part| place_and_country(part.text).is_some());
    if is_each { parts.iter().map(Part::named).collect() } else { vec![whole(cell)] }
}

/// The countries of a text that names nothing else: `France, Italy and Spain`, but not `Bosnia and Herzegovina`.
fn known_countries(text: &str) -> Option<Vec<Named>> {
    if KnownCountry::named(text).is_some() {
        return None;
    }
    let words = [" and ", " und ", " et ", " y ", " и "];
    let text = words.iter().fold(text.to_owned(), |text, word| text.replace(word, ","));
    let parts = text.split([',', '/', '&', '+']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| KnownCountry::named(part).map(|_| Named::plain(part.trim_start_matches("the ")))).collect()
}

/// The countries of a cell: a line or a link for each, or names in a list.
fn countries(cell: &Cell) -> Vec<Named> {
    // Both may be links: a place and its country are no two countries.
    let is_place_with_country =
        |part: &Part<'_>| place_and_country(part.text).is_some() && known_countries(part.text).is_none();
    let parts = cell.parts(&[';']);
    if parts.iter().all(is_place_with_country) {
        return parts.iter().map(|part| Named::plain(part.text)).collect();
    }
    let names = |part: Part<'_>| known_countries(part.text).unwrap_or_else(|| vec![part.named()]);
    cell.named_parts(&[';']).into_iter().flat_map(names).collect()
}

/// The place and the country where a text names both: `Doha, Qatar`. A comma may also be part of a country's name.
fn place_and_country(text: &str) -> Option<(&str, &str)> {
    let both = text.rsplit_once(", ").filter(|(_, country)| KnownCountry::named(country).is_some());
    both.filter(|_| KnownCountry::named(text).is_none())
}

/// The places of a cell, but for the name of the country at an end: `Paris, France; Lyon, France`, not `Mexico, D.F.`.
pub(super) fn places_of(cell: &Cell, country: &Named) -> Vec<Named> {
    let parts = cell.named_parts(&[',', ';']);
    let is_place = |(at, part): &(usize, &Part<'_>)| {
        let is_before_comma = || cell.text.get(part.at.end..).is_some_and(|rest| rest.trim_start().starts_with(','));
        *at == 0 || part.text != country.name || is_before_comma()
    };
    parts.iter().enumerate().filter(is_place).map(|(_, part)| part.named()).collect()
}
