//! A run of days.

use super::day::Day;

/// The days from `start` up to but not including `end`; at least one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: Day,
    end: Day,
}

impl Span {
    /// From `start` up to but not including `end`; `None` when that holds no day.
    #[must_use]
    pub fn new(start: Day, end: Day) -> Option<Self> {
        (start < end).then_some(Self { start, end })
    }

    /// One day; at the calendar's end its last one.
    #[must_use]
    pub fn of_day(day: Day) -> Self {
        let start = day.min(Day::END - 1);
        Self { start, end: start + 1 }
    }

    /// From `first` to `last`, both included; `None` when `last` lies before `first`.
    #[must_use]
    pub fn from_days(first: Day, last: Day) -> Option<Self> {
        Self::new(first, last + 1)
    }

    /// The days of the years `first` to `last`, both included.
    #[must_use]
    pub fn of_years(first: i32, last: i32) -> Option<Self> {
        Self::new(Day::first_of_year(first), Day::first_of_year(last + 1))
    }

    /// The first day.
    #[must_use]
    pub const fn start(self) -> Day {
        self.start
    }

    /// The day after the last one.
    #[must_use]
    pub const fn end(self) -> Day {
        self.end
    }

    /// The last day.
    #[must_use]
    pub fn last(self) -> Day {
        self.end - 1
    }

    /// How many days, at least 1.
    #[must_use]
    pub fn days(self) -> i32 {
        self.end - self.start
    }

    /// Whether `day` is one of them.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.start <= day && day < self.end
    }

    /// Whether the two share a day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The days both have, if any.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        Self::new(self.start.max(other.start), self.end.min(other.end))
    }

    /// The same days so many days later; drawn to the calendar's ends, where one day is left at least.
    #[must_use]
    pub fn moved(self, days: i32) -> Self {
        let start = Self::of_day(self.start + days);
        Self::new(start.start, self.end + days).unwrap_or(start)
    }

    /// From the first day of either to the last day of either.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}
