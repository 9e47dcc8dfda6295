//! What the colours and shapes mean: only those that are shown.

use super::{
    Chart, LegendEntry,
    chart::plain,
    scene::{Anchor, Group, Point, Rect, Role, Shape, Stroke},
    text::Style,
    tours,
};
use crate::model::Kind;

/// Height of a line of the legend, in pixels.
const LINE: f32 = 24.0;
/// Side of a colour sample.
const SAMPLE: f32 = 12.0;
/// From a sample to its words.
const GAP: f32 = 8.0;
/// From an entry to the next.
const SPACE: f32 = 20.0;
/// Left end of the legend.
const LEFT: f32 = 14.0;

const WORDS: Style = Style::regular(11.5, Role::TextMuted);

/// Height of the whole legend, in pixels.
pub(super) fn height(chart: &Chart<'_>) -> f32 {
    let lines = places(chart).last().map_or(1.0, |(_, line, _)| line + 1.0);
    lines * LINE + 6.0
}

/// The entries with their samples.
pub(super) fn groups(chart: &Chart<'_>, area: Rect) -> Vec<Group> {
    let mut shapes = Vec::new();
    for (x, line, entry) in places(chart) {
        let middle_y = area.top + line * LINE + LINE / 2.0;
        let sample = Rect::from_size(x, middle_y - SAMPLE / 2.0, SAMPLE, SAMPLE);
        sample_shapes(&mut shapes, entry, sample);
        let at = Point { x: x + SAMPLE + GAP, y: WORDS.baseline(middle_y) };
        shapes.push(WORDS.at(at, Anchor::Start, words(chart, entry)));
    }
    vec![plain(shapes)]
}

/// Each entry's left end and line.
fn places(chart: &Chart<'_>) -> Vec<(f32, f32, LegendEntry)> {
    let mut places = Vec::new();
    let (mut x, mut line) = (LEFT, 0.0);
    for &entry in &chart.timeline.legend {
        let width = SAMPLE + GAP + WORDS.width(&words(chart, entry), chart.text_width);
        if chart.width < x + width && LEFT < x {
            x = LEFT;
            line += 1.0;
        }
        places.push((x, line, entry));
        x += width + SPACE;
    }
    places
}

fn words(chart: &Chart<'_>, entry: LegendEntry) -> String {
    match entry {
        LegendEntry::Kind(kind) => kind.words().to_owned(),
        LegendEntry::Soft => "day unknown".to_owned(),
        LegendEntry::Unconfirmed => "not confirmed".to_owned(),
        LegendEntry::Tracks => {
            let names: Vec<_> = chart.chronicle.sources.iter().map(|source| source.name.as_str()).collect();
            format!("tracks: {}", names.join(", "))
        }
        LegendEntry::Event(kind) => kind.words().to_owned(),
        LegendEntry::Fold => "quiet time".to_owned(),
        LegendEntry::Tour => "tour".to_owned(),
        LegendEntry::NoState => "before or after the state".to_owned(),
    }
}

fn sample_shapes(shapes: &mut Vec<Shape>, entry: LegendEntry, rect: Rect) {
    let bar = |kind, track| Role::Bar { kind, track };
    let filled = |rect, role| Shape::Box { rect, corner: 3.0, fill: Some(role), stroke: None };
    match entry {
        LegendEntry::Kind(kind) => shapes.push(filled(rect, bar(kind, 0))),
        LegendEntry::Soft => shapes.push(Shape::Soft {
            rect: Rect { left: rect.left - 2.0, right: rect.right + 2.0, ..rect },
            fill: bar(Kind::Unspecified, 0),
            fade_left: 5.0,
            fade_right: 5.0,
        }),
        LegendEntry::Unconfirmed => shapes.push(Shape::Box {
            rect,
            corner: 3.0,
            fill: None,
            stroke: Some(Stroke::dashed(bar(Kind::Unspecified, 0), 1.0)),
        }),
        LegendEntry::Tracks => {
            let middle = rect.middle_y();
            shapes.push(filled(Rect { bottom: middle - 0.5, ..rect }, bar(Kind::StateVisit, 0)));
            shapes.push(filled(Rect { top: middle + 0.5, ..rect }, bar(Kind::StateVisit, 1)));
        }
        LegendEntry::Event(kind) => {
            let (x, y) = (f32::midpoint(rect.left, rect.right), rect.middle_y());
            shapes.push(Shape::Polygon {
                points: vec![
                    Point { x: x - 4.5, y },
                    Point { x, y: y - 4.5 },
                    Point { x: x + 4.5, y },
                    Point { x, y: y + 4.5 },
                ],
                fill: Some(Role::Event(kind)),
                stroke: None,
            });
        }
        LegendEntry::Fold => shapes.push(Shape::Box {
            rect,
            corner: 0.0,
            fill: Some(Role::Fold),
            stroke: Some(Stroke::dashed(Role::FoldEdge, 1.0)),
        }),
        LegendEntry::Tour => {
            let (from, to) = (Point { x: rect.left, y: rect.bottom }, Point { x: rect.right, y: rect.top });
            shapes.push(tours::thread(from, to, rect.width() / 2.0, Stroke::solid(Role::Tour, 1.5)));
        }
        LegendEntry::NoState => shapes.push(Shape::Box {
            rect,
            corner: 0.0,
            fill: Some(Role::NoState),
            stroke: Some(Stroke::solid(Role::GridStrong, 1.0)),
        }),
    }
}
