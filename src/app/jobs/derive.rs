//! What is derived from a large file beside the window: its tours, matches of the search, counts over the years.
//!
//! A small file has all this at once. A large one is shown without, and gets it when it is ready; what was there before
//! stays in the meantime.

use std::{collections::BTreeMap, sync::Arc};

use crate::model::{self, Chronicle, FilterResult, Tours, TripIndex, TripRank, Year, per_year};

/// Something to derive.
pub(crate) enum Job {
    /// With at most this many days between two legs.
    Tours(u16),
    /// Of this text.
    Matches(String),
    Years,
    /// Of this trip.
    TripRank(TripIndex),
}

/// What was derived.
pub(crate) enum Result {
    Tours(u16, Tours),
    Matches(String, Vec<TripIndex>),
    Years(BTreeMap<i32, Year>),
    TripRank(TripIndex, TripRank),
}

/// What was derived, and from what.
pub(crate) struct Derived {
    pub(crate) shown: Arc<FilterResult>,
    pub(crate) result: Result,
}

impl Job {
    pub(crate) fn run(self, chronicle: &Chronicle, shown: &FilterResult) -> Result {
        match self {
            Self::Tours(most_days_between) => {
                // Going from trip to trip needs them in order, which takes a moment too.
                _ = shown.trips(chronicle);
                Result::Tours(most_days_between, Tours::new(chronicle, shown, most_days_between))
            }
            Self::Matches(text) => {
                let trips = model::search(chronicle, shown, &text);
                Result::Matches(text, trips)
            }
            Self::Years => Result::Years(per_year(chronicle, shown)),
            Self::TripRank(trip) => Result::TripRank(trip, shown.rank(chronicle, trip)),
        }
    }
}
