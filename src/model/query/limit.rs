//! The parts of a filter, each of which can be taken away alone.

use std::borrow::Cow;

use super::filter::Filter;
use super::lane_key::LaneKey;
use crate::data::{LaneNames, StayLength};
use crate::model::facts::{Chronicle, CountryIndex, TravellerIndex, TripKind};
use crate::model::search::Term;
use crate::time::{Months, format_decade};

/// A part of a filter that hides trips.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Limit {
    /// Only this decade and others that are asked for.
    Decade(i32),
    /// Only some days.
    Period,
    /// Only what tells of the term at this position of the search.
    Term(usize),
    /// Only this country and others that are asked for.
    Country(CountryIndex),
    /// Only this traveller and others who are asked for.
    Traveller(TravellerIndex),
    /// Only this lane and others that are asked for.
    OnlyLane(LaneKey),
    /// Not this lane.
    HiddenLane(LaneKey),
    /// Only this kind and others that are asked for.
    Kind(TripKind),
    /// Only stays of this length and others that are asked for.
    Length(StayLength),
    /// Only what is in dispute.
    Disputed,
}

impl Filter {
    /// Its parts that hide trips, in the order in which they are shown.
    #[must_use]
    pub fn limits(&self) -> Vec<Limit> {
        let mut limits: Vec<Limit> = self.decades.iter().map(|&decade| Limit::Decade(decade)).collect();
        limits.extend(self.period.map(|_| Limit::Period));
        limits.extend((0..self.search.0.len()).map(Limit::Term));
        limits.extend(self.countries.iter().map(|&country| Limit::Country(country)));
        limits.extend(self.travellers.iter().map(|&traveller| Limit::Traveller(traveller)));
        limits.extend(self.only_lanes.iter().map(|&lane| Limit::OnlyLane(lane)));
        limits.extend(self.hidden_lanes.iter().map(|&lane| Limit::HiddenLane(lane)));
        limits.extend(self.kinds.iter().map(|&kind| Limit::Kind(kind)));
        limits.extend(self.lengths.iter().map(|&length| Limit::Length(length)));
        limits.extend(self.disputed_only.then_some(Limit::Disputed));
        limits
    }

    /// The filter without one of its parts.
    #[must_use]
    pub fn lifted(mut self, limit: Limit) -> Self {
        match limit {
            Limit::Decade(decade) => _ = self.decades.remove(&decade),
            Limit::Period => self.period = None,
            Limit::Term(position) if position < self.search.0.len() => _ = self.search.0.remove(position),
            Limit::Term(_) => {}
            Limit::Country(country) => _ = self.countries.remove(&country),
            Limit::Traveller(traveller) => _ = self.travellers.remove(&traveller),
            Limit::OnlyLane(lane) => _ = self.only_lanes.remove(&lane),
            Limit::HiddenLane(lane) => _ = self.hidden_lanes.remove(&lane),
            Limit::Kind(kind) => _ = self.kinds.remove(&kind),
            Limit::Length(length) => _ = self.lengths.remove(&length),
            Limit::Disputed => self.disputed_only = false,
        }
        self
    }

    /// What one of its parts leaves, in a few words: `1950s`, `China`, `not France`, `leader: Mao Zedong`.
    #[must_use]
    pub fn describe<'a>(&self, chronicle: &'a Chronicle, limit: Limit) -> Cow<'a, str> {
        match limit {
            Limit::Decade(decade) => format_decade(decade).into(),
            Limit::Period => self.period.map(|days| days.format(Months::Abbreviated)).unwrap_or_default().into(),
            Limit::Term(position) => self.search.0.get(position).map(Term::describe).unwrap_or_default().into(),
            Limit::Country(country) => chronicle.country(country).name.as_str().into(),
            Limit::Traveller(traveller) => chronicle.traveller(traveller).unwrap_or("not named").into(),
            Limit::OnlyLane(lane) => lane.name(chronicle, LaneNames::Then),
            Limit::HiddenLane(lane) => format!("not {}", lane.name(chronicle, LaneNames::Then)).into(),
            Limit::Kind(kind) => kind.label().into(),
            Limit::Length(length) => length.label().into(),
            Limit::Disputed => "disputed".into(),
        }
    }
}
