//! Which trips and events are shown and counted, and why the others are not.

use std::collections::{BTreeMap, BTreeSet};

use super::{Chronicle, CountryIndex, EventIndex, Reading, Status, Trip, TripIndex, TripSet};
use crate::time::{Span, When};

/// What to show. The default shows every confirmed trip that any source tells, and no events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Whom to believe.
    pub reading: Reading,
    /// Decades by their first year (1950), all when empty. A trip is of the decade of its first possible day.
    pub decades: BTreeSet<i32>,
    /// Countries, all when empty.
    pub countries: BTreeSet<CountryIndex>,
    /// Only what may have taken place within these days.
    pub period: Option<Span>,
    /// Trips of these are shown beside the confirmed ones.
    pub statuses: BTreeSet<Status>,
    /// Which of the trips shown the totals count.
    pub counting: Counting,
    /// Only trips with a finding that disputes when, where or whom he visited.
    pub disputed_only: bool,
    /// Also events.
    pub events: bool,
}

/// What the totals count, of the trips that are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counting {
    /// Trips that took place.
    #[default]
    Confirmed,
    /// Also countries he only passed through.
    Transit,
    /// Also trips he is said to have made.
    Rumoured,
    /// Cancelled trips too.
    Everything,
}

/// Why a trip is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hidden {
    /// The source read does not tell of it.
    NotTold,
    /// The sources that cover it agree on none of its days.
    NotAgreed,
    /// It is not confirmed, and trips like it are not asked for.
    Status(Status),
    /// No finding disputes it, and only disputed trips are asked for.
    Undisputed,
    /// It is to another country.
    Country,
    /// It lies outside the period.
    Period,
    /// It is of another decade.
    Decade,
}

/// What a filter leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Whom the filter believed.
    pub reading: Reading,
    /// Which of the trips count.
    pub counting: Counting,
    /// In the order of their first days under the reading, then of the file.
    pub trips: Vec<TripIndex>,
    /// The same trips with those that only decade, country, period or dispute hide, likewise in order.
    pub told: Vec<TripIndex>,
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
    /// How many trips of each status the reading leaves, shown or not.
    pub by_status: BTreeMap<Status, usize>,
    /// The days of each trip of the file under the reading, by position; `None` where it leaves none.
    spans: Vec<Option<Span>>,
    /// Whether each trip of the file is shown, by position.
    passed: Vec<bool>,
}

impl Counting {
    /// All of them, from the fewest to the most trips.
    pub const ALL: [Self; 4] = [Self::Confirmed, Self::Transit, Self::Rumoured, Self::Everything];

    /// What it counts, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed only",
            Self::Transit => "confirmed and transit",
            Self::Rumoured => "all but cancelled",
            Self::Everything => "everything",
        }
    }

    /// Whether it counts a trip of this status.
    #[must_use]
    pub const fn counts(self, status: Status) -> bool {
        match status {
            Status::Confirmed => true,
            Status::Transit => !matches!(self, Self::Confirmed),
            Status::Rumoured => matches!(self, Self::Rumoured | Self::Everything),
            Status::Cancelled => matches!(self, Self::Everything),
        }
    }
}

impl Hidden {
    /// The reason in a word, as in "32 by decade".
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Status(status) => status.words(),
            Self::NotTold => "not told by this source",
            Self::NotAgreed => "not agreed",
            Self::Undisputed => "not disputed",
            Self::Decade => "by decade",
            Self::Country => "by country",
            Self::Period => "by period",
        }
    }
}

impl Filter {
    /// This filter with another counting rule. What is to be counted is shown too.
    #[must_use]
    pub fn with_counting(mut self, counting: Counting) -> Self {
        self.counting = counting;
        let counted = Status::ALL.iter().filter(|&&status| status != Status::Confirmed && counting.counts(status));
        self.statuses.extend(counted);
        self
    }

    /// What this filter leaves of a chronicle. `disputed` are the trips that [`super::Findings::disputed`] holds.
    #[must_use]
    pub fn apply(&self, chronicle: &Chronicle, disputed: &TripSet) -> Shown {
        let mut shown = Shown { reading: self.reading, counting: self.counting, ..Shown::default() };
        for (index, trip) in chronicle.indexed_trips() {
            let days = self.reading.span(chronicle, trip);
            shown.spans.push(days);
            if days.is_some() {
                *shown.by_status.entry(trip.status).or_default() += 1;
            }
            let hidden = self.hides(trip, days).or_else(|| {
                shown.told.push(index);
                let counts = self.counting.counts(trip.status);
                if counts {
                    *shown.by_country.entry(trip.country).or_default() += 1;
                }
                let undisputed = self.disputed_only && !disputed.contains(index);
                undisputed.then_some(Hidden::Undisputed).or_else(|| self.limits(trip.country, days)).or_else(|| {
                    let decade = days?.start().decade();
                    *shown.by_decade.entry(decade).or_default() += usize::from(counts);
                    self.hides_decade(decade)
                })
            });
            shown.passed.push(hidden.is_none());
            match hidden {
                Some(reason) => *shown.hidden.entry(reason).or_default() += 1,
                None => shown.trips.push(index),
            }
        }
        let spans = &shown.spans;
        for trips in [&mut shown.trips, &mut shown.told] {
            trips.sort_by_key(|&index| (spans[index.position()], index));
        }
        if self.events {
            shown.events = chronicle
                .indexed_events()
                .filter(|(_, event)| {
                    let days = event.when.as_ref().map(When::possible);
                    let decade = days.and_then(|days| self.hides_decade(days.start().decade()));
                    self.reading.hears(event.source) && self.limits(event.country, days).or(decade).is_none()
                })
                .map(|(index, _)| index)
                .collect();
            shown.events_hidden = chronicle.events.len() - shown.events.len();
        }
        shown
    }

    /// The reason against a trip in what the reading leaves of it and in its status.
    fn hides(&self, trip: &Trip, days: Option<Span>) -> Option<Hidden> {
        match (days, self.reading) {
            (Some(_), _) => {
                let shown = trip.status == Status::Confirmed || self.statuses.contains(&trip.status);
                (!shown).then_some(Hidden::Status(trip.status))
            }
            (None, Reading::Source(_)) => Some(Hidden::NotTold),
            (None, Reading::Agreed | Reading::Either) => Some(Hidden::NotAgreed),
        }
    }

    /// The reason, decades aside, against something in this country on these days; what has no date lies in every period.
    fn limits(&self, country: CountryIndex, days: Option<Span>) -> Option<Hidden> {
        if !self.countries.is_empty() && !self.countries.contains(&country) {
            return Some(Hidden::Country);
        }
        let apart = self.period.zip(days).is_some_and(|(period, days)| !period.overlaps(days));
        apart.then_some(Hidden::Period)
    }

    fn hides_decade(&self, decade: i32) -> Option<Hidden> {
        (!self.decades.is_empty() && !self.decades.contains(&decade)).then_some(Hidden::Decade)
    }
}

impl Shown {
    /// From the first to the last day of a trip under the reading; all its days where the reading leaves none.
    #[must_use]
    pub fn span(&self, chronicle: &Chronicle, index: TripIndex) -> Span {
        let days = self.spans.get(index.position()).copied().flatten();
        days.unwrap_or_else(|| chronicle.trip(index).possible())
    }

    /// Whether a trip is shown.
    #[must_use]
    pub fn shows(&self, index: TripIndex) -> bool {
        self.passed.get(index.position()).copied().unwrap_or(false)
    }

    /// The trips that totals count, in order.
    pub fn counted(&self, chronicle: &Chronicle) -> impl Iterator<Item = TripIndex> {
        self.trips.iter().copied().filter(|&index| self.counting.counts(chronicle.trip(index).status))
    }

    /// How many trips are hidden, for whatever reason.
    #[must_use]
    pub fn hidden_count(&self) -> usize {
        self.hidden.values().sum()
    }

    /// The countries of the trips shown.
    #[must_use]
    pub fn countries(&self, chronicle: &Chronicle) -> BTreeSet<CountryIndex> {
        self.trips.iter().map(|&index| chronicle.trip(index).country).collect()
    }

    /// What is shown and what is hidden and why: `18 of 50 trips · 11 countries · 32 hidden: 32 by decade`.
    #[must_use]
    pub fn summary(&self, chronicle: &Chronicle) -> String {
        let all = self.trips.len() + self.hidden_count();
        let countries = count(self.countries(chronicle).len(), "country", "countries");
        let mut parts = vec![format!("{} of {}", self.trips.len(), count(all, "trip", "trips")), countries];
        let counted = self.counted(chronicle).count();
        if counted < self.trips.len() {
            parts.push(format!("{counted} counted: {}", self.counting.words()));
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
            self.hidden.iter().map(|(reason, number)| format!("{number} {}", reason.words())).collect();
        parts.push(match reasons.as_slice() {
            [] => "0 hidden".to_owned(),
            reasons => format!("{} hidden: {}", self.hidden_count(), reasons.join(", ")),
        });
        parts.join(" · ")
    }
}

/// A number with its noun: `1 trip`, `50 trips`.
#[must_use]
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
