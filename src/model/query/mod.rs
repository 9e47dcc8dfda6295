//! What is asked of the facts: by reading, filter, word, day, year or tour.

pub(super) mod day_index;
pub(super) mod filter;
pub(super) mod reading;
pub(super) mod search;
pub(super) mod statistics;
pub(super) mod tours;
pub(super) mod visible;
pub(super) mod whereabouts;
