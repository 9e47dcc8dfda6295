//! A file's text, with lines and columns for its byte offsets.

use std::ops::Range;
use std::sync::OnceLock;

use memchr::{memchr_iter, memrchr};

use super::fingerprint::Fingerprint;
use super::json;
use super::problem::TextPlace;

/// After this many bytes lines and characters are counted anew.
const CHUNK: usize = 4096;

/// The byte order mark that some editors put before a text.
const MARK: &str = "\u{feff}";

/// At most this many bytes of a line are kept before a place, and after it begins: a program can write a whole file
/// as one line.
const EXCERPT: usize = 1024;

/// A text whose lines can be counted: that of a file, or of several one after the other.
#[derive(Clone, Debug, Default)]
pub struct SourceText {
    text: String,
    /// The same as RON, byte for byte, where it is JSON.
    ron: Option<String>,
    /// Where the text of each of several files begins, and the file's name.
    files: Vec<(usize, String)>,
    /// Whether a byte order mark stood before it.
    has_mark: bool,
    /// What lies before each chunk; counted when first asked for.
    counts: OnceLock<Box<[Counts]>>,
}

/// What lies before a byte.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    newlines: usize,
    characters: usize,
}

impl Counts {
    /// With these bytes added.
    fn and(self, bytes: &[u8]) -> Self {
        // All bytes of a character in UTF-8 but the first are 0b10xx_xxxx.
        let characters = bytes.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count();
        Self { newlines: self.newlines + memchr_iter(b'\n', bytes).count(), characters: self.characters + characters }
    }
}

impl SourceText {
    /// Takes the text of a file; a byte order mark is left out.
    #[must_use]
    pub fn new(mut text: String) -> Self {
        let has_mark = text.starts_with(MARK);
        if has_mark {
            text.remove(0);
        }
        let ron = json::is_of_trips(&text).then(|| json::to_ron(&text));
        Self { text, ron, has_mark, ..Self::default() }
    }

    /// Appends the text of another file of this name, and tells where it begins: places in it name the file, and count its
    /// lines alone.
    pub fn push(&mut self, name: &str, other: &Self) -> usize {
        let start = self.text.len();
        match &other.files[..] {
            [] => self.files.push((start, name.to_owned())),
            files => self.files.extend(files.iter().map(|(own_start, name)| (start + own_start, name.clone()))),
        }
        if self.ron.is_some() || other.ron.is_some() {
            self.ron.get_or_insert_with(|| self.text.clone()).push_str(other.as_str());
        }
        self.text.push_str(&other.text);
        if !self.text.ends_with('\n') {
            self.text.push('\n');
            self.ron.iter_mut().for_each(|ron| ron.push('\n'));
        }
        self.counts = OnceLock::new();
        start
    }

    /// The fingerprint of the file it was taken from.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of_parts(&[if self.has_mark { MARK } else { "" }, &self.text])
    }

    /// The whole text; where it is JSON, as RON, in which every place is the same.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.ron.as_deref().unwrap_or(&self.text)
    }

    /// Line, column and underline of a byte range; the underline ends with the range's first line.
    ///
    /// Offsets beyond the text or inside a character are drawn back to the nearest character.
    #[must_use]
    pub fn place(&self, range: Range<usize>) -> TextPlace {
        let start = self.text.floor_char_boundary(range.start);
        let before = self.before(start);
        let line_start = self.line_start(start, before.newlines);
        let column = before.characters - self.before(line_start).characters + 1;
        let excerpt_start = self.text.ceil_char_boundary(line_start.max(start.saturating_sub(EXCERPT)));
        let excerpt_end = self.text.floor_char_boundary(start.saturating_add(EXCERPT));
        let text = self.text.get(excerpt_start..excerpt_end).unwrap_or("").lines().next().unwrap_or("");
        let end = self.text.floor_char_boundary(range.end.min(excerpt_start + text.len()));
        let characters = |from: usize, to: usize| self.text.get(from..to).map_or(0, |part| part.chars().count());
        let file = self.files.partition_point(|(begin, _)| *begin <= start).checked_sub(1);
        let file = file.and_then(|file| self.files.get(file));
        TextPlace {
            file: file.map(|(_, name)| name.clone()),
            line: before.newlines - file.map_or(0, |(begin, _)| self.before(*begin).newlines) + 1,
            column,
            width: characters(start, end).max(1),
            text: text.to_owned(),
            cut: column - 1 - characters(excerpt_start, start),
        }
    }

    /// What lies before this byte of the text.
    fn before(&self, at: usize) -> Counts {
        let chunk = at / CHUNK;
        let counts = self.counts().get(chunk).copied().unwrap_or_default();
        counts.and(self.text.as_bytes().get(chunk * CHUNK..at).unwrap_or_default())
    }

    /// Where the line begins that `at` stands on, which has this many lines before it.
    fn line_start(&self, at: usize, newlines: usize) -> usize {
        let newest = |range: Range<usize>| {
            let bytes = self.text.as_bytes().get(range.clone()).unwrap_or_default();
            memrchr(b'\n', bytes).map(|newline| range.start + newline + 1)
        };
        let own = at / CHUNK * CHUNK..at;
        newest(own).unwrap_or_else(|| {
            // The last newline stands in the last chunk that has fewer of them before it.
            let after = self.counts().partition_point(|counts| counts.newlines < newlines) * CHUNK;
            newest(after.saturating_sub(CHUNK)..after.min(at)).unwrap_or(0)
        })
    }

    fn counts(&self) -> &[Counts] {
        self.counts.get_or_init(|| {
            let mut counts = Counts::default();
            let chunks = self.text.as_bytes().chunks(CHUNK);
            let mut before = |chunk: &[u8]| {
                let after = counts.and(chunk);
                std::mem::replace(&mut counts, after)
            };
            // Also the place right behind the last whole chunk has its counts.
            chunks.chain([[].as_slice()]).map(&mut before).collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The place, found by looking at every character.
    fn counted(text: &str, start: usize) -> (usize, usize) {
        let before = text.get(..start).unwrap();
        let line = before.chars().filter(|&char| char == '\n').count() + 1;
        (line, before.chars().rev().take_while(|&char| char != '\n').count() + 1)
    }

    #[test]
    fn an_offset_anywhere_has_its_line_and_column() {
        // Lines of every length up to some chunks, with characters of one to four bytes.
        let lines = [0, 1, 5, CHUNK / 8, 0, 4 * CHUNK / 9, 3];
        let text: String = lines.iter().map(|&length| "aé北🦀".repeat(length) + "\r\n").collect();
        let source = SourceText::new(text.clone());
        for (start, _) in text.char_indices().step_by(7).chain([(text.len(), ' ')]) {
            let place = source.place(start..start + 1);
            assert_eq!((place.line, place.column), counted(&text, start), "byte {start}");
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("first\n{}HERE{}\nlast", "é".repeat(CHUNK * 5), "b".repeat(CHUNK * 5));
        let start = text.find("HERE").unwrap();
        let place = SourceText::new(text).place(start..start + 4);
        assert_eq!((place.line, place.column, place.width), (2, CHUNK * 5 + 1, 4));
        let marked: String = place.text.chars().skip(place.column - 1 - place.cut).take(place.width).collect();
        assert!(marked == "HERE" && place.text.len() <= 2 * EXCERPT);
    }

    #[test]
    fn offsets_off_the_text_are_drawn_back() {
        let source = SourceText::new("\u{feff}aé\n".to_owned());
        let place = |range| {
            let TextPlace { line, column, width, text, cut, .. } = source.place(range);
            (line, column, width, text, cut)
        };
        assert_eq!(place(2..3), (1, 2, 1, "aé".to_owned(), 0));
        assert_eq!(place(99..100), (2, 1, 1, String::new(), 0));
        let nothing = SourceText::default().place(0..1);
        assert_eq!((nothing.line, nothing.column), (1, 1));
    }

    proptest! {
        #[test]
        fn short_lines_are_kept_whole(text in "[aé🦀\n]{0,40}", at: prop::sample::Index) {
            let start = text.floor_char_boundary(at.index(text.len() + 1));
            let place = SourceText::new(text.clone()).place(start..start);
            prop_assert_eq!((place.line, place.column), counted(&text, start));
            prop_assert_eq!(place.text.as_str(), text.lines().nth(place.line - 1).unwrap_or(""));
            prop_assert_eq!(place.cut, 0);
        }
    }
}
