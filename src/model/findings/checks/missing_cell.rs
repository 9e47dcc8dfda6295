//! `missing-cell`: a source leaves out country, place or leader.

use crate::data::Severity;
use crate::model::facts::{Account, Leader, TripStatus};
use crate::model::findings::check::Check;
use crate::model::findings::finding::{Code, FindingDetails, Found};
use crate::model::findings::locator::Locator;
use crate::model::findings::wording::{Wording, listed};

pub(super) const CHECK: Check =
    Check { code: Code::MissingCell, severity: Severity::Note, disputes: false, find, describe };

/// Of a trip that was cancelled no cell is expected.
fn find(locator: &Locator<'_>) -> Vec<Found> {
    let told = locator.wording.accounts().filter(|told| told.trip.status != TripStatus::Cancelled);
    let missing = told.filter(|told| missing(told.account).is_some());
    let found = missing
        .map(|told| locator.found_at(told, FindingDetails::MissingCell { trip: told.index, account: told.at() }));
    found.collect()
}

/// Which cells.
fn describe(wording: Wording<'_>, details: &FindingDetails) -> Option<String> {
    let FindingDetails::MissingCell { trip, account } = *details else { return None };
    let told = wording.account(trip, account)?;
    Some(format!("{}: leaves out {}", wording.row(told), missing(told.account)?))
}

/// The cells that a source leaves out, in words, the restored ones marked as such; `None` when it leaves out none.
fn missing(account: &Account) -> Option<String> {
    let has_name = |leader: &Leader| !leader.name.trim().is_empty();
    let (places, leaders, restored) = (&account.places, &account.leaders, account.restored);
    let cells = [
        ("the country", false, restored.country),
        ("the place", places.is_empty(), restored.place),
        ("the leader", leaders.is_empty(), restored.leader),
    ];
    let cells = cells.into_iter().filter_map(|(cell, is_empty, is_restored)| match (is_empty, is_restored) {
        (true, _) => Some(cell.to_owned()),
        (false, true) => Some(format!("{cell} (restored)")),
        (false, false) => None,
    });
    let nameless = leaders.iter().filter(|leader| !has_name(leader));
    let nameless = nameless.map(|leader| format!("the name of a leader (“{}”)", leader.office));
    let missing: Vec<String> = cells.chain(nameless).collect();
    (!missing.is_empty()).then(|| listed(missing.into_iter()))
}
