//! SVG to pixels, and pixels to PNG.

use wayline::paint::{RasterError, encode, rasterize};

const HALF_RED: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="10.4" height="5">
    <rect width="10.4" height="5" fill="#F00" fill-opacity="0.5"/></svg>"##;

fn decode(file: &[u8]) -> (png::Info<'static>, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap();
    let mut rgba = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut rgba).unwrap();
    (reader.info().clone(), rgba)
}

#[test]
fn a_png_has_the_size_and_the_colours_asked_for() {
    let pixels = rasterize(HALF_RED, 2.0).unwrap();
    assert_eq!((pixels.width, pixels.height), (21, 10));
    assert_eq!(pixels.rgba[..4], [128, 0, 0, 128]);

    let (info, rgba) = decode(&encode(pixels, 192.0).unwrap());
    assert_eq!((info.width, info.height), (21, 10));
    assert_eq!(rgba[..4], [255, 0, 0, 128]);
    let density = info.pixel_dims.unwrap();
    assert_eq!((density.xppu, density.yppu), (7559, 7559));
    assert_eq!(density.unit, png::Unit::Meter);
}

#[test]
fn what_cannot_be_drawn_is_refused_with_a_reason() {
    for scale in [0.0, -1.0, f32::NAN, f32::INFINITY] {
        assert!(matches!(rasterize(HALF_RED, scale), Err(RasterError::Scale(_))), "{scale}");
    }
    let wide = rasterize(HALF_RED, 2_000.0).unwrap_err().to_string();
    assert!(wide.contains("20800 × 10000") && wide.contains("20000 pixels"), "{wide}");
    let square = r#"<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="20000"/>"#;
    assert!(matches!(rasterize(square, 1.1), Err(RasterError::Size { .. })));
    assert!(matches!(rasterize(HALF_RED, f32::MAX), Err(RasterError::Size { .. })));
    assert!(matches!(rasterize("no picture", 1.0), Err(RasterError::Svg(_))));
}
