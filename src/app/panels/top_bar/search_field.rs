//! The search field in the top bar: matches are marked while typing; Enter goes from one to the next.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{
    Align, Align2, Key, Label, Layout, Margin, Rect, Response, RichText, Role, TextEdit, Ui, UiBuilder, vec2,
};

use super::search_results;
use crate::app::command::ViewCommand;
use crate::app::command::action::Action;
use crate::app::command::cx::PanelCx;
use crate::app::state::{Chosen, Step};
use crate::app::ui::form::named;
use crate::app::ui::metrics::{CONTROL, MATCH_COUNT, SMALL_SPACE};
use crate::text::{count, grouped};

/// The field, with the number of matches in it, so that nothing beside it moves.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>, width: f32) {
    let state = cx.state;
    let mut text = state.search.text.clone();
    let hint = Action::Search.with_shortcut(ui.ctx(), "Search");
    let is_searched = !text.trim().is_empty();
    let usual = Margin::from(ui.spacing().button_padding);
    let margin = Margin { right: if is_searched { MATCH_COUNT } else { usual.right }, ..usual };
    let field = TextEdit::singleline(&mut text).id_salt("search").hint_text(hint).margin(margin);
    let size = vec2(width, CONTROL);
    let response = ui.add_sized(size, field).on_hover_text("Leaders, places, details; Enter goes to the next match");
    let response = named(response, Role::TextInput, "Search");
    if let Some(chosen) = state.search.wants_focus {
        response.request_focus();
        choose(ui, &response, chosen, state.search.text.chars().count());
        cx.send(ViewCommand::SearchFocused);
    }
    if response.gained_focus() && is_searched {
        cx.send(ViewCommand::ListMatches(true));
    }
    let steps = [(Key::ArrowDown, Step::Forward), (Key::ArrowUp, Step::Back)];
    for (_, step) in
        steps.into_iter().filter(|(key, _)| response.has_focus() && ui.input(|input| input.key_pressed(*key)))
    {
        cx.send(ViewCommand::StepMatch(step));
    }
    if response.changed() {
        cx.send(ViewCommand::Search(text));
    } else if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        let back = ui.input(|input| input.modifiers.shift);
        cx.send(ViewCommand::StepMatch(if back { Step::Back } else { Step::Forward }));
        response.request_focus();
    }
    if is_searched {
        let matches = match (state.search.matches.trips.len(), state.search_position()) {
            (0, _) if state.is_searching() => "…".to_owned(),
            (0, _) => "no trip".to_owned(),
            (all, Some(position)) => format!("{} of {}", grouped(position), grouped(all)),
            (all, None) => count(all, "trip", "trips"),
        };
        let words = RichText::new(matches).small();
        let words = if state.search.matches.trips.is_empty() && !state.is_searching() {
            words.color(ui.visuals().error_fg_color)
        } else {
            words.weak()
        };
        let room = vec2(f32::from(MATCH_COUNT) - SMALL_SPACE, size.y);
        let place = Align2::RIGHT_CENTER.align_size_within_rect(room, response.rect.shrink2(vec2(SMALL_SPACE, 0.0)));
        matches_ui(ui, place, words);
    }
    search_results::ui(&response, cx);
}

/// Chooses a part of the text of the field, which has so many letters.
fn choose(ui: &Ui, field: &Response, chosen: Chosen, letters: usize) {
    let end = CCursor::new(letters);
    let range = match chosen {
        Chosen::End => CCursorRange::one(end),
        Chosen::All => CCursorRange::two(CCursor::default(), end),
    };
    let mut state = TextEditState::load(ui.ctx(), field.id).unwrap_or_default();
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), field.id);
}

/// The number of matches at the right of its place.
fn matches_ui(ui: &mut Ui, place: Rect, words: RichText) {
    let room = UiBuilder::new().max_rect(place).layout(Layout::right_to_left(Align::Center));
    ui.new_child(room).add(Label::new(words).selectable(false));
}
