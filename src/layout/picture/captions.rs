//! What is written around a figure: its title above, its caption below. A window has neither.

use super::chart::Chart;
use crate::layout::metrics::{SMALL_TEXT, TITLE_TEXT};
use crate::layout::scene::{Anchor, Role, Shape, TextWidth, float};
use crate::layout::text::Style;

/// Left end of title and caption, and the room they leave at the right, in pixels.
pub(crate) const LEFT: f32 = 14.0;
/// Lines of the title at most.
const MOST_TITLE_LINES: usize = 2;
/// Lines of a paragraph of the caption at most: it must never crowd out what it explains. The whole of each paragraph is
/// in the file's description.
const MOST_PARAGRAPH_LINES: usize = 5;

/// Lines of text below each other; lengths are in pixels.
pub(crate) struct TextBlock {
    style: Style,
    lines: Vec<String>,
    line_height: f32,
    above: f32,
    below: f32,
}

/// The title.
pub(crate) fn title(chart: &Chart<'_>) -> TextBlock {
    TextBlock::title(chart.furniture.title, chart.viewport.width, chart.text_width)
}

/// The caption.
pub(crate) fn caption(chart: &Chart<'_>) -> TextBlock {
    TextBlock::caption(chart.furniture.caption, chart.viewport.width, chart.text_width)
}

impl TextBlock {
    /// What stands above a picture of this width.
    pub(crate) fn title(text: &str, width: f32, text_width: TextWidth<'_>) -> Self {
        let style = Style::semi_bold(TITLE_TEXT, Role::Text);
        let lines = style.wrap(text, width - 2.0 * LEFT, MOST_TITLE_LINES, text_width);
        Self { style, lines, line_height: 26.0, above: 10.0, below: 10.0 }
    }

    /// What stands below it, paragraph by paragraph.
    pub(crate) fn caption(paragraphs: &[String], width: f32, text_width: TextWidth<'_>) -> Self {
        let style = Style::regular(SMALL_TEXT, Role::TextMuted);
        let wrap = |text: &String| style.wrap(text, width - 2.0 * LEFT, MOST_PARAGRAPH_LINES, text_width);
        Self { style, lines: paragraphs.iter().flat_map(wrap).collect(), line_height: 16.0, above: 0.0, below: 10.0 }
    }

    /// Height with margins, 0 where there are no lines.
    pub(crate) fn height(&self) -> f32 {
        let height = float(self.lines.len()) * self.line_height;
        if self.lines.is_empty() { 0.0 } else { height + (self.above + self.below) }
    }

    /// The lines, from the top of their area down.
    pub(crate) fn shapes(self, top: f32) -> Vec<Shape> {
        let mut middle_y = top + self.above + self.line_height / 2.0;
        let mut shape = |line| {
            let shape = self.style.centred(LEFT, middle_y, Anchor::Start, line);
            middle_y += self.line_height;
            shape
        };
        self.lines.into_iter().map(&mut shape).collect()
    }
}
