//! Trips that are told one after the other, as for a lesson or a talk.

use super::selection::Step;
use crate::model::TripIndex;

/// A slide for each of some trips.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slideshow {
    /// What the trips are: the name of their tour, or how many there are.
    pub title: String,
    /// In the order of time; at least one.
    pub trips: Vec<TripIndex>,
    /// The position of the slide that is shown.
    pub at: usize,
}

impl Slideshow {
    /// The trip that is shown.
    #[must_use]
    pub fn trip(&self) -> Option<TripIndex> {
        self.trips.get(self.at).copied()
    }

    /// The slide after or before; `None` at the end.
    #[must_use]
    pub fn stepped(&self, step: Step) -> Option<Self> {
        let at = step.next(Some(self.at), self.trips.len()).filter(|at| *at != self.at)?;
        Some(Self { at, ..self.clone() })
    }

    /// The trips before and after the one that is shown, and this one.
    pub(crate) fn around(&self) -> &[TripIndex] {
        let range = self.at.saturating_sub(1)..(self.at + 2).min(self.trips.len());
        self.trips.get(range).unwrap_or_default()
    }
}
