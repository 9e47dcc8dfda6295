//! Going from finding to finding.

use crate::app::state::{PAGE, Selection, State, Step, Tab};
use crate::model::{Filter, Finding};

impl State {
    /// Turns to the page before or after.
    pub(crate) fn turn_findings(&mut self, step: Step) {
        let pages = self.listed().len().div_ceil(PAGE);
        self.findings.page = step.next(Some(self.findings.page), pages).unwrap_or(self.findings.page);
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

    /// Selects the finding before or after the one selected last, of those listed.
    pub(crate) fn step_finding(&mut self, step: Step, now_secs: f64) {
        let listed = self.listed();
        let current = self.findings.current.and_then(|current| listed.iter().position(|&position| position == current));
        let next = step.next(current, listed.len()).map(|next| listed[next]);
        self.tab = Tab::Findings;
        if let Some(position) = next {
            self.select_finding(position, now_secs);
        }
    }

    /// Widens the filter until all that a finding is about is shown, and says so.
    fn uncover(&mut self, finding: &Finding) {
        let all_shown = finding.trips().iter().all(|&index| self.shown.is_visible(index))
            && finding.events().iter().all(|index| self.shown.events.contains(index));
        if all_shown {
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
