//! The lanes of a row: the countries that its cell names, and the places that stand with them.

use super::table_reader::Reader;
use crate::data::countries::KnownCountry;
use crate::data::import::table::{Cell, Role};

/// A country of a row, and the places that stand with it in its cell.
pub(super) struct Lane {
    pub(super) country: String,
    pub(super) places: Vec<String>,
}

impl Reader<'_> {
    /// The countries of a row, or what stands for its lane.
    pub(super) fn lanes(&self, cells: &[Cell]) -> Vec<Lane> {
        if let Some(lane) = &self.options.lane {
            let cell = self.columns.position(lane).and_then(|column| cells.get(column)).filter(|cell| !cell.is_blank());
            return cell.map(|cell| lanes([cell.line()])).unwrap_or_default();
        }
        match (self.cell(cells, Role::Country), self.cell(cells, Role::Place)) {
            (Some(cell), _) => lanes(countries(cell)),
            (None, Some(cell)) if self.columns.column(Role::Country).is_none() => lanes(places_with_country(cell)),
            _ => Vec::new(),
        }
    }
}

/// The lanes of texts such as `Qatar` and `Doha, Qatar`: one for each country.
fn lanes(texts: impl IntoIterator<Item = String>) -> Vec<Lane> {
    let mut lanes: Vec<Lane> = Vec::new();
    for text in texts {
        let (place, country) = place_and_country(&text);
        let places = place.map(str::to_owned);
        match lanes.iter_mut().find(|lane| lane.country == country) {
            Some(lane) => lane.places.extend(places),
            None => lanes.push(Lane { country: country.to_owned(), places: places.into_iter().collect() }),
        }
    }
    lanes
}

/// The places of a cell that stand each with its country, `Rome, Italy; Paris, France`; else the cell in one.
fn places_with_country(cell: &Cell) -> Vec<String> {
    let parts: Vec<String> = cell.parts(&[';']).iter().map(|part| part.text.to_owned()).collect();
    let is_each = parts.iter().all(|part| place_and_country(part).0.is_some());
    if is_each { parts } else { vec![cell.line()] }
}

/// The countries of a text that names nothing else: `France, Italy and Spain`, but not `Bosnia and Herzegovina`.
fn known_countries(text: &str) -> Option<Vec<String>> {
    if KnownCountry::named(text).is_some() {
        return None;
    }
    let words = [" and ", " und ", " et ", " y ", " и "];
    let text = words.iter().fold(text.to_owned(), |text, word| text.replace(word, ","));
    let parts = text.split([',', '/', '&', '+']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| KnownCountry::named(part).map(|_| part.trim_start_matches("the ").to_owned())).collect()
}

/// The countries of a cell: a line or a link for each, or names in a list.
fn countries(cell: &Cell) -> Vec<String> {
    let parts = cell.parts(&[';']);
    let names = parts.iter().flat_map(|part| known_countries(part.text).unwrap_or_else(|| vec![part.text.to_owned()]));
    let names: Vec<String> = names.collect();
    let linked: Vec<&str> = cell.links.iter().filter_map(|(range, _)| cell.text.get(range.clone())).collect();
    // Several links with nothing but signs between them are several countries.
    let rest: String = linked.iter().fold(cell.text.clone(), |text, link| text.replacen(link, "", 1));
    let parting = |letter: char| letter.is_whitespace() || ",;/&·•+".contains(letter);
    if 1 < linked.len() && rest.replace(" and ", " ").chars().all(parting) {
        return linked.into_iter().map(str::to_owned).collect();
    }
    names
}

/// The place before a country where a cell names both: `Doha, Qatar`. A comma may also be part of a country's name.
fn place_and_country(text: &str) -> (Option<&str>, &str) {
    let both = text.rsplit_once(", ").filter(|(_, country)| KnownCountry::named(country).is_some());
    match both.filter(|_| KnownCountry::named(text).is_none()) {
        Some((place, country)) => (Some(place), country),
        None => (None, text),
    }
}

/// Places but the name of the country behind them: `Paris, France`.
pub(super) fn without_country(places: Vec<String>, country: &str) -> Vec<String> {
    places.into_iter().enumerate().filter(|(at, place)| *at == 0 || place != country).map(|(_, place)| place).collect()
}
