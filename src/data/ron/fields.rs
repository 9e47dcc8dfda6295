//! Where the fields of a text and their values stand.

use std::ops::Range;

use super::lexer::{TokenKind, Tokens};
use crate::data::problem::TextPlace;
use crate::data::source_text::SourceText;

/// Whether the outermost brackets of a text have a field of this name.
pub(in crate::data) fn has_outer_field(text: &str, name: &str) -> bool {
    let mut depth = 0_usize;
    let mut tokens = Tokens::new(text, 0).peekable();
    while let Some(token) = tokens.next() {
        match token.kind {
            TokenKind::Open => depth += 1,
            TokenKind::Close => depth = depth.saturating_sub(1),
            TokenKind::Word if depth == 1 => {
                let is_field = tokens.peek().is_some_and(|next| next.kind == TokenKind::Colon);
                if is_field && text.get(token.range) == Some(name) {
                    return true;
                }
            }
            _ => {}
        }
    }
    false
}

impl SourceText {
    /// The place of the quoted text `value` given to `field` in the item that begins at byte `item`;
    /// the item's first bracket if there is none.
    #[must_use]
    pub fn place_of(&self, item: usize, field: &str, value: &str) -> TextPlace {
        let quoted = format!("\"{value}\"");
        let range = self.values_of(item, field).find(|range| self.as_str().get(range.clone()) == Some(quoted.as_str()));
        self.place(range.unwrap_or(item..item + 1))
    }

    /// The place of the first field of this name; the beginning of the text if there is none.
    #[must_use]
    pub fn place_of_word(&self, field: &str) -> TextPlace {
        let mut words = Tokens::new(self.as_str(), 0).filter(|token| token.kind == TokenKind::Word);
        let word = words.find(|token| self.as_str().get(token.range.clone()) == Some(field));
        self.place(word.map_or(0..1, |token| token.range))
    }

    /// The byte ranges of the quoted texts given to `field`, alone or in a list, in the item that begins at byte `item`.
    pub fn values_of(&self, item: usize, field: &str) -> impl Iterator<Item = Range<usize>> {
        let mut depth = 0;
        let from_bracket = Tokens::new(self.as_str(), item).skip_while(|token| token.kind != TokenKind::Open);
        let mut within = from_bracket.take_while(move |token| {
            depth += i32::from(token.kind == TokenKind::Open) - i32::from(token.kind == TokenKind::Close);
            0 < depth
        });
        let mut in_list = false;
        std::iter::from_fn(move || {
            loop {
                let token = within.next()?;
                match token.kind {
                    TokenKind::Text if in_list => return Some(token.range),
                    TokenKind::Comma if in_list => {}
                    TokenKind::Word
                        if self.as_str().get(token.range) == Some(field) && within.next()?.kind == TokenKind::Colon =>
                    {
                        let value = within.next()?;
                        if value.kind == TokenKind::Text {
                            return Some(value.range);
                        }
                        in_list = self.as_str().get(value.range) == Some("[");
                    }
                    _ => in_list = false,
                }
            }
        })
    }
}
