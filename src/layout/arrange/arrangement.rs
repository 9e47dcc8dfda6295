//! How what is shown is arranged.

use crate::data::{ColorBy, LaneBy, LaneHeight, LaneNames, LaneOrder};
use crate::model::MOST_DAYS_BETWEEN;

impl LaneHeight {
    /// The heights that do not follow the room, from the lowest, with the height of a lane's first row in pixels.
    pub const STEPS: [(Self, f32); 4] =
        [(Self::Thin, 6.0), (Self::Dense, 18.0), (Self::Normal, 34.0), (Self::Roomy, 52.0)];

    /// The next step above a height in pixels, or below it; the last one where there is none.
    #[must_use]
    pub fn beside(height: f32, is_above: bool) -> Self {
        let [lowest, .., highest] = Self::STEPS;
        let mut steps = Self::STEPS.into_iter();
        let next = if is_above {
            steps.find(|(_, step)| height + 0.5 < *step).unwrap_or(highest)
        } else {
            steps.rfind(|(_, step)| *step < height - 0.5).unwrap_or(lowest)
        };
        next.0
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
    /// What each lane is for.
    pub lanes: LaneBy,
    /// The order of lanes.
    pub order: LaneOrder,
    /// What they are called.
    pub names: LaneNames,
    /// How high they are.
    pub height: LaneHeight,
    /// What colours tell; `None` for what tells most: kinds, or travellers where all trips are of one kind.
    pub color: Option<ColorBy>,
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
            lanes: LaneBy::Country,
            order: LaneOrder::FirstVisit,
            names: LaneNames::Then,
            height: LaneHeight::Fit,
            color: None,
            scale: TimeScale::Folded,
            tours: true,
            most_days_between: MOST_DAYS_BETWEEN,
            legend: true,
        }
    }
}
