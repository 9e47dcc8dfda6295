//! All parts of the window in all their states, in all themes of a window, as they were looked at once.
//!
//! The goldens are written anew by `UPDATE_GOLDENS=1 cargo test gallery`.

use eframe::egui::{Context, Pos2, RawInput, Rect, vec2};
use wayline::app::Gallery;
use wayline::paint::Theme;

use super::raster::{Textures, raster};
use crate::support::golden::{differing, golden_bytes, pixels};

const SIZE: [u16; 2] = [960, 836];

/// The page as a PNG.
fn page(theme: Theme) -> Vec<u8> {
    let ctx = Context::default();
    let mut gallery = Gallery::new(&ctx, wayline::model::default_file(), theme);
    let mut textures = Textures::default();
    let [width, height] = SIZE.map(f32::from);
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(width, height))),
        time: Some(0.0),
        ..RawInput::default()
    };
    // In the first frame egui does not know yet how wide grids are.
    let mut shapes = Vec::new();
    for input in [input.clone(), input] {
        let mut output = ctx.run_ui(input, |ui| gallery.ui(ui));
        textures.update(std::mem::take(&mut output.textures_delta));
        shapes = output.shapes;
    }
    let image = raster(SIZE.map(usize::from), &ctx.tessellate(shapes, 1.0), &textures);
    // In steps of eight, which is what goldens are compared to, the file is half as large.
    let rgb: Vec<u8> =
        image.pixels.iter().flat_map(|color| [color.r(), color.g(), color.b()]).map(|value| value & 0xF8).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, u32::from(SIZE[0]), u32::from(SIZE[1]));
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.write_header().unwrap().write_image_data(&rgb).unwrap();
    bytes
}

#[test]
fn all_parts_look_as_they_did() {
    for (theme, name) in [
        (Theme::Dark, "gallery-dark.png"),
        (Theme::Light, "gallery-light.png"),
        (Theme::HighContrast, "gallery-high-contrast.png"),
    ] {
        let bytes = page(theme);
        let (picture, expected) = (pixels(&bytes), pixels(&golden_bytes(name, &bytes)));
        assert_eq!((picture.0, picture.1), (expected.0, expected.1));
        let wrong = differing(&picture.2, &expected.2);
        assert!(wrong <= 60, "{wrong} pixels of {name} differ");
    }
}
