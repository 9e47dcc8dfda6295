//! What is asked of the facts: by reading, filter, word, day, year or tour.

mod day_index;
mod filter;
mod filter_result;
mod lane_key;
mod packed;
mod reading;
mod search;
mod tours;
mod whereabouts;
mod year_tally;

pub use crate::data::Counting;
pub use day_index::DayIndex;
pub use filter::{Filter, Hidden};
pub use filter_result::{FilterResult, Rank, TripRank, VisitCount};
pub use lane_key::LaneKey;
pub(super) use packed::CoverageIndex;
pub use reading::{FirstYear, Reading, TripDays};
pub use search::search;
pub use tours::{MOST_DAYS_BETWEEN, Tour, TourIndex, Tours};
pub use whereabouts::{Answer, Whereabouts};
