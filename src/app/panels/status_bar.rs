//! The status bar: what is shown, what is hidden and why, and messages.

use eframe::egui::{Align, Label, Layout, ProgressBar, RichText, Role, Ui};

use crate::app::command::action::Action;
use crate::app::command::cx::PanelCx;
use crate::app::command::{Effect, ViewCommand};
use crate::app::state::{State, Toast};
use crate::app::ui::access;
use crate::app::ui::form::named;
use crate::app::ui::metrics::PROGRESS_BAR;
use crate::layout::LaneGroup;
use crate::model::Examination;
use crate::text::{self, count};
use crate::time::{Day, Months, Span};

/// The whole bar.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    access::region(ui, Role::Status, "Status");
    // What is at the right is placed first; the rest takes the room that is left.
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        now_ui(ui, cx);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            loading_ui(ui, cx);
            let state = cx.state;
            let sources = count(state.chronicle().sources.len(), "source", "sources");
            let summary = format!("{} · {sources}", state.shown.summary());
            let label = ui.add(Label::new(RichText::new(&summary).small().weak()).truncate());
            // A tooltip would lie over a dialog.
            let label = if state.dialog.is_none() { label.on_hover_text(&summary) } else { label };
            access::announced(&label, || announcement(state, &summary), false);
        });
    });
}

/// The file that is being opened, how far it is, and a way to give it up.
fn loading_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    if let Some(loading) = &state.loading {
        let share = loading.progress.share();
        let [width, height] = PROGRESS_BAR;
        ui.add(ProgressBar::new(share).desired_width(width).desired_height(height));
        let shown = if state.document.is_partial { ", its beginning is shown" } else { "" };
        ui.label(RichText::new(format!("Opening {}: {:.0} %{shown}", loading.name, share * 100.0)).small());
        if ui.small_button("Cancel").on_hover_text("Give up the file that is being opened").clicked() {
            cx.send(Effect::CancelLoading);
        }
    } else if state.document.is_partial {
        let words = "only the beginning of the file was read ·";
        ui.label(RichText::new(words).small().color(ui.visuals().error_fg_color));
    } else if !state.is_arranged() {
        ui.label(RichText::new("arranging the lanes … ·").small().weak());
    } else if matches!(state.document.examination, Examination::Pending) && !state.chronicle().trips.is_empty() {
        ui.label(RichText::new("looking for findings … ·").small().weak());
    }
}

/// An error message, or one that is new; else where he was on the day under the pointer; else any other message; else the
/// days in view.
fn now_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    let pointed = state.pointed_day.map(|day| whereabouts(state, day));
    let now_secs = ui.input(|input| input.time);
    let is_new = |toast: &Toast| toast.since_secs.is_none_or(|since| now_secs < since + Toast::SHOWN_SECS);
    let mut is_message = false;
    let text = match (&state.toast, pointed) {
        (Some(toast), pointed) if toast.is_error || pointed.is_none() || is_new(toast) => {
            let hover = Action::Escape.with_shortcut(ui.ctx(), AWAY);
            if named(ui.small_button("×"), Role::Button, AWAY).on_hover_text(hover).clicked() {
                cx.send(ViewCommand::DismissToast);
            }
            if let Some(file) = &toast.file
                && ui.small_button("Show in folder").clicked()
            {
                cx.send(Effect::ShowInFolder(file.clone()));
            }
            is_message = true;
            let text = RichText::new(&toast.text).small();
            if toast.is_error { text.color(ui.visuals().error_fg_color) } else { text }
        }
        (_, Some(pointed)) => RichText::new(pointed).small(),
        (_, None) => match state.marked_day {
            Some(day) => RichText::new(whereabouts(state, day)).small(),
            None if state.chronicle().is_empty() => RichText::new(""),
            None => RichText::new(visible_days(state, now_secs)).small().weak(),
        },
    };
    let label = ui.add(Label::new(text).truncate());
    if let Some(toast) = state.toast.as_ref().filter(|_| is_message) {
        access::announced(&label, || toast.text.clone(), toast.is_error);
    }
}

/// What the button beside a message does.
const AWAY: &str = "Put this message away";

/// What is shown, in a sentence for each of what can change: the trips, the reading, the lanes, what a search finds.
fn announcement(state: &State, summary: &str) -> String {
    let mut sentences = vec![summary.replace(" · ", ", ")];
    if 1 < state.chronicle().sources.len() {
        sentences.push(format!("Reading: {}", state.filter.reading.name(state.chronicle())));
    }
    let arrangement = &state.settings.arrangement;
    let group = match arrangement.group {
        LaneGroup::No => String::new(),
        group => format!(", below headings: {}", group.label()),
    };
    sentences.push(format!("A lane for each {}{group}", arrangement.lanes.label()));
    if !state.search.text.trim().is_empty() {
        let found = count(state.search.matches.trips.len(), "trip", "trips");
        sentences.push(format!("{found} found for {}", state.search.text.trim()));
    }
    format!("{}.", sentences.join(". "))
}

/// Where each source has him on a day; in a large file, how many trips are shown on it.
fn whereabouts(state: &State, day: Day) -> String {
    let description = if state.is_large() {
        let (trips, countries) = state.timeline.trips_and_lanes_on(day);
        let countries = count(countries, "country", "countries");
        format!("{} to {countries} shown", count(trips, "trip", "trips"))
    } else {
        state.document.whereabouts(day, &state.filter.travellers).summary(state.chronicle())
    };
    format!("{}: {description}", day.format(Months::Abbreviated))
}

/// The days in view and how many they are.
fn visible_days(state: &State, now_secs: f64) -> String {
    let window = state.camera.window(now_secs);
    let days: Span = state.timeline.map.days_in(window);
    let number = text::duration(days.days());
    format!("{} ({number})", days.format(Months::Abbreviated))
}
