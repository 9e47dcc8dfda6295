//! Walking the findings.

use crate::{
    app::state::{
        State,
        findings_list::PAGE,
        selection::{Selection, Step, Tab},
    },
    model::{Filter, Finding},
};

impl State {
    /// Turns to the findings before or after those in view.
    pub(crate) fn turn_findings(&mut self, step: Step) {
        let last = self.listed().len().saturating_sub(1) / PAGE;
        self.findings.page = match step {
            Step::Back => self.findings.page.saturating_sub(1),
            Step::Forward => (self.findings.page + 1).min(last),
        };
    }

    /// Selects what a finding is about and shows it.
    pub(crate) fn select_finding(&mut self, position: usize, now_secs: f64) {
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
    pub(crate) fn step_finding(&mut self, step: Step, now_secs: f64) {
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
