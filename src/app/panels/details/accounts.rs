//! The accounts of a trip beside each other: when, whom, where and what by each source.

use std::cell::Cell;

use eframe::egui::{Align, Label, Layout, RichText, Ui, vec2};

use super::painted::date_bar;
use crate::app::command::ViewCommand;
use crate::app::command::cx::PanelCx;
use crate::app::ui::access;
use crate::app::ui::metrics::{FIELD_NAMES, LEAST_COLUMN, SMALL_SPACE, TINY_SPACE};
use crate::app::ui::widgets::{section, shortened, weak};
use crate::model::{Account, Chronicle, Comparison, Leader, Place, Reading, Trip, TripStatus};
use crate::text::capitalised;
use crate::time::{DaySet, Months};

/// The dates of each source on one scale, the sources that are silent, and how the dates compare.
pub(crate) fn when_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, trip: &Trip) {
    let chronicle = cx.state.chronicle();
    section(ui, "When");
    for account in trip.accounts() {
        account_dates_ui(ui, cx, trip, account);
    }
    for source in chronicle.silent_sources(trip) {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(shortened(&chronicle.source(source).name)).weak());
            ui.label("does not tell of this stay, though it covers the country then");
        });
    }
    if 1 < trip.accounts().len() {
        let agreed = Reading::Agreed.days(chronicle, trip).map(|stay| describe_days(&stay.possible));
        let agreed = agreed.map_or_else(|| "No day is agreed".to_owned(), |days| format!("Agreed {days}"));
        let lines = std::iter::once(agreed).chain(Comparison::of_trip(chronicle, trip)).collect::<Vec<_>>();
        ui.add(Label::new(lines.join(" · ")).wrap());
    }
}

/// One account's dates, its words for them, and a bar on a scale that all accounts share.
fn account_dates_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, trip: &Trip, account: &Account) {
    let source = cx.state.chronicle().source(account.source);
    ui.horizontal(|ui| {
        let name = RichText::new(&source.name).weak();
        let included = cx.state.filter.reading.includes(account.source);
        let response = ui.label(if included { name } else { name.strikethrough() });
        if !included {
            response.on_hover_text("Not heard in this reading");
        }
        ui.label(account.when.format(Months::Abbreviated));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(RichText::new(account.when.duration().to_string()).weak());
        });
    });
    if 1 < trip.accounts().len() {
        date_bar(ui, cx, trip, account);
    }
    if let Some(verbatim) = &account.verbatim {
        weak(ui, &format!("“{verbatim}”"));
    }
}

fn describe_days(days: &DaySet) -> String {
    let runs: Vec<_> = days.spans().iter().map(|&span| span.format(Months::Abbreviated)).collect();
    runs.join(", ")
}

/// Who was met, where, and what took place: a row for each field, a column for each account. What a click on a name asks
/// for.
pub(crate) fn table_ui(ui: &mut Ui, chronicle: &Chronicle, trip: &Trip) -> Option<ViewCommand> {
    let clicked = Cell::new(None);
    let accounts = trip.accounts();
    let several = 1 < accounts.len();
    ui.add_space(SMALL_SPACE);
    if several && has_columns(ui, accounts) {
        row_ui(ui, "", chronicle, accounts, |ui, account| weak(ui, &chronicle.source(account.source).name));
    }
    let country = chronicle.country_name(trip);
    if country != chronicle.country(trip.country).name {
        field_ui(ui, "Country", |ui| {
            ui.label(country);
        });
    }
    if accounts.iter().any(|account| !account.leaders.is_empty()) {
        row_ui(ui, "Leaders", chronicle, accounts, |ui, account| {
            if let Some(name) = leaders_ui(ui, account, several) {
                clicked.set(Some(ViewCommand::ShowPerson(name.to_owned())));
            }
        });
    }
    if accounts.iter().any(|account| !account.places.is_empty()) {
        row_ui(ui, "Where", chronicle, accounts, |ui, account| {
            if let Some(name) = places_ui(ui, account, several) {
                clicked.set(Some(ViewCommand::ShowPlace(name.to_owned())));
            }
        });
    }
    let says_kind = |account: &Account| account.details.trim_end_matches('.').eq_ignore_ascii_case(trip.kind.label());
    if accounts.iter().any(|account| !account.details.is_empty() && !says_kind(account)) {
        row_ui(ui, "What", chronicle, accounts, |ui, account| text_ui(ui, &account.details, several));
    }
    let status = match trip.status {
        TripStatus::Confirmed => String::new(),
        other => format!(", {}", other.label()),
    };
    field_ui(ui, "Kind", |ui| {
        ui.label(format!("{}{status}", capitalised(trip.kind.label())));
    });
    clicked.into_inner()
}

/// Whether there is room for a column for each account, with the names of their sources above all.
fn has_columns(ui: &Ui, accounts: &[Account]) -> bool {
    LEAST_COLUMN <= column_width(ui.available_width() - FIELD_NAMES, accounts.len())
}

/// The width of each of some columns in a room, in pixels.
fn column_width(room: f32, columns: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a trip has a handful of accounts")]
    let columns = columns.max(1) as f32;
    (room - SMALL_SPACE * (columns - 1.0)) / columns
}

/// A field with what every account says of it: side by side where there is room, else below each other by source.
fn row_ui(ui: &mut Ui, name: &str, chronicle: &Chronicle, accounts: &[Account], tell: impl Fn(&mut Ui, &Account)) {
    let columns = has_columns(ui, accounts);
    field_ui(ui, name, |ui| {
        if columns {
            let width = column_width(ui.available_width(), accounts.len());
            ui.horizontal_top(|ui| {
                for account in accounts {
                    column_ui(ui, width, |ui| tell(ui, account));
                }
            });
        } else {
            for account in accounts {
                weak(ui, &chronicle.source(account.source).name);
                tell(ui, account);
            }
        }
    });
}

/// A field below a line, with its name before it.
fn field_ui(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = TINY_SPACE;
        if !name.is_empty() {
            ui.separator();
        }
        ui.horizontal_top(|ui| {
            let values = ui.available_width() - FIELD_NAMES;
            ui.spacing_mut().item_spacing.x = 0.0;
            column_ui(ui, FIELD_NAMES, |ui| {
                if !name.is_empty() {
                    ui.add(Label::new(RichText::new(name).weak()).selectable(false));
                }
            });
            ui.spacing_mut().item_spacing.x = SMALL_SPACE;
            column_ui(ui, values, content);
        });
    });
}

/// Content from top to bottom, as wide as its column.
fn column_ui(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        content(ui);
    });
}

/// Each person with the office this source gives; the name that was clicked.
fn leaders_ui<'a>(ui: &mut Ui, account: &'a Account, several: bool) -> Option<&'a str> {
    let mut clicked = None;
    if account.leaders.is_empty() {
        gap_ui(ui, several);
    }
    for Leader { name, office } in account.leaders.iter() {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = TINY_SPACE;
            if name.is_empty() {
                ui.add(Label::new(office.as_str()).wrap());
                weak(ui, "The source gives no name");
            } else {
                let link = ui.link(RichText::new(name.as_str()).strong()).on_hover_text("All meetings");
                clicked = link.clicked().then_some(name.as_str()).or(clicked);
                weak(ui, if office.is_empty() { "The source gives no office" } else { office });
            }
        });
    }
    clicked
}

/// The places that this source names; the one that was clicked.
fn places_ui<'a>(ui: &mut Ui, account: &'a Account, several: bool) -> Option<&'a str> {
    let mut clicked = None;
    if account.places.is_empty() {
        gap_ui(ui, several);
    }
    // Lines as high as those of other fields, not as buttons.
    ui.spacing_mut().interact_size.y = 0.0;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (at, Place { name, .. }) in account.places.iter().enumerate() {
            if 0 < at {
                access::unheard(&ui.label(", "));
            }
            let link = ui.link(RichText::new(name.as_str()).color(ui.visuals().text_color()));
            clicked = link.on_hover_text("All visits").clicked().then_some(name.as_str()).or(clicked);
        }
    });
    clicked
}

fn text_ui(ui: &mut Ui, text: &str, several: bool) {
    if text.is_empty() {
        gap_ui(ui, several);
    } else {
        ui.add(Label::new(text).wrap());
    }
}

/// A dash where other sources say something. What no source says has no row.
fn gap_ui(ui: &mut Ui, several: bool) {
    if several {
        weak(ui, "–");
    }
}
