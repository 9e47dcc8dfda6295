//! The words of a cell as they are read bit by bit.

use std::ops::Range;

use crate::data::import::cell::Cell;

/// Words that were written, with their links.
#[derive(Default)]
pub(crate) struct CellText {
    text: String,
    links: Vec<(Range<usize>, String)>,
    /// Whether something lay too deep to be read.
    pub(crate) is_cut: bool,
    /// A country that only its flag names.
    pub(crate) flag: Option<String>,
}

impl CellText {
    /// Adds words as they stand; `\n` is a new line.
    pub(crate) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Begins a link; what is to be given when it ends.
    pub(crate) const fn begin_link(&self) -> usize {
        self.text.len()
    }

    /// Ends a link that leads to this article or address.
    pub(crate) fn end_link(&mut self, start: usize, target: String) {
        if start < self.text.len() {
            self.links.push((start..self.text.len(), target));
        }
    }

    /// Adds words that name something, as a link does.
    pub(crate) fn push_named(&mut self, name: &str) {
        let start = self.begin_link();
        self.push(name);
        self.end_link(start, name.to_owned());
    }

    /// The words with one blank between them, and one line end between lines.
    pub(crate) fn cell(self, at: Range<usize>) -> Cell {
        let mut text = String::with_capacity(self.text.len());
        // Where each byte has gone.
        let mut places = Vec::with_capacity(self.text.len() + 1);
        let mut pending: Option<char> = None;
        for (from, letter) in self.text.char_indices() {
            if letter.is_whitespace() {
                places.resize(from + letter.len_utf8(), text.len());
                pending = if letter == '\n' || pending == Some('\n') { Some('\n') } else { Some(' ') };
                continue;
            }
            if let Some(blank) = pending.take().filter(|_| !text.is_empty()) {
                text.push(blank);
            }
            places.resize(from + 1, text.len());
            text.push(letter);
            places.resize(from + letter.len_utf8(), text.len());
        }
        places.push(text.len());
        let place = |at: usize| places.get(at).copied().unwrap_or(text.len());
        let moved = |(range, target): (Range<usize>, String)| {
            let (start, end) = (place(range.start), place(range.end).min(text.len()));
            (start < end && text.is_char_boundary(start) && text.is_char_boundary(end)).then_some((start..end, target))
        };
        let mut links: Vec<_> = self.links.into_iter().filter_map(moved).collect();
        for (range, _) in &mut links {
            let words = text.get(range.clone()).unwrap_or_default();
            let (before, after) = (words.len() - words.trim_start().len(), words.len() - words.trim_end().len());
            *range = range.start + before..range.end - after;
        }
        match self.flag {
            Some(name) if text.is_empty() => Cell::plain(name, at),
            _ => Cell { text, links, at, ..Cell::default() },
        }
    }
}

/// A text without the marks of notes, `[1]`, `[a]` and `[note 2]`, that stand behind its words.
pub(crate) fn without_reference_marks(text: &str) -> String {
    let is_mark = |inner: &str| {
        let number = inner.strip_prefix("note ").or_else(|| inner.strip_prefix("Note ")).unwrap_or(inner);
        let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
        is_number
            || (inner.len() == 1 && inner.bytes().all(|byte| byte.is_ascii_lowercase()))
            || inner == "citation needed"
    };
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.split_once('[') {
        result.push_str(before);
        // A mark follows a word; at the beginning of a text it may be the text.
        match from.split_once(']') {
            Some((inner, behind)) if is_mark(inner) && !result.trim_end().is_empty() => rest = behind,
            _ => {
                result.push('[');
                rest = from;
            }
        }
    }
    result + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_notes_are_no_words() {
        let cases = [
            ("Met the king.[1][12] Then left.[note 2]", "Met the king. Then left."),
            ("Paris[a], Lyon", "Paris, Lyon"),
            ("[1]", "[1]"),
            ("the [sic] word, [1234] and [", "the [sic] word, [1234] and ["),
        ];
        for (text, expected) in cases {
            assert_eq!(without_reference_marks(text), expected);
        }
    }
}
