//! Days, spans of days, EDTF dates and the periods of the calendar.
//!
//! Knows nothing of files, trips, pixels or today's date.

#![warn(clippy::indexing_slicing, clippy::string_slice)]

mod day;
mod day_set;
mod format;
mod parse;
mod period;
mod span;
mod when;

pub use day::{Day, YEARS};
pub use day_set::DaySet;
pub use format::{Months, format_decade, format_year};
pub use parse::{parse_days, parse_entry};
pub use period::{Period, YearsOf};
pub use span::Span;
pub use when::{Certainty, Duration, Inexact, OpenEnds, Qualifier, SetKind, When, WhenError};
