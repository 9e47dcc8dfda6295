//! What is derived from all trips that are shown: tours, matches of the search, all that is counted, a trip's rank.

use std::sync::Arc;

use crate::layout::{Classes, VisitPart};
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
    /// The matches of this text, and where there are none what of a filter hides them.
    Matches(String, Box<Filter>),
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
    Matches(String, Matches),
    Tours(u16, Tours),
    Statistics(Box<Statistics>, Vec<VisitPart>),
}

impl Derivation {
    pub(crate) fn run(self) -> Derived {
        let Self { document, shown, of } = self;
        let chronicle = &document.chronicle;
        let result = match of {
            Derive::Rank(trip) => DerivedResult::Rank(trip, shown.rank(chronicle, trip)),
            Derive::Matches(text, filter) => {
                let matches = document.search(&filter, &shown, &text);
                DerivedResult::Matches(text, matches)
            }
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
