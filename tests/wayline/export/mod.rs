//! Figures, lists and view files.

mod captions;
mod hostile;
mod lists;
mod names;
mod page_setup;
mod views;
