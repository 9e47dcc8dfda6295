//! The names of the lanes, with flags and the numbers of their trips.

use super::chart::{Chart, Frame};
use crate::layout::arrange::lane::Lane;
use crate::layout::arrange::measures::{LANE_COUNT, LANE_NAME};
use crate::layout::scene::{Anchor, Group, Rect, Role, Shape, Stroke, Target};
use crate::text::count;

/// Left end of a lane's name, in pixels.
const NAME_LEFT: f32 = 44.0;
/// Lanes lower than this, in pixels, have no room for a name each.
const NAME_HEIGHT: f32 = 12.0;
/// Pixels before and behind the count at the right of the names.
const COUNT_GAPS: f32 = 22.0;

/// Width of the names with everything around them, in pixels.
pub(crate) fn width(chart: &Chart<'_>) -> f32 {
    (NAME_LEFT + chart.measures.names_width + COUNT_GAPS).clamp(170.0, (chart.viewport.width * 0.3).max(170.0))
}

/// The name of each lane that can be seen, with its flag and the number of its trips.
pub(crate) fn groups(frame: &Frame<'_>) -> Vec<Group> {
    let Frame { chart, areas, .. } = frame;
    // Where lanes are low only some have room for a name; all have it as their title.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast saturates")]
    let each = (NAME_HEIGHT / chart.viewport.row_height.max(0.1)).ceil().max(1.0) as usize;
    let group = |(position, lane, rect): (usize, &Lane, Rect)| {
        let country = chart.chronicle.country(lane.country);
        let full_name = chart.timeline.arrangement.names.name(country);
        let middle_y = rect.top + chart.viewport.row_height / 2.0;
        let mut shapes = Vec::new();
        if each == 1 {
            let flag = Rect::from_size(14.0, middle_y - 7.0, 21.0, 14.0);
            shapes.push(Shape::Flag { rect: flag, name: country.flag.clone() });
            shapes.push(Shape::outlined(flag, 0.0, Stroke::solid(Role::FlagEdge, 1.0)));
        }
        if position.is_multiple_of(each) {
            let number = lane.count_label();
            let number_width = LANE_COUNT.width(&number, chart.text_width);
            let room = areas.labels.right - NAME_LEFT - number_width - COUNT_GAPS;
            let name = LANE_NAME.fit(full_name, room, chart.text_width).unwrap_or_default();
            shapes.push(LANE_NAME.centred(NAME_LEFT, middle_y, Anchor::Start, name));
            shapes.push(LANE_COUNT.centred(areas.labels.right - 12.0, middle_y, Anchor::End, number));
        }
        let label = format!("{full_name}: {}", count(lane.shown, "trip", "trips"));
        Group::of(Target::Lane(lane.country), label, rect, shapes)
    };
    chart.visible_lanes(areas.labels).map(group).collect()
}
