//! Days, months and years in words, also with unknown digits, as EDTF.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use crate::time::format::{MONTHS, SEASONS};
use crate::time::period::days_of_month;
use crate::time::when::unspecified::numbers_of;

/// A date in small letters as EDTF: `3 march 1949`, `march 1949`, `spring 1949`, `the 1940s`, `3 march of some year in
/// the 1940s`, `the 3rd of some month in 1949`, `5 or 15 or 25 march 1949`.
pub(super) fn date(text: &str) -> Option<String> {
    if let Some((days, years)) = text.strip_prefix("the ").and_then(|text| text.split_once(" of some month in ")) {
        let day = |text: &str| number(text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic()));
        return Some(format!("{}-XX-{}", year_digits(years)?, digits(&listed(days, day)?, 1..=31)?));
    }
    if let Some(years) = year_digits(text) {
        return Some(years);
    }
    let (month, years) =
        text.split_once(" of some year in ").or_else(|| text.split_once(" of ")).or_else(|| split_year(text))?;
    let years = year_digits(years)?;
    if let Some((code, _)) = SEASONS.iter().find(|(_, name)| name.trim_end_matches(" of") == month) {
        return Some(format!("{years}-{code}"));
    }
    // Days stand before the first letter that is not of an "or" between them.
    let at = month
        .split_inclusive(' ')
        .take_while(|word| !word.starts_with(|letter: char| letter.is_alphabetic()) || *word == "or ");
    let (days, months) = month.split_at_checked(at.map(str::len).sum())?;
    let months = digits(&listed(months, month_number)?, 1..=12)?;
    match days.trim_end() {
        "" => Some(format!("{years}-{months}")),
        days => {
            let last = match (years.parse(), months.parse()) {
                (Ok(year), Ok(month)) => days_of_month(year, month),
                _ => 31,
            };
            Some(format!("{years}-{months}-{}", digits(&listed(days, number)?, 1..=last.cast_signed())?))
        }
    }
}

/// The first and the last day of `3–25 march 1949`, `29 june – 1 july 1956` or `30 december 1949 – 2 january 1950`, each
/// as EDTF.
pub(super) fn days(text: &str) -> Option<(String, String)> {
    let (first, last) = if let Some((first, last)) = text.split_once(" – ") {
        let with_year = || Some(format!("{first} {}", split_year(last)?.1));
        (date(first).filter(|first| is_day(first)).or_else(|| date(&with_year()?))?, date(last)?)
    } else {
        let (first, last) = text.split_once('–')?;
        let (_, month) = last.split_once(' ')?;
        (date(&format!("{first} {month}"))?, date(last)?)
    };
    (is_day(&first) && is_day(&last)).then_some((first, last))
}

/// Whether an EDTF date has a day, and all of its digits.
fn is_day(date: &str) -> bool {
    !date.contains('X') && date.trim_start_matches('-').matches('-').count() == 2
}

/// What stands before a year, and the year.
fn split_year(text: &str) -> Option<(&str, &str)> {
    let is_before_1 = text.ends_with(" bce") || text.ends_with(" bc");
    let (at, _) = text.rmatch_indices(' ').nth(usize::from(is_before_1))?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The digits of the year, or of all the years: `1956`, `the 1960s`, `1900–1999`, `44 bce`, `1056 or 1156`.
fn year_digits(text: &str) -> Option<String> {
    let decade = text.strip_suffix('s').map(|decade| decade.strip_prefix("the ").unwrap_or(decade));
    let years = match decade {
        Some(decade) => {
            let first = number(decade).filter(|first| first % 10 == 0)?;
            (first..first + 10).collect()
        }
        None => listed(text, year)?,
    };
    if years.iter().all(|&year| year < 0) {
        let numbers = years.iter().map(|year| -year).collect();
        return Some(format!("-{}", digits(&numbers, 1..=9999)?));
    }
    digits(&years, 0..=9999)
}

/// A year as EDTF counts it, in which 0 is 1 BCE.
fn year(text: &str) -> Option<i32> {
    match text.strip_suffix(" bce").or_else(|| text.strip_suffix(" bc")) {
        Some(before) => number(before).filter(|&year| 0 < year).map(|year| 1 - year),
        None => number(text),
    }
}

fn number(text: &str) -> Option<i32> {
    text.bytes().all(|digit| digit.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// The number of a month by its name or the first three letters of it.
fn month_number(text: &str) -> Option<i32> {
    let is_named = |name: &&str| name.to_lowercase() == text || name.to_lowercase().get(..3) == Some(text);
    (1..).zip(&MONTHS).find(|(_, name)| is_named(name)).map(|(number, _)| number)
}

/// The numbers of `5 or 15`, `10–19`.
fn listed(text: &str, number: impl Fn(&str) -> Option<i32>) -> Option<BTreeSet<i32>> {
    let mut numbers = BTreeSet::new();
    for run in text.split(" or ") {
        let (first, last) = run.split_once('–').unwrap_or((run, run));
        let (first, last) = (number(first)?, number(last)?);
        // No year is larger.
        numbers.extend((last <= 9999 && -9999 <= first).then_some(first..=last)?);
    }
    Some(numbers)
}

/// The digits that all of some numbers share, with an X for each that differs; `None` where others `among` these could be
/// meant too.
fn digits(numbers: &BTreeSet<i32>, among: RangeInclusive<i32>) -> Option<String> {
    let places: &[i32] = if *among.end() < 100 { &[10, 1] } else { &[1000, 100, 10, 1] };
    let digit_at = |place: i32| {
        let mut digits = numbers.iter().map(|number| number / place % 10);
        let first = digits.next()?;
        digits.all(|digit| digit == first).then(|| u8::try_from(first).ok()).flatten()
    };
    let digits: Vec<Option<u8>> = places.iter().map(|&place| digit_at(place)).collect();
    let meant = numbers_of(&digits).into_iter().filter(|number| among.contains(number));
    let written = |digit: &Option<u8>| digit.map_or('X', |digit| char::from(b'0' + digit));
    meant.eq(numbers.iter().copied()).then(|| digits.iter().map(written).collect())
}
