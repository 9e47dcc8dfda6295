//! How many visits a source claims, against the visits it tells of.

use std::{collections::BTreeMap, sync::Arc};

use super::cells;
use crate::model::{
    facts::{Chronicle, Claim, CountryIndex, SourceIndex, Total, TripIndex, TripStatus},
    findings::{
        finding::{Code, Finding, Matter, narrow, wide},
        locate::Desk,
        wording::Voice,
    },
    query::count,
};

/// A source's confirmed trips to a country.
#[derive(Default)]
struct Rows {
    trips: Vec<TripIndex>,
    /// How many of them the source leaves open whether they went there.
    restored: usize,
}

/// `total-differs`: a total is not what the source's confirmed trips come to.
/// `total-needs-inference`: it is, but not without trips whose country was restored.
pub(crate) fn totals(desk: &Desk<'_>) -> Vec<Finding> {
    let chronicle = desk.chronicle;
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
            let code = judge(total.claim, trips.len(), *restored)?;
            let range = desk.range_of(total.offset, "country", desk.voice.country(total.country));
            Some(Finding::new(code, Matter::Total { total: narrow(position), trips: trips.clone() }, range))
        })
        .collect()
}

/// Whether an account by the source restores the trip's country.
fn is_restored(chronicle: &Chronicle, trip: TripIndex, source: SourceIndex) -> bool {
    let accounts = chronicle.trip(trip).accounts().iter();
    accounts.filter(|account| account.source == source).any(cells::is_country_restored)
}

fn judge(claim: Claim, rows: usize, restored: usize) -> Option<Code> {
    if !holds(claim, rows) {
        return Some(Code::TotalDiffers);
    }
    (!holds(claim, rows - restored)).then_some(Code::TotalNeedsInference)
}

/// What is claimed and what is told.
pub(crate) fn total_words(voice: Voice<'_>, total: u32, trips: &[TripIndex]) -> Option<String> {
    let total: &Total = voice.chronicle.totals.get(wide(total))?;
    let rows = trips.len();
    let visits = |number: usize| count(number, "visit", "visits");
    let (least, claim) = match total.claim {
        Claim::Exactly(number) => (wide(number), visits(wide(number))),
        Claim::MoreThan(number) => (wide(number).saturating_add(1), format!("more than {}", visits(wide(number)))),
    };
    let quoted = total.verbatim.as_ref().map(|words| format!(" (“{words}”)")).unwrap_or_default();
    let says = format!("{}: {} says {claim}{quoted}", voice.country(total.country), voice.source(total.source));
    if holds(total.claim, rows) {
        let restored = trips.iter().filter(|&&trip| is_restored(voice.chronicle, trip, total.source)).count();
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
