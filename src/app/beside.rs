//! What is derived from a large file beside the window: its tours, matches of the search, counts over the years.
//!
//! A small file has all this at once. A large one is shown without, and gets it when it is ready; what was there before
//! stays in the meantime.

use std::{collections::BTreeMap, sync::Arc};

use eframe::egui::Context;

use super::{
    command::Tab,
    opening::AT_ONCE,
    state::State,
    tasks::{Outcome, Tasks},
};
use crate::model::{self, Chronicle, FilterResult, Tours, TripIndex, TripRank, Year, per_year};

/// What is to be derived from what is shown.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wanted {
    pub(super) tours: bool,
    pub(super) matches: bool,
    /// One job at a time: while it runs, more can be asked for, but nothing is begun.
    is_busy: bool,
}

/// Something to derive.
enum Job {
    /// With at most this many days between two legs.
    Tours(u16),
    /// Of this text.
    Matches(String),
    Years,
    /// Of this trip.
    TripRank(TripIndex),
}

/// What was derived.
enum Result {
    Tours(u16, Tours),
    Matches(String, Vec<TripIndex>),
    Years(BTreeMap<i32, Year>),
    TripRank(TripIndex, TripRank),
}

/// What was derived, and from what.
pub(super) struct Derived {
    shown: Arc<FilterResult>,
    result: Result,
}

impl Job {
    fn run(self, chronicle: &Chronicle, shown: &FilterResult) -> Result {
        match self {
            Self::Tours(most_days_between) => {
                // Going from trip to trip needs them in order, which takes a moment too.
                _ = shown.trips(chronicle);
                Result::Tours(most_days_between, Tours::new(chronicle, shown, most_days_between))
            }
            Self::Matches(text) => {
                let trips = model::search(chronicle, shown, &text);
                Result::Matches(text, trips)
            }
            Self::Years => Result::Years(per_year(chronicle, shown)),
            Self::TripRank(trip) => Result::TripRank(trip, shown.rank(chronicle, trip)),
        }
    }
}

impl State {
    /// Whether deriving something from the file takes longer than a frame.
    pub(super) fn is_large(&self) -> bool {
        AT_ONCE < self.document.chronicle.trips.len()
    }

    /// Begins the most urgent of what is wanted, if nothing is under way.
    pub(super) fn derive(&mut self, ctx: &Context, tasks: &Tasks) {
        if self.wanted.is_busy {
            return;
        }
        let rank = (self.rank == TripRank::Pending && self.is_large()).then(|| self.selection.trips());
        let job = if let Some([selected]) = rank {
            Job::TripRank(*selected)
        } else if std::mem::take(&mut self.wanted.matches) {
            Job::Matches(self.search.text.clone())
        } else if std::mem::take(&mut self.wanted.tours) {
            Job::Tours(self.settings.arrangement.most_days_between)
        } else if self.tab == Tab::Statistics && self.years.get().is_none() && self.is_large() {
            Job::Years
        } else {
            return;
        };
        self.wanted.is_busy = true;
        let (document, shown) = (Arc::clone(&self.document), Arc::clone(&self.shown));
        tasks.start(ctx, "derive", move || {
            let result = job.run(&document.chronicle, &shown);
            Some(Outcome::Derived(Derived { shown, result }))
        });
    }

    /// Takes what was derived, unless something else is shown by now.
    pub(super) fn take_derived(&mut self, Derived { shown, result }: Derived) {
        self.wanted.is_busy = false;
        if !Arc::ptr_eq(&shown, &self.shown) {
            return;
        }
        match result {
            Result::Tours(most_days_between, tours) => {
                if most_days_between == self.settings.arrangement.most_days_between {
                    self.timeline.set_tours(&self.document.chronicle, tours);
                    self.revision += 1;
                }
            }
            Result::Matches(text, trips) => {
                if text == self.search.text {
                    self.search.trips = trips;
                    self.revision += 1;
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

    /// Whether the trips shown are in order, or will be without waiting.
    pub(super) fn is_ordered(&self) -> bool {
        !self.is_large() || self.shown.is_ordered()
    }

    /// What the years saw; `None` while they are counted.
    pub(super) fn years(&self) -> Option<&BTreeMap<i32, Year>> {
        if self.is_large() {
            self.years.get()
        } else {
            Some(self.years.get_or_init(|| per_year(&self.document.chronicle, &self.shown)))
        }
    }
}
