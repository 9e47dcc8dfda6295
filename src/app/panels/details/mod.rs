//! The side panel's Details: what is selected, by each source.

mod accounts;
mod encounters;
mod event;
mod painted;
mod read_me;
mod source;
mod tour;
mod trip_link;

use eframe::egui::{Button, RichText, Ui};

use painted::heading;
use source::source_ui;
use trip_link::trip_link;

use crate::app::command::action::Action;
use crate::app::command::cx::PanelCx;
use crate::app::command::{Effect, ViewCommand};
use crate::app::state::{Selection, State, Step};
use crate::app::ui::form::menu;
use crate::app::ui::widgets::{foldable, section, title, weak};
use crate::export::CopyFormat;
use crate::model::{Rank, TourIndex, TripIndex, TripRank};
use crate::text::{capitalised, count, grouped};

/// What is selected; without a selection a hint, the sources and the events without a date.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    match &state.selection {
        Selection::Nothing => nothing_ui(ui, cx),
        Selection::Event(index) => event::ui(ui, cx, *index),
        Selection::Trips(trips) => match trips.as_slice() {
            [index] => trip_ui(ui, cx, *index),
            trips => list_ui(ui, cx, trips),
        },
    }
}

fn nothing_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    read_me::ui(ui, cx);
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
    if let Some(tour) = tour_of(state, trips) {
        return tour::tour_ui(ui, cx, tour);
    }
    for &index in trips.iter().take(MOST_LISTED) {
        if trip_link(ui, state, index, "") {
            cx.send(ViewCommand::Select(Selection::Trips(vec![index])));
        }
    }
    if MOST_LISTED < trips.len() {
        weak(ui, &format!("… and {} more", grouped(trips.len() - MOST_LISTED)));
    }
}

/// What stays in view above the rest: what is selected, and what can be done with it.
pub(crate) fn head_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    match &state.selection {
        Selection::Nothing => return,
        Selection::Event(index) => {
            let event = state.chronicle().event(*index);
            heading(ui, cx, event.country, event.when.as_ref().map(|when| when.possible().start()));
        }
        Selection::Trips(trips) => match trips.as_slice() {
            [index] => trip_head_ui(ui, cx, *index),
            trips => match tour_of(state, trips) {
                Some(tour) => tour::head_ui(ui, state, tour),
                None => title(ui, &count(trips.len(), "trip selected", "trips selected")),
            },
        },
    }
    ui.horizontal(|ui| {
        if let [index] = state.selection.trips() {
            for (sign, step) in [("‹", Step::Back), ("›", Step::Forward)] {
                cx.sign_button(ui, Button::new(sign), Action::StepTrip(step));
            }
            zoom_ui(ui, cx);
            menu(ui, "copy", "Copy", 0.0, |ui| {
                for (format, words) in CopyFormat::ALL {
                    if ui.button(words).clicked() {
                        cx.send(Effect::CopyTrip(*index, format));
                        ui.close();
                    }
                }
            });
        } else {
            zoom_ui(ui, cx);
        }
    });
    ui.separator();
}

/// The tour whose legs these trips are.
fn tour_of(state: &State, trips: &[TripIndex]) -> Option<TourIndex> {
    state.selected_tour().filter(|&tour| 1 < trips.len() && state.legs_shown(tour) == trips)
}

fn trip_head_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, index: TripIndex) {
    let (state, chronicle) = (cx.state, cx.state.chronicle());
    let trip = chronicle.trip(index);
    heading(ui, cx, trip.country, Some(state.shown.span(chronicle, index).start()));
    if let Some(traveller) = chronicle.among_several(trip.traveller) {
        let with_offices: Vec<&str> = [traveller].into_iter().chain(chronicle.offices_during(trip)).collect();
        ui.label(with_offices.join(", "));
    }
    ui.label(RichText::new(describe_rank(state, index)).weak());
}

fn zoom_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    cx.button(ui, "Zoom", Action::ShowSelection);
}

fn trip_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, index: TripIndex) {
    let chronicle = cx.state.chronicle();
    let trip = chronicle.trip(index);
    accounts::when_ui(ui, cx, trip);
    if let Some(clicked) = accounts::table_ui(ui, chronicle, trip) {
        cx.send(clicked);
    }
    encounters::ui(ui, cx, index);
    findings_ui(ui, cx, index);
    section(ui, "Before and after");
    tour::leg_ui(ui, cx, index);
    neighbours_ui(ui, cx, index);
    let inferred: Vec<_> = trip.accounts().iter().filter_map(|account| account.inferred.as_deref()).collect();
    let settings = &cx.state.settings;
    let restored_ui = |ui: &mut Ui| inferred.iter().for_each(|text| weak(ui, text));
    if !inferred.is_empty() && foldable(ui, "Restored in the text", settings.unfolds_restored, restored_ui) {
        cx.send(ViewCommand::ToggleRestored);
    }
    let sources_ui = |ui: &mut Ui| {
        for account in trip.accounts() {
            source_ui(ui, chronicle.source(account.source));
        }
    };
    if foldable(ui, "Sources", settings.unfolds_sources, sources_ui) {
        cx.send(ViewCommand::ToggleSources);
    }
}

/// `Visit 5 of 12 to this country · trip 15 of 50`: among the trips that totals count, whatever the filter hides of them.
fn describe_rank(state: &State, index: TripIndex) -> String {
    match state.rank {
        TripRank::Pending => "Counting …".to_owned(),
        TripRank::NotCounted => {
            format!("{}, not counted", capitalised(state.chronicle().trip(index).status.label()))
        }
        TripRank::Counted { visit, trip } => {
            let describe = |rank: Rank| format!("{} of {}", grouped(rank.number), grouped(rank.of));
            format!("Visit {} to this country · trip {}", describe(visit), describe(trip))
        }
    }
}

/// The findings about a trip, each a link.
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
    for (neighbour, step, arrow, end) in [
        (before, Step::Back, "‹ ", "This is the first trip shown."),
        (after, Step::Forward, "› ", "This is the last trip shown."),
    ] {
        match neighbour {
            None => weak(ui, end),
            Some(&neighbour) => {
                if trip_link(ui, state, neighbour, arrow) {
                    cx.send(ViewCommand::StepTrip(step));
                }
            }
        }
    }
}
