//! Tours too many to be told apart: instead of brackets, blocks that count the tours that begin in each bucket.

use crate::layout::picture::bars::date_bar::LEAST_WIDTH;
use crate::layout::picture::bars::lod::{Buckets, NEIGHBOUR_GAP};
use crate::layout::picture::chart::Frame;
use crate::layout::scene::{Group, HitInfo, Rect, Role, Shape, Target};
use crate::model::{Tour, TourIndex};
use crate::text::count;
use crate::time::{Months, Span};

/// From the top of the strip to a block, and the height of a block, in pixels.
const TOP: f32 = 3.0;
const HEIGHT: f32 = 7.0;

/// Tours that begin in one bucket.
struct TourBlock<'a> {
    tours: &'a [Tour],
    /// Position of the first of them in the timeline.
    first: usize,
    rect: Rect,
}

/// A block for each bucket in which a tour begins; each with a label, or all in one shape.
pub(crate) fn groups(frame: &Frame<'_>) -> Vec<Group> {
    let blocks = blocks(frame, [frame.areas.tours.left, frame.areas.tours.right]);
    let boxes = |rects| vec![Shape::boxes(rects, Role::TourFaded)];
    if frame.chart.furniture.accessible {
        let group = |block| Group { hit_info: hit_info(frame, &block), shapes: boxes(vec![block.rect]) };
        return blocks.map(group).collect();
    }
    vec![Group::plain(boxes(blocks.map(|block| block.rect).collect()))]
}

/// The tours at a place of the strip.
pub(crate) fn hit(frame: &Frame<'_>, x: f32) -> Option<HitInfo> {
    let near = blocks(frame, [x - 2.0 * LEAST_WIDTH, x + 1.0]);
    let hit = near.filter(|block| (block.rect.left..block.rect.right + NEIGHBOUR_GAP).contains(&x)).last()?;
    hit_info(frame, &hit)
}

/// The blocks that begin between two pixels.
fn blocks<'a>(frame: &'a Frame<'_>, [from_x, to_x]: [f32; 2]) -> impl Iterator<Item = TourBlock<'a>> {
    let (all, scale) = (&frame.chart.timeline.tours.all, &frame.scale);
    let buckets = Buckets::new(scale, LEAST_WIDTH);
    let position = |x: f32| {
        let day = buckets.first_day(scale.unit_from_x(x));
        all.partition_point(|tour| tour.days.start() < day)
    };
    let (mut next, end) = (position(from_x), position(to_x));
    let left_end = |tour: &Tour| scale.x_from_day(tour.days.start());
    std::iter::from_fn(move || {
        let (first, rest) = (next, all.get(next..).filter(|_| next < end)?);
        let length = buckets.first_bucket(rest, |tour| tour.days.start());
        next += length;
        let tours = rest.get(..length)?;
        let left = left_end(tours.first()?);
        let limit = all.get(next).map_or(f32::INFINITY, |next| left_end(next) - NEIGHBOUR_GAP);
        let right = (left + LEAST_WIDTH).max(left_end(tours.last()?)).min(limit).max(left + 1.0);
        let top = frame.areas.tours.top + TOP;
        Some(TourBlock { tours, first, rect: Rect { left, right, top, bottom: top + HEIGHT } })
    })
}

/// `212 tours begin 3 May – 18 June 1956`, or the description of the only one.
fn hit_info(frame: &Frame<'_>, block: &TourBlock<'_>) -> Option<HitInfo> {
    let hit = Rect { left: block.rect.left, right: block.rect.right, ..frame.areas.tours };
    let index = TourIndex::new(block.first);
    let (target, label) = match block.tours {
        [only] => (Target::Tour(index), only.describe(frame.chart.chronicle)),
        [one, .., other] => {
            // From the day on which the first begins to that on which the last does.
            let days = Span::from_days(one.days.start(), other.days.start())?;
            let last = TourIndex::new(block.first + block.tours.len() - 1);
            let number = count(block.tours.len(), "tour", "tours");
            (Target::Tours(index, last), format!("{number} begin {}", days.format(Months::Full)))
        }
        [] => return None,
    };
    Some(HitInfo { target, label, hit })
}
