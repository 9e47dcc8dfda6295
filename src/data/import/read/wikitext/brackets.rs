//! Which brackets of a wikitext belong together: links, templates, comments, references.

use std::collections::HashMap;

use memchr::memmem;

/// Where brackets that have an end begin and end.
pub(super) struct Brackets {
    ends: HashMap<usize, (Kind, usize)>,
}

/// What stands between two brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Template,
    Link,
    /// A comment or a reference: nothing to be read.
    Hidden,
    /// Text in which nothing has a meaning.
    Plain,
}

/// How many brackets are open.
#[derive(Default)]
struct Counts {
    templates: usize,
    links: usize,
}

impl Counts {
    fn of(&mut self, kind: Kind) -> &mut usize {
        if kind == Kind::Link { &mut self.links } else { &mut self.templates }
    }
}

impl Brackets {
    /// Finds them in one walk. A line that begins a row, a table or a section ends all that are open: one bracket that was
    /// forgotten loses its own row and no other.
    pub(super) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut finder = Finder { text, ends: HashMap::new(), missing: Vec::new() };
        let mut open: Vec<(Kind, usize)> = Vec::new();
        let mut counts = Counts::default();
        let mut at = 0;
        while let Some(rest @ [first, behind @ ..]) = bytes.get(at..) {
            let kind = if b"{}".contains(first) { Kind::Template } else { Kind::Link };
            at = match rest {
                [b'\n', ..] => {
                    if is_boundary(behind) {
                        open.clear();
                        counts = Counts::default();
                    }
                    at + 1
                }
                [b'<', ..] => finder.tag(at),
                [b'{', b'{', ..] | [b'[', b'[', ..] => {
                    *counts.of(kind) += 1;
                    open.push((kind, at));
                    at + 2
                }
                [b'}', b'}', ..] | [b']', b']', ..] => {
                    if 0 < *counts.of(kind) {
                        while let Some((other, start)) = open.pop() {
                            *counts.of(other) -= 1;
                            if other == kind {
                                finder.ends.insert(start, (kind, at + 2));
                                break;
                            }
                        }
                    }
                    at + 2
                }
                _ => at + 1,
            };
        }
        Self { ends: finder.ends }
    }

    /// Behind the bracket that begins here.
    pub(super) fn end_of(&self, at: usize) -> Option<usize> {
        self.ends.get(&at).map(|(_, end)| *end)
    }

    /// What stands in the bracket that begins here, and where it ends.
    pub(super) fn at(&self, at: usize) -> Option<(Kind, usize)> {
        self.ends.get(&at).copied()
    }

    /// The first stroke in a part of the text that stands in no bracket.
    pub(super) fn plain_stroke(&self, text: &str, start: usize, end: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut at = start;
        while at < end {
            if bytes.get(at) == Some(&b'|') {
                return Some(at);
            }
            at = self.end_of(at).unwrap_or(at + 1);
        }
        None
    }

    /// The end of the line, in which brackets may hold further ones.
    pub(super) fn line_end(&self, text: &str, start: usize) -> usize {
        let bytes = text.as_bytes();
        let mut at = start;
        while let Some(&byte) = bytes.get(at) {
            if byte == b'\n' {
                return at;
            }
            at = match byte {
                b'{' | b'[' | b'<' => self.end_of(at).unwrap_or(at + 1),
                _ => at + 1,
            };
        }
        bytes.len()
    }
}

/// Whether a line begins something that no bracket reaches over.
fn is_boundary(line: &[u8]) -> bool {
    let line = line.trim_ascii_start();
    [b"|-".as_slice(), b"|}", b"{|", b"=="].iter().any(|start| line.starts_with(start)) && !line.starts_with(b"|}}")
}

struct Finder<'a> {
    text: &'a str,
    ends: HashMap<usize, (Kind, usize)>,
    /// Ends that do not come any more, so that they are looked for once.
    missing: Vec<&'static str>,
}

/// A longer tag is none, in bytes.
const LONGEST_TAG: usize = 4096;

/// Tags whose content is not read, or as plain text.
const TAGS: [(&str, &str, Kind); 5] = [
    ("<!--", "-->", Kind::Hidden),
    ("<ref", "</ref", Kind::Hidden),
    ("<nowiki", "</nowiki", Kind::Plain),
    ("<gallery", "</gallery", Kind::Hidden),
    ("<math", "</math", Kind::Plain),
];

impl Finder<'_> {
    /// Behind a tag and what belongs to it.
    fn tag(&mut self, at: usize) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        let is_tag = |name: &str| {
            rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
                && (name == "<!--" || rest.get(name.len()).is_some_and(|byte| b" />\n\t".contains(byte)))
        };
        let Some(&(_, end_tag, kind)) = TAGS.iter().find(|(name, ..)| is_tag(name)) else { return at + 1 };
        if end_tag != "-->" {
            // One that ends in itself has no content.
            let near = rest.get(..LONGEST_TAG).unwrap_or(rest);
            let Some((tag, _)) = memchr::memchr(b'>', near).and_then(|close| near.split_at_checked(close)) else {
                return at + 1;
            };
            if tag.ends_with(b"/") {
                let end = at + tag.len() + 1;
                self.ends.insert(at, (Kind::Hidden, end));
                return end;
            }
        }
        if self.missing.contains(&end_tag) {
            return at + 1;
        }
        let Some(found) = memmem::find(rest, end_tag.as_bytes()) else {
            self.missing.push(end_tag);
            return at + 1;
        };
        let behind =
            rest.get(found..).and_then(|tag| memchr::memchr(b'>', tag)).map_or(rest.len(), |close| found + close + 1);
        self.ends.insert(at, (kind, at + behind));
        at + behind
    }
}
