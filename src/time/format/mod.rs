//! Days, dates and durations in English, with the precision of their source. What is printed here, `parse_entry` reads.

mod when;

use std::fmt;

use super::day::Day;
use super::span::Span;
use super::when::Duration;
pub(super) use when::SEASONS;

/// How months are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Months {
    /// `November`
    Full,
    /// `Nov`
    Abbreviated,
}

impl Months {
    /// The English name of a month, `month` from 1 to 12.
    #[must_use]
    pub fn name(self, month: u32) -> &'static str {
        let position = month.clamp(1, 12) as usize - 1;
        let name = MONTHS.get(position).copied().unwrap_or_default();
        match self {
            Self::Full => name,
            Self::Abbreviated => name.get(..3).unwrap_or(name),
        }
    }
}

/// English names of the months.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Day {
    /// The day in words: `1 October 1959`.
    #[must_use]
    pub fn format(self, months: Months) -> String {
        let (year, month, number) = self.ymd();
        format!("{number} {} {}", months.name(month), format_year(year))
    }
}

impl Span {
    /// The days in words, with what both ends share written once: `3–25 March 1949`, `28 June – 1 July 1956`.
    #[must_use]
    pub fn format(self, months: Months) -> String {
        let (first, last) = (self.start(), self.last());
        let ((year, month, number), (last_year, last_month, _)) = (first.ymd(), last.ymd());
        let end = last.format(months);
        if first == last {
            end
        } else if year != last_year {
            format!("{} – {end}", first.format(months))
        } else if month != last_month {
            format!("{number} {} – {end}", months.name(month))
        } else {
            format!("{number}–{end}")
        }
    }
}

impl fmt::Display for Duration {
    /// `23 days`, `1 to 30 days`, `at least 1 day`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days = |count: i32| if count == 1 { "1 day".to_owned() } else { format!("{count} days") };
        match *self {
            Self::Exactly(count) => out.write_str(&days(count)),
            Self::Between(least, most) => write!(out, "{least} to {}", days(most)),
            Self::AtLeast(least) => write!(out, "at least {}", days(least)),
        }
    }
}

/// The name of a decade by its first year: `1950s`; before the year 1, where decades have no names, `10 BCE on`.
#[must_use]
pub fn format_decade(first: i32) -> String {
    if 0 < first { format!("{first}s") } else { format!("{} on", format_year(first)) }
}

/// A year as a reader writes it: `1956`, `44 BCE`.
#[must_use]
pub fn format_year(year: i32) -> String {
    if 0 < year {
        year.to_string()
    } else {
        // Year 0 is 1 BCE.
        format!("{} BCE", 1 - year)
    }
}
