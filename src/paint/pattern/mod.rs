//! The lines of dashes, hatches and textures: the same in the window and in SVG.

mod dash;
pub(super) mod hatch;
pub(super) mod texture;

pub(super) use dash::{EDGE_WIDTH, dashes};
pub use texture::Texture;
