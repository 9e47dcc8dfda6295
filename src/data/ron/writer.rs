//! Writes RON as people lay it out, or all in one line.

use std::io;

/// Once so many bytes are waiting they are written.
const FULL: usize = 1 << 16;
const INDENT: &str = "    ";

/// Writes brackets, fields and commas. Texts must need no escaping.
pub(crate) struct Pen<W> {
    to: W,
    waiting: String,
    compact: bool,
    depth: usize,
    /// Nothing stands behind the last open bracket.
    fresh: bool,
    /// How many brackets are open whose parts all stand in one line.
    in_line: usize,
}

impl<W: io::Write> Pen<W> {
    pub(crate) fn new(to: W, compact: bool) -> Self {
        Self { to, waiting: String::with_capacity(2 * FULL), compact, depth: 0, fresh: true, in_line: 0 }
    }

    /// Begins a line for what is inside another bracket.
    fn line(&mut self) {
        if self.depth == 0 {
            return;
        }
        if self.in_line != 0 || self.compact {
            if !self.fresh {
                self.waiting.push_str(if self.compact { "," } else { ", " });
            }
        } else {
            self.waiting.push_str(if self.fresh { "\n" } else { ",\n" });
            for _ in 0..self.depth {
                self.waiting.push_str(INDENT);
            }
        }
        self.fresh = false;
    }

    fn name(&mut self, name: &str) {
        self.line();
        self.waiting.push_str(name);
        self.waiting.push_str(if self.compact { ":" } else { ": " });
    }

    fn open(&mut self, bracket: &str) {
        self.waiting.push_str(bracket);
        self.depth += 1;
        self.fresh = true;
    }

    fn quoted(&mut self, text: &str) {
        self.waiting.push('"');
        self.waiting.push_str(text);
        self.waiting.push('"');
    }

    /// An item whose parts have a line each.
    pub(crate) fn block(&mut self, bracket: &str) -> io::Result<()> {
        self.line();
        self.open(bracket);
        self.write_full()
    }

    /// A field that is a list, whose items have a line each.
    pub(crate) fn list(&mut self, name: &str) -> io::Result<()> {
        self.name(name);
        self.open("[");
        self.write_full()
    }

    /// The end of a block or list.
    pub(crate) fn end(&mut self, bracket: &str) -> io::Result<()> {
        self.depth -= 1;
        if !self.compact && !self.fresh {
            self.waiting.push_str(",\n");
            for _ in 0..self.depth {
                self.waiting.push_str(INDENT);
            }
        }
        self.waiting.push_str(bracket);
        self.fresh = false;
        self.write_full()
    }

    /// An item in a line of its own.
    pub(crate) fn open_item(&mut self, bracket: &str) {
        self.line();
        self.open(bracket);
        self.in_line += 1;
    }

    pub(crate) fn close_item(&mut self, bracket: &str) -> io::Result<()> {
        self.close_field(bracket);
        self.write_full()
    }

    /// A field in brackets in the same line.
    pub(crate) fn open_field(&mut self, name: &str, bracket: &str) {
        self.name(name);
        self.open(bracket);
        self.in_line += 1;
    }

    pub(crate) fn close_field(&mut self, bracket: &str) {
        self.waiting.push_str(bracket);
        self.depth -= 1;
        self.in_line -= 1;
        self.fresh = false;
    }

    pub(crate) fn text(&mut self, name: &str, text: &str) {
        self.name(name);
        self.quoted(text);
    }

    pub(crate) fn texts(&mut self, name: &str, texts: &[String]) {
        self.open_field(name, "[");
        for text in texts {
            self.line();
            self.quoted(text);
        }
        self.close_field("]");
    }

    /// A value without quotes.
    pub(crate) fn word(&mut self, name: &str, word: &str) {
        self.name(name);
        self.waiting.push_str(word);
    }

    fn write_full(&mut self) -> io::Result<()> {
        if self.waiting.len() < FULL {
            return Ok(());
        }
        self.to.write_all(self.waiting.as_bytes())?;
        self.waiting.clear();
        Ok(())
    }

    /// Writes what is still waiting, with a line end after indented text.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        if !self.compact {
            self.waiting.push('\n');
        }
        self.to.write_all(self.waiting.as_bytes())?;
        self.to.flush()
    }
}
