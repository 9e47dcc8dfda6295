//! Lanes too low for their rows: all trips of a lane in one row, merged wherever they begin in one bucket.

use super::{
    lod::{Buckets, NEIGHBOUR_GAP},
    merged,
};
use crate::{
    layout::{
        axis::scale::Scale,
        picture::chart::Frame,
        scene::{Group, HitInfo, Rect, Role, Shape, Target},
    },
    model::TripSpan,
    time::Span,
};

/// The share of a lane's height that its blocks take.
const BLOCK_SHARE: f32 = 0.8;
/// The share of a block's height that says that it holds disputed trips.
pub(crate) const DISPUTED_SHARE: f32 = 0.3;

/// Trips of a lane that begin in one bucket.
struct Block<'a> {
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
    for (position, lane) in frame.chart.visible_lanes(frame.areas.lanes) {
        let rows = frame.chart.timeline.lanes.get(position).map(|lane| lane.rows.as_slice()).unwrap_or_default();
        let seen = |stretch: &&TripSpan| stretch.days.overlaps(days);
        let mut stretches: Vec<TripSpan> = rows.iter().flatten().filter(seen).copied().collect();
        // Rows are in order, which this makes use of.
        stretches.sort();
        let height = lane.height() * BLOCK_SHARE;
        let rect = Rect { bottom: lane.top + height, ..lane };
        let mut disputed: Vec<Rect> = Vec::new();
        for block in blocks(&frame.scale, &stretches, rect, least_width) {
            let Some(hit_info) = hit_info(frame, &block) else { continue };
            if block.trips.iter().any(|stretch| (frame.chart.highlights.disputed)(stretch.trip)) {
                let mark = Rect { bottom: rect.top + height * DISPUTED_SHARE, ..block.rect };
                match disputed.last_mut().filter(|last| mark.left - last.right < 2.0 * NEIGHBOUR_GAP) {
                    Some(last) => last.right = mark.right,
                    None => disputed.push(mark),
                }
            }
            groups.push(Group { hit_info: Some(hit_info), shapes: boxes(vec![block.rect], Role::Block) });
        }
        if !disputed.is_empty() {
            on_top.push(Group { hit_info: None, shapes: boxes(disputed, Role::Disputed) });
        }
        let is_selected = |stretch: &&TripSpan| selected.binary_search(&stretch.trip).is_ok();
        for stretch in stretches.iter().filter(is_selected) {
            let (left, right) = edges(&frame.scale, stretch.days);
            let block = Block {
                trips: std::slice::from_ref(stretch),
                rect: Rect { left, right: right.max(left + least_width), ..rect },
            };
            on_top.push(Group { hit_info: hit_info(frame, &block), shapes: boxes(vec![block.rect], Role::Selection) });
        }
    }
    groups.append(&mut on_top);
    groups
}

/// The trips of a lane, in order, parted by the buckets in which they begin.
fn blocks<'a>(scale: &Scale<'_>, stretches: &'a [TripSpan], lane: Rect, least_width: f32) -> Vec<Block<'a>> {
    let buckets = Buckets::of_width(f64::from(least_width), scale.pixels_per_unit());
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut rest = stretches;
    let mut until = f32::NEG_INFINITY;
    while let Some(first) = rest.first() {
        let next_day = buckets.next_day(scale, first.days.start());
        let (trips, others) = rest.split_at(rest.partition_point(|stretch| stretch.days.start() < next_day).max(1));
        let next = others.first().map_or(f32::INFINITY, |next| scale.x_from_day(next.days.start()));
        let left = scale.x_from_day(first.days.start());
        until = trips.iter().map(|stretch| edges(scale, stretch.days).1).fold(until, f32::max);
        // What lasts longer touches the next block; what does not is kept from it.
        let right = if next < until { next } else { until.max((left + least_width).min(next - NEIGHBOUR_GAP)) };
        blocks.push(Block { trips, rect: Rect { left, right: right.max(left), ..lane } });
        rest = others;
    }
    blocks
}

fn edges(scale: &Scale<'_>, days: Span) -> (f32, f32) {
    (scale.x_from_day(days.start()), scale.x_from_day(days.end()))
}

/// What a block stands for; a single trip is told in short, as there are so many.
fn hit_info(frame: &Frame<'_>, block: &Block<'_>) -> Option<HitInfo> {
    let (first, last) = (block.trips.first()?, block.trips.last()?);
    let target = if first == last { Target::Trip(first.trip) } else { Target::Block(first.trip, last.trip) };
    Some(HitInfo { target, label: merged::describe(frame, block.trips), hit: block.rect })
}

fn boxes(rects: Vec<Rect>, fill: Role) -> Vec<Shape> {
    vec![Shape::Boxes { rects, fill, opacity: 1.0 }]
}
