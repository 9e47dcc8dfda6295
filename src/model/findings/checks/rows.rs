//! How a source's rows are written: with cells left out, or not in the order of time.

use std::collections::BTreeMap;

use super::cells;
use crate::{
    model::{
        facts::{SourceIndex, TravellerIndex, TripIndex, TripStatus},
        findings::{
            finding::{Code, Finding, Matter},
            locate::Desk,
            wording::{Told, Voice, days},
        },
    },
    time::{Day, When},
};

/// `missing-cell`: a source leaves out country, place or leader. Of a trip that was cancelled none is expected.
pub(crate) fn missing_cells(desk: &Desk<'_>) -> Vec<Finding> {
    let told = desk.voice.told().filter(|told| told.trip.status != TripStatus::Cancelled);
    let missing = told.filter(|told| cells::missing(told.account).is_some());
    missing
        .map(|told| {
            let matter = Matter::Missing { trip: told.index, account: told.at() };
            Finding::new(Code::MissingCell, matter, desk.range(told))
        })
        .collect()
}

/// Which cells.
pub(crate) fn missing_words(voice: Voice<'_>, trip: TripIndex, account: u32) -> Option<String> {
    let told = voice.account(trip, account)?;
    Some(format!("{}: leaves out {}", voice.row(told), cells::missing(told.account)?))
}

/// `out-of-order`: a row certainly begins before the source's row above it about the same traveller. A rumour is no row.
pub(crate) fn out_of_order(desk: &Desk<'_>) -> Vec<Finding> {
    let mut above: BTreeMap<(SourceIndex, TravellerIndex), Told<'_>> = BTreeMap::new();
    let mut found = Vec::new();
    for told in desk.voice.told().filter(|told| told.trip.status != TripStatus::Rumoured) {
        let Some(before) = above.insert((told.account.source, told.trip.traveller), told) else { continue };
        if days_early(before, told).is_some() {
            let rows = [before, told];
            // In the order of time, as all findings have their trips.
            let is_swapped = (told.trip.possible(), told.index) < (before.trip.possible(), before.index);
            let [first, second] = if is_swapped { [told, before] } else { rows };
            let matter = Matter::OutOfOrder {
                trips: [first.index, second.index],
                accounts: [first.at(), second.at()],
                is_swapped,
            };
            found.push(Finding::new(Code::OutOfOrder, matter, desk.range(told)));
        }
    }
    found
}

/// How much earlier which row begins.
pub(crate) fn out_of_order_words(voice: Voice<'_>, before: (TripIndex, u32), row: (TripIndex, u32)) -> Option<String> {
    let (before, told) = (voice.account(before.0, before.1)?, voice.account(row.0, row.1)?);
    let (when, when_before) = (&told.account.when, &before.account.when);
    let at_least = if when.is_exact() && when_before.is_exact() { "" } else { "at least " };
    Some(format!(
        "{}: begins {at_least}{} before the row above it, {}, {}",
        voice.row(told),
        days(days_early(before, told)?),
        when_before.words(),
        voice.country(before.trip.country),
    ))
}

/// How many days before the row above it a row certainly begins, if it does.
fn days_early(before: Told<'_>, row: Told<'_>) -> Option<i32> {
    let early = earliest_start(&before.account.when)? - latest_start(&row.account.when);
    (0 < early).then_some(early)
}

/// The last day on which it can have begun.
fn latest_start(when: &When) -> Day {
    when.certain_days().hull().map_or(when.possible().last(), crate::time::Span::start)
}

/// The first day on which it can have begun; `None` when any day before will do.
fn earliest_start(when: &When) -> Option<Day> {
    (!when.open_ends().start).then(|| when.possible().start())
}
