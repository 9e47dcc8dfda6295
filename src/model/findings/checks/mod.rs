//! The checks, a file for each subject.

pub(super) mod accounts;
mod cells;
pub(super) mod days;
pub(super) mod offices;
pub(super) mod rows;
pub(super) mod states;
pub(super) mod stays;
pub(super) mod totals;
