//! Days, spans of days, EDTF dates and the periods of the calendar.
//!
//! Knows nothing of files, trips, pixels or today's date.

mod calendar;
mod day;
mod day_set;
mod entry;
mod span;
mod when;
pub mod words;

pub use calendar::{MONTHS, Period, YearsOf, month_abbreviation, month_name};
pub use day::{Day, YEARS};
pub use day_set::DaySet;
pub use entry::parse_entry;
pub use span::Span;
pub use when::{Certainty, Duration, Inexact, OpenEnds, Qualifier, SetKind, When, WhenError};
