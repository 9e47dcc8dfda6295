//! The edges that trips had in an older edition of the file, where they have moved: a bracket at each end of the old days, in
//! the row of the bar.

use super::{DrawnLeg, leg, unmoved_lanes};
use crate::layout::picture::bars::bar_area;
use crate::layout::picture::chart::{Frame, OldDays};
use crate::layout::scene::{Point, Rect, Role, Shape, Stroke};

/// Length of the ends of a bracket, in pixels.
const END: f32 = 4.0;
/// Edges that have moved less cannot be told apart, in pixels.
const LEAST_MOVE: f32 = 2.0;

/// The old edges of all trips that have moved, as far as both their old days and their lanes are in view.
pub(crate) fn old_edges(frame: &Frame<'_>) -> Vec<Shape> {
    let (chart, area) = (&frame.chart, frame.areas.lanes);
    if chart.highlights.before.is_empty() {
        return Vec::new();
    }
    let lanes = unmoved_lanes(frame);
    let rows = chart.viewport.rows;
    let mut shapes = Vec::new();
    let is_read = |old: &&OldDays| {
        let mut accounts = chart.timeline.reading.accounts(chart.chronicle.trip(old.trip));
        accounts.any(|account| account.source == old.source)
    };
    for OldDays { trip, days, .. } in chart.highlights.before.iter().filter(is_read) {
        let days = frame.scale.rect(*days, area);
        if !days.overlaps_x(area) {
            continue;
        }
        let Some(DrawnLeg { left, right, middle_y, .. }) = leg(frame, &lanes, *trip, 0) else { continue };
        if (days.left - left).abs().max((days.right - right).abs()) < LEAST_MOVE {
            continue;
        }
        let half = rows.first.min(rows.stacked) / 2.0;
        let bar = bar_area(Rect { top: middle_y - half, bottom: middle_y + half, ..days });
        shapes.extend(brackets(bar));
    }
    shapes
}

/// A bracket at each end, around what lies between.
pub(crate) fn brackets(rect: Rect) -> [Shape; 2] {
    let end = END.min(rect.width() / 2.0);
    [(rect.left, end), (rect.right, -end)].map(|(x, end)| {
        let points = [(x + end, rect.top), (x, rect.top), (x, rect.bottom), (x + end, rect.bottom)];
        let points = points.map(|(x, y)| Point { x, y }).into();
        Shape::Polyline { points, stroke: Stroke::solid(Role::Text, 1.5) }
    })
}
