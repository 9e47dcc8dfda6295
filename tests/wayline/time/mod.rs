//! Days, dates and spans.

mod day;
mod format;
mod parse;
mod period;
mod unspecified;
