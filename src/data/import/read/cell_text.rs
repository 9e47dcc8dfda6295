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
            let words = &text[range.clone()];
            let (before, after) = (words.len() - words.trim_start().len(), words.len() - words.trim_end().len());
            *range = range.start + before..range.end - after;
        }
        match self.flag {
            Some(name) if text.is_empty() => Cell::plain(name, at),
            _ => Cell { text, links, at, ..Cell::default() },
        }
    }
}
