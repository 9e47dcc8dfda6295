//! Tooltips of the chart.

use eframe::egui::Ui;

use crate::app::state::State;
use crate::app::ui::metrics::TOOLTIP;
use crate::layout::LaneNames;
use crate::model::{Comparison, LaneKey, Leader, TripIndex, TripStatus};
use crate::text::{capitalised, count, grouped};

/// A trip: where, when by each source, and whom he met.
pub(crate) fn trip_ui(ui: &mut Ui, state: &State, index: TripIndex) {
    ui.set_max_width(TOOLTIP);
    let chronicle = state.chronicle();
    let trip = chronicle.trip(index);
    let places = trip.places();
    let country = chronicle.country_name(trip);
    ui.strong(match places.as_slice() {
        [] => country.to_owned(),
        [place] => format!("{country} · {}", place.name),
        [first, rest @ ..] => format!("{country} · {} and {} more", first.name, rest.len()),
    });
    if let Some(traveller) = chronicle.among_several(trip.traveller) {
        ui.label(traveller);
    }
    for account in trip.accounts() {
        let source = match chronicle.sources.as_slice() {
            [_] | [] => String::new(),
            _ => format!("{}: ", chronicle.source(account.source).name),
        };
        let days = account.when.duration().to_string();
        ui.label(format!("{source}{}, {days}", account.when.describe()));
    }
    for source in chronicle.silent_sources(trip) {
        ui.weak(format!("{}: does not tell of it", chronicle.source(source).name));
    }
    for comparison in Comparison::of_trip(chronicle, trip) {
        ui.weak(capitalised(&comparison));
    }
    if state.timeline.is_only_possibly_in_period(chronicle, index) {
        ui.weak("Perhaps on other days than those asked for");
    }
    if let Some((tour, leg)) = state.timeline.tours.of(index) {
        let tour = state.timeline.tours.tour(tour).describe(chronicle);
        ui.weak(format!("Leg {} of the {tour}", leg + 1));
    }
    let mut kind = trip.kind.label().to_owned();
    if trip.status != TripStatus::Confirmed {
        kind = format!("{kind}, {}", trip.status.label());
    }
    ui.weak(kind);
    let leaders: Vec<&str> = trip.accounts().iter().flat_map(|account| &*account.leaders).map(leader_name).collect();
    if !leaders.is_empty() {
        ui.weak(leaders.join(", "));
    }
}

/// A lane: whose it is, of a country its name today and the life of its state, of a traveller the offices held, and how
/// many trips it has.
pub(crate) fn lane_ui(ui: &mut Ui, state: &State, key: LaneKey) {
    ui.set_max_width(TOOLTIP);
    ui.strong(key.name(state.chronicle(), LaneNames::Then));
    let country = key.country(state.chronicle()).map(|country| state.chronicle().country(country));
    if let Some(today) = country.and_then(|country| country.today.as_ref()) {
        ui.label(format!("Today {today}"));
    }
    if let Some(life) = country.and_then(|country| country.state.as_ref()) {
        ui.label(format!("State: {}", life.describe()));
    }
    for office in key.traveller().into_iter().flat_map(|traveller| state.chronicle().offices(traveller)) {
        ui.label(format!("{}: {}", office.name, office.when.describe()));
    }
    if let Some(lane) = state.timeline.lanes.iter().find(|lane| lane.key == key) {
        ui.label(format!("{} of {} shown", grouped(lane.shown), count(lane.total, "trip", "trips")));
        if let Some(moved) = lane.moved_words() {
            ui.label(capitalised(&moved));
        }
    }
    ui.weak("Click to select them all");
}

/// The name, or the office where a source gives no name.
fn leader_name(leader: &Leader) -> &str {
    if leader.name.is_empty() { &leader.office } else { &leader.name }
}
