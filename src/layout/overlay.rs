//! What follows the pointer: the ruler, the outline of what it is on, the range being dragged.

use super::{
    chart::{Areas, Scale},
    scene::{Anchor, Point, Rect, Role, Shape, Stroke, TextWidth},
    text::Style,
};
use crate::time::{Day, words::{self, Months}};

/// A line through the lanes at a date, with the date above it.
#[must_use]
pub fn ruler(areas: &Areas, x: f32, day: Day, text_width: TextWidth<'_>) -> Vec<Shape> {
    let style = Style::semi_bold(11.5, Role::TextOnBar);
    let text = words::day(day, Months::Abbreviated);
    let width = style.width(&text, text_width) + 12.0;
    let left = (x - width / 2.0).clamp(areas.axis.left, (areas.axis.right - width).max(areas.axis.left));
    let plate = Rect::from_size(left, areas.axis.bottom - 19.0, width, 18.0);
    vec![
        Shape::Line {
            from: Point { x, y: areas.axis.bottom },
            to: Point { x, y: areas.lanes.bottom },
            stroke: Stroke::dashed(Role::Ruler, 1.0),
        },
        Shape::Box { rect: plate, corner: 4.0, fill: Some(Role::Ruler), stroke: None },
        style.at(
            Point { x: plate.left + 6.0, y: style.baseline(plate.middle_y()) },
            Anchor::Start,
            text,
        ),
    ]
}

/// The outline of what the pointer is on.
#[must_use]
pub fn hover(rect: Rect) -> Shape {
    Shape::Box { rect, corner: 4.0, fill: None, stroke: Some(Stroke::solid(Role::Hover, 1.0)) }
}

/// The range being dragged on the axis or the overview, between two pixels.
#[must_use]
pub fn range(area: Rect, from_x: f32, to_x: f32, scale: &Scale<'_>, text_width: TextWidth<'_>) -> Vec<Shape> {
    let (left, right) = (from_x.min(to_x).max(area.left), from_x.max(to_x).min(area.right));
    let rect = Rect { left, right: right.max(left), ..area };
    let days = scale.day_from_x(right) - scale.day_from_x(left);
    let style = Style::semi_bold(11.5, Role::Text);
    let text = crate::model::count(usize::try_from(days).unwrap_or(0), "day", "days");
    let mut shapes = vec![Shape::Box {
        rect,
        corner: 0.0,
        fill: Some(Role::RulerWash),
        stroke: Some(Stroke::solid(Role::Ruler, 1.0)),
    }];
    if style.width(&text, text_width) + 8.0 < rect.width() {
        let at = Point { x: f32::midpoint(left, right), y: style.baseline(rect.top + 12.0) };
        shapes.push(style.at(at, Anchor::Middle, text));
    }
    shapes
}
