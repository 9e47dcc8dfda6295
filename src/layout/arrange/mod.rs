//! What stands where, whatever the zoom: lanes, rows, and what the legend explains.

pub(super) mod arrangement;
mod assemble;
pub(super) mod classes;
pub(super) mod lanes;
mod legend;
pub(super) mod legend_entry;
pub(super) mod measures;
pub(super) mod shade;
pub(super) mod source_tracks;
pub(super) mod timeline;
