//! Scenes to be looked at: charts of a file, a picture as text, and where its bars are drawn and hit.

use std::fmt::Write as _;

use wayline::layout::{
    Arrangement, Axis, Chart, Furniture, Group, Highlights, Point, Rect, Scale, Scene, Shape, Stroke, Target,
    TimeScale, Timeline, Viewport, Weight, Window,
};
use wayline::model::{Chronicle, Filter, Reading, TripIndex, TripSet};
use wayline::paint;
use wayline::time::Span;

use super::day;

/// Every letter is half as wide as high, so that pixels can be counted.
pub(crate) fn monospace(text: &str, size: f32, _: Weight) -> f32 {
    text.chars().map(|_| size * 0.5).sum()
}

/// The timeline of all confirmed trips.
pub(crate) fn timeline(chronicle: &Chronicle, scale: TimeScale) -> Timeline {
    Timeline::new(
        chronicle,
        &Filter::default().apply(chronicle, &TripSet::default()),
        Arrangement { scale, ..Arrangement::default() },
    )
}

/// The days from the first to the last, both included.
pub(crate) fn days(first: &str, last: &str) -> Span {
    Span::from_days(day(first), day(last)).unwrap()
}

/// A picture of 1440 by 900 pixels in the face of the window.
pub(crate) fn picture<'a>(chronicle: &'a Chronicle, timeline: &'a Timeline, window: Window) -> Chart<'a> {
    Chart::new(chronicle, timeline, &paint::text_width, Viewport::new(window, 1440.0, 900.0))
}

/// The same picture in another size.
pub(crate) fn sized(chart: Chart<'_>, width: f32, height: f32) -> Chart<'_> {
    Chart { viewport: Viewport { width, height, ..chart.viewport }, ..chart }
}

/// The same picture of another part of the axis.
pub(crate) fn moved(chart: Chart<'_>, window: Window) -> Chart<'_> {
    Chart { viewport: Viewport { window, ..chart.viewport }, ..chart }
}

/// The same picture with these trips selected.
pub(crate) fn selecting<'a>(chart: Chart<'a>, trips: &'a [TripIndex]) -> Chart<'a> {
    Chart { highlights: Highlights { trips, ..chart.highlights }, ..chart }
}

/// A picture in which a day is a pixel, without a bar to scroll: the lanes begin at pixel 170 and show `span`.
pub(crate) fn day_is_pixel<'a>(chronicle: &'a Chronicle, timeline: &'a Timeline, span: Span) -> Chart<'a> {
    let window = timeline.map.window_of(span);
    let any = Chart::new(chronicle, timeline, &monospace, Viewport::new(window, 1000.0, 500.0));
    let any = Chart { furniture: Furniture { scrolls: false, ..any.furniture }, ..any };
    let lanes = any.frame().areas.lanes;
    #[expect(clippy::cast_possible_truncation, reason = "a few hundred pixels")]
    let chart = sized(any, 1000.0 - lanes.width() + window.length() as f32, 500.0);
    let frame = chart.frame();
    assert_eq!((frame.areas.lanes.left, frame.scale.pixels_per_unit()), (LANES_LEFT, 1.0));
    chart
}
pub(crate) const LANES_LEFT: f32 = 170.0;

/// A layer as text: what each group stands for, its shapes, x counted from `left`.
pub(crate) fn layer_text(scene: &Scene, name: &str, left: f32) -> String {
    let layer = scene.layers.iter().find(|layer| layer.name == name).unwrap();
    let mut text = format!("{name} {}\n", rect_text(layer.clip, left));
    for group in &layer.groups {
        if let Some(hit_info) = &group.hit_info {
            _ = writeln!(text, "{}\n  hit {}", hit_info.label, rect_text(hit_info.hit, left));
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
        Shape::Boxes { rects, fill, opacity } => {
            let places: Vec<_> = rects.iter().map(|&rect| rect_text(rect, left)).collect();
            format!("boxes {} {fill:?} at {opacity}", places.join(", "))
        }
        Shape::Soft { rect, fill, fade_left, fade_right, opacity } => {
            let fades = [*fade_left, *fade_right].map(rounded);
            format!("soft {} {fill:?} at {opacity} fades {} {}", rect_text(*rect, left), fades[0], fades[1])
        }
        Shape::Hatch { rect, slope, stroke, fade_left, fade_right, .. } => {
            let fades = [*fade_left, *fade_right].map(rounded);
            format!("hatch {} {slope:?} {:?} fades {} {}", rect_text(*rect, left), stroke.role, fades[0], fades[1])
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
pub(crate) fn texts(scene: &Scene, name: &str) -> Vec<String> {
    let layer = scene.layers.iter().find(|layer| layer.name == name).unwrap();
    let shapes = layer.groups.iter().flat_map(|group| &group.shapes);
    shapes
        .filter_map(|shape| match shape {
            Shape::Text { at, text, .. } if layer.clip.expand(1.0).contains(*at) => Some(text.clone()),
            _ => None,
        })
        .collect()
}

/// Where a trip's bar is drawn: the hull of its tracks.
pub(crate) fn bar(shapes: &[Shape]) -> Rect {
    let tracks = shapes.iter().flat_map(|shape| match shape {
        Shape::Box { rect, .. } | Shape::Soft { rect, .. } | Shape::Hatch { rect, .. } => vec![*rect],
        Shape::Boxes { rects, .. } => rects.clone(),
        _ => Vec::new(),
    });
    tracks.reduce(Rect::union).unwrap()
}

/// Every bar and block with what it stands for, where it is drawn and where it is hit.
pub(crate) fn bars_and_blocks(scene: &Scene) -> Vec<(Target, Rect, Rect)> {
    let layer = scene.layers.iter().find(|layer| layer.name == "bars").unwrap();
    let drawn = layer.groups.iter().map(|group| {
        let hit_info = group.hit_info.as_ref().unwrap();
        (hit_info.target, bar(&group.shapes), hit_info.hit)
    });
    drawn.collect()
}

/// Every bar with the trip it stands for.
pub(crate) fn bars(scene: &Scene) -> Vec<(TripIndex, Rect, Rect)> {
    let trip = |(target, bar, hit)| match target {
        Target::Trip(index) => Some((index, bar, hit)),
        _ => None,
    };
    bars_and_blocks(scene).into_iter().filter_map(trip).collect()
}

/// The middle of the part of a bar that can be seen, if any can.
pub(crate) fn seen_middle(chart: &Chart<'_>, bar: Rect) -> Option<Point> {
    let seen = bar.intersection(chart.frame().areas.lanes);
    let middle = Point { x: f32::midpoint(seen.left, seen.right), y: seen.middle_y() };
    (0.0 < seen.width() && 0.0 < seen.height()).then_some(middle)
}

/// The levels of an axis, and its labels with where they stand.
pub(crate) fn axis_labels(scale: &Scale<'_>) -> (Axis, Vec<(Point, String)>) {
    let axis = Axis::new(scale);
    let area = Rect { left: scale.left, top: 0.0, right: scale.right(), bottom: AXIS_HEIGHT };
    let labels = axis.labels(scale, area, &monospace).into_iter().filter_map(|shape| match shape {
        Shape::Text { at, text, .. } => Some((at, text)),
        Shape::Box { .. } => None,
        other => panic!("{other:?} is no label"),
    });
    let labels = labels.collect();
    (axis, labels)
}
pub(crate) const AXIS_HEIGHT: f32 = 46.0;

pub(crate) fn arranged(chronicle: &Chronicle, reading: Reading, arrangement: Arrangement) -> Timeline {
    let filter = Filter { reading, ..Filter::default() };
    Timeline::new(chronicle, &filter.apply(chronicle, &TripSet::default()), arrangement)
}

pub(crate) fn groups<'a>(scene: &'a Scene, name: &str) -> &'a [Group] {
    &scene.layers.iter().find(|layer| layer.name == name).unwrap().groups
}

pub(crate) fn shapes<'a>(scene: &'a Scene, name: &str) -> Vec<&'a Shape> {
    groups(scene, name).iter().flat_map(|group| &group.shapes).collect()
}

/// Where a text stands, and the text.
pub(crate) fn text_rect(chart: &Chart<'_>, shape: &Shape) -> Option<(Rect, String)> {
    let Shape::Text { at, anchor, text, size, weight, .. } = shape else { return None };
    let width = (chart.text_width)(text, *size, *weight);
    let left = match anchor {
        wayline::layout::Anchor::Start => at.x,
        wayline::layout::Anchor::Middle => at.x - width / 2.0,
        wayline::layout::Anchor::End => at.x - width,
    };
    Some((Rect { left, top: at.y - size * 0.7, right: left + width, bottom: at.y }, text.clone()))
}

pub(crate) fn near(one: f32, other: f32) -> bool {
    (one - other).abs() <= 1.0
}
