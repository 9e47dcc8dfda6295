//! What is written around a figure: its title above, its caption below. A window has neither.

use super::chart::{Chart, Frame};
use crate::layout::{
    scene::{Anchor, Point, Role, Shape},
    text::Style,
};

/// Left end of title and caption, and the room they leave at the right.
const LEFT: f32 = 14.0;

const TITLE: Style = Style::semi_bold(20.0, Role::Text);
const TITLE_LINE: f32 = 26.0;
/// Room above and below the title together.
const TITLE_MARGIN: f32 = 20.0;
const MOST_TITLE_LINES: usize = 2;

const CAPTION: Style = Style::regular(11.0, Role::TextMuted);
const CAPTION_LINE: f32 = 16.0;
/// Room below the caption.
const CAPTION_MARGIN: f32 = 10.0;
/// A caption must never crowd out what it explains; the whole of each paragraph is in the file's description.
const MOST_PARAGRAPH_LINES: usize = 5;

/// Height of the title, 0 where there is none.
pub(crate) fn title_height(chart: &Chart<'_>) -> f32 {
    height(title_lines(chart).len(), TITLE_LINE, TITLE_MARGIN)
}

/// Height of the caption, 0 where there is none.
pub(crate) fn caption_height(chart: &Chart<'_>) -> f32 {
    height(caption_lines(chart).len(), CAPTION_LINE, CAPTION_MARGIN)
}

/// The lines of the title.
pub(crate) fn title(frame: &Frame<'_>) -> Vec<Shape> {
    stacked(TITLE, title_lines(&frame.chart), frame.areas.title.top + TITLE_MARGIN / 2.0, TITLE_LINE)
}

/// The lines of the caption.
pub(crate) fn caption(frame: &Frame<'_>) -> Vec<Shape> {
    stacked(CAPTION, caption_lines(&frame.chart), frame.areas.caption.top, CAPTION_LINE)
}

fn title_lines(chart: &Chart<'_>) -> Vec<String> {
    TITLE.wrap(chart.furniture.title, chart.viewport.width - 2.0 * LEFT, MOST_TITLE_LINES, chart.text_width)
}

fn caption_lines(chart: &Chart<'_>) -> Vec<String> {
    let room = chart.viewport.width - 2.0 * LEFT;
    let paragraphs = chart.furniture.caption.iter();
    paragraphs.flat_map(|text| CAPTION.wrap(text, room, MOST_PARAGRAPH_LINES, chart.text_width)).collect()
}

#[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
fn height(lines: usize, line_height: f32, margin: f32) -> f32 {
    if lines == 0 { 0.0 } else { lines as f32 * line_height + margin }
}

/// Lines of text below each other.
fn stacked(style: Style, lines: Vec<String>, top: f32, line_height: f32) -> Vec<Shape> {
    let mut middle_y = top + line_height / 2.0;
    let mut set = |line| {
        let at = Point { x: LEFT, y: style.baseline(middle_y) };
        middle_y += line_height;
        style.at(at, Anchor::Start, line)
    };
    lines.into_iter().map(&mut set).collect()
}
