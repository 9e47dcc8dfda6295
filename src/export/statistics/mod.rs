//! Statistics as one table for other programs, whole or of one chart; encounters as a list of their own.

pub(super) mod counted;
pub(super) mod encounters;
mod rows;
