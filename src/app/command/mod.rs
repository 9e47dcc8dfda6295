//! What can be asked for. Menus, keys, clicks and tests send the same commands.

pub(crate) mod action;
pub(crate) mod cx;
pub(crate) mod keys;
pub(crate) mod kinds;
pub(crate) mod palette;
pub(crate) mod shortcut;
pub(crate) mod spec;

pub use kinds::{ArrangementEdit, Command, Effect, FilterEdit, LaneEdit, ViewCommand};
