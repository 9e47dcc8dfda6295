//! What a file means: trips told by sources, readings, filters, tours, findings, statistics.
//!
//! Knows nothing of RON, pixels, colours or the clock; nothing here derives serde.

mod build;
mod chronicle;
mod filter;
pub mod findings;
mod reading;
mod search;
mod statistics;
mod tours;
mod whereabouts;

pub use build::{Loaded, load};
pub use chronicle::{
    Account, Chronicle, Claim, Country, CountryIndex, Covers, Event, EventIndex, EventKind, Kind, Leader, Source,
    SourceIndex, Status, Total, TravellerIndex, Trip, TripIndex,
};
pub use filter::{Counting, Filter, Hidden, Shown, count};
pub use findings::{Class, Code, Comparison, Finding, Findings};
pub use reading::{Reading, Stay};
pub use search::search;
pub use statistics::{Year, per_year};
pub use tours::{MOST_DAYS_BETWEEN, Tour, TourIndex, Tours};
pub use whereabouts::{Answer, Whereabouts};
