//! Lanes too low for their rows: all trips of a lane in one row, merged wherever they begin in one bucket.

use super::lod::{Buckets, NEIGHBOUR_GAP};
use super::merged;
use crate::layout::axis::scale::Scale;
use crate::layout::picture::chart::Frame;
use crate::layout::scene::{Group, HitInfo, Rect, Role, Shape, Target};
use crate::model::TripSpan;

/// The share of a lane's height that its blocks take.
const BLOCK_SHARE: f32 = 0.8;
/// The share of a block's height that says that it holds disputed trips.
pub(crate) const DISPUTED_SHARE: f32 = 0.3;

/// Trips of a lane that begin in one bucket.
struct LaneBlock<'a> {
    trips: &'a [TripSpan],
    rect: Rect,
}

/// The blocks of every lane, each counting the trips that begin in its bucket; what is selected lies on top.
///
/// Where a trip lasts beyond the bucket, the blocks from there to its end cover its days.
pub(crate) fn groups(frame: &Frame<'_>, least_width: f32) -> Vec<Group> {
    let days = frame.scale.days();
    let selected = frame.chart.sorted_selection();
    let mut groups = Vec::new();
    let mut on_top = Vec::new();
    for (_, lane, rect) in frame.chart.visible_lanes(frame.areas.lanes) {
        // Rows are in order, which the sort makes use of.
        let mut spans: Vec<TripSpan> =
            lane.rows.iter().flatten().filter(|trip| trip.days.overlaps(days)).copied().collect();
        spans.sort();
        let height = rect.height() * BLOCK_SHARE;
        let rect = Rect { bottom: rect.top + height, ..rect };
        let mut disputed: Vec<Rect> = Vec::new();
        for block in blocks(&frame.scale, &spans, rect, least_width) {
            if block.trips.iter().any(|trip| (frame.chart.highlights.disputed)(trip.trip)) {
                let mark = Rect { bottom: rect.top + height * DISPUTED_SHARE, ..block.rect };
                match disputed.last_mut().filter(|last| mark.left - last.right < 2.0 * NEIGHBOUR_GAP) {
                    Some(last) => last.right = mark.right,
                    None => disputed.push(mark),
                }
            }
            groups.push(group(frame, &block, Role::Block));
        }
        if !disputed.is_empty() {
            on_top.push(Group::plain(vec![Shape::boxes(disputed, Role::Disputed)]));
        }
        for trip in spans.iter().filter(|trip| selected.binary_search(&trip.trip).is_ok()) {
            let rect = frame.scale.rect(trip.days, rect);
            let rect = Rect { right: rect.right.max(rect.left + least_width), ..rect };
            on_top.push(group(frame, &LaneBlock { trips: std::slice::from_ref(trip), rect }, Role::Selection));
        }
    }
    groups.append(&mut on_top);
    groups
}

/// The trips of a lane, in order, parted by the buckets in which they begin.
fn blocks<'a>(scale: &Scale<'_>, spans: &'a [TripSpan], lane: Rect, least_width: f32) -> Vec<LaneBlock<'a>> {
    let buckets = Buckets::new(scale, least_width);
    let mut blocks: Vec<LaneBlock<'_>> = Vec::new();
    let mut rest = spans;
    let mut until = f32::NEG_INFINITY;
    while let Some(first) = rest.first() {
        let (trips, others) = rest.split_at(buckets.first_bucket(rest, |trip| trip.days.start()));
        let next = others.first().map_or(f32::INFINITY, |next| scale.x_from_day(next.days.start()));
        let left = scale.x_from_day(first.days.start());
        until = trips.iter().map(|trip| scale.x_from_day(trip.days.end())).fold(until, f32::max);
        // What lasts longer touches the next block; what does not is kept from it.
        let right = if next < until { next } else { until.max((left + least_width).min(next - NEIGHBOUR_GAP)) };
        blocks.push(LaneBlock { trips, rect: Rect { left, right: right.max(left), ..lane } });
        rest = others;
    }
    blocks
}

/// A block and what it stands for; a single trip is named in short, as there are so many.
fn group(frame: &Frame<'_>, LaneBlock { trips, rect }: &LaneBlock<'_>, fill: Role) -> Group {
    let label = merged::describe(frame, trips);
    let hit_info = Target::of_trips(trips).map(|target| HitInfo { target, label, hit: *rect });
    Group { hit_info, shapes: vec![Shape::boxes(vec![*rect], fill)] }
}
