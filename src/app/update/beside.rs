//! Two lives, countries or decades beside each other.

use std::cmp::Reverse;

use crate::app::state::State;
use crate::data::LaneBy;
use crate::model::{LaneKey, TravellerIndex};

impl State {
    /// What can be chosen, those with the most trips first; decades in their order.
    pub(crate) fn headings_of(&self, lanes: LaneBy) -> Vec<LaneKey> {
        let by_country = || self.whole.by_country.iter().map(|(&country, &trips)| (LaneKey::Country(country), trips));
        let by_traveller = || {
            let trips = |index: TravellerIndex| self.whole.by_traveller.get(index.position()).copied().unwrap_or(0);
            let travellers = self.chronicle().indexed_travellers();
            travellers.map(move |(index, _)| (LaneKey::Traveller(index), trips(index)))
        };
        let mut headings: Vec<(LaneKey, usize)> = match lanes {
            LaneBy::DecadeCountry => {
                return self.whole.by_decade.keys().map(|&first_year| LaneKey::Decade(first_year)).collect();
            }
            LaneBy::CountryTraveller => by_country().collect(),
            _ => by_traveller().collect(),
        };
        headings.sort_by_key(|(_, trips)| Reverse(*trips));
        headings.into_iter().map(|(key, _)| key).collect()
    }

    /// Lays beside each other what is chosen: nothing else is shown, the second below the first.
    pub(crate) fn show_beside(&mut self) {
        let Some((headings, alignment)) = self.beside.asked() else { return };
        match self.view().beside(self.chronicle(), &self.shown, headings, alignment) {
            Ok(view) => {
                self.dialog = None;
                self.show_view(&view);
            }
            Err(unknown) => self.notify_error(unknown.to_string()),
        }
    }

    /// Shows everything again, each trip at its own days.
    pub(crate) fn end_beside(&mut self) {
        self.settings.arrangement.choices.moved = None;
        self.show_all_lanes();
        self.camera.restart(self.timeline.bounds);
    }
}
