//! The field for a part of a name, in an open menu.

use eframe::egui::{Id, Role, TextEdit, Ui};

use crate::app::ui::form::named;
use crate::text::key;

/// The field; what was typed, as words are compared.
pub(super) fn find_ui(ui: &mut Ui, hint: &str) -> String {
    let id = Id::unique(hint);
    let mut text = ui.data_mut(|data| data.get_temp::<String>(id)).unwrap_or_default();
    let response = ui.add(TextEdit::singleline(&mut text).hint_text(hint).desired_width(f32::INFINITY));
    let response = named(response, Role::TextInput, hint);
    // What is typed in an open menu is a name.
    if ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    if response.changed() {
        ui.data_mut(|data| data.insert_temp(id, text.clone()));
    }
    key(&text)
}
