//! The dialog of an import: what was found, what each column was taken for, and what else was decided, to be changed.

use eframe::egui::{ComboBox, Grid, Role as Widget, ScrollArea, TextEdit, Ui};

use crate::app::command::cx::PanelCx;
use crate::app::command::{Effect, ViewCommand};
use crate::app::state::Tab;
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
    for table in shown_tables(import) {
        section(ui, &format!("Columns of table {}", table.number));
        columns_ui(ui, table, &mut options);
    }
    section(ui, "Input");
    input_ui(ui, import, &mut options);
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
            cx.send(ViewCommand::ShowTab(Tab::Problems));
        }
    });
    for line in import.report.lines() {
        weak(ui, &line);
    }
    if document.chronicle.trips.is_empty() {
        ui.label("Say which column has the dates, and which the countries or places.");
    }
}

/// So many tables show their columns.
const MOST_TABLES: usize = 5;

/// The tables whose columns are shown: those of journeys, else all.
fn shown_tables(import: &Import) -> impl Iterator<Item = &TableReport> {
    let tables = &import.report.tables;
    let has_trips = tables.iter().any(|table| table.is_of_trips);
    tables.iter().filter(move |table| table.is_of_trips || !has_trips).take(MOST_TABLES)
}

/// Encodings to choose from; the command line knows all others.
const ENCODINGS: [&str; 6] = ["utf-8", "utf-16le", "windows-1252", "windows-1250", "windows-1251", "shift_jis"];

/// How the input is parted: encoding, cells, headings, tables.
fn input_ui(ui: &mut Ui, import: &Import, options: &mut Options) {
    let encodings = ENCODINGS.iter().map(|name| (Some((*name).to_owned()), (*name).to_owned()));
    list_ui(ui, "Encoding", &mut options.encoding, encodings);
    let delimiters = [(',', "comma"), (';', "semicolon"), ('\t', "tab"), ('|', "stroke")];
    list_ui(
        ui,
        "Cells",
        &mut options.delimiter,
        delimiters.map(|(sign, name)| (Some(sign), name.to_owned())).into_iter(),
    );
    let rows = (0..=MOST_HEADER_ROWS).map(|rows| (Some(rows), count(rows, "row", "rows")));
    list_ui(ui, "Headings", &mut options.header_rows, rows);
    let sheets = &import.report.sheets;
    if 1 < sheets.len() {
        list_ui(ui, "Sheet", &mut options.sheet, sheets.iter().map(|name| (Some(name.clone()), name.clone())));
    }
    let tables = &import.report.tables;
    if 1 < tables.len() || options.table.is_some() {
        let name = |table: &TableReport| {
            let heading = table.headings.last().map(|heading| format!(" {heading}")).unwrap_or_default();
            (Some(table.number), format!("{}{heading}", table.number))
        };
        list_ui(ui, "Table", &mut options.table, tables.iter().map(name));
    }
}

/// At most so many rows of headings can be chosen.
const MOST_HEADER_ROWS: usize = 6;

/// A menu of what can be said instead of what was found.
fn list_ui<T: PartialEq>(
    ui: &mut Ui,
    name: &str,
    value: &mut Option<T>,
    choices: impl Iterator<Item = (Option<T>, String)>,
) {
    let choices: Vec<_> = std::iter::once((None, "As found".to_owned())).chain(choices).collect();
    let current = choices.iter().find(|(other, _)| other == value).map_or_else(String::new, |(_, name)| name.clone());
    row(ui, name, |ui| {
        let menu = ComboBox::from_id_salt(name).selected_text(&current).height(DROP_DOWN);
        let menu = menu.show_ui(ui, |ui| {
            for (other, label) in choices {
                if ui.selectable_label(other == *value, label).clicked() {
                    *value = other;
                }
            }
        });
        named(menu.response, Widget::ComboBox, &format!("{name}: {current}"));
    });
}

/// What a column can be of, with its name.
const ROLES: [(Role, &str); 19] = [
    (Role::Ignore, "–"),
    (Role::Dates, "Dates, start"),
    (Role::End, "End"),
    (Role::Country, "Country, lane"),
    (Role::Place, "Places"),
    (Role::Latitude, "Latitude"),
    (Role::Longitude, "Longitude"),
    (Role::Coordinates, "Coordinates"),
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
    ScrollArea::horizontal().id_salt(table.number).show(ui, |ui| {
        Grid::new(("columns", table.number)).spacing([SPACE, TINY_SPACE]).show(ui, |ui| {
            for (number, role) in (1..).zip(&mut roles) {
                role_ui(ui, (table.number, number), role);
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

fn role_ui(ui: &mut Ui, (table, number): (usize, usize), role: &mut Role) {
    let name = |role: Role| ROLES.iter().find(|(other, _)| *other == role).map_or("–", |(_, name)| *name);
    let menu =
        ComboBox::from_id_salt(("role", table, number)).selected_text(name(*role)).width(COLUMN_ROLE).height(DROP_DOWN);
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
