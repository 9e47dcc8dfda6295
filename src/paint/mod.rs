//! The room that colours and draws: a scene and a theme become SVG, and SVG becomes pixels.
//!
//! Knows shapes, roles, fonts and flags; knows nothing of trips or dates.

mod color;
pub mod flags;
pub mod fonts;
mod png;
mod svg;
mod theme;
#[cfg(feature = "gui")]
mod window;
mod xml;

pub use color::Rgba;
pub use fonts::text_width;
pub use png::{Pixels, RasterError, encode, rasterize};
pub use svg::svg;
pub use theme::{Theme, ThemeName};
#[cfg(feature = "gui")]
pub use window::{Canvas, FlagTextures, SEMI_BOLD, color32, font_id};

/// A broken line in pixels: drawn for the first, left out for the second.
pub const DASH: [f32; 2] = [4.0, 3.0];
