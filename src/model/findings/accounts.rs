//! Sources beside each other on the same trip: different days, or a source that says nothing.

use super::{Class, Code, Comparison, Finding, desk::Desk, desk::Told, desk::listed};
use crate::model::Status;

/// `accounts-differ`: two sources give a trip different days.
pub(super) fn differ(desk: &Desk<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, trip) in desk.chronicle.indexed_trips() {
        for (position, first) in trip.accounts().iter().enumerate() {
            for second in trip.accounts().iter().skip(position + 1) {
                let comparison = Comparison::new(&first.when, &second.when);
                if first.source == second.source || comparison.class == Class::Same {
                    continue;
                }
                let message = format!(
                    "{}: {}, {}: {}",
                    desk.country(trip.country),
                    desk.has(first),
                    desk.has(second),
                    comparison.both_words(),
                );
                let place = desk.place(Told { index, trip, account: second });
                found.push(desk.about_trips(Code::AccountsDiffer, message, place, [index]));
            }
        }
    }
    found
}

/// `source-silent`: a source that covers the country and the time of a trip does not tell of it.
///
/// A trip that was cancelled left nothing to tell of.
pub(super) fn silent(desk: &Desk<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, trip) in desk.chronicle.indexed_trips() {
        let Some(account) = trip.accounts().first().filter(|_| trip.status != Status::Cancelled) else { continue };
        for source in desk.chronicle.silent_sources(trip) {
            let told: Vec<_> = trip.accounts().iter().map(|account| desk.has(account)).collect();
            let rumoured = if trip.status == Status::Rumoured { ", a rumour" } else { "" };
            let message = format!(
                "{}: {}{rumoured}; {} covers that country and time and does not tell of it",
                desk.country(trip.country),
                listed(&told),
                desk.source(source),
            );
            let place = desk.place(Told { index, trip, account });
            found.push(desk.about_trips(Code::SourceSilent, message, place, [index]));
        }
    }
    found
}
