//! The life of states: the part of a lane before its state began and after it ended lies in shade.

use super::{
    Lane,
    chart::{Chart, Scale},
    scene::{Point, Rect, Role, Shape, Stroke},
};
use crate::{
    model::{Chronicle, CountryIndex},
    time::{Day, Span, When},
};

/// A beginning or an end of a state: the two days between which it lies, as far as anyone knows.
#[derive(Clone, Copy)]
struct Border {
    /// On the far side of this day there surely was no such state.
    outer: Day,
    /// On the near side of this day there surely was.
    inner: Day,
}

/// Whether any lane has days in shade among these.
pub(super) fn are_washed(chronicle: &Chronicle, lanes: &[Lane], days: Span) -> bool {
    lanes.iter().any(|lane| {
        let (begins, ends) = borders(chronicle, lane.country);
        begins.is_some_and(|border| days.start() < border.outer) || ends.is_some_and(|border| border.outer < days.end())
    })
}

/// The shade in every lane that can be seen.
pub(super) fn shapes(chart: &Chart<'_>, scale: &Scale<'_>, area: Rect) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for (position, lane) in chart.visible_lanes(area) {
        let (begins, ends) = borders(chart.chronicle, chart.timeline.lanes[position].country);
        for (border, is_begin) in [(begins, true), (ends, false)] {
            if let Some(border) = border {
                wash(&mut shapes, scale, lane, border, is_begin);
            }
        }
    }
    shapes
}

/// Where a state's life begins and ends; `None` for an end that is open or that nobody gives.
fn borders(chronicle: &Chronicle, country: CountryIndex) -> (Option<Border>, Option<Border>) {
    let Some(state) = &chronicle.country(country).state else { return (None, None) };
    let (open, possible) = (state.open_ends(), state.possible());
    let begins = Border { outer: possible.start(), inner: latest_start(state) };
    let ends = Border { outer: possible.end(), inner: earliest_end(state) };
    ((!open.start).then_some(begins), (!open.end).then_some(ends))
}

/// The last day on which a state can have begun.
fn latest_start(state: &When) -> Day {
    match state.certain() {
        Some(certain) => certain.start(),
        None if state.open_ends().end => state.possible().end(),
        None => middle(state.possible()),
    }
}

/// The day after the first on which a state can have ended.
fn earliest_end(state: &When) -> Day {
    match state.certain() {
        Some(certain) => certain.end(),
        None if state.open_ends().start => state.possible().start(),
        None => middle(state.possible()),
    }
}

fn middle(days: Span) -> Day {
    days.start() + days.days() / 2
}

/// Shade up to a border or from it on: with a line where the day is known, with a fade where it is not.
fn wash(shapes: &mut Vec<Shape>, scale: &Scale<'_>, lane: Rect, border: Border, is_begin: bool) {
    let (outer, inner) = (scale.x_from_day(border.outer), scale.x_from_day(border.inner));
    let in_view = if is_begin { lane.left < inner } else { inner < lane.right };
    if !in_view {
        return;
    }
    // A fade keeps its place on the axis; what lies outside the lanes is cut off by their clip.
    let (rect, fade_left, fade_right) = if is_begin {
        (Rect { left: lane.left.min(outer), right: inner, ..lane }, 0.0, inner - outer)
    } else {
        (Rect { left: inner, right: lane.right.max(outer), ..lane }, outer - inner, 0.0)
    };
    if border.outer != border.inner {
        shapes.push(Shape::Soft { rect, fill: Role::NoState, fade_left, fade_right, strength: 1.0 });
        return;
    }
    shapes.push(Shape::Box { rect, corner: 0.0, fill: Some(Role::NoState), stroke: None });
    shapes.push(Shape::Line {
        from: Point { x: outer, y: lane.top },
        to: Point { x: outer, y: lane.bottom },
        stroke: Stroke::solid(Role::GridStrong, 1.0),
    });
}
