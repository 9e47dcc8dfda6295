//! What is still to be derived from what is shown.

use std::collections::BTreeSet;

use crate::app::jobs::JobHandle;

/// What is to be derived, and what is being derived.
#[derive(Debug, Default)]
pub(crate) struct Pending {
    pub(crate) wanted: BTreeSet<Wanted>,
    /// One at a time: while it runs, more can be wanted, but nothing is begun.
    pub(crate) running: Option<JobHandle>,
    /// What is to be in view when what is shown has been arranged anew; `None` where it is arranged.
    pub(crate) arrange: Option<InView>,
    /// Arranges it, beside the others.
    pub(crate) arranging: Option<JobHandle>,
    /// A search is to be begun.
    pub(crate) search: bool,
    /// The search for a text, beside the others.
    pub(crate) searching: Option<JobHandle>,
    /// The search for findings, beside the others.
    pub(crate) examination: Option<JobHandle>,
}

/// What is in view once what is shown was arranged anew.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum InView {
    /// What was in view before.
    Same,
    /// All that is shown: the view glides there.
    All {
        /// When that was asked for, in seconds.
        since_secs: f64,
    },
}

/// What can be derived, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Wanted {
    /// The rank of the selected trip among those that count.
    Rank,
    Tours,
    /// All that is counted.
    Statistics,
}
