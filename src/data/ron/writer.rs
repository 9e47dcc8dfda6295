//! Writes RON bit by bit, so that a file may be larger than memory.

use std::fmt::Write as _;
use std::io;

/// The text is handed on once this many bytes are waiting.
const BUFFER_SIZE: usize = 1 << 16;
const INDENT: &str = "    ";

/// Writes brackets, fields, values and the commas between them, laid out as people do or all in one line.
///
/// A *block* has a line for each of its parts; an *item* or a *field* in brackets stands in one line.
#[derive(Debug)]
pub struct RonWriter<W> {
    out: W,
    buffer: String,
    compact: bool,
    /// How many brackets are open.
    depth: usize,
    /// Nothing stands behind the last open bracket.
    is_empty: bool,
    /// How many brackets are open whose parts all stand in one line.
    inline_depth: usize,
}

impl<W: io::Write> RonWriter<W> {
    /// Writes to `out`, in one line if `compact`.
    pub fn new(out: W, compact: bool) -> Self {
        let buffer = String::with_capacity(2 * BUFFER_SIZE);
        Self { out, buffer, compact, depth: 0, is_empty: true, inline_depth: 0 }
    }

    /// Begins a value whose parts have a line each.
    ///
    /// # Errors
    ///
    /// Whatever writing fails with.
    pub fn open_block(&mut self, bracket: &str) -> io::Result<()> {
        self.separate();
        self.open(bracket);
        self.write_full()
    }

    /// Begins a field that is a list, whose items have a line each.
    ///
    /// # Errors
    ///
    /// Whatever writing fails with.
    pub fn open_list(&mut self, name: &str) -> io::Result<()> {
        self.name(name);
        self.open("[");
        self.write_full()
    }

    /// Ends a block or list.
    ///
    /// # Errors
    ///
    /// Whatever writing fails with.
    pub fn close_block(&mut self, bracket: &str) -> io::Result<()> {
        self.depth -= 1;
        if !self.compact && !self.is_empty {
            self.buffer.push(',');
            self.new_line();
        }
        self.buffer.push_str(bracket);
        self.is_empty = false;
        self.write_full()
    }

    /// Begins an item whose parts all stand in its line.
    pub fn open_item(&mut self, bracket: &str) {
        self.separate();
        self.open(bracket);
        self.inline_depth += 1;
    }

    /// Ends an item.
    ///
    /// # Errors
    ///
    /// Whatever writing fails with.
    pub fn close_item(&mut self, bracket: &str) -> io::Result<()> {
        self.close_field(bracket);
        self.write_full()
    }

    /// Begins a field in brackets whose parts all stand in its line.
    pub fn open_field(&mut self, name: &str, bracket: &str) {
        self.name(name);
        self.open(bracket);
        self.inline_depth += 1;
    }

    /// Ends a field in brackets.
    pub fn close_field(&mut self, bracket: &str) {
        self.buffer.push_str(bracket);
        self.depth -= 1;
        self.inline_depth -= 1;
        self.is_empty = false;
    }

    /// Writes a field that is a text.
    pub fn text(&mut self, name: &str, text: &str) {
        self.name(name);
        self.quoted(text);
    }

    /// Writes a field that is a list of texts.
    pub fn texts(&mut self, name: &str, texts: &[impl AsRef<str>]) {
        self.open_field(name, "[");
        for text in texts {
            self.item_text(text.as_ref());
        }
        self.close_field("]");
    }

    /// Writes a text as a part of a list.
    pub fn item_text(&mut self, text: &str) {
        self.separate();
        self.quoted(text);
    }

    /// Writes a field whose value stands without quotes.
    pub fn word(&mut self, name: &str, word: &str) {
        self.name(name);
        self.buffer.push_str(word);
    }

    /// Writes what is still waiting, with a line end after indented text.
    ///
    /// # Errors
    ///
    /// Whatever writing fails with.
    pub fn finish(mut self) -> io::Result<()> {
        if !self.compact {
            self.buffer.push('\n');
        }
        self.out.write_all(self.buffer.as_bytes())?;
        self.out.flush()
    }

    /// Writes what stands before the next part of the innermost bracket: a comma, a blank, a new line.
    fn separate(&mut self) {
        let is_first = std::mem::replace(&mut self.is_empty, false);
        if self.depth == 0 {
            return;
        }
        if !is_first {
            self.buffer.push(',');
        }
        match (self.compact, self.inline_depth) {
            (true, _) => {}
            (false, 0) => self.new_line(),
            (false, _) if is_first => {}
            (false, _) => self.buffer.push(' '),
        }
    }

    fn new_line(&mut self) {
        self.buffer.push('\n');
        for _ in 0..self.depth {
            self.buffer.push_str(INDENT);
        }
    }

    fn name(&mut self, name: &str) {
        self.separate();
        self.buffer.push_str(name);
        self.buffer.push_str(if self.compact { ":" } else { ": " });
    }

    fn open(&mut self, bracket: &str) {
        self.buffer.push_str(bracket);
        self.depth += 1;
        self.is_empty = true;
    }

    /// Writes a text in quotes, escaped as in Rust, which RON reads.
    fn quoted(&mut self, text: &str) {
        _ = write!(self.buffer, "{text:?}");
    }

    fn write_full(&mut self) -> io::Result<()> {
        if BUFFER_SIZE <= self.buffer.len() {
            self.out.write_all(self.buffer.as_bytes())?;
            self.buffer.clear();
        }
        Ok(())
    }
}
