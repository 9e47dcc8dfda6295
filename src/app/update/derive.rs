//! What is derived from a large file beside the window: what to begin next, and taking what was derived.

use std::sync::Arc;

use eframe::egui::Context;

use crate::{
    app::{
        jobs::{
            derive::{Derived, Job, Result},
            tasks::{Outcome, Tasks},
        },
        state::{State, selection::Tab},
    },
    model::TripRank,
};

impl State {
    /// Begins the most urgent of what is wanted, if nothing is under way.
    pub(crate) fn derive(&mut self, ctx: &Context, tasks: &Tasks) {
        if self.pending.is_busy {
            return;
        }
        let rank = (self.rank == TripRank::Pending && self.is_large()).then(|| self.selection.trips());
        let job = if let Some([selected]) = rank {
            Job::TripRank(*selected)
        } else if std::mem::take(&mut self.pending.matches) {
            Job::Matches(self.search.text.clone())
        } else if std::mem::take(&mut self.pending.tours) {
            Job::Tours(self.settings.arrangement.most_days_between)
        } else if self.tab == Tab::Statistics && self.years.get().is_none() && self.is_large() {
            Job::Years
        } else {
            return;
        };
        self.pending.is_busy = true;
        let (document, shown) = (Arc::clone(&self.document), Arc::clone(&self.shown));
        tasks.start(ctx, "derive", move || {
            let result = job.run(&document.chronicle, &shown);
            Some(Outcome::Derived(Derived { shown, result }))
        });
    }

    /// Takes what was derived, unless something else is shown by now.
    pub(crate) fn take_derived(&mut self, Derived { shown, result }: Derived) {
        self.pending.is_busy = false;
        if !Arc::ptr_eq(&shown, &self.shown) {
            return;
        }
        match result {
            Result::Tours(most_days_between, tours) => {
                if most_days_between == self.settings.arrangement.most_days_between {
                    self.timeline.set_tours(&self.document.chronicle, tours);
                    self.mark_changed();
                }
            }
            Result::Matches(text, trips) => {
                if text == self.search.text {
                    self.search.trips = trips;
                    self.mark_changed();
                }
            }
            Result::Years(years) => _ = self.years.set(years),
            Result::TripRank(trip, rank) => {
                if self.selection.trips() == [trip] {
                    self.rank = rank;
                }
            }
        }
    }
}
