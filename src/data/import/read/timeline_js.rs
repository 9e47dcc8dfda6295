//! Stories of `TimelineJS`: its JSON in both shapes, and its spreadsheet.

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::html;
use crate::data::import::cell::Cell;
use crate::data::import::table::{Page, Role, Row, Table};
use crate::text::key;

#[derive(Deserialize)]
struct Story<'a> {
    #[serde(borrow)]
    events: Option<Vec<&'a RawValue>>,
    title: Option<Value>,
    /// The shape of the first versions.
    #[serde(borrow)]
    timeline: Option<OldStory<'a>>,
}

#[derive(Deserialize)]
struct OldStory<'a> {
    headline: Option<String>,
    #[serde(borrow)]
    date: Option<Vec<&'a RawValue>>,
}

/// Whether a text is such a story, or was meant to be one.
pub(crate) fn is_story(text: &str) -> bool {
    let json = json_of(text);
    json.starts_with('{') && (json.contains("\"start_date\"") || json.contains("\"startDate\""))
}

/// The JSON of a text that gives it to a variable or a function, as the first stories do.
fn json_of(text: &str) -> &str {
    let text = text.trim_start_matches('\u{feff}').trim();
    let begins_with_name = text.starts_with(|letter: char| letter.is_alphabetic() || letter == '_');
    let json = text.find('{').filter(|_| begins_with_name).and_then(|start| text.get(start..));
    json.map_or(text, |json| json.trim_end_matches([';', ')', ' ']))
}

/// The events of a story as a table: their groups are the lanes.
///
/// # Errors
///
/// What is wrong with the JSON, and at which byte.
pub(crate) fn page(text: &str) -> Result<Page, (String, usize)> {
    let json = json_of(text);
    let start = (json.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let story = serde_json::from_str::<Story<'_>>(json).map_err(|err| {
        let line: usize = json.split_inclusive('\n').take(err.line().saturating_sub(1)).map(str::len).sum();
        (err.to_string(), (start + line + err.column().saturating_sub(1)).min(text.len()))
    })?;
    let title = story.title.as_ref().map(|title| words(title.pointer("/text/headline")));
    let old_title = story.timeline.as_ref().and_then(|old| old.headline.clone());
    let title = title.or(old_title).unwrap_or_default();
    let events = story.events.or_else(|| story.timeline.and_then(|old| old.date)).unwrap_or_default();
    let rows = events.iter().filter_map(|event| {
        let start = (event.get().as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
        let at = start..start + event.get().len();
        let value: Value = serde_json::from_str(event.get()).ok()?;
        let cell = |text: String| Cell::plain(text, at.clone());
        let headline = words(value.get("headline").or_else(|| value.pointer("/text/headline")));
        let body = words(value.pointer("/text/text").or_else(|| value.get("text")));
        let group = ["group", "tag"].map(|name| words(value.get(name))).into_iter().find(|group| !group.is_empty());
        let lane = group.unwrap_or_else(|| lane_of_story(&title));
        let cells = vec![
            cell(date(value.get("start_date"), value.get("startDate"))),
            cell(date(value.get("end_date"), value.get("endDate"))),
            cell(lane),
            cell(headline),
            cell(body),
        ];
        Some(Row { cells, at })
    });
    let roles = vec![Role::Dates, Role::End, Role::Country, Role::Details, Role::Details];
    let table = Table { rows: rows.collect(), roles: Some(roles), ..Table::default() };
    Ok(Page { title, tables: vec![table], ..Page::default() })
}

/// The spreadsheet of a story, if a table is one: the lane of an event without a group is that of the whole story, its
/// title and its eras are no events, and years are those of the story's program.
pub(crate) fn read_spreadsheet(page: &mut Page) {
    let Some(table) = page.tables.first_mut() else { return };
    let position = |row: &Row, name: &str| row.cells.iter().position(|cell| key(&cell.text) == name);
    let dates = ["year", "start date"];
    let is_head =
        |row: &Row| position(row, "headline").is_some() && dates.iter().any(|name| position(row, name).is_some());
    let Some(at) = table.rows.iter().position(is_head) else { return };
    let Some((head, rows)) = table.rows.get_mut(at..).and_then(<[Row]>::split_first_mut) else { return };
    let [headline, kind, group] = ["headline", "type", "group"].map(|name| position(head, name));
    let text = |row: &Row, column: Option<usize>| {
        column.and_then(|column| row.cells.get(column)).map(Cell::line).unwrap_or_default()
    };
    table.has_negative_years = true;
    for row in rows.iter_mut() {
        let kind = text(row, kind).to_lowercase();
        if kind == "title" && page.title.is_empty() {
            page.title = text(row, headline);
        }
        if kind == "title" || kind == "era" {
            row.cells.clear();
        }
    }
    let lane = lane_of_story(&page.title);
    let column = group.unwrap_or(head.cells.len());
    if group.is_none() {
        head.cells.push(Cell::plain("Group", 0..0));
    }
    for row in rows.iter_mut().filter(|row| !row.cells.is_empty()) {
        for cell in &mut row.cells {
            cell.text = html::plain_words(&cell.text);
        }
        row.cells.resize(row.cells.len().max(column + 1), Cell { at: row.at.end..row.at.end, ..Cell::default() });
        if let Some(cell) = row.cells.get_mut(column).filter(|cell| cell.is_blank()) {
            cell.text.clone_from(&lane);
        }
    }
}

/// The lane of an event without a group.
fn lane_of_story(title: &str) -> String {
    if title.is_empty() { "Timeline".to_owned() } else { title.to_owned() }
}

/// Words without their markup.
fn words(value: Option<&Value>) -> String {
    value.and_then(Value::as_str).map(html::plain_words).unwrap_or_default()
}

/// A date in EDTF, from its parts or from `2012,1,26`; blank where there is none.
fn date(parts: Option<&Value>, old: Option<&Value>) -> String {
    let old = old.and_then(Value::as_str);
    let number = |value: &Value| match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    let mut numbers: Vec<i64> = ["year", "month", "day"].iter().map_while(|name| number(parts?.get(name)?)).collect();
    if let (true, Some(text)) = (numbers.is_empty(), old) {
        let text = text.split(' ').next().unwrap_or_default();
        numbers = text.split([',', '-', '/']).map_while(|part| part.trim().parse().ok()).take(3).collect();
        // The sign of a year before the common era is none between two numbers.
        if text.starts_with('-') {
            return text.to_owned();
        }
    }
    match numbers.as_slice() {
        [] => old.unwrap_or_default().to_owned(),
        [year, rest @ ..] => {
            // The year -44 is shown as 44 BCE, which is -43 in EDTF.
            let year = if *year < 0 { *year + 1 } else { *year };
            let sign = if year < 0 { "-" } else { "" };
            let parts = rest.iter().map(|number| format!("{number:02}"));
            let year = format!("{sign}{:04}", year.unsigned_abs());
            std::iter::once(year).chain(parts).collect::<Vec<_>>().join("-")
        }
    }
}
