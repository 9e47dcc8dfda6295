//! Dates with unknown digits, and the days they can be: of `196X-12-25` each 25 December of the 1960s and no day between.

use edtf_core::{Bound, Date, DateField, Edtf, Qualifier, Year, YearKind};

use super::WhenError;
use crate::time::day::Day;
use crate::time::day_set::DaySet;
use crate::time::period::Period;
use crate::time::span::Span;

/// Every day that a date can be.
///
/// # Errors
///
/// [`WhenError::OutOfRange`] for a year that no calendar here has, [`WhenError::NoDay`] where no day fits.
pub(in crate::time) fn possible_days(date: &Date) -> Result<DaySet, WhenError> {
    let is_run = !date.has_unspecified() || only_last_digits_unspecified(date);
    let is_after_zero =
        !date.year.has_unspecified() || !matches!(date.year.kind, YearKind::Standard { negative: true, .. });
    if is_run && is_after_zero {
        return bounds(date).map(DaySet::from);
    }
    let days: DaySet = possible_years(date).into_iter().flat_map(|year| days_of_year(date, year)).collect();
    if days.is_empty() { Err(WhenError::NoDay) } else { Ok(days) }
}

/// The years that the digits of a date's year can be, in order.
pub(in crate::time) fn possible_years(date: &Date) -> Vec<i32> {
    let YearKind::Standard { negative, digits } = date.year.kind else {
        return Vec::new();
    };
    // There is no year "minus 0".
    let numbers = numbers_of(&digits).into_iter().filter(|&number| !negative || number != 0);
    let mut years: Vec<i32> = numbers.map(|number| if negative { -number } else { number }).collect();
    years.sort_unstable();
    years
}

/// The days of one year that a date can be.
fn days_of_year(date: &Date, year: i32) -> Vec<Span> {
    let Some(month) = date.month else {
        return Span::of_years(year, year).into_iter().collect();
    };
    if month.value().is_some_and(|month| 12 < month) {
        // A season, which has no days of its own.
        return bounds(&Date { year: known_year(year), ..*date }).into_iter().collect();
    }
    let months = possible_numbers(month, 12).into_iter();
    let Some(day) = date.day else {
        let firsts = months.filter_map(|month| Day::from_ymd(year, month, 1));
        return firsts.filter_map(|first| Span::new(first, Period::Month.start_of_next(first))).collect();
    };
    let numbers = possible_numbers(day, 31);
    let days = |month| numbers.iter().filter_map(move |&day| Day::from_ymd(year, month, day).map(Span::of_day));
    months.flat_map(days).collect()
}

/// Whether all that is unknown stands at the end, so that the days lie in one run.
fn only_last_digits_unspecified(date: &Date) -> bool {
    let YearKind::Standard { digits, .. } = date.year.kind else { return true };
    let fields = [date.month, date.day].into_iter().flatten().flat_map(|field| field.digits);
    let mut known = digits.into_iter().chain(fields).map(|digit| digit.is_some());
    known.by_ref().find(|known| !known);
    !known.any(|known| known)
}

/// The numbers from 1 to `most` that the digits of a month or a day can be.
pub(in crate::time) fn possible_numbers(field: DateField, most: u32) -> Vec<u32> {
    let numbers = numbers_of(&field.digits).into_iter().map(i32::cast_unsigned);
    numbers.filter(|number| (1..=most).contains(number)).collect()
}

/// The numbers that digits can be, some of them unknown, in order.
pub(in crate::time) fn numbers_of(digits: &[Option<u8>]) -> Vec<i32> {
    digits.iter().fold(vec![0], |numbers, digit| match digit {
        Some(digit) => numbers.into_iter().map(|number| number * 10 + i32::from(*digit)).collect(),
        None => numbers.into_iter().flat_map(|number| (0..10).map(move |digit| number * 10 + digit)).collect(),
    })
}

fn known_year(year: i32) -> Year {
    let digit = |place: i32| u8::try_from(year.abs() / place % 10).ok();
    let kind = YearKind::Standard { negative: year < 0, digits: [1000, 100, 10, 1].map(digit) };
    Year { kind, significant_digits: None, qualifier: Qualifier::default() }
}

/// From the first to the last day of a date that has no gaps.
fn bounds(date: &Date) -> Result<Span, WhenError> {
    let bounds = Edtf::Date(*date).bounds();
    let day = |bound: Bound| match bound {
        Bound::Date(date) => i32::try_from(date.year)
            .ok()
            .and_then(|year| Day::from_ymd(year, date.month.into(), date.day.into()))
            .ok_or(WhenError::OutOfRange),
        Bound::NegativeInfinity | Bound::PositiveInfinity | Bound::Unknown => Err(WhenError::OutOfRange),
    };
    Span::from_days(day(bounds.earliest)?, day(bounds.latest)?).ok_or(WhenError::EndsBeforeStart)
}
