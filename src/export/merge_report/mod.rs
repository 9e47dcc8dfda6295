//! What came of merging files: where sources agree, where they differ, what one tells alone, what is uncertain.

mod json;
mod table;
mod text;

use crate::data::Counting;
use crate::model::merge::{Merge, Merged, ToldAccount};
use crate::model::pairing::{Proposal, Verdict};
use crate::model::{Chronicle, Document, Filter, Statistics, Tours, TripStatus};

/// What came of merging files.
pub struct MergeReport<'a> {
    merge: &'a Merge<'a>,
    /// The merged file as it is read.
    chronicle: &'a Chronicle,
    statistics: Statistics,
    /// How many proposals were joined, by verdict.
    joined: Vec<(Verdict, usize)>,
    /// What was uncertain, whatever became of it; the least certain first.
    uncertain: Vec<Uncertain<'a>>,
}

/// A proposal that is not certain.
struct Uncertain<'a> {
    proposal: &'a Proposal,
    accounts: Vec<ToldAccount<'a>>,
    is_joined: bool,
}

impl<'a> MergeReport<'a> {
    /// Of a merged file as it is read, made of what was open and of which some proposals were joined.
    #[must_use]
    pub fn new(open: &'a Merged<'a, 'a>, document: &'a Document, is_joined: impl Fn(&Proposal) -> bool) -> Self {
        let (merge, chronicle) = (open.merge(), &*document.chronicle);
        let all = Filter { statuses: TripStatus::ALL.iter().copied().collect(), ..Filter::default() }
            .with_counting(Counting::Everything);
        let statistics = Statistics::new(chronicle, &document.shown(&all), &Tours::default());
        let joined = [Verdict::Certain, Verdict::Likely].map(|verdict| {
            let of_verdict = open.proposals.iter().filter(|proposal| proposal.verdict == verdict);
            (verdict, of_verdict.filter(|proposal| is_joined(proposal)).count())
        });
        let uncertain = open.proposals.iter().filter(|proposal| proposal.verdict != Verdict::Certain);
        let uncertain = uncertain.map(|proposal| Uncertain {
            proposal,
            accounts: open.accounts_of(proposal).concat().into_iter().map(|account| merge.told(account)).collect(),
            is_joined: is_joined(proposal),
        });
        Self { merge, chronicle, statistics, joined: joined.to_vec(), uncertain: uncertain.collect() }
    }
}
