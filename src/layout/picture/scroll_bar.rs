//! Beside the lanes where they scroll: which of them have trips in the time that is seen.

use std::collections::BTreeSet;

use super::chart::Frame;
use crate::layout::arrange::lanes::lane::Lane;
use crate::layout::scene::{Rect, Role, Shape};
use crate::model::{LaneKey, TripSpan};

/// The least height of a mark, in pixels.
const LEAST_MARK: f32 = 1.0;
/// Pixels kept free at the left of the marks, so that none is taken for a block.
const MARK_GAP: f32 = 2.0;

/// Whether something holds of a lane.
type Holds<'a> = &'a dyn Fn(&Lane) -> bool;

impl Frame<'_> {
    /// Pixels of the scroll bar for each pixel of the lanes.
    #[must_use]
    pub fn scroll_share(&self) -> f32 {
        self.areas.lanes.height() / self.chart.lanes_height().max(1.0)
    }

    /// A mark for each lane with trips in view, at its height in the scroll bar; those of found and of selected trips
    /// stand out. Nothing where all lanes are seen.
    #[must_use]
    pub fn scroll_marks(&self) -> Vec<Shape> {
        let bar = self.areas.scroll_bar;
        if bar.width() <= 0.0 {
            return Vec::new();
        }
        let share = self.scroll_share();
        let highlights = self.chart.highlights;
        let is_found = |span: &TripSpan| highlights.is_found(span.trip);
        let days = self.scale.days();
        let timeline = self.chart.timeline;
        let in_view =
            highlights.trips.iter().filter(|&&trip| timeline.on_axis(self.chart.chronicle, trip).overlaps(days));
        let selected: BTreeSet<LaneKey> = in_view.map(|&trip| timeline.lane_key(self.chart.chronicle, trip)).collect();
        let is_selected = |lane: &Lane| selected.contains(&lane.key);
        let has_found = |lane: &Lane| highlights.found.is_some() && self.has_in_view(lane, is_found);
        let has_any = |lane: &Lane| self.has_in_view(lane, |_| true);
        let looks: [(Role, Holds<'_>); 3] =
            [(Role::Selection, &is_selected), (Role::Found, &has_found), (Role::GridStrong, &has_any)];
        let mut marks = looks.map(|(role, holds)| (role, holds, Vec::<Rect>::new()));
        for (_, lane, rect) in self.chart.lanes(Rect { top: self.chart.viewport.scroll, ..bar }) {
            let [top, bottom] = [rect.top, rect.bottom].map(|y| bar.top + y * share);
            for (_, holds, rects) in &mut marks {
                // Of thousands of lanes most lie below the mark of another.
                if rects.last().is_some_and(|last| bottom <= last.bottom) {
                    break;
                }
                if holds(lane) {
                    rects.push(Rect { left: bar.left + MARK_GAP, top, bottom: bottom.max(top + LEAST_MARK), ..bar });
                    break;
                }
            }
        }
        let marks = marks.into_iter().rev().filter(|(.., rects)| !rects.is_empty());
        marks.map(|(role, _, rects)| Shape::boxes(rects, role)).collect()
    }

    /// Whether some trip of a lane is in view for which something holds.
    fn has_in_view(&self, lane: &Lane, holds: impl Fn(&TripSpan) -> bool) -> bool {
        let days = lane.own_days(self.scale.days());
        // The last ones begin in view, so that one of them is found at once.
        let mut near = lane.spans_from(days.start() - lane.longest_days, days.end()).iter().rev();
        near.any(|span| span.days.overlaps(days) && holds(span))
    }
}
