//! Dates in English, with the precision of their source.

use edtf_core::{Date, DateField, Edtf, IntervalEndpoint, Precision, SetElement, SetKind};

use super::{Months, format_year};
use crate::time::period::{Period, days_of_month};
use crate::time::span::Span;
use crate::time::when::unspecified::{possible_days, possible_numbers, possible_years};
use crate::time::when::{Qualifier, When, edtf};

impl When {
    /// The date in words, with the precision of its source: `3–25 March 1949`, `some time in November 1964`,
    /// `from 3 March 1949 on`, `25 December of some year in the 1960s`.
    #[must_use]
    pub fn format(&self, months: Months) -> String {
        if self.is_exact() {
            return self.possible().format(months);
        }
        let Ok(edtf) = edtf::parse(&self.edtf()) else {
            return self.edtf().into_owned();
        };
        let words = match &edtf {
            Edtf::Date(date) if names_day(date) => format_date(date, months),
            Edtf::Date(date) => format!("some time in {}", format_date(date, months)),
            Edtf::DateTime(time) => format_date(&time.date, months),
            Edtf::Interval(interval) => match (&interval.start, &interval.end) {
                (IntervalEndpoint::Date(start), IntervalEndpoint::Date(end))
                    if is_known_day(start) && is_known_day(end) =>
                {
                    self.possible().format(months)
                }
                (start, end) => match (dated(start), dated(end)) {
                    (Some(first), Some(last)) => {
                        let before = if matches!(start, IntervalEndpoint::OnOrBefore(_)) { " or before" } else { "" };
                        let after = if matches!(end, IntervalEndpoint::OnOrAfter(_)) { " or after" } else { "" };
                        format!("{}{before} to {}{after}", format_date(first, months), format_date(last, months))
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

fn is_known_day(date: &Date) -> bool {
    date.precision() == Precision::Day && !date.has_unspecified()
}

/// Whether it is one day, of which not all digits may be known.
fn names_day(date: &Date) -> bool {
    is_known_day(date) || (known_digits(date.day) && run_of_unspecified(date).is_none_or(|run| run.days() == 1))
}

/// Whether any digit of a month or a day is known.
fn known_digits(field: Option<DateField>) -> bool {
    field.is_some_and(|field| field.digits != [None, None])
}

fn dated(end: &IntervalEndpoint) -> Option<&Date> {
    match end {
        IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrBefore(date) | IntervalEndpoint::OnOrAfter(date) => {
            Some(date)
        }
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    }
}

/// A date without its qualifier: `3 March 1949`, `March 1949`, `spring 1949`, `the 1940s`; with unknown digits before
/// known ones `3 March of some year in the 1940s`, `the 3rd of some month in 1949`, `5 or 15 or 25 March 1949`.
fn format_date(date: &Date, months: Months) -> String {
    if let Some(days) = run_of_unspecified(date) {
        return format_run(days, months);
    }
    let Some(years) = format_years(date) else {
        return Edtf::Date(*date).to_string();
    };
    let of_years =
        if is_run(&possible_years(date)) { format!("of some year in {years}") } else { format!("of {years}") };
    let of_years = if date.year.has_unspecified() { of_years } else { years.clone() };
    let day = date.day.filter(|&day| known_digits(Some(day))).map(|day| possible_numbers(day, longest_month(date)));
    match (date.month.filter(|&month| known_digits(Some(month))), day) {
        (Some(month), None) => {
            let month = format_month(month, months);
            format!(
                "{} {of_years}",
                month.strip_suffix(" of").filter(|_| of_years.starts_with("of ")).unwrap_or(&month)
            )
        }
        (Some(month), Some(days)) => {
            let days = listed(&days, |day| day.to_string());
            format!("{days} {} {of_years}", format_month(month, months))
        }
        (None, Some(days)) => format!("the {} of some month in {years}", listed(&days, ordinal)),
        (None, None) => years,
    }
}

/// The days of a date with unknown digits where they lie in one run.
fn run_of_unspecified(date: &Date) -> Option<Span> {
    let is_vague = date.has_unspecified() || date.year.significant_digits.is_some();
    match possible_days(date).ok().filter(|_| is_vague)?.spans() {
        &[days] => Some(days),
        _ => None,
    }
}

/// Whole years, whole months of one, or days: `the 1950s`, `1900–1999`, `October–December 1964`, `10–19 November 1964`.
fn format_run(days: Span, months: Months) -> String {
    let (first, last) = (days.start(), days.last());
    if Span::of_years(first.year(), last.year()) == Some(days) {
        return format_run_of_years(first.year(), last.year());
    }
    let (year, month, _) = first.ymd();
    let next = days.end();
    if Period::Month.start_of(first) == first && Period::Month.start_of(next) == next && year == last.year() {
        let (first, last) = (months.name(month), months.name(last.ymd().1));
        let run = if first == last { first.to_owned() } else { format!("{first}–{last}") };
        return format!("{run} {}", format_year(year));
    }
    days.format(months)
}

fn format_run_of_years(first: i32, last: i32) -> String {
    if first == last {
        format_year(first)
    } else if 0 < first && first % 10 == 0 && last == first + 9 {
        format!("the {first}s")
    } else {
        format!("{}–{}", format_year(first), format_year(last))
    }
}

/// The years a date can be of: `1956`, `the 1950s`, `1900–1999`, `1056 or 1156`; `None` for a year that is out of range.
fn format_years(date: &Date) -> Option<String> {
    let years = possible_years(date);
    let (&first, &last) = (years.first()?, years.last()?);
    Some(if is_run(&years) { format_run_of_years(first, last) } else { listed(&years, format_year) })
}

/// How many days the month of a date has, if it is known, at most.
fn longest_month(date: &Date) -> u32 {
    let known = date.month.map(|month| possible_numbers(month, 12)).unwrap_or_default();
    match (possible_years(date).as_slice(), known.as_slice()) {
        (&[year], &[month]) => days_of_month(year, month),
        _ => 31,
    }
}

/// Whether one year follows the other.
fn is_run(years: &[i32]) -> bool {
    years.windows(2).all(|pair| matches!(pair, [one, next] if one + 1 == *next))
}

/// The month, the months it can be, or the season.
fn format_month(field: DateField, months: Months) -> String {
    match field.value().map(u32::from) {
        Some(season @ 13..) => season_name(season).to_owned(),
        _ => listed(&possible_numbers(field, 12), |month| months.name(month).to_owned()),
    }
}

/// Numbers as they can be meant, runs of three and more by their ends: `5 or 15 or 25`, `10–19`.
fn listed<T: Copy + Into<i64>>(numbers: &[T], format: impl Fn(T) -> String) -> String {
    let runs = numbers.chunk_by(|&a, &b| a.into() + 1 == b.into());
    let words = runs.flat_map(|run| match run {
        [first, _, .., last] => vec![format!("{}–{}", format(*first), format(*last))],
        few => few.iter().map(|&number| format(number)).collect(),
    });
    words.collect::<Vec<_>>().join(" or ")
}

/// `1st`, `22nd`, `13th`.
fn ordinal(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (1, to) if to != 11 => "st",
        (2, to) if to != 12 => "nd",
        (3, to) if to != 13 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// EDTF's groups of months by the code that stands in a month's place. Quarters, thirds and halves are `of` a year.
pub(in crate::time) const SEASONS: [(u32, &str); 21] = [
    (21, "spring"),
    (22, "summer"),
    (23, "autumn"),
    (24, "winter"),
    (25, "spring"),
    (26, "summer"),
    (27, "autumn"),
    (28, "winter"),
    (29, "southern spring"),
    (30, "southern summer"),
    (31, "southern autumn"),
    (32, "southern winter"),
    (33, "first quarter of"),
    (34, "second quarter of"),
    (35, "third quarter of"),
    (36, "fourth quarter of"),
    (37, "first third of"),
    (38, "second third of"),
    (39, "last third of"),
    (40, "first half of"),
    (41, "second half of"),
];

/// The name of a group of months.
fn season_name(code: u32) -> &'static str {
    SEASONS.iter().find(|(known, _)| *known == code).map_or("", |(_, name)| name)
}
