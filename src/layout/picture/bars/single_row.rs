//! Lanes too low for their rows: all trips of a lane in one row, merged wherever they begin in one bucket.

use smallvec::SmallVec;

use super::lod::{Buckets, NEIGHBOUR_GAP};
use super::merged::{self, BoxBatch};
use crate::layout::arrange::lane::{Lane, spans_on};
use crate::layout::axis::scale::Scale;
use crate::layout::picture::chart::Frame;
use crate::layout::scene::{Group, HitInfo, Point, Rect, Role, Shape, Target};
use crate::model::{TripIndex, TripSpan};

/// The share of a lane's height that its blocks take.
const BLOCK_SHARE: f32 = 0.8;
/// The share of a block's height that says that it holds disputed trips.
pub(crate) const DISPUTED_SHARE: f32 = 0.3;
/// Around a block of a window a click counts within so many pixels.
const NEAR: f32 = 3.0;

/// Trips of a lane that begin in one bucket, each row's in order.
struct LaneBlock<'a> {
    rows: SmallVec<[&'a [TripSpan]; 1]>,
    rect: Rect,
}

impl LaneBlock<'_> {
    fn trips(&self) -> impl Iterator<Item = &TripSpan> + Clone {
        self.rows.iter().copied().flatten()
    }

    /// What it stands for: its only trip, or its first and its last.
    fn target(&self) -> Option<Target> {
        let first = self.rows.iter().filter_map(|row| row.first()).min()?;
        let last = self.rows.iter().filter_map(|row| row.last()).max()?;
        let is_one = matches!(self.rows.as_slice(), [[_]]);
        Some(if is_one { Target::Trip(first.trip) } else { Target::Block(first.trip, last.trip) })
    }

    /// What it stands for, in short, as there are so many.
    fn hit_info(&self, frame: &Frame<'_>) -> Option<HitInfo> {
        let label = merged::describe(frame, self.trips());
        self.target().map(|target| HitInfo { target, label, hit: self.rect })
    }

    fn group(&self, frame: &Frame<'_>) -> Group {
        let mut batch = BoxBatch::default();
        batch.push_mixture(frame, self.trips(), self.rect);
        Group { hit_info: self.hit_info(frame), shapes: batch.shapes() }
    }
}

/// The blocks of every lane, each counting the trips that begin in its bucket; what is selected lies on top.
///
/// Where a trip lasts beyond the bucket, the blocks from there to its end cover its days.
pub(crate) fn groups(frame: &Frame<'_>, least_width: f32) -> Vec<Group> {
    let selected = frame.chart.sorted_selection();
    let mut groups = Vec::new();
    let mut plain = BoxBatch::default();
    let mut on_top = Vec::new();
    for (_, lane, rect) in frame.chart.visible_lanes(frame.areas.lanes) {
        let rect = block_area(frame, rect);
        let mut disputed: Vec<Rect> = Vec::new();
        for block in blocks(frame, lane, rect, least_width) {
            if block.trips().any(|trip| (frame.chart.highlights.disputed)(trip.trip)) {
                let mark = Rect { bottom: rect.top + rect.height() * DISPUTED_SHARE, ..block.rect };
                match disputed.last_mut().filter(|last| mark.left - last.right < 2.0 * NEIGHBOUR_GAP) {
                    Some(last) => last.right = mark.right,
                    None => disputed.push(mark),
                }
            }
            if frame.chart.furniture.accessible {
                groups.push(block.group(frame));
            } else {
                plain.push_mixture(frame, block.trips(), block.rect);
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
pub(crate) fn hit(frame: &Frame<'_>, point: Point, least_width: f32) -> Option<HitInfo> {
    let (_, lane, rect) =
        frame.chart.visible_lanes(frame.areas.lanes).find(|(.., rect)| rect.top <= point.y && point.y < rect.bottom)?;
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

/// The part of a lane that its blocks take; in a window whole pixels, as half ones would be a blur.
fn block_area(frame: &Frame<'_>, lane: Rect) -> Rect {
    if !frame.chart.furniture.scrolls {
        return Rect { bottom: lane.top + lane.height() * BLOCK_SHARE, ..lane };
    }
    let top = lane.top.round();
    Rect { top, bottom: (lane.top + lane.height() * BLOCK_SHARE).round().max(top + 1.0), ..lane }
}

/// The selected trips of a lane, each as a block of its own.
fn selected_blocks<'a>(
    frame: &'a Frame<'_>,
    lane: &'a Lane,
    area: Rect,
    selected: &'a [TripIndex],
    least_width: f32,
) -> impl Iterator<Item = LaneBlock<'a>> {
    let rows = lane.rows.iter().filter(|_| !selected.is_empty());
    let spans = rows.flat_map(|row| spans_on(row, frame.scale.days()));
    let spans = spans.filter(|trip| selected.binary_search(&trip.trip).is_ok());
    spans.map(move |trip| {
        let rect = frame.scale.rect(trip.days, area);
        let rect = Rect { right: rect.right.max(rect.left + least_width), ..rect };
        LaneBlock { rows: SmallVec::from_slice(&[std::slice::from_ref(trip)]), rect }
    })
}

/// The trips of a lane parted by the buckets in which they begin.
fn blocks<'a>(frame: &Frame<'_>, lane: &'a Lane, area: Rect, least_width: f32) -> Vec<LaneBlock<'a>> {
    let scale: &Scale<'_> = &frame.scale;
    let buckets = Buckets::new(scale, least_width);
    let mut parts: Vec<(f64, &[TripSpan])> = Vec::new();
    for row in &lane.rows {
        let mut rest = spans_on(row, scale.days());
        while let Some(first) = rest.first() {
            let (part, others) = rest.split_at(buckets.first_bucket(rest, |trip| trip.days.start()));
            parts.push((buckets.start(scale.unit_from_day(first.days.start())), part));
            rest = others;
        }
    }
    // Rows are in order, which the sort makes use of.
    parts.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let mut blocks: Vec<LaneBlock<'_>> = Vec::new();
    let mut until = f32::NEG_INFINITY;
    let begin = |parts: &[(f64, &[TripSpan])]| {
        let firsts = parts.iter().filter_map(|(_, row)| row.first());
        firsts.map(|first| scale.x_from_day(first.days.start())).fold(f32::INFINITY, f32::min)
    };
    let mut chunks = parts.chunk_by(|(one, _), (other, _)| one.total_cmp(other).is_eq()).peekable();
    while let Some(chunk) = chunks.next() {
        let next = chunks.peek().map_or(f32::INFINITY, |next| begin(next));
        let left = begin(chunk);
        let lasts = chunk.iter().filter_map(|(_, row)| row.last());
        until = lasts.map(|trip| scale.x_from_day(trip.days.end())).fold(until, f32::max);
        // What lasts longer touches the next block; what does not is kept from it.
        let right = if next < until { next } else { until.max((left + least_width).min(next - NEIGHBOUR_GAP)) };
        let rows = chunk.iter().map(|(_, row)| *row).collect();
        blocks.push(LaneBlock { rows, rect: Rect { left, right: right.max(left), ..area } });
    }
    blocks
}
