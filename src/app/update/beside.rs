//! Two lives, countries or decades beside each other.

use std::cmp::Reverse;

use crate::app::state::{Alignment, Beside, State};
use crate::data::{LaneBy, LaneGroup, LaneOrder};
use crate::layout::MovedLanes;
use crate::model::{LaneKey, TravellerIndex, TripIndex};
use crate::time::Day;

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
        let Beside { lanes, chosen: [Some(first), Some(second)], alignment } = self.beside else { return };
        let anchors = [first, second].map(|key| self.anchor(key, alignment));
        let days = if let [Some(first), Some(second)] = anchors { first - second } else { 0 };
        let arrangement = &mut self.settings.arrangement;
        arrangement.lanes = lanes;
        arrangement.group = LaneGroup::No;
        if arrangement.order == LaneOrder::Hand {
            arrangement.order = LaneOrder::FirstVisit;
        }
        arrangement.choices.moved = Some(MovedLanes { lane: second, days });
        self.filter.only_lanes = [first, second].into();
        self.filter.hidden_lanes.clear();
        self.dialog = None;
        self.scroll = 0.0;
        self.refilter();
        self.rebuild();
        self.camera.restart(self.timeline.bounds);
    }

    /// Shows everything again, each trip at its own days.
    pub(crate) fn end_beside(&mut self) {
        self.settings.arrangement.choices.moved = None;
        self.show_all_lanes();
        self.camera.restart(self.timeline.bounds);
    }

    /// The day of a heading that is to stand on that of another.
    fn anchor(&self, key: LaneKey, alignment: Alignment) -> Option<Day> {
        match (alignment, key) {
            (Alignment::SameDays, _) => None,
            (_, LaneKey::Decade(first_year)) => Some(Day::first_of_year(first_year)),
            (Alignment::FirstTrips, _) => {
                let (chronicle, lanes) = (self.chronicle(), self.beside.lanes);
                let is_below = |index: &TripIndex| {
                    LaneKey::of_trip(lanes, chronicle, self.shown.reading, *index).heading() == Some(key)
                };
                let trips =
                    chronicle.indexed_trips().map(|(index, _)| index).filter(|&index| self.shown.is_candidate(index));
                trips.filter(is_below).map(|index| self.shown.span(chronicle, index).start()).min()
            }
            (Alignment::FirstOffices, _) => self.first_day_in_office(key),
        }
    }

    /// When the first office of a traveller began, as far as it is known.
    pub(crate) fn first_day_in_office(&self, key: LaneKey) -> Option<Day> {
        let offices = self.chronicle().offices(key.traveller()?);
        let known = offices.iter().filter(|office| !office.when.open_ends().start);
        known.map(|office| office.when.possible().start()).min()
    }
}
