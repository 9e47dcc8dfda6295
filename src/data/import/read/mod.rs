//! The kinds of inputs: each becomes a page of tables.

mod cell_text;
pub(crate) mod delimited;
mod headings;
pub(crate) mod html;
pub(crate) mod wikitext;
