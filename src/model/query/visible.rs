//! What a filter leaves of a file, counted.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        OnceLock,
        atomic::{AtomicU8, Ordering::Relaxed},
    },
};

use super::{
    filter::{Filter, Hidden, count, grouped},
    reading::{Covering, Reading},
};
use crate::{
    data::{Counting, TripKind, TripStatus},
    model::{
        facts::{
            chronicle::{Chronicle, CountryIndex, EventIndex, Trip, TripIndex},
            trip_set::TripSet,
        },
        parallel,
    },
    time::{Span, When, YearsOf},
};

/// What a filter leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilterResult {
    /// Whom the filter believed.
    pub reading: Reading,
    /// Which of the trips count.
    pub counting: Counting,
    /// In the order of the file; those without a date too.
    pub events: Vec<EventIndex>,
    /// How many events are hidden by reading, decade, country or period; none where no events are asked for.
    pub events_hidden: usize,
    /// How many trips are hidden for each reason; a trip counts for the first reason only.
    pub hidden: BTreeMap<Hidden, usize>,
    /// How many trips each country has, whatever the decades and other limits: only status and reading matter.
    pub by_country: BTreeMap<CountryIndex, usize>,
    /// How many trips each decade has, by its first year, whatever decades are asked for; those without trips are left out.
    pub by_decade: BTreeMap<i32, usize>,
    /// How many of the trips shown and counted began in each year.
    pub by_year: BTreeMap<i32, usize>,
    /// How many trips of each status the reading leaves, shown or not.
    pub by_status: BTreeMap<TripStatus, usize>,
    /// The countries of the trips shown.
    pub countries: BTreeSet<CountryIndex>,
    /// The kinds of the trips shown.
    pub kinds: BTreeSet<TripKind>,
    /// The statuses of the trips shown.
    pub statuses: BTreeSet<TripStatus>,
    /// How many trips are shown.
    pub trip_count: usize,
    /// How many of those the totals count.
    pub counted_count: usize,
    /// What became of each trip of the file, by position.
    fates: Vec<Fate>,
    /// The trips shown in the order of time, once someone asks.
    trips: OnceLock<Vec<TripIndex>>,
    /// The trips told in the order of time, once someone asks.
    told: OnceLock<Vec<TripIndex>>,
}

/// Where a trip stands in time among others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rank {
    /// From 1.
    pub number: usize,
    /// How many they are.
    pub of: usize,
}

/// Where a trip stands among those that count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TripRank {
    /// Nobody has found out.
    #[default]
    Pending,
    /// It does not count itself.
    NotCounted,
    /// It does.
    Counted {
        /// Among those to its country.
        visit: Rank,
        /// Among all.
        trip: Rank,
    },
}

/// What became of a trip, the more is told the higher: a byte, as several threads note it at once.
type Fate = u8;
/// The reading leaves nothing of it, or trips of its status are not asked for.
const UNTOLD: Fate = 0;
/// Only decade, kind, country, period or dispute hide it.
const TOLD: Fate = 1;
/// It is shown.
const SHOWN: Fate = 2;

impl Filter {
    /// What this filter leaves of a chronicle. `disputed` are the trips that [`crate::model::Findings::disputed`] holds.
    ///
    /// Goes once through the trips of each country, in time proportional to the file.
    #[must_use]
    pub fn apply(&self, chronicle: &Chronicle, disputed: &TripSet) -> FilterResult {
        let fates: Vec<AtomicU8> = chronicle.trips.iter().map(|_| AtomicU8::new(UNTOLD)).collect();
        let worth = parallel::WORTH_THREADS <= chronicle.trips.len();
        let parts = parallel::map(chronicle.countries.len(), worth, |position| {
            self.count_country(chronicle, CountryIndex::new(position), disputed, &fates)
        });
        let mut shown = FilterResult { reading: self.reading, counting: self.counting, ..FilterResult::default() };
        for part in parts {
            shown.add(part);
        }
        shown.fates = fates.into_iter().map(AtomicU8::into_inner).collect();
        if self.events {
            self.count_events(chronicle, &mut shown);
        }
        shown
    }

    /// What it leaves of one country; notes the fate of each trip by its position.
    fn count_country(
        &self,
        chronicle: &Chronicle,
        country: CountryIndex,
        disputed: &TripSet,
        fates: &[AtomicU8],
    ) -> FilterResult {
        let mut shown = FilterResult::default();
        let covering = Covering::new(chronicle, country);
        let mut decade_of = YearsOf::new(10);
        let (mut counted_told, mut any) = (0, false);
        let mut by_status = [0; TripStatus::ALL.len()];
        let (mut kinds, mut statuses) = ([false; TripKind::ALL.len()], [false; TripStatus::ALL.len()]);
        let mut year_of = YearsOf::new(1);
        let (mut decades, mut years) = (Tally::default(), Tally::default());
        for visit in chronicle.trips_to(country) {
            let days = self.reading.packed_span(chronicle, &covering, visit);
            let Some(days) = days else {
                shown.hide(self.hides_untold());
                continue;
            };
            by_status[visit.status as usize] += 1;
            if let Some(reason) = self.hides_status(visit.status) {
                shown.hide(reason);
                continue;
            }
            let counts = self.counting.counts(visit.status);
            counted_told += usize::from(counts);
            let index = visit.span.trip;
            let undisputed = self.disputed_only && !disputed.contains(index);
            let hidden = undisputed
                .then_some(Hidden::Undisputed)
                .or_else(|| self.hides_kind(visit.kind))
                .or_else(|| self.limits(country, Some(days)))
                .or_else(|| {
                    let decade = decade_of.first_year(days.start());
                    decades.add(decade, counts);
                    self.hides_decade(decade)
                });
            fates[index.position()].store(if hidden.is_some() { TOLD } else { SHOWN }, Relaxed);
            if let Some(reason) = hidden {
                shown.hide(reason);
            } else {
                any = true;
                kinds[visit.kind as usize] = true;
                statuses[visit.status as usize] = true;
                shown.trip_count += 1;
                shown.counted_count += usize::from(counts);
                if counts {
                    years.add(year_of.first_year(days.start()), true);
                }
            }
        }
        shown.countries.extend(any.then_some(country));
        shown.kinds.extend(TripKind::ALL.iter().zip(kinds).filter_map(|(kind, is_shown)| is_shown.then_some(kind)));
        shown
            .statuses
            .extend(TripStatus::ALL.iter().zip(statuses).filter_map(|(status, is_shown)| is_shown.then_some(status)));
        if 0 < counted_told {
            shown.by_country.insert(country, counted_told);
        }
        decades.add_to(&mut shown.by_decade);
        years.add_to(&mut shown.by_year);
        for (&status, trips) in TripStatus::ALL.iter().zip(by_status).filter(|(_, trips)| 0 < *trips) {
            *shown.by_status.entry(status).or_default() += trips;
        }
        shown
    }

    fn count_events(&self, chronicle: &Chronicle, shown: &mut FilterResult) {
        let is_shown = |country: CountryIndex, days: Option<Span>| {
            let decade = days.and_then(|days| self.hides_decade(days.start().decade()));
            self.limits(country, days).or(decade).is_none()
        };
        let events = chronicle.indexed_events().filter(|(_, event)| {
            self.reading.includes(event.source) && is_shown(event.country, event.when.as_ref().map(When::possible))
        });
        shown.events = events.map(|(index, _)| index).collect();
        shown.events_hidden = chronicle.events.len() - shown.events.len();
    }
}

impl FilterResult {
    fn hide(&mut self, reason: Hidden) {
        *self.hidden.entry(reason).or_default() += 1;
    }

    /// Adds what is left of another country.
    fn add(&mut self, other: Self) {
        fn add<K: Ord>(counts: &mut BTreeMap<K, usize>, others: BTreeMap<K, usize>) {
            for (key, number) in others {
                *counts.entry(key).or_default() += number;
            }
        }
        add(&mut self.hidden, other.hidden);
        add(&mut self.by_country, other.by_country);
        add(&mut self.by_decade, other.by_decade);
        add(&mut self.by_year, other.by_year);
        add(&mut self.by_status, other.by_status);
        self.countries.extend(other.countries);
        self.kinds.extend(other.kinds);
        self.statuses.extend(other.statuses);
        self.trip_count += other.trip_count;
        self.counted_count += other.counted_count;
    }

    /// The trips shown, in the order of their first days under the reading, then of the file.
    #[must_use]
    pub fn trips(&self, chronicle: &Chronicle) -> &[TripIndex] {
        self.trips.get_or_init(|| self.in_order(chronicle, SHOWN))
    }

    /// Whether the trips shown have been put in order; else the next who asks for them waits for that.
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        self.trips.get().is_some()
    }

    /// The same trips with those that only decade, kind, country, period or dispute hide, likewise in order.
    #[must_use]
    pub fn told(&self, chronicle: &Chronicle) -> &[TripIndex] {
        self.told.get_or_init(|| self.in_order(chronicle, TOLD))
    }

    fn in_order(&self, chronicle: &Chronicle, least: Fate) -> Vec<TripIndex> {
        let at_least = |(index, _): &(TripIndex, &Trip)| least <= self.fates[index.position()];
        let mut trips: Vec<_> = chronicle
            .indexed_trips()
            .filter(at_least)
            .map(|(index, trip)| (self.reading.span(chronicle, trip).unwrap_or(trip.possible()), index))
            .collect();
        trips.sort_unstable();
        trips.into_iter().map(|(_, index)| index).collect()
    }

    /// Where a trip stands among some in order, from 0; `None` where it is not among them.
    #[must_use]
    pub fn position(&self, chronicle: &Chronicle, trips: &[TripIndex], index: TripIndex) -> Option<usize> {
        let key = |index: TripIndex| (self.span(chronicle, index), index);
        trips.binary_search_by_key(&key(index), |&other| key(other)).ok()
    }

    /// Which of the trips that are told and counted a trip is, from 1, and how many these are: of those to its country,
    /// and of all.
    #[must_use]
    pub fn rank(&self, chronicle: &Chronicle, index: TripIndex) -> TripRank {
        let trip = chronicle.trip(index);
        if !self.tells(index) || !self.counting.counts(trip.status) {
            return TripRank::NotCounted;
        }
        let own = (self.span(chronicle, index), index);
        let among = |country: CountryIndex| {
            let covering = Covering::new(chronicle, country);
            let mut place = Rank::default();
            for visit in chronicle.trips_to(country) {
                let index = visit.span.trip;
                if self.tells(index) && self.counting.counts(visit.status) {
                    let days = self.reading.packed_span(chronicle, &covering, visit).unwrap_or(visit.span.days);
                    place.of += 1;
                    place.number += usize::from((days, index) <= own);
                }
            }
            place
        };
        let all = (0..chronicle.countries.len()).map(CountryIndex::new).map(among);
        let all =
            all.fold(Rank::default(), |all, place| Rank { number: all.number + place.number, of: all.of + place.of });
        TripRank::Counted { visit: among(trip.country), trip: all }
    }

    /// From the first to the last day of a trip under the reading; all its days where the reading leaves none.
    #[must_use]
    pub fn span(&self, chronicle: &Chronicle, index: TripIndex) -> Span {
        let trip = chronicle.trip(index);
        self.reading.span(chronicle, trip).unwrap_or(trip.possible())
    }

    /// Whether a trip is shown.
    #[must_use]
    pub fn shows(&self, index: TripIndex) -> bool {
        self.fates.get(index.position()) == Some(&SHOWN)
    }

    /// Whether a trip is told: shown, or hidden only by decade, kind, country, period or dispute.
    #[must_use]
    pub fn tells(&self, index: TripIndex) -> bool {
        self.fates.get(index.position()).is_some_and(|&fate| TOLD <= fate)
    }

    /// Whether a trip is shown and counted.
    #[must_use]
    pub fn counts(&self, chronicle: &Chronicle, index: TripIndex) -> bool {
        self.shows(index) && self.counting.counts(chronicle.trip(index).status)
    }

    /// The trips that totals count, in order.
    pub fn counted(&self, chronicle: &Chronicle) -> impl Iterator<Item = TripIndex> {
        self.trips(chronicle).iter().copied().filter(|&index| self.counting.counts(chronicle.trip(index).status))
    }

    /// How many trips are hidden, for whatever reason.
    #[must_use]
    pub fn hidden_count(&self) -> usize {
        self.hidden.values().sum()
    }

    /// What is shown and what is hidden and why: `18 of 50 trips · 11 countries · 32 hidden: 32 by decade`.
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
            self.hidden.iter().map(|(reason, number)| format!("{} {}", grouped(*number), reason.words())).collect();
        parts.push(match reasons.as_slice() {
            [] => "0 hidden".to_owned(),
            reasons => format!("{} hidden: {}", grouped(self.hidden_count()), reasons.join(", ")),
        });
        parts.join(" · ")
    }
}

/// Counts trips by year or decade; quick where most are of the same as the trip before.
#[derive(Default)]
struct Tally(Vec<(i32, usize)>);

impl Tally {
    /// Counts a trip, or just notes its year.
    fn add(&mut self, year: i32, counts: bool) {
        match self.0.last_mut() {
            Some((last, trips)) if *last == year => *trips += usize::from(counts),
            _ => self.0.push((year, usize::from(counts))),
        }
    }

    /// Adds what was counted to the counts so far.
    fn add_to(self, counts: &mut BTreeMap<i32, usize>) {
        for (year, trips) in self.0 {
            *counts.entry(year).or_default() += trips;
        }
    }
}
