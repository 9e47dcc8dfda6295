//! The whole picture: where its parts stand, and the layers that make it up.
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

use super::{
    bars, captions,
    chart::{Areas, Chart, Overview},
    events, legend, overview, state_shading, tours,
};
use crate::layout::{
    axis::{scale::Scale, ticks::Axis},
    scene::{Group, Layer, Point, Rect, Role, Scene, Shape, Stroke},
};

/// Height of the axis: two lines.
const AXIS_HEIGHT: f32 = 46.0;
/// Room above the overview's columns.
const OVERVIEW_GAP: f32 = 14.0;
/// Height of the overview's columns.
const OVERVIEW_HEIGHT: f32 = 52.0;
/// Height of the years below the overview.
const OVERVIEW_YEARS: f32 = 22.0;
/// Room kept free at the right of an overview with a brush.
const OVERVIEW_MARGIN: f32 = 12.0;

impl<'a> Chart<'a> {
    /// Where the parts of the picture stand.
    #[must_use]
    pub fn areas(&self) -> Areas {
        let label_width = self.label_width();
        let title = Rect::from_size(0.0, 0.0, self.width, captions::title_height(self));
        let caption_height = captions::caption_height(self);
        let caption = Rect::from_size(0.0, self.height - caption_height, self.width, caption_height);
        let legend_height = legend::height(self);
        let legend = Rect::from_size(0.0, caption.top - legend_height, self.width, legend_height);
        let left = label_width;
        let right = self.width.max(left + 1.0);
        let [overview_gap, overview_height, overview_years] = self.overview_heights();
        let overview_bottom = legend.top - overview_years;
        let overview_top = overview_bottom - overview_height;
        let tours_height = tours::strip_height(self);
        let lanes_top = title.bottom + AXIS_HEIGHT;
        let lanes_bottom = (overview_top - overview_gap - tours_height).max(lanes_top);
        let tours_top = lanes_bottom.min(lanes_top + self.lanes_height());
        Areas {
            title,
            labels: Rect { left: 0.0, top: lanes_top, right: left, bottom: lanes_bottom },
            axis: Rect { left, top: title.bottom, right, bottom: lanes_top },
            lanes: Rect { left, top: lanes_top, right, bottom: lanes_bottom },
            tours: Rect { left, top: tours_top, right, bottom: tours_top + tours_height },
            overview: Rect {
                left,
                top: overview_top,
                right: (right - self.overview_margin()).max(left),
                bottom: overview_bottom,
            },
            legend,
            caption,
        }
    }

    /// Height of everything but the lanes.
    #[must_use]
    pub fn fixed_height(&self) -> f32 {
        let overview: f32 = self.overview_heights().iter().sum();
        let above = captions::title_height(self) + AXIS_HEIGHT;
        above + tours::strip_height(self) + overview + legend::height(self) + captions::caption_height(self)
    }

    /// Height of the room above the overview's columns, of the columns, and of the years below them.
    const fn overview_heights(&self) -> [f32; 3] {
        match self.overview {
            Overview::Absent => [OVERVIEW_GAP, 0.0, 0.0],
            Overview::Columns | Overview::Brushed => [OVERVIEW_GAP, OVERVIEW_HEIGHT, OVERVIEW_YEARS],
        }
    }

    /// Room kept free at the right of the overview: a brush at its end is to be got hold of.
    const fn overview_margin(&self) -> f32 {
        match self.overview {
            Overview::Absent | Overview::Columns => 0.0,
            Overview::Brushed => OVERVIEW_MARGIN,
        }
    }

    /// How far the lanes can be scrolled.
    #[must_use]
    pub fn scroll_limit(&self) -> f32 {
        let lanes = self.areas().lanes;
        (self.lanes_height() - lanes.height()).max(0.0)
    }

    /// The axis as it is seen.
    #[must_use]
    pub fn scale(&self) -> Scale<'a> {
        let lanes = self.areas().lanes;
        Scale { map: &self.timeline.map, window: self.window, left: lanes.left, width: lanes.width() }
    }

    /// The picture.
    #[must_use]
    pub fn scene(&self) -> Scene {
        let areas = self.areas();
        let scale = self.scale();
        let axis = Axis::new(&scale);
        let whole = Rect::from_size(0.0, 0.0, self.width, self.height);
        let band = Rect { left: 0.0, right: self.width, ..areas.lanes };
        let lanes_bottom = (areas.lanes.top + self.lanes_height() - self.scroll).min(areas.lanes.bottom);
        let lanes = Rect { bottom: lanes_bottom, ..areas.lanes };
        let grid_area = lanes.union(areas.axis);
        let bars = bars::groups(self, &scale, areas.lanes);
        let tours = tours::drawn(self, &scale, areas.lanes);
        let strip = Rect { left: 0.0, right: self.width, ..areas.tours };
        Scene {
            width: self.width,
            height: self.height,
            layers: vec![
                Layer::new("title", areas.title, vec![Group::plain(captions::title(self, areas.title))]),
                Layer::new("stripes", band, vec![Group::plain(self.stripes(lanes))]),
                Layer::new("states", lanes, vec![Group::plain(state_shading::shapes(self, &scale, lanes))]),
                Layer::new("grid", grid_area, vec![Group::plain(axis.grid(&scale, areas.axis, lanes))]),
                Layer::new("axis", areas.axis, vec![Group::plain(axis.labels(&scale, areas.axis, self.text_width))]),
                // Threads run behind the bars, so that no word on a bar is ever struck through.
                Layer::new("tours", areas.lanes, vec![Group::plain(tours::threads(self, &scale, areas.lanes, &tours))]),
                Layer::new(
                    "legs",
                    areas.lanes,
                    vec![Group::plain(tours::numbers(self, &scale, areas.lanes, &tours, &bars))],
                ),
                Layer::new("bars", areas.lanes, bars),
                Layer::new("events", areas.lanes, events::groups(self, &scale, areas.lanes)),
                Layer::new("labels", areas.labels, self.lane_labels(&areas)),
                Layer::new("brackets", strip, tours::brackets(self, &scale, areas.tours)),
                Layer::new("overview", whole, overview::groups(self, areas.overview)),
                Layer::new("legend", areas.legend, legend::groups(self, areas.legend)),
                Layer::new("caption", areas.caption, vec![Group::plain(captions::caption(self, areas.caption))]),
            ],
        }
    }

    fn stripes(&self, lanes: Rect) -> Vec<Shape> {
        let selected = self.selected.first().map(|&index| self.chronicle.trip(index).country);
        let stripe = |(position, rect): (usize, Rect)| {
            let chosen = selected == Some(self.timeline.lanes[position].country);
            let role = match (chosen, position % 2) {
                (true, _) => Role::LaneSelected,
                (false, 0) => Role::LaneStripe,
                (false, _) => return None,
            };
            let rect = Rect { left: 0.0, right: self.width, ..rect };
            Some(Shape::Box { rect, corner: 0.0, fill: Some(role), stroke: None })
        };
        let mut shapes: Vec<_> = self.visible_lanes(lanes).filter_map(stripe).collect();
        shapes.push(Shape::Line {
            from: Point { x: lanes.left, y: lanes.top },
            to: Point { x: lanes.left, y: lanes.bottom },
            stroke: Stroke::solid(Role::Grid, 1.0),
        });
        shapes
    }
}
