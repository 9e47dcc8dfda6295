//! How what is shown is arranged.

use crate::model::{Country, MOST_DAYS_BETWEEN};

/// The order of lanes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LaneOrder {
    /// By the first trip to the country.
    #[default]
    FirstVisit,
    /// Most trips first.
    Visits,
    /// By name.
    Name,
}

impl LaneNames {
    /// What the lane of a country is called.
    #[must_use]
    pub fn name(self, country: &Country) -> &str {
        match self {
            Self::Then => &country.name,
            Self::Today => country.today.as_deref().unwrap_or(&country.name),
        }
    }
}

impl LaneOrder {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::FirstVisit, Self::Visits, Self::Name];

    /// The words in the menu.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::FirstVisit => "first visit",
            Self::Visits => "number of visits",
            Self::Name => "name",
        }
    }
}

/// How time is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeScale {
    /// Long silences shrink to thin bands.
    Folded,
    /// A day is as wide as any other.
    ToScale,
}

/// What lanes are called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LaneNames {
    /// The name of the state then.
    #[default]
    Then,
    /// The name of its successor today, where it has one.
    Today,
}

/// How what is shown is arranged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrangement {
    /// The order of lanes.
    pub order: LaneOrder,
    /// What they are called.
    pub names: LaneNames,
    /// How time is drawn.
    pub scale: TimeScale,
    /// Whether tours are drawn.
    pub tours: bool,
    /// How many days may lie between two legs of a tour.
    pub most_days_between: u16,
    /// Whether colours and shapes are explained.
    pub legend: bool,
}

impl Default for Arrangement {
    fn default() -> Self {
        Self {
            order: LaneOrder::FirstVisit,
            names: LaneNames::Then,
            scale: TimeScale::Folded,
            tours: true,
            most_days_between: MOST_DAYS_BETWEEN,
            legend: true,
        }
    }
}
