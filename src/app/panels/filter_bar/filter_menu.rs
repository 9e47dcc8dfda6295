//! The menu that leaves only some kinds of trips, or only some countries.

use eframe::egui::{ScrollArea, Ui};

use crate::app::command::cx::PanelCx;
use crate::app::command::{FilterEdit, ViewCommand};
use crate::app::ui::form::menu;
use crate::model::{CountryIndex, TripKind};
use crate::text::capitalised;

/// The most height of the list of countries, in pixels.
const MOST_HEIGHT: f32 = 260.0;

/// The menu; its name counts the limits that are set.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let filter = &cx.state.filter;
    let limits = filter.kinds.len() + filter.countries.len();
    let name = if limits == 0 { "Only" } else { &format!("Only {limits}") };
    let response = menu(ui, "only menu", name, |ui| {
        ui.set_min_width(220.0);
        ui.weak("Only these kinds of trips");
        for &kind in TripKind::ALL {
            if ui.checkbox(&mut filter.kinds.contains(&kind), capitalised(kind.label())).changed() {
                cx.send(ViewCommand::EditFilter(FilterEdit::ToggleKind(kind)));
            }
        }
        ui.separator();
        ui.weak("Only these countries");
        ScrollArea::vertical().max_height(MOST_HEIGHT).show(ui, |ui| {
            for (position, country) in cx.state.chronicle().countries.iter().enumerate() {
                let index = CountryIndex::new(position);
                if ui.checkbox(&mut filter.countries.contains(&index), &country.name).changed() {
                    cx.send(ViewCommand::EditFilter(FilterEdit::ToggleCountry(index)));
                }
            }
        });
        ui.separator();
        if ui.button("All kinds and countries").clicked() {
            cx.send(ViewCommand::EditFilter(FilterEdit::AllKindsAndCountries));
            ui.close();
        }
    });
    response.on_hover_text("Show only some kinds of trips, or only some countries");
}
