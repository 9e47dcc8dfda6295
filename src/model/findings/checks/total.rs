//! `total-differs`, `total-needs-inference`: how many visits a source claims, against the visits it tells of.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::data::Severity;
use crate::model::facts::{Chronicle, Claim, CountryIndex, SourceIndex, Total, TripIndex, TripStatus};
use crate::model::findings::check::Check;
use crate::model::findings::finding::{Code, FindingDetails, Found, narrow, wide};
use crate::model::findings::locator::Locator;
use crate::model::findings::wording::Wording;
use crate::text::count;

/// A total is not what the source's confirmed trips come to.
pub(super) const DIFFERS: Check =
    Check { code: Code::TotalDiffers, severity: Severity::Warning, disputes: false, find, describe };

/// A total is what they come to, but only with trips whose country was restored.
pub(super) const NEEDS_INFERENCE: Check =
    Check { code: Code::TotalNeedsInference, severity: Severity::Note, disputes: false, find, describe };

/// A source's confirmed trips to a country.
#[derive(Default)]
struct Rows {
    trips: Vec<TripIndex>,
    /// How many of them the source leaves open whether they went there.
    restored: usize,
}

/// Finds the totals of one of the two codes.
fn find(locator: &Locator<'_>) -> Vec<Found> {
    let chronicle = locator.chronicle;
    // Only what some total speaks of.
    let mut rows: BTreeMap<(SourceIndex, CountryIndex), Rows> =
        chronicle.totals.iter().map(|total| ((total.source, total.country), Rows::default())).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    for (index, trip) in chronicle.indexed_trips().filter(|(_, trip)| trip.status == TripStatus::Confirmed) {
        for account in trip.accounts() {
            let Some(rows) = rows.get_mut(&(account.source, trip.country)) else { continue };
            // A second account by the same source is no second visit.
            if rows.trips.last() != Some(&index) {
                rows.trips.push(index);
                rows.restored += usize::from(is_restored(chronicle, index, account.source));
            }
        }
    }
    let shared = |(key, mut rows): (_, Rows)| {
        rows.trips.sort_by_key(|&index| (chronicle.trip(index).possible(), index));
        (key, (Arc::<[TripIndex]>::from(rows.trips), rows.restored))
    };
    let rows: BTreeMap<_, _> = rows.into_iter().map(shared).collect();
    (0..)
        .zip(&chronicle.totals)
        .filter_map(|(position, total)| {
            let (trips, restored) = rows.get(&(total.source, total.country))?;
            judge(total.claim, trips.len(), *restored).filter(|&code| code == locator.code)?;
            let range = locator.range_of(total.offset, "country", locator.wording.country(total.country));
            Some(locator.found(range, FindingDetails::Total { total: narrow(position), trips: trips.clone() }))
        })
        .collect()
}

/// Whether an account by the source restores the trip's country.
fn is_restored(chronicle: &Chronicle, trip: TripIndex, source: SourceIndex) -> bool {
    let accounts = chronicle.trip(trip).accounts().iter();
    accounts.filter(|account| account.source == source).any(|account| account.restored.country)
}

fn judge(claim: Claim, rows: usize, restored: usize) -> Option<Code> {
    if !holds(claim, rows) {
        return Some(Code::TotalDiffers);
    }
    (!holds(claim, rows - restored)).then_some(Code::TotalNeedsInference)
}

/// What is claimed and what is told.
fn describe(wording: Wording<'_>, details: &FindingDetails) -> Option<String> {
    let FindingDetails::Total { total, trips } = details else { return None };
    let total: &Total = wording.chronicle.totals.get(wide(*total))?;
    let rows = trips.len();
    let visits = |number: usize| count(number, "visit", "visits");
    let (least, claim) = match total.claim {
        Claim::Exactly(number) => (wide(number), visits(wide(number))),
        Claim::MoreThan(number) => (wide(number).saturating_add(1), format!("more than {}", visits(wide(number)))),
    };
    let quoted = total.verbatim.as_ref().map(|words| format!(" (“{words}”)")).unwrap_or_default();
    let says = format!("{}: {} says {claim}{quoted}", wording.country(total.country), wording.source(total.source));
    if holds(total.claim, rows) {
        let restored = trips.iter().filter(|&&trip| is_restored(wording.chronicle, trip, total.source)).count();
        return Some(format!("{says} and tells of {rows}, with the country restored in {restored} of them"));
    }
    let apart = match total.claim {
        Claim::Exactly(_) if least < rows => format!("{} more", rows - least),
        Claim::Exactly(_) => format!("{} fewer", least - rows),
        Claim::MoreThan(_) => format!("at least {} fewer", least - rows),
    };
    Some(format!("{says} and tells of {rows}: {apart}"))
}

fn holds(claim: Claim, rows: usize) -> bool {
    match claim {
        Claim::Exactly(number) => rows == wide(number),
        Claim::MoreThan(number) => wide(number) < rows,
    }
}
