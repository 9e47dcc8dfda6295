//! The bar below the top bar: what is shown of the file.

mod filter_menu;
mod view_menu;

use eframe::egui::{Modifiers, RichText, Ui};

use crate::app::command::action::{Action, with_modifiers};
use crate::app::command::cx::PanelCx;
use crate::app::command::{FilterEdit, ViewCommand};
use crate::app::state::State;
use crate::app::ui::form::{chip, switch};
use crate::model::{EventKind, TripStatus};
use crate::text::{capitalised, count, grouped};
use crate::time::format_decade;

/// Decades, and the switches beside them.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        decades_ui(ui, cx);
        let hidden = RichText::new(format!("{} hidden", grouped(cx.state.shown.hidden_count()))).weak();
        ui.label(hidden).on_hover_text(cx.state.shown.summary());
        ui.add_space(14.0);
        ui.spacing_mut().item_spacing.x = 14.0;
        switches_ui(ui, cx);
        filter_menu::ui(ui, cx);
        view_menu::ui(ui, cx);
    });
}

/// A chip for each decade, and one for all.
fn decades_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    let chosen = &state.filter.decades;
    let all: usize = state.shown.by_decade.values().sum();
    if chip(ui, "All", all, chosen.is_empty()).clicked() {
        cx.send(ViewCommand::AllDecades);
    }
    let hover = format!("{} shows several decades", with_modifiers(ui.ctx(), Modifiers::COMMAND, "click"));
    for (decade, trips) in state.decades() {
        let response = chip(ui, &format_decade(decade), trips, chosen.contains(&decade));
        if response.on_hover_text(&hover).clicked() {
            let add = ui.input(|input| input.modifiers.command);
            cx.send(if add { ViewCommand::ToggleDecade(decade) } else { ViewCommand::OnlyDecade(decade) });
        }
    }
}

/// The switches that are used most; the rest is in the menu at the end.
fn switches_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    cx.switch(ui, Action::FoldTime, None, "");
    cx.switch(ui, Action::Tours, None, &state.timeline.tours.summary());
    let disputed = state.document.findings().disputed.len();
    if 0 < disputed {
        cx.switch(ui, Action::DisputedOnly, None, &count(disputed, "trip", "trips"));
    }
    let statuses = &state.chronicle().statuses;
    for &status in
        TripStatus::ALL.iter().filter(|&status| *status != TripStatus::Confirmed && statuses.contains(status))
    {
        let trips = state.shown.by_status.get(&status).copied().unwrap_or(0);
        let label = format!("{} {}", capitalised(status.label()), grouped(trips));
        let hover = format!("Also {} trips, drawn in outline", status.label());
        if switch(ui, state.filter.statuses.contains(&status), &label, &hover) {
            cx.send(ViewCommand::EditFilter(FilterEdit::ToggleStatus(status)));
        }
    }
    let events = state.chronicle().events.len();
    if 0 < events {
        cx.switch(ui, Action::Events, Some(events), &event_counts(state));
    }
}

/// How many events of each kind the file has.
fn event_counts(state: &State) -> String {
    let events = &state.chronicle().events;
    let counts: Vec<_> = EventKind::ALL
        .iter()
        .map(|&kind| (kind, events.iter().filter(|event| event.kind == kind).count()))
        .filter(|(_, number)| 0 < *number)
        .map(|(kind, number)| format!("{number} × {}", kind.label()))
        .collect();
    counts.join(", ")
}
