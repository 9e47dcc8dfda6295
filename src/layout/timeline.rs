//! Lanes and rows: what does not depend on the zoom.

use std::collections::{BTreeMap, BTreeSet};

use super::{LegendEntry, TimeMap, Window, lanes, legend_entry};
use crate::{
    data::{LaneNames, LaneOrder},
    model::{
        Chronicle, Country, CountryIndex, EventIndex, FilterResult, MOST_DAYS_BETWEEN, Reading, Tours, TripIndex,
        TripKind, TripSpan, TripStatus,
    },
    time::{Day, Period, Span},
};

impl LaneNames {
    /// What the lane of a country is called.
    #[must_use]
    pub fn name(self, country: &Country) -> &str {
        match self {
            Self::Then => &country.name,
            Self::Today => country.today.as_deref().unwrap_or(&country.name),
        }
    }
}

/// How time is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeScale {
    /// Long silences shrink to thin bands.
    Folded,
    /// A day is as wide as any other.
    ToScale,
}

/// How what is shown is arranged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrangement {
    /// The order of lanes.
    pub order: LaneOrder,
    /// What they are called.
    pub names: LaneNames,
    /// How time is drawn.
    pub scale: TimeScale,
    /// Whether tours are drawn.
    pub tours: bool,
    /// How many days may lie between two legs of a tour.
    pub most_days_between: u16,
    /// Whether colours and shapes are explained.
    pub legend: bool,
}

impl Default for Arrangement {
    fn default() -> Self {
        Self {
            order: LaneOrder::FirstVisit,
            names: LaneNames::Then,
            scale: TimeScale::Folded,
            tours: true,
            most_days_between: MOST_DAYS_BETWEEN,
            legend: true,
        }
    }
}

/// A country's trips and events.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Whose it is.
    pub country: CountryIndex,
    /// The trips, packed so that those of one row share no day; each row in the order of time.
    pub rows: Vec<Vec<TripSpan>>,
    /// The events that have a date, in the order of time.
    pub events: Vec<EventIndex>,
    /// How many trips are shown and counted.
    pub shown: usize,
    /// How many trips the country has, decades and other limits aside.
    pub total: usize,
}

/// What is shown, arranged in lanes on an axis. Made anew when filter or arrangement change.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// Whom it believes.
    pub reading: Reading,
    /// How it is arranged.
    pub arrangement: Arrangement,
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
    pub visits_per_year: BTreeMap<i32, usize>,
    /// The whole years of every trip in the file, shown or not, and of the events shown.
    pub years: Span,
    /// The whole axis: what "fit all" shows.
    pub bounds: Window,
    /// What needs an explanation, in the order of the legend.
    pub legend: Vec<LegendEntry>,
}

/// The axis reaches this share beyond what is shown, on each side.
const AXIS_MARGIN: f64 = 0.012;

impl Timeline {
    /// Arranges what a filter has left.
    #[must_use]
    pub fn new(chronicle: &Chronicle, shown: &FilterResult, arrangement: Arrangement) -> Self {
        let mut timeline = Self::without_tours(chronicle, shown, arrangement);
        timeline.set_tours(chronicle, Tours::new(chronicle, shown, arrangement.most_days_between));
        timeline
    }

    /// The same without tours, which take longer than all the rest, and not yet explained.
    ///
    /// Takes time proportional to the file.
    #[must_use]
    pub fn without_tours(chronicle: &Chronicle, shown: &FilterResult, arrangement: Arrangement) -> Self {
        let (mut lanes, dates) = lanes::packed(chronicle, shown);
        lanes::sort(chronicle, shown, &mut lanes, arrangement);
        let extent = dates.extent;
        let map = match arrangement.scale {
            TimeScale::Folded => dates.folded(),
            TimeScale::ToScale => TimeMap::to_scale(),
        };
        let years = years(chronicle, extent);
        let bounds = map.window_of(extent.unwrap_or(years)).widened(AXIS_MARGIN);
        Self {
            reading: shown.reading,
            arrangement,
            tours: Tours::default(),
            lanes,
            map,
            extent,
            kinds: shown.kinds.clone(),
            statuses: shown.statuses.clone(),
            visits_per_year: shown.by_year.clone(),
            years,
            bounds,
            legend: Vec::new(),
        }
    }

    /// Gives it these tours, and explains what is drawn.
    pub fn set_tours(&mut self, chronicle: &Chronicle, tours: Tours) {
        self.tours = tours;
        self.legend = legend_entry::entries(chronicle, self, self.map.days_in(self.bounds));
    }

    /// Counts and explains only what is shown in a window; rows, axis and tours stay as they are.
    pub fn narrow(&mut self, chronicle: &Chronicle, shown: &FilterResult, window: Window) {
        for lane in &mut self.lanes {
            let trips = lane.rows.iter().flatten();
            lane.shown = trips.filter(|stretch| shown.counts(chronicle, stretch.trip)).count();
        }
        self.legend = legend_entry::entries(chronicle, self, self.map.days_in(window));
    }

    /// The trips of which something is drawn on some days.
    pub fn trips_on(&self, days: Span) -> impl Iterator<Item = TripIndex> {
        let rows = self.lanes.iter().flat_map(|lane| &lane.rows);
        rows.flat_map(move |row| stretches_on(row, days)).map(|stretch| stretch.trip)
    }

    /// How many trips are drawn on a day, and in how many lanes.
    #[must_use]
    pub fn trips_and_lanes_on(&self, day: Day) -> (usize, usize) {
        let Some(days) = Span::from_days(day, day) else { return (0, 0) };
        let on_day = |lane: &Lane| lane.rows.iter().map(|row| stretches_on(row, days).len()).sum::<usize>();
        let lanes = self.lanes.iter().map(on_day).filter(|trips| 0 < *trips);
        lanes.fold((0, 0), |(all, lanes), trips| (all + trips, lanes + 1))
    }

    /// How many rows all lanes have together.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.lanes.iter().map(Lane::row_count).sum()
    }

    /// The lane that shows a country.
    #[must_use]
    pub fn lane_position(&self, country: CountryIndex) -> Option<usize> {
        self.lanes.iter().position(|lane| lane.country == country)
    }
}

impl Lane {
    /// How many rows it takes, at least one.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.rows.len().max(1)
    }

    /// Its trips in the order of the days that are drawn of them.
    #[must_use]
    pub fn trips(&self) -> Vec<TripIndex> {
        let mut stretches: Vec<_> = self.rows.iter().flatten().copied().collect();
        stretches.sort_unstable();
        stretches.into_iter().map(|stretch| stretch.trip).collect()
    }
}

/// The trips of a row of which something is drawn on some days.
///
/// The trips of a row share no day, so both their first and their last days are in order.
#[must_use]
pub fn stretches_on(row: &[TripSpan], days: Span) -> &[TripSpan] {
    let first = row.partition_point(|stretch| stretch.days.end() <= days.start());
    let last = row.partition_point(|stretch| stretch.days.start() < days.end());
    row.get(first..last).unwrap_or_default()
}

/// The whole years around every confirmed trip and around what is shown.
fn years(chronicle: &Chronicle, extent: Option<Span>) -> Span {
    let days = chronicle.confirmed().into_iter().chain(extent).reduce(Span::hull);
    let year = Period::Years(1);
    days.and_then(|days| Span::new(year.start_of(days.start()), year.start_of_next(days.last())))
        .or_else(|| Span::of_years(1900, 1999))
        .unwrap_or_else(|| unreachable!("the 20th century has days"))
}
