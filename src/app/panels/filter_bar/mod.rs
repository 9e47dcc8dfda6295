//! The second bar: what is shown of the file.

mod filter_menu;
mod find;
mod fit;
mod limits;
mod travellers;

use eframe::egui::{Align, Button, Layout, Modifiers, Role, Ui, vec2};

use fit::{BarFit, DECADES};

use crate::app::command::ViewCommand;
use crate::app::command::action::Action;
use crate::app::command::cx::PanelCx;
use crate::app::command::shortcut::with_modifiers;
use crate::app::panels::switch::Switch;
use crate::app::ui::access;
use crate::app::ui::form::{button_width, chip, menu, named, switch_width};
use crate::app::ui::metrics::{SMALL_SPACE, SPACE};
use crate::time::format_decade;

/// Decades, the switches beside them as far as there is room, and what is at the end of the bar.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let switches = Switch::all(cx.state);
    let fit = BarFit::new(ui, cx.state, &switches, ui.available_width());
    ui.horizontal_centered(|ui| {
        access::region(ui, Role::Toolbar, "What is shown");
        ui.spacing_mut().item_spacing.x = SMALL_SPACE;
        if fit.has_chips {
            decades_ui(ui, cx);
        } else {
            decades_menu_ui(ui, cx);
        }
        if 0.0 < fit.hidden_width {
            limits::hidden_menu_ui(ui, cx, fit.hidden_width);
        }
        ui.spacing_mut().item_spacing.x = SPACE;
        for switch in switches.iter().take(fit.switches) {
            // As wide as with the largest number, so that those behind it stay where they are.
            let size = vec2(switch_width(ui, &switch.widest_label(cx.state)), ui.available_height());
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_size(size);
                switch.ui(ui, cx);
            });
        }
        ui.spacing_mut().item_spacing.x = SMALL_SPACE;
        limits::chips_ui(ui, cx, ui.available_width() - fit.menus_width - SMALL_SPACE);
        ui.add_space((ui.available_width() - fit.menus_width).max(0.0));
        if travellers::is_needed(cx.state) {
            travellers::ui(ui, cx);
        }
        filter_menu::ui(ui, cx);
        panel_ui(ui, cx);
    });
}

/// A chip for each decade, and one for all.
fn decades_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    let (chosen, whole) = (&state.filter.decades, &state.whole.by_decade);
    let all = |by_decade: &std::collections::BTreeMap<i32, usize>| by_decade.values().sum::<usize>();
    if chip(ui, "All", [all(&state.shown.by_decade), all(whole)], chosen.is_empty()).clicked() {
        cx.send(ViewCommand::AllDecades);
    }
    let hover = format!("{} shows several decades", with_modifiers(ui.ctx(), Modifiers::COMMAND, "click"));
    for (decade, trips) in state.decades() {
        let trips = [trips, whole.get(&decade).copied().unwrap_or(0)];
        let response = chip(ui, &format_decade(decade), trips, chosen.contains(&decade));
        if response.on_hover_text(&hover).clicked() {
            let add = ui.input(|input| input.modifiers.command);
            cx.send(if add { ViewCommand::ToggleDecade(decade) } else { ViewCommand::OnlyDecade(decade) });
        }
    }
}

/// The same as a menu.
fn decades_menu_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let chosen = &cx.state.filter.decades;
    let only = chosen.first().filter(|_| chosen.len() == 1).map(|&decade| format_decade(decade));
    let least_width = button_width(ui, DECADES);
    menu(ui, "decades", only.as_deref().unwrap_or(DECADES), least_width, |ui| {
        ui.vertical(|ui| decades_ui(ui, cx));
    });
}

/// Hides or shows the side panel.
fn panel_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let (arrow, words) =
        if cx.state.has_panel() { ("»", "Hide the side panel") } else { ("«", "Show the side panel") };
    let response = named(ui.add(Button::new(arrow)), Role::Button, words);
    if response.on_hover_text(Action::Panel.with_shortcut(ui.ctx(), words)).clicked() {
        cx.send(Action::Panel);
    }
}
