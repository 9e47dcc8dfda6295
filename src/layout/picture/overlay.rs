//! What follows the pointer: the ruler, the outline of what it is on, the range being dragged.

use crate::{
    layout::{
        axis::scale::Scale,
        scene::{Anchor, Point, Rect, Role, Shape, Stroke, TextWidth},
        text::Style,
    },
    text,
    time::{Day, Months},
};

/// A line through the lanes, from the axis down to `bottom`, at a date, with the date above it.
pub(crate) fn ruler(axis: Rect, bottom: f32, x: f32, day: Day, text_width: TextWidth<'_>) -> Vec<Shape> {
    let style = Style::semi_bold(11.5, Role::TextOnBar);
    let text = day.format(Months::Abbreviated);
    let width = style.width(&text, text_width) + 12.0;
    let left = (x - width / 2.0).clamp(axis.left, (axis.right - width).max(axis.left));
    let plate = Rect::from_size(left, axis.bottom - 19.0, width, 18.0);
    vec![
        Shape::Line {
            from: Point { x, y: axis.bottom },
            to: Point { x, y: bottom },
            stroke: Stroke::dashed(Role::Ruler, 1.0),
        },
        Shape::Box { rect: plate, corner: 4.0, fill: Some(Role::Ruler), stroke: None },
        style.at(Point { x: plate.left + 6.0, y: style.baseline(plate.middle_y()) }, Anchor::Start, text),
    ]
}

/// The outline of what the pointer is on.
pub(crate) fn hover(rect: Rect) -> Shape {
    Shape::Box { rect, corner: 4.0, fill: None, stroke: Some(Stroke::solid(Role::Hover, 1.0)) }
}

/// The mark of what a search has found.
pub(crate) fn found(rect: Rect) -> Shape {
    Shape::Box { rect, corner: 5.0, fill: None, stroke: Some(Stroke::solid(Role::Ruler, 1.5)) }
}

/// The range being dragged, between two pixels.
#[must_use]
pub fn range(area: Rect, from_x: f32, to_x: f32) -> Shape {
    Shape::Box {
        rect: dragged(area, from_x, to_x),
        corner: 0.0,
        fill: Some(Role::RulerWash),
        stroke: Some(Stroke::solid(Role::Ruler, 1.0)),
    }
}

/// How many days the range being dragged on the axis holds, where there is room to say so.
pub(crate) fn range_length(
    area: Rect,
    from_x: f32,
    to_x: f32,
    scale: &Scale<'_>,
    text_width: TextWidth<'_>,
) -> Option<Shape> {
    let rect = dragged(area, from_x, to_x);
    let days = scale.day_from_x(rect.right) - scale.day_from_x(rect.left);
    let style = Style::semi_bold(11.5, Role::Text);
    let text = text::days(days);
    let at = Point { x: f32::midpoint(rect.left, rect.right), y: style.baseline(rect.bottom - 12.0) };
    (style.width(&text, text_width) + 8.0 < rect.width()).then(|| style.at(at, Anchor::Middle, text))
}

fn dragged(area: Rect, from_x: f32, to_x: f32) -> Rect {
    let left = from_x.min(to_x).max(area.left);
    Rect { left, right: from_x.max(to_x).min(area.right).max(left), ..area }
}
