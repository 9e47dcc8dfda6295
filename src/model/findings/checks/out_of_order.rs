//! `out-of-order`: a row certainly begins before the source's row above it about the same traveller.

use std::collections::BTreeMap;

use crate::data::Severity;
use crate::model::facts::{SourceIndex, TravellerIndex, TripStatus};
use crate::model::findings::check::Check;
use crate::model::findings::finding::{Code, FindingDetails, Found};
use crate::model::findings::locator::Locator;
use crate::model::findings::wording::{TripAccount, Wording, days};
use crate::time::{Day, When};

pub(super) const CHECK: Check =
    Check { code: Code::OutOfOrder, severity: Severity::Note, disputes: false, find, describe };

/// A rumour is no row.
fn find(locator: &Locator<'_>) -> Vec<Found> {
    let mut above: BTreeMap<(SourceIndex, TravellerIndex), TripAccount<'_>> = BTreeMap::new();
    let mut found = Vec::new();
    for told in locator.wording.accounts().filter(|told| told.trip.status != TripStatus::Rumoured) {
        let Some(before) = above.insert((told.account.source, told.trip.traveller), told) else { continue };
        if days_early(before, told).is_some() {
            let rows = [before, told];
            // In the order of time, as all findings have their trips.
            let is_swapped = (told.trip.possible(), told.index) < (before.trip.possible(), before.index);
            let [first, second] = if is_swapped { [told, before] } else { rows };
            let details = FindingDetails::OutOfOrder {
                trips: [first.index, second.index],
                accounts: [first.at(), second.at()],
                is_swapped,
            };
            found.push(locator.found_at(told, details));
        }
    }
    found
}

/// How much earlier which row begins.
fn describe(wording: Wording<'_>, details: &FindingDetails) -> Option<String> {
    let FindingDetails::OutOfOrder { trips, accounts, is_swapped } = *details else { return None };
    let [first, second] = [wording.account(trips[0], accounts[0])?, wording.account(trips[1], accounts[1])?];
    let (before, told) = if is_swapped { (second, first) } else { (first, second) };
    let (when, when_before) = (&told.account.when, &before.account.when);
    let at_least = if when.is_exact() && when_before.is_exact() { "" } else { "at least " };
    Some(format!(
        "{}: begins {at_least}{} before the row above it, {}, {}",
        wording.row(told),
        days(days_early(before, told)?),
        when_before.describe(),
        wording.country(before.trip.country),
    ))
}

/// How many days before the row above it a row certainly begins, if it does.
fn days_early(before: TripAccount<'_>, row: TripAccount<'_>) -> Option<i32> {
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
