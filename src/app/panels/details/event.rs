//! The side panel's Details of an event.

use eframe::egui::{RichText, Ui};

use crate::{
    app::ui::widgets::{Ink, capitalised, heading, section, weak},
    model::{Chronicle, EventIndex},
    time::{When, words},
};

/// What it was, when, from whom, and who says so.
pub(crate) fn ui(ui: &mut Ui, chronicle: &Chronicle, index: EventIndex, ink: &mut Ink<'_>) {
    let event = chronicle.event(index);
    let year = event.when.as_ref().map(|when| words::year_words(when.possible().start().year())).unwrap_or_default();
    heading(ui, chronicle, event.country, &year, ink);
    weak(ui, &capitalised(event.kind.label()));
    section(ui, "What");
    ui.label(RichText::new(&event.title).strong());
    if !event.details.is_empty() {
        ui.label(&event.details);
    }
    section(ui, "When");
    ui.label(event.when.as_ref().map_or_else(|| "The source gives no date.".to_owned(), When::words));
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
    let source = chronicle.source(event.source);
    ui.label(RichText::new(&source.name).strong());
    weak(ui, &source.citation);
}
