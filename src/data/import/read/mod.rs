//! The kinds of inputs: each becomes a page of tables.

mod cell_text;
pub(crate) mod delimited;
mod headings;
pub(crate) mod html;
mod link_target;
pub(crate) mod plain_page;
pub(crate) mod timeline_js;
pub(crate) mod travels_xml;
pub(crate) mod wiki_answer;
pub(crate) mod wikitext;
pub(crate) mod workbook;
