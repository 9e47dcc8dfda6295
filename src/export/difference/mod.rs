//! What two editions of a file say otherwise, as text, Markdown and JSON.

mod json;
mod text;

pub use json::difference_json;
pub use text::{change_head, difference_summary, difference_text, fact_words, field_line};
