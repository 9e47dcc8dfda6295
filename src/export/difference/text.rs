//! The difference to read: in a terminal, or as Markdown for a review.

use std::iter::once;

use crate::data::{in_one_line, markdown_words};
use crate::model::difference::{Change, Difference, FactChange, Field, FieldChange, GroupingChange, Sort, Version};
use crate::model::{Place, TripStatus};
use crate::text::count;
use crate::time::Months;

/// Between what the old and what the new edition says.
const BECOMES: &str = " → ";
/// What a file says nothing of.
const NOTHING: &str = "–";

/// How the difference is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Text,
    Markdown,
}

/// Lines to read; with `as_markdown` as a list of Markdown.
#[must_use]
pub fn difference_text(difference: &Difference, as_markdown: bool) -> String {
    let style = if as_markdown { Style::Markdown } else { Style::Text };
    let mut text = style.words(&difference_summary(difference)) + "\n";
    let changes = difference.changes.iter().map(|change| change_lines(change, style));
    let groupings = difference.groupings.iter().map(|grouping| grouping_lines(grouping, style));
    let facts = difference.facts.iter().map(|fact| fact_lines(fact, style));
    let mut blocks = changes.chain(groupings).chain(facts).peekable();
    if blocks.peek().is_some() {
        text += "\n";
    }
    text.extend(blocks);
    text
}

/// In a sentence: `3 accounts added, 1 removed, 2 moved; 1 trip joined`; `no difference`.
#[must_use]
pub fn difference_summary(difference: &Difference) -> String {
    let sorts = Sort::ALL.map(|sort| (difference.count(sort), sort.key()));
    let mut counts: Vec<String> = Vec::new();
    for (number, word) in sorts.into_iter().filter(|(number, _)| 0 < *number) {
        let first = counts.is_empty();
        counts
            .push(format!("{} {word}", if first { count(number, "account", "accounts") } else { number.to_string() }));
    }
    let rest = [
        (difference.groupings.len(), "trip told together or apart", "trips told together or apart"),
        (difference.facts.len(), "other fact", "other facts"),
    ];
    let rest = rest.into_iter().filter(|(number, ..)| 0 < *number);
    let rest = rest.map(|(number, one, many)| count(number, one, many));
    let parts: Vec<String> = once(counts.join(", ")).filter(|counts| !counts.is_empty()).chain(rest).collect();
    if parts.is_empty() { "no difference".to_owned() } else { parts.join("; ") }
}

/// What a change is of: who, where and when, as its source tells it last.
#[must_use]
pub fn change_head(version: &Version) -> String {
    let who = if version.traveller.is_empty() { String::new() } else { format!("{}, ", version.traveller) };
    let status = match version.status {
        TripStatus::Confirmed => String::new(),
        status => format!("{}, ", status.key()),
    };
    let source = if version.source.is_empty() { String::new() } else { format!(" ({})", version.source) };
    format!("{who}{}, {status}{}{source}", version.country, version.when().format(Months::Full))
}

/// A field with what it was and is: `dates: 1960-05-01 → 1960-05-02 (now starts …)`, `places: + Lyon, − Paris`.
#[must_use]
pub fn field_line(change: &Change, field: &FieldChange) -> String {
    let FieldChange { field, old, new } = field;
    let comparison = change.comparison().filter(|_| *field == Field::Dates);
    let moved = comparison.map(|comparison| format!(" ({})", comparison.describe("now"))).unwrap_or_default();
    let words = if field.is_list() { list_words(old, new) } else { becomes(&old.concat(), &new.concat()) };
    format!("{}: {words}{moved}", field.key())
}

/// What became of something beside the trips: `events: Star, gift, France`, with its fields below.
#[must_use]
pub fn fact_words(change: &FactChange) -> (String, Vec<String>) {
    let [old, new] = [&change.old, &change.new].map(|fact| fact.as_ref().map(|fact| fact.name.as_str()));
    let name = match (old, new) {
        (Some(old), Some(new)) if old != new => becomes(old, new),
        (old, new) => new.or(old).unwrap_or_default().to_owned(),
    };
    let fields = change.fields().into_iter().map(|(field, [old, new])| match change.sort() {
        Sort::Changed => format!("{field}: {}", becomes(&old, &new)),
        _ => format!("{field}: {old}{new}"),
    });
    (format!("{}: {name}", change.section.key()), fields.collect())
}

/// What was added to a list and taken from it, where the rest has the same order; else all of both.
fn list_words(old: &[String], new: &[String]) -> String {
    let without = |own: &[String], other: &[String]| -> (Vec<String>, Vec<String>) {
        own.iter().cloned().partition(|text| other.contains(text))
    };
    let ((kept_old, removed), (kept_new, added)) = (without(old, new), without(new, old));
    if kept_old != kept_new || kept_old.is_empty() {
        return becomes(&old.join("; "), &new.join("; "));
    }
    let added = added.iter().map(|text| format!("+ {text}"));
    let removed = removed.iter().map(|text| format!("− {text}"));
    added.chain(removed).collect::<Vec<_>>().join(", ")
}

fn change_lines(change: &Change, style: Style) -> String {
    let Some(told) = change.told() else { return String::new() };
    let mut lines = style.head(change.sort().key(), &change_head(told));
    let is_of_one_edition = change.old.is_none() || change.new.is_none();
    if is_of_one_edition {
        let places = Place::join(told.places(), ", ");
        if !places.is_empty() {
            lines += &style.item(&format!("places: {places}"));
        }
        if change.is_of_known_trip {
            lines += &style.item("of a trip that both files have");
        }
        return lines;
    }
    lines.extend(change.fields().iter().map(|field| style.item(&field_line(change, field))));
    lines
}

fn fact_lines(change: &FactChange, style: Style) -> String {
    let (head, fields) = fact_words(change);
    let fields: String = fields.iter().map(|line| style.item(line)).collect();
    style.head(change.sort().key(), &head) + &fields
}

fn grouping_lines(change: &GroupingChange, style: Style) -> String {
    let lines = change.trips.iter().map(|accounts| {
        let heads: Vec<String> = accounts.iter().map(change_head).collect();
        style.item(&heads.join(" + "))
    });
    style.head(change.grouping.key(), "trips") + &lines.collect::<String>()
}

fn becomes(old: &str, new: &str) -> String {
    let [old, new] = [old, new].map(|text| if text.is_empty() { NOTHING } else { text });
    format!("{old}{BECOMES}{new}")
}

impl Style {
    /// What became of something.
    fn head(self, sort: &str, words: &str) -> String {
        match self {
            Self::Text => format!("{sort:<8} {}\n", self.words(words)),
            Self::Markdown => format!("- **{sort}** {}\n", self.words(words)),
        }
    }

    /// A line below it.
    fn item(self, words: &str) -> String {
        match self {
            Self::Text => format!("         {}\n", self.words(words)),
            Self::Markdown => format!("  - {}\n", self.words(words)),
        }
    }

    /// Words of a file that change nothing of what stands around them.
    fn words(self, words: &str) -> String {
        match self {
            Self::Text => in_one_line(words),
            Self::Markdown => markdown_words(words),
        }
    }
}
