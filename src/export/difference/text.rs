//! The difference to read: in a terminal, or as Markdown for a review.

use std::iter::once;

use crate::data::{in_one_line, markdown_words};
use crate::model::difference::{Change, Difference, Field, FieldChange, GroupingChange, Sort, Version};
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
    let facts = difference.facts.iter().map(|fact| {
        let said = (fact.old.as_deref(), fact.new.as_deref());
        let (sort, words) = match said {
            (None, Some(new)) => (Sort::Added, style.words(new)),
            (Some(old), None) => (Sort::Removed, style.words(old)),
            (old, new) => (Sort::Changed, becomes(old.unwrap_or_default(), new.unwrap_or_default(), style)),
        };
        style.head(sort.key(), &format!("{}: {words}", fact.section.key()))
    });
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
    format!("{who}{}, {status}{} ({})", version.country, version.when().format(Months::Full), version.source)
}

/// A field with what it was and is: `places: Paris → Paris; Lyon`.
#[must_use]
pub fn field_line(change: &Change, field: &FieldChange) -> String {
    let comparison = change.comparison().filter(|_| field.field == Field::Dates);
    let moved = comparison.map(|comparison| format!(" ({})", comparison.describe("now"))).unwrap_or_default();
    let [old, new] = [&field.old, &field.new].map(|texts| texts.join("; "));
    format!("{}: {}{moved}", field.field.key(), becomes(&old, &new, Style::Text))
}

fn change_lines(change: &Change, style: Style) -> String {
    let Some(told) = change.told() else { return String::new() };
    let mut lines = style.head(change.sort().key(), &style.words(&change_head(told)));
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

fn grouping_lines(change: &GroupingChange, style: Style) -> String {
    let lines = change.trips.iter().map(|accounts| {
        let heads: Vec<String> = accounts.iter().map(change_head).collect();
        style.item(&heads.join(" + "))
    });
    style.head(change.grouping.key(), "trips") + &lines.collect::<String>()
}

fn becomes(old: &str, new: &str, style: Style) -> String {
    let [old, new] = [old, new].map(|text| if text.is_empty() { NOTHING.to_owned() } else { style.words(text) });
    format!("{old}{BECOMES}{new}")
}

impl Style {
    /// What became of something.
    fn head(self, sort: &str, words: &str) -> String {
        match self {
            Self::Text => format!("{sort:<8} {words}\n"),
            Self::Markdown => format!("- **{sort}** {words}\n"),
        }
    }

    /// A line below it.
    fn item(self, words: &str) -> String {
        match self {
            Self::Text => format!("         {}\n", in_one_line(words)),
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
