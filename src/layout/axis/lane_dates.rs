//! The dates of lanes whose days stand elsewhere than those of the axis.

use super::scale::Scale;
use super::ticks::{Axis, VisiblePeriod};
use crate::layout::metrics::SMALL_TEXT;
use crate::layout::scene::{Anchor, Rect, Role, Shape, Stroke, TextWidth};
use crate::layout::text::Style;
use crate::time::Period;

/// Pixels from the line of a period to its name, and between a name and the next line.
const GAP: f32 = 4.0;

/// The years, or months, that are seen, in one line: each with a line where it begins and, where there is room, its name.
pub(crate) fn shapes(scale: &Scale<'_>, area: Rect, text_width: TextWidth<'_>) -> Vec<Shape> {
    let Axis { lower, upper } = Axis::new(scale);
    let level = if matches!(lower.step, Period::Years(_)) { lower } else { upper };
    let style = Style::semi_bold(SMALL_TEXT, Role::TextMuted);
    let mut free_from = area.left;
    let mut shapes = Vec::new();
    for &VisiblePeriod { period, left, .. } in &level.periods {
        let is_begin = (scale.x_from_day(period.start()) - left).abs() < 0.5;
        if is_begin {
            shapes.push(Shape::upright(left, area.top, area.bottom, Stroke::solid(Role::GridStrong, 1.0)));
        }
        let fitting = |text: String| {
            let width = style.width(&text, text_width);
            (free_from <= left && left + GAP + width <= area.right).then_some((text, width))
        };
        let Some((text, width)) = level.labels(period).into_iter().find_map(fitting) else { continue };
        shapes.push(style.centred(left + GAP, area.middle_y(), Anchor::Start, text));
        free_from = left + width + 2.0 * GAP;
    }
    shapes
}
