//! The kinds of inputs: each becomes a page of tables.

pub(crate) mod delimited;
pub(crate) mod wikitext;
