//! What is to be laid beside each other.

use crate::data::LaneBy;
use crate::model::LaneKey;

/// Two headings whose lanes are to stand below each other, on one axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beside {
    /// What they are: travellers, countries or decades, by the lanes that stand below such headings.
    pub lanes: LaneBy,
    /// Both of them, as far as they are chosen.
    pub chosen: [Option<LaneKey>; 2],
    /// Which of their days stand on one another.
    pub alignment: Alignment,
}

/// Which days of two headings stand on one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// The same.
    SameDays,
    /// Those on which their first trips began; the first days of two decades.
    FirstTrips,
    /// Those on which their first offices began.
    FirstOffices,
}

impl Beside {
    /// What can be laid beside each other, with what it is called.
    pub(crate) const KINDS: [(LaneBy, &str); 3] = [
        (LaneBy::TravellerCountry, "travellers"),
        (LaneBy::CountryTraveller, "countries"),
        (LaneBy::DecadeCountry, "decades"),
    ];
}

impl Alignment {
    /// All of them, with what they are called.
    pub(crate) const ALL: [(Self, &str); 3] = [
        (Self::SameDays, "on the same days"),
        (Self::FirstTrips, "first trip below first trip"),
        (Self::FirstOffices, "first day in office below first day in office"),
    ];
}

impl Default for Beside {
    fn default() -> Self {
        Self { lanes: LaneBy::TravellerCountry, chosen: [None, None], alignment: Alignment::SameDays }
    }
}
