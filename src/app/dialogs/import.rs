//! The dialog of an import: what was found, what each column was taken for, and what else was decided, to be changed.

use eframe::egui::{ComboBox, Grid, Role as Widget, ScrollArea, TextEdit, Ui};

use crate::app::command::cx::PanelCx;
use crate::app::command::{Effect, ViewCommand};
use crate::app::state::Dialog;
use crate::app::ui::form::{choice, named, row};
use crate::app::ui::metrics::{COLUMN_ROLE, DROP_DOWN, SMALL_SPACE, SPACE, TINY_SPACE};
use crate::app::ui::widgets::{section, weak};
use crate::data::import::dates::DayOrder;
use crate::data::import::{Options, Role, TableReport};
use crate::model::Import;
use crate::text::count;

/// Found tables, roles of columns, further decisions, and the call that makes the same again.
pub(super) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    let Some(import) = &state.document.imported else { return };
    let mut options = import.options.clone();
    found_ui(ui, cx, import);
    if let Some(table) = shown_table(import) {
        section(ui, &format!("Columns of table {}", table.number));
        columns_ui(ui, table, &mut options);
    }
    section(ui, "Dates");
    let orders =
        [(None, "As proved"), (Some(DayOrder::DayFirst), "Day first"), (Some(DayOrder::MonthFirst), "Month first")];
    row(ui, "Numbers", |ui| choice(ui, "Numbers", &mut options.date_order, orders));
    let centuries = [(None, "As the others"), (Some(1800), "18.."), (Some(1900), "19.."), (Some(2000), "20..")];
    row(ui, "Two digits", |ui| choice(ui, "Two digits", &mut options.century, centuries));
    section(ui, "The same again");
    let mut call = format!("wayline import '{}' -o trips.ron{}", import.name, options.arguments());
    named(
        ui.add(TextEdit::singleline(&mut call).desired_width(ui.available_width())),
        Widget::TextInput,
        "Command line",
    );
    ui.add_space(SMALL_SPACE);
    let can_save = !state.chronicle().trips.is_empty();
    if ui.add_enabled(can_save, eframe::egui::Button::new("Save as RON…")).clicked() {
        cx.send(Effect::SaveTrips(None));
    }
    if options != import.options {
        cx.send(Effect::ImportAgain(options));
    }
}

/// How many trips there are, from which tables, and how much could not be used.
fn found_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, import: &Import) {
    let document = &cx.state.document;
    ui.horizontal(|ui| {
        ui.strong(count(document.chronicle.trips.len(), "trip", "trips"));
        ui.label(format!("from {}", import.name));
        let problems = &document.problems;
        if !problems.is_empty() && ui.button(count(problems.len(), "problem", "problems")).clicked() {
            cx.send(ViewCommand::Toggle(Dialog::Problems));
        }
    });
    for line in import.report.lines() {
        weak(ui, &line);
    }
    if document.chronicle.trips.is_empty() {
        ui.label("Say which column has the dates, and which the countries or places.");
    }
}

/// The table whose columns are shown: the first of journeys, else the first.
fn shown_table(import: &Import) -> Option<&TableReport> {
    let tables = &import.report.tables;
    tables.iter().find(|table| table.is_of_trips).or_else(|| tables.first())
}

/// What a column can be of, with its name.
const ROLES: [(Role, &str); 16] = [
    (Role::Ignore, "–"),
    (Role::Dates, "Dates, start"),
    (Role::End, "End"),
    (Role::Country, "Country, lane"),
    (Role::Place, "Places"),
    (Role::Leader, "Leaders"),
    (Role::Office, "Office"),
    (Role::Details, "Details"),
    (Role::Kind, "Kind"),
    (Role::Traveller, "Traveller"),
    (Role::Year, "Year"),
    (Role::Month, "Month"),
    (Role::Day, "Day"),
    (Role::EndYear, "End: year"),
    (Role::EndMonth, "End: month"),
    (Role::EndDay, "End: day"),
];

/// Each column with a menu of what it is, its heading and what stands in its first rows.
fn columns_ui(ui: &mut Ui, table: &TableReport, options: &mut Options) {
    let mut roles: Vec<Role> = table.columns.iter().map(|column| column.role).collect();
    ScrollArea::horizontal().show(ui, |ui| {
        Grid::new("columns").spacing([SPACE, TINY_SPACE]).show(ui, |ui| {
            for (number, role) in (1..).zip(&mut roles) {
                role_ui(ui, number, role);
            }
            ui.end_row();
            for column in &table.columns {
                ui.strong(shortened(&column.name));
            }
            ui.end_row();
            for sample in 0..table.columns.iter().map(|column| column.samples.len()).max().unwrap_or(0) {
                for column in &table.columns {
                    ui.weak(column.samples.get(sample).map(|text| shortened(text)).unwrap_or_default());
                }
                ui.end_row();
            }
        });
    });
    if table.columns.iter().map(|column| column.role).ne(roles.iter().copied()) {
        options.map = map_of(table, &roles);
    }
}

fn role_ui(ui: &mut Ui, number: usize, role: &mut Role) {
    let name = |role: Role| ROLES.iter().find(|(other, _)| *other == role).map_or("–", |(_, name)| *name);
    let menu = ComboBox::from_id_salt(("role", number)).selected_text(name(*role)).width(COLUMN_ROLE).height(DROP_DOWN);
    let response = menu.show_ui(ui, |ui| {
        for (other, name) in ROLES {
            if ui.selectable_label(other == *role, name).clicked() {
                *role = other;
            }
        }
    });
    named(response.response, Widget::ComboBox, &format!("Column {number}: {}", name(*role)));
}

/// Columns as they are given: by their headings where each has one of its own, else by their numbers.
fn map_of(table: &TableReport, roles: &[Role]) -> Vec<(Role, String)> {
    let is_own = |name: &str| table.columns.iter().filter(|column| column.name == name).count() == 1;
    let name = |at: usize, name: &str| {
        if !name.is_empty() && is_own(name) && !name.contains(',') { name.to_owned() } else { (at + 1).to_string() }
    };
    let columns = roles.iter().zip(&table.columns).enumerate().filter(|(_, (role, _))| **role != Role::Ignore);
    columns.map(|(at, (role, column))| (*role, name(at, &column.name))).collect()
}

/// The longest text in a column, in letters.
const LONGEST: usize = 26;

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", text.get(..cut).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}
