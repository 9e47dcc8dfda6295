//! Lanes too low for their rows: all trips of a lane in one row, merged wherever they begin in one bucket.

use super::lod::{Buckets, NEIGHBOUR_GAP};
use super::merged::{self, BoxBatch};
use crate::layout::arrange::lanes::lane::Lane;
use crate::layout::axis::scale::Scale;
use crate::layout::picture::chart::Frame;
use crate::layout::scene::{Group, HitInfo, Point, Rect, Role, Shape, Target};
use crate::model::{TripIndex, TripSpan};

/// The share of a lane's height that its blocks take.
const BLOCK_SHARE: f32 = 0.8;
/// A part of a pixel too small to matter.
const TINY: f32 = 1e-3;
/// The share of a block's height that says that it holds disputed trips.
pub(crate) const DISPUTED_SHARE: f32 = 0.3;
/// Around a block of a window a click counts within so many pixels.
const NEAR: f32 = 3.0;

/// Trips of a lane that begin in one bucket, in order.
struct LaneBlock<'a> {
    trips: &'a [TripSpan],
    rect: Rect,
}

impl LaneBlock<'_> {
    /// What it stands for, in short, as there are so many.
    fn hit_info(&self, frame: &Frame<'_>) -> Option<HitInfo> {
        let label = merged::describe(frame, self.trips.iter());
        Target::of_trips(self.trips).map(|target| HitInfo { target, label, hit: self.rect })
    }

    fn group(&self, frame: &Frame<'_>) -> Group {
        let mut batch = BoxBatch::default();
        batch.push_mixture(frame, self.trips.iter(), self.rect);
        Group { hit_info: self.hit_info(frame), shapes: batch.shapes() }
    }
}

/// The blocks of every lane, each counting the trips that begin in its bucket; what is selected lies on top.
///
/// Where a trip lasts beyond the bucket, the blocks from there to its end cover its days.
pub(crate) fn groups(frame: &Frame<'_>) -> Vec<Group> {
    let selected = frame.chart.sorted_selection();
    let mut groups = Vec::new();
    let mut plain = BoxBatch::default();
    let mut on_top = Vec::new();
    for (_, lane, rect) in frame.chart.visible_lanes(frame.areas.lanes) {
        let Some(least_width) = frame.chart.single_row_block_width(lane) else { continue };
        let frame = &frame.of_lane(lane);
        let rect = block_area(frame, rect);
        let mut disputed: Vec<Rect> = Vec::new();
        for block in blocks(frame, lane, rect, least_width) {
            if block.trips.iter().any(|trip| (frame.chart.highlights.disputed)(trip.trip)) {
                let mark = Rect { bottom: rect.top + rect.height() * DISPUTED_SHARE, ..block.rect };
                match disputed.last_mut().filter(|last| mark.left - last.right < 2.0 * NEIGHBOUR_GAP) {
                    Some(last) => last.right = mark.right,
                    None => disputed.push(mark),
                }
            }
            if frame.chart.tells_bars_of(lane) {
                groups.push(block.group(frame));
            } else {
                plain.push_mixture(frame, block.trips.iter(), block.rect);
            }
        }
        if !disputed.is_empty() {
            on_top.push(Group::plain(vec![Shape::boxes(disputed, Role::Disputed)]));
        }
        on_top.extend(selected_blocks(frame, lane, rect, &selected, least_width).map(|block| {
            let shape = Shape::boxes(vec![block.rect], Role::Selection);
            Group { hit_info: block.hit_info(frame), shapes: vec![shape] }
        }));
    }
    let plain = plain.shapes();
    if !plain.is_empty() {
        groups.push(Group::plain(plain));
    }
    groups.append(&mut on_top);
    groups
}

/// The block at a point of the lanes; what is selected before what is not.
pub(crate) fn hit(frame: &Frame<'_>, point: Point) -> Option<HitInfo> {
    let (_, lane, rect) =
        frame.chart.visible_lanes(frame.areas.lanes).find(|(.., rect)| rect.top <= point.y && point.y < rect.bottom)?;
    let least_width = frame.chart.single_row_block_width(lane)?;
    let frame = &frame.of_lane(lane);
    let area = block_area(frame, rect);
    let distance = |block: &LaneBlock<'_>| (block.rect.left - point.x).max(point.x - block.rect.right).max(0.0);
    let selected = frame.chart.sorted_selection();
    let on_top = selected_blocks(frame, lane, area, &selected, least_width).find(|block| distance(block) <= 0.0);
    let nearest = || {
        let near = blocks(frame, lane, area, least_width).into_iter().filter(|block| distance(block) <= NEAR);
        near.min_by(|one, other| distance(one).total_cmp(&distance(other)))
    };
    let block = on_top.or_else(nearest)?;
    let hit_info = block.hit_info(frame)?;
    Some(HitInfo { hit: Rect { top: rect.top, bottom: rect.bottom, ..hit_info.hit }, ..hit_info })
}

/// The part of a lane that its blocks take; in a window whole pixels, as half ones would be a blur, and in all lanes as
/// many.
fn block_area(frame: &Frame<'_>, lane: Rect) -> Rect {
    if !frame.chart.furniture.scrolls {
        return Rect { bottom: lane.top + lane.height() * BLOCK_SHARE, ..lane };
    }
    let top = lane.top.round();
    Rect { top, bottom: top + (lane.height() * BLOCK_SHARE + TINY).floor().max(1.0), ..lane }
}

/// The selected trips of a lane, each as a block of its own.
fn selected_blocks<'a>(
    frame: &'a Frame<'_>,
    lane: &'a Lane,
    area: Rect,
    selected: &'a [TripIndex],
    least_width: f32,
) -> impl Iterator<Item = LaneBlock<'a>> {
    let days = frame.scale.days();
    let near = lane.spans_from(days.start() - lane.longest_days, days.end());
    let near = if selected.is_empty() { &[] } else { near };
    let spans = near.iter().filter(|trip| selected.binary_search(&trip.trip).is_ok());
    spans.map(move |trip| {
        let rect = frame.scale.rect(trip.days, area);
        let rect = Rect { right: rect.right.max(rect.left + least_width), ..rect };
        LaneBlock { trips: std::slice::from_ref(trip), rect }
    })
}

/// The trips of a lane parted by the buckets in which they begin.
fn blocks<'a>(frame: &Frame<'_>, lane: &'a Lane, area: Rect, least_width: f32) -> Vec<LaneBlock<'a>> {
    let scale: &Scale<'_> = &frame.scale;
    let buckets = Buckets::new(scale, least_width);
    let mut blocks: Vec<LaneBlock<'_>> = Vec::new();
    // From a bucket's begin on, so that blocks stay whole at the edge: what begins before it ends before the view.
    let days = scale.days();
    let first_day = buckets.first_day(scale.unit_from_day(days.start() - lane.longest_days));
    let mut rest = lane.spans_from(first_day, days.end());
    let mut until = f32::NEG_INFINITY;
    while let Some(first) = rest.first() {
        let (trips, others) = rest.split_at(buckets.first_bucket(rest, |trip| trip.days.start()));
        let next = others.first().map_or(f32::INFINITY, |next| scale.x_from_day(next.days.start()));
        let left = scale.x_from_day(first.days.start());
        let last_day = trips.iter().map(|trip| trip.days.end()).max();
        until = last_day.map_or(until, |day| until.max(scale.x_from_day(day)));
        // What lasts longer touches the next block; what does not is kept from it.
        let right = if next < until { next } else { until.max((left + least_width).min(next - NEIGHBOUR_GAP)) };
        blocks.push(LaneBlock { trips, rect: Rect { left, right: right.max(left), ..area } });
        rest = others;
    }
    blocks
}
