//! The sizes of a figure to choose from.

use crate::export::{MILLIMETRES_PER_INCH, PIXELS_PER_INCH, PageSize};

/// The sizes that can be chosen. Those with free sides begin with the sides of `current`.
pub(super) fn size_choices(current: PageSize) -> Vec<(PageSize, &'static str)> {
    let [width, height] = [current.width(), current.height().unwrap_or(current.width() * slide_share())].map(whole);
    let millimetres = |pixels: u16| whole(millimetres_from_pixels(f32::from(pixels)));
    let free = [
        (PageSize::Width(width), "As high as the lanes need"),
        (PageSize::Pixels { width, height }, "Other, in pixels"),
        (PageSize::Millimetres { width: millimetres(width), height: millimetres(height) }, "Other, in millimetres"),
    ];
    PageSize::NAMED.into_iter().chain(free).collect()
}

/// The height of a slide as a share of its width.
fn slide_share() -> f32 {
    PageSize::Slide.height().map_or(1.0, |height| height / PageSize::Slide.width())
}

/// Whether two sizes are the same entry of the list.
pub(super) fn same_entry(a: PageSize, b: PageSize) -> bool {
    std::mem::discriminant(&a) == std::mem::discriminant(&b)
}

/// A length on paper, by the definition of CSS: 96 pixels are an inch.
fn millimetres_from_pixels(pixels: f32) -> f32 {
    pixels / PIXELS_PER_INCH * MILLIMETRES_PER_INCH
}

/// The sides of a figure on paper.
pub(super) fn describe_paper(size: [f32; 2]) -> String {
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
        let check = |current: PageSize, expected: [PageSize; 3]| {
            let sizes = size_choices(current);
            let free: Vec<_> = sizes[PageSize::NAMED.len()..].iter().map(|(size, _)| *size).collect();
            assert_eq!(free, expected, "{current:?}");
            assert_eq!(sizes.iter().filter(|(size, _)| same_entry(*size, current)).count(), 1);
        };
        // A4 is 297 × 210 mm; 297 / 25.4 × 96 = 1122.5, 210 / 25.4 × 96 = 793.7.
        check(
            PageSize::A4,
            [
                PageSize::Width(1123),
                PageSize::Pixels { width: 1123, height: 794 },
                PageSize::Millimetres { width: 297, height: 210 },
            ],
        );
        check(
            PageSize::Width(960),
            [
                PageSize::Width(960),
                PageSize::Pixels { width: 960, height: 540 },
                PageSize::Millimetres { width: 254, height: 143 },
            ],
        );
    }
}
