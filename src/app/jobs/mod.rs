//! What runs on threads beside the window.

pub(crate) mod derive;
pub(crate) mod figure;
pub(crate) mod file_kind;
pub(crate) mod load;
pub(crate) mod preview;
pub(crate) mod tasks;
