//! What lies beyond both edges of the time in view: a chip at each, which goes there.

use eframe::egui::{self, Align2, Button, RichText, Role, Ui, Vec2};

use super::picture::Picture;
use crate::app::command::ViewCommand;
use crate::app::command::cx::PanelCx;
use crate::app::state::{State, Step};
use crate::app::ui::form::named;
use crate::app::ui::metrics::{BEYOND_CHIP, TINY_SPACE};
use crate::app::ui::widgets::part_ui;
use crate::layout::Rect;
use crate::model::TripIndex;
use crate::time::{Months, Span, format_year};

/// How many trips that began before are looked at for the last one that has ended.
const LOOKED_AT: usize = 16;

/// The chips, in the corner above the names of lanes and at the right end of the axis.
pub(super) fn ui(ui: &mut Ui, picture: &Picture<'_>, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    // Where lanes are moved, the order of trips is not that on the axis.
    let is_moved = state.settings.arrangement.choices.moved.is_some();
    if is_moved || !state.is_ordered() || state.timeline.lanes.is_empty() {
        return;
    }
    let (areas, days) = (picture.frame.areas, picture.frame.scale.days());
    let corner = Rect { left: 0.0, right: areas.axis.left, ..areas.axis };
    for (step, area) in [(Step::Back, corner), (Step::Forward, areas.axis)] {
        let Some(trip) = nearest(state, days, step) else { continue };
        let area = picture.on_screen(area).shrink(TINY_SPACE);
        let place = Align2::RIGHT_TOP.align_size_within_rect(Vec2::from(BEYOND_CHIP).min(area.size()), area);
        if chip_ui(ui, place, state, trip, step) {
            let beyond = state.on_axis(trip);
            cx.send(ViewCommand::Reveal(beyond));
        }
    }
}

/// The trip that ended last before some days, or begins first after them.
fn nearest(state: &State, days: Span, step: Step) -> Option<TripIndex> {
    let trips = state.shown.trips(state.chronicle());
    let begins_before = |day| trips.partition_point(|&index| state.shown.span(state.chronicle(), index).start() < day);
    match step {
        Step::Back => {
            let before = trips.get(..begins_before(days.start()))?.iter().rev().take(LOOKED_AT);
            before.copied().find(|&index| state.on_axis(index).end() <= days.start())
        }
        Step::Forward => trips.get(begins_before(days.end())..)?.first().copied(),
    }
}

/// A chip with a month; whether it was clicked.
fn chip_ui(ui: &mut Ui, place: egui::Rect, state: &State, trip: TripIndex, step: Step) -> bool {
    let day = match step {
        Step::Back => state.timeline.drawn(state.chronicle(), trip).last(),
        Step::Forward => state.timeline.drawn(state.chronicle(), trip).start(),
    };
    let (year, month, _) = day.ymd();
    let month = format!("{} {}", Months::Abbreviated.name(month), format_year(year));
    let country = &state.chronicle().country(state.chronicle().trip(trip).country).name;
    let (text, words) = match step {
        Step::Back => (format!("‹ {month}"), format!("Trip before what is in view: {country}, {month}")),
        Step::Forward => (format!("{month} ›"), format!("Trip after what is in view: {country}, {month}")),
    };
    part_ui(ui, place, |ui| {
        ui.spacing_mut().button_padding = Vec2::splat(TINY_SPACE);
        ui.spacing_mut().interact_size.y = place.height();
        let response =
            named(ui.add_sized(place.size(), Button::new(RichText::new(text).small())), Role::Button, &words);
        response.on_hover_text(words).clicked()
    })
}
