//! Figures, lists and view files.

mod captions;
mod hostile;
mod lane_names;
mod lists;
mod names;
mod page_setup;
mod views;
