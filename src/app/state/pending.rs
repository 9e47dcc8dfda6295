//! What is still to be derived from what is shown.

use std::collections::BTreeSet;

use crate::app::jobs::JobHandle;

/// What is to be derived, and what is being derived.
#[derive(Debug, Default)]
pub(crate) struct Pending {
    pub(crate) wanted: BTreeSet<Wanted>,
    /// One at a time: while it runs, more can be wanted, but nothing is begun.
    pub(crate) running: Option<JobHandle>,
    /// The search for findings, beside the others.
    pub(crate) examination: Option<JobHandle>,
}

/// What can be derived, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Wanted {
    /// The rank of the selected trip among those that count.
    Rank,
    /// Matches of the search.
    Matches,
    Tours,
    /// All that is counted.
    Statistics,
}
