//! The menu on a bar.

use eframe::egui::Ui;

use super::told::met;
use crate::app::command::cx::PanelCx;
use crate::app::command::{Command, Effect, FilterEdit, ViewCommand};
use crate::app::state::Selection;
use crate::data::SearchField;
use crate::export::CopyFormat;
use crate::model::{TripIndex, TripKind};
use crate::time::Months;

/// What can be done with a trip.
pub(super) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>, index: TripIndex) {
    let state = cx.state;
    let chronicle = state.chronicle();
    let trip = chronicle.trip(index);
    let country = chronicle.country_name(trip);
    ui.strong(format!("{country}, {}", state.shown.span(chronicle, index).format(Months::Abbreviated)));
    item(ui, cx, "Zoom to this trip", ViewCommand::SelectAndShow(Selection::Trips(vec![index])));
    if let Some((tour, _)) = state.timeline.tours.of(index) {
        item(ui, cx, "Show its tour", ViewCommand::SelectAndShow(Selection::Trips(state.legs_shown(tour))));
    }
    let named = met(state, index);
    for name in &named {
        item(ui, cx, &format!("All meetings with {name}"), ViewCommand::ShowPerson((*name).to_owned()));
    }
    item(ui, cx, "Copy as a footnote", Effect::CopyTrip(index, CopyFormat::Footnote));
    ui.separator();
    let is_only = state.filter.countries.contains(&trip.country);
    let words = if is_only { "Other countries too".to_owned() } else { format!("Only {country}") };
    item(ui, cx, &words, ViewCommand::EditFilter(FilterEdit::ToggleCountry(trip.country)));
    for name in named {
        let is_only = state.filter.search.asks_for(SearchField::Leader, name);
        let words = if is_only { format!("Also trips without {name}") } else { format!("Only trips with {name}") };
        item(ui, cx, &words, ViewCommand::ToggleName(SearchField::Leader, name.to_owned()));
    }
    if trip.kind != TripKind::Unspecified {
        let is_only = state.filter.kinds.len() == 1 && state.filter.kinds.contains(&trip.kind);
        let words = if is_only {
            "Other kinds too".to_owned()
        } else {
            format!("Only trips of the kind {}", trip.kind.label())
        };
        item(ui, cx, &words, ViewCommand::EditFilter(FilterEdit::OnlyKind(trip.kind)));
    }
    ui.separator();
}

fn item(ui: &mut Ui, cx: &mut PanelCx<'_>, name: &str, command: impl Into<Command>) {
    if ui.button(name).clicked() {
        cx.send(command);
        ui.close();
    }
}
