//! The line at the foot: what is shown, what is hidden and why, and what there is to tell.

use eframe::egui::{Align, Label, Layout, RichText, Ui};

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
    // What is at the right is placed first; the rest takes the room that is left.
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        now_ui(ui, state, now_secs, commands);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if let Some(left_out) = left_out(state) {
                ui.label(RichText::new(left_out).small().color(ui.visuals().error_fg_color));
            }
            let sources = count(state.chronicle().sources.len(), "source", "sources");
            let summary = format!("{} · {sources}", state.shown.summary());
            ui.add(Label::new(RichText::new(&summary).small().weak()).truncate()).on_hover_text(summary);
        });
    });
}

/// What there is to tell: an error first, then where he was on the day that is pointed at, then any other message.
fn now_ui(ui: &mut Ui, state: &State, now_secs: f64, commands: &mut Vec<Command>) {
    let pointed = state.pointed_day.map(|day| whereabouts(state, day));
    let text = match (&state.message, pointed) {
        (Some(message), pointed) if message.is_error || pointed.is_none() => {
            if ui.small_button("×").on_hover_text("Put this message away (Esc)").clicked() {
                commands.push(Command::DismissMessage);
            }
            let text = RichText::new(&message.text).small();
            if message.is_error { text.color(ui.visuals().error_fg_color) } else { text }
        }
        (_, Some(pointed)) => RichText::new(pointed).small(),
        (_, None) => match state.marked_day {
            Some(day) => RichText::new(whereabouts(state, day)).small(),
            None => RichText::new(visible_days(state, now_secs)).small().weak(),
        },
    };
    ui.add(Label::new(text).truncate());
}

/// Where each source has him on a day.
fn whereabouts(state: &State, day: Day) -> String {
    let words = Whereabouts::new(state.chronicle(), &state.document.day_index, day).summary(state.chronicle());
    format!("{}: {words}", words::day(day, Months::Abbreviated))
}

/// How many trips of the file could not be used.
fn left_out(state: &State) -> Option<String> {
    let trips = state.document.trips_left_out;
    (0 < trips).then(|| format!("{} left out, see the list of problems ·", count(trips, "trip", "trips")))
}

/// The days in view, in words, and how many they are.
fn visible_days(state: &State, now_secs: f64) -> String {
    let window = state.motion.window(now_secs);
    let days: Span = state.timeline.map.days_in(window);
    let number = count(usize::try_from(days.days()).unwrap_or(0), "day", "days");
    format!("{} ({number})", words::span(days, Months::Abbreviated))
}
