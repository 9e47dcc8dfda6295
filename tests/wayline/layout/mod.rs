//! The picture as data: what is drawn where, and what is hit.

mod axis;
mod axis_labels;
mod bars;
mod before;
mod beside;
mod charts;
mod encounters;
mod lanes;
mod low_lanes;
mod merging;
mod properties;
mod scene;
mod text;
mod tours;
