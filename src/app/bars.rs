//! The two bars above the timeline: what the file is, and what is shown of it.

use eframe::egui::{self, Button, Color32, CornerRadius, Response, RichText, Stroke, Ui, WidgetInfo};

use super::{
    command::{Command, Dialog},
    state::State,
};
use crate::{
    data::Severity,
    layout::{LaneOrder, TimeScale},
    model::{EventKind, Hidden, Status, count},
    paint::{Theme, ThemeName, color32},
    time::words::year_words,
};

/// Title, file, menu.
pub(super) fn top_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.horizontal_centered(|ui| {
        ui.heading(title(state));
        ui.add_space(12.0);
        let sources = count(state.chronicle().sources.len(), "source", "sources");
        ui.label(RichText::new(format!("{} · {sources}", state.document.name)).weak());
        problems_ui(ui, state, commands);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button("?").on_hover_text("Keys (?)").clicked() {
                commands.push(Command::Toggle(Dialog::Keys));
            }
            let other = match state.settings.theme {
                ThemeName::Dark => ("Light", ThemeName::Light),
                ThemeName::Light => ("Dark", ThemeName::Dark),
            };
            if ui.button(other.0).on_hover_text("Switch the theme").clicked() {
                commands.push(Command::SetTheme(other.1));
            }
            if ui
                .button("Save screenshot")
                .on_hover_text("Save this window as a PNG picture (Ctrl + Shift + S)")
                .clicked()
            {
                commands.push(Command::SaveScreenshot);
            }
            if ui.button("Open…").on_hover_text("Open a file (Ctrl + O)").clicked() {
                commands.push(Command::ChooseFile);
            }
        });
    });
}

fn title(state: &State) -> &str {
    match state.chronicle().title.as_str() {
        "" => &state.document.name,
        title => title,
    }
}

/// How many problems the file has, as a button that lists them.
fn problems_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let problems = &state.document.problems;
    if problems.is_empty() {
        return;
    }
    let errors = problems.iter().any(|problem| problem.severity == Severity::Error);
    let visuals = ui.visuals();
    let color = if errors { visuals.error_fg_color } else { visuals.warn_fg_color };
    let text = RichText::new(count(problems.len(), "problem", "problems")).color(color);
    if ui.button(text).on_hover_text("What could not be read, and why").clicked() {
        commands.push(Command::Toggle(Dialog::Problems));
    }
}

/// Decades, and the switches beside them.
pub(super) fn filter_ui(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let chosen = &state.filter.decades;
        let all: usize = state.shown.by_decade.values().sum();
        if chip(ui, theme, "All", all, chosen.is_empty()).clicked() {
            commands.push(Command::AllDecades);
        }
        for (&decade, &trips) in &state.shown.by_decade {
            let name = if 0 < decade { format!("{decade}s") } else { format!("{} on", year_words(decade)) };
            let response = chip(ui, theme, &name, trips, chosen.contains(&decade));
            if response.on_hover_text("Ctrl + click shows several decades").clicked() {
                let add = ui.input(|input| input.modifiers.command);
                commands.push(if add { Command::ToggleDecade(decade) } else { Command::OnlyDecade(decade) });
            }
        }
        let by_decade = state.shown.hidden.get(&Hidden::Decade).copied().unwrap_or(0);
        ui.label(RichText::new(format!("{by_decade} hidden")).weak());
        ui.add_space(14.0);
        ui.spacing_mut().item_spacing.x = 14.0;
        switches_ui(ui, state, commands);
        order_ui(ui, state, commands);
    });
}

fn switches_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let mut folded = state.settings.arrangement.scale == TimeScale::Folded;
    if ui
        .checkbox(&mut folded, "Fold quiet years")
        .on_hover_text("Shrink long silences to thin bands; off: every day is as wide as any other")
        .changed()
    {
        commands.push(Command::SetTimeScale(if folded { TimeScale::Folded } else { TimeScale::ToScale }));
    }
    let chronicle = state.chronicle();
    let unconfirmed = chronicle.trips.iter().filter(|trip| trip.status != Status::Confirmed).count();
    let mut shown = !state.filter.statuses.is_empty();
    if 0 < unconfirmed
        && ui
            .checkbox(&mut shown, format!("Rumoured {unconfirmed}"))
            .on_hover_text("Also rumoured, transit and cancelled trips, drawn in outline")
            .changed()
    {
        commands.push(Command::SetUnconfirmed(shown));
    }
    let mut events = state.filter.events;
    if !chronicle.events.is_empty()
        && ui
            .checkbox(&mut events, format!("Events {}", chronicle.events.len()))
            .on_hover_text(event_counts(state))
            .changed()
    {
        commands.push(Command::SetEvents(events));
    }
    let mut wheel = state.settings.wheel_zooms;
    if ui
        .checkbox(&mut wheel, "Wheel zooms")
        .on_hover_text("On: the wheel zooms. Off: it scrolls the lanes, and zooms with Ctrl")
        .changed()
    {
        commands.push(Command::SetWheelZooms(wheel));
    }
}

fn event_counts(state: &State) -> String {
    let events = &state.chronicle().events;
    let counts: Vec<_> = EventKind::ALL
        .iter()
        .map(|&kind| (kind, events.iter().filter(|event| event.kind == kind).count()))
        .filter(|(_, number)| 0 < *number)
        .map(|(kind, number)| format!("{number} × {}", kind.words()))
        .collect();
    format!("Marks at the foot of the lanes: {}", counts.join(", "))
}

fn order_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let order = state.settings.arrangement.order;
    let response = egui::ComboBox::from_id_salt("lane order")
        .selected_text(format!("Lanes by {}", order.words()))
        .show_ui(ui, |ui| {
            for choice in LaneOrder::ALL {
                if ui.selectable_label(choice == order, choice.words()).clicked() {
                    commands.push(Command::SetOrder(choice));
                }
            }
        })
        .response;
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, "Order of lanes"));
}

/// A pill with a name and a count.
fn chip(ui: &mut Ui, theme: &Theme, name: &str, number: usize, chosen: bool) -> Response {
    let number_color = if chosen { ui.visuals().text_color() } else { ui.visuals().weak_text_color() };
    let (fill, edge) = if chosen {
        (color32(theme.accent_fill), color32(theme.accent))
    } else {
        (Color32::TRANSPARENT, color32(theme.outline))
    };
    let button = Button::new((RichText::new(name), RichText::new(number.to_string()).color(number_color).small()))
        .fill(fill)
        .stroke(Stroke::new(1.0, edge))
        .corner_radius(CornerRadius::same(13))
        .min_size(egui::vec2(0.0, 26.0));
    let response = ui.add(button);
    let label = format!("{name}, {}", count(number, "trip", "trips"));
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, chosen, label.clone()));
    response
}
