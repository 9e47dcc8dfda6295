//! The dialog for a date: what every source says of it, and Enter goes there.

use eframe::egui::{Key, Label, Role, TextEdit, Ui};

use crate::app::command::ViewCommand;
use crate::app::command::cx::PanelCx;
use crate::app::state::State;
use crate::app::ui::form::named;
use crate::app::ui::metrics::{DATE_FIELD, SMALL_SPACE};
use crate::app::ui::widgets::{section, weak};
use crate::time::{When, parse_entry};

/// The field and the answers so far.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    let mut text = state.date_entry.clone();
    let field = TextEdit::singleline(&mut text).hint_text("25 June 1956, 1956-06-25 or June 1956");
    let response = ui.add(field.desired_width(DATE_FIELD));
    let response = named(response, Role::TextInput, "Date");
    if !response.has_focus() && !response.lost_focus() {
        response.request_focus();
    }
    if response.changed() {
        cx.send(ViewCommand::TypeDate(text.clone()));
    }
    match parse_entry(&text) {
        None if text.trim().is_empty() => weak(ui, "Each source answers for itself, whatever the reading."),
        None => weak(ui, "Not a date yet."),
        Some(when) => {
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            answers_ui(ui, state, &when);
            ui.add_space(SMALL_SPACE);
            if ui.button("Go there").on_hover_text("Enter").clicked() || entered {
                cx.send(ViewCommand::GoTo(when));
            }
        }
    }
}

fn answers_ui(ui: &mut Ui, state: &State, when: &When) {
    section(ui, &when.describe());
    if when.possible().days() != 1 {
        weak(ui, "Name a day to hear where he was.");
        return;
    }
    let chronicle = state.chronicle();
    let whereabouts = state.document.whereabouts(when.possible().start(), &state.filter.travellers);
    for (source, answer) in whereabouts.describe(chronicle) {
        ui.horizontal_top(|ui| {
            ui.weak(&chronicle.source(source).name);
            ui.add(Label::new(answer).wrap());
        });
    }
    if whereabouts.disputed {
        ui.colored_label(ui.visuals().warn_fg_color, "The sources disagree.");
    }
}
