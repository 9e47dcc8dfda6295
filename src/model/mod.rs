//! What a file means: trips told by sources, readings, filters, tours, findings, statistics.
//!
//! Knows nothing of RON, pixels, colours or the clock; nothing here derives serde.

mod build;
mod chronicle;
mod day_index;
mod filter;
pub mod findings;
mod id;
mod load;
pub mod parallel;
mod progress;
mod reading;
mod search;
mod shown;
mod statistics;
mod texts;
mod tours;
mod trip_set;
mod visits;
mod whereabouts;

pub use chronicle::{
    Account, Chronicle, Claim, Country, CountryIndex, Covers, Event, EventIndex, EventKind, Kind, Leader, Source,
    SourceIndex, Status, Total, TravellerIndex, Trip, TripIndex,
};
pub use day_index::DayIndex;
pub use filter::{Counting, Filter, Hidden, count, grouped};
pub use findings::{Class, Code, Comparison, Finding, Findings};
pub use load::{Loaded, load, load_watched};
pub use progress::Progress;
pub use reading::{Reading, TripDays};
pub use search::search;
pub use shown::{FilterResult, Rank, TripRank};
pub use statistics::{Year, per_year};
pub use texts::Text;
pub use tours::{MOST_DAYS_BETWEEN, Tour, TourIndex, Tours};
pub use trip_set::TripSet;
pub use visits::{AccountCount, AccountSummary, TripSpan, TripSummary};
pub use whereabouts::{Answer, Whereabouts};
