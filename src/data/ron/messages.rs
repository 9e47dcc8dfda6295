//! Says in plain words what is wrong with a piece of the file, and where.

use std::ops::Range;

use ron::error::{Error, Position, SpannedError};

use super::lexer::{Token, TokenKind, Tokens};
use super::recovery::{End, closes};
use crate::data::problem::{Problem, ProblemCode, quote};
use crate::data::source_text::SourceText;
use crate::data::suggest;
use crate::time::{When, WhenError};

const DATE_HELP: &str = "expected an EDTF date such as 1956-06-01, 1956-06-01/1956-06-06, 1964-11 or 1966";

/// A piece of the file that could not be read.
#[derive(Debug)]
pub(super) struct ParseFailure<'a> {
    pub(super) text: &'a SourceText,
    /// What it is: `trip`, `title`.
    pub(super) noun: &'a str,
    /// Where it stands, in bytes of the file.
    pub(super) range: Range<usize>,
}

impl<'a> ParseFailure<'a> {
    /// A bracket, quote or comment that is not closed, if that is what is wrong.
    ///
    /// `recovered` tells that the file goes on after this piece.
    pub(super) fn structure(&self, end: End, recovered: bool) -> Option<Problem> {
        if end == End::OfText && !recovered {
            let message = format!("the file ends inside this {}", self.noun);
            let help = "either the rest of the file is lost, or a closing bracket or quote is missing here";
            let start = self.range.start;
            return Some(self.problem(ProblemCode::CutOff, message, start..start + 1).help(help));
        }
        let mut open: Vec<Token> = Vec::new();
        for token in self.tokens() {
            if token.kind == TokenKind::Comment {
                return Some(unclosed_comment(self.text, token.range));
            }
            if !token.closed || self.range.end < token.range.end {
                return Some(self.missing_quote());
            }
            match token.kind {
                TokenKind::Open => open.push(token),
                TokenKind::Close => {
                    let bracket = self.slice(&token.range);
                    match open.pop() {
                        Some(last) if closes(self.slice(&last.range), bracket) => {}
                        Some(last) if open.iter().any(|outer| closes(self.slice(&outer.range), bracket)) => {
                            return Some(self.unclosed(last.range));
                        }
                        _ => {
                            let message = format!("`{bracket}` closes nothing");
                            let help = "either it is one too many, or a bracket before it is missing or not closed";
                            return Some(self.problem(ProblemCode::Syntax, message, token.range).help(help));
                        }
                    }
                }
                _ => {}
            }
        }
        open.pop().map(|last| self.unclosed(last.range))
    }

    /// What RON's reader says, with the place it means.
    pub(super) fn value(&self, error: &SpannedError) -> Problem {
        let context = self.context(error.span.end);
        let before = context.before.clone();
        match &error.code {
            Error::Message(message) => self.refused(message, before),
            Error::NoSuchStructField { expected, found, .. } => {
                let message = format!("{} is not a field of {}", quote(found), self.struct_noun(&context));
                self.problem(ProblemCode::UnknownField, message, before)
                    .help(suggest::help(found, expected.iter().copied()))
            }
            Error::NoSuchEnumVariant { expected, found, outer } => {
                let message = format!("{} is no {}", quote(found), outer.as_deref().unwrap_or("known word"));
                self.problem(ProblemCode::UnknownName, message, before)
                    .help(suggest::help(found, expected.iter().copied()))
            }
            Error::MissingStructField { field, .. } => {
                let code = if *field == "country" { ProblemCode::MissingCountry } else { ProblemCode::MissingField };
                let message = format!("{} needs `{field}`", self.struct_noun(&context));
                self.problem(code, message, context.bracket).help(missing_help(field))
            }
            Error::DuplicateStructField { field, .. } => self
                .problem(ProblemCode::DuplicateField, format!("`{field}` is given twice"), before)
                .help("leave one of them out"),
            Error::InvalidValueForType { expected, .. } => self
                .problem(ProblemCode::WrongType, format!("{} does not belong here", self.quoted(&before)), before)
                .help(format!("expected {expected}")),
            code => self.syntax(code, &context),
        }
    }

    /// What is wrong where the text is not even RON, or not of the sort that belongs here.
    fn syntax(&self, code: &Error, context: &ErrorContext) -> Problem {
        let before = context.before.clone();
        let here = context.here.clone();
        match code {
            Error::ExpectedComma
            | Error::ExpectedArrayEnd
            | Error::ExpectedMapEnd
            | Error::ExpectedOptionEnd
            | Error::ExpectedStructLikeEnd => {
                let message = format!("a comma or a closing bracket is missing before {}", self.quoted(&here));
                self.problem(ProblemCode::Syntax, message, here)
            }
            Error::ExpectedMapColon => {
                self.problem(ProblemCode::Syntax, format!("a colon is missing after {}", self.quoted(&before)), before)
            }
            Error::ExpectedString | Error::ExpectedStringEnd => {
                self.wrong_type(context, "be a text in quotes", "write it as \"…\"")
            }
            Error::ExpectedBoolean => {
                self.wrong_type(context, "be true or false", "these two words stand without quotes")
            }
            Error::ExpectedFloat => self.wrong_type(context, "be a number", "expected a number such as 1.5"),
            Error::ExpectedArray => self.wrong_type(context, "be a list in square brackets", "write it as [ … ]"),
            Error::ExpectedInteger | Error::IntegerOutOfBounds | Error::InvalidIntegerDigit { .. } => {
                self.wrong_type(context, "be a whole number", "expected a number such as 11")
            }
            Error::ExpectedStructLike
            | Error::ExpectedNamedStructLike(_)
            | Error::ExpectedStructName(_)
            | Error::ExpectedDifferentStructName { .. } => {
                self.wrong_type(context, "have its fields in round brackets", "write it as (name: value, …)")
            }
            Error::ExpectedIdentifier => self
                .problem(ProblemCode::WrongType, format!("expected a plain word, not {}", self.quoted(&here)), here)
                .help("names of fields and fixed words, such as state_visit, stand without quotes"),
            Error::SuggestRawIdentifier(word) | Error::InvalidIdentifier(word) => self
                .problem(ProblemCode::UnknownName, format!("{} is not a known word", quote(word)), here)
                .help("words are joined by `_`, as in state_visit"),
            Error::InvalidEscape(_) => self
                .problem(ProblemCode::Syntax, "this text has a `\\` with no meaning", here)
                .help("write `\\\\` for the character itself"),
            Error::NoSuchExtension(name) => {
                self.problem(ProblemCode::UnknownName, format!("{} is no extension of RON", quote(name)), before)
            }
            Error::ExceededRecursionLimit => {
                self.problem(ProblemCode::Syntax, "brackets are nested too deeply here", here)
            }
            _ => self
                .problem(ProblemCode::Syntax, format!("{} does not belong here", self.quoted(&here)), here)
                .help(format!("expected the next part of this {}", self.noun)),
        }
    }

    /// A text that is well formed but was refused for what it says; a date, as far as we know.
    fn refused(&self, message: &str, range: Range<usize>) -> Problem {
        let text: Option<String> = ron::from_str(self.slice(&range)).ok();
        let Some((text, error)) = text.and_then(|text| When::parse(&text).err().map(|error| (text, error))) else {
            return self.problem(ProblemCode::WrongType, message, range);
        };
        let shown = quote(&text);
        let (code, message, help) = match error {
            WhenError::EndsBeforeStart => {
                (ProblemCode::EndBeforeStart, format!("{shown} ends before it starts"), "write the earlier date first")
            }
            WhenError::NotEdtf { .. } if has_long_year(&text) => year_out_of_range(&shown),
            WhenError::OutOfRange => year_out_of_range(&shown),
            WhenError::NoDay => (ProblemCode::BadDate, format!("{shown} names no day at all"), DATE_HELP),
            WhenError::NotEdtf { reason } => {
                // The parser's reason follows the offset in the date; the underline shows the place better.
                let reason = reason.split_once(": ").map_or(reason.as_str(), |(_, reason)| reason);
                (ProblemCode::BadDate, format!("{shown} is not a date: {reason}"), DATE_HELP)
            }
        };
        self.problem(code, message, range).help(help)
    }

    fn wrong_type(&self, context: &ErrorContext, expected: &str, help: &str) -> Problem {
        let subject = context.field.clone().map_or_else(|| format!("this {}", self.noun), |field| self.quoted(&field));
        let message = format!("{subject} should {expected}, not {}", self.quoted(&context.here));
        self.problem(ProblemCode::WrongType, message, context.here.clone()).help(help)
    }

    fn unclosed(&self, bracket: Range<usize>) -> Problem {
        let close = match self.slice(&bracket) {
            "(" => ')',
            "[" => ']',
            _ => '}',
        };
        let whose = if bracket.start == self.range.start { self.noun } else { "bracket" };
        self.problem(ProblemCode::Syntax, format!("this {whose} has no closing `{close}`"), bracket)
            .help(format!("put `{close}` where it ends"))
    }

    /// The text whose closing quote is missing: everything after it is taken inside out, so the first text that goes on
    /// over the end of its line shows the line, and there the first one that nothing proper follows is meant.
    fn missing_quote(&self) -> Problem {
        let over_lines = |token: &Token| token.kind == TokenKind::Text && self.slice(&token.range).contains('\n');
        let first = self.tokens().find(over_lines).map_or(self.range.start, |token| token.range.start);
        let text = self.text.as_str();
        let line_start = text.get(..first).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
        let line_end = text.get(first..).and_then(|after| after.find('\n')).map_or(text.len(), |at| first + at);
        let on_line: Vec<_> = self
            .tokens()
            .skip_while(|token| token.range.start < line_start)
            .take_while(|token| token.range.start < line_end)
            .collect();
        let meant = on_line
            .iter()
            .zip(on_line.iter().skip(1).map(Some).chain([None]))
            .find(|(token, next)| {
                let ends_well = next.is_none_or(|next| matches!(next.kind, TokenKind::Comma | TokenKind::Close));
                token.kind == TokenKind::Text && (line_end < token.range.end || !ends_well)
            })
            .map_or(first..line_end, |(token, _)| token.range.clone());
        self.problem(ProblemCode::Syntax, "this text has no closing quote", meant).help("put `\"` where it ends")
    }

    /// What stands around the place that RON's reader means.
    fn context(&self, position: Position) -> ErrorContext {
        let at = self.range.start + offset(self.slice(&self.range), position);
        let start = self.range.start..self.range.start + 1;
        let mut context = ErrorContext {
            before: start.clone(),
            here: self.range.end..self.range.end,
            bracket: start,
            field: None,
            outer_field: None,
        };
        let mut open: Vec<(Range<usize>, Option<Range<usize>>)> = Vec::new();
        let mut tokens = self.tokens().peekable();
        while let Some(token) = tokens.next() {
            if at < token.range.end {
                context.here = token.range;
                break;
            }
            match token.kind {
                TokenKind::Open => open.push((token.range.clone(), None)),
                TokenKind::Close => _ = open.pop(),
                TokenKind::Word if tokens.peek().is_some_and(|next| next.kind == TokenKind::Colon) => {
                    if let Some((_, field)) = open.last_mut() {
                        *field = Some(token.range.clone());
                    }
                }
                _ => {}
            }
            context.before = token.range;
        }
        let innermost = |open: &[(_, Option<Range<usize>>)]| open.iter().rev().find_map(|(_, field)| field.clone());
        context.field = innermost(&open);
        if let Some((bracket, _)) = open.pop() {
            context.bracket = bracket;
            context.outer_field = innermost(&open);
        }
        context
    }

    /// The tokens that start inside the piece; the last may go on beyond it.
    fn tokens(&self) -> impl Iterator<Item = Token> + use<'a> {
        let end = self.range.end;
        Tokens::new(self.text.as_str(), self.range.start).take_while(move |token| token.range.start < end)
    }

    fn slice(&self, range: &Range<usize>) -> &'a str {
        self.text.as_str().get(range.clone()).unwrap_or("")
    }

    fn quoted(&self, range: &Range<usize>) -> String {
        if range.is_empty() { "the end".to_owned() } else { quote(self.slice(range)) }
    }

    /// What the innermost bracket holds, with an article: named by the field it is given to.
    fn struct_noun(&self, context: &ErrorContext) -> String {
        let field = context.outer_field.as_ref().map_or("", |field| self.slice(field));
        match field {
            "accounts" => "an account",
            "leaders" => "a leader",
            "offices" => "an office",
            "places" => "a place",
            "one" | "other" => "the name of an account",
            "covers" => "what a source covers",
            "data" => "what a view was made from",
            "period" | "seen" => "a stretch of time",
            "selected_event" => "a selected event",
            "figure" => "a figure",
            _ if self.noun.starts_with(['a', 'e']) => return format!("an {}", self.noun),
            _ => return format!("a {}", self.noun),
        }
        .to_owned()
    }

    fn problem(&self, code: ProblemCode, message: impl Into<String>, range: Range<usize>) -> Problem {
        Problem::error(code, message).at(self.text.place(range))
    }
}

/// A comment that swallows the rest of the file.
pub(super) fn unclosed_comment(text: &SourceText, range: Range<usize>) -> Problem {
    Problem::error(ProblemCode::Syntax, "this comment has no end")
        .help("put `*/` where it ends")
        .at(text.place(range.start..range.start + 2))
}

/// A place in a piece, as byte ranges of the file.
#[derive(Debug)]
struct ErrorContext {
    /// The last token before it.
    before: Range<usize>,
    /// The token it stands in or before; empty at the end.
    here: Range<usize>,
    /// The innermost open bracket.
    bracket: Range<usize>,
    /// Name of the innermost field.
    field: Option<Range<usize>>,
    /// Name of the innermost field around that bracket.
    outer_field: Option<Range<usize>>,
}

fn year_out_of_range(shown: &str) -> (ProblemCode, String, &'static str) {
    let message = format!("{shown} lies outside the years -9999 to 9999");
    (ProblemCode::YearOutOfRange, message, "expected a year of up to four digits")
}

/// Whether a date such as `12000-01-01` is meant, which EDTF would write otherwise.
fn has_long_year(text: &str) -> bool {
    text.split('/').any(|date| {
        let date = date.trim_start_matches('-');
        date.find(|char: char| !char.is_ascii_digit())
            .is_some_and(|year| 4 < year && date.as_bytes().get(year) == Some(&b'-'))
    })
}

fn missing_help(field: &str) -> String {
    match field {
        "view" => "add view: 1".to_owned(),
        "country" => "add the name of the country, as in country: \"China\"".to_owned(),
        "from" | "to" => format!("add {field}: \"1956-05-20\", or \"1956-05-20T13:40\""),
        "dates" => "add an EDTF date, as in dates: \"1956-06-01/1956-06-06\"".to_owned(),
        "source" => "add the id of the source that says so, as in source: \"list\"".to_owned(),
        "kind" => "add one of the kinds of event: honour, gift, plaque, received".to_owned(),
        _ => format!("add {field}: \"…\""),
    }
}

/// The byte offset of a line and column, both from 1 and the column in characters.
fn offset(text: &str, position: Position) -> usize {
    let line_start = match position.line.checked_sub(2) {
        Some(newlines) => text.match_indices('\n').nth(newlines).map_or(text.len(), |(newline, _)| newline + 1),
        None => 0,
    };
    let line = text.get(line_start..).unwrap_or("");
    let column = position.col.saturating_sub(1);
    line.char_indices().nth(column).map_or(text.len(), |(at, _)| line_start + at)
}
