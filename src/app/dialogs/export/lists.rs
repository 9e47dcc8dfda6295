//! What is shown as lists for other programs: a part of the Export dialog.

use eframe::egui::{self, Ui, WidgetInfo, vec2};

use crate::{
    app::{
        command::Command,
        state::State,
        ui::{form::row, widgets::section},
    },
    data::TableFormat,
    export::ListFormat,
};

/// Formats of a list that have a button.
const LISTS: [(ListFormat, &str); 7] = [
    (ListFormat::Table(TableFormat::Csv), "CSV"),
    (ListFormat::Table(TableFormat::Markdown), "Markdown"),
    (ListFormat::Json, "JSON"),
    (ListFormat::Calendar, "iCalendar"),
    (ListFormat::Footnotes, "Footnotes"),
    (ListFormat::Bibtex, "BibTeX"),
    (ListFormat::CslJson, "CSL-JSON"),
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
                for (format, words) in LISTS {
                    let label = format!("Save {} as {words}", name.to_lowercase());
                    let response = ui.button(words);
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
