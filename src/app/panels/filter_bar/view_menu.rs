//! The menu of what is chosen once and then left alone.

use eframe::egui::{
    self, DragValue, PopupCloseBehavior, Ui, WidgetInfo,
    containers::menu::{MenuButton, MenuConfig},
};

use crate::{
    app::{command::Command, state::State, ui::form::switch},
    layout::{Arrangement, LaneNames, LaneOrder},
    model::Counting,
};

/// What is chosen once and then left alone.
pub(crate) fn ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let arrangement = state.settings.arrangement;
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    MenuButton::new("View").config(config).ui(ui, |ui| {
        ui.set_min_width(230.0);
        ui.weak("Order of lanes");
        for &order in LaneOrder::ALL {
            if ui.radio(order == arrangement.order, order.label()).clicked() {
                commands.push(Command::Arrange(Arrangement { order, ..arrangement }));
            }
        }
        ui.separator();
        ui.weak("Names of lanes");
        for &names in LaneNames::ALL {
            if ui.radio(names == arrangement.names, names.label()).clicked() {
                commands.push(Command::Arrange(Arrangement { names, ..arrangement }));
            }
        }
        ui.separator();
        ui.weak("Totals count");
        for &counting in Counting::ALL {
            if ui.radio(counting == state.filter.counting, counting.label()).clicked() {
                commands.push(Command::SetFilter(state.filter.clone().with_counting(counting)));
            }
        }
        ui.separator();
        ui.horizontal(|ui| {
            // A menu takes the frames off its buttons; without one nobody would take this for a field.
            ui.style_mut().visuals = ui.ctx().global_style().visuals.clone();
            ui.label("Tours: at most");
            let mut most_days_between = arrangement.most_days_between;
            let days = DragValue::new(&mut most_days_between).range(0..=MOST_DAYS_BETWEEN_LEGS).suffix(" days");
            let response = ui.add(days).on_hover_text("Days that may lie between two legs of a tour");
            response.widget_info(|| WidgetInfo::labeled(egui::Role::SpinButton, true, "Days between legs"));
            if response.changed() {
                commands.push(Command::Arrange(Arrangement { most_days_between, ..arrangement }));
            }
            ui.label("between legs");
        });
        ui.separator();
        view_file_ui(ui, commands);
        ui.separator();
        let mut legend = arrangement.legend;
        if switch(ui, &mut legend, "Legend", "Explain colours and shapes below the overview") {
            commands.push(Command::Arrange(Arrangement { legend, ..arrangement }));
        }
        let mut wheel = state.settings.wheel_zooms;
        if switch(ui, &mut wheel, "Wheel zooms", "On: the wheel zooms. Off: it scrolls the lanes, and zooms with Ctrl")
        {
            commands.push(Command::SetWheelZooms(wheel));
        }
    });
}

/// The view as a file.
fn view_file_ui(ui: &mut Ui, commands: &mut Vec<Command>) {
    for (words, hover, command) in [
        (
            "Save view…",
            "Keep what is shown, as it is shown, in a small file to open or draw again",
            Command::SaveView(None),
        ),
        ("Open view…", "Show what such a file says; Alt + ← goes back", Command::ChooseView),
    ] {
        if ui.button(words).on_hover_text(hover).clicked() {
            commands.push(command);
            ui.close();
        }
    }
}

/// More days than these between two legs make two tours in anyone's eyes.
const MOST_DAYS_BETWEEN_LEGS: u16 = 60;
