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
    Axis, Chart, Lane, Overview, Scale, Timeline, bars, captions,
    chart::plain,
    events, legend, overview,
    scene::{About, Anchor, Group, Layer, Point, Rect, Role, Scene, Shape, Stroke, Target, TextWidth},
    states,
    text::Style,
    tours,
};
use crate::model::{Chronicle, count, grouped};

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
        let grid_area = lanes.hull(areas.axis);
        let bars = bars::groups(self, &scale, areas.lanes);
        let tours = tours::drawn(self, &scale, areas.lanes);
        let strip = Rect { left: 0.0, right: self.width, ..areas.tours };
        Scene {
            width: self.width,
            height: self.height,
            layers: vec![
                layer("title", areas.title, vec![plain(captions::title(self, areas.title))]),
                layer("stripes", band, vec![plain(self.stripes(lanes))]),
                layer("states", lanes, vec![plain(states::shapes(self, &scale, lanes))]),
                layer("grid", grid_area, vec![plain(axis.grid(&scale, areas.axis, lanes))]),
                layer("axis", areas.axis, vec![plain(axis.labels(&scale, areas.axis, self.text_width))]),
                // Threads run behind the bars, so that no word on a bar is ever struck through.
                layer("tours", areas.lanes, vec![plain(tours::threads(self, &scale, areas.lanes, &tours))]),
                layer("legs", areas.lanes, vec![plain(tours::numbers(self, &scale, areas.lanes, &tours, &bars))]),
                layer("bars", areas.lanes, bars),
                layer("events", areas.lanes, events::groups(self, &scale, areas.lanes)),
                layer("labels", areas.labels, self.lane_labels(&areas)),
                layer("brackets", strip, tours::brackets(self, &scale, areas.tours)),
                layer("overview", whole, overview::groups(self, areas.overview)),
                layer("legend", areas.legend, legend::groups(self, areas.legend)),
                layer("caption", areas.caption, vec![plain(captions::caption(self, areas.caption))]),
            ],
        }
    }

    fn label_width(&self) -> f32 {
        let widest = self.measures().names_width;
        (NAME_LEFT + widest + COUNT_GAPS).clamp(170.0, (self.width * 0.3).max(170.0))
    }

    /// What a lane is called.
    fn lane_name(&self, lane: &Lane) -> &str {
        self.timeline.arrangement.names.name(self.chronicle.country(lane.country))
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

    fn lane_labels(&self, areas: &Areas) -> Vec<Group> {
        // Where lanes are low only some have room for a name; all have it as their title.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast saturates")]
        let each = (NAME_HEIGHT / self.row_height.max(0.1)).ceil().max(1.0) as usize;
        let group = |(position, rect): (usize, Rect)| {
            let lane = &self.timeline.lanes[position];
            let full_name = self.lane_name(lane);
            let middle_y = rect.top + self.row_height / 2.0;
            let flag = Rect::from_size(14.0, middle_y - 7.0, 21.0, 14.0);
            let number = number(lane);
            let number_width = COUNT.width(&number, self.text_width);
            let room = areas.labels.right - NAME_LEFT - number_width - COUNT_GAPS;
            let name = NAME.fit(full_name, room, self.text_width).unwrap_or_default();
            let mut shapes = Vec::new();
            if each == 1 {
                let edge = Some(Stroke::solid(Role::FlagEdge, 1.0));
                shapes.push(Shape::Flag { rect: flag, name: self.chronicle.country(lane.country).flag.clone() });
                shapes.push(Shape::Box { rect: flag, corner: 0.0, fill: None, stroke: edge });
            }
            if position.is_multiple_of(each) {
                let count = Point { x: areas.labels.right - 12.0, y: COUNT.baseline(middle_y) };
                shapes.push(NAME.at(Point { x: NAME_LEFT, y: NAME.baseline(middle_y) }, Anchor::Start, name));
                shapes.push(COUNT.at(count, Anchor::End, number));
            }
            let about = About {
                target: Target::Lane(lane.country),
                label: format!("{full_name}: {}", count(lane.shown, "trip", "trips")),
                hit: rect,
            };
            Group { about: Some(about), shapes }
        };
        self.visible_lanes(areas.labels).map(group).collect()
    }
}

/// Pixels that the widest name of a lane takes with its count.
pub(super) fn names_width(chronicle: &Chronicle, timeline: &Timeline, text_width: TextWidth<'_>) -> f32 {
    let width = |lane: &Lane| {
        let name = timeline.arrangement.names.name(chronicle.country(lane.country));
        NAME.width(name, text_width) + COUNT.width(&number(lane), text_width).max(LEAST_COUNT)
    };
    timeline.lanes.iter().map(width).fold(0.0, f32::max)
}

/// Left end of a lane's name.
const NAME_LEFT: f32 = 44.0;
/// Lanes lower than this, in pixels, have no room for a name each.
const NAME_HEIGHT: f32 = 12.0;
/// Pixels before and behind the count at the right of the names.
const COUNT_GAPS: f32 = 22.0;
/// Room for the count where all are short, in pixels.
const LEAST_COUNT: f32 = 34.0;
const NAME: Style = Style::regular(13.0, Role::Text);
const COUNT: Style = Style::regular(11.5, Role::TextMuted);

fn layer(name: &'static str, clip: Rect, groups: Vec<Group>) -> Layer {
    Layer { name, clip, groups }
}

/// How many of a lane's trips are shown: `12`, `3 of 12`.
fn number(lane: &Lane) -> String {
    let total = grouped(lane.total);
    if lane.shown == lane.total { total } else { format!("{} of {total}", grouped(lane.shown)) }
}
