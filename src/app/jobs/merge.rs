//! Files that are merged, read beside the window, and what comes of decisions.

use std::path::PathBuf;
use std::sync::Arc;

use crate::export;
use crate::model::merge::{Decision, Merge, Merged, Options, Part};
use crate::model::pairing::{Proposal, Verdict};
use crate::model::{self, Document, Place, TripIndex, load};
use crate::text::count;
use crate::time::Months;

/// The files that are merged, as they were read.
#[derive(Debug)]
pub(crate) struct MergeInputs {
    documents: Vec<Arc<Document>>,
    options: Options,
}

/// What is to be decided, and what was.
#[derive(Debug)]
pub(crate) struct Review {
    /// The least certain first.
    pub(crate) proposals: Vec<Proposed>,
    /// The accounts of each trip, by their positions in the merge.
    pub(crate) accounts: Vec<Vec<usize>>,
    /// What all decisions come to: `60 accounts of 2 sources are 52 trips`.
    pub(crate) summary: String,
    /// The decision that joins all that is certain; `None` where nothing is.
    pub(crate) all_certain: Option<Decision>,
    /// How many proposals are certain.
    pub(crate) certain: usize,
    /// Names of travellers that may be one.
    pub(crate) alike: Vec<[String; 2]>,
}

/// Stays that may be one trip, beside each other.
#[derive(Debug)]
pub(crate) struct Proposed {
    pub(crate) verdict: Verdict,
    pub(crate) points: i32,
    /// The trips that its stays are so far.
    pub(crate) trips: Vec<TripIndex>,
    /// The accounts of each stay.
    pub(crate) stays: Vec<Vec<usize>>,
    /// What each account says: source, dates, and where.
    pub(crate) told: Vec<[String; 3]>,
    /// What speaks for and against it, in the words of the report.
    pub(crate) reasons: Vec<String>,
    /// Who was where.
    pub(crate) place: String,
}

/// What comes of decisions: a file, and what is still to be decided.
pub(crate) struct Reviewed {
    pub(crate) document: Document,
    pub(crate) review: Review,
}

/// With more accounts than this, looking what comes of a decision takes longer than a frame.
const LARGE: usize = 1_000;

impl MergeInputs {
    /// What is shown, or the files that it was read from, and other files.
    ///
    /// # Errors
    ///
    /// What of them cannot be read at all.
    pub(crate) fn read(shown: Arc<Document>, others: &[PathBuf]) -> Result<Self, String> {
        let mut documents = Vec::new();
        let (own, paths) = match shown.paths.as_slice() {
            // Each file keeps what it says of sources and countries.
            several @ [_, _, ..] => (None, several.iter().chain(others).collect::<Vec<_>>()),
            _ => (Some(shown), others.iter().collect()),
        };
        documents.extend(own);
        for path in paths {
            let document = model::read(&[path]).map_err(|problem| problem.render(&path.display().to_string()))?;
            documents.push(Arc::new(document));
        }
        Ok(Self { documents, options: Options::default() })
    }

    /// Whether it takes longer than a frame to look what comes of a decision.
    pub(crate) fn are_large(&self) -> bool {
        LARGE < self.documents.iter().map(|document| document.chronicle.trips.len()).sum()
    }

    /// What comes of these decisions.
    pub(crate) fn review(&self, decisions: &[Decision]) -> Reviewed {
        let part = |document: &'_ Arc<Document>| document.name.clone();
        let names: Vec<String> = self.documents.iter().map(part).collect();
        let parts = self.documents.iter().zip(&names);
        let parts: Vec<Part<'_>> =
            parts.map(|(document, file)| Part { chronicle: &document.chronicle, file }).collect();
        let merge = Merge::new(&parts, &self.options);
        let merged = merge.decided(decisions);
        let (chronicle, accounts) = merged.facts();
        let document = load(export::trips_file(&chronicle)).named(names.join(" + "));
        let certain: Vec<&Proposal> =
            merged.proposals.iter().filter(|proposal| proposal.verdict == Verdict::Certain).collect();
        let review = Review {
            proposals: merged.proposals.iter().map(|proposal| proposed(&merged, proposal, &accounts)).collect(),
            summary: format!(
                "{} of {} are {}",
                count(merge.account_count(), "account", "accounts"),
                count(merge.sources().len(), "source", "sources"),
                count(accounts.len(), "trip", "trips"),
            ),
            certain: certain.len(),
            all_certain: (!certain.is_empty()).then(|| merged.accepting(certain)),
            alike: merge.alike_travellers().to_vec(),
            accounts,
        };
        Reviewed { document, review }
    }
}

fn proposed(merged: &Merged<'_, '_>, proposal: &Proposal, trips: &[Vec<usize>]) -> Proposed {
    let merge = merged.merge();
    let stays = merged.accounts_of(proposal);
    let trip_of =
        |stay: &Vec<usize>| trips.iter().position(|trip| stay.first().is_some_and(|account| trip.contains(account)));
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
        trips: stays.iter().filter_map(trip_of).map(TripIndex::new).collect(),
        told: stays.iter().flatten().map(told).collect(),
        stays,
        reasons: proposal.evidence.iter().map(|(_, evidence)| export::reasons(evidence)).collect(),
        place: who.map_or_else(|| country.to_owned(), |who| format!("{who}, {country}")),
    }
}
