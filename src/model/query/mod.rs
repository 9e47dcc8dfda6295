//! What is asked of the facts: by reading, filter, word, day, year or tour.

mod filter;
mod filter_result;
mod lane_key;
mod limit;
mod packed;
mod reading;
mod search;
mod statistics;
mod told;
mod tours;
mod whereabouts;
mod year_tally;

pub use crate::data::Counting;
pub use filter::{Filter, Hidden};
pub use filter_result::{FilterResult, Rank, TripRank, VisitCount};
pub use lane_key::LaneKey;
pub use limit::Limit;
pub use reading::{FirstYear, Reading, TripDays};
pub use search::{Matches, search};
pub use statistics::{Year, per_year};
pub use tours::{MOST_DAYS_BETWEEN, Tour, TourIndex, Tours};
pub use whereabouts::{Answer, DayIndex, Whereabouts};
