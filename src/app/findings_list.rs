//! Walking the findings: which are listed, and what it takes to see one.

use std::collections::BTreeSet;

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
}

impl FindingsList {
    /// Adds a sort to those listed, or takes it away.
    pub(super) fn toggle(&mut self, code: Code) {
        if !self.codes.remove(&code) {
            self.codes.insert(code);
        }
    }

    /// Whether a finding is listed.
    #[must_use]
    pub fn lists(&self, finding: &Finding) -> bool {
        self.codes.is_empty() || self.codes.contains(&finding.code)
    }
}

impl State {
    /// The findings that are listed, with their positions among all of the file.
    pub fn listed_findings(&self) -> impl Iterator<Item = (usize, &Finding)> {
        self.document.findings.all.iter().enumerate().filter(|(_, finding)| self.findings.lists(finding))
    }

    /// Selects what a finding is about and shows it.
    pub(super) fn select_finding(&mut self, position: usize, now_secs: f64) {
        let Some(finding) = self.document.findings.all.get(position).cloned() else { return };
        self.findings.current = Some(position);
        self.uncover(&finding);
        self.select(match (finding.trips.as_slice(), finding.events.first()) {
            ([], Some(&event)) => Selection::Event(event),
            (trips, _) => Selection::Trips(trips.to_vec()),
        });
        self.tab = Tab::Findings;
        self.show_selection(now_secs);
    }

    /// Selects the finding before or after the last one, of those listed; from the first or last on.
    pub(super) fn step_finding(&mut self, step: Step, now_secs: f64) {
        let listed: Vec<usize> = self.listed_findings().map(|(position, _)| position).collect();
        let current = self.findings.current;
        let next = match step {
            Step::Forward => listed.iter().find(|&&position| current.is_none_or(|at| at < position)),
            Step::Back => listed.iter().rev().find(|&&position| current.is_none_or(|at| position < at)),
        };
        self.tab = Tab::Findings;
        if let Some(&position) = next {
            self.select_finding(position, now_secs);
        }
    }

    /// Widens the filter until all that a finding is about is shown, and says so.
    fn uncover(&mut self, finding: &Finding) {
        let hidden = |state: &Self| {
            finding.trips.iter().any(|index| !state.shown.trips.contains(index))
                || finding.events.iter().any(|index| !state.shown.events.contains(index))
        };
        if !hidden(self) {
            return;
        }
        let statuses = finding.trips.iter().map(|&index| self.chronicle().trip(index).status);
        let filter = Filter {
            statuses: self.filter.statuses.iter().copied().chain(statuses).collect(),
            events: self.filter.events || !finding.events.is_empty(),
            counting: self.filter.counting,
            ..Filter::default()
        };
        self.set_filter(filter);
        self.tell("The filter was widened to show what this finding is about");
    }
}
