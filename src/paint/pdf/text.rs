//! Text of a PDF: letters where the SVG has them, of embedded fonts, in runs that read as the words they are.

use std::collections::HashMap;
use std::iter;
use std::ops::Range;

use krilla::Data;
use krilla::geom::Point;
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph, Tag};
use resvg::usvg::fontdb::{Database, ID, Source};
use resvg::usvg::layout::{PositionedGlyph, Span};
use resvg::usvg::{self, FontOpticalSizing};
use skrifa::{FontRef, MetadataProvider as _};
use unicode_bidi::{BidiInfo, Level};

use super::error::PdfError;
use super::style;

/// A glyph, the bytes of the text it shows, and the number of its run of one direction.
pub(super) struct Letter<'a> {
    glyph: &'a PositionedGlyph,
    pub(super) bytes: Range<usize>,
    run: usize,
}

/// Draws a text.
pub(super) fn draw(surface: &mut Surface<'_>, fonts: &mut Fonts<'_>, text: &usvg::Text) -> Result<(), PdfError> {
    let ([chunk], [span]) = (text.chunks(), text.layouted()) else {
        return Err(PdfError::Unknown("text in several pieces"));
    };
    if span.underline.is_some() || span.overline.is_some() || span.line_through.is_some() {
        return Err(PdfError::Unknown("underlined text"));
    }
    let fill = span.fill.as_ref().map(style::fill).transpose()?;
    if fill.is_none() || span.stroke.is_some() || !span.visible {
        return Err(PdfError::Unknown("text that is not filled"));
    }
    surface.set_fill(fill);
    surface.set_stroke(None);
    let shown: String;
    let (words, letters) = if let Some(letters) = letters(chunk.text(), &span.positioned_glyphs) {
        (chunk.text(), letters)
    } else {
        shown = span.positioned_glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
        (shown.as_str(), letters_as_shown(&span.positioned_glyphs))
    };
    for run in letters.chunk_by(|a, b| a.run == b.run && a.glyph.font == b.glyph.font) {
        let (font, blank) = (fonts.get(span, run[0].glyph)?, fonts.blank(run[0].glyph.font));
        draw_run(surface, font, blank, words, run);
    }
    Ok(())
}

/// Draws letters of one font and direction. A letter that no font has is drawn as a `blank`, as in PNG: glyph 0, which is
/// there in its place, cannot say in a PDF which letter it stands for, so that copied text would lose it.
fn draw_run(surface: &mut Surface<'_>, font: Font, blank: u32, words: &str, letters: &[Letter<'_>]) {
    let Some(first) = letters.first() else { return };
    let (start, size) = (first.glyph.transform(), first.glyph.font_size());
    let ems = |pixels: f32| {
        // Fonts count in whole units: rounding to them undoes what adding up pixels has blurred.
        (pixels / size * font.units_per_em()).round() / font.units_per_em()
    };
    let nexts = letters.iter().skip(1).map(Some).chain([None]);
    let glyphs: Vec<KrillaGlyph> = letters
        .iter()
        .zip(nexts)
        .map(|(letter, next)| {
            let at = letter.glyph.transform();
            let advance = next.map_or(0.0, |next| ems(next.glyph.transform().tx - at.tx));
            let id = GlyphId::new(if letter.glyph.id.0 == 0 { blank } else { letter.glyph.id.0 });
            KrillaGlyph::new(id, advance, 0.0, ems(start.ty - at.ty), 0.0, letter.bytes.clone(), None)
        })
        .collect();
    surface.draw_glyphs(Point::from_xy(start.tx, start.ty), &glyphs, font, words, size, false);
}

/// Which bytes of a text each glyph shows, as glyphs stand from left to right; `None` where they do not fit the text.
///
/// Of several glyphs for the same letters, usvg gives these to the one that comes last in reading.
pub(super) fn letters<'a>(text: &str, glyphs: &'a [PositionedGlyph]) -> Option<Vec<Letter<'a>>> {
    // As usvg orders them: <https://www.unicode.org/reports/tr9/>, from left to right unless the text says otherwise.
    let bidi = BidiInfo::new(text, Some(Level::ltr()));
    let paragraph = bidi.paragraphs.first()?;
    let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
    let mut letters = Vec::with_capacity(glyphs.len());
    let mut rest = glyphs.iter().peekable();
    for (run, whole) in runs.into_iter().enumerate() {
        let mut left = whole.clone();
        let from_left = levels.get(whole.start)?.is_ltr();
        while !left.is_empty() {
            let mut cluster = Vec::new();
            if from_left {
                cluster.extend(iter::from_fn(|| rest.next_if(|glyph| glyph.text.is_empty())));
            }
            let glyph = rest.next()?;
            cluster.push(glyph);
            let bytes = if from_left {
                left.start..left.start + glyph.text.len()
            } else {
                cluster.extend(iter::from_fn(|| rest.next_if(|glyph| glyph.text.is_empty())));
                left.end.checked_sub(glyph.text.len())?..left.end
            };
            if glyph.text.is_empty() || text.get(bytes.clone()) != Some(&glyph.text) {
                return None;
            }
            left = if from_left { bytes.end..left.end } else { left.start..bytes.start };
            letters.extend(cluster.into_iter().map(|glyph| Letter { glyph, bytes: bytes.clone(), run }));
        }
    }
    rest.peek().is_none().then_some(letters)
}

/// Which bytes each glyph shows of the text that glyphs make as they stand.
fn letters_as_shown(glyphs: &[PositionedGlyph]) -> Vec<Letter<'_>> {
    let mut end = 0;
    let shown = glyphs.iter().map(|glyph| {
        let start = end;
        end += glyph.text.len();
        Letter { glyph, bytes: start..end, run: 0 }
    });
    shown.collect()
}

/// A font with the places on its axes; those that are no variable fonts have none.
type Cut = (ID, Vec<([u8; 4], u32)>);

/// The fonts in use, each embedded once.
pub(super) struct Fonts<'a> {
    database: &'a Database,
    known: HashMap<Cut, Font>,
}

impl<'a> Fonts<'a> {
    pub(super) fn new(database: &'a Database) -> Self {
        Self { database, known: HashMap::new() }
    }

    fn get(&mut self, span: &Span, glyph: &PositionedGlyph) -> Result<Font, PdfError> {
        let id = glyph.font;
        let axes = self.axes(span, glyph);
        let cut: Cut = (id, axes.iter().map(|&(tag, value)| (tag, value.to_bits())).collect());
        if let Some(font) = self.known.get(&cut) {
            return Ok(font.clone());
        }
        let face = self.database.face(id);
        let data: Option<Data> = match face.map(|face| &face.source) {
            Some(Source::Binary(bytes) | Source::SharedFile(_, bytes)) => Some(bytes.clone().into()),
            _ => self.database.with_face_data(id, |bytes, _| bytes.to_vec().into()),
        };
        let index = face.map_or(0, |face| face.index);
        let axes: Vec<_> = axes.iter().map(|(tag, value)| (Tag::new(tag), *value)).collect();
        let font = data
            .and_then(|data| Font::new_variable(data, index, &axes))
            .ok_or_else(|| PdfError::Font(face.map_or_else(String::new, |face| face.post_script_name.clone())))?;
        self.known.insert(cut, font.clone());
        Ok(font)
    }

    /// The glyph of a font that shows nothing; 0 where it has none.
    fn blank(&self, id: ID) -> u32 {
        let space = |data: &[u8], index: u32| FontRef::from_index(data, index).ok()?.charmap().map(' ');
        self.database.with_face_data(id, space).flatten().map_or(0, skrifa::GlyphId::to_u32)
    }

    /// Where on its axes a variable font is cut, as for PNG: of the weight asked for, and drawn for its size.
    fn axes(&self, span: &Span, glyph: &PositionedGlyph) -> Vec<([u8; 4], f32)> {
        const OPTICAL_SIZE: [u8; 4] = *b"opsz";
        let asked_for = span.variations.iter().map(|variation| (variation.tag, variation.value));
        let mut axes: Vec<_> = asked_for.collect();
        let sized = axes.iter().any(|(tag, _)| *tag == OPTICAL_SIZE);
        if span.font_optical_sizing == FontOpticalSizing::Auto && !sized {
            axes.push((OPTICAL_SIZE, glyph.font_size()));
        }
        let known = self.database.with_face_data(glyph.font, |data, index| {
            let font = FontRef::from_index(data, index).ok()?;
            Some(font.axes().iter().map(|axis| axis.tag().to_be_bytes()).collect::<Vec<_>>())
        });
        let known = known.flatten().unwrap_or_default();
        axes.retain(|(tag, _)| known.contains(tag));
        axes
    }
}
