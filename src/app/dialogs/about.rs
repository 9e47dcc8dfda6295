//! The dialog that says what this program is, and under which terms.

use eframe::egui::Ui;

use crate::app::ui::metrics::SMALL_SPACE;
use crate::app::ui::widgets::{section, weak};

/// What is under which licence.
const LICENCES: [(&str, &str); 3] = [
    ("Program", "MIT or Apache License 2.0"),
    ("Letters", "Inter, SIL Open Font License 1.1"),
    ("Flags of today", "country-flag-icons, MIT; those of the past are drawn for this program"),
];

pub(super) fn ui(ui: &mut Ui) {
    ui.label(env!("CARGO_PKG_DESCRIPTION"));
    weak(ui, concat!("Version ", env!("CARGO_PKG_VERSION"), ", drawn with OpenGL"));
    section(ui, "Licences");
    for (what, licence) in LICENCES {
        ui.label(format!("{what}: {licence}"));
    }
    ui.add_space(SMALL_SPACE);
    weak(ui, "The data tell what their sources say, each in full in the side panel.");
}
