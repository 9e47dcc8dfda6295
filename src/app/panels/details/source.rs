//! A source in the side panel.

use eframe::egui::{RichText, Ui};

use crate::app::ui::widgets::weak;
use crate::model::Source;

/// Its name and citation.
pub(super) fn source_ui(ui: &mut Ui, source: &Source) {
    ui.label(RichText::new(&source.name).strong());
    if !source.citation.is_empty() {
        weak(ui, &source.citation);
    }
}
