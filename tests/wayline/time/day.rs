//! Days and their numbers.

use wayline::time::Day;

#[test]
fn ends_are_the_days_they_claim() {
    assert_eq!(Day::from_ymd(-9999, 1, 1), Some(Day::MIN));
    assert_eq!(Day::from_ymd(9999, 12, 31), Some(Day::END - 1));
    assert_eq!(Day::from_ymd(10_000, 1, 1), None);
    assert_eq!(Day::END + 1, Day::END);
}

#[test]
fn weekday_and_leap_days() {
    // 1 June 1956 was a Friday.
    assert_eq!(Day::from_ymd(1956, 6, 1).unwrap().days_from_monday(), 4);
    assert_eq!(Day::from_ymd(1956, 2, 30), None);
    assert_eq!(Day::from_ymd(1956, 2, 29).unwrap().to_string(), "1956-02-29");
    assert_eq!(Day::from_ymd(-43, 3, 15).unwrap().decade(), -50);
}
