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
    pub(crate) const fn regular(size: f32, role: Role) -> Self {
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
    pub(crate) fn fit(self, text: &str, room: f32, text_width: TextWidth<'_>) -> Option<String> {
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
    pub(crate) fn wrap(self, text: &str, room: f32, most: usize, text_width: TextWidth<'_>) -> Vec<String> {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Every character is as wide as its size.
    fn monospace(text: &str, size: f32, _: Weight) -> f32 {
        text.chars().map(|_| size).sum()
    }

    #[test]
    fn text_is_cut_only_when_it_must() {
        let style = Style::regular(10.0, Role::Text);
        let check = |text: &str, room: f32, expected: Option<&str>| {
            assert_eq!(style.fit(text, room, &monospace).as_deref(), expected, "{text} in {room}");
        };
        check("Moscow", 60.0, Some("Moscow"));
        check("Moscow", 59.0, Some("Mosc…"));
        check("Brdo pri Kranju", 60.0, Some("Brdo…"));
        check("Moscow", 30.0, Some("Mo…"));
        check("Moscow", 29.0, None);
        check("", 0.0, Some(""));
    }

    #[test]
    fn lines_break_between_words() {
        let style = Style::regular(10.0, Role::Text);
        let check = |text: &str, room: f32, expected: &[&str]| {
            assert_eq!(style.wrap(text, room, 3, &monospace), expected, "{text} in {room}");
        };
        check("one two three", 130.0, &["one two three"]);
        check("one two three", 129.0, &["one two", "three"]);
        check("one two three", 40.0, &["one", "two", "thr…"]);
        check("one two three four", 50.0, &["one", "two", "thre…"]);
        check("  ", 40.0, &[]);
    }
}
