//! The side panel's Details: what is selected, as each source tells it.

use eframe::egui::{Align, Label, Layout, Link, RichText, Sense, Ui, vec2};

use super::{
    command::{Command, Selection, Step},
    event_details,
    state::State,
    widgets::{Ink, capitalised, heading, scale_bar, section, weak},
};
use crate::{
    layout::Role,
    model::{Account, Chronicle, Leader, Status, Trip, TripIndex, count},
    time::words::{self, Months},
};

/// What is selected, or what to do when nothing is.
pub(super) fn ui(ui: &mut Ui, state: &State, ink: &mut Ink<'_>, commands: &mut Vec<Command>) {
    match &state.selection {
        Selection::Nothing => nothing_ui(ui, state, commands),
        Selection::Event(index) => event_details::ui(ui, state.chronicle(), *index, ink),
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
    ui.label(state.shown.summary(state.chronicle()));
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
            if ui.link(format!("{}: {}", capitalised(event.kind.words()), event.title)).clicked() {
                commands.push(Command::Select(Selection::Event(index)));
            }
        }
    }
}

/// Several trips, each a link to itself.
fn list_ui(ui: &mut Ui, state: &State, trips: &[TripIndex], commands: &mut Vec<Command>) {
    ui.heading(count(trips.len(), "trip selected", "trips selected"));
    ui.add_space(6.0);
    for &index in trips {
        if trip_link(ui, state.chronicle(), index, "") {
            commands.push(Command::Select(Selection::Trips(vec![index])));
        }
    }
    ui.add_space(10.0);
    if ui.button("Zoom to them").clicked() {
        commands.push(Command::FitSelection);
    }
}

fn trip_ui(ui: &mut Ui, state: &State, index: TripIndex, ink: &mut Ink<'_>, commands: &mut Vec<Command>) {
    let chronicle = state.chronicle();
    let trip = chronicle.trip(index);
    let year = words::year_words(trip.possible().start().year());
    heading(ui, chronicle, trip.country, &year, ink);
    ui.label(RichText::new(position_words(state, index)).weak());

    section(ui, "When");
    for (track, account) in trip.accounts().iter().enumerate() {
        when_ui(ui, chronicle, trip, account, track, ink);
    }

    leaders_ui(ui, chronicle, trip);
    if trip.accounts().iter().any(|account| !account.places.is_empty()) {
        section(ui, "Where");
        by_source(ui, chronicle, trip, |account| account.places.join(", "));
    }
    section(ui, "What");
    let status = match trip.status {
        Status::Confirmed => String::new(),
        other => format!(" ({})", other.words()),
    };
    ui.label(format!("{}{status}", capitalised(trip.kind.words())));
    by_source(ui, chronicle, trip, |account| account.details.clone());

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
    if ui.button("Zoom to this trip").on_hover_text("F").clicked() {
        commands.push(Command::FitSelection);
    }
}

/// `Visit 5 of 12 to this country · trip 15 of 50`, counted among what is shown.
fn position_words(state: &State, index: TripIndex) -> String {
    let chronicle = state.chronicle();
    let country = chronicle.trip(index).country;
    let shown = &state.shown.trips;
    let to_country: Vec<TripIndex> =
        shown.iter().copied().filter(|&other| chronicle.trip(other).country == country).collect();
    let place = |trips: &[TripIndex]| trips.iter().position(|&other| other == index).map(|position| position + 1);
    match (place(&to_country), place(shown)) {
        (Some(visit), Some(trip)) => {
            format!("Visit {visit} of {} to this country · trip {trip} of {}", to_country.len(), shown.len())
        }
        _ => String::new(),
    }
}

/// One account's dates, its words for them, and a bar on a scale that all accounts share.
fn when_ui(ui: &mut Ui, chronicle: &Chronicle, trip: &Trip, account: &Account, track: usize, ink: &mut Ink<'_>) {
    ui.horizontal(|ui| {
        ui.label(RichText::new(&chronicle.source(account.source).name).weak());
        ui.label(words::of(&account.when, Months::Abbreviated));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(RichText::new(words::duration(account.when.duration())).weak());
        });
    });
    if 1 < trip.accounts().len() {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 8.0), Sense::hover());
        let role = Role::Bar { kind: trip.kind, track: u8::try_from(track).unwrap_or(u8::MAX) };
        scale_bar(ui, rect, trip.possible(), &account.when, role, ink);
    }
    if let Some(verbatim) = &account.verbatim {
        weak(ui, &format!("“{verbatim}”"));
    }
}

/// Who was met, each person once per source, with the office that source gives.
fn leaders_ui(ui: &mut Ui, chronicle: &Chronicle, trip: &Trip) {
    if trip.accounts().iter().all(|account| account.leaders.is_empty()) {
        return;
    }
    section(ui, "Leaders met");
    for account in trip.accounts() {
        let source = source_name(chronicle, trip, account).map_or_else(String::new, |name| format!(" · {name}"));
        for Leader { name, office } in &account.leaders {
            ui.scope(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                if name.is_empty() {
                    ui.label(office);
                    weak(ui, &format!("The source gives no name{source}"));
                } else {
                    ui.strong(name);
                    weak(ui, &format!("{office}{source}"));
                }
            });
        }
    }
}

/// What each account says on something, under its source's name where there are several.
fn by_source(ui: &mut Ui, chronicle: &Chronicle, trip: &Trip, text: impl Fn(&Account) -> String) {
    for account in trip.accounts() {
        let words = text(account);
        if words.is_empty() {
            continue;
        }
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            if let Some(name) = source_name(chronicle, trip, account) {
                weak(ui, name);
            }
            ui.add(Label::new(words).wrap());
        });
    }
}

/// The source's name where it is needed to tell several accounts apart.
fn source_name<'a>(chronicle: &'a Chronicle, trip: &Trip, account: &Account) -> Option<&'a str> {
    (1 < trip.accounts().len()).then(|| chronicle.source(account.source).name.as_str())
}

/// The trips before and after in the order of time, among those shown.
fn neighbours_ui(ui: &mut Ui, state: &State, index: TripIndex, commands: &mut Vec<Command>) {
    let trips = &state.shown.trips;
    let Some(position) = trips.iter().position(|&other| other == index) else { return };
    let before = position.checked_sub(1).and_then(|before| trips.get(before));
    let after = trips.get(position + 1);
    for (neighbour, step, arrow) in [(before, Step::Back, "‹ "), (after, Step::Forward, "› ")] {
        match neighbour {
            Some(&neighbour) => {
                if trip_link(ui, state.chronicle(), neighbour, arrow) {
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

/// A trip in a line that can be clicked; whether it was.
fn trip_link(ui: &mut Ui, chronicle: &Chronicle, index: TripIndex, lead: &str) -> bool {
    let trip = chronicle.trip(index);
    let dates =
        trip.accounts().first().map(|account| words::of(&account.when, Months::Abbreviated)).unwrap_or_default();
    let place = trip.places().first().map(|place| format!(", {place}")).unwrap_or_default();
    let country = &chronicle.country(trip.country).name;
    ui.add(Link::new(format!("{lead}{dates} {country}{place}"))).clicked()
}
