//! Where the parts of the picture stand.
//!
//! ```text
//! ┌───────────────────────────────────┐
//! │ title                             │
//! ├────────┬──────────────────────────┤
//! │        │ axis                     │
//! ├────────┼──────────────────────────┤
//! │ labels │ lanes (scrolled below    │
//! │        │        pinned ones)      │
//! ├────────┼──────────────────────────┤
//! │        │ tours                    │
//! ├────────┼──────────────────────────┤
//! │        │ overview                 │
//! ├────────┴──────────────────────────┤
//! │ legend                            │
//! │ caption                           │
//! └───────────────────────────────────┘
//! ```

use super::chart::{Areas, Chart, Frame, Overview, Viewport};
use super::{captions, lane_names, legend, tours};
use crate::layout::arrange::lanes::lane::Lane;
use crate::layout::axis::scale::Scale;
use crate::layout::scene::Rect;
use crate::time::Day;

/// Heights of what stands above and below the lanes, in pixels.
struct Heights {
    /// Of the axis, which has two lines.
    axis: f32,
    /// Of the room above the overview's columns.
    overview_gap: f32,
    /// Of the overview's columns.
    overview: f32,
    /// Of the years below them.
    overview_years: f32,
}

/// Where nothing can be scrolled, and there is no more room than what is asked for.
const PAGE: Heights = Heights { axis: 46.0, overview_gap: 14.0, overview: 52.0, overview_years: 22.0 };
/// In a window, where all of it is taken from the lanes.
const WINDOW: Heights = Heights { axis: 40.0, overview_gap: 4.0, overview: 28.0, overview_years: 16.0 };
/// The overview of a window grows with the picture: its share of the height, and its greatest height in pixels.
const OVERVIEW_SHARE: f32 = 0.06;
const MOST_OVERVIEW: f32 = 48.0;
/// Width of the bar that scrolls the lanes, with the room around it, in pixels.
const SCROLL_BAR_WIDTH: f32 = 11.0;
/// The share of the lanes' room that pinned ones take at most where they stay while the others scroll.
const PINNED_SHARE: f32 = 0.5;
/// Room kept free at the right of an overview with a brush, so that its end can be dragged, in pixels.
const OVERVIEW_MARGIN: f32 = 12.0;

impl<'a> Chart<'a> {
    /// The chart with its areas and its scale.
    #[must_use]
    pub fn frame(&self) -> Frame<'a> {
        let areas = self.areas();
        let (left, width) = (areas.lanes.left, areas.lanes.width());
        let scale = Scale::new(&self.timeline.map, self.viewport.window, left, width);
        Frame { chart: *self, areas, scale }
    }

    fn areas(&self) -> Areas {
        let Viewport { width, height, .. } = self.viewport;
        let title = Rect::from_size(0.0, 0.0, width, captions::title(self).height());
        let caption_height = captions::caption(self).height();
        let caption = Rect::from_size(0.0, height - caption_height, width, caption_height);
        let legend_height = legend::height(self);
        let legend = Rect::from_size(0.0, caption.top - legend_height, width, legend_height);
        let left = lane_names::width(self);
        let heights = self.heights();
        let overview_bottom = legend.top - heights.overview_years;
        let overview_top = overview_bottom - heights.overview;
        let margin = if self.furniture.overview == Overview::Brushed { OVERVIEW_MARGIN } else { 0.0 };
        let tours_height = tours::strip_height(self);
        let lanes_top = title.bottom + heights.axis;
        let lanes_bottom = (overview_top - heights.overview_gap - tours_height).max(lanes_top);
        let is_cut = self.furniture.scrolls && lanes_bottom - lanes_top < self.lanes_height();
        let right = (if is_cut { width - SCROLL_BAR_WIDTH } else { width }).max(left + 1.0);
        let tours_top = lanes_bottom.min(lanes_top + self.lanes_height());
        Areas {
            title,
            labels: Rect { left: 0.0, top: lanes_top, right: left, bottom: lanes_bottom },
            axis: Rect { left, top: title.bottom, right, bottom: lanes_top },
            lanes: Rect { left, top: lanes_top, right, bottom: lanes_bottom },
            scroll_bar: Rect { left: right, top: lanes_top, right: width.max(right), bottom: lanes_bottom },
            tours: Rect { left, top: tours_top, right, bottom: tours_top + tours_height },
            overview: Rect { left, top: overview_top, right: (width - margin).max(left), bottom: overview_bottom },
            legend,
            caption,
        }
    }

    /// Height of everything but the lanes.
    #[must_use]
    pub fn fixed_height(&self) -> f32 {
        let heights = self.heights();
        let overview = heights.overview_gap + heights.overview + heights.overview_years;
        let above = captions::title(self).height() + heights.axis;
        above + tours::strip_height(self) + overview + legend::height(self) + captions::caption(self).height()
    }

    fn heights(&self) -> Heights {
        let mut heights = if self.furniture.scrolls { WINDOW } else { PAGE };
        if self.furniture.scrolls {
            let grown = (self.viewport.height * OVERVIEW_SHARE).round();
            heights.overview = grown.clamp(heights.overview, MOST_OVERVIEW);
        }
        if self.furniture.overview == Overview::Absent {
            (heights.overview, heights.overview_years) = (0.0, 0.0);
        }
        heights
    }
}

impl Frame<'_> {
    /// Height of the pinned lanes, in pixels, where they stay while the others scroll: not where they would leave too
    /// little room for those.
    #[must_use]
    pub fn pinned_height(&self) -> f32 {
        let Rect { top, bottom, .. } = self.areas.lanes;
        let lanes = self.chart.lanes(Rect { top: top + self.chart.viewport.scroll, ..self.areas.lanes });
        let height = lanes.take_while(|(_, lane, _)| lane.is_pinned).last().map_or(0.0, |(.., rect)| rect.bottom - top);
        if self.chart.furniture.scrolls && height <= PINNED_SHARE * (bottom - top) { height } else { 0.0 }
    }

    /// Where lanes are scrolled below pinned ones, the lanes that scroll and those that stay, as if each were all there is.
    /// Else only itself.
    pub(crate) fn parts(&self) -> Vec<Self> {
        let (scroll, pinned) = (self.chart.viewport.scroll, self.pinned_height());
        if scroll <= 0.0 || pinned <= 0.0 {
            return vec![*self];
        }
        let Rect { top, bottom, .. } = self.areas.lanes;
        let mut scrolling = self.part([top + pinned, bottom], scroll + pinned);
        scrolling.areas.axis.top = top + pinned;
        scrolling.areas.axis.bottom = top + pinned;
        vec![scrolling, self.part([top, top + pinned], 0.0)]
    }

    /// The part in which a height lies.
    pub(super) fn part_at(&self, y: f32) -> Self {
        let is_in = |part: &Self| part.areas.lanes.top <= y && y < part.areas.lanes.bottom;
        self.parts().into_iter().find(is_in).unwrap_or(*self)
    }

    /// The lanes between two heights alone, scrolled down by so many pixels.
    fn part(&self, [top, bottom]: [f32; 2], scroll: f32) -> Self {
        let mut part = *self;
        part.chart.viewport.scroll = scroll;
        part.areas.lanes = Rect { top, bottom, ..part.areas.lanes };
        part.areas.labels = Rect { top, bottom, ..part.areas.labels };
        part
    }

    /// The same for what is drawn in a lane, whose days may stand elsewhere.
    pub(crate) fn of_lane(&self, lane: &Lane) -> Self {
        Self { scale: self.scale.moved(lane.moved_days.unwrap_or(0)), ..*self }
    }

    /// The day at a pixel of the lane at a height.
    #[must_use]
    pub fn day_at(&self, x: f32, y: f32) -> Day {
        let lane = self.lane_at(y).and_then(|position| self.chart.timeline.lanes.get(position));
        lane.map_or(self.scale, |lane| self.of_lane(lane).scale).day_from_x(x)
    }

    /// How far the lanes can be scrolled, in pixels.
    #[must_use]
    pub fn scroll_limit(&self) -> f32 {
        (self.chart.lanes_height() - self.areas.lanes.height()).max(0.0)
    }
}
