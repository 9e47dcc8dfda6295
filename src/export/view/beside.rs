//! Two lives, countries or decades beside each other.

use super::View;
use super::resolve::Unknown;
use crate::data::{LaneBy, LaneGroup, LaneNames, LaneOrder};
use crate::layout::MovedLanes;
use crate::model::{Chronicle, FilterResult, LaneKey, TripIndex};
use crate::time::Day;

/// Which days of two headings stand on one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// The same.
    SameDays,
    /// Those on which their first trips began; the first days of two decades.
    FirstTrips,
    /// Those on which their first offices began.
    FirstOffices,
    /// These.
    Days([Day; 2]),
}

impl View {
    /// The view with the lanes of two headings beside each other: nothing else is shown, the second below the first. `shown`
    /// is what its filter leaves.
    ///
    /// # Errors
    ///
    /// That the two are not travellers, countries or decades, or that the file does not tell the days that are to stand on
    /// one another.
    pub fn beside(
        mut self,
        chronicle: &Chronicle,
        shown: &FilterResult,
        [first, second]: [LaneKey; 2],
        alignment: Alignment,
    ) -> Result<Self, Unknown> {
        let lanes = lanes_below(first).filter(|lanes| lanes_below(second) == Some(*lanes) && first != second);
        let lanes = lanes.ok_or_else(|| Unknown {
            what: format!(
                "{} and {} cannot stand beside each other",
                named(chronicle, first),
                named(chronicle, second)
            ),
            help: "expected two travellers, two countries or two decades".to_owned(),
        })?;
        let anchor = |key| anchor(chronicle, shown, lanes, key, alignment);
        let days = match alignment {
            Alignment::SameDays => 0,
            Alignment::Days([first, second]) => first - second,
            Alignment::FirstTrips | Alignment::FirstOffices => anchor(first)? - anchor(second)?,
        };
        self.arrangement.lanes = lanes;
        self.arrangement.group = LaneGroup::No;
        if self.arrangement.order == LaneOrder::Hand {
            self.arrangement.order = LaneOrder::FirstVisit;
        }
        self.arrangement.choices.moved = Some(MovedLanes { lane: second, days });
        self.filter.only_lanes = [first, second].into();
        self.filter.hidden_lanes.clear();
        self.seen = None;
        Ok(self)
    }
}

/// What the lanes below a heading are for, where two such headings can stand beside each other.
const fn lanes_below(heading: LaneKey) -> Option<LaneBy> {
    match heading {
        LaneKey::Traveller(_) => Some(LaneBy::TravellerCountry),
        LaneKey::Country(_) => Some(LaneBy::CountryTraveller),
        LaneKey::Decade(_) => Some(LaneBy::DecadeCountry),
        _ => None,
    }
}

/// The day of a heading that is to stand on that of another.
fn anchor(
    chronicle: &Chronicle,
    shown: &FilterResult,
    lanes: LaneBy,
    key: LaneKey,
    alignment: Alignment,
) -> Result<Day, Unknown> {
    if let LaneKey::Decade(first_year) = key {
        return Ok(Day::first_of_year(first_year));
    }
    let name = named(chronicle, key);
    if alignment == Alignment::FirstOffices {
        return first_day_in_office(chronicle, key).ok_or_else(|| Unknown {
            what: format!("the file does not say when {name} began an office"),
            help: "expected offices with their dates in `travellers`".to_owned(),
        });
    }
    let is_below = |index: &TripIndex| LaneKey::of_trip(lanes, chronicle, shown.reading, *index).heading() == Some(key);
    let trips = chronicle.indexed_trips().map(|(index, _)| index).filter(|&index| shown.is_candidate(index));
    let first = trips.filter(is_below).map(|index| shown.span(chronicle, index).start()).min();
    first.ok_or_else(|| Unknown {
        what: format!("no trip of {name} is shown"),
        help: "expected days that both have".to_owned(),
    })
}

fn named(chronicle: &Chronicle, key: LaneKey) -> String {
    key.name(chronicle, LaneNames::Then).into_owned()
}

/// When the first office of a traveller began, as far as it is known.
#[must_use]
pub fn first_day_in_office(chronicle: &Chronicle, key: LaneKey) -> Option<Day> {
    let offices = chronicle.offices(key.traveller()?);
    let known = offices.iter().filter(|office| !office.when.open_ends().start);
    known.map(|office| office.when.possible().start()).min()
}
