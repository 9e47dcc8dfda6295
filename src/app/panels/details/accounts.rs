//! The accounts of a trip beside each other: when, whom, where and what each source tells.

use eframe::egui::{Align, Label, Layout, RichText, Sense, Ui, vec2};

use crate::{
    app::{
        state::State,
        ui::widgets::{Ink, capitalised, scale_bar, section, weak},
    },
    model::{Account, Chronicle, Comparison, Leader, Reading, Trip, TripStatus},
    time::{
        DaySet,
        words::{self, Months},
    },
};

/// Narrower columns than this stand below each other, in pixels.
const LEAST_COLUMN: f32 = 130.0;

/// When, by each source on one scale; who is silent; and what the dates come to together.
pub(crate) fn when_ui(ui: &mut Ui, state: &State, trip: &Trip, ink: &mut Ink<'_>) {
    let chronicle = state.chronicle();
    section(ui, "When");
    for account in trip.accounts() {
        account_dates_ui(ui, state, trip, account, ink);
    }
    for source in chronicle.silent_sources(trip) {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(&chronicle.source(source).name).weak());
            ui.label("does not tell of this stay, though it covers the country then");
        });
    }
    if 1 < trip.accounts().len() {
        let agreed = Reading::Agreed.days(chronicle, trip).map(|stay| day_words(&stay.possible));
        let agreed = agreed.map_or_else(|| "No day is agreed".to_owned(), |days| format!("Agreed {days}"));
        let lines = std::iter::once(agreed).chain(comparisons(chronicle, trip)).collect::<Vec<_>>();
        ui.add(Label::new(lines.join(" · ")).wrap());
    }
}

/// How the dates of each two sources lie to each other; named where there are more than two.
pub(crate) fn comparisons(chronicle: &Chronicle, trip: &Trip) -> Vec<String> {
    let accounts = trip.accounts();
    let mut lines = Vec::new();
    for (position, first) in accounts.iter().enumerate() {
        for second in accounts.iter().skip(position + 1) {
            let words = Comparison::new(&first.when, &second.when).words();
            let [a, b] = [first, second].map(|account| &chronicle.source(account.source).name);
            lines.push(if accounts.len() == 2 { words } else { format!("{a} and {b}: {words}") });
        }
    }
    lines
}

/// One account's dates, its words for them, and a bar on a scale that all accounts share.
fn account_dates_ui(ui: &mut Ui, state: &State, trip: &Trip, account: &Account, ink: &mut Ink<'_>) {
    let source = state.chronicle().source(account.source);
    ui.horizontal(|ui| {
        let name = RichText::new(&source.name).weak();
        let heard = state.filter.reading.includes(account.source);
        let response = ui.label(if heard { name } else { name.strikethrough() });
        if !heard {
            response.on_hover_text("Not heard in this reading");
        }
        ui.label(words::of(&account.when, Months::Abbreviated));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(RichText::new(words::duration(account.when.duration())).weak());
        });
    });
    if 1 < trip.accounts().len() {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 10.0), Sense::hover());
        scale_bar(ui, rect, trip, account, ink);
    }
    if let Some(verbatim) = &account.verbatim {
        weak(ui, &format!("“{verbatim}”"));
    }
}

/// Runs of days, each as short as can be.
fn day_words(days: &DaySet) -> String {
    let runs: Vec<_> = days.spans().iter().map(|&span| words::span(span, Months::Abbreviated)).collect();
    runs.join(", ")
}

/// Who was met, where, and what took place, as each source has it; side by side where there is room.
pub(crate) fn tellings_ui(ui: &mut Ui, chronicle: &Chronicle, trip: &Trip) {
    let accounts = trip.accounts();
    let several = 1 < accounts.len();
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
    if accounts.iter().any(|account| !account.details.is_empty()) {
        side_by_side(ui, chronicle, accounts, |ui, account| text_ui(ui, &account.details, several));
    }
}

fn side_by_side(ui: &mut Ui, chronicle: &Chronicle, accounts: &[Account], tell: impl Fn(&mut Ui, &Account)) {
    #[expect(clippy::cast_precision_loss, reason = "a trip has a handful of accounts")]
    let room = ui.available_width() / accounts.len().max(1) as f32;
    match accounts {
        [only] => tell(ui, only),
        several if LEAST_COLUMN <= room => {
            ui.columns(several.len(), |columns| {
                for (ui, account) in columns.iter_mut().zip(several) {
                    // A column would stretch its lines to both edges.
                    ui.with_layout(Layout::top_down(Align::Min), |ui| {
                        ui.spacing_mut().item_spacing.y = 3.0;
                        weak(ui, &chronicle.source(account.source).name);
                        tell(ui, account);
                    });
                }
            });
        }
        several => {
            for account in several {
                weak(ui, &chronicle.source(account.source).name);
                tell(ui, account);
            }
        }
    }
}

/// Each person with the office this source gives.
fn leaders_ui(ui: &mut Ui, account: &Account, several: bool) {
    if account.leaders.is_empty() {
        nothing_told(ui, several);
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
        nothing_told(ui, several);
    } else {
        ui.add(Label::new(text).wrap());
    }
}

/// A gap in one column is said; a whole part that nobody tells is left out.
fn nothing_told(ui: &mut Ui, several: bool) {
    if several {
        weak(ui, "–");
    }
}
