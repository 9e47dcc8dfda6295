//! What a file means: trips told by sources, readings, filters, tours, findings, statistics.
//!
//! Knows nothing of RON, pixels, colours or the clock; nothing here derives serde.
//! Inside, imports go one way: `facts ← query ← findings ← load`, and `parallel` imports nothing.

mod facts;
pub mod findings;
mod load;
pub mod parallel;
mod query;

pub use crate::data::{Counting, EventKind, TripKind, TripStatus};
pub use facts::{
    chronicle::{
        Account, Chronicle, Claim, Country, CountryIndex, Covers, Event, EventIndex, Leader, Source, SourceIndex,
        Total, TravellerIndex, Trip, TripIndex,
    },
    interner::Text,
    trip_set::TripSet,
    visits::{AccountCount, AccountSummary, TripSpan, TripSummary},
};
pub use findings::{Class, Code, Comparison, Finding, Findings};
pub use load::{Loaded, load, load_watched, progress::Progress};
pub use query::{
    day_index::DayIndex,
    filter::{Filter, Hidden, count, grouped},
    reading::{Reading, TripDays},
    search::search,
    statistics::{Year, per_year},
    tours::{MOST_DAYS_BETWEEN, Tour, TourIndex, Tours},
    visible::{FilterResult, Rank, TripRank},
    whereabouts::{Answer, Whereabouts},
};
