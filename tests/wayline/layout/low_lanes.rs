//! Lanes too low for rows: each shows all its trips in one row of blocks, and all lanes are seen.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proptest::prelude::*;
use wayline::layout::{
    Arrangement, Chart, ColorBy, HitInfo, LaneBy, LaneGroup, LaneHeight, LaneOrder, Point, Rect, Role, Shape, Target,
    Timeline, Window,
};
use wayline::model::{Chronicle, Filter, LaneKey, TripIndex, TripSet};
use wayline::time::Day;

use crate::support::chronicle;
use crate::support::scene::{picture, sized};

/// Trips: days after the first of 1950, days they last, country, traveller. Some countries are of a group.
fn file(trips: &[(i32, i32, usize, usize)]) -> Chronicle {
    let mut text = "(countries: [\n".to_owned();
    let countries: BTreeSet<usize> = trips.iter().map(|(.., country, _)| *country).collect();
    for country in countries {
        let group = [None, Some("A"), Some("B")][country % 3];
        let group = group.map(|group| format!(", group: \"{group}\"")).unwrap_or_default();
        _ = writeln!(text, "(name: \"Land {country}\"{group}),");
    }
    text.push_str("], trips: [\n");
    for (days, length, country, traveller) in trips {
        let start = Day::first_of_year(1950) + *days;
        let end = start + (length - 1);
        _ = writeln!(text, "(country: \"Land {country}\", traveller: \"T{traveller}\", dates: \"{start}/{end}\"),");
    }
    chronicle(&(text + "])"))
}

fn trips() -> impl Strategy<Value = Vec<(i32, i32, usize, usize)>> {
    prop::collection::vec((0..4000_i32, prop_oneof![4 => 1..6_i32, 1 => 1..300_i32], 0..9_usize, 0..14_usize), 1..150)
}

/// Lanes that are pinned, collapsed or put elsewhere by hand.
trait Choosing {
    fn choosing(self, timeline: &Timeline, chosen: &[(prop::sample::Index, u8)]) -> Self;
}

impl Choosing for Arrangement {
    fn choosing(mut self, timeline: &Timeline, chosen: &[(prop::sample::Index, u8)]) -> Self {
        for (index, choice) in chosen {
            let key = timeline.lanes[index.index(timeline.lanes.len())].key;
            match choice {
                0 if !self.choices.pinned.contains(&key) => self.choices.pinned.push(key),
                1 => drop(self.choices.collapsed.insert(key)),
                _ => self.choices.by_hand.push(key),
            }
        }
        self
    }
}

fn arranged(chronicle: &Chronicle, height: LaneHeight, color: Option<ColorBy>) -> Timeline {
    let shown = Filter::default().apply(chronicle, &TripSet::default());
    Timeline::new(chronicle, &shown, Arrangement { height, color, tours: false, ..Arrangement::default() })
}

fn thin<'a>(chronicle: &'a Chronicle, timeline: &'a Timeline, window: Window) -> Chart<'a> {
    sized(picture(chronicle, timeline, window), 900.0, 700.0).with_lane_heights()
}

/// What stands for trips in a scene, with its shapes.
fn blocks(chart: &Chart<'_>) -> Vec<(HitInfo, Vec<Shape>)> {
    let scene = chart.frame().scene();
    let groups = scene.layers.into_iter().filter(|layer| layer.name == "bars").flat_map(|layer| layer.groups);
    groups.filter_map(|group| Some((group.hit_info?, group.shapes))).collect()
}

fn trips_of(chart: &Chart<'_>, target: Target) -> Vec<TripIndex> {
    match target {
        Target::Trip(trip) => vec![trip],
        Target::Block(first, last) => chart.timeline.trips_between(chart.chronicle, first, last, true),
        other => panic!("{other:?} is no trip"),
    }
}

proptest! {
    #[test]
    fn every_trip_is_in_one_block_and_hit_there(trips in trips()) {
        let chronicle = file(&trips);
        let timeline = arranged(&chronicle, LaneHeight::Thin, None);
        let chart = thin(&chronicle, &timeline, timeline.bounds);
        let mut seen = BTreeSet::new();
        for (hit_info, _) in blocks(&chart) {
            for trip in trips_of(&chart, hit_info.target) {
                prop_assert!(seen.insert(trip), "{trip:?} is in two blocks");
            }
            let point = Point { x: f32::midpoint(hit_info.hit.left, hit_info.hit.right), y: hit_info.hit.middle_y() };
            let hit = chart.frame().hit(point).unwrap();
            prop_assert_eq!((hit.target, hit.label), (hit_info.target, hit_info.label));
        }
        prop_assert_eq!(seen.len(), trips.len());
    }

    #[test]
    fn a_block_is_as_high_as_its_classes_together_and_counts_them(
        trips in trips(), color in prop::sample::select(ColorBy::ALL)
    ) {
        let chronicle = file(&trips);
        let timeline = arranged(&chronicle, LaneHeight::Thin, Some(color));
        let chart = thin(&chronicle, &timeline, timeline.bounds);
        for (hit_info, shapes) in blocks(&chart) {
            let rects = shapes.iter().flat_map(|shape| match shape {
                Shape::Boxes { rects, .. } => rects.clone(),
                other => panic!("{other:?} is no box"),
            });
            let height: f32 = rects.map(Rect::height).sum();
            prop_assert!((height - hit_info.hit.height()).abs() < 0.01, "{height} of {:?}", hit_info.hit);
            let all = trips_of(&chart, hit_info.target).len();
            if let Some((_, classes)) = hit_info.label.split_once(": ") {
                let number = |part: &str| {
                    let mut words = part.split(' ');
                    let word = if part.ends_with("more") { words.next() } else { words.next_back() };
                    word.and_then(|word| word.parse::<usize>().ok())
                };
                let counted: usize = classes.split(", ").filter_map(number).sum();
                prop_assert_eq!(counted, all, "{}", hit_info.label);
            }
        }
    }

    #[test]
    fn heights_do_not_depend_on_what_is_in_view(trips in trips(), share in 0.0..1.0_f64) {
        let chronicle = file(&trips);
        for &height in LaneHeight::ALL {
            let timeline = arranged(&chronicle, height, None);
            let bounds = timeline.bounds;
            let middle = bounds.from + bounds.length() * share;
            let part = Window { from: middle - 5.0, to: middle + 5.0 };
            let [all, some] = [bounds, part].map(|window| thin(&chronicle, &timeline, window));
            prop_assert_eq!(all.viewport.rows, some.viewport.rows);
            prop_assert_eq!(all.has_single_rows(), some.has_single_rows());
        }
    }
}

/// A file of so many lanes with a trip each.
fn lanes(count: usize) -> Chronicle {
    let trips: Vec<_> = (0..count).map(|lane| (i32::try_from(lane).unwrap() * 9, 2, lane, 0)).collect();
    file(&trips)
}

#[test]
fn two_hundred_lanes_fit_and_those_with_room_are_named() {
    let chronicle = lanes(200);
    let timeline = arranged(&chronicle, LaneHeight::Fit, None);
    let chart = thin(&chronicle, &timeline, timeline.bounds);
    let frame = chart.frame();
    assert!(frame.scroll_limit() < 1.0, "{}", frame.scroll_limit());
    let scene = frame.scene();
    let labels = scene.layers.iter().find(|layer| layer.name == "labels").unwrap();
    assert_eq!(labels.groups.len(), 200, "each is there to be pointed at and heard");
    let mut middles: Vec<f32> = labels
        .groups
        .iter()
        .filter(|group| !group.shapes.is_empty())
        .map(|group| group.hit_info.as_ref().unwrap().hit.middle_y())
        .collect();
    middles.sort_by(f32::total_cmp);
    assert!(25 < middles.len(), "{}", middles.len());
    assert!(middles.windows(2).all(|pair| 13.0 <= pair[1] - pair[0]), "{middles:?}");
}

#[test]
fn in_a_small_window_two_hundred_lanes_fit_with_a_row_of_pixels_each() {
    let chronicle = lanes(197);
    let timeline = arranged(&chronicle, LaneHeight::Fit, None);
    // What the bars of a window of 900 by 600 pixels leave.
    let chart = sized(picture(&chronicle, &timeline, timeline.bounds), 900.0, 502.0).with_lane_heights();
    assert!(chart.frame().scroll_limit() < 1.0, "{}", chart.frame().scroll_limit());
    let mut tops: Vec<f32> = blocks(&chart).iter().map(|(hit_info, _)| hit_info.hit.top).collect();
    tops.sort_by(f32::total_cmp);
    assert!(tops.windows(2).all(|pair| 1.0 <= pair[1] - pair[0]), "{tops:?}");
    assert!(blocks(&chart).iter().all(|(hit_info, _)| (hit_info.hit.height() - 1.0).abs() < 0.01));
}

#[test]
fn few_lanes_keep_their_rows() {
    let chronicle = lanes(12);
    let timeline = arranged(&chronicle, LaneHeight::Fit, None);
    assert!(!thin(&chronicle, &timeline, timeline.bounds).has_single_rows());
    let steps = LaneHeight::STEPS.map(|(height, _)| {
        let timeline = arranged(&chronicle, height, None);
        thin(&chronicle, &timeline, timeline.bounds).viewport.rows.first
    });
    assert!(steps.is_sorted() && steps[0] < steps[3], "{steps:?}");
    assert_eq!(LaneHeight::beside(steps[1], true), LaneHeight::Normal);
    assert_eq!(LaneHeight::beside(20.0, false), LaneHeight::Dense);
    assert_eq!(LaneHeight::beside(2.5, false), LaneHeight::Thin);
}

#[test]
fn colours_are_chosen_by_what_tells_most() {
    let of = |text: &str| arranged(&chronicle(text), LaneHeight::Fit, None).classes.by;
    let [one, two] = ["A", "B"].map(|name| format!("(country: \"France\", traveller: \"{name}\", dates: \"1950\"),"));
    assert_eq!(of(&format!("(trips: [{one}{two}])")), ColorBy::Traveller);
    assert_eq!(of(&format!("(trips: [{one}])")), ColorBy::Kind);
    let kind = one.replace("dates", "kind: treaty, dates");
    assert_eq!(of(&format!("(trips: [{one}{two}{kind}])")), ColorBy::Kind);
}

#[test]
fn the_ten_with_most_trips_have_colours_and_the_others_share_one() {
    let trips: Vec<_> = (0..13_usize).flat_map(|who| (0..=who).map(move |trip| (who, trip))).collect();
    let trips: Vec<_> =
        trips.into_iter().map(|(who, trip)| (i32::try_from(who * 40 + trip * 3).unwrap(), 1, 0, who)).collect();
    let chronicle = file(&trips);
    let timeline = arranged(&chronicle, LaneHeight::Fit, None);
    let names: Vec<&str> = (0..12).map(|class| timeline.classes.name(class)).collect();
    assert_eq!(names, ["T12", "T11", "T10", "T9", "T8", "T7", "T6", "T5", "T4", "T3", "3 others", ""]);
    // Of those that are asked for each has one.
    let asked = |name: &str| chronicle.indexed_travellers().find(|(_, known)| known.name == name).unwrap().0;
    let by_chip = Filter { travellers: [asked("T1")].into(), ..Filter::default() };
    let by_lane = Filter { only_lanes: [LaneKey::Traveller(asked("T1"))].into(), ..Filter::default() };
    for filter in [by_chip, by_lane] {
        let shown = filter.apply(&chronicle, &TripSet::default());
        let timeline = Timeline::new(&chronicle, &shown, Arrangement::default());
        assert_eq!(timeline.classes.name(0), "T1");
    }
}

proptest! {
    #[test]
    fn no_grouping_loses_or_doubles_a_trip(
        trips in trips(), lanes in prop::sample::select(LaneBy::ALL), order in prop::sample::select(LaneOrder::ALL),
        group in prop::sample::select(LaneGroup::ALL),
        chosen in prop::collection::vec((any::<prop::sample::Index>(), 0..3_u8), 0..6)
    ) {
        let chronicle = file(&trips);
        let shown = Filter::default().apply(&chronicle, &TripSet::default());
        let plain = Arrangement { lanes, group, order, ..Arrangement::default() };
        let arrangement = plain.clone().choosing(&Timeline::new(&chronicle, &shown, plain), &chosen);
        let timeline = Timeline::new(&chronicle, &shown, arrangement.clone());
        let pinned: Vec<_> = timeline.lanes.iter().map(|lane| lane.key).filter(|key| arrangement.choices.pinned.contains(key)).collect();
        prop_assert!(pinned.is_empty() || timeline.lanes.first().map(|lane| lane.key) == pinned.first().copied());
        let mut seen = BTreeSet::new();
        for lane in &timeline.lanes {
            for trip in lane.trips() {
                prop_assert!(seen.insert(trip), "{trip:?} is in two lanes");
                prop_assert_eq!(timeline.lane_key(&chronicle, trip), lane.key);
            }
            if lane.is_heading {
                let below = timeline.lanes.iter().filter(|other| other.heading == Some(lane.key));
                prop_assert_eq!(below.map(|other| other.shown).sum::<usize>(), lane.shown);
            } else {
                prop_assert_eq!((lane.trips().len(), lane.total), (lane.shown, lane.shown));
            }
        }
        prop_assert_eq!(seen.len(), trips.len());
        // The lanes of a group stand together, below their heading.
        let groups: Vec<_> = timeline.lanes.iter().map(|lane| lane.heading.unwrap_or(lane.key)).collect();
        let runs: BTreeSet<_> = groups.iter().collect();
        prop_assert_eq!(groups.chunk_by(|one, other| one == other).count(), runs.len());
        let keys: BTreeSet<_> = timeline.lanes.iter().map(|lane| lane.key).collect();
        prop_assert_eq!(keys.len(), timeline.lanes.len());
    }
}

#[test]
fn lanes_are_named_by_what_they_are_for() {
    let chronicle = file(&[(0, 1, 0, 1), (9, 1, 1, 0), (20, 1, 0, 0)]);
    let names = |lanes: LaneBy, order: LaneOrder| -> Vec<String> {
        let shown = Filter::default().apply(&chronicle, &TripSet::default());
        let timeline = Timeline::new(&chronicle, &shown, Arrangement { lanes, order, ..Arrangement::default() });
        let name = |lane: &wayline::layout::Lane| {
            format!("{} {}", lane.key.name(&chronicle, wayline::layout::LaneNames::Then), lane.shown)
        };
        timeline.lanes.iter().map(name).collect()
    };
    assert_eq!(names(LaneBy::Country, LaneOrder::FirstVisit), ["Land 0 2", "Land 1 1"]);
    assert_eq!(names(LaneBy::Traveller, LaneOrder::Visits), ["T0 2", "T1 1"]);
    assert_eq!(names(LaneBy::Kind, LaneOrder::Name), ["unspecified 3"]);
    assert_eq!(names(LaneBy::Source, LaneOrder::Name), ["File 3"]);
    let pairs = ["T0 2", "T0 · Land 0 1", "T0 · Land 1 1", "T1 1", "T1 · Land 0 1"];
    assert_eq!(names(LaneBy::TravellerCountry, LaneOrder::Name), pairs);
    let pairs = ["Land 0 2", "Land 0 · T1 1", "Land 0 · T0 1", "Land 1 1", "Land 1 · T0 1"];
    assert_eq!(names(LaneBy::CountryTraveller, LaneOrder::FirstVisit), pairs);
}

proptest! {
    #[test]
    fn the_scroll_bar_marks_the_lanes_with_trips_in_view(trips in trips(), share in 0.0..1.0_f64, found in 0..9_usize) {
        let chronicle = file(&trips);
        let timeline = arranged(&chronicle, LaneHeight::Normal, None);
        let from = timeline.bounds.from + timeline.bounds.length() * share * 0.9;
        let window = Window { from, to: from + 40.0 };
        let is_found = |trip: TripIndex| trip.position() == found;
        let mut chart = sized(picture(&chronicle, &timeline, window), 900.0, 300.0).with_lane_heights();
        chart.highlights.found = Some(&is_found);
        chart.viewport.scroll = 7.0;
        let frame = chart.frame();
        let bar = frame.areas.scroll_bar;
        let mut marks: Vec<(Rect, bool)> = Vec::new();
        for shape in frame.scroll_marks() {
            let Shape::Boxes { rects, fill, .. } = shape else { panic!("{shape:?} is no mark") };
            marks.extend(rects.into_iter().map(|rect| (rect, fill == Role::Found)));
        }
        marks.sort_by(|one, other| one.0.top.total_cmp(&other.0.top));
        let days = frame.scale.days();
        let seen = timeline.lanes.iter().map(|lane| {
            let in_view: Vec<_> = lane.spans.iter().filter(|span| span.days.overlaps(days)).collect();
            (!in_view.is_empty()).then(|| in_view.iter().any(|span| is_found(span.trip)))
        });
        let seen: Vec<(usize, bool)> = seen.enumerate().filter_map(|(at, found)| Some((at, found?))).collect();
        prop_assume!(0.0 < frame.scroll_limit());
        prop_assert_eq!(marks.iter().map(|(_, found)| *found).collect::<Vec<_>>(), seen.iter().map(|(_, found)| *found).collect::<Vec<_>>());
        prop_assert!(marks.iter().all(|(rect, _)| bar.left < rect.left && rect.right <= bar.right));
        prop_assert!(marks.iter().all(|(rect, _)| bar.top <= rect.top && rect.bottom <= bar.bottom + 0.01));
        prop_assert!(marks.windows(2).all(|pair| pair[0].0.bottom <= pair[1].0.top + 0.01), "none over another");
    }
}
