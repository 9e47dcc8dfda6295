//! The bundled letters: how wide a text is, and which fonts a picture is drawn with.

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb;
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider as _};
use unicode_width::UnicodeWidthChar as _;

use crate::layout::Weight;

/// The family the bundled faces belong to.
pub const FAMILY: &str = "Inter";
/// The face for [`Weight::Regular`].
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.otf");
/// The face for [`Weight::SemiBold`].
pub const SEMI_BOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.otf");

/// What measuring needs from a font, looked up once.
struct Face {
    charmap: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    units_per_em: f32,
}

static REGULAR_FACE: LazyLock<Face> = LazyLock::new(|| Face::new(REGULAR));
static SEMI_BOLD_FACE: LazyLock<Face> = LazyLock::new(|| Face::new(SEMI_BOLD));

impl Face {
    #[expect(clippy::expect_used, reason = "the faces are part of the program, and every test of a width reads them")]
    fn new(data: &'static [u8]) -> Self {
        let font = FontRef::new(data).expect("a bundled font is whole");
        let location = LocationRef::default();
        Self {
            charmap: font.charmap(),
            metrics: font.glyph_metrics(Size::unscaled(), location),
            units_per_em: f32::from(font.metrics(Size::unscaled(), location).units_per_em),
        }
    }

    /// Ems from this letter to the next.
    fn advance(&self, letter: char) -> f32 {
        // Combining marks and invisible signs take no room of their own.
        let columns = letter.width().unwrap_or(0);
        if columns == 0 {
            return 0.0;
        }
        let glyph = self.charmap.map(letter);
        match glyph.and_then(|glyph| self.metrics.advance_width(glyph)) {
            Some(units) => units / self.units_per_em,
            // Another font will draw it: most are about as wide as this, and a wide letter fills its em.
            None if columns == 2 => 1.0,
            None => 0.6,
        }
    }
}

/// The width in pixels of one line of text whose em is `size` pixels.
///
/// The sum of the letters' advances, without kerning: a fraction of a pixel off for a label.
/// Letters the bundled faces lack are estimated.
#[must_use]
pub fn text_width(text: &str, size: f32, weight: Weight) -> f32 {
    let face = match weight {
        Weight::Regular => &REGULAR_FACE,
        Weight::SemiBold => &SEMI_BOLD_FACE,
    };
    size * text.chars().map(|letter| face.advance(letter)).sum::<f32>()
}

/// The fonts to draw this text with.
///
/// The bundled faces suffice for Latin, Greek and Cyrillic. Only where the text has a letter they lack
/// are the system's fonts added: reading them takes a while, and what they draw depends on the machine.
#[must_use]
pub fn database(text: &str) -> Arc<fontdb::Database> {
    static BUNDLED: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| Arc::new(bundled()));
    static WITH_SYSTEM: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
        let mut fonts = bundled();
        fonts.load_system_fonts();
        Arc::new(fonts)
    });
    let fonts = if suffice(text) { &BUNDLED } else { &WITH_SYSTEM };
    Arc::clone(fonts)
}

/// The face to draw a letter with that the faces tried so far lack; the first of them is the one asked for.
///
/// Upright among upright, sans serif before serif, of about the same weight. Names decide between equals, not the order
/// in which a disk lists its files.
pub(super) fn fallback(letter: char, tried: &[fontdb::ID], fonts: &fontdb::Database) -> Option<fontdb::ID> {
    let wanted = tried.first().and_then(|&id| fonts.face(id))?;
    let mut faces: Vec<_> = fonts.faces().filter(|face| !tried.contains(&face.id)).collect();
    faces.sort_by_cached_key(|face| {
        let family = face.families.first().map_or("", |(name, _)| name.as_str());
        let serifs = match family {
            _ if family.contains("Sans") || family.contains("Gothic") => 0,
            _ if family.contains("Serif") => 2,
            _ => 1,
        };
        let shape = (face.style != wanted.style, face.stretch != wanted.stretch, serifs, face.monospaced);
        // Of one family for all of East Asia, the cut for simplified Chinese comes first.
        (shape, face.weight.0.abs_diff(wanted.weight.0), !family.ends_with("SC"), face.post_script_name.clone())
    });
    let has_letter = |face: &&&fontdb::FaceInfo| {
        let found = fonts.with_face_data(face.id, |data, index| {
            FontRef::from_index(data, index).is_ok_and(|font| font.charmap().map(letter).is_some())
        });
        found.unwrap_or(false)
    };
    faces.iter().find(has_letter).map(|face| face.id)
}

/// Whether the bundled faces have all letters of a text that are seen.
pub(super) fn suffice(text: &str) -> bool {
    text.chars().all(is_bundled)
}

fn is_bundled(letter: char) -> bool {
    let invisible = letter.width().unwrap_or(0) == 0;
    invisible || REGULAR_FACE.charmap.map(letter).is_some()
}

fn bundled() -> fontdb::Database {
    let mut fonts = fontdb::Database::new();
    for data in [REGULAR, SEMI_BOLD] {
        for id in fonts.load_font_source(fontdb::Source::Binary(Arc::new(data))) {
            // The semi-bold face calls itself a family of its own; a weight finds it only within its family.
            let Some(mut face) = fonts.face(id).cloned() else {
                continue;
            };
            fonts.remove_face(id);
            face.families = vec![(FAMILY.to_owned(), fontdb::Language::English_UnitedStates)];
            fonts.push_face_info(face);
        }
    }
    fonts.set_sans_serif_family(FAMILY);
    fonts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_grow_with_text_size_and_weight() {
        let width = |text| text_width(text, 10.0, Weight::Regular);
        assert!(width("i") < width("m"));
        assert!((width("Plzeň") * 2.0 - text_width("Plzeň", 20.0, Weight::Regular)).abs() < 1e-3);
        assert!(width("Budapest") < text_width("Budapest", 10.0, Weight::SemiBold));
        // Half an em a letter is the rule of thumb for a sans serif.
        assert!((25.0..=50.0).contains(&width("Budapest")), "{}", width("Budapest"));
    }

    #[test]
    fn letters_the_font_lacks_are_estimated() {
        let width = |text| text_width(text, 10.0, Weight::Regular);
        let close = |a: f32, b: f32| (a - b).abs() < 1e-3;
        assert!(close(width("平壤"), 20.0), "wide letters fill an em each");
        assert!(close(width("אב"), 12.0));
        assert!(close(width("e\u{301}\u{200B}"), width("e")), "marks take no room");
        assert!(close(width("\u{7}"), 0.0));
    }

    #[test]
    fn both_weights_are_found_in_the_bundled_family() {
        let fonts = database("Plain Łódź, Привет");
        assert_eq!(fonts.len(), 2, "no system font is read for text the bundled faces have");
        let weight_found = |weight| {
            let query = fontdb::Query {
                families: &[fontdb::Family::Name(FAMILY)],
                weight: fontdb::Weight(weight),
                ..fontdb::Query::default()
            };
            fonts.query(&query).and_then(|id| fonts.face(id)).map(|face| face.weight.0)
        };
        assert_eq!(weight_found(400), Some(400));
        assert_eq!(weight_found(600), Some(600));
    }

    #[test]
    fn another_face_is_found_for_a_letter_if_any_has_it() {
        let fonts = bundled();
        let ids: Vec<_> = fonts.faces().map(|face| face.id).collect();
        let [regular, semi_bold] = ids[..] else { panic!("two faces") };
        assert_eq!(fallback('ž', &[regular], &fonts), Some(semi_bold));
        assert_eq!(fallback('ž', &[regular, semi_bold], &fonts), None);
        assert_eq!(fallback('\u{10FFFD}', &[regular], &fonts), None);
    }

    #[test]
    fn the_family_is_the_regular_face_s_own_name() {
        let mut fonts = fontdb::Database::new();
        fonts.load_font_data(REGULAR.to_vec());
        let names: Vec<_> = fonts.faces().flat_map(|face| &face.families).map(|family| &family.0).collect();
        assert_eq!(names, [FAMILY]);
    }
}
