//! Parts of the picture as things to point at and to click.

use eframe::egui::{self, CursorIcon, Response, Sense, Ui};

use super::{lane_menu, told, tooltip, trip_menu};
use crate::app::command::action::Action;
use crate::app::command::cx::PanelCx;
use crate::app::command::{ArrangementEdit, FilterEdit, LaneEdit, ViewCommand};
use crate::app::state::{Selection, State};
use crate::app::ui::access;
use crate::app::ui::form::named_choice;
use crate::layout::{Heard, HitInfo, LegendExtent, Target};
use crate::model::Reading;
use crate::time::Day;

/// Makes a part of the picture something to point at and to click, with a name for screen readers.
pub(super) fn target_ui(ui: &Ui, area: egui::Rect, hit_info: &HitInfo, heard: Heard, cx: &mut PanelCx<'_>) -> Response {
    let state = cx.state;
    let response = ui.interact(area, ui.scope_id().with(hit_info.target), Sense::click());
    let selected = match hit_info.target {
        Target::Trip(index) => state.selection.trips().contains(&index),
        Target::Block(first, _) => state.selection.trips().contains(&first),
        Target::Event(index) => state.selection == Selection::Event(index),
        Target::Tour(index) => *state.selection.trips() == state.legs_shown(index),
        Target::Kind(kind) => state.filter.kinds.contains(&kind),
        Target::Traveller(index) => state.filter.travellers.contains(&index),
        Target::Status(status) => state.filter.statuses.contains(&status),
        Target::Legend => state.settings.legend == LegendExtent::Whole,
        Target::LaneFold(key) => state.settings.arrangement.choices.collapsed.contains(&key),
        Target::EventKind(_) | Target::AllTours | Target::Folds => true,
        Target::Lane(_)
        | Target::Year(_)
        | Target::Length(_)
        | Target::Agreement(_)
        | Target::Encounters(..)
        | Target::Tours(..)
        | Target::Source(_) => false,
    };
    let response = named_choice(response, egui::Role::Button, selected, &hit_info.label);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    let response = match hit_info.target {
        // What lies below a dialog is not pointed at, even where the pointer rests on it.
        _ if state.dialog.is_some() => response,
        Target::Trip(index) => response.on_hover_ui_at_pointer(|ui| tooltip::trip_ui(ui, state, index)),
        Target::Block(..) => response.on_hover_text_at_pointer(format!("{}\n{BLOCK_CLICK}", hit_info.label)),
        Target::Tour(index) => response.on_hover_ui_at_pointer(|ui| {
            ui.label(state.timeline.tours.tour(index).describe(state.chronicle()));
        }),
        Target::Tours(..) => response.on_hover_text_at_pointer(format!("{}\n{TOURS_CLICK}", hit_info.label)),
        Target::Event(_)
        | Target::Year(_)
        | Target::Length(_)
        | Target::Agreement(_)
        | Target::Encounters(..)
        | Target::Source(_)
        | Target::Kind(_)
        | Target::Traveller(_)
        | Target::Status(_)
        | Target::EventKind(_)
        | Target::AllTours
        | Target::Folds
        | Target::LaneFold(_)
        | Target::Legend => response.on_hover_text_at_pointer(&hit_info.label),
        Target::Lane(key) => response.on_hover_ui(|ui| tooltip::lane_ui(ui, state, key)),
    };
    access::described(&response, || told::description(state, hit_info.target, heard));
    follow_clicks(&response, hit_info.target, cx);
    response.context_menu(|ui| match hit_info.target {
        Target::Lane(key) => lane_menu::ui(ui, cx, key),
        Target::Trip(index) => {
            trip_menu::ui(ui, cx, index);
            menu_ui(ui, cx);
        }
        _ => menu_ui(ui, cx),
    });
    response
}

/// Does what a click or a double click on something is for, where there was one.
pub(super) fn follow_clicks(response: &Response, target: Target, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    if response.double_clicked() && target.is_selectable() {
        cx.send(select(state, target));
        cx.send(ViewCommand::FitSelection);
    } else if response.clicked() {
        cx.send(match target {
            Target::Year(year) => ViewCommand::Show(state.window_of_year(year)),
            Target::Tours(first, last) => {
                let tours = [first, last].map(|index| state.timeline.tours.tour(index).days);
                ViewCommand::ShowDays(tours[0].hull(tours[1]))
            }
            Target::Source(source) => {
                let alone = Reading::Source(source);
                let reading = if state.filter.reading == alone { Reading::Either } else { alone };
                ViewCommand::EditFilter(FilterEdit::Reading(reading))
            }
            Target::Kind(kind) => ViewCommand::EditFilter(FilterEdit::OnlyKind(kind)),
            Target::Traveller(index) => ViewCommand::EditFilter(FilterEdit::ToggleTraveller(index)),
            Target::Status(status) => ViewCommand::EditFilter(FilterEdit::ToggleStatus(status)),
            Target::EventKind(_) => ViewCommand::EditFilter(FilterEdit::ToggleEvents),
            Target::AllTours => ViewCommand::Arrange(ArrangementEdit::ToggleTours),
            Target::Folds => ViewCommand::Arrange(ArrangementEdit::ToggleFolding),
            Target::LaneFold(key) => ViewCommand::EditLane { edit: LaneEdit::Collapse, lane: Some(key) },
            Target::Legend => ViewCommand::ToggleWholeLegend,
            target => select(state, target),
        });
    }
}

/// The context menu.
pub(super) fn menu_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let in_view =
        ui.button("Only the days in view").on_hover_text("Or drag over the axis or the years with Shift held");
    if in_view.clicked() {
        cx.send(ViewCommand::EditFilter(FilterEdit::Period(cx.state.days_in_view())));
        ui.close();
    }
    for action in
        [Action::ShowAll, Action::ShowSelection, Action::ClearSelection, Action::SaveScreenshot, Action::ExportFigure]
    {
        cx.menu_item(ui, action);
    }
}

/// What the mouse can do with a block.
const BLOCK_CLICK: &str = "Click to select them, double-click to come close enough to tell them apart";

/// What the mouse can do with many tours.
const TOURS_CLICK: &str = "Click to come close enough to tell them apart";

/// What a click on something selects.
fn select(state: &State, target: Target) -> ViewCommand {
    let chronicle = state.chronicle();
    ViewCommand::Select(match target {
        Target::Trip(index) => Selection::Trips(vec![index]),
        Target::Block(first, last) => {
            Selection::Trips(state.timeline.trips_between(chronicle, first, last, state.drawn_lanes.in_one_row))
        }
        Target::Event(index) => Selection::Event(index),
        Target::Tour(index) => Selection::Trips(state.legs_shown(index)),
        Target::Lane(key) => Selection::Trips(state.trips_of_lane(key)),
        Target::Year(year) => {
            let trips = state.shown.trips(chronicle);
            let before = |year: i32| {
                trips.partition_point(|&index| state.shown.span(chronicle, index).start() < Day::first_of_year(year))
            };
            Selection::Trips(trips[before(year)..before(year + 1)].to_vec())
        }
        Target::Source(_)
        | Target::Length(_)
        | Target::Agreement(_)
        | Target::Encounters(..)
        | Target::Tours(..)
        | Target::Kind(_)
        | Target::Traveller(_)
        | Target::Status(_)
        | Target::EventKind(_)
        | Target::AllTours
        | Target::Folds
        | Target::LaneFold(_)
        | Target::Legend => Selection::Nothing,
    })
}
