//! What is hit among the bars: found by search, without drawing them.

use super::bars::date_bar::{ARROW_ROOM, LEAST_WIDTH};
use super::bars::lod::RowItems;
use super::bars::placed::{MARGIN, PlacedItem, placed};
use super::bars::single_row;
use super::chart::Frame;
use super::{bars, events, tours};
use crate::layout::scene::{HitInfo, Point, Rect, Target};
use crate::model::{EventKind, TripKind};

/// What begins farther than this right of a point, or ends farther left of it, is not hit there, in pixels.
const NEAR: f32 = LEAST_WIDTH + 2.0 * MARGIN;

impl Frame<'_> {
    /// The trip or the block at a point of the lanes, or what stands for many tours below them.
    ///
    /// The same as the topmost of an accessible scene, found by its lane, its row and its days.
    #[must_use]
    pub fn hit(&self, point: Point) -> Option<HitInfo> {
        if self.areas.tours.contains(point) && tours::are_crowded(self) {
            return tours::blocks::hit(self, point.x);
        }
        let part = self.part_at(point.y);
        let Self { chart, areas, scale } = &part;
        let area = areas.lanes;
        if area.contains(point)
            && let Some(hit) = single_row::hit(&part, point)
        {
            return Some(hit);
        }
        let mut rows = chart.visible_rows(area);
        let (lane, row, rect) = rows.find(|(.., rect)| rect.contains(point) && area.contains(point))?;
        let (frame, scale) = (&part.of_lane(lane), &scale.moved(lane.moved_days.unwrap_or(0)));
        let selected = chart.sorted_selection();
        // From the neighbour before to the one behind, as they share their room with what is hit.
        let from = |x: f32| RowItems::new(row, scale, &selected, [x, f32::INFINITY], ARROW_ROOM);
        let left = point.x - NEAR;
        let first = from(left).next()?.first;
        let before = first.checked_sub(1).and_then(|before| row.get(before));
        let left = before.map_or(left, |before| scale.x_from_day(before.days.start()).min(left));
        let mut is_behind = false;
        let items = from(left).take_while(|item| {
            // What lies on top shares its room with none, so that it is not the neighbour behind.
            let is_in_reach = !is_behind;
            is_behind |= !item.lifted && point.x + NEAR < item.left;
            is_in_reach
        });
        let hits = placed(frame, items, rect).into_iter().filter(|placed| placed.hit.contains(point));
        // What is selected lies on top; the later of two the higher.
        hits.max_by_key(|placed| placed.item.selected).and_then(|placed| bars::hit_info(frame, &placed))
    }

    /// Where the bars of a kind of trip are, of those that can be seen and told apart: none where there are only blocks.
    #[must_use]
    pub fn bars_of(&self, kind: TripKind) -> Vec<Rect> {
        let is_of_kind = |placed: &PlacedItem<'_>| match placed.item.trips {
            [only] => self.chart.chronicle.trip(only.trip).kind == kind,
            _ => false,
        };
        let mut bars = Vec::new();
        for part in self.parts() {
            for (lane, row, rect) in part.chart.visible_rows(part.areas.lanes) {
                let frame = part.of_lane(lane);
                let items = RowItems::new(row, &frame.scale, &[], [frame.scale.left, frame.scale.right()], 0.0);
                let of_kind = placed(&frame, items, rect).into_iter().filter(is_of_kind);
                bars.extend(of_kind.map(|placed| placed.hit.intersection(part.areas.lanes)));
            }
        }
        bars
    }

    /// Where the marks of a kind of event are, of those that can be seen.
    #[must_use]
    pub fn marks_of(&self, kind: EventKind) -> Vec<Rect> {
        let is_of_kind = |hit_info: &HitInfo| match hit_info.target {
            Target::Event(index) => self.chart.chronicle.event(index).kind == kind,
            _ => false,
        };
        let in_part = |part: Self| {
            let marks = events::groups(&part).into_iter().filter_map(|group| group.hit_info);
            let of_kind = marks.filter(is_of_kind);
            of_kind.map(|hit_info| hit_info.hit.intersection(part.areas.lanes)).collect::<Vec<_>>()
        };
        self.parts().into_iter().flat_map(in_part).collect()
    }
}
