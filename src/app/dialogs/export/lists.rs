//! What is shown as lists for other programs: a part of the Export dialog.

use eframe::egui::{self, Ui, WidgetInfo, vec2};

use crate::{
    app::{
        command::Command,
        state::State,
        ui::{form::row, widgets::section},
    },
    export::ListFormat,
};

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
pub(crate) fn ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    section(ui, "Lists of what is shown");
    commands.extend(list_ui(ui, "Trips", false));
    if state.filter.events {
        commands.extend(list_ui(ui, "Events", true));
    }
}

fn list_ui(ui: &mut Ui, name: &str, of_events: bool) -> Option<Command> {
    row(ui, name, |ui| {
        let mut chosen = None;
        ui.vertical(|ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(3.0, 3.0);
                for format in LISTS {
                    let label = format!("Save {} as {}", name.to_lowercase(), format.label());
                    let response = ui.button(format.label());
                    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &label));
                    if response.on_hover_text(format!("{label} …")).clicked() {
                        chosen = Some(Command::SaveList { format, of_events, path: None });
                    }
                }
            });
        });
        chosen
    })
}
