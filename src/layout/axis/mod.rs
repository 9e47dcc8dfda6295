//! Time as a line: days to units of the axis, units to pixels, and the dates written along it.

mod labels;
pub(super) mod lane_dates;
pub(super) mod scale;
pub(super) mod ticks;
pub(super) mod time_map;
