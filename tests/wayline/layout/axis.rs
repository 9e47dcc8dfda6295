//! The axis: long silences fold, days and places on the axis are inverse, a window moves and grows as it should.

use proptest::prelude::*;
use wayline::layout::{Scale, TimeMap, TimeScale, Window};
use wayline::time::{Day, Span};

use crate::support::{default_chronicle, scene::timeline, strategies::part};

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

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_fold_is_wider_than_120_pixels_and_all_of_the_window_is_filled(share in (0.0..1.0, 0.0..1.0), width in 300.0_f32..3000.0) {
        let timeline = timeline(&default_chronicle(), TimeScale::Folded);
        let window = part(timeline.bounds, share);
        // A window of little else than folds is filled with them.
        prop_assume!(window.length() * 0.1 < timeline.map.unfolded_units(window));
        let scale = Scale::new(&timeline.map, window, 180.0, width);
        for fold in timeline.map.folds() {
            let pixels = scale.x_from_day(fold.end()) - scale.x_from_day(fold.start());
            prop_assert!(pixels <= 120.1, "{pixels}");
        }
        prop_assert!((scale.offset(window.to) - f64::from(width)).abs() < 0.01);
        for step in 0..=10_u8 {
            let x = 180.0 + width * f32::from(step) / 10.0;
            prop_assert!((scale.offset(scale.unit_from_x(x)) - f64::from(x - 180.0)).abs() < 0.01);
        }
    }

    #[test]
    fn zoom_and_pan_keep_what_they_are_about(share in (0.0..1.0, 0.0..1.0), at in 0.0..1.0_f32, factor in 0.3..3.0_f64, pixels in -400.0..400.0) {
        let timeline = timeline(&default_chronicle(), TimeScale::Folded);
        let window = part(timeline.bounds, share);
        prop_assume!(window.length() * 0.1 < timeline.map.unfolded_units(window));
        let scale = Scale::new(&timeline.map, window, 0.0, 1000.0);
        let unit = scale.unit_from_x(1000.0 * at);
        let zoomed = scale.zoomed(factor, unit, 6.0);
        prop_assume!(zoomed.length() * 0.1 < timeline.map.unfolded_units(zoomed));
        let after = Scale::new(&timeline.map, zoomed, 0.0, 1000.0);
        prop_assert!((after.offset(unit) - scale.offset(unit)).abs() < 0.1, "{} became {}", scale.offset(unit), after.offset(unit));
        let panned = scale.panned(pixels);
        prop_assume!(panned.length() * 0.1 < timeline.map.unfolded_units(panned));
        let after = Scale::new(&timeline.map, panned, 0.0, 1000.0);
        prop_assert!((after.offset(unit) - (scale.offset(unit) - pixels)).abs() < 0.1);
        prop_assert!((after.pixels_per_unit() / scale.pixels_per_unit() - 1.0).abs() < 1e-6);
    }
}
