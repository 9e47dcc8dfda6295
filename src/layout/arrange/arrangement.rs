//! How what is shown is arranged.

use crate::data::{LaneNames, LaneOrder};
use crate::model::{Country, MOST_DAYS_BETWEEN};

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

/// How time is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeScale {
    /// Long silences shrink to thin bands.
    Folded,
    /// A day is as wide as any other.
    ToScale,
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
