//! Tours in the side panel: the leg before, the leg after, and all of them.

use eframe::egui::{RichText, Ui};

use super::trip_link::trip_link;
use crate::app::command::ViewCommand;
use crate::app::command::action::Action;
use crate::app::command::cx::PanelCx;
use crate::app::state::Selection;
use crate::app::ui::widgets::{section, weak};
use crate::model::{TourIndex, TripIndex};

/// Which leg of which tour a trip is, with the legs beside it.
pub(crate) fn leg_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, trip: TripIndex) {
    let state = cx.state;
    let tours = &state.timeline.tours;
    let Some((index, leg)) = tours.of(trip) else { return };
    let tour = tours.tour(index);
    section(ui, "Tour");
    let words = format!("Leg {} of {} · {}", leg + 1, tour.leg_count(), tour.name(state.chronicle()));
    let key = Action::ShowSelection.shortcut(ui.ctx());
    let hover = format!("{} ({key} twice shows it)", tour.describe(state.chronicle()));
    if ui.link(words).on_hover_text(hover).clicked() {
        cx.send(ViewCommand::Select(Selection::Trips(state.legs_shown(index))));
    }
    let beside = [(leg.checked_sub(1), "‹ leg "), (Some(leg + 1), "› leg ")];
    for (at, arrow) in beside {
        if let Some((at, &other)) = at.and_then(|at| Some((at, tours.legs(tour).get(at)?)))
            && state.shown.is_visible(other)
            && trip_link(ui, state, other, &format!("{arrow}{}: ", at + 1))
        {
            cx.send(ViewCommand::Select(Selection::Trips(vec![other])));
        }
    }
}

/// All legs of a tour, each a link to itself.
pub(crate) fn tour_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, index: TourIndex) {
    let state = cx.state;
    let tour = state.timeline.tours.tour(index);
    ui.heading(tour.name(state.chronicle()));
    ui.label(RichText::new(tour.numbers()).weak());
    section(ui, "Legs");
    for (leg, &trip) in state.timeline.tours.legs(tour).iter().enumerate() {
        if !state.shown.is_visible(trip) {
            let country = state.chronicle().country(state.chronicle().trip(trip).country);
            weak(ui, &format!("{}  {}, hidden by the filter", leg + 1, country.name));
        } else if trip_link(ui, state, trip, &format!("{}  ", leg + 1)) {
            cx.send(ViewCommand::Select(Selection::Trips(vec![trip])));
        }
    }
    ui.add_space(10.0);
    if ui.button("Zoom to the tour").on_hover_text(Action::ShowSelection.shortcut(ui.ctx())).clicked() {
        cx.send(Action::ShowSelection);
    }
}
