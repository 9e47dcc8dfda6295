//! Makes a [`Timeline`] from what a filter has left.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::arrangement::{Arrangement, TimeScale};
use super::classes::Classes;
use super::lanes::lane::{Lane, spans_on};
use super::lanes::pack;
use super::legend;
use super::legend_entry::LegendEntry;
use super::timeline::Timeline;
use crate::layout::axis::time_map::{TimeMap, Window};
use crate::model::{Chronicle, EventIndex, FilterResult, LaneKey, Tours, TripSpan};
use crate::time::{Day, Span, When};

/// The axis is never shorter than this, in days: a single day as wide as the window would say nothing.
const LEAST_AXIS: f64 = 7.0;
/// The axis reaches this share beyond what is shown, on each side.
const AXIS_MARGIN: f64 = 0.012;

impl Timeline {
    /// Arranges what a filter has left.
    #[must_use]
    pub fn new(chronicle: &Chronicle, shown: &FilterResult, arrangement: Arrangement) -> Self {
        let tours = Tours::new(chronicle, shown, arrangement.most_days_between);
        Self::with_tours(chronicle, shown, arrangement, tours)
    }

    /// The same with these tours, as finding them takes longer than all the rest.
    pub(crate) fn with_tours(
        chronicle: &Chronicle,
        shown: &FilterResult,
        arrangement: Arrangement,
        tours: Tours,
    ) -> Self {
        let (lanes, dates) = pack::packed(chronicle, shown, &arrangement);
        let extent = dates.extent;
        let map = match arrangement.scale {
            TimeScale::Folded => dates.folded(),
            TimeScale::ToScale => TimeMap::to_scale(),
        };
        let years = years(chronicle, extent);
        let bounds = map.window_of(extent.unwrap_or(years)).widened(AXIS_MARGIN).at_least(LEAST_AXIS);
        let mut timeline = Self {
            reading: shown.reading,
            period: shown.period.filter(|_| 0 < shown.possibly_in_period),
            classes: Classes::new(chronicle, shown, &arrangement),
            arrangement,
            tours,
            lanes,
            map,
            extent,
            kinds: shown.kinds.clone(),
            statuses: shown.statuses.clone(),
            visits_per_year: shown.by_year.clone(),
            years,
            bounds,
            legend: Vec::new(),
        };
        timeline.legend = legend::entries(chronicle, &timeline, timeline.map.days_in(bounds));
        timeline
    }

    /// Replaces its tours, and explains what is drawn with them.
    pub fn set_tours(&mut self, chronicle: &Chronicle, tours: Tours) {
        self.tours = tours;
        self.legend = legend::entries(chronicle, self, self.map.days_in(self.bounds));
    }

    /// What a page shows of it: a window, with counts and a legend of what is `shown` there. Rows, axis and tours stay
    /// as they are.
    pub(crate) fn page(
        mut self,
        chronicle: &Chronicle,
        shown: &FilterResult,
        window: Window,
        without_empty_lanes: bool,
    ) -> Self {
        let days = self.map.days_in(window);
        if without_empty_lanes {
            let is_on_page = |lane: &Lane| {
                let days = lane.own_days(days);
                let overlaps = |when: &When| when.possible().overlaps(days);
                let has_event = |&index: &EventIndex| chronicle.event(index).when.as_ref().is_some_and(overlaps);
                let has_trip = |row: &Vec<TripSpan>| !spans_on(row, days).is_empty();
                lane.rows.iter().any(has_trip) || lane.events.iter().any(has_event)
            };
            let headings: BTreeSet<LaneKey> =
                self.lanes.iter().filter(|lane| is_on_page(lane)).filter_map(|lane| lane.heading).collect();
            self.lanes.retain(|lane| is_on_page(lane) || headings.contains(&lane.key));
        }
        for lane in self.lanes.iter_mut().filter(|lane| !lane.is_heading) {
            let trips = lane.rows.iter().flatten();
            lane.shown = trips.filter(|span| shown.counts(chronicle, span.trip)).count();
        }
        self.legend = legend::entries(chronicle, &self, days);
        // A single source has none to be told from.
        let is_track = |entry: &LegendEntry| matches!(entry, LegendEntry::Track { .. });
        if self.legend.iter().filter(|entry| is_track(entry)).count() == 1 {
            self.legend.retain(|entry| !is_track(entry));
        }
        self
    }
}

impl Timeline {
    /// Keeps the lanes with the most trips and the headings above them, in their order: at most so many in all, and at least
    /// one lane. How many trips the others show.
    pub(crate) fn keep_most_visited(&mut self, most: usize) -> usize {
        let mut by_trips: Vec<&Lane> = self.lanes.iter().filter(|lane| !lane.is_heading).collect();
        by_trips.sort_by_key(|lane| Reverse(lane.shown));
        let mut kept: BTreeSet<LaneKey> = by_trips.first().map(|lane| lane.key).into_iter().collect();
        for lane in by_trips {
            let with_it: BTreeSet<LaneKey> = [lane.key].into_iter().chain(lane.heading).collect();
            if most < kept.union(&with_it).count() {
                break;
            }
            kept.extend(with_it);
        }
        let shown = |lanes: &[Lane]| lanes.iter().filter(|lane| !lane.is_heading).map(|lane| lane.shown).sum::<usize>();
        let all = shown(&self.lanes);
        self.lanes.retain(|lane| kept.contains(&lane.key));
        all - shown(&self.lanes)
    }

    /// How many lanes there are, headings aside.
    pub(crate) fn lane_count(&self) -> usize {
        self.lanes.iter().filter(|lane| !lane.is_heading).count()
    }
}

/// The whole years around every confirmed trip and around what is shown; without any, the 20th century.
fn years(chronicle: &Chronicle, extent: Option<Span>) -> Span {
    let days = chronicle.confirmed.into_iter().chain(extent).reduce(Span::hull);
    let [first, last] = days.map_or([1900, 1999], |days| [days.start().year(), days.last().year()]);
    Span::of_day(Day::first_of_year(first)).hull(Span::of_day(Day::first_of_year(last + 1) - 1))
}
