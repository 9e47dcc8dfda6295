//! The search field in the top bar: matches are marked while typing; Enter goes from one to the next.

use eframe::egui::{Key, RichText, Role, TextEdit, Ui};

use crate::app::command::ViewCommand;
use crate::app::command::action::Action;
use crate::app::command::cx::PanelCx;
use crate::app::state::Step;
use crate::app::ui::form::named;
use crate::text::count;

/// The field, with the number of matches.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>, width: f32) {
    let state = cx.state;
    let mut text = state.search.text.clone();
    let hint = Action::Search.with_shortcut(ui.ctx(), "Search");
    let field = TextEdit::singleline(&mut text).id_salt("search").hint_text(hint);
    let response =
        ui.add(field.desired_width(width)).on_hover_text("Leaders, places, details; Enter goes to the next match");
    let response = named(response, Role::TextInput, "Search");
    if state.search.wants_focus {
        response.request_focus();
        cx.send(ViewCommand::SearchFocused);
    }
    if response.changed() {
        cx.send(ViewCommand::Search(text));
    } else if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        let back = ui.input(|input| input.modifiers.shift);
        cx.send(ViewCommand::StepMatch(if back { Step::Back } else { Step::Forward }));
        response.request_focus();
    }
    // To the left of the field, which stays where it is.
    if !state.search.text.trim().is_empty() {
        let matches = match (state.search.trips.len(), state.search_position()) {
            (0, _) => "no trip".to_owned(),
            (all, Some(position)) => format!("{position} of {all}"),
            (all, None) => count(all, "trip", "trips"),
        };
        ui.label(RichText::new(matches).small().weak());
    }
}
