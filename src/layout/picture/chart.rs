//! What the picture is made from, and how its time becomes pixels.

use crate::{
    layout::{
        arrange::{measures::Measures, timeline::Timeline},
        axis::time_map::Window,
        scene::{Rect, TextWidth},
    },
    model::{Chronicle, EventIndex, TripIndex, TripSpan},
    time::Span,
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

/// Whether a trip has some mark.
pub type Marked<'a> = &'a dyn Fn(TripIndex) -> bool;

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

/// Where the parts of the picture stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Areas {
    /// What is written above it all; without height where there is nothing to write.
    pub title: Rect,
    /// Names of the lanes.
    pub labels: Rect,
    /// The dates above the lanes.
    pub axis: Rect,
    /// The lanes.
    pub lanes: Rect,
    /// The brackets of tours, right below the lanes; without height where there are none.
    pub tours: Rect,
    /// The overview's columns; without height where it is left out.
    pub overview: Rect,
    /// The legend.
    pub legend: Rect,
    /// What is written below it all; without height where there is nothing to write.
    pub caption: Rect,
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
    pub(crate) fn measures(&self) -> Measures {
        let measured = || Measures::new(self.chronicle, self.timeline, self.text_width);
        self.measures.copied().unwrap_or_else(measured)
    }

    /// The trips that are selected, in order.
    pub(crate) fn sorted_selection(&self) -> Vec<TripIndex> {
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
