//! The line at the foot: what is shown, what is hidden and why, and what there is to tell.

use eframe::egui::{Align, Layout, RichText, Ui};

use super::{command::Command, state::State};
use crate::{
    model::{Whereabouts, count},
    time::{
        Day, Span,
        words::{self, Months},
    },
};

/// The line.
pub(super) fn ui(ui: &mut Ui, state: &State, now_secs: f64, commands: &mut Vec<Command>) {
    ui.horizontal_centered(|ui| {
        let sources = count(state.chronicle().sources.len(), "source", "sources");
        ui.label(RichText::new(format!("{} · {sources}", state.shown.summary(state.chronicle()))).small().weak());
        if let Some(left_out) = left_out(state) {
            ui.label(RichText::new(left_out).small().color(ui.visuals().error_fg_color));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(message) = &state.message {
                if ui.small_button("×").on_hover_text("Put this message away").clicked() {
                    commands.push(Command::DismissMessage);
                }
                let text = RichText::new(&message.text).small();
                let text = if message.is_error { text.color(ui.visuals().error_fg_color) } else { text };
                ui.label(text);
            } else if let Some(day) = state.pointed_day.or(state.marked_day) {
                ui.label(RichText::new(whereabouts(state, day)).small());
            } else {
                ui.label(RichText::new(visible_days(state, now_secs)).small().weak());
            }
        });
    });
}

/// Where each source has him on a day.
fn whereabouts(state: &State, day: Day) -> String {
    let words = Whereabouts::on(state.chronicle(), day).summary(state.chronicle());
    format!("{}: {words}", words::day(day, Months::Abbreviated))
}

/// How many trips of the file could not be used.
fn left_out(state: &State) -> Option<String> {
    let trips = state.document.trips_left_out;
    (0 < trips).then(|| format!("· {} left out, see the list of problems", count(trips, "trip", "trips")))
}

/// The days in view, in words, and how many they are.
fn visible_days(state: &State, now_secs: f64) -> String {
    let window = state.motion.window(now_secs);
    let days: Span = state.timeline.map.days_in(window);
    let number = count(usize::try_from(days.days()).unwrap_or(0), "day", "days");
    format!("{} ({number})", words::span(days, Months::Abbreviated))
}
