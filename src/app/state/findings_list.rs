//! Which findings the side panel lists.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::model::{Code, Finding, FindingGroup};

/// Which findings are listed, and the one that was selected last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingsList {
    /// What is not listed, unless its checks are asked for.
    pub folded: BTreeSet<FindingGroup>,
    /// The checks whose findings are listed; all that are not folded when empty.
    pub codes: BTreeSet<Code>,
    /// Position of the finding selected last among all findings of the file.
    pub current: Option<usize>,
    /// Which page of the list is in view, from 0; see `PAGE`.
    pub page: usize,
    /// Positions of those that are listed, in the order of the list; computed on first use.
    pub(super) listed: OnceLock<Vec<usize>>,
}

/// How many findings a page of the list has.
pub(crate) const PAGE: usize = 100;

impl FindingsList {
    /// Adds a check to those whose findings are listed, or takes it away.
    pub(crate) fn toggle(&mut self, code: Code) {
        if !self.codes.remove(&code) {
            self.codes.insert(code);
        }
        self.renew();
    }

    /// Lists the findings of a group, or no longer.
    pub(crate) fn toggle_group(&mut self, group: FindingGroup) {
        if !self.folded.remove(&group) {
            self.folded.insert(group);
            self.codes.retain(|code| code.group() != group);
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
        if self.codes.is_empty() {
            !self.folded.contains(&finding.code.group())
        } else {
            self.codes.contains(&finding.code)
        }
    }
}

impl Default for FindingsList {
    fn default() -> Self {
        let folded = [FindingGroup::Totals, FindingGroup::Gaps].into();
        Self { folded, codes: BTreeSet::new(), current: None, page: 0, listed: OnceLock::new() }
    }
}
