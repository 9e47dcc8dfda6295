//! Numbers and words in English; words as they are compared; words that cannot disturb what stands around them.

#![warn(clippy::indexing_slicing, clippy::string_slice)]

mod one_line;

pub(crate) use one_line::{lines, one_line};

/// A number with its noun: `1 trip`, `50 trips`, `1,000,000 trips`.
#[must_use]
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

/// A number of days, whichever way it is counted: `1 day`, `1,461 days`.
#[must_use]
pub fn days(number: i32) -> String {
    count(usize::try_from(number.unsigned_abs()).unwrap_or(usize::MAX), "day", "days")
}

/// From so many days on a length is told in years and months.
const LONG_DAYS: i32 = 730;
/// Days of a mean month of the Gregorian calendar: 400 years have 146,097 days and 4,800 months.
const DAYS_PER_MONTH: f64 = 146_097.0 / 4_800.0;

/// A length of time: `64 days`, from two years on `42 years 9 months`.
#[must_use]
pub fn duration(number: i32) -> String {
    if number.unsigned_abs() < LONG_DAYS.unsigned_abs() {
        return days(number);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast saturates")]
    let months = (f64::from(number.unsigned_abs()) / DAYS_PER_MONTH).round() as usize;
    let years = count(months / 12, "year", "years");
    match months % 12 {
        0 => years,
        rest => format!("{years} {}", count(rest, "month", "months")),
    }
}

/// A number with a comma before every three digits.
#[must_use]
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if 0 < position && (digits.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// With a capital letter at the front.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Small letters without accents.
#[must_use]
pub(crate) fn folded(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(plain).filter(|letter| !is_mark(*letter)).collect()
}

/// The letters and digits of a text, small and without accents, words parted by one blank.
#[must_use]
pub(crate) fn key(text: &str) -> String {
    let folded = folded(text);
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Lower case, with one `-` for whatever is neither letter nor digit: `Soviet Union` gives `soviet-union`.
pub(crate) fn slug(name: &str) -> String {
    let words: Vec<_> = name.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-").to_lowercase()
}

/// An accent that stands behind its letter.
const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// A letter without its accent.
fn plain(letter: char) -> char {
    if letter == 'ё' { 'е' } else { nucleo_matcher::chars::normalize(letter) }
}
