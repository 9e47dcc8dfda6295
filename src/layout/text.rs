//! Fitting text into the room there is.

use unicode_segmentation::UnicodeSegmentation as _;

use super::scene::{Anchor, Point, Role, Shape, TextWidth, Weight};

/// How a piece of text is set.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Height of the letters, in pixels.
    pub size: f32,
    /// Thickness of the letters.
    pub weight: Weight,
    /// Colour.
    pub role: Role,
}

impl Style {
    /// Running text.
    #[must_use]
    pub const fn regular(size: f32, role: Role) -> Self {
        Self { size, weight: Weight::Regular, role }
    }

    /// A heading or label.
    pub(crate) const fn semi_bold(size: f32, role: Role) -> Self {
        Self { size, weight: Weight::SemiBold, role }
    }

    /// How wide a text comes out.
    #[must_use]
    pub fn width(self, text: &str, text_width: TextWidth<'_>) -> f32 {
        text_width(text, self.size, self.weight)
    }

    /// The baseline that centres capital letters on `middle_y`.
    pub(crate) fn baseline(self, middle_y: f32) -> f32 {
        // Capitals of the bundled face are 0.727 em high.
        middle_y + self.size * 0.3635
    }

    /// The shape of a text whose capital letters are centred on `middle_y`.
    pub(crate) fn centred(self, x: f32, middle_y: f32, anchor: Anchor, text: impl Into<String>) -> Shape {
        self.at(Point { x, y: self.baseline(middle_y) }, anchor, text)
    }

    /// The shape of a text at a baseline.
    pub(crate) fn at(self, at: Point, anchor: Anchor, text: impl Into<String>) -> Shape {
        Shape::Text { at, anchor, text: text.into(), size: self.size, weight: self.weight, role: self.role }
    }

    /// The text cut to `room` pixels with an ellipsis; `None` where not even two letters fit.
    #[must_use]
    pub fn fit(self, text: &str, room: f32, text_width: TextWidth<'_>) -> Option<String> {
        if self.width(text, text_width) <= room {
            return Some(text.to_owned());
        }
        let ends: Vec<usize> = text.grapheme_indices(true).map(|(start, _)| start).skip(2).collect();
        let cut = |end: usize| format!("{}…", text[..end].trim_end());
        let fitting = ends.partition_point(|&end| self.width(&cut(end), text_width) <= room);
        fitting.checked_sub(1).map(|last| cut(ends[last]))
    }

    /// The text in at most `most` lines of `room` pixels, broken between words; a longer word, and the last line where
    /// there is more, is cut with an ellipsis.
    #[must_use]
    pub fn wrap(self, text: &str, room: f32, most: usize, text_width: TextWidth<'_>) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            let full = lines.len() == most;
            let longer = lines.last().map(|line| format!("{line} {word}"));
            match (lines.last_mut(), longer) {
                (Some(line), Some(longer)) if self.width(&longer, text_width) <= room => *line = longer,
                (last, longer) if full => {
                    // Too long to fit, so that it gets its ellipsis.
                    if let Some((line, cut)) = last.zip(longer.and_then(|longer| self.fit(&longer, room, text_width))) {
                        *line = cut;
                    }
                    break;
                }
                _ => lines.extend(self.fit(word, room, text_width)),
            }
        }
        lines
    }
}
