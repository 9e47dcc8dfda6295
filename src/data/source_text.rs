//! A file's text, with lines and columns for its byte offsets.

use std::ops::Range;

use super::Place;

/// A text and where its lines begin.
#[derive(Clone, Debug, Default)]
pub struct SourceText {
    text: String,
    line_starts: Vec<usize>,
}

impl SourceText {
    /// Takes the text and notes its lines.
    #[must_use]
    pub fn new(text: String) -> Self {
        let line_starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(newline, _)| newline + 1))
            .collect();
        Self { text, line_starts }
    }

    /// The whole text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Line, column and underline of a byte range; the underline ends with the range's first line.
    ///
    /// Offsets beyond the text or inside a character are drawn back to the nearest character.
    #[must_use]
    pub fn place(&self, range: Range<usize>) -> Place {
        let start = self.text.floor_char_boundary(range.start);
        let line = self.line_starts.partition_point(|&at| at <= start).max(1);
        let line_start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        let text = self.text.get(line_start..).unwrap_or("");
        let text = text.lines().next().unwrap_or("");
        let end = self.text.floor_char_boundary(range.end.min(line_start + text.len()));
        let characters = |from: usize, to: usize| self.text.get(from..to).map_or(0, |part| part.chars().count());
        Place {
            line,
            column: characters(line_start, start) + 1,
            width: characters(start, end).max(1),
            text: text.to_owned(),
        }
    }
}
