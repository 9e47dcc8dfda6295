//! What files were dropped for, and what becomes of decisions that are not saved.

use eframe::egui::Ui;

use crate::app::command::cx::PanelCx;
use crate::app::command::{Effect, ViewCommand};
use crate::app::ui::metrics::SMALL_SPACE;
use crate::app::ui::widgets::weak;
use crate::model::file_names;

/// Shows both as one timeline, which takes a file that is shown.
const BESIDE: &str = "Open beside";

/// Opens them instead of what is shown or beside it, or merges them with it.
pub(super) fn dropped_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    let (new, shown) = (file_names(&state.dropped), &state.document.name);
    ui.label(format!("{new} was dropped on {shown}."));
    let both: Vec<_> = state.document.paths.iter().chain(&state.dropped).cloned().collect();
    let choices = [
        ("Open", format!("{new} instead of {shown}"), Effect::Open(state.dropped.clone())),
        (BESIDE, "Both as one timeline, each with trips of its own".to_owned(), Effect::Open(both)),
        ("Merge", "Accounts of one trip come together, pair by pair".to_owned(), Effect::Merge(state.dropped.clone())),
    ];
    let has_file = !state.document.paths.is_empty();
    for (name, words, effect) in choices.into_iter().filter(|(name, ..)| has_file || *name != BESIDE) {
        ui.add_space(SMALL_SPACE);
        if ui.button(name).clicked() {
            cx.send(ViewCommand::Escape);
            cx.send(effect);
        }
        weak(ui, &words);
    }
}

/// Saves them, gives them up, or stays.
pub(super) fn unsaved_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    ui.label("What was decided on the merged files is not saved.");
    ui.add_space(SMALL_SPACE);
    ui.horizontal(|ui| {
        if ui.button("Save merged file…").clicked() {
            cx.send(ViewCommand::Escape);
            cx.send(Effect::SaveMerged(None));
        }
        if ui.button("Give the decisions up").clicked() {
            cx.send(ViewCommand::Escape);
            cx.send(ViewCommand::DropMerge);
            cx.send(Effect::GoOn);
        }
    });
}
