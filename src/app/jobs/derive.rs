//! What is derived from all trips that are shown: lanes, tours, matches of a search, all that is counted, a trip's rank.

use std::sync::Arc;

use crate::layout::{Arrangement, Classes, Timeline, VisitPart};
use crate::model::{Document, Filter, FilterResult, Matches, Statistics, Tours, TripIndex, TripRank};

/// Something to derive, and from what.
pub(crate) struct Derivation {
    pub(crate) document: Arc<Document>,
    pub(crate) shown: Arc<FilterResult>,
    pub(crate) of: Derive,
}

/// Something to derive.
pub(crate) enum Derive {
    /// The rank of this trip.
    Rank(TripIndex),
    /// Tours, with at most this many days between two legs.
    Tours(u16),
    /// All that is counted, with tours as above, and the visits by what colours tell.
    Statistics(u16, Box<Classes>),
}

/// What was derived, and from what.
pub(crate) struct Derived {
    pub(crate) shown: Arc<FilterResult>,
    pub(crate) result: DerivedResult,
}

/// What was derived.
pub(crate) enum DerivedResult {
    Rank(TripIndex, TripRank),
    Tours(u16, Tours),
    Statistics(Box<Statistics>, Vec<VisitPart>),
}

impl Derivation {
    pub(crate) fn run(self) -> Derived {
        let Self { document, shown, of } = self;
        let chronicle = &document.chronicle;
        let result = match of {
            Derive::Rank(trip) => DerivedResult::Rank(trip, shown.rank(chronicle, trip)),
            Derive::Tours(most_days_between) => {
                // Going from trip to trip needs them in order, which takes a moment too.
                _ = shown.trips(chronicle);
                DerivedResult::Tours(most_days_between, Tours::new(chronicle, &shown, most_days_between))
            }
            Derive::Statistics(most_days_between, classes) => {
                let tours = Tours::new(chronicle, &shown, most_days_between);
                let statistics = Statistics::new(chronicle, &shown, &tours);
                let visits = VisitPart::all(&statistics, &classes);
                DerivedResult::Statistics(Box::new(statistics), visits)
            }
        };
        Derived { shown, result }
    }
}

/// What is to be arranged, and how.
pub(crate) struct Arranging {
    pub(crate) document: Arc<Document>,
    pub(crate) shown: Arc<FilterResult>,
    pub(crate) arrangement: Arrangement,
}

/// What was arranged, and from what.
pub(crate) struct Arranged {
    pub(crate) shown: Arc<FilterResult>,
    /// Without tours, which are found apart from it.
    pub(crate) timeline: Box<Timeline>,
}

impl Arranging {
    pub(crate) fn run(self) -> Arranged {
        let Self { document, shown, arrangement } = self;
        let timeline = Timeline::with_tours(&document.chronicle, &shown, arrangement, Tours::default());
        Arranged { timeline: Box::new(timeline), shown }
    }
}

/// A text that is looked for in what a filter has left.
pub(crate) struct Searching {
    pub(crate) document: Arc<Document>,
    pub(crate) shown: Arc<FilterResult>,
    pub(crate) filter: Filter,
    pub(crate) text: String,
}

/// What was found of a text.
pub(crate) struct Found {
    pub(crate) shown: Arc<FilterResult>,
    pub(crate) text: String,
    pub(crate) matches: Matches,
}

impl Searching {
    /// All matches, and where there are none what of the filter hides them; `None` once they are not wanted any more.
    pub(crate) fn run(self, is_wanted: &(dyn Fn() -> bool + Sync)) -> Option<Found> {
        let Self { document, shown, filter, text } = self;
        let matches = document.search_while(is_wanted, &filter, &shown, &text)?;
        Some(Found { shown, text, matches })
    }

    /// The first matches, in a few milliseconds.
    pub(crate) fn earliest(&self) -> Found {
        let Self { document, shown, text, .. } = self;
        Found { matches: document.search_earliest(shown, text), shown: Arc::clone(shown), text: text.clone() }
    }
}
