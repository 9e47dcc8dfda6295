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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_letters_that_are_shown_are_missing() {
        let svg = |inside: &str| format!(r#"<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>"#);
        let title = svg("<title>\u{10FFFD}</title><text>Praha</text>");
        assert!(missing_letters(&title).is_empty());
        let text = svg("<title>Praha</title><g><text>a\u{10FFFD}</text></g>");
        assert_eq!(missing_letters(&text).into_iter().collect::<String>(), "\u{10FFFD}");
        assert!(missing_letters("no picture").is_empty());
    }
}
