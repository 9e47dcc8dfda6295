//! An SVG read for drawing: with the same fonts whatever becomes of it, so that PNG and PDF agree.

use std::collections::BTreeSet;

use resvg::usvg::{self, Options, Tree, roxmltree::Document};

use super::fonts;

/// The shapes and set letters of an SVG.
///
/// # Errors
///
/// When the text is no SVG.
pub(super) fn tree(svg: &str) -> Result<Tree, usvg::Error> {
    let options = Options { font_family: fonts::FAMILY.to_owned(), fontdb: fonts::database(svg), ..Options::default() };
    Tree::from_str(svg, &options)
}

/// The letters an SVG shows that no font has; titles of shapes are not shown. None if the text is no SVG.
#[must_use]
pub fn missing_letters(svg: &str) -> BTreeSet<char> {
    let Ok(document) = Document::parse(svg) else { return BTreeSet::new() };
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    fonts::missing(texts.filter_map(|text| text.text()).flat_map(str::chars))
}
