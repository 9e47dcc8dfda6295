//! The whole picture: the layers that make it up.

use super::chart::{Chart, Frame};
use super::{bars, captions, events, lane_names, legend, overview, shading, tours};
use crate::layout::arrange::lanes::lane::Lane;
use crate::layout::axis::lane_dates;
use crate::layout::axis::ticks::Axis;
use crate::layout::metrics::NAMED_LANE;
use crate::layout::scene::{Group, Layer, Rect, Role, Scene, Shape, Stroke};

impl Frame<'_> {
    /// The picture.
    #[must_use]
    pub fn scene(&self) -> Scene {
        let Self { chart, areas, .. } = self;
        let (width, height) = (chart.viewport.width, chart.viewport.height);
        let whole = Rect::from_size(0.0, 0.0, width, height);
        let plain = |shapes| vec![Group::plain(shapes)];
        let overview = if chart.chronicle.is_empty() { Vec::new() } else { overview::groups(self) };
        let above = [("title", areas.title, plain(captions::title(chart).shapes(areas.title.top)))];
        let below = [
            ("brackets", self.full_width(areas.tours), tours::brackets(self)),
            ("overview", whole, overview),
            ("legend", areas.legend, legend::groups(self)),
            ("caption", areas.caption, plain(captions::caption(chart).shapes(areas.caption.top))),
        ];
        let lanes = self.parts().into_iter().flat_map(|part| part.lane_layers());
        let layers = above.into_iter().chain(lanes).chain(below);
        let layers = layers.map(|(name, clip, groups)| Layer { name, clip, groups }).collect();
        Scene { width, height, layers }
    }

    /// The same rectangle as wide as the picture.
    fn full_width(&self, area: Rect) -> Rect {
        Rect { left: 0.0, right: self.chart.viewport.width, ..area }
    }

    /// The layers of the lanes, with the dates above them.
    fn lane_layers(&self) -> [(&'static str, Rect, Vec<Group>); 9] {
        let Self { chart, areas, scale } = self;
        let lanes = Rect { bottom: self.lanes_bottom(), ..areas.lanes };
        let bars = bars::groups(self);
        let tours = tours::drawn(self);
        let plain = |shapes| vec![Group::plain(shapes)];
        let (mut grid, mut dates) = (Vec::new(), Vec::new());
        // A file without anything has no time to draw.
        if !chart.chronicle.is_empty() {
            let axis = Axis::new(scale);
            grid = axis.grid(scale, areas.axis, lanes);
            grid.extend(self.lane_dates(lanes));
            // Above lanes that scroll there may be others.
            if 0.0 < areas.axis.height() {
                dates = axis.labels(scale, areas.axis, chart.text_width);
            }
        }
        let mut events = events::groups(self);
        let old_edges = tours::old_edges(self);
        if !old_edges.is_empty() {
            events.push(Group::plain(old_edges));
        }
        let numbers = tours::numbers(self, &tours, &bars);
        let mut threads = tours::threads(self, &tours);
        threads.extend(tours::marks(self));
        if !threads.is_empty() {
            let texts = tours::text_rects(self, bars.iter().flat_map(|group| &group.shapes).chain(&numbers));
            threads.extend(tours::plates(self, &threads, &texts));
        }
        [
            ("stripes", self.full_width(areas.lanes), plain(self.stripes(lanes))),
            ("shade", lanes, plain(shading::shapes(self, lanes))),
            ("grid", lanes.union(areas.axis), plain(grid)),
            ("axis", areas.axis, plain(dates)),
            // Threads run behind the bars, so that no word on a bar is ever struck through.
            ("tours", areas.lanes, plain(threads)),
            ("legs", areas.lanes, plain(numbers)),
            ("bars", areas.lanes, bars),
            ("events", areas.lanes, events),
            ("labels", areas.labels, lane_names::groups(self)),
        ]
    }

    /// Where the lanes end, in pixels: above the end of their area where there are few.
    pub(crate) fn lanes_bottom(&self) -> f32 {
        let lanes = self.areas.lanes;
        (lanes.top + self.chart.lanes_height() - self.chart.viewport.scroll).min(lanes.bottom)
    }

    /// The colour of a lane at its position.
    fn ground(&self, position: usize, lane: &Lane) -> Role {
        let Chart { chronicle, timeline, highlights, .. } = self.chart;
        let selected = highlights.trips.first().map(|&index| timeline.lane_key(chronicle, index));
        match (selected == Some(lane.key), position % 2) {
            (true, _) => Role::LaneSelected,
            (false, 0) => Role::LaneStripe,
            (false, _) => Role::Background,
        }
    }

    /// The colour of the lane at this y, if there is one.
    pub(crate) fn lane_ground(&self, y: f32) -> Option<Role> {
        let mut lanes = self.chart.visible_lanes(self.areas.lanes);
        lanes.find(|(.., rect)| rect.top <= y && y < rect.bottom).map(|(position, lane, _)| self.ground(position, lane))
    }

    /// The dates of moved lanes, in the heading above them.
    fn lane_dates(&self, lanes: Rect) -> Vec<Shape> {
        let is_dated = |lane: &Lane| lane.is_heading && lane.moved_days.is_some_and(|days| days != 0);
        let headings = self.chart.visible_lanes(lanes).filter(|(_, lane, _)| is_dated(lane));
        let has_room = NAMED_LANE <= self.chart.viewport.rows.first;
        let dates = headings
            .filter(|_| has_room)
            .map(|(_, lane, rect)| lane_dates::shapes(&self.of_lane(lane).scale, rect, self.chart.text_width));
        dates.flatten().collect()
    }

    fn stripes(&self, lanes: Rect) -> Vec<Shape> {
        let stripe = |(position, lane, rect): (usize, &Lane, Rect)| {
            let role = Some(self.ground(position, lane)).filter(|role| *role != Role::Background)?;
            Some(Shape::filled(Rect { left: 0.0, right: self.chart.viewport.width, ..rect }, 0.0, role))
        };
        let edge = Shape::upright(lanes.left, lanes.top, lanes.bottom, Stroke::solid(Role::Grid, 1.0));
        // Below what is pinned.
        let last = self.chart.visible_lanes(lanes).filter(|(_, lane, _)| lane.is_pinned).last();
        let line =
            last.map(|(.., rect)| Rect { left: 0.0, top: rect.bottom - 1.0, right: self.chart.viewport.width, ..rect });
        let line = line.map(|rect| Shape::filled(rect, 0.0, Role::GridStrong));
        self.chart.visible_lanes(lanes).filter_map(stripe).chain([edge]).chain(line).collect()
    }
}
