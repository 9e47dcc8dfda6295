//! What the filter hides: how much and why, and its parts, each with a way to take it away.

use eframe::egui::{Button, Role, Ui};

use crate::app::command::cx::PanelCx;
use crate::app::command::{FilterEdit, ViewCommand};
use crate::app::state::State;
use crate::app::ui::form::{button_width, menu, named};
use crate::app::ui::metrics::SMALL_SPACE;
use crate::app::ui::widgets::shortened;
use crate::model::Limit;
use crate::text::{count, grouped};

/// How many trips are hidden, as a menu that says why and takes it back.
pub(super) fn hidden_menu_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, width: f32) {
    let state = cx.state;
    let name = format!("{} hidden", grouped(state.shown.hidden_count()));
    let response = menu(ui, "hidden", &name, width, |ui| {
        if state.shown.hidden.is_empty() {
            ui.weak("Every trip of the file is shown.");
        }
        for (&reason, &trips) in &state.shown.hidden {
            let name = format!("Show {} hidden: {}", count(trips, "trip", "trips"), reason.label());
            if ui.button(name).clicked() {
                cx.send(ViewCommand::EditFilter(FilterEdit::Without(reason)));
            }
        }
        let limits = state.filter.limits();
        if limits.is_empty() {
            return;
        }
        ui.separator();
        for &limit in &limits {
            limit_ui(ui, cx, limit);
        }
        if ui.button("Clear all filters").clicked() {
            cx.send(ViewCommand::EditFilter(FilterEdit::LiftAll));
            ui.close();
        }
    });
    let said = format!("{} hidden", count(state.shown.hidden_count(), "trip", "trips"));
    response.accessible_name(said).on_hover_text(state.shown.summary());
}

/// The parts of the filter that have no other place in the bar, as many as fit into so many pixels.
pub(super) fn chips_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, mut room: f32) {
    let limits = cx.state.filter.limits();
    for limit in limits.into_iter().filter(|limit| !matches!(limit, Limit::Decade(_) | Limit::Disputed)) {
        let width = button_width(ui, &label(cx.state, limit)) + SMALL_SPACE;
        if width <= room {
            room -= width;
            limit_ui(ui, cx, limit);
        }
    }
}

fn label(state: &State, limit: Limit) -> String {
    format!("{} ×", shortened(&state.filter.describe(state.chronicle(), limit)))
}

/// A part of the filter, which a click takes away.
fn limit_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, limit: Limit) {
    let name = cx.state.filter.describe(cx.state.chronicle(), limit);
    let response = named(ui.add(Button::new(label(cx.state, limit))), Role::Button, &format!("Remove filter {name}"));
    if response.on_hover_text("Take this away from the filter").clicked() {
        cx.send(ViewCommand::EditFilter(FilterEdit::Lift(limit)));
    }
}
