//! The list of keys.

use eframe::egui::{Grid, RichText, Ui};

use crate::app::command::keys;

pub(crate) fn ui(ui: &mut Ui) {
    let rows = keys::BINDINGS
        .iter()
        .map(|binding| (binding.keys, binding.words))
        .chain(std::iter::once(keys::DIGITS))
        .chain(keys::POINTER.iter().copied());
    Grid::new("keys").num_columns(2).spacing([24.0, 6.0]).show(ui, |ui| {
        for (keys, words) in rows {
            ui.label(RichText::new(keys).strong());
            ui.label(words);
            ui.end_row();
        }
    });
}
