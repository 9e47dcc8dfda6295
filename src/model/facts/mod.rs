//! The facts of one file, as they are stored.

pub(super) mod chronicle;
pub(super) mod id;
pub(super) mod interner;
pub(super) mod trip_set;
pub(super) mod visits;
