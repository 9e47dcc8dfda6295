//! The edges that trips had in an older edition of the file.

use wayline::layout::{Chart, Highlights, OldDays, Scene, Shape, TimeScale};
use wayline::model::{SourceIndex, TripIndex};

use crate::support::chronicle;
use crate::support::scene::{LANES_LEFT, day_is_pixel, days, near, shapes, texts, timeline};

const FILE: &str = r#"(
    trips: [
        (country: "France", dates: "1960-05-04/1960-05-20"),
        (country: "Italy", dates: "1960-06-01/1960-06-05"),
    ],
)"#;

/// The old days of the first trip.
fn of_first(first: &str, last: &str) -> OldDays {
    OldDays { trip: TripIndex::new(0), source: SourceIndex::new(0), days: days(first, last) }
}

/// The picture with these days as those of the first trip before.
fn with_before(before: &[OldDays]) -> Scene {
    let chronicle = chronicle(FILE);
    let timeline = timeline(&chronicle, TimeScale::ToScale);
    let chart = day_is_pixel(&chronicle, &timeline, days("1960-04-01", "1960-12-31"));
    Chart { highlights: Highlights { before, ..chart.highlights }, ..chart }.frame().scene()
}

/// Where brackets stand: their upright lines, in days from 1 April 1960.
fn edges(scene: &Scene) -> Vec<f32> {
    let edge = |shape: &&Shape| match shape {
        Shape::Polyline { points, .. } if points.len() == 4 => Some(points[1].x - LANES_LEFT),
        _ => None,
    };
    shapes(scene, "events").iter().filter_map(edge).collect()
}

#[test]
fn a_trip_that_moved_has_brackets_where_it_was() {
    let scene = with_before(&[of_first("1960-04-21", "1960-05-10")]);
    let found = edges(&scene);
    assert!(matches!(found[..], [left, right] if near(left, 20.0) && near(right, 40.0)), "{found:?}");
    assert!(texts(&scene, "legend").contains(&"before".to_owned()));
}

#[test]
fn without_an_older_edition_there_are_none() {
    let scene = with_before(&[]);
    assert!(edges(&scene).is_empty());
    assert!(!texts(&scene, "legend").contains(&"before".to_owned()));
}

/// Less than can be seen is no move.
#[test]
fn edges_that_lie_on_those_of_the_bar_are_left_out() {
    let scene = with_before(&[of_first("1960-05-04", "1960-05-21")]);
    assert!(edges(&scene).is_empty());
}
