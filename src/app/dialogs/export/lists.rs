//! The part of the Export dialog that saves what is shown as a list for other programs.

use eframe::egui::{Grid, RichText, Role, Ui};

use crate::app::command::Effect;
use crate::app::command::cx::PanelCx;
use crate::app::ui::form::named;
use crate::app::ui::metrics::{SMALL_SPACE, SPACE, TINY_SPACE};
use crate::app::ui::widgets::weak;
use crate::data::Vocabulary as _;
use crate::export::ListFormat;

/// A line for each format: what it is, and buttons that save the trips, or the events where they are shown.
pub(super) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    ui.label(cx.state.shown.summary());
    weak(ui, "What the filter hides is in no list.");
    ui.add_space(SMALL_SPACE);
    // Columns for a terminal are no file.
    let formats = ListFormat::ALL.iter().zip(ListFormat::MEANINGS).filter(|(format, _)| **format != ListFormat::Table);
    Grid::new("lists").num_columns(2).spacing([SPACE, SPACE]).show(ui, |ui| {
        for (&format, meaning) in formats {
            ui.horizontal(|ui| {
                save_ui(ui, cx, "Trips", format, false);
                if cx.state.filter.events {
                    save_ui(ui, cx, "Events", format, true);
                }
            });
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = TINY_SPACE;
                ui.label(RichText::new(format.label()).strong());
                weak(ui, meaning.trim());
            });
            ui.end_row();
        }
    });
}

fn save_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, name: &str, format: ListFormat, of_events: bool) {
    let hover = format!("Save {} as {} …", name.to_lowercase(), format.label());
    let response = named(ui.button(format!("{name}…")), Role::Button, &hover);
    if response.on_hover_text(&hover).clicked() {
        cx.send(Effect::SaveList { format, of_events });
    }
}
