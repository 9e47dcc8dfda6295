//! Tours too many to be told apart: instead of brackets, blocks that count the tours that begin in each bucket.

use std::ops::Range;

use crate::{
    layout::{
        picture::{
            bars::{
                date_bar::LEAST_WIDTH,
                lod::{Buckets, NEIGHBOUR_GAP, exponential_search},
            },
            chart::Frame,
        },
        scene::{Group, HitInfo, Rect, Role, Shape, Target},
    },
    model::TourIndex,
    text::count,
    time::{Months, Span},
};

/// From the top of the strip to a block, and the height of a block, in pixels.
const TOP: f32 = 3.0;
const HEIGHT: f32 = 7.0;

/// Tours that begin in one bucket.
struct Block {
    first: usize,
    last: usize,
    rect: Rect,
}

/// A block for each bucket in which a tour begins; with names, or all in one shape.
pub(crate) fn groups(frame: &Frame<'_>) -> Vec<Group> {
    let area = frame.areas.tours;
    let blocks = blocks(frame, [area.left, area.right]);
    if frame.chart.furniture.accessible {
        let group = |block: Block| Group {
            shapes: vec![Shape::Boxes { rects: vec![block.rect], fill: Role::TourFaded, opacity: 1.0 }],
            hit_info: hit_info(frame, &block),
        };
        return blocks.map(group).collect();
    }
    let rects = blocks.map(|block| block.rect).collect();
    vec![Group { hit_info: None, shapes: vec![Shape::Boxes { rects, fill: Role::TourFaded, opacity: 1.0 }] }]
}

/// The tours at a place of the strip.
pub(crate) fn hit(frame: &Frame<'_>, x: f32) -> Option<HitInfo> {
    let near = blocks(frame, [x - 2.0 * LEAST_WIDTH, x + 1.0]);
    let hit = near.filter(|block| (block.rect.left..block.rect.right + NEIGHBOUR_GAP).contains(&x)).last()?;
    hit_info(frame, &hit)
}

/// The blocks that begin between two pixels.
fn blocks<'a>(frame: &'a Frame<'_>, [from_x, to_x]: [f32; 2]) -> impl Iterator<Item = Block> + 'a {
    let (tours, top) = (&frame.chart.timeline.tours.all, frame.areas.tours.top + TOP);
    let buckets = Buckets::new(frame.scale.pixels_per_unit());
    let position = |unit: f64| {
        let day = buckets.first_day(&frame.scale, unit);
        tours.partition_point(|tour| tour.days.start() < day)
    };
    let Range { mut start, end } = position(frame.scale.unit_from_x(from_x))..position(frame.scale.unit_from_x(to_x));
    std::iter::from_fn(move || {
        let first = tours.get(start).filter(|_| start < end)?;
        let next_day = buckets.next_day(&frame.scale, first.days.start());
        let trips = exponential_search(tours.get(start..)?, |tour| tour.days.start() < next_day).max(1);
        let (first_at, last_at) = (start, start + trips - 1);
        start += trips;
        let x = |at: usize| tours.get(at).map(|tour| frame.scale.x_from_day(tour.days.start()));
        let left = x(first_at)?;
        let limit = x(start).map_or(f32::INFINITY, |next| next - NEIGHBOUR_GAP);
        let right = (left + LEAST_WIDTH).max(x(last_at)?).min(limit).max(left + 1.0);
        let rect = Rect { left, right, top, bottom: top + HEIGHT };
        Some(Block { first: first_at, last: last_at, rect })
    })
}

/// `212 tours begin 3 May – 18 June 1956`, or the words of the only one.
fn hit_info(frame: &Frame<'_>, block: &Block) -> Option<HitInfo> {
    let tours = frame.chart.timeline.tours.all.get(block.first..=block.last)?;
    let hit = Rect { left: block.rect.left, right: block.rect.right, ..frame.areas.tours };
    let (first, last) = (TourIndex::new(block.first), TourIndex::new(block.last));
    let (target, label) = match tours {
        [only] => (Target::Tour(first), only.describe(frame.chart.chronicle)),
        [one, .., other] => {
            // From the day on which the first begins to that on which the last does.
            let days = Span::from_days(one.days.start(), other.days.start())?;
            let number = count(tours.len(), "tour", "tours");
            (Target::Tours(first, last), format!("{number} begin {}", days.format(Months::Full)))
        }
        [] => return None,
    };
    Some(HitInfo { target, label, hit })
}
