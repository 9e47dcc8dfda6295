//! A day, month or year as a text names it, perhaps in part.

use serde::{Deserialize, Serialize};

use crate::time::Day;

/// Which of two numbers is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DayOrder {
    /// As in `25/3/1949`.
    DayFirst,
    /// As in `3/25/1949`.
    MonthFirst,
}

/// What a text says of one end of a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) year: Option<i32>,
    /// The last two digits of the year, where the century is not said.
    pub(super) short_year: Option<i32>,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
    /// The weekday that stands with the day, from 1, Monday.
    pub(super) weekday: Option<u8>,
    /// A season of EDTF instead of a month.
    pub(super) season: Option<u8>,
    /// Ten years, by their first, instead of a year.
    pub(super) decade: Option<i32>,
    pub(super) is_bce: bool,
    pub(super) is_about: bool,
    pub(super) is_uncertain: bool,
}

impl Point {
    /// Whether it says nothing yet.
    pub(super) fn is_empty(self) -> bool {
        Self { is_about: false, is_uncertain: false, weekday: None, ..self } == Self::default()
    }

    /// Whether it is a year and nothing more.
    pub(super) fn is_year(self) -> bool {
        self.year.is_some() && Self { year: None, ..self }.is_empty()
    }

    /// Gives its year to a point that names none.
    pub(super) fn give_year(&self, other: &mut Self) {
        if other.year.is_none() && other.decade.is_none() {
            (other.year, other.is_bce) = (self.year, self.is_bce);
        }
    }

    /// Gives its month to a day that names none.
    pub(super) fn give_month(&self, other: &mut Self) {
        if other.month.is_none() && other.day.is_some() {
            other.month = self.month;
        }
    }

    /// In EDTF; `None` where it lacks what it needs or is no day of the calendar.
    pub(super) fn edtf(self) -> Option<String> {
        let marks = match (self.is_uncertain, self.is_about) {
            (true, true) => "%",
            (true, false) => "?",
            (false, true) => "~",
            (false, false) => "",
        };
        if let Some(decade) = self.decade {
            return (self.month.is_none() && self.day.is_none()).then(|| format!("{:03}X{marks}", decade / 10));
        }
        let year = self.year?;
        let written = if year < 0 { format!("-{:04}", year.unsigned_abs()) } else { format!("{year:04}") };
        let date = match (self.season, self.month, self.day) {
            (Some(season), None, None) => format!("{written}-{season}"),
            (None, None, None) => written,
            (None, Some(month), None) => format!("{written}-{month:02}"),
            (None, Some(month), Some(day)) => {
                Day::from_ymd(year, month.into(), day.into())?;
                format!("{written}-{month:02}-{day:02}")
            }
            _ => return None,
        };
        Some(date + marks)
    }

    /// The weekday of its day, from 1, where the text has another one with it.
    pub(super) fn contradicted_weekday(self) -> Option<u8> {
        let day = Day::from_ymd(self.year?, self.month?.into(), self.day?.into())?;
        let own = u8::try_from(day.days_from_monday() + 1).ok()?;
        (self.weekday? != own).then_some(own)
    }

    /// What it has in common with another to be compared by: earlier is less.
    pub(super) fn order(self) -> (i32, u8, u8) {
        let year = self.year.or(self.decade).unwrap_or(0);
        (year, self.month.unwrap_or(0), self.day.unwrap_or(0))
    }
}
