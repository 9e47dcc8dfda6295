//! What someone looks at: what is shown, how it is arranged, which days are in view, what is selected.

use super::Dataset;
use crate::{
    layout::{Arrangement, Timeline, Window},
    model::{EventIndex, Filter, Shown, TripIndex},
    paint::ThemeName,
    time::Span,
};

/// A view of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// By whom, and which part of it.
    pub filter: Filter,
    /// How lanes, time and tours are drawn.
    pub arrangement: Arrangement,
    /// The days in view; `None` for all of them.
    pub seen: Option<Seen>,
    /// The selected trips.
    pub selected: Vec<TripIndex>,
    /// The selected event.
    pub selected_event: Option<EventIndex>,
    /// Its colours.
    pub theme: ThemeName,
}

/// A stretch of time as it is zoomed to: numbers of days, each with the part of the day gone by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    /// The left edge.
    pub from: f64,
    /// The right edge, after `from`.
    pub to: f64,
}

/// Free time around days that are asked for by name, as a share of them, on each side.
const MARGIN: f64 = 0.02;

impl View {
    /// What is shown of a file, and its arrangement.
    #[must_use]
    pub fn arranged(&self, dataset: Dataset<'_>) -> (Shown, Timeline) {
        let shown = dataset.shown(&self.filter);
        let timeline = Timeline::new(dataset.chronicle, &shown, self.arrangement);
        (shown, timeline)
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

impl Seen {
    /// These days with a little free time on each side.
    #[must_use]
    pub fn around(days: Span) -> Self {
        let margin = f64::from(days.days()) * MARGIN;
        Self { from: f64::from(days.start().number()) - margin, to: f64::from(days.end().number()) + margin }
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
