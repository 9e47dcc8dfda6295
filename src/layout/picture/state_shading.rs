//! The life of states: the part of a lane before its state began and after it ended lies in shade.

use super::chart::Frame;
use crate::layout::arrange::state_life::{Border, borders};
use crate::layout::axis::scale::Scale;
use crate::layout::scene::{Rect, Role, Shape, Stroke};

/// The shade in every lane that can be seen.
pub(crate) fn shapes(frame: &Frame<'_>, area: Rect) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for (_, lane, rect) in frame.chart.visible_lanes(area) {
        let Some(country) = lane.key.country(frame.chart.chronicle) else { continue };
        let (begins, ends) = borders(frame.chart.chronicle, country);
        for (border, is_begin) in [(begins, true), (ends, false)] {
            shapes.extend(border.into_iter().flat_map(|border| shade(&frame.scale, rect, border, is_begin)));
        }
    }
    shapes
}

/// Shade up to a border or from it on: with a line where the day is known, with a fade where it is not.
fn shade(scale: &Scale<'_>, lane: Rect, border: Border, is_begin: bool) -> Vec<Shape> {
    let (outer, inner) = (scale.x_from_day(border.outer), scale.x_from_day(border.inner));
    let in_view = if is_begin { lane.left < inner } else { inner < lane.right };
    if !in_view {
        return Vec::new();
    }
    // A fade keeps its place on the axis; what lies outside the lanes is cut off by their clip.
    let (rect, fade_left, fade_right) = if is_begin {
        (Rect { left: lane.left.min(outer), right: inner, ..lane }, 0.0, inner - outer)
    } else {
        (Rect { left: inner, right: lane.right.max(outer), ..lane }, outer - inner, 0.0)
    };
    if border.outer != border.inner {
        return vec![Shape::Soft { rect, fill: Role::NoState, fade_left, fade_right, opacity: 1.0 }];
    }
    let line = Shape::upright(outer, lane.top, lane.bottom, Stroke::solid(Role::GridStrong, 1.0));
    vec![Shape::filled(rect, 0.0, Role::NoState), line]
}
