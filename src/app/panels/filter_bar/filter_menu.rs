//! The menu that leaves only some kinds of trips or countries, and brings back hidden lanes.

use eframe::egui::Ui;

use super::fit::WIDEST_ONLY;
use crate::app::command::cx::PanelCx;
use crate::app::command::{FilterEdit, LaneEdit, ViewCommand};
use crate::app::ui::form::{button_width, menu};
use crate::layout::LaneNames;
use crate::model::{CountryIndex, TripKind};
use crate::text::capitalised;

/// The menu; its name counts the limits that are set.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let filter = &cx.state.filter;
    let lanes = filter.only_lanes.len() + filter.hidden_lanes.len();
    let limits = filter.kinds.len() + filter.countries.len() + lanes;
    let name = if limits == 0 { "Only" } else { &format!("Only {limits}") };
    let least_width = button_width(ui, WIDEST_ONLY);
    let response = menu(ui, "only menu", name, least_width, |ui| {
        if ui.button("All kinds and countries").clicked() {
            cx.send(ViewCommand::EditFilter(FilterEdit::AllKindsAndCountries));
            ui.close();
        }
        lanes_ui(ui, cx);
        ui.separator();
        ui.weak("Only these kinds of trips");
        for &kind in TripKind::ALL {
            if ui.checkbox(&mut filter.kinds.contains(&kind), capitalised(kind.label())).changed() {
                cx.send(ViewCommand::EditFilter(FilterEdit::ToggleKind(kind)));
            }
        }
        ui.separator();
        ui.weak("Only these countries");
        for (position, country) in cx.state.chronicle().countries.iter().enumerate() {
            let index = CountryIndex::new(position);
            if ui.checkbox(&mut filter.countries.contains(&index), &country.name).changed() {
                cx.send(ViewCommand::EditFilter(FilterEdit::ToggleCountry(index)));
            }
        }
    });
    response.on_hover_text("Show only some kinds of trips or countries, and bring back hidden lanes");
}

/// The lanes that are hidden, and those that alone are shown.
fn lanes_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let (filter, chronicle) = (&cx.state.filter, cx.state.chronicle());
    let lists = [
        ("Only these lanes", &filter.only_lanes, LaneEdit::Only),
        ("Hidden lanes", &filter.hidden_lanes, LaneEdit::Hide),
    ];
    for (title, lanes, edit) in lists.into_iter().filter(|(_, lanes, _)| !lanes.is_empty()) {
        ui.separator();
        ui.weak(title);
        for &lane in lanes {
            if ui.checkbox(&mut true, lane.name(chronicle, LaneNames::Then)).changed() {
                cx.send(ViewCommand::EditLane { edit, lane: Some(lane) });
            }
        }
    }
}
