//! The picture as text: what is drawn where, how dates are marked, and that what is seen can be pointed at.

use wayline::{
    layout::{Arrangement, Point, Scale, Scene, Target, TimeMap, TimeScale, Timeline, Window},
    model::{Filter, TripIndex, TripSet, TripStatus},
    time::Span,
};

use crate::support::{
    chronicle, day, default_chronicle,
    scene::{
        AXIS_HEIGHT, LANES_LEFT, axis_labels, bars_and_blocks, day_is_pixel, days, layer_text, picture, seen_middle,
        selecting, texts, timeline,
    },
};

/// All that can be read in a picture, layer by layer.
fn all_texts(scene: &Scene) -> String {
    let layers = scene.layers.iter().map(|layer| (layer.name, texts(scene, layer.name)));
    let lines = layers.filter(|(_, texts)| !texts.is_empty()).map(|(name, texts)| {
        let separator = if matches!(name, "labels" | "bars") { "\n    " } else { " | " };
        format!("{name}:{}{}\n", if separator == " | " { " " } else { separator }, texts.join(separator))
    });
    lines.collect()
}

/// Bars begin and end where their days do, a pixel a day; every special case stands in a lane of its own.
#[test]
fn a_day_is_a_pixel() {
    let chronicle = chronicle(
        r#"(
            sources: [(id: "a", name: "A"), (id: "b", name: "B", covers: (countries: ["accounts"]))],
            trips: [
                (country: "exact", source: "a", dates: "1956-01-11/1956-02-09", places: ["X"]),
                (country: "month", source: "a", dates: "1956-03"),
                (country: "accounts", accounts: [
                    (source: "a", dates: "1956-04-10/1956-04-19"),
                    (source: "b", dates: "1956-04-05/1956-04-24"),
                ]),
                (country: "two rows", source: "a", dates: "1956-05-01/1956-05-20"),
                (country: "two rows", source: "b", dates: "1956-05-11/1956-05-30"),
                (country: "neighbours", source: "a", dates: "1956-07-01"),
                (country: "neighbours", source: "a", dates: "1956-07-04"),
                (country: "neighbours", source: "a", dates: "1956-07-20"),
            ],
        )"#,
    );
    let timeline = timeline(&chronicle, TimeScale::ToScale);
    let chart = day_is_pixel(&chronicle, &timeline, days("1956-01-01", "1956-08-31"));
    // 1 January is pixel 0, so the pixel is the day of the year less one.
    insta::assert_snapshot!(layer_text(&chart.frame().scene(), "bars", LANES_LEFT));
}

#[test]
fn statuses_and_selection_are_drawn_in_outline() {
    let chronicle = chronicle(
        r#"(trips: [
            (country: "A", dates: "1956-01-11/1956-01-30", status: rumoured),
            (country: "B", dates: "1956-01", status: cancelled),
            (country: "C", dates: "1956-01-11/1956-01-30", kind: state_visit),
        ])"#,
    );
    let filter = Filter { statuses: TripStatus::ALL.iter().copied().collect(), ..Filter::default() };
    let timeline = Timeline::new(
        &chronicle,
        &filter.apply(&chronicle, &TripSet::default()),
        Arrangement { scale: TimeScale::ToScale, ..Arrangement::default() },
    );
    let selected = [TripIndex::new(2)];
    let chart = day_is_pixel(&chronicle, &timeline, days("1956-01-01", "1956-10-31"));
    insta::assert_snapshot!(layer_text(&selecting(chart, &selected).frame().scene(), "bars", LANES_LEFT));
}

/// A silence of years is a torn band of 9 pixels, with 12 days kept on each side of the trips.
#[test]
fn a_silence_is_folded() {
    let chronicle = chronicle(
        r#"(trips: [
            (country: "A", dates: "1949-03-03/1949-05-25"),
            (country: "A", dates: "1953-09-10/1953-11-23"),
        ])"#,
    );
    let timeline = timeline(&chronicle, TimeScale::Folded);
    let chart = day_is_pixel(&chronicle, &timeline, days("1949-03-01", "1953-12-31"));
    let scene = chart.frame().scene();
    let text = layer_text(&scene, "grid", LANES_LEFT) + &layer_text(&scene, "bars", LANES_LEFT);
    insta::assert_snapshot!(text + &layer_text(&scene, "axis", LANES_LEFT));
}

#[test]
fn the_whole_default_file_can_be_read() {
    let chronicle = default_chronicle();
    for (name, scale) in [("default_folded", TimeScale::Folded), ("default_to_scale", TimeScale::ToScale)] {
        let timeline = timeline(&chronicle, scale);
        let scene = picture(&chronicle, &timeline, timeline.bounds).frame().scene();
        insta::assert_snapshot!(name, all_texts(&scene));
    }
}

#[test]
fn june_and_july_1956_can_be_read() {
    let chronicle = default_chronicle();
    let timeline = timeline(&chronicle, TimeScale::Folded);
    let window = timeline.map.window_of(days("1956-06-01", "1956-07-31"));
    insta::assert_snapshot!(all_texts(&picture(&chronicle, &timeline, window).frame().scene()));
}

/// The axis of so many days on so many pixels, to scale.
fn check_axis<T>(first: &str, days: f64, width: f32, check: impl FnOnce(&Scale<'_>) -> T) -> T {
    let map = TimeMap::to_scale();
    let from = f64::from(day(first).number());
    check(&Scale::new(&map, Window { from, to: from + days }, 0.0, width))
}

/// The levels of an axis from 1 June 1956 on, and their labels.
fn axis_text(days: f64, width: f32) -> String {
    let (axis, labels) = check_axis("1956-06-01", days, width, axis_labels);
    let (upper, lower): (Vec<_>, Vec<_>) = labels.into_iter().partition(|(at, _)| at.y < AXIS_HEIGHT / 2.0);
    let shortened = |labels: &[(Point, String)]| {
        let texts: Vec<&str> = labels.iter().map(|(_, text)| text.as_str()).collect();
        match texts.as_slice() {
            [first, second, third, .., last] if 6 < texts.len() => format!("{first}, {second}, {third} … {last}"),
            texts => texts.join(", "),
        }
    };
    let steps = format!("{:?} over {:?}", axis.upper.step, axis.lower.step);
    format!("{days} days on {width} px: {steps}\n    {}\n    {}\n", shortened(&upper), shortened(&lower))
}

#[test]
fn dates_are_marked_as_finely_as_there_is_room() {
    let zooms = [6.0, 30.0, 61.0, 200.0, 365.0, 1000.0, 3650.0, 15_000.0, 36_500.0, 365_000.0, 3_500_000.0];
    let table: String = zooms.iter().flat_map(|&days| [300.0, 1200.0].map(|width| axis_text(days, width))).collect();
    insta::assert_snapshot!(table);
}

/// A number stands where the day it names begins; a week that began before the picture has no place for its number.
#[test]
fn numbers_stand_at_their_days() {
    for (first, length) in [("1956-06-01", 30.0), ("1956-06-01", 61.0), ("1956-06-07", 100.0), ("1956-02-27", 20.0)] {
        check_axis(first, length, 600.0, |scale| {
            let mut numbers = 0;
            for (at, text) in axis_labels(scale).1 {
                let Ok(number) = text.parse::<u32>() else { continue };
                let named = scale.day_from_x(at.x).ymd().2;
                assert_eq!(named, number, "“{text}” at {at:?} in {length} days from {first}");
                numbers += 1;
            }
            assert!(3 <= numbers, "{length} days from {first}");
        });
    }
}

/// Every bar of the default file can be hit in its middle, at this zoom.
fn check_hits(scale: TimeScale, span: Option<Span>, least_bars: usize) {
    let chronicle = default_chronicle();
    let timeline = timeline(&chronicle, scale);
    let window = span.map_or(timeline.bounds, |span| timeline.map.window_of(span));
    let chart = picture(&chronicle, &timeline, window);
    let scene = chart.frame().scene();
    let mut hits = 0;
    for (target, bar, hit) in bars_and_blocks(&scene) {
        let Some(middle) = seen_middle(&chart, bar) else { continue };
        let found = scene.hit(middle).unwrap();
        let label = &found.label;
        assert_eq!(found.target, target, "{label} at {middle:?} in {scale:?}");
        assert!(bar.left <= hit.right && hit.left <= bar.left && bar.right <= hit.right, "{label}: {bar:?} {hit:?}");
        hits += 1;
    }
    assert!(least_bars <= hits, "only {hits} bars in {scale:?}");
}

#[test]
fn every_bar_can_be_hit() {
    check_hits(TimeScale::Folded, None, 50);
    check_hits(TimeScale::ToScale, None, 49);
    check_hits(TimeScale::Folded, Some(days("1956-06-01", "1956-07-31")), 10);
    check_hits(TimeScale::ToScale, Some(days("1950-01-01", "1961-12-31")), 21);
}

#[test]
fn bars_are_wide_enough_for_a_pointer() {
    let chronicle = default_chronicle();
    for scale in [TimeScale::Folded, TimeScale::ToScale] {
        let timeline = timeline(&chronicle, scale);
        let scene = picture(&chronicle, &timeline, timeline.bounds).frame().scene();
        let bars = bars_and_blocks(&scene);
        for &(target, bar, hit) in &bars {
            // The nearest bar on the same row that begins later.
            let next = bars.iter().filter(|(_, other, row)| (row.top - hit.top).abs() < 0.5 && bar.left < other.left);
            let room = next.map(|(_, other, _)| other.left - bar.left).fold(f32::INFINITY, f32::min);
            assert!(6.0 <= hit.width() || room < 8.0, "{target:?}: {hit:?}");
            assert!(6.0 <= bar.width() || room < 8.0, "{target:?}: {bar:?}");
        }
    }
}

#[test]
fn beside_the_bars_nothing_is_hit_but_lanes_and_years() {
    let chronicle = default_chronicle();
    let timeline = timeline(&chronicle, TimeScale::Folded);
    let chart = picture(&chronicle, &timeline, timeline.bounds);
    let (scene, areas) = (chart.frame().scene(), chart.frame().areas);
    let target = |x: f32, y: f32| scene.hit(Point { x, y }).map(|hit_info| hit_info.target);
    let first_lane = timeline.lanes[0].key;
    assert_eq!(target(areas.labels.left + 20.0, areas.labels.top + 20.0), Some(Target::Lane(first_lane)));
    assert_eq!(target(areas.axis.left + 50.0, areas.axis.middle_y()), None);
    assert_eq!(target(areas.legend.left + 20.0, areas.legend.middle_y()), None);
    // The first day of the overview is in 1949, which saw a visit; 1950 saw none.
    let scale = wayline::layout::OverviewScale::new(&timeline, areas.overview);
    let year = |text: &str| target(scale.x_from_day(f64::from(day(text).number())), areas.overview.middle_y());
    assert_eq!((year("1949-07-01"), year("1950-07-01")), (Some(Target::Year(1949)), None));
}
