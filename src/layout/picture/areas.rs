//! Where the parts of the picture stand.
//!
//! ```text
//! ┌───────────────────────────────────┐
//! │ title                             │
//! ├────────┬──────────────────────────┤
//! │        │ axis                     │
//! ├────────┼──────────────────────────┤
//! │ labels │ lanes (scrolled)         │
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
use crate::layout::axis::scale::Scale;
use crate::layout::scene::Rect;

/// Height of the axis, which has two lines, in pixels.
const AXIS_HEIGHT: f32 = 46.0;
/// Room above the overview's columns, in pixels.
const OVERVIEW_GAP: f32 = 14.0;
/// Height of the overview's columns, in pixels.
const OVERVIEW_HEIGHT: f32 = 52.0;
/// Height of the years below the overview, in pixels.
const OVERVIEW_YEARS: f32 = 22.0;
/// Width of the bar that scrolls the lanes, with the room around it, in pixels.
const SCROLL_BAR_WIDTH: f32 = 11.0;
/// Room kept free at the right of an overview with a brush, so that its end can be dragged, in pixels.
const OVERVIEW_MARGIN: f32 = 12.0;

impl<'a> Chart<'a> {
    /// The chart with its areas and its scale.
    #[must_use]
    pub fn frame(&self) -> Frame<'a> {
        let areas = self.areas();
        let (left, width) = (areas.lanes.left, areas.lanes.width());
        let scale = Scale { map: &self.timeline.map, window: self.viewport.window, left, width };
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
        let [overview_height, overview_years] = self.overview_heights();
        let overview_bottom = legend.top - overview_years;
        let overview_top = overview_bottom - overview_height;
        let margin = if self.furniture.overview == Overview::Brushed { OVERVIEW_MARGIN } else { 0.0 };
        let tours_height = tours::strip_height(self);
        let lanes_top = title.bottom + AXIS_HEIGHT;
        let lanes_bottom = (overview_top - OVERVIEW_GAP - tours_height).max(lanes_top);
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
        let overview: f32 = OVERVIEW_GAP + self.overview_heights().iter().sum::<f32>();
        let above = captions::title(self).height() + AXIS_HEIGHT;
        above + tours::strip_height(self) + overview + legend::height(self) + captions::caption(self).height()
    }

    /// Height of the overview's columns, and of the years below them.
    const fn overview_heights(&self) -> [f32; 2] {
        match self.furniture.overview {
            Overview::Absent => [0.0, 0.0],
            Overview::Columns | Overview::Brushed => [OVERVIEW_HEIGHT, OVERVIEW_YEARS],
        }
    }
}

impl Frame<'_> {
    /// How far the lanes can be scrolled, in pixels.
    #[must_use]
    pub fn scroll_limit(&self) -> f32 {
        (self.chart.lanes_height() - self.areas.lanes.height()).max(0.0)
    }
}
