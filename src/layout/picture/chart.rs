//! What the picture is made from, and how its time becomes pixels.

use std::collections::BTreeMap;

use crate::data::LaneHeight;
use crate::layout::arrange::lanes::lane::Lane;
use crate::layout::arrange::measures::Measures;
use crate::layout::arrange::timeline::Timeline;
use crate::layout::axis::scale::Scale;
use crate::layout::axis::time_map::Window;
use crate::layout::metrics::{LANE, LEAST_LANE, STACKED_ROW_SHARE, WINDOW_LANES};
use crate::layout::picture::bars::date_bar::LEAST_WIDTH;
use crate::layout::scene::{Rect, TextWidth, float};
use crate::model::{
    Chronicle, Encounters, EventIndex, LaneKey, SharedStay, SourceIndex, TourIndex, TripIndex, TripSpan, VisitCount,
};
use crate::time::Span;

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

/// How much of the legend a window shows. A page shows all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegendExtent {
    /// What has room in a line.
    Line,
    /// All of it.
    Whole,
}

/// Of which bars an accessible picture tells one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// All that can be seen.
    Every,
    /// Those of one lane, or none.
    One(Option<LaneKey>),
}

impl Heard {
    /// Whether the bars of a lane are told.
    #[must_use]
    pub fn has(self, lane: LaneKey) -> bool {
        match self {
            Self::Every => true,
            Self::One(only) => only == Some(lane),
        }
    }
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
    /// What the timeline measures.
    pub measures: Measures,
    /// How wide a text comes out.
    pub text_width: TextWidth<'a>,
    /// What is seen, and the room for it.
    pub viewport: Viewport,
    /// What is selected, found and disputed.
    pub highlights: Highlights<'a>,
    /// What stands around the lanes, and how much of it is written.
    pub furniture: Furniture<'a>,
}

/// The part of the timeline that is seen, and its size in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// The part of the axis that is seen.
    pub window: Window,
    /// How far the lanes are scrolled down, in pixels.
    pub scroll: f32,
    /// Width of the picture in pixels.
    pub width: f32,
    /// Height of the picture in pixels.
    pub height: f32,
    /// Heights of the rows of lanes.
    pub rows: RowHeights,
}

/// Of so many trips all lanes are made to fit; with more only where that is asked for.
const MOST_SEEN_AT_ONCE: usize = 200_000;

/// With more selected trips than this none of their encounters is marked.
const MOST_MARKED: usize = 20;

/// Heights of the rows of a lane, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RowHeights {
    /// Of its first row, in which its name stands.
    pub first: f32,
    /// Of each further one.
    pub stacked: f32,
}

/// The days that an account gave in an older edition of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OldDays {
    /// The trip that it is of.
    pub trip: TripIndex,
    /// Who says so: its edges are drawn where the source is read.
    pub source: SourceIndex,
    /// From the first to the last possible day.
    pub days: Span,
}

/// What is set off from the rest.
#[derive(Clone, Copy)]
pub struct Highlights<'a> {
    /// The trips that are selected.
    pub trips: &'a [TripIndex],
    /// The event that is selected.
    pub event: Option<EventIndex>,
    /// The tour that is pointed at.
    pub tour: Option<TourIndex>,
    /// The encounters, of which those of selected trips are marked; `None` where they are not known.
    pub encounters: Option<&'a Encounters>,
    /// The days of accounts that have moved since an older edition of the file.
    pub before: &'a [OldDays],
    /// Which trips a search has found; `None` where nothing was searched for or found. The others are dimmed.
    pub found: Option<Marked<'a>>,
    /// Which trips the sources contradict each other on.
    pub disputed: Marked<'a>,
}

/// What stands around the lanes, and how the lanes are drawn.
#[derive(Clone, Copy)]
pub struct Furniture<'a> {
    /// What stands below the lanes.
    pub overview: Overview,
    /// Whether the lanes can be scrolled where they have not enough room: a page is not.
    pub scrolls: bool,
    /// What is written above the picture; may be empty.
    pub title: &'a str,
    /// What is written below the picture, paragraph by paragraph.
    pub caption: &'a [String],
    /// Whether every bar has a label and can be found in the scene. Labels cost more than bars; without them
    /// [`Frame::hit`] makes only the one at a point.
    pub accessible: bool,
    /// Of which bars that is so.
    pub heard: Heard,
    /// The visits per year of the whole file, against which those that are shown stand in a window.
    pub whole_visits: Option<&'a BTreeMap<i32, VisitCount>>,
    /// How many trips a search has found in each year; `None` where nothing was searched for.
    pub found_by_year: Option<&'a BTreeMap<i32, usize>>,
    /// How much of the legend a window shows.
    pub legend: LegendExtent,
    /// Whether the lanes have flags; those of which none has one need no room for them.
    pub flags: bool,
    /// Where lanes are too low for their rows: the least width of a block, in pixels, in lanes of one row each.
    pub single_row_block_width: Option<f32>,
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
    /// The room of the bar that scrolls the lanes, beside them; without width where all lanes are seen.
    pub scroll_bar: Rect,
    /// The brackets of tours, right below the lanes; without height where there are none.
    pub tours: Rect,
    /// The overview's columns; without height where it is left out.
    pub overview: Rect,
    /// The legend.
    pub legend: Rect,
    /// What is written below it all; without height where there is nothing to write.
    pub caption: Rect,
}

/// A chart with what all parts of its picture need to know, computed once.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// What the picture is made from.
    pub chart: Chart<'a>,
    /// Where its parts stand.
    pub areas: Areas,
    /// From days to the pixels of the lanes.
    pub scale: Scale<'a>,
}

impl Viewport {
    /// A picture of a size in pixels with rows of the usual height, not scrolled.
    #[must_use]
    pub const fn new(window: Window, width: f32, height: f32) -> Self {
        Self { window, scroll: 0.0, width, height, rows: RowHeights::even(LANE) }
    }
}

impl RowHeights {
    /// All rows of one height.
    #[must_use]
    pub const fn even(height: f32) -> Self {
        Self { first: height, stacked: height }
    }

    /// From the top of a lane to the top of one of its rows.
    pub(crate) fn top_of(self, row: usize) -> f32 {
        if row == 0 { 0.0 } else { self.first + float(row - 1) * self.stacked }
    }

    /// Height of a lane of so many rows, at least one.
    #[must_use]
    pub fn lane(self, rows: usize) -> f32 {
        self.top_of(rows.max(1))
    }
}

impl Highlights<'_> {
    /// The stays of selected trips in which others were met; none where so many are selected that marks would cover the lanes.
    pub(crate) fn marked_stays(&self) -> impl Iterator<Item = &SharedStay> {
        let trips = self.trips.iter().filter(|_| self.trips.len() <= MOST_MARKED);
        trips.flat_map(|&trip| self.encounters.into_iter().flat_map(move |encounters| encounters.of_trip(trip)))
    }

    /// Whether a search has found a trip.
    pub(crate) fn is_found(&self, trip: TripIndex) -> bool {
        self.found.is_some_and(|found| found(trip))
    }
}

impl Default for Highlights<'_> {
    fn default() -> Self {
        Self { trips: &[], event: None, tour: None, encounters: None, before: &[], found: None, disputed: &|_| false }
    }
}

impl<'a> Furniture<'a> {
    /// What a window has.
    #[must_use]
    pub const fn window(accessible: bool) -> Self {
        Self {
            overview: Overview::Brushed,
            scrolls: true,
            title: "",
            caption: &[],
            accessible,
            heard: Heard::Every,
            whole_visits: None,
            found_by_year: None,
            legend: LegendExtent::Line,
            flags: true,
            single_row_block_width: None,
        }
    }

    /// What a page has.
    pub(crate) const fn page(overview: Overview, title: &'a str, caption: &'a [String]) -> Self {
        Self { overview, scrolls: false, title, caption, ..Self::window(true) }
    }
}

impl<'a> Chart<'a> {
    /// A chart for the window of a program, in which nothing is highlighted. Measures the timeline.
    #[must_use]
    pub fn new(
        chronicle: &'a Chronicle,
        timeline: &'a Timeline,
        text_width: TextWidth<'a>,
        viewport: Viewport,
    ) -> Self {
        let measures = Measures::new(chronicle, timeline);
        let (highlights, furniture) = (Highlights::default(), Furniture::window(true));
        Self { chronicle, timeline, measures, text_width, viewport, highlights, furniture }
    }

    /// From the first to the last day that is drawn of a trip under the reading.
    pub(crate) fn drawn(&self, index: TripIndex) -> Span {
        self.timeline.drawn(self.chronicle, index)
    }

    /// Whether all trips of each lane are drawn in one row.
    #[must_use]
    pub fn has_single_rows(&self) -> bool {
        self.furniture.single_row_block_width.is_some()
    }

    /// The least width of a block, in pixels, of a lane that is drawn in one row of blocks.
    pub(crate) fn single_row_block_width(&self, lane: &Lane) -> Option<f32> {
        self.furniture.single_row_block_width.or(lane.is_collapsed.then_some(LEAST_WIDTH))
    }

    /// Whether each bar of a lane has a label and can be found in the scene.
    pub(crate) fn tells_bars_of(&self, lane: &Lane) -> bool {
        self.furniture.accessible && self.furniture.heard.has(lane.key)
    }

    /// Whether all trips of a lane are drawn in one row.
    pub(crate) fn is_single_row(&self, lane: &Lane) -> bool {
        self.single_row_block_width(lane).is_some()
    }

    /// How many rows a lane has as it is drawn.
    fn rows_of(&self, lane: &Lane) -> usize {
        if self.has_single_rows() { 1 } else { lane.row_count() }
    }

    /// How many rows all lanes have together as they are drawn.
    pub(crate) fn row_count(&self) -> usize {
        self.timeline.lanes.iter().map(|lane| self.rows_of(lane)).sum()
    }

    /// Height of all lanes, seen or not, in pixels.
    pub(crate) fn lanes_height(&self) -> f32 {
        let (lanes, rows) = (self.timeline.lanes.len(), self.viewport.rows);
        float(lanes) * rows.first + float(self.row_count() - lanes) * rows.stacked
    }

    /// The same chart with lanes of a window, as high as its arrangement says.
    #[must_use]
    pub fn with_lane_heights(self) -> Self {
        let height = self.timeline.arrangement.height;
        match LaneHeight::STEPS.into_iter().find(|(step, _)| *step == height) {
            None => self.with_fitted_lanes(),
            Some((LaneHeight::Thin, pixels)) => self.with_single_rows(pixels),
            Some((_, pixels)) => self.with_rows(pixels),
        }
    }

    /// Lanes as high as the room for them allows; where not even the lowest rows have room, each lane has a single one,
    /// unless the trips are so many that to see all of them at once would take longer than a frame.
    fn with_fitted_lanes(self) -> Self {
        let room = self.viewport.height - self.fixed_height();
        let rows = self.with_fitted_rows(room);
        let trips: usize = self.timeline.lanes.iter().map(|lane| lane.spans.len()).sum();
        if rows.lanes_height() <= room || MOST_SEEN_AT_ONCE < trips {
            return rows;
        }
        let height = room / float(self.timeline.lanes.len()).max(1.0);
        self.with_single_rows(height.clamp(LEAST_LANE, WINDOW_LANES[0]))
    }

    fn with_rows(mut self, first: f32) -> Self {
        self.viewport.rows = RowHeights { first, stacked: (first * STACKED_ROW_SHARE).round() };
        self
    }

    fn with_single_rows(mut self, height: f32) -> Self {
        self.viewport.rows = RowHeights::even(height);
        self.furniture.single_row_block_width = Some(LEAST_WIDTH);
        self
    }

    /// Rows as high as the room for them allows, within the limits of a window.
    fn with_fitted_rows(self, room: f32) -> Self {
        let lanes = self.timeline.lanes.len();
        let heights = float(lanes) + STACKED_ROW_SHARE * float(self.row_count() - lanes);
        let [least, most] = WINDOW_LANES;
        let mut fitted = self.with_rows((room / heights.max(1.0)).floor().clamp(least, most));
        // Rounding may cost a pixel for each row.
        while least < fitted.viewport.rows.first && room < fitted.lanes_height() {
            fitted = fitted.with_rows(fitted.viewport.rows.first - 1.0);
        }
        fitted
    }

    /// All lanes, seen or not, each with its position and its edges.
    pub(crate) fn lanes(&self, area: Rect) -> impl Iterator<Item = (usize, &'a Lane, Rect)> {
        let mut top = area.top - self.viewport.scroll;
        self.timeline.lanes.iter().enumerate().map(move |(position, lane)| {
            let bottom = top + self.viewport.rows.lane(self.rows_of(lane));
            let rect = Rect { top, bottom, ..area };
            top = bottom;
            (position, lane, rect)
        })
    }

    /// Lanes that can be seen, each with its position and its edges.
    pub fn visible_lanes(&self, area: Rect) -> impl Iterator<Item = (usize, &'a Lane, Rect)> {
        let lanes = self.lanes(area).skip_while(move |(.., rect)| rect.bottom <= area.top);
        lanes.take_while(move |(.., rect)| rect.top < area.bottom)
    }

    /// Rows that can be seen, with the edges of each.
    pub(crate) fn visible_rows(&self, area: Rect) -> impl Iterator<Item = (&'a Lane, &'a [TripSpan], Rect)> {
        let heights = self.viewport.rows;
        let of_rows = self.visible_lanes(area).filter(|(_, lane, _)| !self.is_single_row(lane));
        let rows = of_rows.flat_map(move |(_, lane, rect)| {
            lane.rows.iter().enumerate().map(move |(row, trips)| {
                let [top, bottom] = [row, row + 1].map(|row| rect.top + heights.top_of(row));
                (lane, trips.as_slice(), Rect { top, bottom, ..rect })
            })
        });
        rows.skip_while(move |(.., rect)| rect.bottom <= area.top).take_while(move |(.., rect)| rect.top < area.bottom)
    }

    /// The trips that are selected, in order.
    pub(crate) fn sorted_selection(&self) -> Vec<TripIndex> {
        let mut selected = self.highlights.trips.to_vec();
        selected.sort_unstable();
        selected
    }
}
