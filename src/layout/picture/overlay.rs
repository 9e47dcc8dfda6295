//! What follows the pointer: the ruler, the outline of what it is on, the range being dragged.

use crate::layout::axis::scale::Scale;
use crate::layout::metrics::{SMALL_TEXT, TINY_TEXT};
use crate::layout::scene::{Anchor, Dash, Rect, Role, Shape, Stroke, TextWidth};
use crate::layout::text::Style;
use crate::text;
use crate::time::{Day, Months};

/// A line through the lanes, from the axis down to `bottom`, at a date, with the date above it: dashed, or unbroken where
/// the date stays marked.
#[must_use]
pub fn ruler(axis: Rect, bottom: f32, x: f32, day: Day, dash: Dash, text_width: TextWidth<'_>) -> Vec<Shape> {
    let style = Style::semi_bold(SMALL_TEXT, Role::TextOnBar);
    let text = day.format(Months::Abbreviated);
    let width = style.width(&text, text_width) + 12.0;
    let left = (x - width / 2.0).clamp(axis.left, (axis.right - width).max(axis.left));
    // On the line of the large periods, so that the years below it can be read.
    let plate = Rect::from_size(left, axis.top + 1.0, width, 18.0);
    vec![
        Shape::upright(x, plate.bottom, bottom, Stroke { role: Role::Ruler, width: 1.0, dash }),
        Shape::filled(plate, 4.0, Role::Ruler),
        style.centred(plate.left + 6.0, plate.middle_y(), Anchor::Start, text),
    ]
}

/// The outline of what the pointer is on.
#[must_use]
pub fn hover(rect: Rect) -> Shape {
    Shape::outlined(rect, 4.0, Stroke::solid(Role::Hover, 1.0))
}

/// A wash over what a search has not found.
pub(crate) fn dimming(area: Rect) -> Shape {
    Shape::filled(area, 0.0, Role::Dimming)
}

/// The mark of what a search has found.
pub(crate) fn found(rect: Rect) -> Shape {
    Shape::outlined(rect, 5.0, Stroke::solid(Role::Found, 2.0))
}

/// Radius of the mark of what may lie outside the days that are asked for, in pixels.
const DOUBT_RADIUS: f32 = 5.5;

/// The mark of what may lie outside the days that are asked for.
pub(crate) fn doubt(x: f32, y: f32) -> Vec<Shape> {
    let rect = Rect { left: x, top: y, right: x, bottom: y }.expand(DOUBT_RADIUS);
    let (fill, stroke) = (Some(Role::Background), Some(Stroke::solid(Role::TextMuted, 1.0)));
    let style = Style::semi_bold(TINY_TEXT, Role::Text);
    vec![Shape::Box { rect, corner: DOUBT_RADIUS, fill, stroke }, style.centred(x, y, Anchor::Middle, "?")]
}

/// The range being dragged, between two pixels.
#[must_use]
pub fn range(area: Rect, from_x: f32, to_x: f32) -> Shape {
    let (fill, stroke) = (Some(Role::RulerWash), Some(Stroke::solid(Role::Ruler, 1.0)));
    Shape::Box { rect: dragged(area, from_x, to_x), corner: 0.0, fill, stroke }
}

/// How many days the range being dragged on the axis holds, where there is room to say so.
#[must_use]
pub fn range_length(area: Rect, from_x: f32, to_x: f32, scale: &Scale<'_>, text_width: TextWidth<'_>) -> Option<Shape> {
    let rect = dragged(area, from_x, to_x);
    let style = Style::semi_bold(SMALL_TEXT, Role::Text);
    let text = text::duration(scale.day_from_x(rect.right) - scale.day_from_x(rect.left));
    let has_room = style.width(&text, text_width) + 8.0 < rect.width();
    has_room.then(|| style.centred(rect.middle_x(), rect.bottom - 12.0, Anchor::Middle, text))
}

fn dragged(area: Rect, from_x: f32, to_x: f32) -> Rect {
    let left = from_x.min(to_x).max(area.left);
    Rect { left, right: from_x.max(to_x).min(area.right).max(left), ..area }
}
