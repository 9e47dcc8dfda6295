//! Dates with unknown digits before known ones.

use edtf_core::{Bound, Edtf};
use fastrand::Rng;
use wayline::time::{Certainty, Day, DaySet, Duration, Span, When};

fn when(text: &str) -> When {
    When::parse(text).unwrap_or_else(|err| panic!("{text}: {err}"))
}

/// The runs of days that a date can be, by their first and last days; of many the first and the last.
fn runs(text: &str) -> String {
    let days = when(text).possible_days();
    let run = |at: usize| {
        let run = days.spans()[at];
        if run.days() == 1 { run.start().to_string() } else { format!("{}..{}", run.start(), run.last()) }
    };
    let number = days.spans().len();
    match number {
        1..=4 => (0..number).map(run).collect::<Vec<_>>().join(" "),
        _ => format!("{} … {} ({number})", run(0), run(number - 1)),
    }
}

#[test]
fn only_the_days_that_fit_all_digits_are_possible() {
    let check = |text: &str, expected: &str| assert_eq!(runs(text), expected, "{text}");
    check("196X-12-25", "1960-12-25 … 1969-12-25 (10)");
    check("1956-XX-25", "1956-01-25 … 1956-12-25 (12)");
    check("19XX-02-29", "1904-02-29 … 1996-02-29 (24)");
    check("1956-XX-31", "1956-01-31 … 1956-12-31 (7)");
    check("196X-12", "1960-12-01..1960-12-31 … 1969-12-01..1969-12-31 (10)");
    check("196X-21", "1960-03-01..1960-05-31 … 1969-03-01..1969-05-31 (10)");
    check("1956-X1", "1956-01-01..1956-01-31 1956-11-01..1956-11-30");
    check("1956-11-X5", "1956-11-05 1956-11-15 1956-11-25");
    check("X956", "0956-01-01..0956-12-31 … 9956-01-01..9956-12-31 (10)");
    check("1956-X2-30", "1956-12-30");
    check("-196X-12-25", "-1969-12-25 … -1960-12-25 (10)");
    check("-000X-02-29", "-0008-02-29 -0004-02-29");
    check("-20XX", "-2099-01-01..-2000-12-31");
    check("-1985-04-12T23:20:30", "-1985-04-12");
    check("XXXX-12-25", "0000-12-25 … 9999-12-25 (10000)");
    // Unknown digits at the end leave one run.
    check("196X", "1960-01-01..1969-12-31");
    check("1964-XX-XX", "1964-01-01..1964-12-31");
    check("1964-1X", "1964-10-01..1964-12-31");
    check("1964-11-1X", "1964-11-10..1964-11-19");
}

#[test]
fn sets_and_intervals_hold_only_those_days() {
    let check = |text: &str, expected: &str| assert_eq!(runs(text), expected, "{text}");
    check("[196X-12-25,1975-05]", "1960-12-25 … 1975-05-01..1975-05-31 (11)");
    check("{1956-XX-25,1957-01-25}", "1956-01-25 … 1957-01-25 (13)");
    check("[-20XX,-1950]", "-2099-01-01..-2000-12-31 -1950-01-01..-1950-12-31");
    check("[..-20XX]", "-9999-01-01..-2000-12-31");
    // A stay can have begun on any of the first days and ended on any of the last ones, but not before it began.
    check("196X-12-25/1965-01-02", "1960-12-25..1965-01-02");
    check("1965-01-02/196X-12-25", "1965-01-02..1969-12-25");
    check("1964-06-05/1964", "1964-06-05..1964-12-31");
    check("-20XX/-1950-05-01", "-2099-01-01..-1950-05-01");
    let certain = |text: &str| when(text).certain().map(|days| format!("{}..{}", days.start(), days.last()));
    assert_eq!(certain("196X-12-25/1965-01-02").as_deref(), Some("1964-12-25..1965-01-02"));
    assert_eq!(certain("1965-01-02/196X-12-25").as_deref(), Some("1965-01-02..1965-12-25"));
    assert_eq!(certain("196X-12-25"), None);
    assert!(When::parse("197X-12-25/196X-12-25").is_err());
    assert!(When::parse("-19XX/-20XX").is_err());
}

#[test]
fn no_day_between_is_possible_and_none_certain() {
    let day = |year, month, day| Day::from_ymd(year, month, day).unwrap();
    let christmas = when("196X-12-25");
    assert_eq!(christmas.certainty(day(1965, 12, 25)), Some(Certainty::Possible));
    assert_eq!(christmas.certainty(day(1965, 7, 1)), None);
    assert_eq!(christmas.certainty(day(1970, 12, 25)), None);
    let both = when("{1956-XX-25,1957-01-25}");
    assert_eq!(both.certainty(day(1956, 3, 25)), Some(Certainty::Possible));
    assert_eq!(both.certainty(day(1957, 1, 25)), Some(Certainty::Certain));
    assert_eq!(both.certainty(day(1956, 3, 26)), None);
}

#[test]
fn how_long_it_lasted_does_not_count_the_days_between() {
    assert_eq!(when("196X-12-25").duration(), Duration::Exactly(1));
    assert_eq!(when("196X-12").duration(), Duration::Between(1, 31));
    assert_eq!(when("[1960-05-01,1961-12]").duration(), Duration::Between(1, 31));
    assert_eq!(when("{1960-05-01,1961-12-03}").duration(), Duration::Exactly(2));
}

#[test]
fn the_years_in_which_it_can_have_begun() {
    let check = |text: &str, years: &[i32]| assert_eq!(when(text).first_years(), years, "{text}");
    check("1956-12-30/1957-01-03", &[1956]);
    check("1956-12-30~/1957-01-03", &[1956]);
    check("1956/1958", &[1956]);
    check("1956-XX-25", &[1956]);
    check("{1956-XX-25,1970}", &[1956]);
    check("../1956-05-01", &[1956]);
    check("[1956,1957-03]", &[1956, 1957]);
    check("[1956,1958-03]", &[1956, 1958]);
    check("196X/1963", &[1960, 1961, 1962, 1963]);
    check("196X-12-25", &[1960, 1961, 1962, 1963, 1964, 1965, 1966, 1967, 1968, 1969]);
}

/// The days of a date, as the calendar values that `edtf-core` enumerates.
fn enumerated(text: &str) -> Option<DaySet> {
    let values = Edtf::parse(text).ok()?.values().ok()?;
    let day = |bound: Bound| match bound {
        Bound::Date(date) => Day::from_ymd(date.year.try_into().ok()?, date.month.into(), date.day.into()),
        _ => None,
    };
    values.map(|value| Span::from_days(day(value.bounds().earliest)?, day(value.bounds().latest)?)).collect()
}

#[test]
fn the_days_are_those_of_all_values_of_the_date() {
    let mut rng = Rng::with_seed(5);
    let mut compared = 0;
    for _ in 0..1_200 {
        let (year, month, day) = (rng.i32(0..10_000), rng.u32(1..=12), rng.u32(1..=31));
        let digits = format!("{year:04}-{month:02}-{day:02}");
        let length = [4, 7, 10, 10][rng.usize(..4)];
        let mut digit = |(at, letter): (usize, char)| {
            if letter != '-' && 0 < at && rng.u8(..3) == 0 { 'X' } else { letter }
        };
        let text: String = digits.chars().take(length).enumerate().map(&mut digit).collect();
        let Some(expected) = enumerated(&text) else {
            assert!(When::parse(&text).is_err(), "{text}");
            continue;
        };
        assert_eq!(when(&text).possible_days(), expected, "{text}");
        compared += 1;
    }
    assert!(800 < compared, "{compared}");
}
