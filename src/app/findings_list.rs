//! Walking the findings: which are listed, and what it takes to see one.

use std::{collections::BTreeSet, sync::OnceLock};

use super::{
    command::{Selection, Step, Tab},
    state::State,
};
use crate::model::{Code, Filter, Finding};

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
    listed: OnceLock<Vec<usize>>,
}

/// How many findings are in view at a time.
pub(super) const PAGE: usize = 100;

impl FindingsList {
    /// Adds a sort to those listed, or takes it away.
    pub(super) fn toggle(&mut self, code: Code) {
        if !self.codes.remove(&code) {
            self.codes.insert(code);
        }
        self.renew();
    }

    /// Lists anew from the beginning.
    pub(super) fn renew(&mut self) {
        self.page = 0;
        self.listed = OnceLock::new();
    }

    /// Whether a finding is listed.
    #[must_use]
    pub fn lists(&self, finding: &Finding) -> bool {
        self.codes.is_empty() || self.codes.contains(&finding.code)
    }
}

impl State {
    /// The findings that are listed, with their positions among all of the file: sort by sort, each in the file's order.
    #[must_use]
    pub fn listed_findings(&self) -> Vec<(usize, &Finding)> {
        let all = &self.document.findings().all;
        self.listed().iter().filter_map(|&position| Some((position, all.get(position)?))).collect()
    }

    /// The positions of the findings that are listed.
    pub(super) fn listed(&self) -> &[usize] {
        self.findings.listed.get_or_init(|| {
            let all = self.document.findings().all.iter().enumerate();
            let mut listed: Vec<_> = all.filter(|(_, finding)| self.findings.lists(finding)).collect();
            listed.sort_by_key(|(position, finding)| (finding.code, *position));
            listed.into_iter().map(|(position, _)| position).collect()
        })
    }

    /// Turns to the findings before or after those in view.
    pub(super) fn turn_findings(&mut self, step: Step) {
        let last = self.listed().len().saturating_sub(1) / PAGE;
        self.findings.page = match step {
            Step::Back => self.findings.page.saturating_sub(1),
            Step::Forward => (self.findings.page + 1).min(last),
        };
    }

    /// Selects what a finding is about and shows it.
    pub(super) fn select_finding(&mut self, position: usize, now_secs: f64) {
        let Some(finding) = self.document.findings().all.get(position).cloned() else { return };
        self.findings.current = Some(position);
        if let Some(at) = self.listed().iter().position(|&listed| listed == position) {
            self.findings.page = at / PAGE;
        }
        self.uncover(&finding);
        self.select(match (finding.trips(), finding.events().first()) {
            ([], Some(&event)) => Selection::Event(event),
            (trips, _) => Selection::Trips(trips.to_vec()),
        });
        self.tab = Tab::Findings;
        self.show_selection(now_secs);
    }

    /// Selects the finding before or after the last one, of those listed; from the first or last on.
    pub(super) fn step_finding(&mut self, step: Step, now_secs: f64) {
        let listed = self.listed();
        let current = self.findings.current.and_then(|current| listed.iter().position(|&position| position == current));
        let next = match (current, step) {
            (None, Step::Forward) => listed.first(),
            (None, Step::Back) => listed.last(),
            (Some(at), Step::Forward) => listed.get(at + 1),
            (Some(at), Step::Back) => at.checked_sub(1).and_then(|before| listed.get(before)),
        };
        let next = next.copied();
        self.tab = Tab::Findings;
        if let Some(position) = next {
            self.select_finding(position, now_secs);
        }
    }

    /// Widens the filter until all that a finding is about is shown, and says so.
    fn uncover(&mut self, finding: &Finding) {
        let hidden = |state: &Self| {
            finding.trips().iter().any(|&index| !state.shown.is_visible(index))
                || finding.events().iter().any(|index| !state.shown.events.contains(index))
        };
        if !hidden(self) {
            return;
        }
        let statuses = finding.trips().iter().map(|&index| self.chronicle().trip(index).status);
        let filter = Filter {
            statuses: self.filter.statuses.iter().copied().chain(statuses).collect(),
            events: self.filter.events || !finding.events().is_empty(),
            counting: self.filter.counting,
            ..Filter::default()
        };
        self.set_filter(filter);
        self.notify("The filter was widened to show what this finding is about");
    }
}
