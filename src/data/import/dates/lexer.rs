//! The text of a date in parts.

use super::words::{Word, word};

/// A part of the text of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A number, with how many digits it is written.
    Number(i64, usize),
    /// Year, month and day in this order, whatever stands between.
    YearMonthDay(i64, i64, i64),
    /// Two numbers, of which one is the day and one the month, and the year with its digits.
    DayAndMonth {
        first: i64,
        second: i64,
        year: Option<(i64, usize)>,
        separator: char,
    },
    /// Ten years by their first: `1950s`.
    Decade(i64),
    Word(Word),
    Dash,
    Comma,
    Slash,
    /// `年`, `月`, `日`: what the number before it is.
    Year,
    MonthSign,
    DaySign,
    /// The date is not certain.
    QuestionMark,
}

/// The parts of a text; `None` where something in it has no place in a date.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut rest = text;
    let mut tokens = Vec::new();
    while let Some((letter, after)) = split_letter(rest) {
        rest = match letter {
            _ if letter.is_ascii_digit() => number(rest, &mut tokens),
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '〜' | '～' | '－' => push(&mut tokens, Token::Dash, after),
            ',' | ';' | '、' | '，' => push(&mut tokens, Token::Comma, after),
            '&' | '+' => push(&mut tokens, Token::Word(Word::And), after),
            '/' => push(&mut tokens, Token::Slash, after),
            '~' => push(&mut tokens, Token::Word(Word::About), after),
            '?' => push(&mut tokens, Token::QuestionMark, after),
            '年' => push(&mut tokens, Token::Year, after),
            '月' => push(&mut tokens, Token::MonthSign, after),
            '日' | '号' => push(&mut tokens, Token::DaySign, after),
            '.' | '\'' | '’' | '\u{200e}' | '\u{200f}' | '\u{ad}' => after,
            _ if letter.is_whitespace() => after,
            _ if letter.is_alphabetic() => {
                let end = rest.find(|letter: char| !is_word_letter(letter)).unwrap_or(rest.len());
                let (_, behind) = rest.split_at(end);
                let end = if behind.starts_with("-feira") { end + "-feira".len() } else { end };
                let (name, after) = rest.split_at(end);
                // `10 am` is an hour; before a day the same word is German.
                if name.eq_ignore_ascii_case("am") && matches!(tokens.last(), Some(Token::Number(..))) {
                    return None;
                }
                push(&mut tokens, Token::Word(word(name)?), after)
            }
            _ => return None,
        };
    }
    Some(tokens)
}

/// The first letter, and the rest.
fn split_letter(text: &str) -> Option<(char, &str)> {
    let mut letters = text.chars();
    Some((letters.next()?, letters.as_str()))
}

fn push<'a>(tokens: &mut Vec<Token>, token: Token, after: &'a str) -> &'a str {
    tokens.push(token);
    after
}

/// Letters of words, but not those that stand for year, month and day.
fn is_word_letter(letter: char) -> bool {
    letter.is_alphabetic() && !['年', '月', '日', '号'].contains(&letter)
}

/// Endings of numbers that make them ordinal.
const ORDINALS: [&str; 9] = ["st", "nd", "rd", "th", "er", "ère", "º", "ª", "°"];

/// A number at the beginning of the text, with what belongs to it; the rest.
fn number<'a>(text: &'a str, tokens: &mut Vec<Token>) -> &'a str {
    let (digits, after) = digits(text);
    if let Some((token, after)) = numeric(text) {
        tokens.push(token);
        return after;
    }
    if let Some((parts, after)) = with_dashes(text).or_else(|| month_and_year(text)) {
        tokens.extend(parts);
        return after;
    }
    // Longer than any year or day; no date.
    let value = digits.parse().unwrap_or(i64::MAX);
    if digits.len() == 4
        && let Some(after) = after.strip_prefix(['\'', '’']).unwrap_or(after).strip_prefix('s')
        && !after.starts_with(is_word_letter)
    {
        tokens.push(Token::Decade(value));
        return after;
    }
    tokens.push(Token::Number(value, digits.len()));
    let mut behind = ORDINALS.iter().filter_map(|ending| after.strip_prefix(ending));
    behind.find(|behind| digits.len() <= 2 && !behind.starts_with(is_word_letter)).unwrap_or(after)
}

fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len()))
}

/// A whole date with dashes, as `05-Mar-1950` and `5-Mar-50`, before nothing that could make a range of it; what follows.
fn with_dashes(text: &str) -> Option<(Vec<Token>, &str)> {
    let (day, after) = digits(text);
    let (name, after) = after.strip_prefix('-')?.split_once('-')?;
    let Some(month @ Word::Month(_)) = word(name) else { return None };
    let (year, after) = digits(after);
    let ends = !after.trim_start().starts_with(char::is_alphanumeric);
    (day.len() <= 2 && [2, 4].contains(&year.len()) && ends).then_some(())?;
    let number = |digits: &str| Some(Token::Number(digits.parse().ok()?, digits.len()));
    Some((vec![number(day)?, Token::Word(month), number(year)?], after))
}

/// A month and its year in numbers, as `3/1950` and `03.1950`; what follows.
fn month_and_year(text: &str) -> Option<(Vec<Token>, &str)> {
    let (month, after) = digits(text);
    let (year, after) = digits(after.strip_prefix(['/', '.'])?);
    (month.len() <= 2 && year.len() == 4 && !after.starts_with(['/', '.'])).then_some(())?;
    let number = |digits: &str| Some(Token::Number(digits.parse().ok()?, digits.len()));
    Some((vec![number(month)?, Token::MonthSign, number(year)?, Token::Year], after))
}

/// A whole date in numbers, as `1949-03-25`, `25.3.1949`, `3/25/49`, or day and month alone as `25.3.`; what follows it.
fn numeric(text: &str) -> Option<(Token, &str)> {
    let (first, after) = digits(text);
    let separator = after.chars().next().filter(|letter| ['-', '/', '.'].contains(letter))?;
    let after = after.strip_prefix(separator)?;
    let (second, after) = digits(after.trim_start_matches(if separator == '.' { ' ' } else { separator }));
    let value = |digits: &str| digits.parse::<i64>().ok();
    let third =
        after.strip_prefix(separator).map(|rest| if separator == '.' { rest.trim_start_matches(' ') } else { rest });
    let (third, end) = third.map_or(("", after), digits);
    match (first.len(), second.len(), third.len()) {
        (4, 1..=2, 1..=2) => Some((Token::YearMonthDay(value(first)?, value(second)?, value(third)?), end)),
        (1..=2, 1..=2, 4) => {
            let year = Some((value(third)?, third.len()));
            Some((Token::DayAndMonth { first: value(first)?, second: value(second)?, year, separator }, end))
        }
        // A dash may also be from one to another; a year of two digits is known only with two separators.
        (1..=2, 1..=2, 2) if separator != '-' || !end.starts_with('-') => {
            let year = Some((value(third)?, 2));
            Some((Token::DayAndMonth { first: value(first)?, second: value(second)?, year, separator }, end))
        }
        // `12.10.` and `12/10`, not `12.` before another date.
        (1..=2, 1..=2, 0) if separator == '/' || (separator == '.' && after.starts_with('.')) => {
            let end = after.strip_prefix('.').unwrap_or(after);
            Some((Token::DayAndMonth { first: value(first)?, second: value(second)?, year: None, separator }, end))
        }
        _ => None,
    }
}
