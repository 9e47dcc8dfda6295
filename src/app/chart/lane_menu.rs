//! The menu on a lane's name.

use eframe::egui::{Button, Role, Ui};

use crate::app::command::action::Action;
use crate::app::command::cx::PanelCx;
use crate::app::command::{LaneEdit, ViewCommand};
use crate::app::state::Step;
use crate::app::ui::form::named;
use crate::layout::LaneNames;
use crate::model::LaneKey;

/// What can be done with a lane.
pub(super) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>, key: LaneKey) {
    let state = cx.state;
    let Some(lane) = state.timeline.lanes.iter().find(|lane| lane.key == key) else { return };
    let choices = &state.settings.arrangement.choices;
    ui.strong(key.name(state.chronicle(), LaneNames::Then));
    item(ui, cx, "Select its trips", None, LaneEdit::Select, key);
    let is_only = state.filter.only_lanes.len() == 1 && state.filter.only_lanes.contains(&key);
    let only = if is_only { "Show the others too" } else { "Show only this" };
    item(ui, cx, only, Some(Action::OnlyLane), LaneEdit::Only, key);
    item(ui, cx, "Hide", Some(Action::HideLane), LaneEdit::Hide, key);
    cx.menu_item(ui, Action::AllLanes);
    ui.separator();
    let pin = if choices.pinned.contains(&key) { "Unpin" } else { "Pin to the top" };
    item(ui, cx, pin, Some(Action::PinLane), LaneEdit::Pin, key);
    let collapse = if choices.collapsed.contains(&key) { "Expand" } else { "Collapse to one row" };
    item(ui, cx, collapse, Some(Action::CollapseLane), LaneEdit::Collapse, key);
    if let Some(heading) = lane.heading {
        let name = format!("Collapse {}", heading.name(state.chronicle(), LaneNames::Then));
        item(ui, cx, &name, None, LaneEdit::Collapse, heading);
    }
    for step in [Step::Back, Step::Forward] {
        let name = if step == Step::Back { "Move up" } else { "Move down" };
        item(ui, cx, name, Some(Action::MoveLane(step)), LaneEdit::Move(step), key);
    }
}

fn item(ui: &mut Ui, cx: &mut PanelCx<'_>, name: &str, key_of: Option<Action>, edit: LaneEdit, lane: LaneKey) {
    let shortcut = key_of.map(|action| action.shortcut(ui.ctx())).unwrap_or_default();
    if named(ui.add(Button::new(name).shortcut_text(shortcut)), Role::Button, name).clicked() {
        cx.send(ViewCommand::EditLane { edit, lane: Some(lane) });
        ui.close();
    }
}
