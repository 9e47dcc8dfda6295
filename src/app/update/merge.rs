//! Files that are merged: what is decided, and what comes of it.

use std::sync::Arc;

use crate::app::jobs::merge::{MergeInputs, Reviewed};
use crate::app::jobs::{JobError, JobId};
use crate::app::state::{Loading, Merging, State, Step, Tab};
use crate::model::merge::Decision;

impl State {
    /// Decides something of the files that are being merged.
    pub(crate) fn decide(&mut self, decision: Decision) {
        if let Some(merging) = &mut self.merging {
            merging.decide(decision);
            self.review_now();
        }
    }

    /// Takes the last decision back, or makes it again.
    pub(crate) fn step_decision(&mut self, step: Step) {
        if let Some(merging) = &mut self.merging {
            merging.step(step);
            self.review_now();
        }
    }

    /// Looks what comes of the decisions, where that takes no longer than a frame.
    fn review_now(&mut self) {
        if let Some(merging) = self.merging.as_mut().filter(|merging| merging.is_due && !merging.inputs.are_large()) {
            merging.is_due = false;
            let reviewed = merging.inputs.review(merging.decisions());
            self.show_reviewed(reviewed);
        }
    }

    /// The inputs and decisions that a job is to look at, if none is under way.
    pub(crate) fn next_review(&mut self) -> Option<(Arc<MergeInputs>, Vec<Decision>)> {
        let merging = self.merging.as_mut().filter(|merging| merging.is_due && merging.running.is_none())?;
        merging.is_due = false;
        Some((Arc::clone(&merging.inputs), merging.decisions().to_vec()))
    }

    /// Shows files as one that were read to be merged, with nothing decided yet.
    pub(crate) fn receive_merged(
        &mut self,
        id: JobId,
        merged: Result<Result<(Arc<MergeInputs>, Reviewed), String>, JobError>,
    ) {
        let Some(loading) = self.loading.take_if(|loading| loading.job.id == id) else { return };
        match merged {
            Ok(Ok((inputs, Reviewed { document, review }))) => {
                self.open(document);
                self.merging = Some(Merging::new(inputs, review));
                self.settings.panel = true;
                self.overlay = true;
                self.tab = Tab::Review;
            }
            Ok(Err(why)) => self.notify_error(why),
            Err(err) => self.notify_error(format!("{} was not merged: {err}", loading.name)),
        }
    }

    /// Shows what comes of the decisions.
    pub(crate) fn receive_reviewed(&mut self, id: JobId, reviewed: Result<Reviewed, JobError>) {
        let is_wanted = |merging: &&mut Merging| merging.running.as_ref().is_some_and(|running| running.id == id);
        let Some(merging) = self.merging.as_mut().filter(is_wanted) else { return };
        merging.running = None;
        match reviewed {
            Ok(reviewed) => self.show_reviewed(reviewed),
            Err(err) => self.notify_error(format!("What comes of this is not known: {err}")),
        }
    }

    fn show_reviewed(&mut self, Reviewed { document, review }: Reviewed) {
        if let Some(merging) = &mut self.merging {
            merging.review = review;
        }
        self.reload(document);
    }

    /// Merges no more; what is shown stays.
    pub(crate) fn drop_merge(&mut self) {
        self.merging = None;
        if self.tab == Tab::Review {
            self.tab = Tab::Details;
        }
    }

    /// Says that files are being read to be merged.
    pub(crate) fn begin_merge(&mut self, loading: Loading) {
        self.dialog = None;
        self.dropped.clear();
        self.loading = Some(loading);
    }
}
