//! An SVG read for drawing: with the same fonts whatever becomes of it, so that PNG and PDF agree.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, OnceLock, PoisonError};

use resvg::usvg::roxmltree::Document;
use resvg::usvg::{self, FontResolver, Group, Node, Options, Tree, fontdb};

use crate::paint::fonts;

/// The face for a letter that these lack, if there is one.
type Found = HashMap<(char, Vec<fontdb::ID>), Option<fontdb::ID>>;

/// The shapes and set letters of an SVG.
///
/// # Errors
///
/// When the text is no SVG.
pub(in crate::paint) fn tree(svg: &str) -> Result<Tree, usvg::Error> {
    let fontdb = fonts::database(svg);
    let letters: BTreeSet<char> = svg.chars().filter(|&letter| !fonts::is_bundled(letter)).collect();
    // The faces that letters of the picture need; looked for only where some letter has none.
    let faces: OnceLock<BTreeSet<fontdb::ID>> = OnceLock::new();
    // A letter is looked for once, not for each text that has it.
    let found: Mutex<Found> = Mutex::default();
    let font_resolver = FontResolver {
        select_fallback: Box::new(move |letter, tried, fonts| {
            let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
            let key = (letter, tried.to_vec());
            // Where no face has the letter, usvg would give up the letters behind it too: they are drawn with a face that
            // some letter of the picture needs.
            let asked_for = tried.get(..1).unwrap_or_default();
            let needed = || letters.iter().filter_map(|&other| fonts::fallback(other, asked_for, fonts)).collect();
            let other = || faces.get_or_init(needed).iter().copied().find(|face| !tried.contains(face));
            *found.entry(key).or_insert_with(|| fonts::fallback(letter, tried, fonts).or_else(other))
        }),
        ..FontResolver::default()
    };
    let options = Options { font_family: fonts::FAMILY.to_owned(), fontdb, font_resolver, ..Options::default() };
    Tree::from_str(svg, &options)
}

/// The letters of an SVG's texts that no font draws. None if it is no SVG.
///
/// Costs as much as reading the SVG where it has letters that the bundled faces lack, and next to nothing elsewhere.
#[must_use]
pub fn missing_letters(svg: &str) -> BTreeSet<char> {
    if fonts::suffice(svg) {
        return BTreeSet::new();
    }
    let (Ok(document), Ok(tree)) = (Document::parse(svg), tree(svg)) else { return BTreeSet::new() };
    let (mut drawn, mut blank) = (BTreeSet::new(), BTreeSet::new());
    sort_letters(tree.root(), &mut drawn, &mut blank);
    // A text is left out of the tree when no font has any of it.
    let texts = document.descendants().filter(|node| node.has_tag_name("text")).filter_map(|node| node.text());
    blank.extend(texts.flat_map(str::chars).filter(|letter| !fonts::is_bundled(*letter) && !drawn.contains(letter)));
    blank.retain(|letter| !letter.is_whitespace());
    blank
}

/// Letters that some font draws in a group, and those that none does.
fn sort_letters(group: &Group, drawn: &mut BTreeSet<char>, blank: &mut BTreeSet<char>) {
    for node in group.children() {
        match node {
            Node::Group(group) => sort_letters(group, drawn, blank),
            Node::Text(text) => {
                for glyph in text.layouted().iter().flat_map(|span| &span.positioned_glyphs) {
                    // In every font, glyph 0 stands for what the font lacks.
                    let letters = if glyph.id.0 == 0 { &mut *blank } else { &mut *drawn };
                    letters.extend(glyph.text.chars());
                }
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
        for text in ["a\u{10FFFD}", "\u{10FFFD}"] {
            let text = svg(&format!(r#"<title>Praha</title><g><text y="50">{text}</text></g>"#));
            assert_eq!(missing_letters(&text).into_iter().collect::<String>(), "\u{10FFFD}");
        }
        assert!(missing_letters("no picture").is_empty());
    }

    #[test]
    fn a_letter_without_a_font_blanks_no_other() {
        // Hebrew, which the bundled faces lack and others may have, and letters that no face has.
        let fonts = fonts::database("ש");
        let has = |letter: char| {
            fonts::fallback(letter, &fonts.faces().map(|face| face.id).take(1).collect::<Vec<_>>(), &fonts).is_some()
        };
        for text in ["\u{10FFFD}ש", "ש\u{10FFFD} ש", "a \u{10FFFD} ש \u{E0FF} b", "\u{E0FF}\u{10FFFD}"] {
            let svg = format!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><text y="50">{text}</text></svg>"#
            );
            let missing: String = missing_letters(&svg).into_iter().collect();
            let expected: BTreeSet<char> =
                text.chars().filter(|&letter| !fonts::is_bundled(letter) && !has(letter)).collect();
            assert_eq!(missing, expected.into_iter().collect::<String>(), "{text:?}");
        }
    }
}
