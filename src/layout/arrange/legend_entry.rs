//! What the legend can explain.

use crate::model::{EventKind, SourceIndex, TripKind, TripStatus};

/// Something drawn that the legend explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegendEntry {
    /// The colour of a kind of trip.
    Kind(TripKind),
    /// The colour of a class of trips, where colours tell something other than kinds.
    Class(u8),
    /// A block that fades: the day is not known.
    Soft,
    /// A block with blurred ends: the date is approximate.
    About,
    /// A hatched block: the date is uncertain.
    Uncertain,
    /// An arrow: the start or the end has no date.
    OpenEnd,
    /// Blocks on a line: each of several dates.
    Each,
    /// Blocks on a dotted line: one of several dates.
    OneOf,
    /// The colour of a source, and its place where bars have a track per source.
    Track {
        /// Whose.
        source: SourceIndex,
        /// Whether some bar has several tracks.
        split: bool,
    },
    /// Lines over the days that only one source gives.
    OnlyOne,
    /// Lines in place of the days that the sources do not agree on.
    NotAgreed,
    /// The empty track of a source that should tell of a trip and does not.
    Silent,
    /// The outline of trips that are not confirmed.
    Status(TripStatus),
    /// The mark of trips that can have been outside the days that are asked for.
    PossiblyInPeriod,
    /// The mark of an event.
    Event(EventKind),
    /// The hollow mark of an event whose day is not known.
    HollowEvent,
    /// Time that is folded.
    Fold,
    /// The thread of a tour.
    Tour,
    /// The part of a lane before or after its state.
    NoState,
    /// The part of a lane on which its traveller held no office.
    NoOffice,
    /// Trips that begin so close together that they are one block.
    Block,
    /// The mark of a block that holds trips in dispute.
    Disputed,
    /// The ring around what a search has found.
    Found,
    /// The band between the bars of two who were in a country on the same days.
    Encounter,
    /// The edges that a trip had in an older edition of the file.
    Before,
}

impl LegendEntry {
    /// Whether it is still drawn where all trips of a lane are merged into blocks.
    pub(crate) const fn is_beside_bars(self) -> bool {
        matches!(
            self,
            Self::Kind(_)
                | Self::Class(_)
                | Self::Event(_)
                | Self::HollowEvent
                | Self::Fold
                | Self::Tour
                | Self::Encounter
                | Self::NoState
                | Self::NoOffice
        )
    }
}
