//! From SVG to pixels, and from pixels to a PNG file.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Tree};

use super::tree::tree;

/// The longest side in pixels; most programs cannot open more.
const MAX_SIDE: u32 = 20_000;
/// The largest area in pixels; each takes four bytes of memory.
const MAX_AREA: u64 = 400_000_000;
/// A picture in pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels from left to right, at least 1.
    pub width: u32,
    /// Pixels from top to bottom, at least 1.
    pub height: u32,
    /// Red, green, blue and alpha of each pixel, row by row; alpha is multiplied into the others.
    pub rgba: Vec<u8>,
}

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum RasterError {
    /// The text is no SVG.
    #[error("the picture cannot be drawn: {0}")]
    Svg(#[from] usvg::Error),
    /// The scale is no size.
    #[error("a scale of {0} gives no picture: it must be a number above 0, such as 2")]
    Scale(f32),
    /// It would be too large, or has no size.
    #[error(
        "a picture of {width} × {height} pixels cannot be made: \
         sides go from 1 to {MAX_SIDE} pixels and the whole to {} million; \
         choose another scale, show less, or export SVG",
        MAX_AREA / 1_000_000
    )]
    Size {
        /// Pixels from left to right.
        width: u32,
        /// Pixels from top to bottom.
        height: u32,
    },
    /// The PNG cannot be written.
    #[error("the picture cannot be written as PNG: {0}")]
    Encode(#[from] png::EncodingError),
}

impl Pixels {
    /// Draws a tree onto nothing.
    pub(in crate::paint) fn draw(
        tree: &Tree,
        width: u32,
        height: u32,
        transform: Transform,
    ) -> Result<Self, RasterError> {
        let refused = || RasterError::Size { width, height };
        if MAX_SIDE < width.max(height) || MAX_AREA < u64::from(width) * u64::from(height) {
            return Err(refused());
        }
        let mut pixmap = Pixmap::new(width, height).ok_or_else(refused)?;
        resvg::render(tree, transform, &mut pixmap.as_mut());
        Ok(Self { width, height, rgba: pixmap.take() })
    }
}

/// Draws an SVG at `scale` pixels for each of its own.
///
/// # Errors
///
/// When the text is no SVG, the scale no number above 0, or the result beyond 20,000 pixels a side
/// or 400 million in all.
pub fn rasterize(svg: &str, scale: f32) -> Result<Pixels, RasterError> {
    if !scale.is_finite() || scale <= 0.0 {
        return Err(RasterError::Scale(scale));
    }
    let tree = tree(svg)?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a float cast saturates, and what is too large is refused"
    )]
    let pixels = |length: f32| (length * scale).round().max(1.0) as u32;
    let size = tree.size();
    Pixels::draw(&tree, pixels(size.width()), pixels(size.height()), Transform::from_scale(scale, scale))
}

/// Writes a PNG file that says how large it is on paper, at `dpi` pixels per inch.
///
/// A picture at scale 1 has 96 of them (CSS, "absolute lengths").
///
/// # Errors
///
/// When `rgba` does not hold four bytes for each pixel.
pub fn encode(mut pixels: Pixels, dpi: f32) -> Result<Vec<u8>, RasterError> {
    unmultiply(&mut pixels.rgba);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast saturates")]
    let per_metre = (dpi / 0.0254).round() as u32;

    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width, pixels.height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter }));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels.rgba)?;
    writer.finish()?;
    Ok(file)
}

/// Takes alpha out of the other channels, as PNG has it.
fn unmultiply(rgba: &mut [u8]) {
    for [color @ .., alpha] in rgba.as_chunks_mut::<4>().0 {
        let alpha = u16::from(*alpha);
        for channel in color {
            // What is invisible has no colour to restore.
            let full = (u16::from(*channel) * 255 + alpha / 2).checked_div(alpha).unwrap_or(0);
            *channel = u8::try_from(full).unwrap_or(u8::MAX);
        }
    }
}
