//! What the programming interface of a wiki answers: a page within JSON.

use serde_json::Value;

/// The page in an answer, as wikitext or HTML, and its title; `None` for all else.
pub(crate) fn unwrapped(text: &str) -> Option<(String, String)> {
    let beginning = text.trim_start();
    let is_answer = beginning.starts_with('{')
        && ["\"parse\"", "\"query\"", "\"wikitext\"", "\"source\"", "\"html\""].iter().any(|key| text.contains(key));
    if !is_answer {
        return None;
    }
    let value: Value = serde_json::from_str(text).ok()?;
    let page = longest_page(&value, 0)?.to_owned();
    Some((page, title(&value, 0).unwrap_or_default()))
}

/// Answers are not nested deeper.
const DEEPEST: usize = 12;

/// The longest text in an answer that has tables.
fn longest_page(value: &Value, depth: usize) -> Option<&str> {
    match value {
        Value::String(text) if text.contains("<table") || text.contains("{|") => Some(text),
        Value::Array(values) if depth < DEEPEST => {
            values.iter().filter_map(|value| longest_page(value, depth + 1)).max_by_key(|text| text.len())
        }
        Value::Object(fields) if depth < DEEPEST => {
            fields.values().filter_map(|value| longest_page(value, depth + 1)).max_by_key(|text| text.len())
        }
        _ => None,
    }
}

/// The title that an answer gives.
fn title(value: &Value, depth: usize) -> Option<String> {
    let Value::Object(fields) = value else {
        let Value::Array(values) = value else { return None };
        return values.iter().filter(|_| depth < DEEPEST).find_map(|value| title(value, depth + 1));
    };
    let own = fields.get("title").and_then(Value::as_str).map(str::to_owned);
    own.or_else(|| fields.values().filter(|_| depth < DEEPEST).find_map(|value| title(value, depth + 1)))
}
