//! The room that colours and draws: a scene and a theme become SVG, and SVG becomes pixels or a PDF.
//!
//! Knows shapes, roles, fonts and flags; knows nothing of trips or dates.

mod color;
pub mod flags;
pub mod fonts;
mod hatch;
mod pdf;
mod png;
mod svg;
mod texture;
mod theme;
mod tree;
#[cfg(feature = "gui")]
mod window;
mod xml;

use crate::layout::Dash;

pub use crate::data::ThemeName;
pub use color::Rgba;
pub use fonts::text_width;
pub use pdf::{PdfError, pdf};
pub use png::{Pixels, RasterError, encode, rasterize};
pub use svg::{Page, svg};
pub use theme::{Texture, Theme};
pub use tree::missing_letters;
#[cfg(feature = "gui")]
pub use window::{Canvas, FlagTextures, SEMI_BOLD, color32, font_id};

/// Width in pixels of the line around a bar, where a theme draws one.
const EDGE_WIDTH: f32 = 0.8;

/// A broken line in pixels: drawn for the first, left out for the second.
const fn dashes(dash: Dash) -> Option<[f32; 2]> {
    match dash {
        Dash::Solid => None,
        Dash::Dashed => Some([4.0, 3.0]),
        Dash::Dotted => Some([2.0, 2.0]),
    }
}
