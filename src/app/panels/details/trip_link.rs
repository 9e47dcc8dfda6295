//! A trip as a link.

use eframe::egui::{Link, Ui};

use crate::{
    app::state::State,
    model::TripIndex,
    time::words::{self, Months},
};

/// A trip in a line that can be clicked; whether it was.
pub(crate) fn trip_link(ui: &mut Ui, state: &State, index: TripIndex, lead: &str) -> bool {
    let chronicle = state.chronicle();
    let trip = chronicle.trip(index);
    let heard: Vec<_> = state.shown.reading.accounts(trip).collect();
    let dates = match heard.as_slice() {
        [only] => words::of(&only.when, Months::Abbreviated),
        _ => words::span(state.shown.span(chronicle, index), Months::Abbreviated),
    };
    let place = heard.iter().find_map(|account| account.places.first());
    let place = place.map(|place| format!(", {place}")).unwrap_or_default();
    let country = &chronicle.country(trip.country).name;
    ui.add(Link::new(format!("{lead}{dates} {country}{place}"))).clicked()
}
