//! Tours in the side panel: the leg before, the leg after, and all of them.

use eframe::egui::{RichText, Ui};

use super::trip_link::trip_link;
use crate::app::command::ViewCommand;
use crate::app::command::action::Action;
use crate::app::command::cx::PanelCx;
use crate::app::state::{Selection, State};
use crate::app::ui::widgets::{section, title, weak};
use crate::model::{TourIndex, TripIndex};

/// Which leg of which tour a trip is.
pub(crate) fn leg_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, trip: TripIndex) {
    let state = cx.state;
    let tours = &state.timeline.tours;
    let Some((index, leg)) = tours.of(trip) else { return };
    let tour = tours.tour(index);
    let words = format!("Leg {} of {} · {}", leg + 1, tour.leg_count(), tour.name(state.chronicle()));
    let key = Action::ShowSelection.shortcut(ui.ctx());
    let hover = format!("{} ({key} twice shows it)", tour.describe(state.chronicle()));
    if ui.link(words).on_hover_text(hover).clicked() {
        cx.send(ViewCommand::Select(Selection::Trips(state.legs_shown(index))));
    }
}

/// Its name and its numbers.
pub(super) fn head_ui(ui: &mut Ui, state: &State, index: TourIndex) {
    let tour = state.timeline.tours.tour(index);
    title(ui, &tour.name(state.chronicle()));
    ui.label(RichText::new(tour.numbers()).weak());
}

/// A button that tells its legs one by one.
fn play_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let play = Action::PlayTour;
    if ui.button(play.spec().name).on_hover_text(play.hover(ui.ctx())).clicked() {
        cx.send(play);
    }
}

/// All legs of a tour, each a link to itself.
pub(crate) fn tour_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, index: TourIndex) {
    let state = cx.state;
    let tour = state.timeline.tours.tour(index);
    play_ui(ui, cx);
    section(ui, "Legs");
    for (leg, &trip) in state.timeline.tours.legs(tour).iter().enumerate() {
        if !state.shown.is_visible(trip) {
            let country = state.chronicle().country(state.chronicle().trip(trip).country);
            weak(ui, &format!("{}  {}, hidden by the filter", leg + 1, country.name));
        } else if trip_link(ui, state, trip, &format!("{}  ", leg + 1)) {
            cx.send(ViewCommand::Select(Selection::Trips(vec![trip])));
        }
    }
}
