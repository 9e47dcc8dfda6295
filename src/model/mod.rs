//! What a file means: trips told by sources, filters, statistics.
//!
//! Knows nothing of RON, pixels, colours or the clock; nothing here derives serde.

mod build;
mod chronicle;
mod filter;
mod statistics;

pub use build::{Loaded, build, load};
pub use chronicle::{
    Account, Chronicle, Claim, Country, CountryIndex, Covers, Event, EventIndex, EventKind, Kind, Leader, Source,
    SourceIndex, Status, Total, Trip, TripIndex,
};
pub use filter::{Filter, Hidden, Shown, count};
pub use statistics::{Year, per_year};
