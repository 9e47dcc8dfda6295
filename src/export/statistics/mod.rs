//! Statistics as one table for other programs, whole or of one chart.

pub(super) mod counted;
mod rows;
