//! Dates as people type them, and as they are printed.

mod date;

use chrono::NaiveDate;

use super::span::Span;
use super::when::When;
use date::{date, days};

/// Forms of a day that are never printed.
const TYPED_FORMS: [&str; 2] = ["%B %d, %Y", "%d.%m.%Y"];

/// Reads a date that was typed: EDTF (`1956-06-25`, `1956-06`, `1956`), `25 June 1956`, `June 25, 1956`, `25.6.1956`,
/// `June 1956`, `15 March 44 BCE`, and everything that [`When::format`] makes; `None` for anything else.
#[must_use]
pub fn parse_entry(text: &str) -> Option<When> {
    let text = text.trim();
    let typed = || {
        let day = TYPED_FORMS.iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok())?;
        Some(day.format("%Y-%m-%d").to_string())
    };
    let read = |text: String| When::parse(&text).ok();
    When::parse(text).ok().or_else(|| read(edtf_from_words(&text.to_lowercase())?)).or_else(|| read(typed()?))
}

/// Reads days that were typed: those of a date, or, between two dates and ` to `, from the first day of one to the last of the
/// other; `None` for anything else.
#[must_use]
pub fn parse_days(text: &str) -> Option<Span> {
    let dates = text.split_once(" to ").unwrap_or((text, text));
    let [first, last] = [dates.0, dates.1].map(|date| parse_entry(date).map(|when| when.possible()));
    Span::new(first?.start(), last?.end())
}

/// The EDTF of a date in words, in small letters.
fn edtf_from_words(text: &str) -> Option<String> {
    let (text, uncertain) = text.strip_suffix(" (uncertain)").map_or((text, false), |text| (text, true));
    let (text, approximate) = text.strip_prefix("about ").map_or((text, false), |text| (text, true));
    let mark = match (uncertain, approximate) {
        (false, false) => "",
        (true, false) => "?",
        (false, true) => "~",
        (true, true) => "%",
    };
    let dated = |text: &str| Some(date(text)? + mark);
    let between = |text: &str, first: &str, last: &str| text.strip_prefix(first)?.strip_suffix(last).map(str::to_owned);
    let members = |text: &str| {
        let members: Option<Vec<_>> = text.split(", ").map(|text| member(text, mark)).collect();
        members.map(|members| members.join(","))
    };
    if let Some(text) = text.strip_prefix("one of ") {
        return Some(format!("[{}]", members(text)?));
    }
    if let Some(text) = text.strip_prefix("each of ") {
        return Some(format!("{{{}}}", members(text)?));
    }
    if let Some(text) = between(text, "from ", " on") {
        return Some(format!("{}/..", dated(&text)?));
    }
    if let Some(text) = text.strip_prefix("until ") {
        return Some(format!("../{}", dated(text)?));
    }
    if let Some((first, last)) = text.split_once(" to ") {
        let (first, before) = first.strip_suffix(" or before").map_or((first, ""), |first| (first, ".."));
        let (last, after) = last.strip_suffix(" or after").map_or((last, ""), |last| (last, ".."));
        return Some(format!("{before}{}/{}{after}", dated(first)?, dated(last)?));
    }
    if let Some(text) = text.strip_prefix("some time in ") {
        return dated(text);
    }
    match days(text) {
        Some((first, last)) => Some(format!("{first}{mark}/{last}{mark}")),
        None => dated(text),
    }
}

/// A member of a set.
fn member(text: &str, mark: &str) -> Option<String> {
    if let Some(text) = text.strip_suffix(" or before") {
        return Some(format!("..{}{mark}", date(text)?));
    }
    if let Some(text) = text.strip_suffix(" or after") {
        return Some(format!("{}{mark}..", date(text)?));
    }
    match text.split_once(" to ") {
        // Its ends take no qualifier.
        Some((first, last)) => Some(format!("{}..{}", date(first)?, date(last)?)),
        None => Some(date(text)? + mark),
    }
}
