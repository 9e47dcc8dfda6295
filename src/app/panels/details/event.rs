//! The side panel's Details of an event.

use eframe::egui::{RichText, Ui};

use super::source::source_ui;
use crate::app::command::cx::PanelCx;
use crate::app::ui::widgets::{section, weak};
use crate::model::EventIndex;
use crate::text::capitalised;
use crate::time::When;

/// What took place, when, from whom, and by which source.
pub(super) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>, index: EventIndex) {
    let event = cx.state.chronicle().event(index);
    weak(ui, &capitalised(event.kind.label()));
    section(ui, "What");
    ui.label(RichText::new(&event.title).strong());
    if !event.details.is_empty() {
        ui.label(&event.details);
    }
    section(ui, "When");
    ui.label(event.when.as_ref().map_or_else(|| "The source gives no date.".to_owned(), When::describe));
    if let Some(verbatim) = &event.verbatim {
        weak(ui, &format!("“{verbatim}”"));
    }
    for (title, text) in [("From", &event.by), ("Where", &event.place)] {
        if !text.is_empty() {
            section(ui, title);
            ui.label(text);
        }
    }
    if let Some(inferred) = &event.inferred {
        section(ui, "Restored in the text");
        weak(ui, inferred);
    }
    section(ui, "Source");
    source_ui(ui, cx.state.chronicle().source(event.source));
}
