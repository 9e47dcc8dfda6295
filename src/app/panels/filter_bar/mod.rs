//! The bar below it: what is shown of the file.

mod filter_menu;
mod view_menu;

use eframe::egui::{Id, RichText, Ui, UiBuilder};

use crate::{
    app::{
        command::Command,
        state::State,
        ui::{
            form::{chip, switch},
            widgets::capitalised,
        },
    },
    layout::{Arrangement, TimeScale},
    model::{EventKind, Filter, TripStatus, count, grouped},
    paint::Theme,
    time::words::decade_words,
};

/// Decades, and the switches beside them.
pub(crate) fn ui(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let chosen = &state.filter.decades;
        let all: usize = state.shown.by_decade.values().sum();
        if chip(ui, theme, "All", all, chosen.is_empty()).clicked() {
            commands.push(Command::AllDecades);
        }
        for (decade, trips) in state.decades() {
            let response = chip(ui, theme, &decade_words(decade), trips, chosen.contains(&decade));
            if response.on_hover_text("Ctrl + click shows several decades").clicked() {
                let add = ui.input(|input| input.modifiers.command);
                commands.push(if add { Command::ToggleDecade(decade) } else { Command::OnlyDecade(decade) });
            }
        }
        let hidden = RichText::new(format!("{} hidden", grouped(state.shown.hidden_count()))).weak();
        ui.label(hidden).on_hover_text(state.shown.summary());
        ui.add_space(14.0);
        ui.spacing_mut().item_spacing.x = 14.0;
        switches_ui(ui, state, commands);
        // Names of their own keep menus open while chips come and go before them.
        let named = |name: &str| UiBuilder::new().scope_id(Id::unique(name));
        ui.scope_builder(named("only menu"), |ui| filter_menu::ui(ui, state, commands));
        ui.scope_builder(named("view menu"), |ui| view_menu::ui(ui, state, commands));
    });
}

/// The switches that are used most; the rest is in the menu at the end.
fn switches_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let (filter, arrangement) = (&state.filter, state.settings.arrangement);
    let mut folded = arrangement.scale == TimeScale::Folded;
    if switch(
        ui,
        &mut folded,
        "Fold quiet years",
        "Shrink long silences to thin bands; off: every day is as wide as any other",
    ) {
        let scale = if folded { TimeScale::Folded } else { TimeScale::ToScale };
        commands.push(Command::Arrange(Arrangement { scale, ..arrangement }));
    }
    let mut tours = arrangement.tours;
    if switch(
        ui,
        &mut tours,
        "Tours",
        &format!("Join trips that follow each other: {}", state.timeline.tours.summary()),
    ) {
        commands.push(Command::Arrange(Arrangement { tours, ..arrangement }));
    }
    let mut disputed_only = filter.disputed_only;
    let disputed = state.document.findings().disputed.len();
    if 0 < disputed
        && switch(
            ui,
            &mut disputed_only,
            "Disputed only",
            &format!(
                "Only the {} with a finding that disputes when, where or whom he visited",
                count(disputed, "trip", "trips")
            ),
        )
    {
        commands.push(Command::SetFilter(Filter { disputed_only, ..filter.clone() }));
    }
    for &status in TripStatus::ALL.iter().filter(|&&status| status != TripStatus::Confirmed) {
        status_ui(ui, state, status, commands);
    }
    let chronicle = state.chronicle();
    let mut events = filter.events;
    if !chronicle.events.is_empty()
        && switch(ui, &mut events, &format!("Events {}", chronicle.events.len()), &event_counts(state))
    {
        commands.push(Command::SetFilter(Filter { events, ..filter.clone() }));
    }
}

/// The switch of trips that are not confirmed, where the file has such.
fn status_ui(ui: &mut Ui, state: &State, status: TripStatus, commands: &mut Vec<Command>) {
    let in_file = state.chronicle().statuses().contains(&status);
    let number = state.shown.by_status.get(&status).copied().unwrap_or(0);
    let mut shown = state.filter.statuses.contains(&status);
    let words = format!("{} {}", capitalised(status.label()), grouped(number));
    if in_file && switch(ui, &mut shown, &words, &format!("Also {} trips, drawn in outline", status.label())) {
        let mut filter = state.filter.clone();
        if shown {
            filter.statuses.insert(status);
        } else {
            filter.statuses.remove(&status);
        }
        commands.push(Command::SetFilter(filter));
    }
}

fn event_counts(state: &State) -> String {
    let events = &state.chronicle().events;
    let counts: Vec<_> = EventKind::ALL
        .iter()
        .map(|&kind| (kind, events.iter().filter(|event| event.kind == kind).count()))
        .filter(|(_, number)| 0 < *number)
        .map(|(kind, number)| format!("{number} × {}", kind.label()))
        .collect();
    format!("Marks at the foot of the lanes: {}", counts.join(", "))
}
