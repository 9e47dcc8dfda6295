//! The names of the lanes, with flags and the numbers of their trips.

use super::chart::{Chart, Frame};
use crate::layout::arrange::lane::Lane;
use crate::layout::arrange::measures::{LANE_COUNT, LANE_NAME};
use crate::layout::metrics::WIDEST_LANE_NAMES;
use crate::layout::scene::{Anchor, Group, Rect, Shape, Target};
use crate::text::count;

/// Height and width of a flag, in pixels, and how much lower than its row it is at least.
const FLAG: [f32; 2] = [14.0, 21.0];
const FLAG_GAP: f32 = 3.0;
/// Left end of what is leftmost, and of a lane's name where lanes have flags, in pixels.
const LEFT: f32 = 14.0;
const NAME_LEFT: f32 = 44.0;
/// The least width of the names of a page with everything around them, in pixels, and the share of the page that they
/// take at most.
const LEAST_WIDTH: f32 = 170.0;
const PAGE_SHARE: f32 = 0.5;
/// The share of a window that they take at most.
const WINDOW_SHARE: f32 = 0.25;
/// Pixels before and behind the count at the right of the names.
const COUNT_GAPS: f32 = 22.0;

/// Width of the names with everything around them, in pixels. In a window it is the same whatever is shown; a longer
/// name is cut there, and told in full where it is pointed at.
pub(crate) fn width(chart: &Chart<'_>) -> f32 {
    if chart.furniture.scrolls {
        return WIDEST_LANE_NAMES.min(WINDOW_SHARE * chart.viewport.width);
    }
    let widest = (PAGE_SHARE * chart.viewport.width).max(LEAST_WIDTH);
    (name_left(chart) + chart.measures.names_width + COUNT_GAPS).clamp(LEAST_WIDTH, widest)
}

/// Left end of a lane's name, in pixels.
const fn name_left(chart: &Chart<'_>) -> f32 {
    if chart.furniture.flags { NAME_LEFT } else { LEFT }
}

impl Chart<'_> {
    /// How many lanes have a name that is cut.
    #[must_use]
    pub fn cut_names(&self) -> usize {
        let room = width(self) - name_left(self) - COUNT_GAPS;
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
        let middle_y = rect.top + chart.viewport.rows.first / 2.0;
        let flag_height = FLAG[0].min(chart.viewport.rows.first - FLAG_GAP);
        let flag = Rect::from_size(LEFT, middle_y - flag_height / 2.0, FLAG[1], flag_height);
        let number = if chart.furniture.scrolls { lane.short_count_label() } else { lane.count_label() };
        let number_width = LANE_COUNT.width(&number, chart.text_width);
        let room = areas.labels.right - name_left(chart) - number_width - COUNT_GAPS;
        let name = LANE_NAME.fit(full_name, room, chart.text_width).unwrap_or_default();
        let mut shapes = vec![
            LANE_NAME.centred(name_left(chart), middle_y, Anchor::Start, name),
            LANE_COUNT.centred(areas.labels.right - 12.0, middle_y, Anchor::End, number),
        ];
        shapes.extend(chart.furniture.flags.then(|| Shape::Flag { rect: flag, name: country.flag.clone() }));
        let label = format!("{full_name}: {}", count(lane.shown, "trip", "trips"));
        Group::of(Target::Lane(lane.country), label, rect, shapes)
    };
    chart.visible_lanes(areas.labels).map(group).collect()
}
