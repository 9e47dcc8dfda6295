//! Files that are being merged, with what was decided so far.

use std::sync::Arc;

use super::selection::Step;
use crate::app::jobs::JobHandle;
use crate::app::jobs::merge::MergeInputs;
use crate::model::merge::{Decision, Review};

/// Files that are being merged into the one that is shown.
#[derive(Debug)]
pub struct Merging {
    pub(crate) inputs: Arc<MergeInputs>,
    /// All decisions, those that were taken back behind the others.
    decisions: Vec<Decision>,
    /// How many of them count.
    made: usize,
    /// The decisions that were saved last; those of the beginning need not be.
    saved: Vec<Decision>,
    /// What comes of the decisions, as it is shown.
    pub(crate) review: Review,
    /// The decisions have changed since.
    pub(crate) is_due: bool,
    /// Looks what comes of them.
    pub(crate) running: Option<JobHandle>,
}

impl Merging {
    /// Nothing is decided yet.
    pub(crate) fn new(inputs: Arc<MergeInputs>, review: Review) -> Self {
        let (decisions, saved) = (Vec::new(), Vec::new());
        Self { inputs, decisions, made: 0, saved, review, is_due: false, running: None }
    }

    /// The decisions that count.
    #[must_use]
    pub fn decisions(&self) -> &[Decision] {
        self.decisions.get(..self.made).unwrap_or_default()
    }

    /// Decides something; what was taken back is gone.
    pub(crate) fn decide(&mut self, decision: Decision) {
        self.decisions.truncate(self.made);
        self.decisions.push(decision);
        self.made += 1;
        self.is_due = true;
    }

    /// Whether a decision can be taken back, or made again.
    #[must_use]
    pub fn can_step(&self, step: Step) -> bool {
        match step {
            Step::Back => 0 < self.made,
            Step::Forward => self.made < self.decisions.len(),
        }
    }

    /// Takes the last decision back, or makes it again.
    pub(crate) fn step(&mut self, step: Step) {
        if self.can_step(step) {
            self.made = match step {
                Step::Back => self.made - 1,
                Step::Forward => self.made + 1,
            };
            self.is_due = true;
        }
    }

    /// The decisions so far are saved.
    pub(crate) fn note_saved(&mut self) {
        self.saved = self.decisions().to_vec();
    }

    /// Whether decisions would be lost.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.decisions() != self.saved
    }
}
