//! The menu that leaves only some travellers: a chip for each, those with the most trips first.

use std::cmp::Reverse;

use eframe::egui::{Id, Role, TextEdit, Ui, Vec2};

use crate::app::command::cx::PanelCx;
use crate::app::command::{FilterEdit, ViewCommand};
use crate::app::state::State;
use crate::app::ui::form::{button_width, chip, menu, named};
use crate::app::ui::metrics::{DROP_DOWN, TINY_SPACE};
use crate::app::ui::widgets::{shortened, weak};
use crate::model::TravellerIndex;
use crate::text::{count, key};

/// The name of the menu where all travellers are shown.
pub(super) const TRAVELLERS: &str = "Travellers";
/// So many chips at most; the others are found by typing.
const MOST_CHIPS: usize = 120;
/// With fewer travellers nobody needs to type.
const LEAST_TO_FIND: usize = 12;

/// Whether a file needs the menu.
pub(super) fn is_needed(state: &State) -> bool {
    state.chronicle().has_several_travellers()
}

/// The menu; its name says who is left.
pub(super) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let (chronicle, chosen) = (cx.state.chronicle(), &cx.state.filter.travellers);
    let only = chosen.first().filter(|_| chosen.len() == 1).and_then(|&index| chronicle.traveller(index));
    let name = match (chosen.len(), only) {
        (0, _) => TRAVELLERS.to_owned(),
        (_, Some(name)) => shortened(name).into_owned(),
        (several, None) => format!("{several} travellers"),
    };
    let least_width = button_width(ui, TRAVELLERS);
    let response = menu(ui, "travellers", &name, least_width, |ui| {
        ui.set_min_width(DROP_DOWN);
        chips_ui(ui, cx);
    });
    response.on_hover_text("Show only some travellers");
}

fn chips_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    let all = state.chronicle().travellers.len();
    let wanted = if LEAST_TO_FIND <= all { find_ui(ui) } else { String::new() };
    let trips = |counts: &[usize], index: TravellerIndex| counts.get(index.position()).copied().unwrap_or(0);
    let named = state.chronicle().indexed_travellers().map(|(index, traveller)| (index, traveller.name.as_str()));
    let named = named.filter(|(_, name)| !name.is_empty());
    let mut found: Vec<_> = named.filter(|(_, name)| key(name).contains(&wanted)).collect();
    found.sort_by_key(|(index, _)| Reverse(trips(&state.whole.by_traveller, *index)));
    let chosen = &state.filter.travellers;
    if !chosen.is_empty() && ui.button("All travellers").clicked() {
        cx.send(ViewCommand::EditFilter(FilterEdit::AllTravellers));
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(TINY_SPACE);
        for &(index, name) in found.iter().take(MOST_CHIPS) {
            let trips = [trips(&state.shown.by_traveller, index), trips(&state.whole.by_traveller, index)];
            let response = chip(ui, &shortened(name), trips, chosen.contains(&index));
            if response.clicked() {
                cx.send(ViewCommand::EditFilter(FilterEdit::ToggleTraveller(index)));
            }
        }
    });
    let more = found.len().saturating_sub(MOST_CHIPS);
    if 0 < more {
        weak(ui, &format!("and {}: type a part of the name", count(more, "more traveller", "more travellers")));
    }
    if found.is_empty() {
        weak(ui, "Nobody of this name.");
    }
}

/// The field for a part of a name; what was typed, as words are compared.
fn find_ui(ui: &mut Ui) -> String {
    let id = Id::unique("find a traveller");
    let mut text = ui.data_mut(|data| data.get_temp::<String>(id)).unwrap_or_default();
    let response = ui.add(TextEdit::singleline(&mut text).hint_text("Find a traveller").desired_width(DROP_DOWN));
    let response = named(response, Role::TextInput, "Find a traveller");
    if response.changed() {
        ui.data_mut(|data| data.insert_temp(id, text.clone()));
    }
    key(&text)
}
