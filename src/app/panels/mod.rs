//! What stands around the timeline. A panel reads the state and sends commands.

pub(crate) mod banner;
mod changes;
pub(crate) mod details;
pub(crate) mod filter_bar;
pub(crate) mod findings;
pub(crate) mod hint;
mod menu_bar;
mod people;
mod problems;
mod review;
pub(crate) mod side_panel;
pub(crate) mod slideshow;
pub(crate) mod statistics;
pub(crate) mod status_bar;
mod switch;
pub(crate) mod top_bar;
