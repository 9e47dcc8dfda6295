//! The accounts of a trip beside each other: when, whom, where and what by each source.

use eframe::egui::{Align, Label, Layout, RichText, Ui};

use super::painted::date_bar;
use crate::app::command::cx::PanelCx;
use crate::app::ui::widgets::{section, weak};
use crate::model::{Account, Chronicle, Comparison, Leader, Reading, Trip, TripStatus};
use crate::text::capitalised;
use crate::time::{DaySet, Months};

/// Narrower columns than this stand below each other, in pixels.
const LEAST_COLUMN: f32 = 130.0;

/// The dates of each source on one scale, the sources that are silent, and how the dates compare.
pub(crate) fn when_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, trip: &Trip) {
    let chronicle = cx.state.chronicle();
    section(ui, "When");
    for account in trip.accounts() {
        account_dates_ui(ui, cx, trip, account);
    }
    for source in chronicle.silent_sources(trip) {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(&chronicle.source(source).name).weak());
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
        date_bar(ui, &mut cx.paint, trip, account);
    }
    if let Some(verbatim) = &account.verbatim {
        weak(ui, &format!("“{verbatim}”"));
    }
}

fn describe_days(days: &DaySet) -> String {
    let runs: Vec<_> = days.spans().iter().map(|&span| span.format(Months::Abbreviated)).collect();
    runs.join(", ")
}

/// Who was met, where, and what took place, as each source has it; side by side where there is room.
pub(crate) fn contents_ui(ui: &mut Ui, chronicle: &Chronicle, trip: &Trip) {
    let accounts = trip.accounts();
    let several = 1 < accounts.len();
    if several && is_table(ui, accounts) {
        section(ui, "What each says");
        side_by_side(ui, chronicle, accounts, |ui, account| weak(ui, &chronicle.source(account.source).name));
    }
    if accounts.iter().any(|account| !account.leaders.is_empty()) {
        section(ui, "Leaders met");
        side_by_side(ui, chronicle, accounts, |ui, account| leaders_ui(ui, account, several));
    }
    if accounts.iter().any(|account| !account.places.is_empty()) {
        section(ui, "Where");
        side_by_side(ui, chronicle, accounts, |ui, account| text_ui(ui, &account.places.join(", "), several));
    }
    section(ui, "What");
    let status = match trip.status {
        TripStatus::Confirmed => String::new(),
        other => format!(" ({})", other.label()),
    };
    ui.label(format!("{}{status}", capitalised(trip.kind.label())));
    let says_kind = |account: &Account| account.details.trim_end_matches('.').eq_ignore_ascii_case(trip.kind.label());
    if accounts.iter().any(|account| !account.details.is_empty() && !says_kind(account)) {
        side_by_side(ui, chronicle, accounts, |ui, account| text_ui(ui, &account.details, several));
    }
}

/// Whether there is room for a column for each account, with the names of their sources above all.
fn is_table(ui: &Ui, accounts: &[Account]) -> bool {
    #[expect(clippy::cast_precision_loss, reason = "a trip has a handful of accounts")]
    let columns = accounts.len().max(1) as f32;
    LEAST_COLUMN <= ui.available_width() / columns
}

fn side_by_side(ui: &mut Ui, chronicle: &Chronicle, accounts: &[Account], tell: impl Fn(&mut Ui, &Account)) {
    let tell_named = |ui: &mut Ui, account: &Account| {
        weak(ui, &chronicle.source(account.source).name);
        tell(ui, account);
    };
    match accounts {
        [only] => tell(ui, only),
        several if is_table(ui, several) => {
            ui.columns(several.len(), |columns| {
                for (ui, account) in columns.iter_mut().zip(several) {
                    // A column would stretch its lines to both edges.
                    ui.with_layout(Layout::top_down(Align::Min), |ui| {
                        ui.spacing_mut().item_spacing.y = 3.0;
                        tell(ui, account);
                    });
                }
            });
        }
        several => several.iter().for_each(|account| tell_named(ui, account)),
    }
}

/// Each person with the office this source gives.
fn leaders_ui(ui: &mut Ui, account: &Account, several: bool) {
    if account.leaders.is_empty() {
        gap_ui(ui, several);
    }
    for Leader { name, office } in account.leaders.iter() {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            if name.is_empty() {
                ui.add(Label::new(office.as_str()).wrap());
                weak(ui, "The source gives no name");
            } else {
                ui.add(Label::new(RichText::new(name.as_str()).strong()).wrap());
                weak(ui, if office.is_empty() { "The source gives no office" } else { office });
            }
        });
    }
}

fn text_ui(ui: &mut Ui, text: &str, several: bool) {
    if text.is_empty() {
        gap_ui(ui, several);
    } else {
        ui.add(Label::new(text).wrap());
    }
}

/// A dash where other sources say something. What no source says has no section.
fn gap_ui(ui: &mut Ui, several: bool) {
    if several {
        weak(ui, "–");
    }
}
