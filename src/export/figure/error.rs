//! Why there is no figure.

use crate::paint::{PdfError, RasterError};

/// Why there is no figure.
#[derive(Debug, thiserror::Error)]
pub enum FigureError {
    /// Nothing with a date is shown.
    #[error("there is nothing to draw: {0}")]
    Nothing(String),
    /// All lanes are empty in the days in view.
    #[error("there is nothing to draw on these days")]
    NothingOnTheseDays,
    /// The lanes would be too low to be read.
    #[error("{rows} lanes do not fit on {size}; ask for --size {width}, which is as high as they need")]
    TooLow {
        /// How many lanes there are, or rows where they could be no lower.
        rows: usize,
        /// The size asked for.
        size: String,
        /// A width that will do.
        width: u16,
    },
    /// There is no room beside the names of the lanes.
    #[error("{size} is too narrow for a figure; ask for a --size at least {least} pixels wide")]
    TooNarrow {
        /// The size asked for.
        size: String,
        /// The least width in pixels.
        least: f32,
    },
    /// The pixels cannot be drawn.
    #[error("{0}")]
    Raster(#[from] RasterError),
    /// The PDF cannot be written.
    #[error("{0}")]
    Pdf(#[from] PdfError),
}
