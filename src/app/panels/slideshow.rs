//! The bar of a slideshow, in place of the filters: which trip it is, and the way on.

use eframe::egui::{Align, Button, Layout, Role, Ui};

use crate::app::command::ViewCommand;
use crate::app::command::action::Action;
use crate::app::command::cx::PanelCx;
use crate::app::state::{Slideshow, Step};
use crate::app::ui::access;
use crate::app::ui::form::named;
use crate::app::ui::metrics::SPACE;
use crate::time::Months;

/// Title, number, trip, and the buttons.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>, slideshow: &Slideshow) {
    let state = cx.state;
    ui.horizontal_centered(|ui| {
        access::region(ui, Role::Toolbar, "Slideshow");
        ui.spacing_mut().item_spacing.x = SPACE;
        for (step, sign) in [(Step::Back, "◀"), (Step::Forward, "▶")] {
            let action = Action::StepSlide(step);
            let button = ui.add_enabled(slideshow.stepped(step).is_some(), Button::new(sign));
            let response = named(button, Role::Button, action.spec().name);
            if response.on_hover_text(action.hover(ui.ctx())).clicked() {
                cx.send(action);
            }
        }
        ui.strong(&slideshow.title);
        ui.weak(format!("{} of {}", slideshow.at + 1, slideshow.trips.len()));
        if let Some(trip) = slideshow.trip() {
            let country = state.chronicle().country_name(state.chronicle().trip(trip));
            let days = state.shown.span(state.chronicle(), trip).format(Months::Full);
            ui.label(format!("{country}, {days}"));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.button("End").on_hover_text(Action::Escape.with_shortcut(ui.ctx(), "End the slideshow")).clicked() {
                cx.send(ViewCommand::EndSlideshow);
            }
            let full = Action::FullScreen;
            if ui.button(full.spec().name).on_hover_text(full.hover(ui.ctx())).clicked() {
                cx.send(full);
            }
        });
    });
}
