//! The names of the lanes, with flags and the numbers of their trips.

use super::chart::{Chart, Frame};
use crate::layout::arrange::lane::Lane;
use crate::layout::arrange::measures::{LANE_COUNT, LANE_NAME};
use crate::layout::scene::{Anchor, Group, Rect, Role, Shape, Stroke, Target};
use crate::text::count;

/// Height and width of a flag, in pixels, and how much lower than its row it is at least.
const FLAG: [f32; 2] = [14.0, 21.0];
const FLAG_GAP: f32 = 3.0;
/// Left end of a lane's name, in pixels.
const NAME_LEFT: f32 = 44.0;
/// The least and the widest width of the names with everything around them, in pixels. Where lanes can be pointed at, a
/// longer name is cut, and told in full to who points at it.
const LEAST_WIDTH: f32 = 170.0;
const WIDEST: f32 = 270.0;
/// The share of a page that the names take at most.
const PAGE_SHARE: f32 = 0.5;
/// Pixels before and behind the count at the right of the names.
const COUNT_GAPS: f32 = 22.0;

/// Width of the names with everything around them, in pixels.
pub(crate) fn width(chart: &Chart<'_>) -> f32 {
    let widest = if chart.furniture.scrolls { WIDEST } else { PAGE_SHARE * chart.viewport.width };
    (NAME_LEFT + chart.measures.names_width + COUNT_GAPS).clamp(LEAST_WIDTH, widest.max(LEAST_WIDTH))
}

impl Chart<'_> {
    /// How many lanes have a name that is cut.
    #[must_use]
    pub fn cut_names(&self) -> usize {
        let room = width(self) - NAME_LEFT - COUNT_GAPS;
        let is_cut = |lane: &&Lane| {
            let name = self.timeline.arrangement.names.name(self.chronicle.country(lane.country));
            let count = LANE_COUNT.width(&lane.count_label(), self.text_width);
            room < LANE_NAME.width(name, self.text_width) + count
        };
        self.timeline.lanes.iter().filter(is_cut).count()
    }
}

/// The name of each lane that can be seen, with its flag and the number of its trips.
pub(crate) fn groups(frame: &Frame<'_>) -> Vec<Group> {
    let Frame { chart, areas, .. } = frame;
    let group = |(_, lane, rect): (usize, &Lane, Rect)| {
        let country = chart.chronicle.country(lane.country);
        let full_name = chart.timeline.arrangement.names.name(country);
        let middle_y = rect.top + chart.viewport.row_height / 2.0;
        let flag_height = FLAG[0].min(chart.viewport.row_height - FLAG_GAP);
        let flag = Rect::from_size(14.0, middle_y - flag_height / 2.0, FLAG[1], flag_height);
        let number = lane.count_label();
        let number_width = LANE_COUNT.width(&number, chart.text_width);
        let room = areas.labels.right - NAME_LEFT - number_width - COUNT_GAPS;
        let name = LANE_NAME.fit(full_name, room, chart.text_width).unwrap_or_default();
        let shapes = vec![
            Shape::Flag { rect: flag, name: country.flag.clone() },
            Shape::outlined(flag, 0.0, Stroke::solid(Role::FlagEdge, 1.0)),
            LANE_NAME.centred(NAME_LEFT, middle_y, Anchor::Start, name),
            LANE_COUNT.centred(areas.labels.right - 12.0, middle_y, Anchor::End, number),
        ];
        let label = format!("{full_name}: {}", count(lane.shown, "trip", "trips"));
        Group::of(Target::Lane(lane.country), label, rect, shapes)
    };
    chart.visible_lanes(areas.labels).map(group).collect()
}
