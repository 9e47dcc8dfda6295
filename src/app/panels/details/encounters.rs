//! Encounters in the side panel's details of a trip.

use eframe::egui::Ui;

use crate::app::command::ViewCommand;
use crate::app::command::cx::PanelCx;
use crate::app::state::Selection;
use crate::app::ui::widgets::{section, weak};
use crate::model::TripIndex;
use crate::text::grouped;
use crate::time::Months;

/// At most so many encounters of a trip are listed.
const MOST_LISTED: usize = 20;

/// Who was in the country on the same days, each a link that selects the trips of both; nothing until that is known.
pub(super) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>, index: TripIndex) {
    let (state, chronicle) = (cx.state, cx.state.chronicle());
    let stays = state.statistics.iter().flat_map(|statistics| statistics.encounters.of_trip(index));
    let stays: Vec<_> = stays.collect();
    if stays.is_empty() {
        return;
    }
    section(ui, "Encounters");
    for stay in stays.iter().take(MOST_LISTED) {
        let travellers = stay.trips.iter().map(|&trip| chronicle.trip(trip).traveller);
        let other = travellers.into_iter().find(|who| *who != chronicle.trip(index).traveller);
        let name = other.and_then(|who| chronicle.traveller(who)).unwrap_or("not named");
        let days = stay.days.possible.hull().map(|span| span.format(Months::Abbreviated)).unwrap_or_default();
        let possibly = if stay.is_certain() { "" } else { ", possibly" };
        if ui.link(format!("{name}, {days}{possibly}")).on_hover_text("Select the trips of both").clicked() {
            cx.send(ViewCommand::Select(Selection::Trips(stay.trips.to_vec())));
        }
    }
    if MOST_LISTED < stays.len() {
        weak(ui, &format!("and {} more", grouped(stays.len() - MOST_LISTED)));
    }
}
