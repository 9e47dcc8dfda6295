//! What the picture is made from, and how its time becomes pixels.

use super::{
    Measures, TimeMap, Timeline, Window,
    scene::{Group, Marked, Rect, Shape, TextWidth},
};
use crate::{
    model::{Chronicle, EventIndex, TripIndex, TripSpan},
    time::{Day, Span},
};

/// Height of a lane's row in the window, in pixels.
pub const ROW_HEIGHT: f32 = 38.0;

/// What stands below the lanes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overview {
    /// Nothing.
    Absent,
    /// The visits per year.
    Columns,
    /// The same with the visible time marked.
    Brushed,
}

/// All that the picture is made from.
#[derive(Clone, Copy)]
pub struct Chart<'a> {
    /// The facts.
    pub chronicle: &'a Chronicle,
    /// What is shown, in lanes.
    pub timeline: &'a Timeline,
    /// The part of the axis that is seen.
    pub window: Window,
    /// How far the lanes are scrolled down, in pixels.
    pub scroll: f32,
    /// Width of the picture in pixels.
    pub width: f32,
    /// Height of the picture in pixels.
    pub height: f32,
    /// Height of a lane's row in pixels.
    pub row_height: f32,
    /// The trips that are selected.
    pub selected: &'a [TripIndex],
    /// The event that is selected.
    pub selected_event: Option<EventIndex>,
    /// Which trips a search has found.
    pub found: Marked<'a>,
    /// Which trips the sources contradict each other on.
    pub disputed: Marked<'a>,
    /// Whether every bar is told in words and can be found in the scene. Words cost more than bars: where nobody hears
    /// or points at them, [`Chart::hit`] tells of the one that is asked for.
    pub named: bool,
    /// Where lanes are too low for their rows: the least width of a block, in pixels, in lanes of one row each.
    pub dense: Option<f32>,
    /// What stands below the lanes.
    pub overview: Overview,
    /// What is written above the picture; may be empty.
    pub title: &'a str,
    /// What is written below the picture, paragraph by paragraph.
    pub caption: &'a [String],
    /// How wide a text comes out.
    pub text_width: TextWidth<'a>,
    /// What the timeline measures, where it is drawn often; else it is measured whenever it is needed.
    pub measures: Option<&'a Measures>,
}

/// The part of the axis that is seen, and the pixels it takes.
#[derive(Clone, Copy)]
pub struct Scale<'a> {
    /// From days to the axis.
    pub map: &'a TimeMap,
    /// What is seen of it.
    pub window: Window,
    /// Pixel of the window's left end.
    pub left: f32,
    /// Pixels from the window's left to its right end.
    pub width: f32,
}

impl Scale<'_> {
    /// Where a day begins.
    #[must_use]
    pub fn x_from_day(&self, day: Day) -> f32 {
        self.x_from_unit(self.map.unit_from_day(f64::from(day.number())))
    }

    /// The pixel of a place on the axis.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "pixels are f32 only here, at the end")]
    pub fn x_from_unit(&self, unit: f64) -> f32 {
        let share = (unit - self.window.from) / self.window.length();
        // Far outside the picture the exact place is of no interest, and f32 would lose it.
        (f64::from(self.left) + share * f64::from(self.width)).clamp(-1e5, 1e5) as f32
    }

    /// The place on the axis at a pixel.
    #[must_use]
    pub fn unit_from_x(&self, x: f32) -> f64 {
        let share = f64::from(x - self.left) / f64::from(self.width);
        self.window.from + share * self.window.length()
    }

    /// The day at a pixel.
    #[must_use]
    pub fn day_from_x(&self, x: f32) -> Day {
        super::nearest_day(self.map.day_from_unit(self.unit_from_x(x)).floor())
    }

    /// Pixels a day takes where nothing is folded.
    #[must_use]
    pub fn pixels_per_unit(&self) -> f64 {
        f64::from(self.width) / self.window.length()
    }

    /// The days that are seen, in whole or in part.
    #[must_use]
    pub fn days(&self) -> Span {
        self.map.days_in(self.window)
    }

    /// Pixel of the window's right end.
    #[must_use]
    pub fn right(&self) -> f32 {
        self.left + self.width
    }
}

impl Chart<'_> {
    /// From the first to the last day that is drawn of a trip under the reading.
    #[must_use]
    pub fn drawn(&self, index: TripIndex) -> Span {
        self.timeline.drawn(self.chronicle, index)
    }

    /// How many rows all lanes have together as they are drawn.
    #[must_use]
    pub fn row_count(&self) -> usize {
        if self.dense.is_some() { self.timeline.lanes.len() } else { self.timeline.row_count() }
    }

    /// Height of all lanes, seen or not.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a count of rows fits")]
    pub fn lanes_height(&self) -> f32 {
        self.row_count() as f32 * self.row_height
    }

    /// All lanes, seen or not, with the edges of each.
    pub fn lanes(&self, area: Rect) -> impl Iterator<Item = (usize, Rect)> {
        let mut top = area.top - self.scroll;
        self.timeline.lanes.iter().enumerate().map(move |(position, lane)| {
            #[expect(clippy::cast_precision_loss, reason = "a count of rows fits")]
            let height = if self.dense.is_some() { 1.0 } else { lane.row_count() as f32 } * self.row_height;
            let rect = Rect { top, bottom: top + height, ..area };
            top += height;
            (position, rect)
        })
    }

    /// Rows that can be seen, with the edges of each.
    pub fn visible_rows(&self, area: Rect) -> impl Iterator<Item = (&[TripSpan], Rect)> {
        let height = self.row_height;
        let rows = self.visible_lanes(area).flat_map(move |(position, lane)| {
            #[expect(clippy::cast_precision_loss, reason = "a count of rows fits")]
            let top = move |row: usize| lane.top + row as f32 * height;
            let rows = self.timeline.lanes[position].rows.iter().enumerate();
            rows.map(move |(row, trips)| (trips.as_slice(), Rect { top: top(row), bottom: top(row) + height, ..lane }))
        });
        rows.skip_while(move |(_, rect)| rect.bottom <= area.top).take_while(move |(_, rect)| rect.top < area.bottom)
    }

    /// What the timeline measures.
    pub(super) fn measures(&self) -> Measures {
        let measured = || Measures::new(self.chronicle, self.timeline, self.text_width);
        self.measures.copied().unwrap_or_else(measured)
    }

    /// The trips that are selected, in order.
    pub(super) fn sorted_selection(&self) -> Vec<TripIndex> {
        let mut selected = self.selected.to_vec();
        selected.sort_unstable();
        selected
    }

    /// Lanes that can be seen, with the edges of each.
    pub fn visible_lanes(&self, area: Rect) -> impl Iterator<Item = (usize, Rect)> {
        self.lanes(area)
            .skip_while(move |(_, rect)| rect.bottom <= area.top)
            .take_while(move |(_, rect)| rect.top < area.bottom)
    }
}

/// Shapes that stand for nothing in particular.
pub(super) fn plain(shapes: Vec<Shape>) -> Group {
    Group { about: None, shapes }
}
