//! The two bars above the timeline: what the file is, and what is shown of it.

use eframe::egui::{
    self, Button, Color32, CornerRadius, DragValue, Id, PopupCloseBehavior, Response, RichText, Stroke, Ui, UiBuilder,
    WidgetInfo,
    containers::menu::{MenuButton, MenuConfig},
};

use super::{
    command::{Command, Dialog},
    filter_menu, search_field,
    state::State,
    widgets::{capitalised, shortened},
};
use crate::{
    data::Severity,
    layout::{Arrangement, LaneNames, LaneOrder, TimeScale},
    model::{Counting, EventKind, Filter, Reading, TripStatus, count, grouped},
    paint::{Theme, ThemeName, color32},
    time::words::decade_words,
};

/// Below this width the top bar names the file only in the window's title, in pixels.
const WIDE: f32 = 1240.0;

/// Title, file, search, readings, menu.
pub(super) fn top_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let wide = WIDE <= ui.available_width();
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        buttons_ui(ui, state, wide, commands);
        readings_ui(ui, state, wide, commands);
        search_field::ui(ui, state, if wide { 190.0 } else { 120.0 }, commands);
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
            // What is at the right has been placed; the title takes what is left.
            problems_ui(ui, state, commands);
            ui.add(egui::Label::new(RichText::new(title(state)).heading()).truncate());
            if wide {
                let sources = count(state.chronicle().sources.len(), "source", "sources");
                ui.add(
                    egui::Label::new(RichText::new(format!("{} · {sources}", state.document.name)).weak()).truncate(),
                );
            }
        });
    });
}

/// What reaches outside the timeline. A narrow bar leaves the screenshot to its key and to the menu.
fn buttons_ui(ui: &mut Ui, state: &State, wide: bool, commands: &mut Vec<Command>) {
    let theme = match state.settings.theme {
        ThemeName::Dark => ("Light", ThemeName::Light),
        ThemeName::Light | ThemeName::Print => ("Dark", ThemeName::Dark),
    };
    for (words, hover, command) in [
        ("?", "Keys (?)", Command::Toggle(Dialog::Keys)),
        (theme.0, "Switch the theme", Command::SetTheme(theme.1)),
        ("Screenshot", "Save this window as a PNG picture (Ctrl + Shift + S)", Command::SaveScreenshot),
        ("Export…", "Make a figure to print or publish (Ctrl + E)", Command::Toggle(Dialog::Export)),
        ("Open…", "Open a file (Ctrl + O)", Command::ChooseFile),
        ("Date…", "Where was he on …? (Ctrl + G)", Command::Toggle(Dialog::Date)),
    ] {
        let left_out = !wide && command == Command::SaveScreenshot;
        if !left_out && ui.button(words).on_hover_text(hover).clicked() {
            commands.push(command);
        }
    }
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
        ui.scope_builder(named("view menu"), |ui| view_menu_ui(ui, state, commands));
    });
}

/// Most readings that stand side by side on the switch; more make a menu.
const MOST_SIDE_BY_SIDE: usize = 5;

/// Whom to believe: one source, what all agree on, or what any says.
fn readings_ui(ui: &mut Ui, state: &State, wide: bool, commands: &mut Vec<Command>) {
    let chronicle = state.chronicle();
    let choices = Reading::choices(chronicle);
    let current = state.filter.reading;
    let choice = |ui: &mut Ui, reading: Reading| {
        let button = Button::new(shortened(reading.name(chronicle)))
            .selected(reading == current)
            .min_size(egui::vec2(54.0, 0.0));
        let response = ui.add(button);
        let label = format!("Reading: {}", reading.name(chronicle));
        response.widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, true, reading == current, &label));
        let response = response.on_hover_text(format!("Show and count {} (R)", reading.words(chronicle)));
        response.clicked().then(|| Command::SetFilter(Filter { reading, ..state.filter.clone() }))
    };
    match choices.len() {
        0 | 1 => {}
        2..=MOST_SIDE_BY_SIDE => {
            ui.spacing_mut().item_spacing.x = 3.0;
            // The bar is filled from its right end.
            commands.extend(choices.into_iter().rev().filter_map(|reading| choice(ui, reading)));
            ui.spacing_mut().item_spacing.x = 8.0;
            if wide {
                ui.weak("Reading").on_hover_text("Whom to believe");
            }
        }
        _ => {
            let menu = egui::ComboBox::from_id_salt("reading").selected_text(shortened(current.name(chronicle)));
            let menu =
                menu.show_ui(ui, |ui| commands.extend(choices.into_iter().filter_map(|reading| choice(ui, reading))));
            menu.response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, "Reading"));
        }
    }
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

/// A checkbox; whether it was changed.
fn switch(ui: &mut Ui, value: &mut bool, words: &str, explained: &str) -> bool {
    ui.checkbox(value, words).on_hover_text(explained).changed()
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

/// What is chosen once and then left alone.
fn view_menu_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let arrangement = state.settings.arrangement;
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    MenuButton::new("View").config(config).ui(ui, |ui| {
        ui.set_min_width(230.0);
        ui.weak("Order of lanes");
        for &order in LaneOrder::ALL {
            if ui.radio(order == arrangement.order, order.label()).clicked() {
                commands.push(Command::Arrange(Arrangement { order, ..arrangement }));
            }
        }
        ui.separator();
        ui.weak("Names of lanes");
        for &names in LaneNames::ALL {
            if ui.radio(names == arrangement.names, names.label()).clicked() {
                commands.push(Command::Arrange(Arrangement { names, ..arrangement }));
            }
        }
        ui.separator();
        ui.weak("Totals count");
        for &counting in Counting::ALL {
            if ui.radio(counting == state.filter.counting, counting.label()).clicked() {
                commands.push(Command::SetFilter(state.filter.clone().with_counting(counting)));
            }
        }
        ui.separator();
        ui.horizontal(|ui| {
            // A menu takes the frames off its buttons; without one nobody would take this for a field.
            ui.style_mut().visuals = ui.ctx().global_style().visuals.clone();
            ui.label("Tours: at most");
            let mut most_days_between = arrangement.most_days_between;
            let days = DragValue::new(&mut most_days_between).range(0..=MOST_DAYS_BETWEEN_LEGS).suffix(" days");
            let response = ui.add(days).on_hover_text("Days that may lie between two legs of a tour");
            response.widget_info(|| WidgetInfo::labeled(egui::Role::SpinButton, true, "Days between legs"));
            if response.changed() {
                commands.push(Command::Arrange(Arrangement { most_days_between, ..arrangement }));
            }
            ui.label("between legs");
        });
        ui.separator();
        view_file_ui(ui, commands);
        ui.separator();
        let mut legend = arrangement.legend;
        if switch(ui, &mut legend, "Legend", "Explain colours and shapes below the overview") {
            commands.push(Command::Arrange(Arrangement { legend, ..arrangement }));
        }
        let mut wheel = state.settings.wheel_zooms;
        if switch(ui, &mut wheel, "Wheel zooms", "On: the wheel zooms. Off: it scrolls the lanes, and zooms with Ctrl")
        {
            commands.push(Command::SetWheelZooms(wheel));
        }
    });
}

/// The view as a file.
fn view_file_ui(ui: &mut Ui, commands: &mut Vec<Command>) {
    for (words, hover, command) in [
        (
            "Save view…",
            "Keep what is shown, as it is shown, in a small file to open or draw again",
            Command::SaveView(None),
        ),
        ("Open view…", "Show what such a file says; Alt + ← goes back", Command::ChooseView),
    ] {
        if ui.button(words).on_hover_text(hover).clicked() {
            commands.push(command);
            ui.close();
        }
    }
}

/// More days than these between two legs make two tours in anyone's eyes.
const MOST_DAYS_BETWEEN_LEGS: u16 = 60;

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

/// A pill with a name and a count.
fn chip(ui: &mut Ui, theme: &Theme, name: &str, number: usize, chosen: bool) -> Response {
    let number_color = if chosen { ui.visuals().text_color() } else { ui.visuals().weak_text_color() };
    let (fill, edge) = if chosen {
        (color32(theme.accent_fill), color32(theme.accent))
    } else {
        (Color32::TRANSPARENT, color32(theme.outline))
    };
    let button = Button::new((RichText::new(name), RichText::new(grouped(number)).color(number_color).small()))
        .fill(fill)
        .stroke(Stroke::new(1.0, edge))
        .corner_radius(CornerRadius::same(13))
        .min_size(egui::vec2(0.0, 26.0));
    let response = ui.add(button);
    let label = format!("{name}, {}", count(number, "trip", "trips"));
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, chosen, label.clone()));
    response
}
