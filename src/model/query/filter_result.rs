//! What a filter leaves of a file: which trips and events are visible, and how many there are of what.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;
use std::sync::OnceLock;

use super::filter::Hidden;
use super::packed::CoverageIndex;
use super::reading::Reading;
use crate::data::{Counting, StayLength};
use crate::model::facts::{Chronicle, CountryIndex, EventIndex, TravellerIndex, TripIndex, TripKind, TripStatus};
use crate::text::{count, grouped};
use crate::time::{Months, Span};

/// What a filter leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilterResult {
    /// The reading of the filter.
    pub reading: Reading,
    /// Which of the visible trips count.
    pub counting: Counting,
    /// The days that are asked for; `None` where all are.
    pub period: Option<Span>,
    /// How many of the visible trips can have been outside the period altogether.
    pub possibly_in_period: usize,
    /// The travellers that are asked for, by themselves or by their lanes; empty where all are.
    pub asked_travellers: BTreeSet<TravellerIndex>,
    /// The visible events in the order of the file; those without a date too.
    pub events: Vec<EventIndex>,
    /// How many events are hidden by reading, decade, country or period; none where no events are asked for.
    pub events_hidden: usize,
    /// How many trips are hidden for each reason; a trip counts for the first reason only.
    pub hidden: BTreeMap<Hidden, usize>,
    /// How many trips each country has, whatever the decades and other limits: only status and reading matter.
    pub by_country: BTreeMap<CountryIndex, usize>,
    /// How many trips each kind has, whatever the limits, as for countries.
    pub by_kind: BTreeMap<TripKind, usize>,
    /// How many stays of each length there are, as for countries.
    pub by_length: BTreeMap<StayLength, usize>,
    /// How many trips each source tells of, by position, as for countries; empty in a file with one source.
    pub by_source: Vec<usize>,
    /// How many trips each decade has, by its first year, whatever decades are asked for; those without trips are left out.
    pub by_decade: BTreeMap<i32, usize>,
    /// How many trips each traveller has, by position, whatever travellers are asked for.
    pub by_traveller: Vec<usize>,
    /// How many of the visible trips that count began in each year.
    pub by_year: BTreeMap<i32, VisitCount>,
    /// How many trips of each status the reading leaves, visible or not.
    pub by_status: BTreeMap<TripStatus, usize>,
    /// The countries of the visible trips.
    pub countries: BTreeSet<CountryIndex>,
    /// The kinds of the visible trips.
    pub kinds: BTreeSet<TripKind>,
    /// The statuses of the visible trips.
    pub statuses: BTreeSet<TripStatus>,
    /// How many trips are visible.
    pub trip_count: usize,
    /// How many of those count.
    pub counted_count: usize,
    /// What became of each trip of the file, by position.
    pub(super) visibility: Vec<Visibility>,
    /// The visible trips in the order of time; sorted on first use.
    pub(super) trips: OnceLock<Vec<TripIndex>>,
}

/// How many trips began in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VisitCount {
    /// Trips that began in it.
    pub certain: usize,
    /// Trips that began in it or in another year, as no source tells which.
    pub possible: usize,
}

impl AddAssign for VisitCount {
    fn add_assign(&mut self, other: Self) {
        self.certain += other.certain;
        self.possible += other.possible;
    }
}

/// What became of a trip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Visibility {
    /// The reading leaves nothing of it, or trips of its status are not asked for.
    Excluded,
    /// Hidden by decade, kind, country, period or dispute alone.
    FilteredOut,
    Visible,
}

/// Where a trip comes in the order of time among others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rank {
    /// Its position in the order of time, from 1.
    pub number: usize,
    /// How many trips are ranked.
    pub of: usize,
}

/// Where a trip comes among those that count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TripRank {
    /// Not computed yet.
    #[default]
    Pending,
    /// The trip does not count.
    NotCounted,
    /// The trip counts.
    Counted {
        /// Its rank among the trips to its country.
        visit: Rank,
        /// Its rank among all trips.
        trip: Rank,
    },
}

impl Visibility {
    /// The one that was noted as a byte.
    pub(super) const fn noted(byte: u8) -> Self {
        match byte {
            0 => Self::Excluded,
            1 => Self::FilteredOut,
            _ => Self::Visible,
        }
    }
}

impl FilterResult {
    pub(super) fn hide(&mut self, reason: Hidden) {
        *self.hidden.entry(reason).or_default() += 1;
    }

    /// Adds what is left of another country.
    pub(super) fn add(&mut self, other: Self) {
        fn add<K: Ord, N: AddAssign + Default>(counts: &mut BTreeMap<K, N>, others: BTreeMap<K, N>) {
            for (key, number) in others {
                *counts.entry(key).or_default() += number;
            }
        }
        add(&mut self.hidden, other.hidden);
        add(&mut self.by_country, other.by_country);
        add(&mut self.by_kind, other.by_kind);
        add(&mut self.by_length, other.by_length);
        add(&mut self.by_decade, other.by_decade);
        add(&mut self.by_year, other.by_year);
        add(&mut self.by_status, other.by_status);
        self.possibly_in_period += other.possibly_in_period;
        self.by_source.resize(self.by_source.len().max(other.by_source.len()), 0);
        self.by_source.iter_mut().zip(other.by_source).for_each(|(trips, others)| *trips += others);
        self.countries.extend(other.countries);
        self.kinds.extend(other.kinds);
        self.statuses.extend(other.statuses);
        self.trip_count += other.trip_count;
        self.counted_count += other.counted_count;
    }

    /// The visible trips, in the order of their first days under the reading, then of the file.
    #[must_use]
    pub fn trips(&self, chronicle: &Chronicle) -> &[TripIndex] {
        self.trips.get_or_init(|| {
            let indices = chronicle.indexed_trips().map(|(index, _)| index);
            let visible = indices.filter(|&index| self.is_visible(index));
            let mut trips: Vec<_> = visible.map(|index| (self.span(chronicle, index), index)).collect();
            trips.sort_unstable();
            trips.into_iter().map(|(_, index)| index).collect()
        })
    }

    /// Whether the visible trips have been sorted; else the next call of [`FilterResult::trips`] does so.
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        self.trips.get().is_some()
    }

    /// The position of a trip among some in the order of time; `None` where it is not among them.
    #[must_use]
    pub fn position(&self, chronicle: &Chronicle, trips: &[TripIndex], index: TripIndex) -> Option<usize> {
        let key = |index: TripIndex| (self.span(chronicle, index), index);
        trips.binary_search_by_key(&key(index), |&other| key(other)).ok()
    }

    /// Where a trip comes among the [candidates](Self::is_candidate) that count: those to its country, and all.
    #[must_use]
    pub fn rank(&self, chronicle: &Chronicle, index: TripIndex) -> TripRank {
        let trip = chronicle.trip(index);
        if !self.is_candidate(index) || !self.counting.counts(trip.status) {
            return TripRank::NotCounted;
        }
        let own = (self.span(chronicle, index), index);
        let (mut all, mut in_country) = (Rank::default(), Rank::default());
        for (country, _) in chronicle.indexed_countries() {
            let coverage = CoverageIndex::new(chronicle, country);
            let mut rank = Rank::default();
            for other in chronicle.trips_to(country) {
                let index = other.span.trip;
                if self.is_candidate(index) && self.counting.counts(other.status) {
                    let days = self.reading.packed_span(chronicle, &coverage, other).unwrap_or(other.span.days);
                    rank.of += 1;
                    rank.number += usize::from((days, index) <= own);
                }
            }
            all = Rank { number: all.number + rank.number, of: all.of + rank.of };
            if country == trip.country {
                in_country = rank;
            }
        }
        TripRank::Counted { visit: in_country, trip: all }
    }

    /// From the first to the last day of a trip under the reading; all its days where the reading leaves none.
    #[must_use]
    pub fn span(&self, chronicle: &Chronicle, index: TripIndex) -> Span {
        let trip = chronicle.trip(index);
        self.reading.span(chronicle, trip).unwrap_or(trip.possible())
    }

    /// Whether a trip is visible.
    #[must_use]
    pub fn is_visible(&self, index: TripIndex) -> bool {
        self.visibility.get(index.position()) == Some(&Visibility::Visible)
    }

    /// Whether a trip is visible, or hidden only by decade, kind, country, period or dispute.
    #[must_use]
    pub fn is_candidate(&self, index: TripIndex) -> bool {
        self.visibility.get(index.position()).is_some_and(|&visibility| visibility != Visibility::Excluded)
    }

    /// Whether a trip is visible and counts.
    #[must_use]
    pub fn counts(&self, chronicle: &Chronicle, index: TripIndex) -> bool {
        self.is_visible(index) && self.counting.counts(chronicle.trip(index).status)
    }

    /// How many trips are hidden, for whatever reason.
    #[must_use]
    pub fn hidden_count(&self) -> usize {
        self.hidden.values().sum()
    }

    /// What is visible, and what is hidden and why: `18 of 50 trips · 11 countries · 32 hidden: 32 by decade`.
    #[must_use]
    pub fn summary(&self) -> String {
        let all = self.trip_count + self.hidden_count();
        let countries = count(self.countries.len(), "country", "countries");
        let mut parts = vec![format!("{} of {}", grouped(self.trip_count), count(all, "trip", "trips")), countries];
        if self.counted_count < self.trip_count {
            parts.push(format!("{} counted: {}", self.counted_count, self.counting.label()));
        }
        if let Some(period) = self.period.filter(|_| 0 < self.possibly_in_period) {
            let trips = grouped(self.possibly_in_period);
            parts.push(format!("{trips} only possibly within {}", period.format(Months::Abbreviated)));
        }
        if 0 < self.events.len() + self.events_hidden {
            let events = count(self.events.len(), "event", "events");
            parts.push(if self.events_hidden == 0 {
                events
            } else {
                format!("{events} and {} hidden", self.events_hidden)
            });
        }
        let reasons: Vec<_> =
            self.hidden.iter().map(|(reason, number)| format!("{} {}", grouped(*number), reason.label())).collect();
        parts.push(match reasons.as_slice() {
            [] => "0 hidden".to_owned(),
            reasons => format!("{} hidden: {}", grouped(self.hidden_count()), reasons.join(", ")),
        });
        parts.join(" · ")
    }
}
