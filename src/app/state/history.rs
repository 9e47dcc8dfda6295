//! A step of the history that replaces the whole view, not only the window of the camera.

use super::selection::Step;
use crate::export::View;

/// A view that was left for another, and the step of the history that leads back to it.
#[derive(Clone, Debug)]
pub(crate) struct HistoryEntry {
    pub(crate) step: Step,
    pub(crate) view: Box<View>,
}
