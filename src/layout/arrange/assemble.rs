//! Makes a [`Timeline`] from what a filter has left.

use super::{
    arrangement::{Arrangement, TimeScale},
    legend, pack,
    timeline::Timeline,
};
use crate::{
    layout::axis::time_map::{TimeMap, Window},
    model::{Chronicle, FilterResult, Tours},
    time::{Period, Span},
};

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
        let (mut lanes, dates) = pack::packed(chronicle, shown);
        pack::sort(chronicle, shown, &mut lanes, arrangement);
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
        self.legend = legend::entries(chronicle, self, self.map.days_in(self.bounds));
    }

    /// Counts and explains only what is shown in a window; rows, axis and tours stay as they are.
    pub fn narrow(&mut self, chronicle: &Chronicle, shown: &FilterResult, window: Window) {
        for lane in &mut self.lanes {
            let trips = lane.rows.iter().flatten();
            lane.shown = trips.filter(|stretch| shown.counts(chronicle, stretch.trip)).count();
        }
        self.legend = legend::entries(chronicle, self, self.map.days_in(window));
    }
}

/// The whole years around every confirmed trip and around what is shown.
fn years(chronicle: &Chronicle, extent: Option<Span>) -> Span {
    let days = chronicle.confirmed().into_iter().chain(extent).reduce(Span::hull);
    let year = Period::Years(1);
    days.and_then(|days| Span::new(year.start_of(days.start()), year.start_of_next(days.last())))
        .or_else(|| Span::of_years(1900, 1999))
        .unwrap_or_else(|| unreachable!("the 20th century has days"))
}
