//! The first bar: menus, title, search, readings, and what lies outside the timeline.

mod fit;
mod search_field;
mod search_results;

use eframe::egui::{self, Align, ComboBox, Label, Layout, RichText, Ui, vec2};

use fit::{BELIEVE, BarFit, EXPORT};

use crate::app::command::action::Action;
use crate::app::command::cx::PanelCx;
use crate::app::command::{FilterEdit, ViewCommand};
use crate::app::panels::menu_bar;
use crate::app::state::{State, Tab};
use crate::app::ui::access;
use crate::app::ui::form::{named, named_choice, segment, segments};
use crate::app::ui::metrics::READING_MENU;
use crate::app::ui::widgets::shortened;
use crate::data::Severity;
use crate::model::Reading;
use crate::text::count;

/// From left to right, as it is read and walked through by Tab.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let fit = BarFit::new(ui, cx.state, ui.available_width());
    ui.horizontal_centered(|ui| {
        access::region(ui, egui::Role::Toolbar, "Menus, search and readings");
        if fit.has_menus {
            menu_bar::ui(ui, cx);
        }
        title_ui(ui, cx, &fit);
        search_field::ui(ui, cx, fit.search_width);
        readings_ui(ui, cx, &fit);
        cx.button(ui, EXPORT, Action::ExportFigure);
        if !fit.has_menus {
            menu_bar::folded_ui(ui, cx);
        }
    });
}

/// Problems, title and file, in all the room that the rest leaves.
fn title_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, fit: &BarFit) {
    let size = vec2(fit.title_width, ui.available_height());
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(size);
        problems_ui(ui, cx);
        let response = ui.add(Label::new(RichText::new(title(cx.state)).heading()).truncate());
        access::heading(&response, title(cx.state));
        if fit.has_file {
            let sources = count(cx.state.chronicle().sources.len(), "source", "sources");
            let text = RichText::new(format!("{} · {sources}", cx.state.document.name)).weak();
            ui.add(Label::new(text).truncate());
        }
    });
}

fn title(state: &State) -> &str {
    match state.chronicle().title.as_str() {
        "" => &state.document.name,
        title => title,
    }
}

/// How many problems the file has, as a button that lists them.
fn problems_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let problems = cx.state.problems();
    if problems.is_empty() {
        return;
    }
    let errors = problems.iter().any(|problem| problem.severity == Severity::Error);
    let visuals = ui.visuals();
    let color = if errors { visuals.error_fg_color } else { visuals.warn_fg_color };
    let text = RichText::new(count(problems.len(), "problem", "problems")).color(color);
    if ui.button(text).on_hover_text("What could not be read, and why").clicked() {
        cx.send(ViewCommand::ShowTab(Tab::Problems));
    }
}

/// The readings: one source, what all agree on, or what any says.
fn readings_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, fit: &BarFit) {
    let chronicle = cx.state.chronicle();
    let choices = Reading::choices(chronicle);
    if choices.len() < 2 {
        return;
    }
    if fit.has_reading_buttons {
        if fit.has_believe {
            access::unheard(&ui.weak(BELIEVE).on_hover_text("Whom to believe where the sources differ"));
        }
        segments(ui, |ui| {
            access::region(ui, egui::Role::RadioGroup, "Whom to believe");
            for reading in choices {
                reading_ui(ui, cx, reading);
            }
        });
    } else {
        let current = shortened(cx.state.filter.reading.name(chronicle));
        let menu = ComboBox::from_id_salt("reading").selected_text(current).width(READING_MENU).truncate();
        let menu = menu.show_ui(ui, |ui| choices.into_iter().for_each(|reading| reading_ui(ui, cx, reading)));
        named(menu.response, egui::Role::ComboBox, BELIEVE);
    }
}

/// The button of a reading.
fn reading_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, reading: Reading) {
    let chronicle = cx.state.chronicle();
    let chosen = reading == cx.state.filter.reading;
    let response = segment(ui, shortened(reading.name(chronicle)), chosen);
    let label = format!("{BELIEVE}: {}", reading.name(chronicle));
    let response = named_choice(response, egui::Role::RadioButton, chosen, &label);
    let hover = format!("Show and count {}", reading.describe(chronicle));
    if response.on_hover_text(Action::NextReading.with_shortcut(ui.ctx(), &hover)).clicked() {
        cx.send(ViewCommand::EditFilter(FilterEdit::Reading(reading)));
    }
}
