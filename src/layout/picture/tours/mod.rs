//! Tours: a thread from bar to bar, the numbers of their legs, and a bracket with their names below the lanes. Marks of
//! encounters and the edges that trips had before hold on to bars like threads.

pub(super) mod blocks;
mod encounters;
mod older;
mod threads;

pub(crate) use encounters::marks;
pub(crate) use older::{brackets as edge_brackets, old_edges};
pub(crate) use threads::{plates, thread, threads};

use std::collections::{BTreeMap, BTreeSet};

use super::bars::date_bar::LEAST_WIDTH;
use super::bars::lod::NEIGHBOUR_GAP;
use super::bars::placed::trip_extent;
use super::chart::{Chart, Frame};
use crate::layout::arrange::lanes::lane::Lane;
use crate::layout::metrics::SMALL_TEXT;
use crate::layout::scene::{Anchor, Group, Point, Rect, Role, Shape, Stroke, Target, float};
use crate::layout::text::Style;
use crate::model::{LaneKey, Tour, TourIndex, TripIndex, TripSpan};
use crate::text::{self, count};
use crate::time::{Span, format_year};

/// Height of the strip with the brackets, in pixels.
const STRIP_HEIGHT: f32 = 24.0;
/// From the top of the strip to a bracket's line, in pixels.
const BRACKET_TOP: f32 = 7.0;
/// Height of the ticks at a bracket's ends, in pixels.
const TICK: f32 = 4.0;
/// A bracket can be hit on at least this width, in pixels.
const LEAST_HIT: f32 = 8.0;
/// Pixels between a bracket's label and the next bracket.
const LABEL_GAP: f32 = 12.0;
/// The same where only the year is written, in pixels.
const LEAST_LABEL_GAP: f32 = 4.0;
/// With more tours than this in view all are faded, so that the bars can still be read; with more selected, those without
/// room for numbers have no threads.
const MOST_AT_FULL_EMPHASIS: usize = 8;
/// With more tours than this in view none has a bracket, and none a thread that is not selected.
const MOST_IN_VIEW: usize = 150;
/// How far beside the lanes a bar is still looked at, in pixels.
const SWING: f32 = 10.0;
/// Pixels along the axis that a tour needs for each of its legs to be numbered.
const ROOM_PER_NUMBER: f32 = 20.0;
/// Lower rows have no room for numbers, in pixels.
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

    const fn style(self) -> Style {
        match self {
            Self::Faded => Style::regular(SMALL_TEXT, Role::TextMuted),
            Self::Full | Self::Selected => Style::semi_bold(SMALL_TEXT, Role::Tour),
        }
    }
}

/// Where a leg's bar is drawn.
#[derive(Clone, Copy)]
struct DrawnLeg {
    /// Its place in the tour, from 1.
    number: usize,
    left: f32,
    right: f32,
    middle_y: f32,
    /// Right end of the bar before it in its row, if there is one.
    previous_right: f32,
}

/// A tour with something in view, and the bars of its legs.
pub(crate) struct DrawnTour<'a> {
    tour: &'a Tour,
    emphasis: Emphasis,
    legs: Vec<DrawnLeg>,
    /// Whether it has threads and numbers: only near, and where it is selected or pointed at.
    has_threads: bool,
}

/// Whether the legs of a tour are so far apart that each can be numbered.
fn has_room(frame: &Frame<'_>, tour: &Tour, legs: usize) -> bool {
    ROOM_PER_NUMBER * float(legs) <= frame.scale.rect(tour.days, frame.areas.lanes).width()
}

/// The numbers of legs, from 1, where there is room for all of a tour and nothing else in the row is in their way.
pub(crate) fn numbers(frame: &Frame<'_>, tours: &[DrawnTour<'_>], bars: &[Group]) -> Vec<Shape> {
    let area = frame.areas.lanes;
    if frame.chart.viewport.rows.first < LEAST_ROW_HEIGHT {
        return Vec::new();
    }
    let taken = text_rects(frame, bars.iter().flat_map(|group| &group.shapes));
    let mut shapes = Vec::new();
    for DrawnTour { emphasis, legs, .. } in tours.iter().filter(|tour| has_room(frame, tour.tour, tour.legs.len())) {
        for leg in legs {
            let text = leg.number.to_string();
            let style = emphasis.style();
            let (right, half) = (leg.left - NUMBER_GAP, style.size / 2.0);
            let left = right - style.width(&text, frame.chart.text_width);
            let rect = Rect { left, top: leg.middle_y - half, right, bottom: leg.middle_y + half };
            let is_free = leg.previous_right + NUMBER_GAP <= left && area.left <= left && right < area.right;
            if is_free && !taken.iter().any(|&text| rect.overlaps(text)) {
                shapes.push(style.centred(right, leg.middle_y, Anchor::End, text));
            }
        }
    }
    shapes
}

/// Where the texts among some shapes stand.
pub(crate) fn text_rects<'a>(frame: &Frame<'_>, shapes: impl Iterator<Item = &'a Shape>) -> Vec<Rect> {
    shapes.filter_map(|shape| text_rect(frame, shape)).collect()
}

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

/// Height of the strip with the brackets: none where tours are not drawn or there are none at all.
pub(crate) fn strip_height(chart: &Chart<'_>) -> f32 {
    if chart.timeline.arrangement.draws_tours() && !chart.timeline.tours.all.is_empty() { STRIP_HEIGHT } else { 0.0 }
}

/// A bracket for each tour in view, with as long a label as there is room for.
pub(crate) fn brackets(frame: &Frame<'_>) -> Vec<Group> {
    let area = frame.areas.tours;
    if area.height() <= 0.0 {
        return Vec::new();
    }
    let heading = Style::regular(SMALL_TEXT, Role::TextMuted).centred(14.0, area.middle_y(), Anchor::Start, "Tours");
    let mut groups = vec![Group::plain(vec![heading])];
    let Some(in_view) = in_view(frame) else {
        groups.extend(blocks::groups(frame));
        return groups;
    };
    for (position, &shown) in in_view.iter().enumerate() {
        let next = in_view.get(position + 1).map(|(_, next, _)| frame.scale.x_from_day(next.days.start()));
        let limit = next.map_or(area.right, |x| x - LABEL_GAP).min(area.right);
        groups.push(bracket(frame, shown, limit));
    }
    groups
}

/// A line over the tour's days, with ticks where it begins and ends, and a label that stays in view.
fn bracket(frame: &Frame<'_>, (index, tour, emphasis): Emphasized<'_>, limit: f32) -> Group {
    let (area, chronicle) = (frame.areas.tours, frame.chart.chronicle);
    let days = frame.scale.rect(tour.days, area);
    let (left, right) = (days.left.max(area.left), days.right.min(area.right));
    let y = area.top + BRACKET_TOP;
    let tick = |x: f32| Point { x, y: y - TICK };
    // What begins or ends outside the picture has no tick at the picture's edge.
    let (first, last) = ((area.left <= days.left).then(|| tick(left)), (days.right <= area.right).then(|| tick(right)));
    let line = [Point { x: left, y }, Point { x: right, y }];
    let points = first.into_iter().chain(line).chain(last).collect();
    let mut shapes = vec![Shape::Polyline { points, stroke: emphasis.stroke() }];
    let mut hit = Rect { left, right: right.max(left + LEAST_HIT), ..area };
    let style = emphasis.style();
    if let Some((text, width)) = bracket_label(frame, tour, style, [left, limit]) {
        hit.right = hit.right.max(left + width);
        shapes.push(style.centred(left, area.top + 16.5, Anchor::Start, text));
    }
    let label = if frame.chart.furniture.accessible { tour.describe(chronicle) } else { String::new() };
    Group::of(Target::Tour(index), label, hit, shapes)
}

/// The longest label of a tour that fits between two pixels, with its width.
fn bracket_label(frame: &Frame<'_>, tour: &Tour, style: Style, [left, limit]: [f32; 2]) -> Option<(String, f32)> {
    let chronicle = frame.chart.chronicle;
    let fitting = |text: String, limit: f32| {
        let width = style.width(&text, frame.chart.text_width);
        (left + width <= limit).then_some((text, width))
    };
    // The year alone may come closer: some name is better than none. The shortest name is wider than its year.
    let year_limit = (limit + LABEL_GAP - LEAST_LABEL_GAP).min(frame.areas.tours.right);
    let year = fitting(format_year(tour.days.start().year()), year_limit)?;
    let summary = || {
        let legs = count(tour.leg_count(), "leg", "legs");
        format!("{} · {legs} · {}", tour.name(chronicle), text::days(tour.days.days()))
    };
    fitting(tour.describe(chronicle), limit)
        .or_else(|| fitting(summary(), limit))
        .or_else(|| fitting(tour.name(chronicle), limit))
        .or(Some(year))
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
    let near = tours_near(frame, area, 0.0);
    let in_view = near.filter(|(_, tour)| frame.scale.rect(tour.days, area).overlaps_x(area)).take(MOST_IN_VIEW + 1);
    let in_view: Vec<_> = in_view.collect();
    (in_view.len() <= MOST_IN_VIEW).then(|| emphasized(&in_view, &selected(&frame.chart)))
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
fn selected(chart: &Chart<'_>) -> BTreeSet<TourIndex> {
    chart.highlights.trips.iter().filter_map(|&trip| chart.timeline.tours.of(trip)).map(|(index, _)| index).collect()
}

/// How strongly each of the tours in view is drawn.
fn emphasized<'a>(in_view: &[(TourIndex, &'a Tour)], selected: &BTreeSet<TourIndex>) -> Vec<Emphasized<'a>> {
    let all_full = selected.is_empty() && in_view.len() <= MOST_AT_FULL_EMPHASIS;
    let others = if all_full { Emphasis::Full } else { Emphasis::Faded };
    let emphasis = |index| if selected.contains(&index) { Emphasis::Selected } else { others };
    in_view.iter().map(|&(index, tour)| (index, tour, emphasis(index))).collect()
}

/// The tours with something in view, in the order they are drawn, each with the bars of its legs. Where there are more
/// than can be told apart, only those that are selected.
pub(crate) fn drawn<'a>(frame: &Frame<'a>) -> Vec<DrawnTour<'a>> {
    let (chart, area) = (&frame.chart, frame.areas.lanes);
    let tours = &chart.timeline.tours;
    if !chart.timeline.arrangement.draws_tours() {
        return Vec::new();
    }
    let margin = LEAST_WIDTH + SWING;
    let is_in_view = |tour: &Tour| {
        let days = tours.legs(tour).iter().map(|&index| chart.drawn(index)).reduce(Span::hull);
        days.is_some_and(|days| frame.scale.rect(days, area).expand(margin).overlaps_x(area))
    };
    let selected = selected(chart);
    let is_set_off = selected.len() <= MOST_AT_FULL_EMPHASIS;
    let near = tours_near(frame, area, margin).filter(|(_, tour)| is_in_view(tour));
    let mut in_view: Vec<_> = near.take(MOST_IN_VIEW + 1).collect();
    if MOST_IN_VIEW < in_view.len() {
        let tours = selected.iter().map(|&index| (index, tours.tour(index)));
        in_view = tours.filter(|(_, tour)| is_in_view(tour)).take(MOST_IN_VIEW).collect();
    }
    let mut emphasized = emphasized(&in_view, &selected);
    emphasized.sort_by_key(|(.., emphasis)| *emphasis);
    let lanes: BTreeMap<_, _> = chart.lanes(area).map(|(_, lane, rect)| (lane.key, (lane, rect))).collect();
    let legs = |tour: &Tour| {
        let numbered = tours.legs(tour).iter().zip(1..);
        numbered.filter_map(|(&index, number)| leg(frame, &lanes, index, number)).collect()
    };
    let drawn = |(index, tour, emphasis): Emphasized<'a>| {
        let legs: Vec<DrawnLeg> = legs(tour);
        let is_chosen = is_set_off && emphasis == Emphasis::Selected || chart.highlights.tour == Some(index);
        DrawnTour { tour, emphasis, has_threads: is_chosen || has_room(frame, tour, legs.len()), legs }
    };
    emphasized.into_iter().map(drawn).collect()
}

/// The lanes in view by what they hold; a moved lane has it at other days.
fn unmoved_lanes<'a>(frame: &Frame<'a>) -> BTreeMap<LaneKey, (&'a Lane, Rect)> {
    let lanes = frame.chart.lanes(frame.areas.lanes);
    let unmoved = lanes.filter(|(_, lane, _)| lane.moved_days.is_none_or(|days| days == 0));
    unmoved.map(|(_, lane, rect)| (lane.key, (lane, rect))).collect()
}

/// Where a trip's bar is drawn, in view or not.
fn leg(
    frame: &Frame<'_>,
    lanes: &BTreeMap<LaneKey, (&Lane, Rect)>,
    index: TripIndex,
    number: usize,
) -> Option<DrawnLeg> {
    let chart = &frame.chart;
    let &(lane, rect) = lanes.get(&chart.timeline.lane_key(chart.chronicle, index))?;
    let start = chart.drawn(index).start();
    let rows = chart.viewport.rows;
    for (position, row) in lane.rows.iter().enumerate() {
        let position = if chart.is_single_row(lane) { 0 } else { position };
        let middle_y = rect.top + f32::midpoint(rows.top_of(position), rows.top_of(position + 1));
        let at = row.partition_point(|other| other.days.start() < start);
        if row.get(at).is_some_and(|found| found.trip == index) {
            let start_x = |next: &TripSpan| frame.scale.x_from_day(next.days.start()) - NEIGHBOUR_GAP;
            let bar = |trip, limit| trip_extent(frame, trip, limit);
            let Rect { left, right, .. } = bar(index, row.get(at + 1).map_or(f32::INFINITY, start_x));
            let previous = at.checked_sub(1).and_then(|before| row.get(before));
            let previous_right = previous.map_or(f32::NEG_INFINITY, |before| bar(before.trip, start_x(&row[at])).right);
            return Some(DrawnLeg { number, left, right, middle_y, previous_right });
        }
    }
    None
}
