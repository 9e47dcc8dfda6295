//! The first bar: title, file, search, readings, and buttons for what lies outside the timeline.

mod fit;
mod search_field;

use eframe::egui::{self, Button, RichText, Ui};

use fit::{BarFit, MENU_WIDTH, Part, READING_GAP, READING_WIDTH};

use crate::app::command::action::Action;
use crate::app::command::cx::PanelCx;
use crate::app::command::{FilterEdit, ViewCommand};
use crate::app::state::{Dialog, State};
use crate::app::ui::form::{named, named_choice};
use crate::app::ui::widgets::shortened;
use crate::data::Severity;
use crate::model::Reading;
use crate::paint::Theme;
use crate::text::count;

/// Title, file, search, readings, buttons.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let fit = BarFit::new(ui, cx.state, ui.available_width());
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        buttons_ui(ui, cx, &fit);
        readings_ui(ui, cx, &fit);
        search_field::ui(ui, cx, fit.search_width);
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
            // What is at the right has been placed; the title takes what is left.
            problems_ui(ui, cx);
            ui.add(egui::Label::new(RichText::new(title(cx.state)).heading()).truncate());
            if fit.has(Part::File) {
                let sources = count(cx.state.chronicle().sources.len(), "source", "sources");
                let text = RichText::new(format!("{} · {sources}", cx.state.document.name)).weak();
                ui.add(egui::Label::new(text).truncate());
            }
        });
    });
}

/// Buttons for what lies outside the timeline, from right to left.
fn buttons_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, fit: &BarFit) {
    cx.button(ui, "?", Action::ShowKeys);
    if fit.has(Part::Theme) {
        let other_theme = if cx.state.settings.theme == Theme::Dark { "Light" } else { "Dark" };
        cx.button(ui, other_theme, Action::SwitchTheme);
    }
    if fit.has(Part::Screenshot) {
        cx.button(ui, "Screenshot", Action::SaveScreenshot);
    }
    cx.button(ui, "Export…", Action::ExportFigure);
    cx.button(ui, "Open…", Action::OpenFile);
    if fit.has(Part::Date) {
        cx.button(ui, "Date…", Action::GoToDate);
    }
}

fn title(state: &State) -> &str {
    match state.chronicle().title.as_str() {
        "" => &state.document.name,
        title => title,
    }
}

/// How many problems the file has, as a button that lists them.
fn problems_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let problems = &cx.state.document.problems;
    if problems.is_empty() {
        return;
    }
    let errors = problems.iter().any(|problem| problem.severity == Severity::Error);
    let visuals = ui.visuals();
    let color = if errors { visuals.error_fg_color } else { visuals.warn_fg_color };
    let text = RichText::new(count(problems.len(), "problem", "problems")).color(color);
    if ui.button(text).on_hover_text("What could not be read, and why").clicked() {
        cx.send(ViewCommand::Toggle(Dialog::Problems));
    }
}

/// The readings: one source, what all agree on, or what any says.
fn readings_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, fit: &BarFit) {
    let chronicle = cx.state.chronicle();
    let choices = Reading::choices(chronicle);
    if choices.len() < 2 {
        return;
    }
    if fit.has(Part::ReadingButtons) {
        ui.spacing_mut().item_spacing.x = READING_GAP;
        // The bar is filled from its right end.
        for reading in choices.into_iter().rev() {
            reading_ui(ui, cx, reading);
        }
        ui.spacing_mut().item_spacing.x = 8.0;
        if fit.has(Part::ReadingLabel) {
            ui.weak("Reading").on_hover_text("Whom to believe");
        }
    } else {
        let current = shortened(cx.state.filter.reading.name(chronicle));
        let menu = egui::ComboBox::from_id_salt("reading").selected_text(current).width(MENU_WIDTH).truncate();
        let menu = menu.show_ui(ui, |ui| {
            for reading in choices {
                reading_ui(ui, cx, reading);
            }
        });
        named(menu.response, egui::Role::ComboBox, "Reading");
    }
}

/// The button of a reading.
fn reading_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, reading: Reading) {
    let chronicle = cx.state.chronicle();
    let chosen = reading == cx.state.filter.reading;
    let button =
        Button::new(shortened(reading.name(chronicle))).selected(chosen).min_size(egui::vec2(READING_WIDTH, 0.0));
    let label = format!("Reading: {}", reading.name(chronicle));
    let response = named_choice(ui.add(button), egui::Role::RadioButton, chosen, &label);
    let hover = format!("Show and count {}", reading.describe(chronicle));
    if response.on_hover_text(Action::NextReading.with_shortcut(ui.ctx(), &hover)).clicked() {
        cx.send(ViewCommand::EditFilter(FilterEdit::Reading(reading)));
    }
}
