//! Why a picture cannot be written as PDF.

use resvg::usvg;

/// Points of a pixel: 72 and 96 make an inch (CSS, "absolute lengths").
pub(super) const POINTS_PER_PIXEL: f32 = 0.75;
/// The longest side of a page in points (ISO 32000-1, annex C.2).
pub(super) const MAX_SIDE: f32 = 14_400.0;

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The text is no SVG.
    #[error("the picture cannot be drawn: {0}")]
    Svg(#[from] usvg::Error),
    /// The page would be too large.
    #[error(
        "a PDF of {width} × {height} pixels cannot be made: sides go to {} pixels; \
         choose a smaller size, or export SVG",
        MAX_SIDE / POINTS_PER_PIXEL
    )]
    Size {
        /// Pixels from left to right.
        width: f32,
        /// Pixels from top to bottom.
        height: f32,
    },
    /// The SVG has something that no picture of this program has.
    #[error("the picture has {0}, which cannot be written as PDF")]
    Unknown(&'static str),
    /// A font of the system cannot be put into a PDF.
    #[error("the font {0} cannot be put into a PDF: install another with its letters, such as Noto, or export PNG")]
    Font(String),
    /// The file cannot be put together.
    #[error("the picture cannot be written as PDF: {0}")]
    Write(String),
}
