//! The view that the history goes back to beyond the jumps of the camera.

use super::selection::Step;
use crate::export::View;

/// A view that can be gone to with the keys of the history, and by which of them.
#[derive(Clone, Debug)]
pub(crate) struct HistoryEntry {
    pub(crate) step: Step,
    pub(crate) view: Box<View>,
}
