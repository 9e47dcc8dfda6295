//! The part of the Export dialog that saves what is shown as a list for other programs.

use eframe::egui::{Role, Ui, vec2};

use crate::app::command::Effect;
use crate::app::command::cx::PanelCx;
use crate::app::ui::form::{named, row};
use crate::app::ui::widgets::section;
use crate::export::ListFormat;

/// Formats of a list that have a button.
const LISTS: [ListFormat; 7] = [
    ListFormat::Csv,
    ListFormat::Markdown,
    ListFormat::Json,
    ListFormat::Calendar,
    ListFormat::Footnotes,
    ListFormat::Bibtex,
    ListFormat::CslJson,
];

/// A line of buttons for the trips, and one for the events where they are shown.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    section(ui, "Lists of what is shown");
    list_ui(ui, cx, "Trips", false);
    if cx.state.filter.events {
        list_ui(ui, cx, "Events", true);
    }
}

fn list_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, name: &str, of_events: bool) {
    row(ui, name, |ui| {
        ui.vertical(|ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(3.0, 3.0);
                for format in LISTS {
                    let label = format.label();
                    let hover = format!("Save {} as {label}", name.to_lowercase());
                    let response = named(ui.button(label), Role::Button, &hover);
                    if response.on_hover_text(format!("{hover} …")).clicked() {
                        cx.send(Effect::SaveList { format, of_events });
                    }
                }
            });
        });
    });
}
