//! Right-to-left words on screen. egui shapes each Hebrew or Arabic word from right to left, but sets one word after the
//! other from left to right; here the words of a laid-out line are put where the rules of Unicode (UAX 9) want them, as
//! they stand in figures.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::epaint::text::{Galley, Glyph, Row};
use eframe::egui::layers::ShapeIdx;
use eframe::egui::{Context, LayerId, Shape};
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

/// Puts the words of all text that was drawn in this frame in their places.
pub fn put_in_visual_order(ctx: &Context) {
    let layers: Vec<LayerId> = ctx.memory(|memory| memory.layer_ids().chain([LayerId::background()]).collect());
    ctx.graphics_mut(|graphics| {
        for layer in layers {
            let Some(list) = graphics.get_mut(layer) else { continue };
            let with_rtl: Vec<usize> =
                list.all_entries().enumerate().filter(|(_, entry)| has_rtl(&entry.shape)).map(|(at, _)| at).collect();
            for at in with_rtl {
                list.mutate_shape(ShapeIdx(at), |entry| reorder(&mut entry.shape));
            }
        }
    });
}

fn has_rtl(shape: &Shape) -> bool {
    match shape {
        Shape::Text(text) => text.galley.job.text.chars().any(is_rtl),
        Shape::Vec(shapes) => shapes.iter().any(has_rtl),
        _ => false,
    }
}

fn reorder(shape: &mut Shape) {
    match shape {
        Shape::Text(text) => reorder_galley(&mut text.galley),
        Shape::Vec(shapes) => shapes.iter_mut().for_each(reorder),
        _ => {}
    }
}

/// The rows keep their letters: egui keeps the galley of a text for the next frame, so that this works on a copy.
fn reorder_galley(galley: &mut Arc<Galley>) {
    let pixels_per_point = galley.pixels_per_point;
    for placed in &mut Arc::make_mut(galley).rows {
        if placed.row.glyphs.iter().any(|glyph| is_rtl(glyph.chr)) {
            reorder_row(Arc::make_mut(&mut placed.row), pixels_per_point);
        }
    }
}

fn reorder_row(row: &mut Row, pixels_per_point: f32) {
    let letters: Vec<char> = row.glyphs.iter().map(|glyph| glyph.chr).collect();
    let vertices_end = u32::try_from(row.visuals.glyph_vertex_range.end).unwrap_or(u32::MAX);
    let left_of = |glyphs: &[Glyph]| glyphs.iter().map(|glyph| glyph.pos.x).fold(f32::INFINITY, f32::min);
    let mut x = left_of(&row.glyphs);
    for word in visual_order(&letters) {
        let next_vertex = row.glyphs.get(word.end).map_or(vertices_end, |next| next.first_vertex);
        let Some(glyphs) = row.glyphs.get_mut(word) else { continue };
        // The letters of a word that is written from right to left follow each other to the left.
        let left = left_of(glyphs);
        let width: f32 = glyphs.iter().map(|glyph| glyph.advance_width).sum();
        // Letters stand on whole pixels, else they look weak.
        let by = ((x - left) * pixels_per_point).round() / pixels_per_point;
        let first_vertex = glyphs.iter().map(|glyph| glyph.first_vertex).min().unwrap_or(next_vertex);
        for glyph in glyphs.iter_mut() {
            glyph.pos.x += by;
        }
        let vertices = first_vertex as usize..next_vertex as usize;
        row.visuals.mesh.vertices.get_mut(vertices).into_iter().flatten().for_each(|vertex| vertex.pos.x += by);
        x += width;
    }
}

/// The words of a line in the order in which they are seen, from left to right: ranges of its letters. A word that is
/// written from right to left stays whole, as its letters are in their places already; of others each letter is a word.
fn visual_order(letters: &[char]) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, &letter) in letters.iter().enumerate() {
        let joins = is_rtl(letter) || bidi_class(letter) == BidiClass::NSM;
        match words.last_mut() {
            Some(last) if joins && letters.get(last.start).is_some_and(|&first| is_rtl(first)) => last.end = at + 1,
            _ => words.push(at..at + 1),
        }
    }
    // A line in which each word is a letter.
    let line: String = words.iter().filter_map(|word| letters.get(word.start)).collect();
    let bidi = BidiInfo::new(&line, Some(Level::ltr()));
    let Some(paragraph) = bidi.paragraphs.first() else { return words };
    let starts: Vec<usize> = line.char_indices().map(|(at, _)| at).collect();
    let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
    let mut seen: Vec<Range<usize>> = Vec::with_capacity(words.len());
    for run in runs {
        let is_rtl = levels.get(run.start).is_some_and(Level::is_rtl);
        let [first, end] = [run.start, run.end].map(|byte| starts.partition_point(|&start| start < byte));
        let of_run = words.get(first..end).unwrap_or_default().iter().cloned();
        if is_rtl { seen.extend(of_run.rev()) } else { seen.extend(of_run) }
    }
    // A line has one paragraph; what a separator might have left over stands where it stood.
    seen.extend(words.into_iter().skip(seen.len()));
    seen
}

fn is_rtl(letter: char) -> bool {
    // The first block of such letters is Hebrew: what comes before it need not be looked up.
    '\u{590}' <= letter && matches!(bidi_class(letter), BidiClass::R | BidiClass::AL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_where_unicode_wants_them() {
        let check = |text: &str, expected: &[&str]| {
            let letters: Vec<char> = text.chars().collect();
            let seen = visual_order(&letters);
            let words: Vec<String> = seen.iter().map(|word| letters[word.clone()].iter().collect()).collect();
            // Letters that stand by themselves, in one.
            assert_eq!(words.concat(), expected.concat(), "{text}");
            let mut all: Vec<usize> = seen.into_iter().flatten().collect();
            all.sort_unstable();
            assert!(all.into_iter().eq(0..letters.len()), "{text}: each letter once");
        };
        check("Moscow 1956", &["Moscow 1956"]);
        check("שלום עולם", &["עולם", " ", "שלום"]);
        check("Abc שלום עולם def", &["Abc ", "עולם", " ", "שלום", " def"]);
        check("שלום 123 עולם", &["עולם", " ", "123", " ", "שלום"]);
        check("المدينة المنورة", &["المنورة", " ", "المدينة"]);
        check("שלום, עולם – Travels", &["עולם", " ,", "שלום", " – Travels"]);
        check("", &[]);
    }
}
