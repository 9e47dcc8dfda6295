//! The smallest parts of RON text: brackets, quoted texts, words.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// One of `([{`.
    Open,
    /// One of `)]}`.
    Close,
    Comma,
    Colon,
    /// A run of letters, digits and `_`.
    Word,
    /// A text or a character with its quotes.
    Text,
    /// A comment that is never closed; others are passed over.
    Comment,
    /// Any other character.
    Other,
}

/// A token and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    /// In bytes.
    pub(super) range: Range<usize>,
    /// Whether it has its closing quote or comment mark.
    pub(super) closed: bool,
}

/// The tokens of a text; always stands at the next token or the end. Cheap to clone.
#[derive(Clone, Debug)]
pub(super) struct Tokens<'a> {
    rest: &'a str,
    at: usize,
}

impl<'a> Tokens<'a> {
    /// The tokens from `offset` on; none when that is no place between characters.
    pub(super) fn new(text: &'a str, offset: usize) -> Self {
        let mut tokens = Self { rest: text.get(offset..).unwrap_or(""), at: offset };
        tokens.skip_blanks();
        tokens
    }

    /// The text from the next token on.
    pub(super) const fn rest(&self) -> &'a str {
        self.rest
    }

    /// Where the next token starts.
    pub(super) const fn offset(&self) -> usize {
        self.at
    }

    /// The next token, without passing over it.
    pub(super) fn peek(&self) -> Option<Token> {
        let (kind, length) = token(self.rest)?;
        Some(Token { kind, range: self.at..self.at + length.unwrap_or(self.rest.len()), closed: length.is_some() })
    }

    fn skip_blanks(&mut self) {
        loop {
            let length = if self.rest.starts_with("//") {
                self.rest.find('\n').unwrap_or(self.rest.len())
            } else if self.rest.starts_with("/*") {
                block_comment(self.rest).unwrap_or(0)
            } else {
                self.rest.len() - self.rest.trim_start_matches(is_blank).len()
            };
            if length == 0 {
                return;
            }
            self.advance(length);
        }
    }

    fn advance(&mut self, length: usize) {
        self.rest = self.rest.get(length..).unwrap_or("");
        self.at += length;
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let token = self.peek()?;
        self.advance(token.range.len());
        self.skip_blanks();
        Some(token)
    }
}

/// What `text` begins with, and its length in bytes; no length where it is never closed.
fn token(text: &str) -> Option<(TokenKind, Option<usize>)> {
    let first = text.chars().next()?;
    let single = Some(first.len_utf8());
    Some(match first {
        '(' | '[' | '{' => (TokenKind::Open, single),
        ')' | ']' | '}' => (TokenKind::Close, single),
        ',' => (TokenKind::Comma, single),
        ':' => (TokenKind::Colon, single),
        '"' => (TokenKind::Text, quoted(text)),
        // Comments that are closed have been passed over.
        '/' if text.starts_with("/*") => (TokenKind::Comment, None),
        '\'' => match character(text) {
            Some(length) => (TokenKind::Text, Some(length)),
            None => (TokenKind::Other, single),
        },
        _ if is_word(first) => raw(text).unwrap_or_else(|| (TokenKind::Word, Some(word(text)))),
        _ => (TokenKind::Other, single),
    })
}

/// Length of the text in quotes that `text` begins with.
fn quoted(text: &str) -> Option<usize> {
    let mut at = 1;
    loop {
        at += text.get(at..)?.find(['"', '\\'])?;
        if text.get(at..)?.starts_with('"') {
            return Some(at + 1);
        }
        let escaped = text.get(at + 1..)?.chars().next()?;
        at += 1 + escaped.len_utf8();
    }
}

/// The text in raw quotes, such as `r#"…"#`, that `text` begins with, if any.
fn raw(text: &str) -> Option<(TokenKind, Option<usize>)> {
    let after_prefix = text.strip_prefix("br").or_else(|| text.strip_prefix('r'))?;
    let after_hashes = after_prefix.trim_start_matches('#');
    let hashes = after_prefix.get(..after_prefix.len() - after_hashes.len())?;
    let inside = after_hashes.strip_prefix('"')?;
    let before = text.len() - inside.len();
    let length = inside.find(&format!("\"{hashes}")).map(|end| before + end + 1 + hashes.len());
    Some((TokenKind::Text, length))
}

/// Length of the character in quotes; a lone `'` is none.
fn character(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('\'')?;
    if inside.starts_with('\\') {
        // The longest is '\u{10FFFF}'.
        let end = inside.char_indices().skip(2).take(10).find(|&(_, char)| char == '\'')?.0;
        return Some(end + 2);
    }
    let length = inside.chars().next()?.len_utf8();
    inside.get(length..)?.starts_with('\'').then_some(length + 2)
}

/// Length of the word, also when written `r#word`.
fn word(text: &str) -> usize {
    let body = match text.strip_prefix("r#") {
        Some(body) if body.starts_with(is_word) => body,
        _ => text,
    };
    text.len() - body.trim_start_matches(is_word).len()
}

/// Length of the block comment, with the comments inside it.
pub(super) fn block_comment(text: &str) -> Option<usize> {
    let (mut at, mut depth) = (0, 0);
    loop {
        at += text.get(at..)?.find(['/', '*'])?;
        let rest = text.get(at..)?;
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
        } else {
            at += 1;
        }
        if depth == 0 {
            return Some(at);
        }
    }
}

fn is_word(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

/// What RON takes for blank; not the no-break space.
fn is_blank(char: char) -> bool {
    matches!(
        char,
        ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
    )
}
