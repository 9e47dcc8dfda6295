//! Finds the parts of RON text (fields, lists, items) without reading their values.
//!
//! Nothing here fails. What is broken is handed on as it stands, with how it ended, and
//! [`Pieces::recover`] finds the place to go on from.

use std::ops::Range;

use super::lexer::{Token, TokenKind, Tokens};

/// An item that is still open after this many bytes has probably lost a bracket or a quote: from there on it ends at the
/// latest where a line looks like the next one, so that a slip in a large file does not take reading it to its end.
const LONGEST_ITEM: usize = 1 << 20;

/// How a value came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// As it should.
    Closed,
    /// A bracket that belongs to something around it came first.
    Foreign,
    /// The text ended first.
    OfText,
}

/// A part of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// A field whose value is no list.
    Field { name: Range<usize>, value: Range<usize>, end: End },
    /// A field whose value is a list; its items follow.
    List { name: Range<usize> },
    /// An item of the last list.
    Item { range: Range<usize>, end: End },
    /// Something that should not be, or should be and is not.
    Fault { kind: Fault, range: Range<usize> },
}

/// What is wrong between the pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The text does not begin with `(`.
    NoOpening,
    /// No comma before this.
    MissingComma,
    /// Nothing of this sort belongs here.
    Unexpected,
    /// The list has no `]`; the range is its name.
    UnclosedList,
    /// The text ends here, before its last bracket.
    CutOff,
    /// Something follows the last bracket; the range is all of it.
    AfterEnd,
}

/// The pieces of a file, in order. The next is looked for only when asked for.
#[derive(Debug)]
pub(super) struct Pieces<'a> {
    text: &'a str,
    tokens: Tokens<'a>,
    known_fields: &'static [&'static str],
    state: State,
    /// A piece went before, and no comma since.
    needs_comma: bool,
    /// The last bracket of the file has been seen.
    closed: bool,
    /// Name of the field being read.
    name: Range<usize>,
    /// How far the items of this list are indented, once one of them starts a line.
    item_indent: Option<usize>,
    /// See [`Pieces::stop_at_item_lines`].
    stops_at_item_lines: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Opening,
    Fields,
    Items,
    Done,
}

impl<'a> Pieces<'a> {
    /// The pieces of `text`, whose fields should be among `known_fields`.
    pub(super) fn new(text: &'a str, known_fields: &'static [&'static str]) -> Self {
        let mut pieces = Self {
            text,
            tokens: Tokens::new(text, 0),
            known_fields,
            state: State::Opening,
            needs_comma: false,
            closed: false,
            name: 0..0,
            item_indent: None,
            stops_at_item_lines: false,
        };
        while pieces.tokens.rest().starts_with("#!") {
            pieces.tokens.next();
            pieces.tokens.next();
            pieces.value();
        }
        pieces
    }

    /// Where the next token stands: at first, right after the `#![…]` attributes.
    pub(super) fn offset(&self) -> usize {
        self.tokens.offset()
    }

    /// Where an item of the list begins, if one comes next and nothing is missing before it.
    pub(super) fn item_start(&mut self) -> Option<usize> {
        if self.state != State::Items {
            return None;
        }
        if self.needs_comma && self.tokens.peek()?.kind == TokenKind::Comma {
            self.needs_comma = false;
            self.tokens.next();
        }
        (!self.needs_comma).then_some(self.offset())
    }

    /// Passes over the item that stands here; whether it is followed, as it should be, by a comma or the end of the list,
    /// and was passed over.
    pub(super) fn pass_item(&mut self, range: Range<usize>) -> bool {
        let after = Tokens::new(self.text, range.end);
        let ends_well = after.rest().starts_with([',', ']']);
        if ends_well {
            self.tokens = after;
            self.note_item(range.start);
        }
        ends_well
    }

    /// Notes that an item began here.
    fn note_item(&mut self, start: usize) {
        self.needs_comma = true;
        if self.item_indent.is_none() {
            self.item_indent = indent_of(self.text, start);
        }
    }

    /// Whether nothing more is read.
    pub(super) fn is_done(&self) -> bool {
        self.state == State::Done
    }

    /// Whether nothing but blanks and comments is left.
    pub(super) fn is_at_end(&self) -> bool {
        self.tokens.peek().is_none()
    }

    /// From now on an item ends at the latest where a line looks like the next one.
    ///
    /// Every broken item is else followed to the end of the text, which takes too long when there are many.
    /// The price: a quoted text with such a line in it is cut, though nothing is wrong with it.
    pub(super) fn stop_at_item_lines(&mut self) {
        self.stops_at_item_lines = true;
    }

    /// To be called when the last piece proved broken: finds where the file makes sense again, and goes on there.
    ///
    /// That is a line which starts like the list's other items, or ends the list, or starts a known field.
    /// Where the brackets of the piece match, such a line counts only inside a quoted text: then a quote is missing,
    /// and legal text is never split.
    pub(super) fn recover(&mut self, piece: Range<usize>, end: End) -> Option<usize> {
        let swallowed: Vec<_> = Tokens::new(self.text, piece.start)
            .take_while(|token| token.range.start < piece.end)
            .filter(|token| token.kind == TokenKind::Text)
            .map(|token| token.range)
            .collect();
        let limit = if end == End::Closed { piece.end } else { self.text.len() };
        let at = self
            .text
            .get(piece.start..limit)?
            .match_indices('\n')
            .map(|(newline, _)| piece.start + newline + 1)
            .filter_map(|line| self.fresh_start(line))
            .find(|&at| end != End::Closed || swallowed.iter().any(|text| text.contains(&at)))?;
        self.tokens = Tokens::new(self.text, at);
        self.needs_comma = false;
        Some(at)
    }

    /// Where the text of this line begins, if it looks like an item, the end of the list or a field.
    fn fresh_start(&self, line: usize) -> Option<usize> {
        let text = self.text.get(line..)?;
        let body = text.trim_start_matches([' ', '\t']);
        let indent = text.len() - body.len();
        let item = self.state == State::Items && self.item_indent == Some(indent) && body.starts_with('(');
        let outside = indent <= self.name.start - line_start(self.text, self.name.start)
            && self.item_indent.is_none_or(|item_indent| indent < item_indent);
        let list_end = self.state == State::Items && body.starts_with(']');
        let at = line + indent;
        let start = item || outside && (list_end || self.begins_known_field(body));
        start.then_some(at)
    }

    fn begins_known_field(&self, text: &str) -> bool {
        let after_name = |field: &&str| text.strip_prefix(*field);
        let mut after_names = self.known_fields.iter().filter_map(after_name);
        after_names.any(|after| after.trim_start().starts_with(':'))
    }

    fn opening(&mut self) -> Option<Piece> {
        let first = self.tokens.peek()?;
        let mut after_name = self.tokens.clone();
        if first.kind == TokenKind::Word {
            after_name.next();
        }
        if after_name.rest().starts_with('(') {
            after_name.next();
            self.tokens = after_name;
            self.state = State::Fields;
            return self.next();
        }
        // Without its outer brackets a file can still be read.
        self.closed = true;
        self.state = if self.begins_known_field(self.tokens.rest()) { State::Fields } else { State::Done };
        fault(Fault::NoOpening, first.range)
    }

    fn field(&mut self) -> Option<Piece> {
        let Some(token) = self.tokens.peek() else {
            return self.cut_off();
        };
        if begins_field(&self.tokens) {
            self.tokens.next();
            self.tokens.next();
            self.name = token.range.clone();
            if self.tokens.rest().starts_with('[') {
                self.tokens.next();
                self.state = State::Items;
                self.item_indent = None;
                return Some(Piece::List { name: token.range });
            }
            let (value, end) = self.value();
            self.needs_comma = true;
            return Some(Piece::Field { name: token.range, value, end });
        }
        if self.text.get(token.range.clone()) == Some(")") {
            return self.closing(&token);
        }
        let range = self.pass_over(&token);
        if self.is_at_end() && token.kind == TokenKind::Word { self.cut_off() } else { fault(Fault::Unexpected, range) }
    }

    /// A closing bracket after the fields: the last of the file, or one too many before more fields.
    fn closing(&mut self, token: &Token) -> Option<Piece> {
        self.closed = true;
        self.tokens.next();
        let mut after = self.tokens.clone();
        if after.peek().is_some_and(|next| next.kind == TokenKind::Comma) {
            after.next();
        }
        if self.begins_known_field(after.rest()) {
            return fault(Fault::Unexpected, token.range.clone());
        }
        self.state = State::Done;
        let rest = self.offset()..self.text.trim_end().len();
        if rest.is_empty() { None } else { fault(Fault::AfterEnd, rest) }
    }

    fn item(&mut self) -> Option<Piece> {
        let Some(token) = self.tokens.peek() else {
            return self.cut_off();
        };
        match token.kind {
            TokenKind::Close if self.text.get(token.range.clone()) == Some("]") => {
                self.tokens.next();
                self.state = State::Fields;
                self.needs_comma = true;
                self.next()
            }
            // The file's own last bracket, or one too many?
            TokenKind::Close | TokenKind::Comma => {
                let mut after = self.tokens.clone();
                after.next();
                if after.next().is_none() && token.kind == TokenKind::Close {
                    self.unclosed_list()
                } else {
                    self.tokens.next();
                    fault(Fault::Unexpected, token.range)
                }
            }
            _ if self.begins_known_field(self.tokens.rest()) => self.unclosed_list(),
            _ => {
                let (range, end) = self.value();
                self.note_item(range.start);
                Some(Piece::Item { range, end })
            }
        }
    }

    fn unclosed_list(&mut self) -> Option<Piece> {
        self.state = State::Fields;
        self.needs_comma = false;
        fault(Fault::UnclosedList, self.name.clone())
    }

    fn cut_off(&mut self) -> Option<Piece> {
        self.state = State::Done;
        let end = self.text.trim_end().len();
        let last = self.text.get(..end)?.char_indices().next_back()?.0;
        if self.closed { None } else { fault(Fault::CutOff, last..end) }
    }

    /// Passes over what does not belong here: a token, or all that a bracket holds.
    fn pass_over(&mut self, token: &Token) -> Range<usize> {
        if token.kind == TokenKind::Open {
            return self.value().0;
        }
        self.tokens.next();
        token.range.clone()
    }

    /// Where the next item begins, when it has to begin at or within this token of a value.
    ///
    /// `length` is how long the value is up to here, in bytes.
    fn next_item_line(&self, token: &Token, length: usize) -> Option<usize> {
        let has_gone_far = LONGEST_ITEM < length || self.stops_at_item_lines && 0 < length;
        if !has_gone_far || self.state != State::Items || self.item_indent.is_none() {
            return None;
        }
        let text = self.text.get(token.range.clone())?;
        let lines = text.match_indices('\n').map(|(newline, _)| token.range.start + newline + 1);
        let own_line = indent_of(self.text, token.range.start).map(|indent| token.range.start - indent);
        let mut lines = own_line.into_iter().chain(lines);
        lines.find_map(|line| self.fresh_start(line))
    }

    /// Passes over a value, up to the comma, bracket or field that follows it.
    fn value(&mut self) -> (Range<usize>, End) {
        let start = self.offset();
        let mut range = start..start;
        let mut open: Vec<&str> = Vec::new();
        while let Some(token) = self.tokens.peek() {
            if let Some(next_item) = self.next_item_line(&token, range.len()) {
                range.end = next_item;
                return (range, End::OfText);
            }
            let text = self.text.get(token.range.clone()).unwrap_or("");
            match token.kind {
                TokenKind::Open => open.push(text),
                TokenKind::Close => match open.iter().rposition(|open| closes(open, text)) {
                    // A bracket in between that lacks its end is for the reader to report.
                    Some(depth) => open.truncate(depth),
                    None if open.is_empty() => return (range, End::Closed),
                    None => return (range, End::Foreign),
                },
                TokenKind::Comma if open.is_empty() => return (range, End::Closed),
                TokenKind::Word if open.is_empty() && !range.is_empty() && begins_field(&self.tokens) => {
                    return (range, End::Closed);
                }
                _ => {}
            }
            range.end = token.range.end;
            self.tokens.next();
            if !token.closed {
                return (range, End::OfText);
            }
            if token.kind == TokenKind::Close && open.is_empty() {
                return (range, End::Closed);
            }
        }
        (range, if open.is_empty() { End::Closed } else { End::OfText })
    }
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        if self.needs_comma
            && let Some(token) = self.tokens.peek()
        {
            self.needs_comma = false;
            match token.kind {
                TokenKind::Comma => _ = self.tokens.next(),
                TokenKind::Close => {}
                _ => return fault(Fault::MissingComma, token.range),
            }
        }
        match self.state {
            State::Opening => self.opening(),
            State::Fields => self.field(),
            State::Items => self.item(),
            State::Done => None,
        }
    }
}

/// Whether `close` is the bracket that ends what `open` began.
pub(super) fn closes(open: &str, close: &str) -> bool {
    matches!((open, close), ("(", ")") | ("[", "]") | ("{", "}"))
}

/// Whether a name and a colon come next.
fn begins_field(tokens: &Tokens<'_>) -> bool {
    let mut tokens = tokens.clone();
    let mut next = || tokens.next().map(|token| token.kind);
    (next(), next()) == (Some(TokenKind::Word), Some(TokenKind::Colon))
}

#[expect(clippy::unnecessary_wraps, reason = "every caller is about to return the next piece")]
fn fault(kind: Fault, range: Range<usize>) -> Option<Piece> {
    Some(Piece::Fault { kind, range })
}

fn line_start(text: &str, offset: usize) -> usize {
    text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

/// How many blanks stand before `offset` on its line; `None` when anything else does.
fn indent_of(text: &str, offset: usize) -> Option<usize> {
    let before = text.get(..offset)?;
    let body = before.trim_end_matches([' ', '\t']);
    (body.is_empty() || body.ends_with('\n')).then_some(before.len() - body.len())
}
