//! The days of a lane without its state, and those on which its traveller held no office, lie in shade.

use super::chart::Frame;
use crate::layout::arrange::shade::{Border, Shade, out_of_office, without_state};
use crate::layout::axis::scale::Scale;
use crate::layout::scene::{Rect, Role, Shape, Stroke};

/// The shade in every lane that can be seen.
pub(crate) fn shapes(frame: &Frame<'_>, area: Rect) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for (_, lane, rect) in frame.chart.visible_lanes(area) {
        let (chronicle, scale) = (frame.chart.chronicle, frame.of_lane(lane).scale);
        for shade in without_state(chronicle, lane.key).into_iter().chain(out_of_office(chronicle, lane.key)) {
            shapes.extend(shaded(&scale, rect, shade));
        }
    }
    shapes
}

/// A shade in its lane: with a line where the day is known, with a fade where it is not.
fn shaded(scale: &Scale<'_>, lane: Rect, shade: Shade) -> Vec<Shape> {
    let x = |border: Border| (scale.x_from_day(border.inner), scale.x_from_day(border.outer));
    let (begins, ends) = (shade.begins.map(x), shade.ends.map(x));
    // A fade keeps its place on the axis; what lies outside the lanes is cut off by their clip.
    let left = begins.map_or_else(|| ends.map_or(lane.left, |(_, outer)| lane.left.min(outer)), |(inner, _)| inner);
    let right = ends.map_or_else(|| begins.map_or(lane.right, |(_, outer)| lane.right.max(outer)), |(inner, _)| inner);
    if right <= lane.left || lane.right <= left {
        return Vec::new();
    }
    let rect = Rect { left, right, ..lane };
    let is_known = |border: &Border| border.outer == border.inner;
    let borders = [shade.begins, shade.ends].into_iter().flatten();
    let ground = if borders.clone().all(|border| is_known(&border)) {
        Shape::filled(rect, 0.0, Role::Shade)
    } else {
        let length = |border: Option<(f32, f32)>| border.map_or(0.0, |(inner, outer)| (outer - inner).abs());
        let (fade_left, fade_right) = (length(begins), length(ends));
        Shape::Soft { rect, fill: Role::Shade, fade_left, fade_right, opacity: 1.0 }
    };
    let known = borders.filter(is_known).map(|border| scale.x_from_day(border.outer));
    let line = |x: f32| Shape::upright(x, lane.top, lane.bottom, Stroke::solid(Role::GridStrong, 1.0));
    [ground].into_iter().chain(known.map(line)).collect()
}
