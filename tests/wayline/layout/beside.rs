//! Two lives beside each other: the lanes of the second stand at other days.

use wayline::layout::{Arrangement, LaneBy, LaneChoices, MovedLanes, Point, Target, Timeline};
use wayline::model::{Chronicle, Filter, LaneKey, TripIndex, TripSet};

use crate::support::chronicle;
use crate::support::scene::{near, picture, shapes, sized, text_rect, texts};

/// Two travellers with the same trip, the second 30 years later.
fn two_lives() -> Chronicle {
    chronicle(
        r#"(trips: [
            (traveller: "A", country: "France", dates: "1950-03-01/1950-03-20"),
            (traveller: "A", country: "Cuba", dates: "1955-06-01/1955-06-20"),
            (traveller: "B", country: "France", dates: "1980-03-01/1980-03-20"),
            (traveller: "B", country: "Japan", dates: "1987-06-01/1987-06-20"),
        ])"#,
    )
}

/// The lanes of the second moved so that the two first trips stand on one another.
fn beside(chronicle: &Chronicle) -> Timeline {
    let first = |trip: usize| chronicle.trip(TripIndex::new(trip));
    let days = first(0).possible().start() - first(2).possible().start();
    let moved = Some(MovedLanes { lane: LaneKey::Traveller(first(2).traveller), days });
    let choices = LaneChoices { moved, ..LaneChoices::default() };
    let arrangement = Arrangement { lanes: LaneBy::TravellerCountry, choices, ..Arrangement::default() };
    Timeline::new(chronicle, &Filter::default().apply(chronicle, &TripSet::default()), arrangement)
}

#[test]
fn chosen_days_of_two_travellers_stand_on_one_another() {
    let chronicle = two_lives();
    let timeline = beside(&chronicle);
    let chart = sized(picture(&chronicle, &timeline, timeline.bounds), 1200.0, 700.0);
    let scene = chart.frame().scene();
    let hit = |trip: usize| {
        let mut targets = scene.visible_targets();
        targets.find(|(hit_info, _)| hit_info.target == Target::Trip(TripIndex::new(trip))).unwrap().0.hit
    };
    assert!(near(hit(0).left, hit(2).left) && near(hit(0).right, hit(2).right), "{:?} {:?}", hit(0), hit(2));
    // Seven years and three months later, as the first trip of the other was five and three.
    assert!(hit(1).left < hit(3).left);
    assert!(hit(1).top < hit(2).top, "the second stands below the first");
    let middle = Point { x: f32::midpoint(hit(2).left, hit(2).right), y: hit(2).middle_y() };
    let frame = chart.frame();
    assert_eq!(frame.hit(middle).map(|hit_info| hit_info.target), Some(Target::Trip(TripIndex::new(2))));
    // What the pointer says is a day of the lane that it is on.
    assert_eq!(frame.day_at(middle.x, hit(0).middle_y()).year(), 1950);
    assert_eq!(frame.day_at(middle.x, middle.y).year(), 1980);
}

#[test]
fn moved_lanes_have_dates_of_their_own() {
    let chronicle = two_lives();
    let timeline = beside(&chronicle);
    let chart = sized(picture(&chronicle, &timeline, timeline.bounds), 1200.0, 700.0);
    let lanes = chart.frame().areas.lanes;
    let heading =
        chart.visible_lanes(lanes).find(|(_, lane, _)| lane.is_heading && lane.moved_days.is_some()).unwrap().2;
    let words: Vec<_> = texts(&chart.frame().scene(), "grid");
    assert!(words.first().is_some_and(|word| word.contains("198")), "{words:?}");
    let scene = chart.frame().scene();
    let rects = shapes(&scene, "grid").into_iter().filter_map(|shape| text_rect(&chart, shape));
    assert!(rects.into_iter().all(|(rect, _)| heading.top <= rect.top && rect.bottom <= heading.bottom));
}
