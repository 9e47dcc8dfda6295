//! How things look: egui's style and small pieces that panels share.

pub(crate) mod access;
pub(crate) mod form;
pub(crate) mod metrics;
pub(crate) mod style;
pub(crate) mod widgets;
