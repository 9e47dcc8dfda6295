//! A cell of a table: its words, its links, and the parts that it falls into.

use std::ops::Range;

use crate::text::one_line;

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    /// What is to be read, lines parted by `\n`.
    pub(crate) text: String,
    /// Its links, in order: the bytes of `text` that they take, and what they lead to: an article or an address.
    pub(crate) links: Vec<(Range<usize>, String)>,
    /// Bytes of the input.
    pub(crate) at: Range<usize>,
    pub(crate) is_header: bool,
    /// What a spreadsheet calls it.
    pub(crate) name: Option<String>,
    /// Whether it is that of another row or column, which it spans.
    pub(crate) is_spanned: bool,
}

impl Cell {
    /// A cell of plain text.
    pub(crate) fn plain(text: impl Into<String>, at: Range<usize>) -> Self {
        Self { text: text.into(), at, ..Self::default() }
    }

    /// Whether nothing is to be read in it.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.chars().all(|letter| letter.is_whitespace() || "-–—/?".contains(letter))
            || ["n/a", "none", "n.a."].iter().any(|nothing| nothing.eq_ignore_ascii_case(self.text.trim()))
    }

    /// Its text in one line.
    pub(crate) fn line(&self) -> String {
        self.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Its parts between line ends and these signs; no link is parted. Each with what its last link leads to.
    pub(crate) fn parts(&self, signs: &[char]) -> Vec<Part<'_>> {
        let mut parts = Vec::new();
        let mut start = 0;
        let inside = |at: usize| self.links.iter().any(|(range, _)| range.contains(&at));
        let mut depth = 0_usize;
        let ends = self.text.char_indices().filter(|&(at, letter)| {
            match letter {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            letter == '\n' || (signs.contains(&letter) && !inside(at) && depth == 0)
        });
        for (end, letter) in ends.chain([(self.text.len(), '\n')]) {
            let text = self.text.get(start..end).unwrap_or_default();
            if !text.trim().is_empty() {
                parts.push(Part { text: text.trim(), at: start..end, link: self.last_link(start..end) });
            }
            start = end + letter.len_utf8();
        }
        parts
    }

    /// Its lines, each a cell with its own links.
    pub(crate) fn lines(&self) -> Vec<Self> {
        let mut lines = Vec::new();
        let mut start = 0;
        for line in self.text.split('\n') {
            let range = start..start + line.len();
            let inside = |(link, _): &&(Range<usize>, String)| range.start <= link.start && link.end <= range.end;
            let links = self.links.iter().filter(inside);
            let links = links.map(|(link, target)| (link.start - start..link.end - start, target.clone())).collect();
            lines.push(Self { text: line.to_owned(), links, ..self.clone() });
            start = range.end + 1;
        }
        lines
    }

    /// Its parts each of which ends with a link, between commas, `and` and line ends; what has no link belongs to the next.
    pub(crate) fn linked_parts(&self) -> Vec<Part<'_>> {
        let inside = |at: usize| self.links.iter().any(|(range, _)| range.contains(&at));
        let ends = self.text.char_indices().filter_map(|(at, letter)| {
            let is_and = self.text.get(at..).is_some_and(|rest| rest.starts_with(" and "));
            let length = if is_and { " and ".len() } else { letter.len_utf8() };
            (!inside(at) && (is_and || [',', ';', '\n'].contains(&letter))).then_some((at, length, letter == '\n'))
        });
        let mut parts: Vec<Part<'_>> = Vec::new();
        let mut start = 0;
        for (end, length, is_line) in ends.chain([(self.text.len(), 0, true)]) {
            let link = self.last_link(start..end);
            if link.is_none() && !is_line {
                continue;
            }
            let text = self.text.get(start..end).unwrap_or_default().trim();
            if !text.is_empty() {
                parts.push(Part { text, at: start..end, link });
            }
            start = end + length;
        }
        parts
    }

    /// Its parts, with each link a part of its own where nothing but signs stands between several.
    pub(crate) fn named_parts(&self, signs: &[char]) -> Vec<Part<'_>> {
        self.parts(signs).into_iter().flat_map(|part| self.split_at_links(part)).collect()
    }

    fn split_at_links<'a>(&'a self, part: Part<'a>) -> Vec<Part<'a>> {
        let links: Vec<Link<'_>> = self.links_in(part.at.clone()).collect();
        let mut between = String::new();
        let mut at = part.at.start;
        for link in &links {
            between += self.text.get(at..link.at.start).unwrap_or_default();
            at = at.max(link.at.end);
        }
        between += self.text.get(at..part.at.end).unwrap_or_default();
        let is_sign = |letter: char| letter.is_whitespace() || ",;/&·•+".contains(letter);
        if links.len() < 2 || !between.replace(" and ", " ").chars().all(is_sign) {
            return vec![part];
        }
        links.into_iter().map(|link| Part { text: link.words, at: link.at.clone(), link: Some(link) }).collect()
    }

    /// The last link in a part of the text.
    fn last_link(&self, range: Range<usize>) -> Option<Link<'_>> {
        self.links_in(range).last()
    }

    /// The links in a part of the text, in order.
    fn links_in(&self, range: Range<usize>) -> impl Iterator<Item = Link<'_>> {
        let inside = move |link: &&(Range<usize>, String)| range.start <= link.0.start && link.0.end <= range.end;
        self.links.iter().filter(inside).filter_map(|(range, target)| {
            let words = self.text.get(range.clone())?;
            Some(Link { at: range.clone(), words, target })
        })
    }
}

/// A part of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part<'a> {
    pub(crate) text: &'a str,
    /// Bytes of the cell's text, with blanks around it.
    pub(crate) at: Range<usize>,
    /// Its last link.
    pub(crate) link: Option<Link<'a>>,
}

/// Words that lead somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link<'a> {
    at: Range<usize>,
    pub(crate) words: &'a str,
    target: &'a str,
}

/// A name, and what it leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) name: String,
    /// An article or an address; empty where there is none, or it is the name itself.
    pub(crate) link: String,
}

impl Named {
    /// A name that leads nowhere.
    pub(crate) fn plain(name: impl Into<String>) -> Self {
        Self { name: clean(&name.into()), link: String::new() }
    }

    /// By what it is known again: names that lead to one article name one thing.
    pub(crate) fn identity(&self) -> &str {
        if self.link.is_empty() { &self.name } else { &self.link }
    }
}

/// A name as a file of trips has it, so that names that are told apart here are told apart there.
fn clean(name: &str) -> String {
    one_line(name).trim().to_owned()
}

impl Part<'_> {
    /// What the part names: where all of it is one link, with what that leads to.
    pub(crate) fn named(&self) -> Named {
        let link = self.link.as_ref().filter(|link| link.words == self.text && link.target != self.text);
        Named { name: clean(self.text), link: link.map(|link| link.target.to_owned()).unwrap_or_default() }
    }
}
