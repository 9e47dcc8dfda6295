//! What something in the picture stands for.

use super::geometry::Rect;
use crate::data::StayLength;
use crate::model::{
    EventIndex, EventKind, LaneKey, SourceIndex, TourIndex, TravellerIndex, TripIndex, TripKind, TripSpan, TripStatus,
};

/// What something in the picture stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// A trip's bar.
    Trip(TripIndex),
    /// Trips of a row too narrow to be told apart, by the first and the last of them.
    Block(TripIndex, TripIndex),
    /// An event's mark.
    Event(EventIndex),
    /// A lane's name.
    Lane(LaneKey),
    /// The mark that folds the lanes of a heading to one row, or unfolds them.
    LaneFold(LaneKey),
    /// A year's column in the overview or a chart, by the first year that it stands for; a year's row in a calendar.
    Year(i32),
    /// The stays of a length.
    Length(StayLength),
    /// What two sources agree on, or how they differ, by its position in the statistics.
    Agreement(u32),
    /// The encounters of two travellers, in the order of the file.
    Encounters(TravellerIndex, TravellerIndex),
    /// A tour's bracket below the lanes.
    Tour(TourIndex),
    /// Tours too many for brackets, by the first and the last of those that begin there.
    Tours(TourIndex, TourIndex),
    /// A source in the legend.
    Source(SourceIndex),
    /// A kind of trip in the legend.
    Kind(TripKind),
    /// A traveller in the legend.
    Traveller(TravellerIndex),
    /// A status of trips in the legend.
    Status(TripStatus),
    /// A kind of event in the legend.
    EventKind(EventKind),
    /// All tours, in the legend.
    AllTours,
    /// All folds, in the legend.
    Folds,
    /// What shows more of the legend, or less.
    Legend,
}

impl Target {
    /// Whether it stands for trips or an event that can be selected.
    #[must_use]
    pub const fn is_selectable(self) -> bool {
        matches!(self, Self::Trip(_) | Self::Block(..) | Self::Event(_) | Self::Lane(_) | Self::Year(_) | Self::Tour(_))
    }

    /// Trips of a row that follow each other; `None` for none.
    pub(crate) fn of_trips(trips: &[TripSpan]) -> Option<Self> {
        match trips {
            [] => None,
            [only] => Some(Self::Trip(only.trip)),
            [first, .., last] => Some(Self::Block(first.trip, last.trip)),
        }
    }
}

/// What a group of shapes stands for, and where it can be hit.
#[derive(Clone, Debug, PartialEq)]
pub struct HitInfo {
    /// What it stands for.
    pub target: Target,
    /// What it stands for, for the tooltip of an SVG and for screen readers; empty for a tour in a picture that is not
    /// accessible.
    pub label: String,
    /// Where a click on it counts.
    pub hit: Rect,
}
