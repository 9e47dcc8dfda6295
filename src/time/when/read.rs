//! EDTF text to days.

use edtf_core::{Bound, BoundDate, Date, Edtf, Interval, IntervalEndpoint, SetElement};

use super::{OpenEnds, Qualifier, Rest, SetKind, When, WhenError, plain_text};
use crate::time::{Day, Span};

impl When {
    /// Reads EDTF.
    ///
    /// # Errors
    ///
    /// [`WhenError`] when the text is not EDTF, ends before it starts, leaves the years -9999 to 9999 or names no day.
    pub fn parse(text: &str) -> Result<Self, WhenError> {
        match plain(text.as_bytes()) {
            Some(possible) => Ok(Self { possible, rest: None }),
            None => Self::parse_any(text),
        }
    }

    /// Reads EDTF of every form; [`When::parse`] is spared this for the two plain ones.
    fn parse_any(text: &str) -> Result<Self, WhenError> {
        if let Some((start, end)) = reversed(text) {
            debug_assert!(end < start);
            return Err(WhenError::EndsBeforeStart);
        }
        let edtf = Edtf::parse(text).map_err(|err| WhenError::NotEdtf { reason: err.to_string() })?;
        let mut set = None;
        let (possible, certain, ends) = match &edtf {
            Edtf::Interval(interval) => interval_bounds(interval)?,
            Edtf::Date(date) => {
                let possible = bounds(&edtf)?;
                (possible, known_day(date).then_some(possible), OpenEnds::default())
            }
            Edtf::DateTime(_) => {
                let possible = bounds(&edtf)?;
                (possible, Some(possible), OpenEnds::default())
            }
            Edtf::Set(dates) => {
                let (kind, days) = members(dates)?;
                let bounds = set_bounds(&edtf, &days)?;
                set = Some((kind, days));
                bounds
            }
        };
        if plain_text(possible) == text {
            return Ok(Self { possible, rest: None });
        }
        let qualifier = Qualifier { uncertain: edtf.is_uncertain(), approximate: edtf.is_approximate() };
        let rest = Rest {
            text: text.into(),
            names_days: certain == Some(possible) && ends == OpenEnds::default(),
            certain: certain.filter(|_| qualifier == Qualifier::default()),
            ends,
            qualifier,
            set,
        };
        Ok(Self { possible, rest: Some(Box::new(rest)) })
    }
}

/// The days of the two plain forms, `1956-06-01` and `1956-06-01/1956-06-06`, where they are in order.
///
/// Everything else, also what is wrong with a text that looks like one, is for [`When::parse_any`].
fn plain(text: &[u8]) -> Option<Span> {
    match text.len() {
        10 => plain_day(text).and_then(|day| Span::from_days(day, day)),
        21 => {
            let (first, last) = text.split_at_checked(10)?;
            let (first, last) = (plain_day(first)?, plain_day(last.strip_prefix(b"/")?)?);
            // A day given as its own first and last has a plainer text, and has to keep the one it has.
            if first < last { Span::from_days(first, last) } else { None }
        }
        _ => None,
    }
}

/// The day written as four, two and two digits, if the calendar has it.
fn plain_day(text: &[u8]) -> Option<Day> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else {
        return None;
    };
    let number = |digits: &[u8]| {
        let digit = |number: u32, digit: &u8| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'));
        digits.iter().try_fold(0, digit)
    };
    Day::from_ymd(number(&[y1, y2, y3, y4])?.cast_signed(), number(&[m1, m2])?, number(&[d1, d2])?)
}

/// A start and end in the wrong order, which EDTF itself reports in less plain words.
fn reversed(text: &str) -> Option<(BoundDate, BoundDate)> {
    let (start, end) = text.split_once('/')?;
    let earliest = concrete(Edtf::parse(start).ok()?.bounds().earliest)?;
    let latest = concrete(Edtf::parse(end).ok()?.bounds().latest)?;
    (latest < earliest).then_some((earliest, latest))
}

fn concrete(bound: Bound) -> Option<BoundDate> {
    match bound {
        Bound::Date(date) => Some(date),
        Bound::NegativeInfinity | Bound::PositiveInfinity | Bound::Unknown => None,
    }
}

fn day(bound: Bound) -> Result<Day, WhenError> {
    let date = concrete(bound).ok_or(WhenError::OutOfRange)?;
    i32::try_from(date.year)
        .ok()
        .and_then(|year| Day::from_ymd(year, date.month.into(), date.day.into()))
        .ok_or(WhenError::OutOfRange)
}

fn bounds(edtf: &Edtf) -> Result<Span, WhenError> {
    let bounds = edtf.bounds();
    Span::from_days(day(bounds.earliest)?, day(bounds.latest)?).ok_or(WhenError::EndsBeforeStart)
}

fn known_day(date: &Date) -> bool {
    date.precision() == edtf_core::Precision::Day && !date.has_unspecified()
}

type Bounds = (Span, Option<Span>, OpenEnds);

fn interval_bounds(interval: &Interval) -> Result<Bounds, WhenError> {
    let (start, start_open) = endpoint(&interval.start)?;
    let (end, end_open) = endpoint(&interval.end)?;
    let ends = OpenEnds { start: start_open, end: end_open };
    let (first, last) = match (start, end) {
        (Some(start), Some(end)) => (start, end),
        (Some(only), None) | (None, Some(only)) => (only, only),
        (None, None) => return Err(WhenError::NoDay),
    };
    let possible = first.hull(last);
    // The latest day it can have begun to the earliest it can have ended.
    let certain = Span::from_days(first.last(), last.start());
    Ok((possible, certain, ends))
}

/// The days an end of an interval can be, and whether the interval goes on beyond them.
fn endpoint(end: &IntervalEndpoint) -> Result<(Option<Span>, bool), WhenError> {
    match end {
        IntervalEndpoint::Date(date) => Ok((Some(bounds(&Edtf::Date(*date))?), false)),
        IntervalEndpoint::OnOrBefore(date) | IntervalEndpoint::OnOrAfter(date) => {
            Ok((Some(bounds(&Edtf::Date(*date))?), true))
        }
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => Ok((None, true)),
    }
}

fn members(set: &edtf_core::Set) -> Result<(SetKind, Box<[Span]>), WhenError> {
    let kind = match set.kind {
        edtf_core::SetKind::AllMembers => SetKind::All,
        edtf_core::SetKind::OneMember => SetKind::One,
    };
    let days = |date: &Date| bounds(&Edtf::Date(*date));
    let members: Result<_, _> = set
        .elements
        .iter()
        .map(|element| match element {
            SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => days(date),
            SetElement::Range(first, last) => Ok(days(first)?.hull(days(last)?)),
        })
        .collect();
    Ok((kind, members?))
}

/// From the first to the last day that a member names; beyond an open end lies nothing that has a name.
fn set_bounds(edtf: &Edtf, members: &[Span]) -> Result<Bounds, WhenError> {
    let bounds = edtf.bounds();
    let ends = OpenEnds { start: concrete(bounds.earliest).is_none(), end: concrete(bounds.latest).is_none() };
    let named = members.iter().copied().reduce(Span::hull);
    let possible = named.ok_or(WhenError::NoDay)?;
    Ok((possible, None, ends))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn show(text: &str) -> String {
        match When::parse(text) {
            Ok(when) => {
                let span = |span: Span| format!("{}..{}", span.start(), span.last());
                format!(
                    "{} certain {}{}{}",
                    span(when.possible()),
                    when.certain().map_or("-".to_owned(), span),
                    if when.open_ends().start { " from open" } else { "" },
                    if when.open_ends().end { " to open" } else { "" },
                )
            }
            Err(err) => format!("error: {err}"),
        }
    }

    #[test]
    fn bounds_are_as_wide_as_the_text_leaves_them() {
        let check = |text: &str, expected: &str| assert_eq!(show(text), expected, "{text}");
        check("1959-10-01", "1959-10-01..1959-10-01 certain 1959-10-01..1959-10-01");
        check("1949-03-03/1949-03-25", "1949-03-03..1949-03-25 certain 1949-03-03..1949-03-25");
        check("1964-11", "1964-11-01..1964-11-30 certain -");
        check("1964", "1964-01-01..1964-12-31 certain -");
        check("1964-10/1964-12-05", "1964-10-01..1964-12-05 certain 1964-10-31..1964-12-05");
        check("1964-11-1X", "1964-11-10..1964-11-19 certain -");
        check("1964-11-03?", "1964-11-03..1964-11-03 certain -");
        check("1964-11-03/..", "1964-11-03..1964-11-03 certain 1964-11-03..1964-11-03 to open");
        check("/1964-11", "1964-11-01..1964-11-30 certain - from open");
        check("{1960,1961-12}", "1960-01-01..1961-12-31 certain -");
        check("{..1960-05-01,1961-12}", "1960-05-01..1961-12-31 certain - from open");
        check("[1960,1961-12..]", "1960-01-01..1961-12-31 certain - to open");
        check("1964-21", "1964-03-01..1964-05-31 certain -");
        check("-0044-03-15", "-0044-03-15..-0044-03-15 certain -0044-03-15..-0044-03-15");
    }

    #[test]
    fn what_is_no_date_is_said_so() {
        assert!(show("1956-02-30").starts_with("error: not a date: "));
        assert_eq!(show("1956-06-10/1956-06-01"), "error: ends before it starts");
        assert_eq!(show("Y12000"), "error: outside the years -9999 to 9999");
        assert!(show("../..").starts_with("error:"));
        assert!(show("").starts_with("error:"));
        assert!(show("3 March 1949").starts_with("error:"));
    }

    /// Dates that are plain or nearly so.
    fn nearly_plain() -> impl Strategy<Value = String> {
        let date = "[-0-2]?[0-9]{4}-[0-3X][0-9]-[0-3][0-9]";
        let close = (1950..1952_i32, 1..4_u32, 1..32_u32).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}"));
        let date = prop_oneof![3 => close, 1 => date];
        prop_oneof![
            date.clone(),
            (date.clone(), "/|/|/|\\.\\.", date.clone()).prop_map(|(first, between, last)| first + &between + &last),
            (date, "[?~/T]").prop_map(|(date, end)| date + &end),
        ]
    }

    proptest! {
        #[test]
        fn the_quick_way_reads_as_the_whole_standard_does(text in nearly_plain()) {
            let read = When::parse_any(&text);
            prop_assert_eq!(&When::parse(&text), &read);
            let is_plain = read.is_ok_and(|when| when.rest.is_none());
            prop_assert_eq!(plain(text.as_bytes()).is_some(), is_plain && !text.starts_with('-'));
            if plain(text.as_bytes()).is_some() {
                prop_assert_eq!(When::parse(&text).unwrap().edtf().into_owned(), text);
            }
        }
    }
}
