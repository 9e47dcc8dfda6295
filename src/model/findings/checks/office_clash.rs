//! `office-clash`: two sources name the same person with offices that are not in the same words.

use rustc_hash::FxHashMap;

use crate::data::Severity;
use crate::model::facts::{Account, Leader, People};
use crate::model::findings::check::Check;
use crate::model::findings::finding::{Code, FindingDetails, Found, MOST, narrow, wide};
use crate::model::findings::locator::Locator;
use crate::model::findings::wording::{TripAccount, Wording, pairs};
use crate::model::search::PersonName;

pub(super) const CHECK: Check =
    Check { code: Code::OfficeClash, severity: Severity::Note, disputes: true, find, describe };

/// In a trip with very many accounts each is held against the first few.
fn find(locator: &Locator<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let people = &locator.chronicle.people;
    let mut known = Known { people, names: FxHashMap::default(), offices: FxHashMap::default() };
    for (index, trip) in locator.chronicle.indexed_trips().filter(|(_, trip)| 1 < trip.accounts().len()) {
        let told: Vec<TripAccount<'_>> = locator.wording.accounts_of(index).collect();
        for (first, second) in pairs(&told, MOST) {
            if first.account.source == second.account.source {
                continue;
            }
            for [leader, other] in known.clashing(first.account, second.account) {
                let Some(clashing) = second.account.leaders.get(other) else { continue };
                let details = FindingDetails::OfficeClash {
                    trip: index,
                    accounts: [first.at(), second.at()],
                    leaders: [narrow(leader), narrow(other)],
                };
                let range = locator.range_of(trip.offset, "office", &clashing.office);
                found.push(locator.found(range, details));
            }
        }
    }
    found
}

/// Which source gives the person which office.
fn describe(wording: Wording<'_>, details: &FindingDetails) -> Option<String> {
    let FindingDetails::OfficeClash { trip, accounts, leaders } = *details else { return None };
    let [first, second] = [wording.account(trip, accounts[0])?, wording.account(trip, accounts[1])?];
    let calls = |told: TripAccount<'_>, leader: u32| {
        let leader = told.account.leaders.get(wide(leader))?;
        Some(format!("{} calls {} “{}”", wording.source(told.account.source), leader.name, leader.office))
    };
    Some(format!("{}: {}, {}", wording.stay(first), calls(first, leaders[0])?, calls(second, leaders[1])?))
}

/// Names and offices, each taken apart once however often it comes.
struct Known<'a> {
    people: &'a People,
    names: FxHashMap<&'a str, PersonName>,
    offices: FxHashMap<&'a str, Vec<String>>,
}

impl<'a> Known<'a> {
    /// The persons both accounts name, where the offices differ, by their positions.
    fn clashing(&mut self, first: &'a Account, second: &'a Account) -> Vec<[usize; 2]> {
        let mut clashing = Vec::new();
        for (at, leader) in first.leaders.iter().enumerate() {
            for (other_at, other) in second.leaders.iter().enumerate() {
                if self.is_clash(leader, other) {
                    clashing.push([at, other_at]);
                }
            }
        }
        clashing
    }

    fn is_clash(&mut self, leader: &'a Leader, other: &'a Leader) -> bool {
        // Most are in the very same words, which is seen at once.
        if leader.office == other.office || leader.office.is_empty() || other.office.is_empty() {
            return false;
        }
        for office in [&leader.office, &other.office] {
            self.offices.entry(office).or_insert_with(|| distinctive_terms(office));
        }
        for name in [&leader.name, &other.name] {
            self.names.entry(name).or_insert_with(|| PersonName::new(name));
        }
        let office = |leader: &Leader| self.offices.get(&*leader.office).filter(|words| !words.is_empty());
        let [name, other_name] = [leader, other].map(|leader| self.names.get(&*leader.name));
        let is_same_person = || {
            let is_listed = self.people.name_of(&leader.name) == self.people.name_of(&other.name);
            is_listed && !leader.name.is_empty() || name.zip(other_name).is_some_and(|(one, other)| one.agrees(other))
        };
        let (Some(own_office), Some(other_office)) = (office(leader), office(other)) else { return false };
        own_office != other_office && is_same_person()
    }
}

/// The words of an office that tell it from another: no capitals, marks or articles. A party's secretary is its central
/// committee's, said or not.
fn distinctive_terms(office: &str) -> Vec<String> {
    let office = office.to_lowercase().replace("central committee of the ", "");
    let words = office.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty() && *word != "the");
    words.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_are_compared_by_their_words() {
        assert_eq!(distinctive_terms("The Premier, of the USSR"), distinctive_terms("premier of USSR"));
        assert_ne!(distinctive_terms("Premier"), distinctive_terms("Soviet leader"));
    }
}
