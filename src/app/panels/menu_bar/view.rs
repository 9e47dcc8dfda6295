//! The menu of what is shown and how: switches, order and names of lanes, what totals count, the look of the window.

use eframe::egui::{self, DragValue, Slider, Ui};

use crate::app::command::action::Action;
use crate::app::command::cx::PanelCx;
use crate::app::command::{ArrangementEdit, FilterEdit, ViewCommand};
use crate::app::panels::switch::Switch;
use crate::app::state::Step;
use crate::app::ui::form::{found_by_letter, named, radios};
use crate::layout::{ColorBy, LaneBy, LaneGroup, LaneHeight, LaneNames, LaneOrder};
use crate::model::Counting;
use crate::paint::Theme;

/// What is shown, how it is arranged, and how the window looks.
pub(super) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    for switch in Switch::all(cx.state) {
        switch.ui(ui, cx);
    }
    ui.separator();
    submenu(ui, "Lanes", |ui| lanes_ui(ui, cx));
    submenu(ui, "Colours", |ui| {
        if let Some(color) = radios(ui, "Colours tell", ColorBy::ALL, cx.state.timeline.classes.by, ColorBy::label) {
            cx.send(ViewCommand::Arrange(ArrangementEdit::Color(color)));
        }
    });
    submenu(ui, "Theme", |ui| {
        let name = |theme| Action::Theme(theme).spec().name;
        if let Some(theme) = radios(ui, "Colours of the window", &THEMES, cx.state.settings.theme, name) {
            cx.send(ViewCommand::SetTheme(theme));
        }
        cx.menu_item(ui, Action::SystemTheme);
    });
    ui.separator();
    if let Some(counting) = radios(ui, "Totals count", Counting::ALL, cx.state.filter.counting, Counting::label) {
        cx.send(ViewCommand::EditFilter(FilterEdit::Counting(counting)));
    }
    days_between_ui(ui, cx);
    for actions in [
        &[Action::Panel, Action::Overview, Action::Legend][..],
        &[Action::ReduceMotion, Action::WheelZooms],
        &[Action::Larger, Action::Smaller, Action::UsualSize],
        &[Action::PlayTour, Action::FullScreen],
    ] {
        ui.separator();
        for &action in actions {
            cx.menu_item(ui, action);
        }
    }
}

/// The themes for a window.
const THEMES: [Theme; 3] = [Theme::Dark, Theme::Light, Theme::HighContrast];

/// A menu in a menu.
fn submenu(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    let menu = ui.menu_button(name, content);
    found_by_letter(ui, &menu.response, name);
}

/// Order, names and height of lanes.
fn lanes_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let arrangement = &cx.state.settings.arrangement;
    if let Some(lanes) = radios(ui, "A lane for each", LaneBy::ALL, arrangement.lanes, LaneBy::label) {
        cx.send(ViewCommand::Arrange(ArrangementEdit::Lanes(lanes)));
    }
    let groupings = cx.state.chronicle().groupings();
    if let Some(group) = radios(ui, "Countries below headings", &groupings, arrangement.group, LaneGroup::label) {
        cx.send(ViewCommand::Arrange(ArrangementEdit::Group(group)));
    }
    if let Some(order) = radios(ui, "Order of lanes", LaneOrder::ALL, arrangement.order, LaneOrder::label) {
        cx.send(ViewCommand::Arrange(ArrangementEdit::Order(order)));
    }
    if let Some(names) = radios(ui, "Names of lanes", LaneNames::ALL, arrangement.names, LaneNames::label) {
        cx.send(ViewCommand::Arrange(ArrangementEdit::Names(names)));
    }
    height_ui(ui, cx);
    ui.separator();
    for action in [Action::StepHeight(Step::Forward), Action::StepHeight(Step::Back), Action::AllLanes, Action::Beside]
    {
        cx.menu_item(ui, action);
    }
}

/// The heights on the slider, from the left: that which follows the room, then from the lowest.
const HEIGHTS: [LaneHeight; 5] =
    [LaneHeight::Fit, LaneHeight::Thin, LaneHeight::Dense, LaneHeight::Normal, LaneHeight::Roomy];

/// The height of lanes, as a slider of five steps.
fn height_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let current = cx.state.settings.arrangement.height;
    let mut step = HEIGHTS.iter().position(|height| *height == current).unwrap_or(0);
    ui.weak("Height of lanes");
    ui.horizontal(|ui| {
        let slider = Slider::new(&mut step, 0..=HEIGHTS.len() - 1).show_value(false);
        let response = named(ui.add(slider), egui::Role::Slider, "Height of lanes");
        let height = HEIGHTS.get(step).copied().unwrap_or_default();
        if response.changed() {
            cx.send(ViewCommand::Arrange(ArrangementEdit::Height(height)));
        }
        ui.label(height.label());
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
        let response = named(ui.add(field), egui::Role::SpinButton, "Days between legs");
        let response = response.on_hover_text("Days that may lie between two legs of a tour");
        if response.changed() {
            cx.send(ViewCommand::Arrange(ArrangementEdit::MostDaysBetween(days)));
        }
        ui.label("between legs");
    });
}
