//! An SVG read for drawing: with the same fonts whatever becomes of it, so that PNG and PDF agree.

use std::{
    collections::{BTreeSet, HashMap},
    sync::{Mutex, PoisonError},
};

use resvg::usvg::{self, FontResolver, Group, Node, Options, Tree, fontdb};

use super::fonts;

/// The face for a letter that these lack, if there is one.
type Found = HashMap<(char, Vec<fontdb::ID>), Option<fontdb::ID>>;

/// The shapes and set letters of an SVG.
///
/// # Errors
///
/// When the text is no SVG.
pub(super) fn tree(svg: &str) -> Result<Tree, usvg::Error> {
    // A letter is looked for once, not for each text that has it.
    let found: Mutex<Found> = Mutex::default();
    let font_resolver = FontResolver {
        select_fallback: Box::new(move |letter, tried, fonts| {
            let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
            let key = (letter, tried.to_vec());
            *found.entry(key).or_insert_with(|| fonts::fallback(letter, tried, fonts))
        }),
        ..FontResolver::default()
    };
    let options = Options {
        font_family: fonts::FAMILY.to_owned(),
        fontdb: fonts::database(svg),
        font_resolver,
        ..Options::default()
    };
    Tree::from_str(svg, &options)
}

/// The letters of an SVG's texts that no font draws. None if it is no SVG.
///
/// Costs as much as reading the SVG where it has letters that the bundled faces lack, and next to nothing elsewhere.
#[must_use]
pub fn missing_letters(svg: &str) -> BTreeSet<char> {
    let mut missing = BTreeSet::new();
    if !fonts::suffice(svg)
        && let Ok(tree) = tree(svg)
    {
        collect_missing(tree.root(), &mut missing);
    }
    missing
}

fn collect_missing(group: &Group, missing: &mut BTreeSet<char>) {
    for node in group.children() {
        match node {
            Node::Group(group) => collect_missing(group, missing),
            Node::Text(text) => {
                let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                // In every font, glyph 0 stands for what the font lacks.
                let blank = glyphs.filter(|glyph| glyph.id.0 == 0).flat_map(|glyph| glyph.text.chars());
                missing.extend(blank.filter(|letter| !letter.is_whitespace()));
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_letters_that_are_shown_are_missing() {
        let svg =
            |inside: &str| format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">{inside}</svg>"#);
        let title = svg("<title>\u{10FFFD}</title><text>Praha</text>");
        assert!(missing_letters(&title).is_empty());
        let text = svg("<title>Praha</title><g><text>a\u{10FFFD}</text></g>");
        assert_eq!(missing_letters(&text).into_iter().collect::<String>(), "\u{10FFFD}");
        assert!(missing_letters("no picture").is_empty());
    }
}
