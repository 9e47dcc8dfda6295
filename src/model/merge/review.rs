//! What is to be decided of files that are merged, in words.

use super::decision::Decision;
use super::merging::Merged;
use crate::model::facts::{Place, TripIndex};
use crate::model::pairing::{Proposal, Verdict};
use crate::text::count;
use crate::time::Months;

/// What is to be decided, and what was.
#[derive(Debug)]
pub struct Review {
    /// The least certain first.
    pub proposals: Vec<Proposed>,
    /// The accounts of each trip, by their positions in the merge.
    pub accounts: Vec<Vec<usize>>,
    /// What all decisions come to: `60 accounts of 2 sources are 52 trips`.
    pub summary: String,
    /// The decision that joins all that is certain; `None` where nothing is.
    pub all_certain: Option<Decision>,
    /// How many proposals are certain.
    pub certain: usize,
    /// Names of travellers that may be one.
    pub alike: Vec<[String; 2]>,
}

/// Stays that may be one trip, beside each other.
#[derive(Debug)]
pub struct Proposed {
    /// How sure it is.
    pub verdict: Verdict,
    /// What speaks for it in all.
    pub points: i32,
    /// The trips that its stays are so far.
    pub trips: Vec<TripIndex>,
    /// The accounts of each stay.
    pub stays: Vec<Vec<usize>>,
    /// What each account says: source, dates, and where.
    pub told: Vec<[String; 3]>,
    /// What speaks for and against it, in the words of the report.
    pub reasons: Vec<String>,
    /// Who was where.
    pub place: String,
}

impl Review {
    /// Of files as they are merged so far, with the accounts of each trip in the order of the facts.
    #[must_use]
    pub fn new(merged: &Merged<'_, '_>, accounts: Vec<Vec<usize>>) -> Self {
        let merge = merged.merge();
        let supposed = merge.supposed_traveller();
        let supposed =
            supposed.map(|name| format!("Trips that name nobody are taken to be of {name}. ")).unwrap_or_default();
        let mut trip_of = vec![TripIndex::new(0); merge.account_count()];
        for (position, trip) in accounts.iter().enumerate() {
            for &account in trip {
                trip_of[account] = TripIndex::new(position);
            }
        }
        let certain: Vec<&Proposal> =
            merged.proposals.iter().filter(|proposal| proposal.verdict == Verdict::Certain).collect();
        Self {
            proposals: merged.proposals.iter().map(|proposal| proposed(merged, proposal, &trip_of)).collect(),
            summary: format!(
                "{supposed}{} of {} are {}",
                count(merge.account_count(), "account", "accounts"),
                count(merge.sources().len(), "source", "sources"),
                count(accounts.len(), "trip", "trips"),
            ),
            certain: certain.len(),
            all_certain: (!certain.is_empty()).then(|| merged.accepting(certain)),
            alike: merge.alike_travellers().to_vec(),
            accounts,
        }
    }
}

/// `trip_of` has the trip of each account.
fn proposed(merged: &Merged<'_, '_>, proposal: &Proposal, trip_of: &[TripIndex]) -> Proposed {
    let merge = merged.merge();
    let stays = merged.accounts_of(proposal);
    let told = |account: &usize| {
        let told = merge.told(*account);
        [
            told.source.name.clone(),
            told.account.when.format(Months::Abbreviated),
            Place::join(&told.account.places, ", "),
        ]
    };
    let first = stays.iter().flatten().next().map(|&account| merge.told(account));
    let who = first.map(|told| told.traveller).filter(|who| !who.is_empty());
    let country = first.map(|told| told.country).unwrap_or_default();
    Proposed {
        verdict: proposal.verdict,
        points: proposal.points,
        trips: stays.iter().filter_map(|stay| trip_of.get(*stay.first()?).copied()).collect(),
        told: stays.iter().flatten().map(told).collect(),
        stays,
        reasons: proposal.evidence.iter().map(|(_, evidence)| evidence.describe()).collect(),
        place: who.map_or_else(|| country.to_owned(), |who| format!("{who}, {country}")),
    }
}
