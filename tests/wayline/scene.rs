//! The picture as text: what is drawn where, how dates are marked, and that what is seen can be pointed at.

use std::fmt::Write as _;

use wayline::{
    layout::{
        Arrangement, Axis, Chart, Overview, Point, ROW_HEIGHT, Rect, Scale, Scene, Shape, Stroke, Target, TimeMap,
        TimeScale, Timeline, Weight, Window,
    },
    model::{Chronicle, Filter, TripIndex, TripSet, TripStatus},
    paint,
    time::Span,
};

use super::support::{chronicle, day, default_chronicle};

/// Every letter is half as wide as high, so that pixels can be counted.
pub(super) fn monospace(text: &str, size: f32, _: Weight) -> f32 {
    text.chars().map(|_| size * 0.5).sum()
}

/// The timeline of all confirmed trips.
pub(super) fn timeline(chronicle: &Chronicle, scale: TimeScale) -> Timeline {
    Timeline::new(
        chronicle,
        &Filter::default().apply(chronicle, &TripSet::default()),
        Arrangement { scale, ..Arrangement::default() },
    )
}

/// The days from the first to the last, both included.
pub(super) fn days(first: &str, last: &str) -> Span {
    Span::from_days(day(first), day(last)).unwrap()
}

/// A picture of 1440 by 900 pixels in the face of the window.
pub(super) fn picture<'a>(chronicle: &'a Chronicle, timeline: &'a Timeline, window: Window) -> Chart<'a> {
    Chart {
        chronicle,
        timeline,
        window,
        scroll: 0.0,
        width: 1440.0,
        height: 900.0,
        row_height: ROW_HEIGHT,
        selected: &[],
        selected_event: None,
        found: &|_| false,
        disputed: &|_| false,
        named: true,
        dense: None,
        overview: Overview::Brushed,
        title: "",
        caption: &[],
        text_width: &paint::text_width,
        measures: None,
    }
}

/// A picture in which a day is a pixel: the lanes begin at pixel 170 and show `span`.
pub(super) fn day_is_pixel<'a>(chronicle: &'a Chronicle, timeline: &'a Timeline, span: Span) -> Chart<'a> {
    let window = timeline.map.window_of(span);
    let any = Chart { width: 1000.0, height: 500.0, text_width: &monospace, ..picture(chronicle, timeline, window) };
    let lanes = any.areas().lanes;
    #[expect(clippy::cast_possible_truncation, reason = "a few hundred pixels")]
    let chart = Chart { width: any.width - lanes.width() + window.length() as f32, ..any };
    assert_eq!((chart.areas().lanes.left, chart.scale().pixels_per_unit()), (LANES_LEFT, 1.0));
    chart
}
pub(super) const LANES_LEFT: f32 = 170.0;

/// A layer as text: what each group stands for, its shapes, x counted from `left`.
pub(super) fn layer_text(scene: &Scene, name: &str, left: f32) -> String {
    let layer = scene.layers.iter().find(|layer| layer.name == name).unwrap();
    let mut text = format!("{name} {}\n", rect_text(layer.clip, left));
    for group in &layer.groups {
        if let Some(about) = &group.about {
            _ = writeln!(text, "{}\n  hit {}", about.label, rect_text(about.hit, left));
        }
        for shape in &group.shapes {
            _ = writeln!(text, "  {}", shape_text(shape, left));
        }
    }
    text
}

/// `left..right top..bottom`.
fn rect_text(rect: Rect, left: f32) -> String {
    let [from, to, top, bottom] = [rect.left - left, rect.right - left, rect.top, rect.bottom].map(rounded);
    format!("{from}..{to} {top}..{bottom}")
}

/// To a tenth of a pixel, without a minus before zero.
fn rounded(pixels: f32) -> f32 {
    (pixels * 10.0).round() / 10.0 + 0.0
}

fn points_text(points: &[Point], left: f32) -> String {
    let point = |point: &Point| format!("{},{}", rounded(point.x - left), rounded(point.y));
    points.iter().map(point).collect::<Vec<_>>().join(" ")
}

fn stroke_text(stroke: Stroke) -> String {
    format!("{:?} {}", stroke.role, format!("{:?}", stroke.dash).to_lowercase())
}

fn shape_text(shape: &Shape, left: f32) -> String {
    match shape {
        Shape::Box { rect, fill, stroke, .. } => {
            let fill = fill.map(|role| format!(" {role:?}")).unwrap_or_default();
            let edge = stroke.map(|stroke| format!(" edge {}", stroke_text(stroke)));
            format!("box {}{fill}{}", rect_text(*rect, left), edge.unwrap_or_default())
        }
        Shape::Boxes { rects, fill, strength } => {
            let places: Vec<_> = rects.iter().map(|&rect| rect_text(rect, left)).collect();
            format!("boxes {} {fill:?} at {strength}", places.join(", "))
        }
        Shape::Soft { rect, fill, fade_left, fade_right, strength } => {
            let fades = [*fade_left, *fade_right].map(rounded);
            format!("soft {} {fill:?} at {strength} fades {} {}", rect_text(*rect, left), fades[0], fades[1])
        }
        Shape::Hatch { rect, lean, stroke, fade_left, fade_right, .. } => {
            let fades = [*fade_left, *fade_right].map(rounded);
            format!("hatch {} {lean:?} {:?} fades {} {}", rect_text(*rect, left), stroke.role, fades[0], fades[1])
        }
        Shape::Line { from, to, stroke } => {
            format!("line {} {}", points_text(&[*from, *to], left), stroke_text(*stroke))
        }
        Shape::Polygon { points, .. } => format!("polygon {}", points_text(points, left)),
        Shape::Polyline { points, .. } => format!("polyline of {}", points.len()),
        Shape::Text { at, text, .. } => format!("text {} “{text}”", points_text(&[*at], left)),
        Shape::Flag { rect, name } => format!("flag {} {name}", rect_text(*rect, left)),
    }
}

/// The texts of a layer that can be seen, in the order they are drawn.
pub(super) fn texts(scene: &Scene, name: &str) -> Vec<String> {
    let layer = scene.layers.iter().find(|layer| layer.name == name).unwrap();
    let shapes = layer.groups.iter().flat_map(|group| &group.shapes);
    shapes
        .filter_map(|shape| match shape {
            Shape::Text { at, text, .. } if layer.clip.expand(1.0).contains(*at) => Some(text.clone()),
            _ => None,
        })
        .collect()
}

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
    insta::assert_snapshot!(layer_text(&chart.scene(), "bars", LANES_LEFT));
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
    insta::assert_snapshot!(layer_text(&Chart { selected: &selected, ..chart }.scene(), "bars", LANES_LEFT));
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
    let scene = chart.scene();
    let text = layer_text(&scene, "grid", LANES_LEFT) + &layer_text(&scene, "bars", LANES_LEFT);
    insta::assert_snapshot!(text + &layer_text(&scene, "axis", LANES_LEFT));
}

#[test]
fn the_whole_default_file_can_be_read() {
    let chronicle = default_chronicle();
    for (name, scale) in [("default_folded", TimeScale::Folded), ("default_to_scale", TimeScale::ToScale)] {
        let timeline = timeline(&chronicle, scale);
        let scene = picture(&chronicle, &timeline, timeline.bounds).scene();
        insta::assert_snapshot!(name, all_texts(&scene));
    }
}

#[test]
fn june_and_july_1956_can_be_read() {
    let chronicle = default_chronicle();
    let timeline = timeline(&chronicle, TimeScale::Folded);
    let window = timeline.map.window_of(days("1956-06-01", "1956-07-31"));
    insta::assert_snapshot!(all_texts(&picture(&chronicle, &timeline, window).scene()));
}

/// The levels of an axis, and its labels with where they stand.
pub(super) fn axis_labels(scale: &Scale<'_>) -> (Axis, Vec<(Point, String)>) {
    let axis = Axis::new(scale);
    let area = Rect { left: scale.left, top: 0.0, right: scale.right(), bottom: AXIS_HEIGHT };
    let labels = axis.labels(scale, area, &monospace).into_iter().map(|shape| match shape {
        Shape::Text { at, text, .. } => (at, text),
        other => panic!("{other:?} is no label"),
    });
    let labels = labels.collect();
    (axis, labels)
}
const AXIS_HEIGHT: f32 = 46.0;

/// The axis of so many days on so many pixels, to scale.
fn check_axis<T>(first: &str, days: f64, width: f32, check: impl FnOnce(&Scale<'_>) -> T) -> T {
    let map = TimeMap::to_scale();
    let from = f64::from(day(first).number());
    check(&Scale { map: &map, window: Window { from, to: from + days }, left: 0.0, width })
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
    let steps = format!("{:?} over {:?}", axis.upper, axis.lower);
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

/// Where a trip's bar is drawn: the hull of its tracks.
pub(super) fn bar(shapes: &[Shape]) -> Rect {
    let tracks = shapes.iter().flat_map(|shape| match shape {
        Shape::Box { rect, .. } | Shape::Soft { rect, .. } | Shape::Hatch { rect, .. } => vec![*rect],
        Shape::Boxes { rects, .. } => rects.clone(),
        _ => Vec::new(),
    });
    tracks.reduce(Rect::hull).unwrap()
}

/// Every bar and block with what it stands for, where it is drawn and where it is hit.
pub(super) fn bars_and_blocks(scene: &Scene) -> Vec<(Target, Rect, Rect)> {
    let layer = scene.layers.iter().find(|layer| layer.name == "bars").unwrap();
    let drawn = layer.groups.iter().map(|group| {
        let about = group.about.as_ref().unwrap();
        (about.target, bar(&group.shapes), about.hit)
    });
    drawn.collect()
}

/// Every bar with the trip it stands for.
pub(super) fn bars(scene: &Scene) -> Vec<(TripIndex, Rect, Rect)> {
    let trip = |(target, bar, hit)| match target {
        Target::Trip(index) => Some((index, bar, hit)),
        _ => None,
    };
    bars_and_blocks(scene).into_iter().filter_map(trip).collect()
}

/// The middle of the part of a bar that can be seen, if any can.
pub(super) fn seen_middle(chart: &Chart<'_>, bar: Rect) -> Option<Point> {
    let seen = bar.intersection(chart.areas().lanes);
    let middle = Point { x: f32::midpoint(seen.left, seen.right), y: seen.middle_y() };
    (0.0 < seen.width() && 0.0 < seen.height()).then_some(middle)
}

/// Every bar of the default file can be hit in its middle, at this zoom.
fn check_hits(scale: TimeScale, span: Option<Span>, least_bars: usize) {
    let chronicle = default_chronicle();
    let timeline = timeline(&chronicle, scale);
    let window = span.map_or(timeline.bounds, |span| timeline.map.window_of(span));
    let chart = picture(&chronicle, &timeline, window);
    let scene = chart.scene();
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
        let scene = picture(&chronicle, &timeline, timeline.bounds).scene();
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
    let (scene, areas) = (chart.scene(), chart.areas());
    let target = |x: f32, y: f32| scene.hit(Point { x, y }).map(|about| about.target);
    let first_lane = timeline.lanes[0].country;
    assert_eq!(target(areas.labels.left + 20.0, areas.labels.top + 20.0), Some(Target::Lane(first_lane)));
    assert_eq!(target(areas.axis.left + 50.0, areas.axis.middle_y()), None);
    assert_eq!(target(areas.legend.left + 20.0, areas.legend.middle_y()), None);
    // The first day of the overview is in 1949, which saw a visit; 1950 saw none.
    let scale = wayline::layout::OverviewScale::new(&timeline, areas.overview);
    let year = |text: &str| target(scale.x_from_day(f64::from(day(text).number())), areas.overview.middle_y());
    assert_eq!((year("1949-07-01"), year("1950-07-01")), (Some(Target::Year(1949)), None));
}
