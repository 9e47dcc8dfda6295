//! `source-silent`: a source that covers the country and the time of a trip does not tell of it.

use crate::data::Severity;
use crate::model::facts::TripStatus;
use crate::model::findings::check::Check;
use crate::model::findings::finding::{Code, FindingDetails, Found, MOST};
use crate::model::findings::locator::Locator;
use crate::model::findings::wording::{Wording, listed};

pub(super) const CHECK: Check =
    Check { code: Code::SourceSilent, severity: Severity::Note, disputes: true, find, describe };

/// A trip that was cancelled left nothing to tell of. Where very many sources are silent, the first stands for all.
fn find(locator: &Locator<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for (index, trip) in locator.chronicle.indexed_trips().filter(|(_, trip)| trip.status != TripStatus::Cancelled) {
        let silent = locator.chronicle.silent_sources(trip);
        let told_one_by_one = if silent.len() <= MOST { silent.len() } else { 1 };
        for source in silent.into_iter().take(told_one_by_one) {
            let Some(first) = locator.wording.account(index, 0) else { continue };
            found.push(locator.found_at(first, FindingDetails::SourceSilent { trip: index, source }));
        }
    }
    found
}

/// Which sources tell of the trip, and which should.
fn describe(wording: Wording<'_>, details: &FindingDetails) -> Option<String> {
    let FindingDetails::SourceSilent { trip, source } = *details else { return None };
    let trip = wording.chronicle.trip(trip);
    let told = listed(trip.accounts().iter().map(|account| wording.has(account)));
    let rumoured = if trip.status == TripStatus::Rumoured { ", a rumour" } else { "" };
    let silent = wording.chronicle.silent_sources(trip).len();
    let others =
        if silent <= MOST { String::new() } else { format!(", nor do {} other sources that cover it", silent - 1) };
    Some(format!(
        "{}: {told}{rumoured}; {} covers that country and time and does not tell of it{others}",
        wording.country(trip.country),
        wording.source(source),
    ))
}
