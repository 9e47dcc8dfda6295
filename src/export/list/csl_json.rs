//! Citations as CSL-JSON, for reference managers: an item for each source of each trip.

use serde::Serialize;

use super::citation::{Citation, Telling};
use crate::data::in_one_line;
use crate::model::Document;
use crate::time::{Day, OpenEnds, Qualifier, When};

/// A reference, as the schema of the Citation Style Language 1.0.2 has it.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Item {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    container_title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_place: Option<String>,
    note: String,
}

/// When it took place, not when it was published, which no file says.
#[derive(Serialize)]
struct Date {
    /// Year, month and day of one or two ends, as far as they are known.
    #[serde(rename = "date-parts")]
    parts: Vec<Vec<i64>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    circa: bool,
    /// In words, where the numbers say too much or too little.
    #[serde(skip_serializing_if = "Option::is_none")]
    literal: Option<String>,
}

/// The references of these citations.
pub(super) fn items(document: &Document, citations: &[Citation<'_>]) -> Vec<Item> {
    let items_of = |citation| items_of(document, citation);
    citations.iter().flat_map(items_of).collect()
}

fn items_of<'a>(document: &'a Document, citation: &'a Citation<'a>) -> impl Iterator<Item = Item> + 'a {
    citation.tellings.iter().map(move |telling| Item {
        id: citation.key(telling),
        kind: "document",
        title: in_one_line(&citation.title(telling)),
        container_title: in_one_line(work(telling)),
        event_date: date(&telling.dates),
        event_place: (!telling.places.is_empty()).then(|| in_one_line(&telling.places.join(", "))),
        note: in_one_line(&format!(
            "Source: {}. {}",
            telling.source_in_full().trim_end_matches('.'),
            telling.note(document)
        )),
    })
}

/// The title of the work: what stands in quotation marks at the beginning of its citation, else the source's name.
fn work<'a>(telling: &Telling<'a>) -> &'a str {
    let quoted = telling.source.citation.strip_prefix('“').and_then(|rest| rest.split_once('”'));
    quoted.map(|(title, _)| title).filter(|title| !title.is_empty()).unwrap_or(telling.source_name())
}

/// The years that have four digits and no sign.
const PLAIN_YEARS: std::ops::RangeInclusive<i32> = 1..=9999;

/// The date of a single account; `None` where there are several, none, one before the year 1, or one of several in
/// different years.
fn date(dates: &[&When]) -> Option<Date> {
    let [when] = dates else { return None };
    let days = when.possible();
    let ends = [days.start(), days.last()];
    if ends.iter().any(|end| !PLAIN_YEARS.contains(&end.year())) {
        return None;
    }
    let is_circa = when.qualifier() != Qualifier::default();
    let first_of =
        |day: Day, depth: usize| [day.ymd().1, day.ymd().2].iter().skip(depth - 1).all(|&number| number == 1);
    let whole = |depth: usize| first_of(days.start(), depth) && first_of(days.end(), depth);
    // Of a set only the year can be said, if it is one: two ends would be a stay from the first day to the last.
    if when.members().is_some() {
        let [first, last] = ends.map(Day::year);
        let year = (first == last).then(|| vec![vec![i64::from(first)]]);
        return year.map(|parts| Date { parts, circa: is_circa, literal: Some(when.describe()) });
    }
    let depth = if when.names_days() || days.days() == 1 {
        3
    } else if whole(1) {
        1
    } else {
        2
    };
    let mut parts = ends.map(|end| known_parts(end, depth)).to_vec();
    parts.dedup();
    // A month or year stands for itself. Two of them would be a stay that lasted from one to the other.
    let is_period = parts.len() == 1 && depth < 3 && whole(depth) && is_plain(when);
    let literal = (!when.is_exact() && !is_period).then(|| when.describe());
    Some(Date { parts, circa: is_circa, literal })
}

/// Year, month and day, or the first `depth` of them.
fn known_parts(day: Day, depth: usize) -> Vec<i64> {
    let (year, month, number) = day.ymd();
    [i64::from(year), month.into(), number.into()].into_iter().take(depth).collect()
}

fn is_plain(when: &When) -> bool {
    when.members().is_none() && when.qualifier() == Qualifier::default() && when.open_ends() == OpenEnds::default()
}
