//! The side panel's Details: what is selected, as each source tells it.

mod accounts;
mod event;
mod tour;
mod trip_link;

use eframe::egui::{RichText, Ui};

use trip_link::trip_link;

use crate::{
    app::{
        command::{Effect, ViewCommand, action::Action, cx::PanelCx},
        state::{Selection, State, Step},
        ui::widgets::{heading, section, weak},
    },
    export::CopyFormat,
    model::{Rank, TripIndex, TripRank},
    text::{capitalised, count, grouped},
    time::format_year,
};

/// What is selected, or what to do when nothing is.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    match &state.selection {
        Selection::Nothing => nothing_ui(ui, cx),
        Selection::Event(index) => event::ui(ui, state.chronicle(), *index, &mut cx.paint),
        Selection::Trips(trips) => match trips.as_slice() {
            [index] => trip_ui(ui, cx, *index),
            trips => list_ui(ui, cx, trips),
        },
    }
}

fn nothing_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    ui.add_space(4.0);
    ui.label("Click a bar to see who was met, where and why, and what each source says of it.");
    ui.add_space(8.0);
    section(ui, "In this file");
    ui.label(state.shown.summary());
    section(ui, "Sources");
    for source in &state.chronicle().sources {
        ui.label(RichText::new(&source.name).strong());
        weak(ui, if source.citation.is_empty() { "No citation given." } else { &source.citation });
    }
    let undated: Vec<_> = state
        .shown
        .events
        .iter()
        .map(|&index| (index, state.chronicle().event(index)))
        .filter(|(_, event)| event.when.is_none())
        .collect();
    if !undated.is_empty() {
        section(ui, "Events without a date");
        for (index, event) in undated {
            if ui.link(format!("{}: {}", capitalised(event.kind.label()), event.title)).clicked() {
                cx.send(ViewCommand::Select(Selection::Event(index)));
            }
        }
    }
}

/// How many of the selected trips are listed.
const MOST_LISTED: usize = 200;

/// Several trips, each a link to itself.
fn list_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, trips: &[TripIndex]) {
    let state = cx.state;
    if let Some(tour) = state.selected_tour().filter(|&tour| 1 < trips.len() && state.legs_shown(tour) == trips) {
        return tour::tour_ui(ui, cx, tour);
    }
    ui.heading(count(trips.len(), "trip selected", "trips selected"));
    ui.add_space(6.0);
    for &index in trips.iter().take(MOST_LISTED) {
        if trip_link(ui, state, index, "") {
            cx.send(ViewCommand::Select(Selection::Trips(vec![index])));
        }
    }
    if MOST_LISTED < trips.len() {
        weak(ui, &format!("… and {} more", trips.len() - MOST_LISTED));
    }
    ui.add_space(10.0);
    if ui.button("Zoom to them").clicked() {
        cx.send(Action::ShowSelection);
    }
}

fn trip_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, index: TripIndex) {
    let state = cx.state;
    let chronicle = state.chronicle();
    let trip = chronicle.trip(index);
    let year = format_year(state.shown.span(chronicle, index).start().year());
    heading(ui, chronicle, trip.country, &year, &mut cx.paint);
    if let Some(traveller) = chronicle.traveller(trip.traveller) {
        ui.label(traveller);
    }
    ui.label(RichText::new(position_words(state, index)).weak());

    accounts::when_ui(ui, cx, trip);
    accounts::tellings_ui(ui, chronicle, trip);
    tour::leg_ui(ui, cx, index);
    findings_ui(ui, cx, index);

    let inferred: Vec<_> = trip.accounts().iter().filter(|account| account.inferred.is_some()).collect();
    if !inferred.is_empty() {
        section(ui, "Restored in the text");
        for account in inferred {
            weak(ui, account.inferred.as_deref().unwrap_or_default());
        }
    }
    section(ui, "Before and after");
    neighbours_ui(ui, cx, index);
    section(ui, "Sources");
    for account in trip.accounts() {
        let source = chronicle.source(account.source);
        ui.label(RichText::new(&source.name).strong());
        if !source.citation.is_empty() {
            weak(ui, &source.citation);
        }
    }
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        let key = Action::ShowSelection.shortcut(ui.ctx());
        if ui.button("Zoom to this trip").on_hover_text(key).clicked() {
            cx.send(Action::ShowSelection);
        }
        ui.menu_button("Copy", |ui| {
            for (format, words) in CopyFormat::ALL {
                if ui.button(words).clicked() {
                    cx.send(Effect::CopyTrip(index, format));
                }
            }
        });
    });
}

/// `Visit 5 of 12 to this country · trip 15 of 50`: among the trips that totals count, whatever the filter hides of them.
fn position_words(state: &State, index: TripIndex) -> String {
    match state.rank {
        TripRank::Pending => "Counting …".to_owned(),
        TripRank::NotCounted => {
            format!("{}, not counted", capitalised(state.chronicle().trip(index).status.label()))
        }
        TripRank::Counted { visit, trip } => {
            let words = |place: Rank| format!("{} of {}", grouped(place.number), grouped(place.of));
            format!("Visit {} to this country · trip {}", words(visit), words(trip))
        }
    }
}

/// What there is to find about a trip, each a link to the finding.
fn findings_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, index: TripIndex) {
    let state = cx.state;
    let mut findings = state.document.findings().of(index).peekable();
    if findings.peek().is_none() {
        return;
    }
    section(ui, "Findings");
    for (position, finding) in findings {
        if ui.link(finding.message(state.chronicle())).on_hover_text(finding.code.label()).clicked() {
            cx.send(ViewCommand::SelectFinding(position));
        }
    }
}

/// The trips before and after in the order of time, among those shown.
fn neighbours_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, index: TripIndex) {
    let state = cx.state;
    if !state.is_ordered() {
        return weak(ui, "Putting the trips in order …");
    }
    let trips = state.shown.trips(state.chronicle());
    let Some(position) = state.shown.position(state.chronicle(), trips, index) else { return };
    let before = position.checked_sub(1).and_then(|before| trips.get(before));
    let after = trips.get(position + 1);
    for (neighbour, step, arrow) in [(before, Step::Back, "‹ "), (after, Step::Forward, "› ")] {
        match neighbour {
            Some(&neighbour) => {
                if trip_link(ui, state, neighbour, arrow) {
                    cx.send(ViewCommand::StepTrip(step));
                }
            }
            None => weak(
                ui,
                if step == Step::Back { "This is the first trip shown." } else { "This is the last trip shown." },
            ),
        }
    }
}
