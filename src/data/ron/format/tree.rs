//! RON as a tree that keeps what a reader of values passes over: spelling, comments, blank lines.

use crate::data::ron::lexer::{Token, TokenKind, Tokens, block_comment};

/// A text of RON: one value, with what stands before and behind it.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    /// Such as `#![enable(implicit_some)]`.
    pub(super) attributes: Vec<&'a str>,
    pub(super) root: Part<'a>,
    /// Comments behind the value.
    pub(super) rest: Vec<Comment<'a>>,
}

/// A value, perhaps with a name, and the comments that belong to it.
#[derive(Debug)]
pub(super) struct Part<'a> {
    pub(super) before: Vec<Comment<'a>>,
    /// Whether a blank line stands right before it.
    pub(super) is_apart: bool,
    pub(super) name: Option<&'a str>,
    pub(super) value: Value<'a>,
    /// Comments in its last line; only the last of them may go on to the end of the line.
    pub(super) after: Vec<Comment<'a>>,
}

/// A value as it is spelled.
#[derive(Debug)]
pub(super) enum Value<'a> {
    /// A text, number or word.
    Plain(&'a str),
    /// A bracket with what stands in it.
    Bracket(Bracket<'a>),
}

/// A bracket with what stands in it.
#[derive(Debug)]
pub(super) struct Bracket<'a> {
    /// The word before it, as in `Trip(…)`; mostly empty.
    pub(super) word: &'a str,
    pub(super) open: &'a str,
    pub(super) close: &'a str,
    pub(super) parts: Vec<Part<'a>>,
    /// Comments before the closing bracket.
    pub(super) rest: Vec<Comment<'a>>,
}

/// A comment with its marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Comment<'a> {
    pub(super) text: &'a str,
    /// Whether a blank line stands right before it.
    pub(super) is_apart: bool,
    /// Whether nothing but blanks stands before it in its line.
    begins_line: bool,
}

/// What stands between two tokens.
struct Gap<'a> {
    comments: Vec<Comment<'a>>,
    /// Whether a line ends behind the last comment.
    ends_line: bool,
    /// Whether a blank line stands right before the next token.
    is_apart: bool,
}

impl<'a> Gap<'a> {
    /// The comments that belong to what stands before them in their line, and the others: those before a token in its
    /// line are the token's, unless it is a closing bracket.
    fn split(mut self, is_before_close: bool) -> (Vec<Comment<'a>>, Vec<Comment<'a>>) {
        let behind = self.comments.iter().take_while(|comment| !comment.begins_line).count();
        let is_before_token = behind == self.comments.len() && !self.ends_line && !is_before_close;
        let own = self.comments.split_off(if is_before_token { 0 } else { behind });
        (self.comments, own)
    }
}

/// Brackets in brackets deeper than this are not read.
const DEEPEST: usize = 100;

/// The tree of a text; `None` where it is no RON.
pub(super) fn parse(text: &str) -> Option<Tree<'_>> {
    let tokens: Vec<Token> = Tokens::new(text, 0).collect();
    let is_whole = tokens.iter().all(|token| token.closed && token.kind != TokenKind::Comment);
    let mut parser = Parser { text, tokens, at: 0 };
    let mut before = parser.gap().comments;
    let mut attributes = Vec::new();
    while parser.slice(parser.at) == Some("#") {
        attributes.push(parser.attribute()?);
        before.extend(parser.gap().comments);
    }
    let value = parser.value(0)?;
    let (after, rest) = parser.gap().split(true);
    let root = Part { before, is_apart: false, name: None, value, after };
    (is_whole && parser.at == parser.tokens.len()).then_some(Tree { attributes, root, rest })
}

struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    /// The next token.
    at: usize,
}

impl<'a> Parser<'a> {
    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn slice(&self, at: usize) -> Option<&'a str> {
        self.text.get(self.tokens.get(at)?.range.clone())
    }

    /// `#![…]`, up to its closing bracket.
    fn attribute(&mut self) -> Option<&'a str> {
        let start = self.tokens.get(self.at)?.range.start;
        let mut depth = 0_usize;
        loop {
            let token = self.tokens.get(self.at)?;
            self.at += 1;
            match token.kind {
                TokenKind::Open => depth += 1,
                TokenKind::Close if depth <= 1 => return self.text.get(start..token.range.end),
                TokenKind::Close => depth -= 1,
                _ => {}
            }
        }
    }

    /// What stands before the next token.
    fn gap(&self) -> Gap<'a> {
        let from = self.at.checked_sub(1).and_then(|at| self.tokens.get(at)).map_or(0, |token| token.range.end);
        let to = self.tokens.get(self.at).map_or(self.text.len(), |token| token.range.start);
        let mut rest = self.text.get(from..to).unwrap_or_default();
        let mut comments = Vec::new();
        let mut ends_line = from == 0;
        loop {
            let (blanks, comment) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            // The end of a line comment is still to come here.
            let lines = blanks.matches('\n').count();
            let is_apart = 1 < lines && from != 0;
            ends_line |= 0 < lines;
            let length = if comment.starts_with("//") {
                Some(comment.find('\n').unwrap_or(comment.len()))
            } else {
                block_comment(comment)
            };
            let Some((text, behind)) = length.and_then(|length| comment.split_at_checked(length)) else {
                let ends_line = ends_line || to == self.text.len();
                return Gap { comments, ends_line, is_apart };
            };
            comments.push(Comment { text: text.trim_end(), is_apart, begins_line: ends_line });
            ends_line = false;
            rest = behind;
        }
    }

    /// A value. The tokens of a plain one stand in one piece: `-1.5` is four.
    fn value(&mut self, depth: usize) -> Option<Value<'a>> {
        let start = self.at;
        let is_plain = |kind| matches!(kind, Some(TokenKind::Word | TokenKind::Text | TokenKind::Other));
        while is_plain(self.kind(self.at)) {
            self.at += 1;
        }
        let tokens = self.tokens.get(start..self.at)?;
        let is_in_one_piece = |pair: &[Token]| matches!(pair, [one, next] if one.range.end == next.range.start);
        tokens.windows(2).all(is_in_one_piece).then_some(())?;
        let plain = match tokens {
            [] => "",
            [only] => self.text.get(only.range.clone())?,
            [first, .., last] => self.text.get(first.range.start..last.range.end)?,
        };
        if self.kind(self.at) != Some(TokenKind::Open) {
            return (!plain.is_empty()).then_some(Value::Plain(plain));
        }
        let is_word = start == self.at || (start + 1 == self.at && self.kind(start) == Some(TokenKind::Word));
        // A comment between word and bracket would be lost.
        let is_close = start == self.at || self.gap().comments.is_empty();
        (is_word && is_close && depth < DEEPEST).then_some(())?;
        let open = self.slice(self.at)?;
        self.at += 1;
        let (parts, rest) = self.parts(depth + 1)?;
        let close = self.slice(self.at)?;
        self.at += 1;
        let fits = matches!((open, close), ("(", ")") | ("[", "]") | ("{", "}"));
        fits.then_some(Value::Bracket(Bracket { word: plain, open, close, parts, rest }))
    }

    /// What stands in a bracket, up to the closing one, and the comments right before that.
    fn parts(&mut self, depth: usize) -> Option<(Vec<Part<'a>>, Vec<Comment<'a>>)> {
        let mut parts: Vec<Part<'a>> = Vec::new();
        let mut waiting: Vec<Comment<'a>> = Vec::new();
        loop {
            let gap = self.gap();
            let is_apart = gap.is_apart;
            let is_close = self.kind(self.at)? == TokenKind::Close;
            let (behind, own) = gap.split(is_close);
            add_behind(parts.last_mut(), behind, &mut waiting);
            waiting.extend(own);
            if is_close {
                return Some((parts, waiting));
            }
            let mut before = std::mem::take(&mut waiting);
            let mut name = None;
            if self.kind(self.at + 1) == Some(TokenKind::Colon) {
                name = self.slice(self.at);
                for _ in 0..2 {
                    self.at += 1;
                    before.extend(self.gap().comments);
                }
            }
            let value = self.value(depth)?;
            parts.push(Part { before, is_apart, name, value, after: Vec::new() });
            match self.kind(self.at)? {
                TokenKind::Comma => {
                    add_behind(parts.last_mut(), self.gap().comments, &mut waiting);
                    self.at += 1;
                }
                TokenKind::Close => {}
                _ => return None,
            }
        }
    }
}

/// Adds comments to the line of a part as far as that has room; the others wait for what comes next.
fn add_behind<'a>(part: Option<&mut Part<'a>>, comments: Vec<Comment<'a>>, waiting: &mut Vec<Comment<'a>>) {
    let Some(part) = part else { return waiting.extend(comments) };
    for comment in comments {
        let is_full = !waiting.is_empty() || part.after.last().is_some_and(|last| last.text.starts_with("//"));
        if is_full { waiting.push(comment) } else { part.after.push(comment) }
    }
}
