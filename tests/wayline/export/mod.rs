//! Figures, lists and view files.

mod captions;
mod hostile;
mod lists;
mod page_setup;
mod views;
