//! What is selected, and which tab and dialog are open.

use crate::model::{EventIndex, TripIndex};

/// One step in either direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Earlier, up, out or left.
    Back,
    /// Later, down, in or right.
    Forward,
}

impl Step {
    /// The next position among `count`; without a position the first or the last.
    pub(crate) fn next(self, position: Option<usize>, count: usize) -> Option<usize> {
        let next = match (position, self) {
            (Some(position), Self::Back) => position.checked_sub(1)?,
            (Some(position), Self::Forward) => position + 1,
            (None, Self::Back) => count.checked_sub(1)?,
            (None, Self::Forward) => 0,
        };
        (next < count).then_some(next)
    }
}

/// What is selected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Selection {
    /// Nothing.
    #[default]
    Nothing,
    /// One trip or several, never none.
    Trips(Vec<TripIndex>),
    /// An event.
    Event(EventIndex),
}

impl Selection {
    /// The event where there is one, else the trips.
    #[must_use]
    pub fn new(trips: Vec<TripIndex>, event: Option<EventIndex>) -> Self {
        match event {
            Some(event) => Self::Event(event),
            None if trips.is_empty() => Self::Nothing,
            None => Self::Trips(trips),
        }
    }

    /// The selected trips, if any.
    #[must_use]
    pub fn trips(&self) -> &[TripIndex] {
        match self {
            Self::Trips(trips) => trips,
            Self::Nothing | Self::Event(_) => &[],
        }
    }

    /// The selected event, if any.
    #[must_use]
    pub const fn event(&self) -> Option<EventIndex> {
        match self {
            Self::Event(index) => Some(*index),
            Self::Nothing | Self::Trips(_) => None,
        }
    }
}

/// A tab of the side panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// What is selected.
    Details,
    /// Where the sources contradict each other or themselves.
    Findings,
    /// Whom the trips met, and where.
    People,
    /// Who was in a country on the same days as whom.
    Encounters,
    /// All that is counted.
    Statistics,
    /// What is wrong with the file.
    Problems,
    /// Which accounts of files that are being merged are of one trip.
    Review,
    /// What has changed since an older edition of the file.
    Changes,
}

/// A window over the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// What was imported, and as what.
    Import,
    /// The keys.
    Keys,
    /// What this program is.
    About,
    /// How long frames take.
    Performance,
    /// A page of the documentation.
    Page(DocPage),
    /// All that can be asked for.
    Palette,
    /// Where he was on a day.
    Date,
    /// Two travellers, countries or decades beside each other.
    Beside,
    /// A figure of what is shown.
    Export,
    /// What files were dropped for.
    Dropped,
    /// What becomes of decisions that are not saved.
    Unsaved,
}

/// A page of the documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocPage {
    /// The first ten minutes.
    Guide,
    /// The fields of a file of trips.
    FileFormat,
}
