//! The menu of what is chosen once and then left alone.

use eframe::egui::{
    self, DragValue, PopupCloseBehavior, Ui, WidgetInfo,
    containers::menu::{MenuButton, MenuConfig},
};

use crate::{
    app::command::{ArrangementEdit, FilterEdit, ViewCommand, action::Action, cx::PanelCx},
    layout::{LaneNames, LaneOrder},
    model::Counting,
};

/// What is chosen once and then left alone.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let arrangement = cx.state.settings.arrangement;
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    MenuButton::new("View").config(config).ui(ui, |ui| {
        ui.set_min_width(230.0);
        ui.weak("Order of lanes");
        for &order in LaneOrder::ALL {
            if ui.radio(order == arrangement.order, order.label()).clicked() {
                cx.send(ViewCommand::Arrange(ArrangementEdit::Order(order)));
            }
        }
        ui.separator();
        ui.weak("Names of lanes");
        for &names in LaneNames::ALL {
            if ui.radio(names == arrangement.names, names.label()).clicked() {
                cx.send(ViewCommand::Arrange(ArrangementEdit::Names(names)));
            }
        }
        ui.separator();
        ui.weak("Totals count");
        for &counting in Counting::ALL {
            if ui.radio(counting == cx.state.filter.counting, counting.label()).clicked() {
                cx.send(ViewCommand::EditFilter(FilterEdit::Counting(counting)));
            }
        }
        ui.separator();
        days_between_ui(ui, cx);
        ui.separator();
        cx.menu_item(ui, Action::SaveView);
        cx.menu_item(ui, Action::OpenView);
        ui.separator();
        cx.switch(ui, Action::Legend, None, "");
        cx.switch(ui, Action::WheelZooms, None, "");
    });
}

/// The most days between two legs that can be chosen.
const MOST_DAYS_BETWEEN_LEGS: u16 = 60;

/// The field for the days between two legs of a tour.
fn days_between_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    ui.horizontal(|ui| {
        // A menu takes the frames off its buttons; without one this would not look like a field.
        ui.style_mut().visuals = ui.ctx().global_style().visuals.clone();
        ui.label("Tours: at most");
        let mut days = cx.state.settings.arrangement.most_days_between;
        let field = DragValue::new(&mut days).range(0..=MOST_DAYS_BETWEEN_LEGS).suffix(" days");
        let response = ui.add(field).on_hover_text("Days that may lie between two legs of a tour");
        response.widget_info(|| WidgetInfo::labeled(egui::Role::SpinButton, true, "Days between legs"));
        if response.changed() {
            cx.send(ViewCommand::Arrange(ArrangementEdit::MostDaysBetween(days)));
        }
        ui.label("between legs");
    });
}
