//! Lanes: what they hold, how their trips are packed into rows, and in which order they stand.

pub(crate) mod lane;
mod order;
pub(crate) mod pack;
