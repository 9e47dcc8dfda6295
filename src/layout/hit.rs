//! What is hit among the bars: found by search, without drawing them.

use super::{
    bars,
    chart::{Chart, Scale},
    dates::{ARROW_ROOM, LEAST_WIDTH},
    runs::{Run, Runs},
    scene::{About, Point, Rect},
    tour_blocks, tours,
};
use crate::model::TripSpan;

/// A click within this many pixels counts as on the bar.
const MARGIN: f32 = 3.0;
/// What begins farther than this right of a point, or ends farther left of it, is not hit there, in pixels.
const NEAR: f32 = LEAST_WIDTH + 2.0 * MARGIN;

/// A run with the place where it can be hit.
pub(super) struct Placed {
    pub(super) run: Run,
    pub(super) hit: Rect,
}

impl Chart<'_> {
    /// The trip or the block at a point of the lanes, or what stands for many tours below them.
    ///
    /// The same as the topmost of a scene whose bars are named, found by its lane, its row and its days.
    #[must_use]
    pub fn hit(&self, point: Point) -> Option<About> {
        let areas = self.areas();
        let area = areas.lanes;
        let scale = self.scale();
        if areas.tours.contains(point) && tours::are_crowded(self, &scale, areas.tours) {
            return tour_blocks::hit(self, &scale, areas.tours, point.x);
        }
        let (row, rect) = self.visible_rows(area).find(|(_, rect)| rect.contains(point) && area.contains(point))?;
        let selected = self.sorted_selection();
        // From the neighbour before to the one behind, as they share their room with what is hit.
        let from = |x: f32| Runs::new(row, &scale, &selected, (x, f32::INFINITY), ARROW_ROOM);
        let left = point.x - NEAR;
        let first = from(left).next()?.first;
        let before = first.checked_sub(1).and_then(|before| row.get(before));
        let left = before.map_or(left, |before| scale.x_from_day(before.days.start()).min(left));
        let mut is_behind = false;
        let runs = from(left).take_while(|run| !std::mem::replace(&mut is_behind, point.x + NEAR < run.left));
        let hits = placed(self, &scale, row, runs, rect).into_iter().filter(|placed| placed.hit.contains(point));
        // What is selected lies on top; the later of two the higher.
        hits.max_by_key(|placed| placed.run.selected).and_then(|placed| bars::about(self, row, &placed))
    }
}

/// Where each run of a row can be hit: neighbours share the room between them, so that what is hit is the nearer one.
pub(super) fn placed(
    chart: &Chart<'_>,
    scale: &Scale<'_>,
    row: &[TripSpan],
    runs: impl Iterator<Item = Run>,
    rect: Rect,
) -> Vec<Placed> {
    let mut all: Vec<Placed> = Vec::new();
    let mut previous: Option<usize> = None;
    for run in runs {
        let extent = extent(chart, scale, row, &run);
        let mut hit = Rect { top: rect.top, bottom: rect.bottom, ..extent.expand(MARGIN) };
        // What lies on top of the others shares with none of them.
        if !run.lifted {
            let before = previous.and_then(|at| all.get_mut(at)).filter(|before| hit.left < before.hit.right);
            if let Some(before) = before {
                let border = f32::midpoint(before.hit.right, hit.left);
                before.hit.right = border.max(before.hit.left);
                hit.left = border.min(hit.right);
            }
            previous = Some(all.len());
        }
        all.push(Placed { run, hit });
    }
    all
}

/// Left and right end of what is drawn of a run.
pub(super) fn extent(chart: &Chart<'_>, scale: &Scale<'_>, row: &[TripSpan], run: &Run) -> Rect {
    match run.of(row) {
        [single] => bars::extent(chart, scale, single.trip, run.limit),
        _ => Rect { left: run.left, right: run.right, ..Rect::default() },
    }
}
