//! Lanes and rows: what does not depend on the zoom.

use std::collections::{BTreeMap, BTreeSet};

use super::arrangement::Arrangement;
use super::classes::Classes;
use super::lanes::lane::{Lane, spans_on};
use super::legend_entry::LegendEntry;
use crate::layout::axis::time_map::{TimeMap, Window};
use crate::layout::scene::Role;
use crate::model::{
    Chronicle, LaneKey, Reading, SourceIndex, Tours, Trip, TripIndex, TripKind, TripSpan, TripStatus, VisitCount,
};
use crate::time::{Day, Span};

/// What is shown, arranged in lanes on an axis. Made anew when filter or arrangement change.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// Whom it believes.
    pub reading: Reading,
    /// The days that are asked for, where some of the trips shown can have been outside them altogether.
    pub period: Option<Span>,
    /// How it is arranged.
    pub arrangement: Arrangement,
    /// What colours tell of its trips.
    pub classes: Classes,
    /// The tours among the trips shown, drawn or not.
    pub tours: Tours,
    /// From top to bottom.
    pub lanes: Vec<Lane>,
    /// From days to the axis.
    pub map: TimeMap,
    /// From the first to the last day of what is shown; `None` where nothing with a date is.
    pub extent: Option<Span>,
    /// The kinds of the trips shown.
    pub kinds: BTreeSet<TripKind>,
    /// The statuses of the trips shown.
    pub statuses: BTreeSet<TripStatus>,
    /// How many of the trips shown began in each year.
    pub visits_per_year: BTreeMap<i32, VisitCount>,
    /// The whole years of every trip in the file, shown or not, and of the events shown.
    pub years: Span,
    /// The whole axis: what "fit all" shows.
    pub bounds: Window,
    /// What needs an explanation, in the order of the legend.
    pub legend: Vec<LegendEntry>,
}

impl Timeline {
    /// The trips of which something is drawn on some days.
    pub(crate) fn trips_on(&self, days: Span) -> impl Iterator<Item = TripIndex> {
        let rows = self.lanes.iter().flat_map(move |lane| {
            let days = lane.own_days(days);
            lane.rows.iter().map(move |row| spans_on(row, days))
        });
        rows.flatten().map(|span| span.trip)
    }

    /// How many trips are drawn on a day, and in how many lanes.
    #[must_use]
    pub fn trips_and_lanes_on(&self, day: Day) -> (usize, usize) {
        let on_day = |lane: &Lane| {
            let day = lane.own_days(Span::of_day(day));
            lane.rows.iter().map(|row| spans_on(row, day).len()).sum::<usize>()
        };
        let lanes = self.lanes.iter().map(on_day).filter(|trips| 0 < *trips);
        lanes.fold((0, 0), |(all, lanes), trips| (all + trips, lanes + 1))
    }

    /// Whether any lane has a flag; `exists` tells of which names there is one.
    #[must_use]
    pub fn has_flags(&self, chronicle: &Chronicle, exists: impl Fn(&str) -> bool) -> bool {
        self.lanes
            .iter()
            .filter_map(|lane| lane.key.country(chronicle))
            .any(|country| exists(&chronicle.country(country).flag))
    }

    /// Whose lane a trip stands in.
    #[must_use]
    pub fn lane_key(&self, chronicle: &Chronicle, trip: TripIndex) -> LaneKey {
        let key = LaneKey::of_trip(self.arrangement.lanes, chronicle, self.reading, trip);
        self.arrangement.lane_of(chronicle, key)
    }

    /// The position of a lane.
    #[must_use]
    pub fn lane_position(&self, key: LaneKey) -> Option<usize> {
        self.lanes.iter().position(|lane| lane.key == key)
    }

    /// The colour of a trip's bar that a source has drawn: tinted only where the reading includes several sources.
    pub(crate) fn bar_role(&self, trip: &Trip, source: SourceIndex) -> Role {
        let tint = if matches!(self.reading, Reading::Source(_)) { SourceIndex::new(0) } else { source };
        self.classes.bar_role(self.reading, trip, source, tint)
    }

    /// From the first to the last day that is drawn of a trip.
    pub(crate) fn drawn(&self, chronicle: &Chronicle, index: TripIndex) -> Span {
        let trip = chronicle.trip(index);
        self.reading.extent(trip).unwrap_or(trip.possible())
    }

    /// Whether a trip can have been outside the days that are asked for.
    pub(crate) fn is_only_possibly_in_period(&self, chronicle: &Chronicle, index: TripIndex) -> bool {
        let days = self.period.and_then(|_| self.reading.days(chronicle, chronicle.trip(index)));
        days.zip(self.period).is_some_and(|(days, period)| days.is_only_possibly_in(period))
    }

    /// The days of the axis at which a trip is drawn.
    #[must_use]
    pub fn on_axis(&self, chronicle: &Chronicle, index: TripIndex) -> Span {
        let days = self.drawn(chronicle, index);
        if self.arrangement.choices.moved.is_none() {
            return days;
        }
        days.moved(self.arrangement.moved_days(chronicle, self.lane_key(chronicle, index)).unwrap_or(0))
    }

    /// The trips of a block, by its first and its last: of one row, or of all rows of their lane.
    #[must_use]
    pub fn trips_between(
        &self,
        chronicle: &Chronicle,
        first: TripIndex,
        last: TripIndex,
        of_all_rows: bool,
    ) -> Vec<TripIndex> {
        let days = |index: TripIndex| self.drawn(chronicle, index);
        let whole = days(first).hull(days(last));
        let key = self.lane_key(chronicle, first);
        let lanes = self.lanes.iter().filter(|lane| lane.key == key);
        let is_collapsed = self.arrangement.choices.collapsed.contains(&key);
        if of_all_rows || is_collapsed {
            let starts = [first, last].map(|index| days(index).start());
            let begins = |span: &&TripSpan| starts[0] <= span.days.start() && span.days.start() <= starts[1];
            return lanes.flat_map(|lane| &lane.spans).filter(begins).map(|span| span.trip).collect();
        }
        let rows = lanes.flat_map(|lane| &lane.rows).map(|row| spans_on(row, whole));
        let is_whole = |row: &&[TripSpan]| row.first().map(|span| span.trip) == Some(first);
        rows.filter(is_whole).flatten().map(|span| span.trip).collect()
    }
}
