//! What is derived from all trips that are shown: at once from a small file, by a job from a large one, where what was
//! there before stays in the meantime.

use std::sync::Arc;

use crate::app::jobs::derive::{Derivation, Derive, Derived, DerivedResult};
use crate::app::jobs::{JobError, JobId};
use crate::app::state::{State, Wanted};
use crate::model::{Document, Examination, Findings, TripRank};

impl State {
    /// Derives this now, or has a job do it.
    pub(crate) fn derive(&mut self, wanted: Wanted) {
        if self.document.is_large() {
            self.pending.wanted.insert(wanted);
        } else if let Some(derivation) = self.derivation(wanted) {
            self.take_derived(derivation.run());
        }
    }

    /// What a job is to derive next, if none is under way.
    pub(crate) fn next_derivation(&mut self) -> Option<Derivation> {
        if self.pending.running.is_some() {
            return None;
        }
        while let Some(wanted) = self.pending.wanted.pop_first() {
            if let Some(derivation) = self.derivation(wanted) {
                return Some(derivation);
            }
        }
        None
    }

    /// Takes in what a job has derived, unless its file is gone.
    pub(crate) fn receive_derived(&mut self, id: JobId, derived: Result<Derived, JobError>) {
        if self.pending.running.take_if(|running| running.id == id).is_none() {
            return;
        }
        match derived {
            Ok(derived) => self.take_derived(derived),
            Err(err) => self.notify_error(format!("Not all of this could be counted: {err}")),
        }
    }

    /// The file that a job is to search for findings, if it was not searched yet.
    pub(crate) fn next_examination(&self) -> Option<Arc<Document>> {
        let is_due = matches!(self.document.examination, Examination::Pending)
            && !self.document.is_partial
            && self.pending.examination.is_none();
        is_due.then(|| Arc::clone(&self.document))
    }

    /// Counts and shows anew what the findings have to do with.
    pub(crate) fn receive_findings(&mut self, id: JobId, findings: Result<Findings, JobError>) {
        if self.pending.examination.take_if(|running| running.id == id).is_none() {
            return;
        }
        let mut document = Arc::unwrap_or_clone(std::mem::take(&mut self.document));
        document.examination = findings.map_or(Examination::Failed, |findings| Examination::Done(Arc::new(findings)));
        self.document = Arc::new(document.release_text());
        if self.filter.disputed_only {
            self.refilter();
            self.rearrange();
        }
        self.findings.renew();
        self.mark_changed();
    }

    /// Finds the rank of the selected trip.
    pub(crate) fn update_rank(&mut self) {
        self.rank = TripRank::Pending;
        self.derive(Wanted::Rank);
    }

    fn derivation(&self, wanted: Wanted) -> Option<Derivation> {
        let of = match wanted {
            Wanted::Rank => {
                let [selected] = self.selection.trips() else { return None };
                Derive::Rank(*selected)
            }
            Wanted::Tours => Derive::Tours(self.settings.arrangement.most_days_between),
            Wanted::Statistics => {
                let classes = Box::new(self.timeline.classes.clone());
                Derive::Statistics(self.settings.arrangement.most_days_between, classes)
            }
        };
        Some(Derivation { document: Arc::clone(&self.document), shown: Arc::clone(&self.shown), of })
    }

    /// Takes what was derived, unless something else is shown or asked for by now.
    fn take_derived(&mut self, Derived { shown, result }: Derived) {
        if !Arc::ptr_eq(&shown, &self.shown) {
            return;
        }
        match result {
            DerivedResult::Rank(trip, rank) => {
                if self.selection.trips() == [trip] {
                    self.rank = rank;
                }
            }
            DerivedResult::Tours(most_days_between, tours) => {
                if most_days_between == self.settings.arrangement.most_days_between {
                    self.timeline.set_tours(&self.document.chronicle, tours);
                    self.mark_changed();
                }
            }
            DerivedResult::Statistics(statistics, visits) => {
                self.statistics = Some(statistics);
                self.visits = visits;
            }
        }
    }
}
