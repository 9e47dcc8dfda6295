//! `missing-cell`: a source leaves out country, place or leader.

use crate::data::Severity;
use crate::model::facts::{Account, Leader};
use crate::model::findings::check::Check;
use crate::model::findings::finding::{Code, FindingDetails, Found, UsualCells};
use crate::model::findings::locator::Locator;
use crate::model::findings::wording::{Wording, listed};

pub(super) const CHECK: Check =
    Check { code: Code::MissingCell, severity: Severity::Note, disputes: false, find, describe };

/// Rows with an empty cell that their source fills in most of its rows, and those with cells that the file restored. Of a
/// trip that was cancelled no cell is expected.
fn find(locator: &Locator<'_>) -> Vec<Found> {
    let rows = || locator.wording.accounts().filter(|told| told.trip.status.took_place());
    let mut fills = vec![Fills::default(); locator.chronicle.sources.len()];
    for told in rows() {
        if let Some(fills) = fills.get_mut(told.account.source.position()) {
            fills.add(told.account);
        }
    }
    let usual: Vec<UsualCells> = fills.iter().map(Fills::usual).collect();
    let found = rows().filter_map(|told| {
        let usual = *usual.get(told.account.source.position())?;
        missing(told.account, usual)?;
        Some(locator.found_at(told, FindingDetails::MissingCell { trip: told.index, account: told.at(), usual }))
    });
    found.collect()
}

/// Which cells.
fn describe(wording: Wording<'_>, details: &FindingDetails) -> Option<String> {
    let FindingDetails::MissingCell { trip, account, usual } = *details else { return None };
    let told = wording.account(trip, account)?;
    Some(format!("{}: leaves out {}", wording.row(told), missing(told.account, usual)?))
}

/// How many rows of a source fill which cells.
#[derive(Clone, Copy, Default)]
struct Fills {
    rows: usize,
    places: usize,
    leaders: usize,
    /// Rows in which every leader has a name.
    leader_names: usize,
}

impl Fills {
    fn add(&mut self, account: &Account) {
        let has_leaders = !account.leaders.is_empty();
        self.rows += 1;
        self.places += usize::from(!account.places.is_empty() && !account.restored.place);
        self.leaders += usize::from(has_leaders && !account.restored.leader);
        self.leader_names += usize::from(has_leaders && account.leaders.iter().all(has_name));
    }

    fn usual(&self) -> UsualCells {
        let most = |filled: usize, of: usize| of < 2 * filled;
        UsualCells {
            place: most(self.places, self.rows),
            leader: most(self.leaders, self.rows),
            leader_name: most(self.leader_names, self.leaders),
        }
    }
}

fn has_name(leader: &Leader) -> bool {
    !leader.name.trim().is_empty()
}

/// The cells that a source leaves out, in words, the restored ones marked as such; `None` when it leaves out none.
fn missing(account: &Account, usual: UsualCells) -> Option<String> {
    let (places, leaders, restored) = (&account.places, &account.leaders, account.restored);
    let cells = [
        ("the country", false, restored.country),
        ("the place", usual.place && places.is_empty(), restored.place),
        ("the leader", usual.leader && leaders.is_empty(), restored.leader),
    ];
    let cells = cells.into_iter().filter_map(|(cell, is_empty, is_restored)| match (is_empty, is_restored) {
        (true, _) => Some(cell.to_owned()),
        (false, true) => Some(format!("{cell} (restored)")),
        (false, false) => None,
    });
    let nameless = leaders.iter().filter(|leader| usual.leader_name && !has_name(leader));
    let nameless = nameless.map(|leader| format!("the name of a leader (“{}”)", leader.office));
    let missing: Vec<String> = cells.chain(nameless).collect();
    (!missing.is_empty()).then(|| listed(missing.into_iter()))
}
