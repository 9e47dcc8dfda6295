//! The side panel's Details: what is selected, as each source tells it.

pub(crate) mod accounts;
mod event;
mod tour;
mod trip_link;

use eframe::egui::{RichText, Ui};

use trip_link::trip_link;

use crate::{
    app::{
        command::Command,
        state::{
            State,
            selection::{Selection, Step},
        },
        ui::widgets::{Ink, capitalised, heading, section, weak},
    },
    export::CopyFormat,
    model::{Rank, TripIndex, TripRank, count, grouped},
    time::words,
};

/// What is selected, or what to do when nothing is.
pub(crate) fn ui(ui: &mut Ui, state: &State, ink: &mut Ink<'_>, commands: &mut Vec<Command>) {
    match &state.selection {
        Selection::Nothing => nothing_ui(ui, state, commands),
        Selection::Event(index) => event::ui(ui, state.chronicle(), *index, ink),
        Selection::Trips(trips) => match trips.as_slice() {
            [index] => trip_ui(ui, state, *index, ink, commands),
            trips => list_ui(ui, state, trips, commands),
        },
    }
}

fn nothing_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
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
                commands.push(Command::Select(Selection::Event(index)));
            }
        }
    }
}

/// How many of the selected trips are listed.
const MOST_LISTED: usize = 200;

/// Several trips, each a link to itself.
fn list_ui(ui: &mut Ui, state: &State, trips: &[TripIndex], commands: &mut Vec<Command>) {
    if let Some(tour) = state.selected_tour().filter(|&tour| 1 < trips.len() && state.legs_shown(tour) == trips) {
        return tour::tour_ui(ui, state, tour, commands);
    }
    ui.heading(count(trips.len(), "trip selected", "trips selected"));
    ui.add_space(6.0);
    for &index in trips.iter().take(MOST_LISTED) {
        if trip_link(ui, state, index, "") {
            commands.push(Command::Select(Selection::Trips(vec![index])));
        }
    }
    if MOST_LISTED < trips.len() {
        weak(ui, &format!("… and {} more", trips.len() - MOST_LISTED));
    }
    ui.add_space(10.0);
    if ui.button("Zoom to them").clicked() {
        commands.push(Command::FitSelection);
    }
}

fn trip_ui(ui: &mut Ui, state: &State, index: TripIndex, ink: &mut Ink<'_>, commands: &mut Vec<Command>) {
    let chronicle = state.chronicle();
    let trip = chronicle.trip(index);
    let year = words::year_words(state.shown.span(chronicle, index).start().year());
    heading(ui, chronicle, trip.country, &year, ink);
    if let Some(traveller) = chronicle.traveller(trip.traveller) {
        ui.label(traveller);
    }
    ui.label(RichText::new(position_words(state, index)).weak());

    accounts::when_ui(ui, state, trip, ink);
    accounts::tellings_ui(ui, chronicle, trip);
    tour::leg_ui(ui, state, index, commands);
    findings_ui(ui, state, index, commands);

    let inferred: Vec<_> = trip.accounts().iter().filter(|account| account.inferred.is_some()).collect();
    if !inferred.is_empty() {
        section(ui, "Restored in the text");
        for account in inferred {
            weak(ui, account.inferred.as_deref().unwrap_or_default());
        }
    }
    section(ui, "Before and after");
    neighbours_ui(ui, state, index, commands);
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
        if ui.button("Zoom to this trip").on_hover_text("F").clicked() {
            commands.push(Command::FitSelection);
        }
        ui.menu_button("Copy", |ui| {
            for (format, words) in CopyFormat::ALL {
                if ui.button(words).clicked() {
                    commands.push(Command::CopyTrip(index, format));
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
fn findings_ui(ui: &mut Ui, state: &State, index: TripIndex, commands: &mut Vec<Command>) {
    let mut findings = state.document.findings().of(index).peekable();
    if findings.peek().is_none() {
        return;
    }
    section(ui, "Findings");
    for (position, finding) in findings {
        if ui.link(finding.message(state.chronicle())).on_hover_text(finding.code.label()).clicked() {
            commands.push(Command::SelectFinding(position));
        }
    }
}

/// The trips before and after in the order of time, among those shown.
fn neighbours_ui(ui: &mut Ui, state: &State, index: TripIndex, commands: &mut Vec<Command>) {
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
                    commands.push(Command::StepTrip(step));
                }
            }
            None => weak(
                ui,
                if step == Step::Back { "This is the first trip shown." } else { "This is the last trip shown." },
            ),
        }
    }
}
