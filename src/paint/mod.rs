//! The room that colours and draws: a scene and a theme become SVG, and SVG becomes pixels or a PDF.
//!
//! Knows shapes, roles, fonts and flags; knows nothing of trips or dates.
//!
//! ```text
//! color, pattern ◄── theme ◄── svg, canvas      the scene as SVG, or with egui
//! fonts ◄── raster ◄── flags, pdf               the SVG as PNG, or as PDF
//! ```

#[cfg(feature = "gui")]
mod bidi;
#[cfg(feature = "gui")]
mod canvas;
mod color;
pub mod flags;
pub mod fonts;
mod pattern;
mod pdf;
mod raster;
mod svg;
mod theme;

pub use crate::data::Theme;
#[cfg(feature = "gui")]
pub use bidi::put_in_visual_order;
#[cfg(feature = "gui")]
pub use canvas::{Canvas, FlagTextures, SEMI_BOLD, color32, font_id};
pub use color::Rgba;
pub use fonts::text_width;
pub use pattern::Texture;
pub use pdf::{PdfError, pdf};
pub use raster::{Pixels, RasterError, encode, missing_letters, rasterize};
pub use svg::{Page, svg};
pub use theme::UiRole;
