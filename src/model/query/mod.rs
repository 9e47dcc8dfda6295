//! What is asked of the facts: by reading, filter, word, day, year or tour.

mod apply;
mod filter;
mod filter_result;
mod lane_key;
mod limit;
mod packed;
mod reading;
mod search;
mod told;
mod tours;
mod whereabouts;
mod year_tally;

pub use crate::data::Counting;
pub use filter::{Filter, Hidden};
pub use filter_result::{FilterResult, Rank, TripRank, VisitCount};
pub use lane_key::LaneKey;
pub use limit::Limit;
pub(super) use packed::CoverageIndex;
pub use reading::{FirstYear, Reading, TripDays};
pub(super) use search::search_in;
pub use search::{Matches, search};
pub use tours::{MOST_DAYS_BETWEEN, Tour, TourIndex, Tours};
pub use whereabouts::{Answer, DayIndex, Whereabouts};
