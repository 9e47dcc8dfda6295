//! Words of dates in English, German, French, Spanish, Portuguese, Italian and Russian.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::text::folded;

/// What a word says in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// From 1, January.
    Month(u8),
    /// By its number in EDTF: 21 is spring.
    Season(u8),
    To,
    And,
    Or,
    Between,
    About,
    /// Early, in the middle of, late: no days can be told from it.
    PartOf,
    /// Before the common era.
    Bce,
    /// From 1, Monday.
    Weekday(u8),
    /// Says nothing: articles, "year", "common era".
    Filler,
}

/// Every word with what it says.
static WORDS: LazyLock<BTreeMap<&str, Word>> = LazyLock::new(|| {
    let lines = include_str!("../../../../assets/date-words.txt").lines().filter(|line| !line.starts_with('#'));
    let lines = lines.filter_map(|line| line.split_once(": "));
    let meanings = lines.filter_map(|(name, words)| Some((meaning(name)?, words)));
    meanings.flat_map(|(meaning, words)| words.split("; ").map(move |word| (word, meaning))).collect()
});

/// What the words of a line of the list say.
fn meaning(name: &str) -> Option<Word> {
    Some(match name {
        "to" => Word::To,
        "and" => Word::And,
        "or" => Word::Or,
        "between" => Word::Between,
        "about" => Word::About,
        "part" => Word::PartOf,
        "bce" => Word::Bce,
        "filler" => Word::Filler,
        _ => match name.split_once(' ')? {
            ("month", number) => Word::Month(number.parse().ok()?),
            ("season", number) => Word::Season(number.parse().ok()?),
            ("weekday", number) => Word::Weekday(number.parse().ok()?),
            _ => return None,
        },
    })
}

/// Shorter words are no abbreviations of months.
const LEAST_ABBREVIATION: usize = 3;

/// What a word says; `None` for one that has no place in a date.
pub(super) fn word(text: &str) -> Option<Word> {
    let text = folded(text);
    let text = text.trim_end_matches('.');
    WORDS.get(text).copied().or_else(|| abbreviated_month(text))
}

/// A beginning of a month's name that begins no other one.
fn abbreviated_month(text: &str) -> Option<Word> {
    if text.chars().count() < LEAST_ABBREVIATION {
        return None;
    }
    let longer = WORDS.range(text..).take_while(|(word, _)| word.starts_with(text));
    let mut months = longer.map(|(_, word)| *word).filter(|word| matches!(word, Word::Month(_)));
    let first = months.next()?;
    months.all(|other| other == first).then_some(first)
}
