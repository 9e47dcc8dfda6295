//! The life of states: the part of a lane before its state began and after it ended lies in shade.

use super::chart::Frame;
use crate::layout::{
    arrange::state_life::{Border, borders},
    axis::scale::Scale,
    scene::{Point, Rect, Role, Shape, Stroke},
};

/// The shade in every lane that can be seen.
pub(crate) fn shapes(frame: &Frame<'_>, area: Rect) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for (position, lane) in frame.chart.visible_lanes(area) {
        let (begins, ends) = borders(frame.chart.chronicle, frame.chart.timeline.lanes[position].country);
        for (border, is_begin) in [(begins, true), (ends, false)] {
            if let Some(border) = border {
                wash(&mut shapes, &frame.scale, lane, border, is_begin);
            }
        }
    }
    shapes
}

/// Shade up to a border or from it on: with a line where the day is known, with a fade where it is not.
fn wash(shapes: &mut Vec<Shape>, scale: &Scale<'_>, lane: Rect, border: Border, is_begin: bool) {
    let (outer, inner) = (scale.x_from_day(border.outer), scale.x_from_day(border.inner));
    let in_view = if is_begin { lane.left < inner } else { inner < lane.right };
    if !in_view {
        return;
    }
    // A fade keeps its place on the axis; what lies outside the lanes is cut off by their clip.
    let (rect, fade_left, fade_right) = if is_begin {
        (Rect { left: lane.left.min(outer), right: inner, ..lane }, 0.0, inner - outer)
    } else {
        (Rect { left: inner, right: lane.right.max(outer), ..lane }, outer - inner, 0.0)
    };
    if border.outer != border.inner {
        shapes.push(Shape::Soft { rect, fill: Role::NoState, fade_left, fade_right, opacity: 1.0 });
        return;
    }
    shapes.push(Shape::Box { rect, corner: 0.0, fill: Some(Role::NoState), stroke: None });
    shapes.push(Shape::Line {
        from: Point { x: outer, y: lane.top },
        to: Point { x: outer, y: lane.bottom },
        stroke: Stroke::solid(Role::GridStrong, 1.0),
    });
}
