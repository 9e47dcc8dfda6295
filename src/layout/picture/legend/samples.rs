//! The samples of the legend: for each entry, what it explains in small.

use crate::layout::arrange::legend_entry::LegendEntry;
use crate::layout::picture::bars::single_row;
use crate::layout::picture::chart::Chart;
use crate::layout::picture::{overlay, tours};
use crate::layout::scene::{Point, Rect, Role, Shape, Slope, Stroke, float};
use crate::model::{SourceIndex, TripKind, TripStatus};

/// A sample shows the place of a track among at most so many.
const MOST_SLOTS: usize = 4;
/// Radius of the corners of bars, in pixels.
const CORNER: f32 = 3.0;
/// Half the width of the mark of an event, in pixels.
const EVENT_RADIUS: f32 = 4.5;
/// Height of the bars that a band joins, and from its edges to their ends, in pixels.
const BAND_BAR: f32 = 3.0;
/// The colour of dates and statuses, which any kind can have.
const GRAY: Role = Role::Bar { kind: TripKind::Unspecified, track: 0 };
/// The colour where several sources are compared, which is that of no kind.
const FIRST_SOURCE: Role = Role::Source { track: 0 };

/// The sample of an entry in a square.
pub(super) fn shapes(chart: &Chart<'_>, entry: LegendEntry, rect: Rect) -> Vec<Shape> {
    let wide = Rect { left: rect.left - 2.0, right: rect.right + 2.0, ..rect };
    let event = |fill, stroke| Shape::diamond(rect.middle_x(), rect.middle_y(), EVENT_RADIUS, fill, stroke);
    let framed = |fill, stroke| Shape::Box { rect, corner: 0.0, fill: Some(fill), stroke: Some(stroke) };
    match entry {
        LegendEntry::Kind(kind) => {
            vec![Shape::filled(rect, CORNER, Role::bar(kind, SourceIndex::new(0)))]
        }
        LegendEntry::Class(class) => vec![Shape::filled(rect, CORNER, chart.timeline.classes.role(class))],
        LegendEntry::Soft => vec![soft(wide, [5.0, 5.0], 0.6)],
        LegendEntry::About => vec![soft(wide, [4.0, 4.0], 1.0)],
        LegendEntry::Uncertain => vec![
            hatch(rect, Slope::Falling, Stroke::solid(GRAY, 1.3)),
            Shape::outlined(rect, CORNER, Stroke::solid(GRAY, 1.0)),
        ],
        LegendEntry::OpenEnd => open_end(rect),
        LegendEntry::Each | LegendEntry::OneOf => several_dates(rect, wide, entry == LegendEntry::OneOf),
        LegendEntry::Track { source, split } => track(chart, source.position(), split, rect),
        LegendEntry::OnlyOne => vec![
            Shape::filled(rect, CORNER, FIRST_SOURCE),
            hatch(rect, Slope::Rising, Stroke::solid(Role::OnlyOne, 1.4)),
        ],
        LegendEntry::NotAgreed => vec![hatch(rect, Slope::Rising, Stroke::solid(FIRST_SOURCE, 0.8))],
        LegendEntry::Silent => vec![Shape::outlined(rect, CORNER, Stroke::dotted(Role::TextMuted, 1.0))],
        LegendEntry::Status(status) => unconfirmed(status, rect),
        LegendEntry::PossiblyInPeriod => overlay::doubt(rect.middle_x(), rect.middle_y()),
        LegendEntry::Event(kind) => vec![event(Some(Role::Event(kind)), None)],
        LegendEntry::HollowEvent => vec![event(None, Some(Stroke::solid(Role::TextMuted, 1.2)))],
        LegendEntry::Fold => vec![framed(Role::Fold, Stroke::dashed(Role::TextMuted, 1.0))],
        LegendEntry::Tour => {
            let [from, to] = rect.diagonal();
            vec![tours::thread(from, to, Stroke::solid(Role::Tour, 1.5))]
        }
        LegendEntry::Block => mixture(chart, rect),
        LegendEntry::Disputed => {
            let mark = Rect { bottom: rect.top + rect.height() * single_row::DISPUTED_SHARE, ..rect };
            mixture(chart, rect).into_iter().chain([Shape::boxes(vec![mark], Role::Disputed)]).collect()
        }
        LegendEntry::Found => vec![
            Shape::filled(rect.expand(-3.5), 1.0, GRAY),
            Shape::outlined(rect.expand(-0.5), CORNER, Stroke::solid(Role::Found, 2.0)),
        ],
        LegendEntry::Encounter => {
            let [top, bottom] = [rect.top + BAND_BAR, rect.bottom - BAND_BAR];
            let bars = [Rect { bottom: top, ..wide }, Rect { top: bottom, ..wide }];
            let [left, right] = [rect.left + BAND_BAR, rect.right - BAND_BAR];
            let edge = |x| Shape::upright(x, top, bottom, Stroke::solid(Role::Selection, 1.0));
            bars.map(|bar| Shape::filled(bar, 1.0, GRAY)).into_iter().chain([left, right].map(edge)).collect()
        }
        LegendEntry::Before => tours::edge_brackets(rect).into(),
        LegendEntry::NoState | LegendEntry::NoOffice => vec![framed(Role::Shade, Stroke::solid(Role::GridStrong, 1.0))],
    }
}

fn soft(rect: Rect, [fade_left, fade_right]: [f32; 2], opacity: f32) -> Shape {
    Shape::Soft { rect, fill: GRAY, fade_left, fade_right, opacity }
}

fn hatch(rect: Rect, slope: Slope, stroke: Stroke) -> Shape {
    Shape::Hatch { rect, slope, anchor_x: rect.left, stroke, fade_left: 0.0, fade_right: 0.0 }
}

/// A date that fades into an arrow.
fn open_end(rect: Rect) -> Vec<Shape> {
    let points = [(-4.0, -4.0), (4.0, 0.0), (-4.0, 4.0)];
    let points = points.map(|(x, y)| Point { x: rect.right + x, y: rect.middle_y() + y }).into();
    vec![soft(rect, [0.0, rect.width()], 1.0), Shape::Polygon { points, fill: Some(GRAY), stroke: None }]
}

/// Two dates on a line: a dotted one where only one of them is right.
fn several_dates(rect: Rect, wide: Rect, only_one: bool) -> Vec<Shape> {
    let stroke = if only_one { Stroke::dotted(GRAY, 1.5) } else { Stroke::solid(GRAY, 1.0) };
    let [from, to] = [rect.left, rect.right].map(|x| Point { x, y: rect.middle_y() });
    let ends = [Rect { right: rect.left + 4.0, ..wide }, Rect { left: rect.right - 4.0, ..wide }];
    let date = |end| if only_one { soft(end, [2.0, 2.0], 0.6) } else { Shape::filled(end, CORNER, GRAY) };
    std::iter::once(Shape::Line { from, to, stroke }).chain(ends.map(date)).collect()
}

/// A block of trips of two classes.
fn mixture(chart: &Chart<'_>, rect: Rect) -> Vec<Shape> {
    let band = |class: u8, top: f32, bottom: f32| {
        let band = Rect { top: rect.top + top * rect.height(), bottom: rect.top + bottom * rect.height(), ..rect };
        Shape::boxes(vec![band], chart.timeline.classes.role(class))
    };
    vec![band(0, 0.0, 0.6), band(1, 0.6, 1.0)]
}

/// The outline of a status.
fn unconfirmed(status: TripStatus, rect: Rect) -> Vec<Shape> {
    let stroke = match status {
        TripStatus::Rumoured => Stroke::dashed(GRAY, 1.0),
        TripStatus::Planned => Stroke::dotted(GRAY, 1.5),
        TripStatus::Confirmed | TripStatus::Transit | TripStatus::Cancelled => Stroke::solid(GRAY, 1.0),
    };
    let [from, to] = rect.diagonal();
    let inside = (status == TripStatus::Transit).then(|| soft(rect, [0.0, 0.0], 0.3));
    let strike = (status == TripStatus::Cancelled).then_some(Shape::Line { from, to, stroke });
    inside.into_iter().chain([Shape::outlined(rect, CORNER, stroke)]).chain(strike).collect()
}

/// The colour of a source; where bars have several tracks, in its place among them.
fn track(chart: &Chart<'_>, position: usize, split: bool, rect: Rect) -> Vec<Shape> {
    let role = |slot: usize| Role::source(SourceIndex::new(slot));
    let slots = if split { chart.chronicle.sources.len() } else { 1 };
    if MOST_SLOTS < slots || slots == 1 {
        return vec![Shape::filled(rect, 2.0, role(position))];
    }
    let shape = |slot: usize| {
        let height = rect.height() / float(slots);
        let top = rect.top + float(slot) * height;
        let rect = Rect { top, bottom: top + height - 1.0, ..rect };
        if slot == position {
            return Shape::filled(rect, 2.0, role(slot));
        }
        Shape::Soft { rect, fill: role(slot), fade_left: 0.0, fade_right: 0.0, opacity: 0.25 }
    };
    (0..slots).map(shape).collect()
}
