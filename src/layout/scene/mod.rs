//! The picture as data: plain shapes with style roles, and what each stands for.
//!
//! Window, SVG and PNG all read this and nothing else, so what is exported is what is seen.
//! Lengths are logical pixels; x grows to the right, y downwards, both from the picture's top left.

mod geometry;
mod layer;
mod role;
mod shape;
mod target;

pub(crate) use geometry::float;
pub use geometry::{Point, Rect};
pub use layer::{Group, Layer, Scene};
pub use role::Role;
pub use shape::{Anchor, Dash, Shape, Slope, Stroke, TextWidth, Weight};
pub use target::{HitInfo, Target};
