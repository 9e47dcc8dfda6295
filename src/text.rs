//! Numbers and words in English.

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
