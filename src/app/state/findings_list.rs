//! Which findings are listed.

use std::{collections::BTreeSet, sync::OnceLock};

use crate::model::{Code, Finding};

/// Which findings are listed, and the one that was selected last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindingsList {
    /// Only these sorts, all when empty.
    pub codes: BTreeSet<Code>,
    /// Position of the selected one among all findings of the file.
    pub current: Option<usize>,
    /// Which part of the list is in view, from 0: a hundred findings at a time.
    pub page: usize,
    /// Positions of those that are listed, in the order of the list; derived.
    pub(super) listed: OnceLock<Vec<usize>>,
}

/// How many findings are in view at a time.
pub(crate) const PAGE: usize = 100;

impl FindingsList {
    /// Adds a sort to those listed, or takes it away.
    pub(crate) fn toggle(&mut self, code: Code) {
        if !self.codes.remove(&code) {
            self.codes.insert(code);
        }
        self.renew();
    }

    /// Lists anew from the beginning.
    pub(crate) fn renew(&mut self) {
        self.page = 0;
        self.listed = OnceLock::new();
    }

    /// Whether a finding is listed.
    #[must_use]
    pub fn lists(&self, finding: &Finding) -> bool {
        self.codes.is_empty() || self.codes.contains(&finding.code)
    }
}
