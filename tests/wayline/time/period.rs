//! Steps of an axis: each day is in one period of each sort.

use wayline::time::{Day, Period, Span};

fn day(text: &str) -> Day {
    let mut parts = text.split('-').map(|part| part.parse::<u32>().unwrap());
    let year = i32::try_from(parts.next().unwrap()).unwrap();
    Day::from_ymd(year, parts.next().unwrap(), parts.next().unwrap()).unwrap()
}

fn check(period: Period, around: &str, expected: (&str, &str)) {
    let day_within = day(around);
    assert_eq!(
        (period.start_of(day_within), period.start_of_next(day_within) - 1),
        (day(expected.0), day(expected.1)),
        "{period:?} around {around}"
    );
}

#[test]
fn a_period_holds_its_day() {
    check(Period::Week, "1956-06-01", ("1956-05-28", "1956-06-03"));
    check(Period::Month, "1956-12-31", ("1956-12-01", "1956-12-31"));
    check(Period::Years(10), "1959-10-01", ("1950-01-01", "1959-12-31"));
}

#[test]
fn periods_follow_without_gap() {
    let span = Span::from_days(day("1955-11-30"), day("1956-03-01")).unwrap();
    let months: Vec<_> = Period::Month.across(span).collect();
    assert_eq!(months.len(), 5);
    assert!(months.windows(2).all(|w| w[0].end() == w[1].start()));
}

#[test]
fn the_end_of_the_calendar_ends_the_walk() {
    let span = Span::new(Day::END - 40, Day::END).unwrap();
    assert_eq!(Period::Month.across(span).count(), 2);
    assert_eq!(Period::Years(1000).across(span).count(), 1);
}
