//! A trip as a link.

use eframe::egui::{Link, Ui};

use crate::app::state::State;
use crate::model::TripIndex;
use crate::time::Months;

/// A trip in a line that can be clicked; whether it was.
pub(crate) fn trip_link(ui: &mut Ui, state: &State, index: TripIndex, lead: &str) -> bool {
    let chronicle = state.chronicle();
    let trip = chronicle.trip(index);
    let accounts: Vec<_> = state.shown.reading.accounts(trip).collect();
    let dates = match accounts.as_slice() {
        [only] => only.when.format(Months::Abbreviated),
        _ => state.shown.span(chronicle, index).format(Months::Abbreviated),
    };
    let place = accounts.iter().find_map(|account| account.places.first());
    let place = place.map(|place| format!(", {}", place.name)).unwrap_or_default();
    let country = chronicle.country_name(trip);
    ui.add(Link::new(format!("{lead}{dates} {country}{place}"))).clicked()
}
