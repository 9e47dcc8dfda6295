//! SVG to pixels, and what a PDF needs too: an SVG laid out with the same fonts.

mod png;
mod tree;

pub use png::{Pixels, RasterError, encode, rasterize};
pub use tree::missing_letters;
pub(super) use tree::tree;
