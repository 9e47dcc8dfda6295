//! A calendar day as a number.

use std::fmt;

use chrono::{Datelike as _, NaiveDate};

/// The years a file may speak of; the four-digit years of EDTF level 0.
pub const YEARS: std::ops::RangeInclusive<i32> = -9999..=9999;

/// A day of the proleptic Gregorian calendar, counted so that 1 January of year 1 is day 1.
///
/// Always within [`YEARS`] when made from a date; arithmetic with `+` and `-` saturates at those ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// 1 January of year -9999.
    pub const MIN: Self = Self(-3_652_424);
    /// The day after 31 December of year 9999: never a day of a file, only the end of a span.
    pub const END: Self = Self(3_652_060);

    /// The day with this number, drawn to the nearest end when outside [`YEARS`].
    #[must_use]
    pub const fn from_number(number: i32) -> Self {
        if number < Self::MIN.0 {
            Self::MIN
        } else if Self::END.0 < number {
            Self::END
        } else {
            Self(number)
        }
    }

    /// The day of a date, or `None` where the calendar has no such day or the year is outside [`YEARS`].
    #[must_use]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        let date = NaiveDate::from_ymd_opt(year, month, day)?;
        YEARS.contains(&year).then(|| Self(date.num_days_from_ce()))
    }

    /// The day's number.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// Year (0 is 1 BCE), month 1 to 12 and day of the month.
    #[must_use]
    pub fn ymd(self) -> (i32, u32, u32) {
        let date = self.date();
        (date.year(), date.month(), date.day())
    }

    /// The year; 0 is 1 BCE.
    #[must_use]
    pub fn year(self) -> i32 {
        self.date().year()
    }

    /// The first year of the decade: 1956 gives 1950.
    #[must_use]
    pub fn decade(self) -> i32 {
        self.year().div_euclid(10) * 10
    }

    /// The first day of a year; [`Day::MIN`] and [`Day::END`] for years outside [`YEARS`].
    #[must_use]
    pub fn first_of_year(year: i32) -> Self {
        let end = if year < *YEARS.start() { Self::MIN } else { Self::END };
        Self::from_ymd(year, 1, 1).unwrap_or(end)
    }

    /// Days since Monday, 0 to 6.
    #[must_use]
    pub fn days_from_monday(self) -> i32 {
        // Day 1 was a Monday.
        (self.0 - 1).rem_euclid(7)
    }

    fn date(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0).unwrap_or_default()
    }
}

impl std::ops::Add<i32> for Day {
    type Output = Self;

    fn add(self, days: i32) -> Self {
        Self::from_number(self.0.saturating_add(days))
    }
}

impl std::ops::Sub<i32> for Day {
    type Output = Self;

    fn sub(self, days: i32) -> Self {
        Self::from_number(self.0.saturating_sub(days))
    }
}

impl std::ops::Sub for Day {
    type Output = i32;

    fn sub(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }
}

impl fmt::Display for Day {
    /// ISO 8601, as EDTF writes it: `1956-06-01`, `-0044-03-15`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        let sign = if year < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}-{month:02}-{day:02}", year.abs())
    }
}
