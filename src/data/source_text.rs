//! A file's text, with lines and columns for its byte offsets.

use std::ops::Range;

use super::Place;
use super::tokens::{Kind, Tokens};

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
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(newline, _)| newline + 1)).collect();
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

    /// The place of the quoted text `value` given to `field` in the item that begins at byte `item`;
    /// the item's first bracket if there is none.
    #[must_use]
    pub fn place_of(&self, item: usize, field: &str, value: &str) -> Place {
        let quoted = format!("\"{value}\"");
        let range = self.values_of(item, field).find(|range| self.text.get(range.clone()) == Some(quoted.as_str()));
        self.place(range.unwrap_or(item..item + 1))
    }

    /// The place of the first field of this name; the beginning of the text if there is none.
    #[must_use]
    pub fn place_of_word(&self, field: &str) -> Place {
        let mut words = Tokens::new(&self.text, 0).filter(|token| token.kind == Kind::Word);
        let word = words.find(|token| self.text.get(token.range.clone()) == Some(field));
        self.place(word.map_or(0..1, |token| token.range))
    }

    /// The byte ranges of the quoted texts given to `field`, alone or in a list, in the item that begins at byte `item`.
    pub fn values_of(&self, item: usize, field: &str) -> impl Iterator<Item = Range<usize>> {
        let mut depth = 0;
        let from_bracket = Tokens::new(&self.text, item).skip_while(|token| token.kind != Kind::Open);
        let mut within = from_bracket.take_while(move |token| {
            depth += i32::from(token.kind == Kind::Open) - i32::from(token.kind == Kind::Close);
            0 < depth
        });
        let mut in_list = false;
        std::iter::from_fn(move || {
            loop {
                let token = within.next()?;
                match token.kind {
                    Kind::Text if in_list => return Some(token.range),
                    Kind::Comma if in_list => {}
                    Kind::Word if self.text.get(token.range) == Some(field) && within.next()?.kind == Kind::Colon => {
                        let value = within.next()?;
                        if value.kind == Kind::Text {
                            return Some(value.range);
                        }
                        in_list = self.text.get(value.range) == Some("[");
                    }
                    _ => in_list = false,
                }
            }
        })
    }
}
