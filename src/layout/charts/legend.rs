//! What the colours of a chart mean.

use crate::layout::metrics::SMALL_TEXT;
use crate::layout::scene::{Anchor, Rect, Role, Shape, Slope, Stroke, TextWidth, float};
use crate::layout::text::Style;

/// Height of a line, side of a sample, from a sample to its words, and from an entry to the next, in pixels.
const LINE: f32 = 20.0;
const SAMPLE: f32 = 10.0;
const GAP: f32 = 6.0;
const SPACE: f32 = 14.0;
/// Room above and below all entries, in pixels.
const AROUND: f32 = 4.0;
/// Radius of the corners of a sample, in pixels.
const CORNER: f32 = 2.0;
const LABEL: Style = Style::regular(SMALL_TEXT, Role::TextMuted);
/// The share of the colour of what is possible, not certain.
pub(super) const POSSIBLE: f32 = 0.28;

/// Something that needs an explanation.
pub(super) enum Sample {
    /// A colour.
    Full(Role),
    /// The part of a bar that is possible, not certain.
    Possible,
    /// Days that are possible, not certain.
    Hatched,
}

/// A sample with its words.
pub(super) type Entry = (Sample, String);

/// The part of a bar that is possible, not certain.
pub(super) fn possible(rect: Rect) -> [Shape; 2] {
    [
        Shape::Boxes { rects: vec![rect], fill: Role::Overview, opacity: POSSIBLE },
        Shape::outlined(rect, 0.0, Stroke::dotted(Role::Overview, 1.0)),
    ]
}

/// The lines over days that are possible, not certain.
pub(super) fn hatched(rect: Rect) -> Shape {
    let stroke = Stroke::solid(Role::Overview, 1.0);
    Shape::Hatch { rect, slope: Slope::Rising, anchor_x: rect.left, stroke, fade_left: 0.0, fade_right: 0.0 }
}

/// Where entries stand in a room of this width: left end, lines above its own, and the words as far as there is room.
fn placed(entries: &[Entry], width: f32, text_width: TextWidth<'_>) -> Vec<(f32, usize, String)> {
    let (mut next, mut line) = (0.0, 0);
    let place = |(_, words): &Entry| {
        let words = LABEL.fit(words, width - SAMPLE - GAP, text_width).unwrap_or_default();
        let needed = SAMPLE + GAP + LABEL.width(&words, text_width);
        if 0.0 < next && width < next + needed {
            (next, line) = (0.0, line + 1);
        }
        let left = next;
        next += needed + SPACE;
        (left, line, words)
    };
    entries.iter().map(place).collect()
}

/// Height of all entries in a room of this width, in pixels.
pub(super) fn height(entries: &[Entry], width: f32, text_width: TextWidth<'_>) -> f32 {
    placed(entries, width, text_width).last().map_or(0.0, |(_, line, _)| float(line + 1) * LINE + 2.0 * AROUND)
}

/// All entries, line by line.
pub(super) fn shapes(entries: &[Entry], area: Rect, text_width: TextWidth<'_>) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for ((sample, _), (left, line, words)) in entries.iter().zip(placed(entries, area.width(), text_width)) {
        let (left, middle) = (area.left + left, area.top + AROUND + (float(line) + 0.5) * LINE);
        let rect = Rect::from_size(left, middle - SAMPLE / 2.0, SAMPLE, SAMPLE);
        match sample {
            Sample::Full(role) => shapes.push(Shape::filled(rect, CORNER, *role)),
            Sample::Possible => shapes.extend(possible(rect)),
            Sample::Hatched => {
                shapes.push(Shape::Boxes { rects: vec![rect], fill: Role::Overview, opacity: POSSIBLE });
                shapes.push(hatched(rect));
            }
        }
        shapes.push(LABEL.centred(rect.right + GAP, middle, Anchor::Start, words));
    }
    shapes
}
