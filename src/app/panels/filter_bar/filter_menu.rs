//! The menu that leaves only some kinds of trips, travellers or countries.

use eframe::egui::Ui;

use super::fit::WIDEST_ONLY;
use crate::app::command::cx::PanelCx;
use crate::app::command::{FilterEdit, ViewCommand};
use crate::app::ui::form::{button_width, menu};
use crate::model::{CountryIndex, TravellerIndex, TripKind};
use crate::text::capitalised;

/// The menu; its name counts the limits that are set.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let filter = &cx.state.filter;
    let limits = filter.kinds.len() + filter.travellers.len() + filter.countries.len();
    let name = if limits == 0 { "Only" } else { &format!("Only {limits}") };
    let least_width = button_width(ui, WIDEST_ONLY);
    let response = menu(ui, "only menu", name, least_width, |ui| {
        if ui.button("All kinds and countries").clicked() {
            cx.send(ViewCommand::EditFilter(FilterEdit::AllKindsAndCountries));
            ui.close();
        }
        ui.separator();
        ui.weak("Only these kinds of trips");
        for &kind in TripKind::ALL {
            if ui.checkbox(&mut filter.kinds.contains(&kind), capitalised(kind.label())).changed() {
                cx.send(ViewCommand::EditFilter(FilterEdit::ToggleKind(kind)));
            }
        }
        travellers_ui(ui, cx);
        ui.separator();
        ui.weak("Only these countries");
        for (position, country) in cx.state.chronicle().countries.iter().enumerate() {
            let index = CountryIndex::new(position);
            if ui.checkbox(&mut filter.countries.contains(&index), &country.name).changed() {
                cx.send(ViewCommand::EditFilter(FilterEdit::ToggleCountry(index)));
            }
        }
    });
    response.on_hover_text("Show only some kinds of trips, travellers or countries");
}

/// The travellers of a file with several, those with the most trips first.
fn travellers_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let chronicle = cx.state.chronicle();
    if chronicle.travellers.len() < 2 {
        return;
    }
    ui.separator();
    ui.weak("Only these travellers");
    for position in 0..chronicle.travellers.len() {
        let index = TravellerIndex::new(position);
        let Some(name) = chronicle.traveller(index) else { continue };
        if ui.checkbox(&mut cx.state.filter.travellers.contains(&index), name).changed() {
            cx.send(ViewCommand::EditFilter(FilterEdit::ToggleTraveller(index)));
        }
    }
}
