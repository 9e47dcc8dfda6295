//! What a colour means.

use crate::model::{EventKind, SourceIndex, TripKind};

/// What a colour means; a theme says which colour that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Behind everything.
    Background,
    /// Every second lane.
    LaneStripe,
    /// The lane of the selected trip.
    LaneSelected,
    /// A wash over the days of a lane on which there was no such state, or its traveller held no office.
    Shade,
    /// Lines between small periods and around areas.
    Grid,
    /// Lines between large periods.
    GridStrong,
    /// Time that is folded.
    Fold,
    /// The torn edges of a fold.
    FoldEdge,
    /// Text to be read.
    Text,
    /// Text that explains.
    TextMuted,
    /// Text on a bar.
    TextOnBar,
    /// A trip's bar: its kind, and which of the file's sources (0 is the first) has drawn it.
    Bar {
        /// What the trip was for.
        kind: TripKind,
        /// Position among the file's sources.
        track: u8,
    },
    /// A trip's bar by something other than its kind: a class of trips, the first ten of which have a colour of their own.
    Class {
        /// Position among the classes.
        class: u8,
        /// Position among the file's sources.
        track: u8,
    },
    /// A source, whatever it tells of: its position among the file's sources.
    Source {
        /// Position among the file's sources.
        track: u8,
    },
    /// The mark of what the sources contradict each other on, where it is too narrow to show how.
    Disputed,
    /// Lines over the days of a bar that only one source gives.
    OnlyOne,
    /// An event's mark.
    Event(EventKind),
    /// The thread, the numbers and the bracket of a tour.
    Tour,
    /// The thread and the bracket of a tour among many, or beside the one that is selected.
    TourFaded,
    /// Columns of the overview.
    Overview,
    /// Columns of the overview outside the visible time.
    OverviewFaded,
    /// The visible time in the overview.
    Brush,
    /// Its edge.
    BrushEdge,
    /// The outline of what is selected, and what joins it to the bars of those who were met.
    Selection,
    /// The outline of what a search has found.
    Found,
    /// A wash over what a search has not found.
    Dimming,
    /// The outline of what the pointer is on.
    Hover,
    /// The line at the pointer's date, and the range being dragged.
    Ruler,
    /// A wash over the range being dragged.
    RulerWash,
    /// A hairline around flags.
    FlagEdge,
}

impl Role {
    /// A bar that a source has drawn.
    #[must_use]
    pub fn bar(kind: TripKind, source: SourceIndex) -> Self {
        Self::Bar { kind, track: track(source) }
    }

    /// The bar of a trip of a class, which a source has drawn.
    pub(crate) fn class(class: u8, source: SourceIndex) -> Self {
        Self::Class { class, track: track(source) }
    }

    /// A source, whatever it tells of.
    pub(crate) fn source(source: SourceIndex) -> Self {
        Self::Source { track: track(source) }
    }
}

fn track(source: SourceIndex) -> u8 {
    u8::try_from(source.position()).unwrap_or(u8::MAX)
}
