//! The bar at the top: title, file, search, readings, and what reaches outside the timeline.

mod search_field;

use eframe::egui::{self, Button, RichText, Ui, WidgetInfo};

use crate::{
    app::{
        command::Command,
        state::{State, selection::Dialog},
        ui::widgets::shortened,
    },
    data::Severity,
    model::{Filter, Reading, count},
    paint::ThemeName,
};

/// Below this width the top bar names the file only in the window's title, in pixels.
const WIDE: f32 = 1240.0;

/// Title, file, search, readings, menu.
pub(crate) fn ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
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
