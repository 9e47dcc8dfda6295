//! The palette: a field for a few letters, and below it all that they can mean.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Align2, Key, Modifiers, Response, Role, ScrollArea, Sense, TextEdit, TextStyle, Ui, vec2};

use crate::app::command::ViewCommand;
use crate::app::command::cx::PanelCx;
use crate::app::command::palette::{Entry, entries};
use crate::app::ui::form::{named, named_choice};
use crate::app::ui::metrics::{CONTROL, PALETTE_ROWS, SMALL_SPACE};
use crate::app::ui::widgets::{put_line, row_ground, text_format};

/// The field and the list; arrows choose, Enter does.
pub(super) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let mut palette = cx.state.palette.clone();
    let found = entries(cx.state, &palette.text);
    let step = |ui: &mut Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if step(ui, Key::ArrowDown) {
        palette.chosen += 1;
    }
    if step(ui, Key::ArrowUp) {
        palette.chosen = palette.chosen.saturating_sub(1);
    }
    palette.chosen = palette.chosen.min(found.len().saturating_sub(1));
    let is_entered = step(ui, Key::Enter);
    let field = TextEdit::singleline(&mut palette.text).hint_text("A command, country, leader, place, tour or date");
    let response = named(ui.add(field.desired_width(f32::INFINITY)), Role::TextInput, "What to do");
    if !response.has_focus() {
        response.request_focus();
    }
    if response.changed() {
        palette.chosen = 0;
    }
    ui.add_space(SMALL_SPACE);
    let has_moved = palette.chosen != cx.state.palette.chosen;
    let mut done =
        found.get(palette.chosen).filter(|_| is_entered && !response.changed()).map(|entry| entry.command.clone());
    ScrollArea::vertical().max_height(PALETTE_ROWS).auto_shrink([false, false]).show(ui, |ui| {
        for (position, entry) in found.iter().enumerate() {
            let is_chosen = position == palette.chosen;
            let response = entry_ui(ui, entry, is_chosen);
            if is_chosen && has_moved {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                done = Some(entry.command.clone());
            }
        }
    });
    if let Some(command) = done {
        cx.send(ViewCommand::Escape);
        cx.send(command);
    } else if palette != cx.state.palette {
        cx.send(ViewCommand::SetPalette(palette));
    }
}

/// A row: what it is called, what sort it is of, and its key.
fn entry_ui(ui: &mut Ui, entry: &Entry, is_chosen: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), CONTROL), Sense::click());
    let response = named_choice(response, Role::ListBoxOption, is_chosen, &format!("{}: {}", entry.sort, entry.name));
    row_ground(ui, &response, is_chosen);
    let room = rect.shrink2(vec2(SMALL_SPACE, 0.0));
    let key = entry.action.map(|action| action.shortcut(ui.ctx())).filter(|key| !key.is_empty());
    let small = TextStyle::Small.resolve(ui.style());
    let sort = key.unwrap_or_else(|| entry.sort.to_owned());
    let behind =
        ui.painter().text(room.right_center(), Align2::RIGHT_CENTER, sort, small, ui.visuals().weak_text_color());
    let name =
        LayoutJob::single_section(entry.name.clone(), text_format(ui, &TextStyle::Body, ui.visuals().text_color()));
    put_line(ui, room.with_max_x(behind.left() - SMALL_SPACE), name);
    response
}
