//! A view: what is shown, how it is arranged, which days are in view, what is selected.

#![warn(clippy::indexing_slicing, clippy::string_slice)]

pub(super) mod beside;
pub(super) mod file;
pub(super) mod lane_name;
pub(super) mod options;
pub(super) mod resolve;
mod time;

use crate::layout::{Arrangement, Timeline, Window, nearest_day};
use crate::model::{Document, EventIndex, Filter, FilterResult, TripIndex};
use crate::paint::Theme;
use crate::time::Span;

/// A view of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// By whom, and which part of it.
    pub filter: Filter,
    /// How lanes, time and tours are drawn.
    pub arrangement: Arrangement,
    /// The days in view; `None` for all of them.
    pub seen: Option<ViewExtent>,
    /// The selected trips.
    pub selected: Vec<TripIndex>,
    /// The selected event.
    pub selected_event: Option<EventIndex>,
    /// Its colours.
    pub theme: Theme,
}

/// A stretch of time as it is zoomed to: numbers of days, each with the part of the day gone by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ViewExtent {
    /// The left edge.
    pub from: f64,
    /// The right edge, after `from`.
    pub to: f64,
}

impl View {
    /// What is shown of a file, and its arrangement.
    #[must_use]
    pub fn arranged(&self, document: &Document) -> (FilterResult, Timeline) {
        let shown = document.shown(&self.filter);
        let timeline = Timeline::new(&document.chronicle, &shown, self.arrangement.clone());
        (shown, timeline)
    }

    /// What of it lies on the days in view; `None` where all days are, or only these are asked for anyway.
    #[must_use]
    pub fn shown_in_view(&self, document: &Document) -> Option<FilterResult> {
        let period = self.seen.filter(|_| self.filter.period.is_none())?.days();
        Some(document.shown(&Filter { period, ..self.filter.clone() }))
    }

    /// The part of a timeline's axis that is seen.
    #[must_use]
    pub fn window(&self, timeline: &Timeline) -> Window {
        self.seen.map_or(timeline.bounds, |seen| Window {
            from: timeline.map.unit_from_day(seen.from),
            to: timeline.map.unit_from_day(seen.to),
        })
    }
}

impl ViewExtent {
    /// Just these days.
    #[must_use]
    pub fn on(days: Span) -> Self {
        Self { from: days.start().number().into(), to: days.end().number().into() }
    }

    /// The days in view, in whole or in part; `None` where they are none.
    #[must_use]
    pub fn days(self) -> Option<Span> {
        Span::new(nearest_day(self.from.floor()), nearest_day(self.to.ceil()))
    }

    /// The days of a window on an axis, to the minute, which is what a view file keeps.
    #[must_use]
    pub fn of(window: Window, timeline: &Timeline) -> Self {
        let day = |unit| to_the_minute(timeline.map.day_from_unit(unit));
        Self { from: day(window.from), to: day(window.to) }
    }
}

/// Minutes of a day.
const MINUTES: f64 = 24.0 * 60.0;

fn to_the_minute(day: f64) -> f64 {
    (day * MINUTES).round() / MINUTES
}
