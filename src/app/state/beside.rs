//! What is to be laid beside each other.

use crate::data::LaneBy;
use crate::export::Alignment;
use crate::model::LaneKey;
use crate::time::{Day, parse_entry};

/// Two headings whose lanes are to stand below each other, on one axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// What they are: travellers, countries or decades, by the lanes that stand below such headings.
    pub lanes: LaneBy,
    /// Both of them, as far as they are chosen.
    pub chosen: [Option<LaneKey>; 2],
    /// Which of their days stand on one another; `None` for those that are written in `days`.
    pub alignment: Option<Alignment>,
    /// A day of each, as it is typed.
    pub days: [String; 2],
}

impl Beside {
    /// What can be laid beside each other, with what it is called.
    pub(crate) const KINDS: [(LaneBy, &str); 3] = [
        (LaneBy::TravellerCountry, "travellers"),
        (LaneBy::CountryTraveller, "countries"),
        (LaneBy::DecadeCountry, "decades"),
    ];
    /// Which of their days can stand on one another, with what that is called.
    pub(crate) const ALIGNMENTS: [(Option<Alignment>, &str); 4] = [
        (Some(Alignment::SameDays), "on the same days"),
        (Some(Alignment::FirstTrips), "first trip below first trip"),
        (Some(Alignment::FirstOffices), "first day in office below first day in office"),
        (None, "day below day"),
    ];

    /// What is to be laid beside each other, and how; `None` where that is not yet said.
    pub(crate) fn asked(&self) -> Option<([LaneKey; 2], Alignment)> {
        let [Some(first), Some(second)] = self.chosen else { return None };
        let alignment = match self.alignment {
            Some(alignment) => alignment,
            None => Alignment::Days([day(&self.days[0])?, day(&self.days[1])?]),
        };
        (first != second).then_some(([first, second], alignment))
    }
}

/// The first day of a date as it is typed.
fn day(text: &str) -> Option<Day> {
    parse_entry(text).map(|when| when.possible().start())
}

impl Default for Beside {
    fn default() -> Self {
        let days = [const { String::new() }; 2];
        Self { lanes: LaneBy::TravellerCountry, chosen: [None, None], alignment: Some(Alignment::SameDays), days }
    }
}
