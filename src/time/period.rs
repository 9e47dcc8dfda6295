//! Calendar periods: the steps an axis can be marked with.

use super::day::Day;
use super::span::Span;

/// A step of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// One day.
    Day,
    /// Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// A run of this many years (at least 1) whose first is divisible by it: 10 are decades.
    Years(i32),
}

impl Period {
    /// How long the period is on average, in days.
    #[must_use]
    pub fn mean_days(self) -> f64 {
        match self {
            Self::Day => 1.0,
            Self::Week => 7.0,
            Self::Month => 365.2425 / 12.0,
            Self::Years(years) => 365.2425 * f64::from(years),
        }
    }

    /// The first day of the period that `day` lies in, no earlier than the calendar's first.
    #[must_use]
    pub fn start_of(self, day: Day) -> Day {
        let (year, month, _) = day.ymd();
        match self {
            Self::Day => day,
            Self::Week => day - day.days_from_monday(),
            Self::Month => Day::from_ymd(year, month, 1).unwrap_or(day),
            Self::Years(years) => Day::first_of_year(year.div_euclid(years) * years),
        }
    }

    /// The first day of the period after the one that `day` lies in, no later than [`Day::END`].
    #[must_use]
    pub fn start_of_next(self, day: Day) -> Day {
        let (year, month, _) = day.ymd();
        match self {
            Self::Day => day + 1,
            Self::Week => self.start_of(day) + 7,
            Self::Month if month < 12 => Day::from_ymd(year, month + 1, 1).unwrap_or(Day::END),
            Self::Month => Day::first_of_year(year + 1),
            Self::Years(years) => Day::first_of_year((year.div_euclid(years) + 1) * years),
        }
    }

    /// The periods that touch `span`, in order, each whole.
    pub fn across(self, span: Span) -> impl Iterator<Item = Span> {
        let period = move |day| Span::new(self.start_of(day), self.start_of_next(day));
        std::iter::successors(period(span.start()), move |previous| {
            (previous.end() < span.end()).then(|| period(previous.end())).flatten()
        })
    }
}

/// How many days a month has, 31 where the calendar has no such month.
pub(super) fn days_of_month(year: i32, month: u32) -> u32 {
    (28..=31).rev().find(|&day| Day::from_ymd(year, month, day).is_some()).unwrap_or(31)
}

/// Finds the run of years that one day after another lies in; quick where most lie in the same as the day before.
#[derive(Clone, Copy, Debug)]
pub struct YearsOf {
    years: i32,
    last: Option<(Span, i32)>,
}

impl YearsOf {
    /// Runs of this many years, at least 1, whose first is divisible by it.
    #[must_use]
    pub const fn new(years: i32) -> Self {
        Self { years, last: None }
    }

    /// The first year of the run that a day lies in.
    pub fn first_year(&mut self, day: Day) -> i32 {
        if let Some((_, year)) = self.last.filter(|(days, _)| days.contains(day)) {
            return year;
        }
        let period = Period::Years(self.years);
        let year = day.year().div_euclid(self.years) * self.years;
        self.last = Span::new(period.start_of(day), period.start_of_next(day)).map(|days| (days, year));
        year
    }
}
