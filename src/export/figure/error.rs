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
    /// There is no room for a single lane.
    #[error("none of {lanes} lanes fits on {size}; ask for --size {width}, which is as high as they need")]
    TooLow {
        /// How many lanes there are.
        lanes: usize,
        /// The size asked for.
        size: String,
        /// A width that will do.
        width: f32,
    },
    /// There is no room beside the names of the lanes.
    #[error("{size} is too narrow for a figure; ask for a --size at least {least} pixels wide")]
    TooNarrow {
        /// The size asked for.
        size: String,
        /// The least width in pixels.
        least: f32,
    },
    /// There is no room for a chart of the statistics.
    #[error("{0} has no room for this chart; ask for a larger --size")]
    NoRoom(String),
    /// The pixels cannot be drawn.
    #[error("{0}")]
    Raster(#[from] RasterError),
    /// The PDF cannot be written.
    #[error("{0}")]
    Pdf(#[from] PdfError),
}
