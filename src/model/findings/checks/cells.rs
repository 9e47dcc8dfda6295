//! Which cells of its row a source leaves out, and which of those were restored.
//!
//! A convention of the file: a sentence of `inferred` that begins with the names of cells and a colon says why these
//! were restored: `Country: its cell is empty; …`, `Place and leader: the row has none of its own; …`.

use crate::model::{
    facts::{Account, Leader},
    findings::wording::listed,
};

/// A cell of a source's row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cell {
    Country,
    Place,
    Leader,
}

impl Cell {
    /// The cell of this name, whatever its capitals.
    fn named(name: &str) -> Option<Self> {
        match name.trim().to_lowercase().as_str() {
            "country" => Some(Self::Country),
            "place" | "places" => Some(Self::Place),
            "leader" | "leaders" => Some(Self::Leader),
            _ => None,
        }
    }
}

/// The cells that a source leaves out, in words, the restored ones marked as such; `None` when it leaves out none.
///
/// Nobody can see in a field what was restored; `inferred` has to say so.
pub(super) fn missing(account: &Account) -> Option<String> {
    let has_name = |leader: &Leader| !leader.name.trim().is_empty();
    let has_all = !account.places.is_empty() && !account.leaders.is_empty() && account.leaders.iter().all(has_name);
    if has_all && account.inferred.is_none() {
        return None;
    }
    let restored = restored(account);
    let mut missing = Vec::new();
    for (cell, words, is_empty) in [
        (Cell::Country, "the country", false),
        (Cell::Place, "the place", account.places.is_empty()),
        (Cell::Leader, "the leader", account.leaders.is_empty()),
    ] {
        if is_empty {
            missing.push(words.to_owned());
        } else if restored.contains(&cell) {
            missing.push(format!("{words} (restored)"));
        }
    }
    let nameless = account.leaders.iter().filter(|leader| !has_name(leader));
    missing.extend(nameless.map(|leader| format!("the name of a leader (“{}”)", leader.office)));
    (!missing.is_empty()).then(|| listed(missing.into_iter()))
}

/// Whether the account's country is a conclusion: the source's own cell was empty or lost.
pub(super) fn is_country_restored(account: &Account) -> bool {
    restored(account).contains(&Cell::Country)
}

/// The cells that were restored. A country always was if it has a sentence. Place and leader were if theirs says
/// `empty` or `none of its own`; it may also tell how a cell is to be read (`Places: one cell runs two cities together`).
fn restored(account: &Account) -> Vec<Cell> {
    let sentences = account.inferred.as_deref().unwrap_or_default().split(". ");
    sentences
        .filter_map(|sentence| {
            let (names, reason) = sentence.split_once(':')?;
            let names = names.split(',').flat_map(|names| names.split(" and "));
            let cells: Vec<Cell> = names.map(Cell::named).collect::<Option<_>>()?;
            let lost = reason.contains("empty") || reason.contains("none of its own");
            Some(cells.into_iter().filter(move |&cell| lost || cell == Cell::Country))
        })
        .flatten()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::When;

    #[test]
    fn a_reason_names_the_cells_it_is_about() {
        let check = |inferred: &str, expected: Option<&str>| {
            let account = Account {
                source: crate::model::SourceIndex::new(0),
                when: When::parse("1961").unwrap(),
                verbatim: None,
                inferred: Some(inferred.into()),
                places: ["Moscow".into()].into(),
                leaders: [Leader { name: "Khrushchev".into(), office: "".into() }].into(),
                details: "".into(),
            };
            assert_eq!(missing(&account).as_deref(), expected, "{inferred}");
        };
        check("", None);
        check("Country: its cell is empty; the place is Moscow.", Some("the country (restored)"));
        check("The cells have shifted left. Country: as above.", Some("the country (restored)"));
        check("Places: one cell runs the two cities together.", None);
        check("Moscow and Minsk: on the way, its cell is empty.", None);
        check(
            "The rest is empty. Country: the remark. Place and leader: the row has none of its own; shared.",
            Some("the country (restored), the place (restored) and the leader (restored)"),
        );
        check("Leaders: their cell is empty.", Some("the leader (restored)"));
    }
}
