//! What a filter leaves of a file: which trips and events are visible, and how many there are of what.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;
use std::sync::OnceLock;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicU8, AtomicUsize};

use super::filter::{Filter, Hidden};
use super::packed::CoverageIndex;
use super::reading::{FirstYear, Reading};
use super::told::told_of;
use super::year_tally::YearTally;
use crate::data::Counting;
use crate::model::facts::{
    Chronicle, CountryIndex, Event, EventIndex, TravellerIndex, TripIndex, TripKind, TripSet, TripStatus, TripSummary,
};
use crate::model::parallel;
use crate::text::{count, grouped};
use crate::time::{Span, YearsOf};

/// What a filter leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilterResult {
    /// The reading of the filter.
    pub reading: Reading,
    /// Which of the visible trips count.
    pub counting: Counting,
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
    visibility: Vec<Visibility>,
    /// The visible trips in the order of time; sorted on first use.
    trips: OnceLock<Vec<TripIndex>>,
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
enum Visibility {
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

impl Filter {
    /// What this filter leaves of a chronicle. `disputed` are the trips that [`crate::model::Findings::disputed`] holds.
    ///
    /// Goes once through the trips of each country, in time proportional to the file.
    #[must_use]
    pub fn apply(&self, chronicle: &Chronicle, disputed: &TripSet) -> FilterResult {
        // Threads for different countries write to positions of their own.
        let visibility: Vec<AtomicU8> = chronicle.trips.iter().map(|_| AtomicU8::new(0)).collect();
        let by_traveller: Vec<AtomicUsize> = chronicle.travellers.iter().map(|_| AtomicUsize::new(0)).collect();
        let worth = parallel::WORTH_THREADS <= chronicle.trips.len();
        let found = (!self.search.is_empty()).then(|| told_of(chronicle, self.reading, &self.search));
        let parts = parallel::map(chronicle.countries.len(), worth, |position| {
            let country = CountryIndex::new(position);
            self.count_country(chronicle, country, [Some(disputed), found.as_ref()], &visibility, &by_traveller)
        });
        let of_lanes = self.only_lanes.iter().filter_map(|lane| lane.traveller());
        let mut result = FilterResult {
            reading: self.reading,
            counting: self.counting,
            asked_travellers: self.travellers.iter().copied().chain(of_lanes).collect(),
            ..FilterResult::default()
        };
        for part in parts {
            result.add(part);
        }
        result.by_traveller = by_traveller.into_iter().map(AtomicUsize::into_inner).collect();
        result.visibility = visibility.into_iter().map(|noted| Visibility::noted(noted.into_inner())).collect();
        if self.events {
            self.count_events(chronicle, &mut result);
        }
        result
    }

    /// What it leaves of one country, of the trips that are disputed and those that are found; notes what became of each trip
    /// at its position, and counts it for its traveller.
    fn count_country(
        &self,
        chronicle: &Chronicle,
        country: CountryIndex,
        [disputed, found]: [Option<&TripSet>; 2],
        visibility: &[AtomicU8],
        by_traveller: &[AtomicUsize],
    ) -> FilterResult {
        let coverage = CoverageIndex::new(chronicle, country);
        let mut tally = CountryTally::default();
        for trip in chronicle.trips_to(country) {
            let Some(days) = self.reading.packed_span(chronicle, &coverage, trip) else {
                tally.result.hide(self.hides_untold());
                continue;
            };
            tally.by_status[trip.status as usize] += 1;
            if let Some(reason) = self.hides_status(trip.status) {
                tally.result.hide(reason);
                continue;
            }
            let index = trip.span.trip;
            let counts = self.counting.counts(trip.status);
            tally.by_kind[trip.kind as usize] += usize::from(counts);
            let lies_in = |period: Span| {
                // Days between the first and the last one need not be possible.
                let days_left = || self.reading.packed_days(chronicle, &coverage, trip);
                let can_be = |part: Span| days_left().is_some_and(|left| left.possible.meets(part));
                period.intersection(days).is_some_and(|part| part == days || can_be(part))
            };
            let not_in = |trips: Option<&TripSet>| trips.is_some_and(|trips| !trips.contains(index));
            let undisputed = self.disputed_only && not_in(disputed);
            let hidden = undisputed
                .then_some(Hidden::Undisputed)
                .or_else(|| not_in(found).then_some(Hidden::Search))
                .or_else(|| self.hides_kind(trip.kind))
                .or_else(|| self.hides_length(days.days()))
                .or_else(|| self.hides_country(country, lies_in))
                .or_else(|| self.hides_lane_of(chronicle, trip))
                .or_else(|| {
                    // Each of the two is counted as far as the other lets it be.
                    let decade = tally.decade_of.first_year(days.start());
                    let (of_traveller, of_decade) = (self.hides_traveller(trip.traveller), self.hides_decade(decade));
                    if of_traveller.is_none() {
                        tally.decades.add(decade, counts);
                    }
                    if of_decade.is_none() {
                        by_traveller[trip.traveller.position()].fetch_add(usize::from(counts), Relaxed);
                    }
                    of_traveller.or(of_decade)
                });
            let noted = if let Some(reason) = hidden {
                tally.result.hide(reason);
                Visibility::FilteredOut
            } else {
                tally.show(trip, counts, |year_of| self.reading.packed_first_year(chronicle, trip, days, year_of));
                Visibility::Visible
            };
            visibility[index.position()].store(noted as u8, Relaxed);
        }
        tally.finish(country)
    }

    fn count_events(&self, chronicle: &Chronicle, result: &mut FilterResult) {
        // What has no date lies in every period and decade.
        let is_visible = |event: &Event| {
            let (country, when) = (event.country, event.when.as_ref());
            let lies_in = |period: Span| when.is_none_or(|when| when.named_days().meets(period));
            let decade = when.and_then(|when| self.hides_decade(when.possible().start().decade()));
            self.hides_country(country, lies_in).or_else(|| self.hides_lane_of_event(event)).or(decade).is_none()
        };
        let events = chronicle.indexed_events();
        let events = events.filter(|(_, event)| self.reading.includes(event.source) && is_visible(event));
        result.events = events.map(|(index, _)| index).collect();
        result.events_hidden = chronicle.events.len() - result.events.len();
    }
}

impl Visibility {
    /// The one that was noted as a byte.
    const fn noted(byte: u8) -> Self {
        match byte {
            0 => Self::Excluded,
            1 => Self::FilteredOut,
            _ => Self::Visible,
        }
    }
}

impl FilterResult {
    fn hide(&mut self, reason: Hidden) {
        *self.hidden.entry(reason).or_default() += 1;
    }

    /// Adds what is left of another country.
    fn add(&mut self, other: Self) {
        fn add<K: Ord, N: AddAssign + Default>(counts: &mut BTreeMap<K, N>, others: BTreeMap<K, N>) {
            for (key, number) in others {
                *counts.entry(key).or_default() += number;
            }
        }
        add(&mut self.hidden, other.hidden);
        add(&mut self.by_country, other.by_country);
        add(&mut self.by_kind, other.by_kind);
        add(&mut self.by_decade, other.by_decade);
        add(&mut self.by_year, other.by_year);
        add(&mut self.by_status, other.by_status);
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

/// What is counted of the trips to one country; in arrays, as a file can have a million of them.
struct CountryTally {
    result: FilterResult,
    /// How many trips of each kind count, visible or hidden by decade, kind, country, period or dispute.
    by_kind: [usize; TripKind::ALL.len()],
    by_status: [usize; TripStatus::ALL.len()],
    kinds: [bool; TripKind::ALL.len()],
    statuses: [bool; TripStatus::ALL.len()],
    decade_of: YearsOf,
    year_of: YearsOf,
    decades: YearTally,
    years: YearTally,
}

impl Default for CountryTally {
    fn default() -> Self {
        Self {
            result: FilterResult::default(),
            by_kind: [0; TripKind::ALL.len()],
            by_status: [0; TripStatus::ALL.len()],
            kinds: [false; TripKind::ALL.len()],
            statuses: [false; TripStatus::ALL.len()],
            decade_of: YearsOf::new(10),
            year_of: YearsOf::new(1),
            decades: YearTally::default(),
            years: YearTally::default(),
        }
    }
}

impl CountryTally {
    /// Counts a visible trip.
    fn show(&mut self, trip: &TripSummary, counts: bool, first_year: impl Fn(&mut YearsOf) -> FirstYear) {
        self.kinds[trip.kind as usize] = true;
        self.statuses[trip.status as usize] = true;
        self.result.trip_count += 1;
        self.result.counted_count += usize::from(counts);
        if counts {
            match first_year(&mut self.year_of) {
                FirstYear::Known(year) => self.years.add(year, true),
                FirstYear::OneOf(years) => {
                    for year in years {
                        self.result.by_year.entry(year).or_default().possible += 1;
                    }
                }
            }
        }
    }

    /// What is left of the country.
    fn finish(self, country: CountryIndex) -> FilterResult {
        let mut result = self.result;
        result.countries.extend((0 < result.trip_count).then_some(country));
        result.kinds.extend(TripKind::ALL.iter().zip(self.kinds).filter(|(_, occurs)| *occurs).map(|(kind, _)| kind));
        result
            .statuses
            .extend(TripStatus::ALL.iter().zip(self.statuses).filter(|(_, occurs)| *occurs).map(|(status, _)| status));
        let candidates = self.by_kind.iter().sum();
        result.by_country.extend((0 < candidates).then_some((country, candidates)));
        result.by_kind.extend(TripKind::ALL.iter().copied().zip(self.by_kind).filter(|(_, trips)| 0 < *trips));
        result.by_status.extend(TripStatus::ALL.iter().copied().zip(self.by_status).filter(|(_, trips)| 0 < *trips));
        result.by_decade = self.decades.counts();
        for (year, certain) in self.years.counts() {
            result.by_year.entry(year).or_default().certain = certain;
        }
        result
    }
}
