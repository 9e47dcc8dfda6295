//! Time as a line: days to units of the axis, units to pixels, and the dates written along it.

pub(super) mod labels;
pub(super) mod lane_dates;
mod line;
pub(super) mod scale;
mod segments;
pub(super) mod ticks;
pub(super) mod time_map;
