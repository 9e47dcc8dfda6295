//! Dates as people type them.

use chrono::NaiveDate;

use super::when::When;

/// Forms of a day beside EDTF; months by name or by their first letters.
const DAY_FORMS: [&str; 3] = ["%d %B %Y", "%B %d, %Y", "%d.%m.%Y"];

/// Reads a date that was typed: EDTF (`1956-06-25`, `1956-06`, `1956`), `25 June 1956`, `June 25, 1956`, `25.6.1956`
/// or `June 1956`; `None` for anything else.
#[must_use]
pub fn parse_entry(text: &str) -> Option<When> {
    let text = text.trim();
    let day = || DAY_FORMS.iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok());
    // A month alone is read as its first day, of which only the month is kept.
    let month = || NaiveDate::parse_from_str(&format!("1 {text}"), "%d %B %Y").ok();
    When::parse(text)
        .ok()
        .or_else(|| When::parse(&day()?.format("%Y-%m-%d").to_string()).ok())
        .or_else(|| When::parse(&month()?.format("%Y-%m").to_string()).ok())
}
