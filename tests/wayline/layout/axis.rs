//! The axis: long silences fold, days and places on the axis are inverse, a window moves and grows as it should.

use wayline::layout::{TimeMap, Window};
use wayline::time::{Day, Span};

fn span(first: (i32, u32, u32), last: (i32, u32, u32)) -> Span {
    let day = |(year, month, day)| Day::from_ymd(year, month, day).unwrap();
    Span::from_days(day(first), day(last)).unwrap()
}

fn two_trips() -> TimeMap {
    TimeMap::folded(&[span((1949, 3, 3), (1949, 3, 25)), span((1953, 9, 10), (1953, 9, 23))], &[])
}

#[test]
fn a_silence_of_years_takes_less_room_than_the_trips() {
    let map = two_trips();
    assert_eq!(map.folds().len(), 1);
    let trip = map.window_of(span((1949, 3, 3), (1949, 3, 25)));
    let fold = map.window_of(map.folds()[0]);
    assert!((trip.length() - 23.0).abs() < 1e-9, "a trip keeps its length");
    assert!(fold.length() < trip.length());
}

#[test]
fn days_and_units_are_inverse() {
    let map = two_trips();
    for day in (711_000..714_000).step_by(7).map(f64::from) {
        assert!((map.day_from_unit(map.unit_from_day(day)) - day).abs() < 1e-6);
    }
}

#[test]
fn a_year_of_which_only_the_year_is_known_does_not_outweigh_the_rest() {
    let year = span((1951, 1, 1), (1951, 12, 31));
    let map = TimeMap::folded(&[span((1949, 3, 3), (1949, 3, 25)), span((1953, 9, 10), (1953, 9, 23))], &[year]);
    assert_eq!(map.folds().len(), 3, "before, the year, after");
    assert_eq!(map.folds()[1], year);
    let length = |days: Span| map.window_of(days).length();
    assert!(length(map.folds()[0]) * 2.0 < length(year) && length(year) < 60.0);
}

#[test]
fn months_of_silence_do_not_fold() {
    let map = TimeMap::folded(&[span((1949, 3, 3), (1949, 3, 25)), span((1949, 5, 10), (1949, 5, 23))], &[]);
    assert!(map.folds().is_empty());
}

#[test]
fn the_point_under_the_pointer_stays_when_zooming() {
    let window = Window { from: 100.0, to: 300.0 };
    let zoomed = window.zoom_at(150.0, 0.5);
    assert_eq!(zoomed, Window { from: 125.0, to: 225.0 });
}

#[test]
fn a_window_never_leaves_its_bounds() {
    let bounds = Window { from: 0.0, to: 100.0 };
    let check = |from, to, expected: (f64, f64)| {
        let window = Window { from, to }.within(bounds, 7.0);
        assert_eq!((window.from, window.to), expected);
    };
    check(-20.0, 30.0, (0.0, 50.0));
    check(90.0, 130.0, (60.0, 100.0));
    check(-500.0, 500.0, (0.0, 100.0));
    check(50.0, 51.0, (47.0, 54.0));
}

#[test]
fn an_animated_zoom_begins_and_ends_where_it_should() {
    let (a, b) = (Window { from: 0.0, to: 1000.0 }, Window { from: 600.0, to: 610.0 });
    assert_eq!(a.toward(b, 0.0), a);
    let end = a.toward(b, 1.0);
    assert!((end.from - b.from).abs() < 1e-9 && (end.to - b.to).abs() < 1e-9);
}

#[test]
fn the_parts_between_folds_cover_what_is_not_folded() {
    let map = two_trips();
    let days = span((1949, 1, 1), (1953, 12, 31));
    let parts: Vec<_> = map.unfolded(days).collect();
    assert_eq!(parts.len(), 2);
    assert_eq!(parts[0].end(), map.folds()[0].start());
    assert_eq!(parts[1].start(), map.folds()[0].end());
}
