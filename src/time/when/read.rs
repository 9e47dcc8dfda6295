//! EDTF text to days.

use edtf_core::{Date, Edtf, Interval, IntervalEndpoint, Precision, SetElement};

use super::unspecified::possible_days;
use super::{OpenEnds, Qualifier, Rest, SetKind, When, WhenError, edtf, plain_text};
use crate::time::day::Day;
use crate::time::day_set::DaySet;
use crate::time::span::Span;

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
        let edtf = edtf::parse(text).map_err(|err| WhenError::NotEdtf { reason: err.to_string() })?;
        let Bounds { possible, certain, ends, set } = match &edtf {
            Edtf::Interval(interval) => interval_bounds(interval)?,
            Edtf::Date(date) => date_bounds(date)?,
            Edtf::DateTime(time) => date_bounds(&time.date)?,
            Edtf::Set(set) => set_bounds(set)?,
        };
        if plain_text(possible) == text {
            return Ok(Self { possible, rest: None });
        }
        let qualifier = Qualifier { uncertain: edtf.is_uncertain(), approximate: edtf.is_approximate() };
        let rest = Rest { text: text.into(), certain, ends, qualifier, set };
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

/// What the text of a date comes to.
struct Bounds {
    possible: Span,
    certain: Option<Span>,
    ends: OpenEnds,
    set: Option<(SetKind, Box<[DaySet]>)>,
}

fn date_bounds(date: &Date) -> Result<Bounds, WhenError> {
    let days = possible_days(date)?;
    let possible = days.hull().ok_or(WhenError::NoDay)?;
    let is_known = date.precision() == Precision::Day && possible.days() == 1;
    let set = (1 < days.spans().len()).then(|| (SetKind::One, vec![days].into()));
    Ok(Bounds { possible, certain: is_known.then_some(possible), ends: OpenEnds::default(), set })
}

fn interval_bounds(interval: &Interval) -> Result<Bounds, WhenError> {
    let (start, start_open) = endpoint(&interval.start)?;
    let (end, end_open) = endpoint(&interval.end)?;
    let ends = OpenEnds { start: start_open, end: end_open };
    let (starts, endings) = match (start, end) {
        // It can only have begun by its end, and ended from its start on.
        (Some(starts), Some(endings)) => {
            let [first, last] = [&starts, &endings].map(DaySet::hull);
            let (first, last) = first.zip(last).ok_or(WhenError::NoDay)?;
            (starts.intersection(&within(Day::MIN, last.end())), endings.intersection(&within(first.start(), Day::END)))
        }
        (Some(only), None) | (None, Some(only)) => (only.clone(), only),
        (None, None) => return Err(WhenError::NoDay),
    };
    let (Some(first), Some(last)) = (starts.hull(), endings.hull()) else {
        return Err(WhenError::EndsBeforeStart);
    };
    // The latest day it can have begun to the earliest it can have ended.
    let certain = Span::from_days(first.last(), last.start());
    Ok(Bounds { possible: first.hull(last), certain, ends, set: None })
}

fn within(start: Day, end: Day) -> DaySet {
    Span::new(start, end).into_iter().collect()
}

/// The days an end of an interval can be, and whether the interval goes on beyond them.
fn endpoint(end: &IntervalEndpoint) -> Result<(Option<DaySet>, bool), WhenError> {
    match end {
        IntervalEndpoint::Date(date) => Ok((Some(possible_days(date)?), false)),
        IntervalEndpoint::OnOrBefore(date) | IntervalEndpoint::OnOrAfter(date) => {
            Ok((Some(possible_days(date)?), true))
        }
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => Ok((None, true)),
    }
}

/// From the first to the last day that a member names; beyond an open end lies nothing that has a name.
fn set_bounds(set: &edtf_core::Set) -> Result<Bounds, WhenError> {
    let kind = match set.kind {
        edtf_core::SetKind::AllMembers => SetKind::All,
        edtf_core::SetKind::OneMember => SetKind::One,
    };
    let mut ends = OpenEnds::default();
    let mut member = |element: &SetElement| match element {
        SetElement::Date(date) => possible_days(date),
        SetElement::OnOrBefore(date) => {
            ends.start = true;
            possible_days(date)
        }
        SetElement::OnOrAfter(date) => {
            ends.end = true;
            possible_days(date)
        }
        SetElement::Range(first, last) => {
            let days = possible_days(first)?.union(&possible_days(last)?);
            Ok(days.hull().into_iter().collect())
        }
    };
    let members: Box<[DaySet]> = set.elements.iter().map(&mut member).collect::<Result<_, _>>()?;
    let possible = members.iter().filter_map(DaySet::hull).reduce(Span::hull).ok_or(WhenError::NoDay)?;
    Ok(Bounds { possible, certain: None, ends, set: Some((kind, members)) })
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
