//! Which cells of its row a source leaves out, and which of those were restored.

use crate::model::{
    facts::{Account, Leader},
    findings::wording::listed,
};

/// The cells that a source leaves out, in words, the restored ones marked as such; `None` when it leaves out none.
pub(super) fn missing(account: &Account) -> Option<String> {
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
