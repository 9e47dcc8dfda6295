//! The chart on the screen: points of the window to pixels of the picture and back, and the line at a date.

use eframe::egui::{self, Pos2, Response, Vec2};

use crate::layout::{Dash, Frame, Point, Rect, Shape, Target, overlay};
use crate::time::Day;

/// The chart with its areas and scale, and the widget that it is drawn on.
pub(super) struct Picture<'a> {
    pub(super) frame: Frame<'a>,
    pub(super) response: Response,
}

impl Picture<'_> {
    /// A place in the window as a place in the picture.
    pub(super) fn point(&self, pos: Pos2) -> Point {
        Point { x: pos.x - self.response.rect.left(), y: pos.y - self.response.rect.top() }
    }

    /// Where the pointer is, if it is on the picture or on a part of it.
    pub(super) fn pointer(&self) -> Option<Point> {
        let pos = self.response.ctx.input(|input| input.pointer.hover_pos());
        pos.filter(|_| self.response.contains_pointer()).map(|pos| self.point(pos))
    }

    /// A part of the picture as a part of the window.
    pub(super) fn on_screen(&self, rect: Rect) -> egui::Rect {
        let corner = |x, y| self.response.rect.min + Vec2::new(x, y);
        egui::Rect::from_min_max(corner(rect.left, rect.top), corner(rect.right, rect.bottom))
    }

    /// The day at a point, where the point is over the time of the lanes.
    pub(super) fn day_at(&self, point: Point) -> Option<Day> {
        let Frame { chart, areas, .. } = &self.frame;
        let lanes = areas.lanes;
        let in_time = lanes.left <= point.x && point.x < lanes.right && point.y < lanes.bottom;
        (in_time && !chart.timeline.lanes.is_empty()).then(|| self.frame.day_at(point.x, point.y))
    }

    /// The day that the pointer is on: over a bar, which is hit then, never another one than its days, however narrow they
    /// are.
    pub(super) fn pointed_day(&self, hit: Option<Target>) -> Option<Day> {
        let day = self.day_at(self.pointer()?)?;
        let Some(Target::Trip(index)) = hit else { return Some(day) };
        let drawn = self.frame.chart.drawn(index);
        Some(day.clamp(drawn.start(), drawn.last()))
    }

    /// A line at this pixel with a date on the axis.
    pub(super) fn ruler(&self, x: f32, day: Day) -> Vec<Shape> {
        let Frame { chart, areas, .. } = &self.frame;
        overlay::ruler(areas.axis, self.frame.lanes_bottom(), x, day, Dash::Dashed, chart.text_width)
    }

    /// An unbroken line in the middle of a day, where that is in view.
    pub(super) fn mark_on(&self, day: Day) -> Vec<Shape> {
        let Frame { chart, areas, scale } = &self.frame;
        let x = f32::midpoint(scale.x_from_day(day), scale.x_from_day(day + 1));
        if x < areas.lanes.left || areas.lanes.right <= x {
            return Vec::new();
        }
        overlay::ruler(areas.axis, self.frame.lanes_bottom(), x, day, Dash::Solid, chart.text_width)
    }
}
