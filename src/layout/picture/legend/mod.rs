//! What the colours and shapes mean: only those that are shown.

use super::{
    bars::single_row,
    chart::{Chart, Frame},
    tours,
};
use crate::{
    layout::{
        arrange::legend_entry::LegendEntry,
        scene::{Anchor, Group, HitInfo, Point, Rect, Role, Shape, Slope, Stroke, Target},
        text::Style,
    },
    model::{Reading, SourceIndex, TripKind, TripStatus},
};

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

/// A sample shows the place of a track among so many, no more.
const MOST_SLOTS: usize = 4;

/// A longer name of a source is shortened, in pixels; the full one is in its tooltip.
const WIDEST: f32 = 260.0;

const LABEL: Style = Style::regular(11.5, Role::TextMuted);

/// Height of the whole legend, in pixels.
pub(crate) fn height(chart: &Chart<'_>) -> f32 {
    if !chart.timeline.arrangement.legend {
        return 0.0;
    }
    let lines = places(chart).last().map_or(1.0, |(_, line, _)| line + 1.0);
    lines * LINE + 6.0
}

/// The entries with their samples.
pub(crate) fn groups(frame: &Frame<'_>) -> Vec<Group> {
    let (chart, area) = (&frame.chart, frame.areas.legend);
    let mut shapes = Vec::new();
    let mut groups = Vec::new();
    for (x, line, entry) in places(chart) {
        let middle_y = area.top + line * LINE + LINE / 2.0;
        let sample = Rect::from_size(x, middle_y - SAMPLE / 2.0, SAMPLE, SAMPLE);
        let at = Point { x: x + SAMPLE + GAP, y: LABEL.baseline(middle_y) };
        let text = LABEL.at(at, Anchor::Start, fitted_label(chart, entry));
        if let LegendEntry::Track { source, split } = entry {
            let mut switch = track_sample(chart, source.position(), split, sample);
            switch.push(text);
            let width = SAMPLE + GAP + LABEL.width(&fitted_label(chart, entry), chart.text_width);
            let click = match chart.timeline.reading {
                Reading::Source(_) => "read all sources",
                Reading::Agreed | Reading::Either => "read this source alone",
            };
            let hit_info = HitInfo {
                target: Target::Source(source),
                label: format!("{}: {click}", chart.chronicle.source(source).name),
                hit: Rect::from_size(x, middle_y - LINE / 2.0, width, LINE).expand(2.0),
            };
            groups.push(Group::plain(std::mem::take(&mut shapes)));
            groups.push(Group { hit_info: Some(hit_info), shapes: switch });
        } else {
            sample_shapes(&mut shapes, chart, entry, sample);
            shapes.push(text);
        }
    }
    groups.push(Group::plain(shapes));
    groups
}

/// Each entry's left end and line.
fn places(chart: &Chart<'_>) -> Vec<(f32, f32, LegendEntry)> {
    let mut places = Vec::new();
    if !chart.timeline.arrangement.legend {
        return places;
    }
    let (mut x, mut line) = (LEFT, 0.0);
    let dense = [LegendEntry::Block, LegendEntry::Disputed]
        .into_iter()
        .filter(|_| chart.furniture.single_row_block_width.is_some());
    let drawn = |entry: &LegendEntry| chart.furniture.single_row_block_width.is_none() || entry.is_beside_bars();
    for entry in dense.chain(chart.timeline.legend.iter().copied().filter(drawn)) {
        let width = SAMPLE + GAP + LABEL.width(&fitted_label(chart, entry), chart.text_width);
        if chart.viewport.width < x + width && LEFT < x {
            x = LEFT;
            line += 1.0;
        }
        places.push((x, line, entry));
        x += width + SPACE;
    }
    places
}

/// What an entry is called, as far as there is room.
fn fitted_label(chart: &Chart<'_>, entry: LegendEntry) -> String {
    let room = WIDEST.min(chart.viewport.width - LEFT - SAMPLE - GAP);
    LABEL.fit(&label(chart, entry), room, chart.text_width).unwrap_or_default()
}

fn label(chart: &Chart<'_>, entry: LegendEntry) -> String {
    match entry {
        LegendEntry::Kind(kind) => kind.label().to_owned(),
        LegendEntry::Soft => "day unknown".to_owned(),
        LegendEntry::About => "about".to_owned(),
        LegendEntry::Uncertain => "uncertain".to_owned(),
        LegendEntry::OpenEnd => "open end".to_owned(),
        LegendEntry::Each => "each of several dates".to_owned(),
        LegendEntry::OneOf => "one of several dates".to_owned(),
        LegendEntry::Track { source, split } => {
            let name = &chart.chronicle.source(source).name;
            match (split && chart.chronicle.sources.len() == 2, source.position()) {
                (true, 0) => format!("upper: {name}"),
                (true, _) => format!("lower: {name}"),
                (false, _) => name.clone(),
            }
        }
        LegendEntry::OnlyOne => "only one source".to_owned(),
        LegendEntry::NotAgreed => "not agreed".to_owned(),
        LegendEntry::Silent => "source silent".to_owned(),
        LegendEntry::Status(status) => status.label().to_owned(),
        LegendEntry::Event(kind) => kind.label().to_owned(),
        LegendEntry::HollowEvent => "hollow: day unknown".to_owned(),
        LegendEntry::Fold => "quiet time".to_owned(),
        LegendEntry::Tour => "tour".to_owned(),
        LegendEntry::NoState => "before or after the state".to_owned(),
        LegendEntry::Block => "trips that begin close together".to_owned(),
        LegendEntry::Disputed => "some of them disputed".to_owned(),
    }
}

fn sample_shapes(shapes: &mut Vec<Shape>, chart: &Chart<'_>, entry: LegendEntry, rect: Rect) {
    let bar = |kind| Role::bar(kind, SourceIndex::new(0));
    let gray = bar(TripKind::Unspecified);
    let middle_y = rect.middle_y();
    let wide = Rect { left: rect.left - 2.0, right: rect.right + 2.0, ..rect };
    let filled = |rect, role| Shape::Box { rect, corner: 3.0, fill: Some(role), stroke: None };
    let outline = |rect, stroke| Shape::Box { rect, corner: 3.0, fill: None, stroke: Some(stroke) };
    let hatch =
        |slope, stroke| Shape::Hatch { rect, slope, anchor_x: rect.left, stroke, fade_left: 0.0, fade_right: 0.0 };
    let soft = |rect, [fade_left, fade_right]: [f32; 2], opacity| Shape::Soft {
        rect,
        fill: gray,
        fade_left,
        fade_right,
        opacity,
    };
    match entry {
        LegendEntry::Kind(kind) => {
            // Where one source is read alone, all bars have its tint.
            let source = match chart.timeline.reading {
                Reading::Source(source) => source,
                Reading::Agreed | Reading::Either => SourceIndex::new(0),
            };
            shapes.push(filled(rect, Role::bar(kind, source)));
        }
        LegendEntry::Soft => shapes.push(soft(wide, [5.0, 5.0], 0.6)),
        LegendEntry::About => shapes.push(soft(wide, [4.0, 4.0], 1.0)),
        LegendEntry::Uncertain => {
            shapes.push(hatch(Slope::Falling, Stroke::solid(gray, 1.3)));
            shapes.push(outline(rect, Stroke::solid(gray, 1.0)));
        }
        LegendEntry::OpenEnd => {
            shapes.push(soft(rect, [0.0, rect.width()], 1.0));
            let points = [(-4.0, -4.0), (4.0, 0.0), (-4.0, 4.0)];
            let points = points.map(|(x, y)| Point { x: rect.right + x, y: middle_y + y }).into();
            shapes.push(Shape::Polygon { points, fill: Some(gray), stroke: None });
        }
        LegendEntry::Each | LegendEntry::OneOf => {
            let dotted = entry == LegendEntry::OneOf;
            let join = if dotted { Stroke::dotted(gray, 1.5) } else { Stroke::solid(gray, 1.0) };
            let at = |x: f32| Point { x, y: middle_y };
            shapes.push(Shape::Line { from: at(rect.left), to: at(rect.right), stroke: join });
            for end in [Rect { right: rect.left + 4.0, ..wide }, Rect { left: rect.right - 4.0, ..wide }] {
                shapes.push(if dotted { soft(end, [2.0, 2.0], 0.6) } else { filled(end, gray) });
            }
        }
        LegendEntry::OnlyOne => {
            shapes.push(filled(rect, bar(TripKind::StateVisit)));
            shapes.push(hatch(Slope::Rising, Stroke::solid(Role::OnlyOne, 1.4)));
        }
        LegendEntry::NotAgreed => shapes.push(hatch(Slope::Rising, Stroke::solid(bar(TripKind::StateVisit), 0.8))),
        LegendEntry::Silent => shapes.push(outline(rect, Stroke::dotted(Role::TextMuted, 1.0))),
        LegendEntry::Status(status) => {
            let dashed = status == TripStatus::Rumoured;
            let stroke = if dashed { Stroke::dashed(gray, 1.0) } else { Stroke::solid(gray, 1.0) };
            if status == TripStatus::Transit {
                shapes.push(soft(rect, [0.0, 0.0], 0.3));
            }
            shapes.push(outline(rect, stroke));
            if status == TripStatus::Cancelled {
                let (from, to) = (Point { x: rect.left, y: rect.bottom }, Point { x: rect.right, y: rect.top });
                shapes.push(Shape::Line { from, to, stroke });
            }
        }
        // A switch of its own: see `track_sample`.
        LegendEntry::Track { .. } => {}
        LegendEntry::Event(kind) => {
            let points = diamond(rect);
            shapes.push(Shape::Polygon { points, fill: Some(Role::Event(kind)), stroke: None });
        }
        LegendEntry::HollowEvent => {
            let stroke = Some(Stroke::solid(Role::TextMuted, 1.2));
            shapes.push(Shape::Polygon { points: diamond(rect), fill: None, stroke });
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
        LegendEntry::Block => shapes.push(Shape::Boxes { rects: vec![rect], fill: Role::Block, opacity: 1.0 }),
        LegendEntry::Disputed => {
            let mark = Rect { bottom: rect.top + rect.height() * single_row::DISPUTED_SHARE, ..rect };
            shapes.push(Shape::Boxes { rects: vec![rect], fill: Role::Block, opacity: 1.0 });
            shapes.push(Shape::Boxes { rects: vec![mark], fill: Role::Disputed, opacity: 1.0 });
        }
        LegendEntry::NoState => shapes.push(Shape::Box {
            rect,
            corner: 0.0,
            fill: Some(Role::NoState),
            stroke: Some(Stroke::solid(Role::GridStrong, 1.0)),
        }),
    }
}

fn diamond(rect: Rect) -> Vec<Point> {
    let (x, y) = (f32::midpoint(rect.left, rect.right), rect.middle_y());
    [(-4.5, 0.0), (0.0, -4.5), (4.5, 0.0), (0.0, 4.5)].map(|(dx, dy)| Point { x: x + dx, y: y + dy }).into()
}

/// The colour of a source; where bars have several tracks, in its place among them.
fn track_sample(chart: &Chart<'_>, position: usize, split: bool, rect: Rect) -> Vec<Shape> {
    let role = |slot: usize| Role::bar(TripKind::StateVisit, SourceIndex::new(slot));
    let filled = |rect, role| Shape::Box { rect, corner: 2.0, fill: Some(role), stroke: None };
    let slots = if split { chart.chronicle.sources.len() } else { 1 };
    if MOST_SLOTS < slots || slots == 1 {
        return vec![filled(rect, role(position))];
    }
    (0..slots)
        .map(|slot| {
            #[expect(clippy::cast_precision_loss, reason = "a handful of slots")]
            let (number, height) = (slot as f32, rect.height() / slots as f32);
            let top = rect.top + number * height;
            let slot_rect = Rect { top, bottom: top + height - 1.0, ..rect };
            if slot == position {
                return filled(slot_rect, role(slot));
            }
            Shape::Soft { rect: slot_rect, fill: role(slot), fade_left: 0.0, fade_right: 0.0, opacity: 0.25 }
        })
        .collect()
}
