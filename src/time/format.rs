//! Days, dates and durations in English, with the precision of their source.

use std::fmt;

use edtf_core::{Date, Edtf, IntervalEndpoint, Precision, SetElement, SetKind};

use super::day::Day;
use super::span::Span;
use super::when::{Duration, Qualifier, When};

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
        let name = MONTHS[(month.clamp(1, 12) - 1) as usize];
        match self {
            Self::Full => name,
            Self::Abbreviated => &name[..3],
        }
    }
}

/// English names of the months.
const MONTHS: [&str; 12] = [
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

impl When {
    /// The date in words, with the precision of its source: `3–25 March 1949`, `some time in November 1964`,
    /// `from 3 March 1949 on`.
    #[must_use]
    pub fn format(&self, months: Months) -> String {
        if self.is_exact() {
            return self.possible().format(months);
        }
        let Ok(edtf) = Edtf::parse(&self.edtf()) else {
            return self.edtf().into_owned();
        };
        let words = match &edtf {
            Edtf::Date(date) if whole_day(date) => format_date(date, months),
            Edtf::Date(date) => format!("some time in {}", format_date(date, months)),
            Edtf::DateTime(time) => format_date(&time.date, months),
            Edtf::Interval(interval) => match (&interval.start, &interval.end) {
                (IntervalEndpoint::Date(start), IntervalEndpoint::Date(end)) if whole_day(start) && whole_day(end) => {
                    self.possible().format(months)
                }
                (start, end) => match (dated(start), dated(end)) {
                    (Some(start), Some(end)) => {
                        format!("{} to {}", format_date(start, months), format_date(end, months))
                    }
                    (Some(start), None) => format!("from {} on", format_date(start, months)),
                    (None, Some(end)) => format!("until {}", format_date(end, months)),
                    (None, None) => self.edtf().into_owned(),
                },
            },
            Edtf::Set(set) => {
                let members: Vec<_> = set
                    .elements
                    .iter()
                    .map(|element| match element {
                        SetElement::Date(date) => format_date(date, months),
                        SetElement::OnOrBefore(date) => format!("{} or before", format_date(date, months)),
                        SetElement::OnOrAfter(date) => format!("{} or after", format_date(date, months)),
                        SetElement::Range(first, last) => {
                            format!("{} to {}", format_date(first, months), format_date(last, months))
                        }
                    })
                    .collect();
                let lead = match set.kind {
                    SetKind::AllMembers => "each of",
                    SetKind::OneMember => "one of",
                };
                format!("{lead} {}", members.join(", "))
            }
        };
        match self.qualifier() {
            Qualifier { uncertain: false, approximate: false } => words,
            Qualifier { uncertain: false, approximate: true } => format!("about {words}"),
            Qualifier { uncertain: true, approximate: false } => format!("{words} (uncertain)"),
            Qualifier { uncertain: true, approximate: true } => format!("about {words} (uncertain)"),
        }
    }

    /// The date in words with whole names of months.
    #[must_use]
    pub fn describe(&self) -> String {
        self.format(Months::Full)
    }
}

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

fn whole_day(date: &Date) -> bool {
    date.precision() == Precision::Day && !date.has_unspecified()
}

fn dated(end: &IntervalEndpoint) -> Option<&Date> {
    match end {
        IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrBefore(date) | IntervalEndpoint::OnOrAfter(date) => {
            Some(date)
        }
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    }
}

fn format_date(date: &Date, months: Months) -> String {
    let year =
        date.year.value().and_then(|year| i32::try_from(year).ok()).filter(|_| date.year.significant_digits.is_none());
    let (Some(year), false) = (year, date.has_unspecified()) else {
        return unspecified(date);
    };
    let month = date.month.and_then(edtf_core::DateField::value).map(u32::from);
    let number = date.day.and_then(edtf_core::DateField::value);
    match (month, number) {
        (Some(month @ 1..=12), Some(number)) => {
            format!("{number} {} {}", months.name(month), format_year(year))
        }
        (Some(month @ 1..=12), None) => format!("{} {}", months.name(month), format_year(year)),
        (Some(season), _) => format!("{} {}", season_name(season), format_year(year)),
        (None, _) => format_year(year),
    }
}

/// A date with unknown digits, as the days it can be.
fn unspecified(date: &Date) -> String {
    let text = Edtf::Date(*date).to_string();
    match When::parse(text.trim_end_matches(['?', '~', '%'])) {
        Ok(when) => years(when.possible()).unwrap_or_else(|| when.possible().format(Months::Full)),
        Err(_) => text,
    }
}

/// Whole years as people say them: `the 1950s`, `1900–1999`; `None` where they are not whole.
fn years(days: Span) -> Option<String> {
    let (first, last) = (days.start().year(), days.last().year());
    let whole = Span::of_years(first, last) == Some(days);
    let decade = 0 < first && first % 10 == 0 && last == first + 9;
    whole
        .then(|| if decade { format!("the {first}s") } else { format!("{}–{}", format_year(first), format_year(last)) })
}

/// The names of EDTF's groups of months; the quarters and halves by number.
fn season_name(code: u32) -> &'static str {
    match code {
        21 | 25 | 29 => "spring",
        22 | 26 | 30 => "summer",
        23 | 27 | 31 => "autumn",
        24 | 28 | 32 => "winter",
        33 => "first quarter of",
        34 => "second quarter of",
        35 => "third quarter of",
        36 => "fourth quarter of",
        37 => "first third of",
        38 => "second third of",
        39 => "last third of",
        40 => "first half of",
        _ => "second half of",
    }
}
