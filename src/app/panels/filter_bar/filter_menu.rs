//! The menu that leaves only some kinds of trips, or only some countries.

use std::collections::BTreeSet;

use eframe::egui::{
    PopupCloseBehavior, ScrollArea, Ui,
    containers::menu::{MenuButton, MenuConfig},
};

use crate::{
    app::{command::Command, state::State, ui::widgets::capitalised},
    model::{CountryIndex, Filter, TripKind},
};

/// Height of the list of countries at most, in pixels.
const MOST_HEIGHT: f32 = 260.0;

/// The menu, with how many limits are set.
pub(crate) fn ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let filter = &state.filter;
    let limits = filter.kinds.len() + filter.countries.len();
    let name = if limits == 0 { "Only".to_owned() } else { format!("Only {limits}") };
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let (response, _) = MenuButton::new(name).config(config).ui(ui, |ui| {
        ui.set_min_width(220.0);
        ui.weak("Only these kinds of trips");
        for &kind in TripKind::ALL {
            if let Some(kinds) = toggled(ui, &filter.kinds, kind, &capitalised(kind.label())) {
                commands.push(Command::SetFilter(Filter { kinds, ..filter.clone() }));
            }
        }
        ui.separator();
        ui.weak("Only these countries");
        ScrollArea::vertical().max_height(MOST_HEIGHT).show(ui, |ui| {
            for (position, country) in state.chronicle().countries.iter().enumerate() {
                if let Some(countries) = toggled(ui, &filter.countries, CountryIndex::new(position), &country.name) {
                    commands.push(Command::SetFilter(Filter { countries, ..filter.clone() }));
                }
            }
        });
        ui.separator();
        if ui.button("All kinds and countries").clicked() {
            let all = Filter { kinds: BTreeSet::new(), countries: BTreeSet::new(), ..filter.clone() };
            commands.push(Command::SetFilter(all));
            ui.close();
        }
    });
    response.on_hover_text("Show only some kinds of trips, or only some countries");
}

/// A checkbox for a limit; the limits with it or without it, if it was changed.
fn toggled<T: Copy + Ord>(ui: &mut Ui, limits: &BTreeSet<T>, limit: T, words: &str) -> Option<BTreeSet<T>> {
    let mut chosen = limits.contains(&limit);
    ui.checkbox(&mut chosen, words).changed().then(|| {
        let mut limits = limits.clone();
        if !limits.remove(&limit) {
            limits.insert(limit);
        }
        limits
    })
}
