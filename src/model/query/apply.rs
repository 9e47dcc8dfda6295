//! Applies a filter: goes through all trips, country by country, and counts what becomes of them.

use std::collections::BTreeSet;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicU8, AtomicUsize};

use super::filter::{Filter, Hidden};
use super::filter_result::{FilterResult, Visibility};
use super::packed::CoverageIndex;
use super::reading::FirstYear;
use super::told::told_of;
use super::year_tally::YearTally;
use crate::data::StayLength;
use crate::model::facts::{
    AccountCount, Chronicle, CountryIndex, Event, SourceIndex, TripKind, TripSet, TripStatus, TripSummary,
};
use crate::model::parallel;
use crate::time::{Span, YearsOf};

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
            period: self.period,
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
            tally.by_length[StayLength::of(days.days()) as usize] += usize::from(counts);
            if counts && 1 < chronicle.sources.len() {
                tally.add_sources(chronicle, trip);
            }
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
                let days_in = self.period.and_then(|_| self.reading.packed_days(chronicle, &coverage, trip));
                let possibly = days_in.zip(self.period).is_some_and(|(days, period)| days.is_only_possibly_in(period));
                tally.result.possibly_in_period += usize::from(possibly);
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

/// What is counted of the trips to one country; in arrays, as a file can have a million of them.
struct CountryTally {
    result: FilterResult,
    /// How many trips of each kind count, visible or hidden by decade, kind, country, period or dispute.
    by_kind: [usize; TripKind::ALL.len()],
    by_length: [usize; StayLength::ALL.len()],
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
            by_length: [0; StayLength::ALL.len()],
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

    /// Counts a trip for each source that tells of it.
    fn add_sources(&mut self, chronicle: &Chronicle, trip: &TripSummary) {
        let by_source = &mut self.result.by_source;
        by_source.resize(chronicle.sources.len(), 0);
        match trip.accounts {
            AccountCount::OneExact(source) | AccountCount::OneVague(source) => by_source[usize::from(source)] += 1,
            AccountCount::Several(..) | AccountCount::Unpacked => {
                let accounts = chronicle.trip(trip.span.trip).accounts().iter();
                let sources: BTreeSet<SourceIndex> = accounts.map(|account| account.source).collect();
                for source in sources {
                    by_source[source.position()] += 1;
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
        result.by_length.extend(StayLength::ALL.iter().copied().zip(self.by_length).filter(|(_, stays)| 0 < *stays));
        result.by_status.extend(TripStatus::ALL.iter().copied().zip(self.by_status).filter(|(_, trips)| 0 < *trips));
        result.by_decade = self.decades.counts();
        for (year, certain) in self.years.counts() {
            result.by_year.entry(year).or_default().certain = certain;
        }
        result
    }
}
