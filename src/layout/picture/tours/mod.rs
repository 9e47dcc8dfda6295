//! Tours: a thread from bar to bar, the numbers of their legs, and a bracket with their words below the lanes.

pub(super) mod blocks;

use std::collections::{BTreeMap, BTreeSet};

use super::{
    bars::{date_bar::LEAST_WIDTH, lod::NEIGHBOUR_GAP, placed::trip_extent},
    chart::{Chart, Frame},
};
use crate::{
    layout::{
        axis::scale::Scale,
        scene::{Anchor, Group, HitInfo, Point, Rect, Role, Shape, Stroke, Target},
        text::Style,
    },
    model::{CountryIndex, Tour, TourIndex, TripIndex, TripSpan},
    text::{self, count},
    time::{Span, format_year},
};

/// Height of the strip with the brackets, in pixels.
const STRIP_HEIGHT: f32 = 24.0;
/// From the top of the strip to a bracket's line.
const BRACKET_TOP: f32 = 7.0;
/// Height of the ticks at a bracket's ends.
const TICK: f32 = 4.0;
/// A bracket can be hit on at least this width.
const LEAST_HIT: f32 = 8.0;
/// Pixels between a bracket's words and the next bracket.
const LABEL_GAP: f32 = 12.0;
/// The same where only the year is written.
const LEAST_LABEL_GAP: f32 = 4.0;
/// With more tours than this in view all are faded, so that the bars can still be read.
const MOST_AT_FULL_EMPHASIS: usize = 8;
/// With more tours than this in view none has a bracket, and none a thread that is not selected.
const MOST_IN_VIEW: usize = 150;
/// Straight pieces of a thread.
const PIECES: u8 = 20;
/// From the middle of a row to where threads hold on to its bars, as a share of its height.
const CORNER_SHARE: f32 = 0.22;
/// How far a thread swings out beside a bar before it turns …
const SWING: f32 = 10.0;
/// … and where a day is so narrow that the bars of a tour stand close.
const NARROW_SWING: f32 = 5.0;
/// A leg that begins this far left of the last one's end, or farther, makes the swing no wider.
const MOST_BACK: f32 = 100.0;
/// Pixels along the axis that a tour needs for each of its legs to be numbered.
const ROOM_PER_NUMBER: f32 = 20.0;
/// Lower rows have no room for numbers.
const LEAST_ROW_HEIGHT: f32 = 16.0;
/// Pixels between a number and the bar it stands before.
const NUMBER_GAP: f32 = 5.0;

/// How strongly a tour is drawn; the stronger, the later.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Emphasis {
    Faded,
    Full,
    Selected,
}

impl Emphasis {
    const fn stroke(self) -> Stroke {
        match self {
            Self::Faded => Stroke::solid(Role::TourFaded, 1.0),
            Self::Full => Stroke::solid(Role::Tour, 1.5),
            Self::Selected => Stroke::solid(Role::Tour, 2.0),
        }
    }

    const fn style(self, size: f32) -> Style {
        match self {
            Self::Faded => Style::regular(size, Role::TextMuted),
            Self::Full | Self::Selected => Style::semi_bold(size, Role::Tour),
        }
    }
}

/// Where a leg's bar is drawn.
#[derive(Clone, Copy)]
struct Leg {
    /// Its place in the tour, from 1.
    number: usize,
    left: f32,
    right: f32,
    middle_y: f32,
    /// Right end of the bar before it in its row, if there is one.
    previous_right: f32,
}

/// A tour with something in view, and the bars of its legs.
pub(crate) struct Drawn<'a> {
    tour: &'a Tour,
    emphasis: Emphasis,
    legs: Vec<Leg>,
}

/// The threads of all tours in view, the selected ones last.
pub(crate) fn threads(frame: &Frame<'_>, tours: &[Drawn<'_>]) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let swing = swing(&frame.scale);
    let area = frame.areas.lanes;
    for Drawn { emphasis, legs, .. } in tours {
        for pair in legs.windows(2) {
            let [before, after] = pair else { continue };
            // A leg between them is hidden.
            if before.number + 1 != after.number {
                continue;
            }
            // Near the corners, so that a name beside a bar and a number before it stay free.
            let toward = (after.middle_y - before.middle_y).signum() * frame.chart.viewport.row_height * CORNER_SHARE;
            let from = Point { x: before.right, y: before.middle_y + toward };
            let to = Point { x: after.left, y: after.middle_y - toward };
            let reach = reach(from, to, swing);
            let left = from.x.min(to.x) - reach;
            let right = from.x.max(to.x) + reach;
            let aside = right < area.left || area.right < left;
            let above_or_below = from.y.max(to.y) < area.top || area.bottom < from.y.min(to.y);
            if !aside && !above_or_below {
                shapes.push(thread(from, to, reach, emphasis.stroke()));
            }
        }
    }
    shapes
}

/// A line that leaves one place to the right and comes to another from the left; its handles reach this far.
pub(crate) fn thread(from: Point, to: Point, reach: f32, stroke: Stroke) -> Shape {
    let point = |piece: u8| {
        // Shorter pieces where the line turns.
        let share = f32::from(piece) / f32::from(PIECES);
        let t = share * share * (3.0 - 2.0 * share);
        let s = 1.0 - t;
        // A cubic Bézier curve with level ends.
        let [first, second, third, last] = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
        Point {
            x: first * from.x + second * (from.x + reach) + third * (to.x - reach) + last * to.x,
            y: (first + second) * from.y + (third + last) * to.y,
        }
    };
    Shape::Polyline { points: (0..=PIECES).map(point).collect(), stroke }
}

/// How far the handles of a thread's ends reach: the farther it runs back, the wider it swings around the bars' corners.
fn reach(from: Point, to: Point, swing: f32) -> f32 {
    let ahead = to.x - from.x;
    if ahead < 0.0 { swing + 0.5 * (-ahead).min(MOST_BACK) } else { swing.max(ahead / 2.0) }
}

#[expect(clippy::cast_possible_truncation, reason = "a few pixels")]
fn swing(scale: &Scale<'_>) -> f32 {
    scale.pixels_per_unit().clamp(f64::from(NARROW_SWING), f64::from(SWING)) as f32
}

/// The numbers of legs, from 1, where there is room for all of a tour and nothing else in the row is in their way.
pub(crate) fn numbers(frame: &Frame<'_>, tours: &[Drawn<'_>], bars: &[Group]) -> Vec<Shape> {
    let area = frame.areas.lanes;
    if frame.chart.viewport.row_height < LEAST_ROW_HEIGHT {
        return Vec::new();
    }
    let taken: Vec<Rect> =
        bars.iter().flat_map(|group| &group.shapes).filter_map(|shape| text_rect(frame, shape)).collect();
    let mut shapes = Vec::new();
    for Drawn { tour, emphasis, legs } in tours {
        #[expect(clippy::cast_precision_loss, reason = "a tour has a handful of legs")]
        let room = ROOM_PER_NUMBER * legs.len() as f32;
        if extent(&frame.scale, tour.days).width() < room {
            continue;
        }
        for leg in legs {
            let text = leg.number.to_string();
            let style = emphasis.style(10.5);
            let right = leg.left - NUMBER_GAP;
            let height = style.size;
            let rect = Rect {
                left: right - style.width(&text, frame.chart.text_width),
                top: leg.middle_y - height / 2.0,
                right,
                bottom: leg.middle_y + height / 2.0,
            };
            let free =
                leg.previous_right + NUMBER_GAP <= rect.left && area.left <= rect.left && rect.right < area.right;
            if free && !taken.iter().any(|text| overlap(*text, rect)) {
                shapes.push(style.at(Point { x: right, y: style.baseline(leg.middle_y) }, Anchor::End, text));
            }
        }
    }
    shapes
}

/// Where a text stands.
fn text_rect(frame: &Frame<'_>, shape: &Shape) -> Option<Rect> {
    let Shape::Text { at, anchor, text, size, weight, .. } = shape else { return None };
    let width = (frame.chart.text_width)(text, *size, *weight);
    let left = match anchor {
        Anchor::Start => at.x,
        Anchor::Middle => at.x - width / 2.0,
        Anchor::End => at.x - width,
    };
    Some(Rect { left, top: at.y - size, right: left + width, bottom: at.y + size * 0.3 })
}

fn overlap(one: Rect, other: Rect) -> bool {
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}

/// Height of the strip with the brackets: none where tours are not drawn or there are none at all.
pub(crate) fn strip_height(chart: &Chart<'_>) -> f32 {
    let timeline = chart.timeline;
    if timeline.arrangement.tours && !timeline.tours.all.is_empty() { STRIP_HEIGHT } else { 0.0 }
}

/// A bracket for each tour in view, with as many words as there is room for.
pub(crate) fn brackets(frame: &Frame<'_>) -> Vec<Group> {
    let area = frame.areas.tours;
    if area.height() <= 0.0 {
        return Vec::new();
    }
    let heading = Style::regular(11.5, Role::TextMuted);
    let at = Point { x: 14.0, y: heading.baseline(area.middle_y()) };
    let mut groups = vec![Group::plain(vec![heading.at(at, Anchor::Start, "Tours")])];
    let Some(emphasized) = in_view(frame) else {
        groups.extend(blocks::groups(frame));
        return groups;
    };
    for (position, &shown) in emphasized.iter().enumerate() {
        let next = emphasized.get(position + 1).map(|(_, next, _)| frame.scale.x_from_day(next.days.start()));
        let limit = next.map_or(area.right, |x| x - LABEL_GAP).min(area.right);
        groups.push(bracket(frame, shown, limit));
    }
    groups
}

/// A line over the tour's days, with ticks where it begins and ends, and words that stay in view.
fn bracket(frame: &Frame<'_>, (index, tour, emphasis): Emphasized<'_>, limit: f32) -> Group {
    let area = frame.areas.tours;
    let days = extent(&frame.scale, tour.days);
    let (left, right) = (days.left.max(area.left), days.right.min(area.right));
    let y = area.top + BRACKET_TOP;
    let tick = |x: f32| Point { x, y: y - TICK };
    let mut points = vec![Point { x: left, y }, Point { x: right, y }];
    // What begins or ends outside the picture has no tick at the picture's edge.
    if area.left <= days.left {
        points.insert(0, tick(left));
    }
    if days.right <= area.right {
        points.push(tick(right));
    }
    let mut shapes = vec![Shape::Polyline { points, stroke: emphasis.stroke() }];
    let style = emphasis.style(11.0);
    let texts: [&dyn Fn() -> String; 3] = [
        &|| tour.describe(frame.chart.chronicle),
        &|| {
            format!(
                "{} · {} · {}",
                tour.name(frame.chart.chronicle),
                count(tour.leg_count(), "leg", "legs"),
                text::days(tour.days.days())
            )
        },
        &|| tour.name(frame.chart.chronicle),
    ];
    let fits = |text: &String, limit: f32| left + style.width(text, frame.chart.text_width) <= limit;
    // The year alone may come closer: some name is better than none.
    let year = Some(format_year(tour.days.start().year()))
        .filter(|year| fits(year, (limit + LABEL_GAP - LEAST_LABEL_GAP).min(area.right)));
    // The shortest name is wider than its year.
    let has_room = year.is_some();
    let fitting = texts.into_iter().filter(|_| has_room).map(|text| text()).find(|text| fits(text, limit)).or(year);
    let mut hit = Rect { left, top: area.top, right: right.max(left + LEAST_HIT), bottom: area.bottom };
    if let Some(text) = fitting {
        hit.right = hit.right.max(left + style.width(&text, frame.chart.text_width));
        shapes.push(style.at(Point { x: left, y: style.baseline(area.top + 16.5) }, Anchor::Start, text));
    }
    let label = if frame.chart.furniture.accessible { tour.describe(frame.chart.chronicle) } else { String::new() };
    Group { hit_info: Some(HitInfo { target: Target::Tour(index), label, hit }), shapes }
}

/// Left and right edge of a tour's days.
fn extent(scale: &Scale<'_>, days: Span) -> Rect {
    Rect { left: scale.x_from_day(days.start()), right: scale.x_from_day(days.end()), ..Rect::default() }
}

/// A tour and how strongly it is drawn.
type Emphasized<'a> = (TourIndex, &'a Tour, Emphasis);

/// Whether there are more tours in view than can be told apart.
pub(crate) fn are_crowded(frame: &Frame<'_>) -> bool {
    in_view(frame).is_none()
}

/// The tours in view in the order of time; `None` where there are more than can be told apart.
fn in_view<'a>(frame: &Frame<'a>) -> Option<Vec<Emphasized<'a>>> {
    let area = frame.areas.tours;
    let seen = |tour: &Tour| {
        let rect = extent(&frame.scale, tour.days);
        area.left < rect.right && rect.left < area.right
    };
    let all = tours_near(frame, area, 0.0).filter(|(_, tour)| seen(tour)).take(MOST_IN_VIEW + 1);
    let all: Vec<_> = all.collect();
    (all.len() <= MOST_IN_VIEW).then(|| emphasized(&all, &selected(frame)))
}

/// The tours of which something can be within some pixels of an area, in the order of time, and some others.
fn tours_near<'a>(frame: &Frame<'a>, area: Rect, margin: f32) -> impl Iterator<Item = (TourIndex, &'a Tour)> {
    let [first, last] = [area.left - margin, area.right + margin].map(|x| frame.scale.day_from_x(x));
    let all = &frame.chart.timeline.tours.all;
    let near = Span::from_days(first, last).map_or(0..0, |days| frame.chart.measures.tours_near(all, days));
    let from = near.start;
    all.get(near).unwrap_or_default().iter().zip(from..).map(|(tour, at)| (TourIndex::new(at), tour))
}

/// The tours of the trips that are selected.
fn selected(frame: &Frame<'_>) -> BTreeSet<TourIndex> {
    frame
        .chart
        .highlights
        .trips
        .iter()
        .filter_map(|&trip| frame.chart.timeline.tours.of(trip))
        .map(|(index, _)| index)
        .collect()
}

/// How strongly each of the tours in view is drawn.
fn emphasized<'a>(seen: &[(TourIndex, &'a Tour)], selected: &BTreeSet<TourIndex>) -> Vec<Emphasized<'a>> {
    let others =
        if selected.is_empty() && seen.len() <= MOST_AT_FULL_EMPHASIS { Emphasis::Full } else { Emphasis::Faded };
    let emphasis = |index| if selected.contains(&index) { Emphasis::Selected } else { others };
    seen.iter().map(|&(index, tour)| (index, tour, emphasis(index))).collect()
}

/// The tours with something in view, in the order they are drawn, each with the bars of its legs. Where there are more
/// than can be told apart, only those that are selected.
pub(crate) fn drawn<'a>(frame: &Frame<'a>) -> Vec<Drawn<'a>> {
    let area = frame.areas.lanes;
    if !frame.chart.timeline.arrangement.tours {
        return Vec::new();
    }
    let margin = LEAST_WIDTH + SWING;
    let in_view = |tour: &Tour| {
        let days =
            frame.chart.timeline.tours.legs(tour).iter().map(|&index| frame.chart.drawn(index)).reduce(Span::hull);
        days.is_some_and(|days| {
            let rect = extent(&frame.scale, days).expand(margin);
            area.left < rect.right && rect.left < area.right
        })
    };
    let selected = selected(frame);
    let near = tours_near(frame, area, margin).filter(|(_, tour)| in_view(tour));
    let mut seen: Vec<_> = near.take(MOST_IN_VIEW + 1).collect();
    if MOST_IN_VIEW < seen.len() {
        let tours = selected.iter().map(|&index| (index, frame.chart.timeline.tours.tour(index)));
        seen = tours.filter(|(_, tour)| in_view(tour)).take(MOST_IN_VIEW).collect();
    }
    let mut emphasized = emphasized(&seen, &selected);
    emphasized.sort_by_key(|(_, _, emphasis)| *emphasis);
    let lanes: BTreeMap<CountryIndex, (usize, Rect)> =
        frame.chart.lanes(area).map(|lane| (frame.chart.timeline.lanes[lane.0].country, lane)).collect();
    let legs = |tour: &Tour| {
        let numbered = frame.chart.timeline.tours.legs(tour).iter().zip(1..);
        numbered.filter_map(|(&index, number)| leg(frame, &lanes, index, number)).collect()
    };
    emphasized.into_iter().map(|(_, tour, emphasis)| Drawn { tour, emphasis, legs: legs(tour) }).collect()
}

/// Where a trip's bar is drawn, in view or not.
fn leg(
    frame: &Frame<'_>,
    lanes: &BTreeMap<CountryIndex, (usize, Rect)>,
    index: TripIndex,
    number: usize,
) -> Option<Leg> {
    let &(lane, rect) = lanes.get(&frame.chart.chronicle.trip(index).country)?;
    let start = frame.chart.drawn(index).start();
    let mut middle_y = rect.top + frame.chart.viewport.row_height / 2.0;
    for row in &frame.chart.timeline.lanes[lane].rows {
        let at = row.partition_point(|other| other.days.start() < start);
        if row.get(at).is_some_and(|found| found.trip == index) {
            let start_x = |next: &TripSpan| frame.scale.x_from_day(next.days.start()) - NEIGHBOUR_GAP;
            let bar = |trip, limit| trip_extent(frame, trip, limit);
            let Rect { left, right, .. } = bar(index, row.get(at + 1).map_or(f32::INFINITY, start_x));
            let previous = at.checked_sub(1).and_then(|before| row.get(before));
            let previous_right = previous.map_or(f32::NEG_INFINITY, |before| bar(before.trip, start_x(&row[at])).right);
            return Some(Leg { number, left, right, middle_y, previous_right });
        }
        middle_y +=
            if frame.chart.furniture.single_row_block_width.is_some() { 0.0 } else { frame.chart.viewport.row_height };
    }
    None
}
