//! Which trips and events are shown, and why the others are not.

use std::collections::{BTreeMap, BTreeSet};

use super::{Chronicle, CountryIndex, EventIndex, Status, Trip, TripIndex};
use crate::time::Span;

/// What to show. The default shows every confirmed trip and no events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Decades by their first year (1950), all when empty. A trip is of the decade of its first possible day.
    pub decades: BTreeSet<i32>,
    /// Countries, all when empty.
    pub countries: BTreeSet<CountryIndex>,
    /// Only what may have taken place within these days.
    pub period: Option<Span>,
    /// Also rumoured, transit and cancelled trips.
    pub unconfirmed: bool,
    /// Also events.
    pub events: bool,
}

/// Why a trip is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hidden {
    /// It is not confirmed, and only confirmed trips are asked for.
    Status(Status),
    /// It is of another decade.
    Decade,
    /// It is to another country.
    Country,
    /// It lies outside the period.
    Period,
}

/// What a filter leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// In the order of their first possible days, then of the file.
    pub trips: Vec<TripIndex>,
    /// In the order of the file; those without a date too.
    pub events: Vec<EventIndex>,
    /// How many trips are hidden for each reason; a trip counts for the first reason only.
    pub hidden: BTreeMap<Hidden, usize>,
    /// How many trips each country has, whatever the decades and other limits: only their status counts.
    pub by_country: BTreeMap<CountryIndex, usize>,
    /// How many trips each decade has, by its first year, likewise; decades without trips are left out.
    pub by_decade: BTreeMap<i32, usize>,
}

impl Hidden {
    /// The reason in a word, as in "32 by decade".
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Status(status) => status.words(),
            Self::Decade => "by decade",
            Self::Country => "by country",
            Self::Period => "by period",
        }
    }
}

impl Filter {
    /// What this filter leaves of a chronicle.
    #[must_use]
    pub fn apply(&self, chronicle: &Chronicle) -> Shown {
        let mut shown = Shown::default();
        for (index, trip) in chronicle.indexed_trips() {
            let by_status = self.hides_status(trip);
            if by_status.is_none() {
                *shown.by_country.entry(trip.country).or_default() += 1;
                *shown.by_decade.entry(trip.possible().start().decade()).or_default() += 1;
            }
            match by_status.or_else(|| self.limits(trip.country, Some(trip.possible()))) {
                Some(reason) => *shown.hidden.entry(reason).or_default() += 1,
                None => shown.trips.push(index),
            }
        }
        shown.trips.sort_by_key(|&index| (chronicle.trip(index).possible(), index));
        if self.events {
            shown.events = chronicle
                .indexed_events()
                .filter(|(_, event)| {
                    let days = event.when.as_ref().map(crate::time::When::possible);
                    self.limits(event.country, days).is_none()
                })
                .map(|(index, _)| index)
                .collect();
        }
        shown
    }

    fn hides_status(&self, trip: &Trip) -> Option<Hidden> {
        (trip.status != Status::Confirmed && !self.unconfirmed).then_some(Hidden::Status(trip.status))
    }

    /// The reason against something in this country on these days; what has no date passes every filter of time.
    fn limits(&self, country: CountryIndex, days: Option<Span>) -> Option<Hidden> {
        let decade = days.map(|days| days.start().decade());
        if !self.decades.is_empty() && decade.is_some_and(|decade| !self.decades.contains(&decade)) {
            return Some(Hidden::Decade);
        }
        if !self.countries.is_empty() && !self.countries.contains(&country) {
            return Some(Hidden::Country);
        }
        let apart = self.period.zip(days).is_some_and(|(period, days)| !period.overlaps(days));
        apart.then_some(Hidden::Period)
    }
}

impl Shown {
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

    /// What is shown and what is hidden and why: `18 of 50 trips · 11 countries · 32 hidden (32 by decade)`.
    #[must_use]
    pub fn summary(&self, chronicle: &Chronicle) -> String {
        let all = self.trips.len() + self.hidden_count();
        let countries = count(self.countries(chronicle).len(), "country", "countries");
        let mut parts = vec![format!("{} of {}", self.trips.len(), count(all, "trip", "trips")), countries];
        if !self.events.is_empty() {
            parts.push(count(self.events.len(), "event", "events"));
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
