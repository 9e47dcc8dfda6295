//! The menu that leaves only some travellers: a chip for each, those with the most trips first.

use std::cmp::Reverse;

use eframe::egui::{Ui, Vec2};

use super::find::find_ui;
use crate::app::command::cx::PanelCx;
use crate::app::command::{FilterEdit, ViewCommand};
use crate::app::state::State;
use crate::app::ui::form::{button_width, chip, chip_width, menu};
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
        ui.set_width(DROP_DOWN);
        // A menu takes frames and padding off its buttons; without them these would not look like chips.
        ui.set_style(ui.ctx().global_style());
        chips_ui(ui, cx);
    });
    response.on_hover_text("Show only some travellers");
}

fn chips_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    let all = state.chronicle().travellers.len();
    let wanted = if LEAST_TO_FIND <= all { find_ui(ui, "Find a traveller") } else { String::new() };
    let trips = |counts: &[usize], index: TravellerIndex| counts.get(index.position()).copied().unwrap_or(0);
    let named = state.chronicle().indexed_travellers().map(|(index, traveller)| (index, traveller.name.as_str()));
    let named = named.filter(|(_, name)| !name.is_empty());
    let mut found: Vec<_> = named.filter(|(_, name)| key(name).contains(&wanted)).collect();
    found.sort_by_key(|(index, _)| Reverse(trips(&state.whole.by_traveller, *index)));
    let chosen = &state.filter.travellers;
    if !chosen.is_empty() && ui.button("All travellers").clicked() {
        cx.send(ViewCommand::EditFilter(FilterEdit::AllTravellers));
    }
    ui.spacing_mut().item_spacing = Vec2::splat(TINY_SPACE);
    let mut chips = found.iter().take(MOST_CHIPS).peekable();
    while chips.peek().is_some() {
        ui.horizontal(|ui| {
            // A chip has a room of its own, which egui does not wrap.
            let mut room = DROP_DOWN;
            let trips_of = |index| [trips(&state.shown.by_traveller, index), trips(&state.whole.by_traveller, index)];
            let mut is_first = true;
            while let Some(&(index, name)) = chips.next_if(|&&(index, name)| {
                room -= chip_width(ui, &shortened(name), trips_of(index)[1]) + TINY_SPACE;
                std::mem::take(&mut is_first) || 0.0 <= room
            }) {
                if chip(ui, &shortened(name), trips_of(index), chosen.contains(&index)).clicked() {
                    cx.send(ViewCommand::EditFilter(FilterEdit::ToggleTraveller(index)));
                }
            }
        });
    }
    let more = found.len().saturating_sub(MOST_CHIPS);
    if 0 < more {
        weak(ui, &format!("and {}: type a part of the name", count(more, "more traveller", "more travellers")));
    }
    if found.is_empty() {
        weak(ui, "Nobody of this name.");
    }
}
