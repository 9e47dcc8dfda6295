//! How the next figure is to be made: what the Export dialog changes.

use crate::{
    export::{FigureFormat, MILLIMETRES_PER_INCH, PIXELS_PER_INCH, Sheet, SheetSize},
    paint::ThemeName,
};

/// The settings of the Export dialog. They last while the window is open.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportSettings {
    /// Which days it shows.
    pub part: FigurePart,
    /// How it is set.
    pub sheet: Sheet,
    /// As what it is saved.
    pub format: FigureFormat,
    /// Pixels per inch of a PNG and of a copied picture.
    pub dpi: u16,
}

/// Which days a figure shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FigurePart {
    /// All that the filter leaves.
    #[default]
    Whole,
    /// Those in view.
    Seen,
}

/// A figure that is being saved or copied.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exporting {
    /// What is being done, in words.
    pub words: &'static str,
    /// Since when, in seconds of the window's clock.
    pub since_secs: f64,
}

impl Default for ExportSettings {
    fn default() -> Self {
        Self {
            part: FigurePart::Whole,
            sheet: Sheet { size: SheetSize::Slide, theme: Some(ThemeName::Light), ..Sheet::default() },
            format: FigureFormat::Svg,
            dpi: 192,
        }
    }
}

impl ExportSettings {
    /// Pixels of a PNG for each of the figure's.
    #[must_use]
    pub fn scale(&self) -> f32 {
        f32::from(self.dpi) / PIXELS_PER_INCH
    }
}

/// What a format is good for.
pub(crate) const fn describe_format(format: FigureFormat) -> &'static str {
    match format {
        FigureFormat::Svg => "shapes and text, for the web and drawing programs",
        FigureFormat::Png => "pixels, for slides and web pages",
        FigureFormat::Pdf => "a page with text to select, for print and articles",
    }
}

/// The sizes that can be chosen. Those with free sides begin with the sides of `current`.
pub(crate) fn sizes(current: SheetSize) -> Vec<(SheetSize, &'static str)> {
    let [width, height] = [current.width(), current.height().unwrap_or(current.width() * 9.0 / 16.0)].map(whole);
    let millimetres = |pixels: u16| whole(millimetres_from_pixels(f32::from(pixels)));
    let free = [
        (SheetSize::Width(width), "As high as the lanes need"),
        (SheetSize::Pixels { width, height }, "Other, in pixels"),
        (SheetSize::Millimetres { width: millimetres(width), height: millimetres(height) }, "Other, in millimetres"),
    ];
    SheetSize::NAMED.into_iter().chain(free).collect()
}

/// Whether two sizes are the same line of the list.
pub(crate) fn same_sort(a: SheetSize, b: SheetSize) -> bool {
    std::mem::discriminant(&a) == std::mem::discriminant(&b)
}

/// A size as people say it.
pub(crate) fn size_words(size: SheetSize) -> String {
    let named = SheetSize::NAMED.iter().find(|(named, _)| *named == size);
    match (named, size) {
        (Some((_, words)), _) => (*words).to_owned(),
        (None, SheetSize::Pixels { width, height }) => format!("{width} × {height} pixels"),
        (None, SheetSize::Millimetres { width, height }) => format!("{width} × {height} mm"),
        (None, size) => format!("{} pixels in width", size.width()),
    }
}

/// Lengths on paper (CSS, "absolute lengths").
fn millimetres_from_pixels(pixels: f32) -> f32 {
    pixels / PIXELS_PER_INCH * MILLIMETRES_PER_INCH
}

/// The sides of a figure on paper.
pub(crate) fn paper_words(size: [f32; 2]) -> String {
    let [width, height] = size.map(|pixels| millimetres_from_pixels(pixels).round());
    format!("{width} × {height} mm")
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast saturates")]
fn whole(length: f32) -> u16 {
    length.round().max(1.0) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_free_size_begins_with_the_sides_before() {
        let check = |current: SheetSize, expected: [SheetSize; 3]| {
            let sizes = sizes(current);
            let free: Vec<_> = sizes[SheetSize::NAMED.len()..].iter().map(|(size, _)| *size).collect();
            assert_eq!(free, expected, "{current:?}");
            assert_eq!(sizes.iter().filter(|(size, _)| same_sort(*size, current)).count(), 1);
        };
        // A4 is 297 × 210 mm; 297 / 25.4 × 96 = 1122.5, 210 / 25.4 × 96 = 793.7.
        check(
            SheetSize::A4,
            [
                SheetSize::Width(1123),
                SheetSize::Pixels { width: 1123, height: 794 },
                SheetSize::Millimetres { width: 297, height: 210 },
            ],
        );
        check(
            SheetSize::Width(960),
            [
                SheetSize::Width(960),
                SheetSize::Pixels { width: 960, height: 540 },
                SheetSize::Millimetres { width: 254, height: 143 },
            ],
        );
    }

    #[test]
    fn sizes_are_said_as_people_say_them() {
        assert_eq!(size_words(SheetSize::Slide), "Slide 16:9");
        assert_eq!(size_words(SheetSize::Pixels { width: 300, height: 200 }), "300 × 200 pixels");
        assert_eq!(size_words(SheetSize::Millimetres { width: 170, height: 120 }), "170 × 120 mm");
        assert_eq!(size_words(SheetSize::Width(1200)), "1200 pixels in width");
    }
}
