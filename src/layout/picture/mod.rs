//! One frame: everything in pixels, from a [`chart::Chart`] to a scene.

mod areas;
pub(super) mod bars;
pub(super) mod captions;
pub(super) mod chart;
mod compose;
pub(super) mod events;
mod hit;
mod lane_names;
mod legend;
pub mod overlay;
pub(super) mod overview;
mod scroll_bar;
mod shading;
mod tours;
