//! Honours, gifts and visits received: small marks at the foot of their lane.

use super::chart::Frame;
use crate::{
    layout::scene::{Group, HitInfo, Point, Rect, Role, Shape, Stroke, Target},
    model::{Chronicle, Event, EventIndex},
    time::When,
};

/// Half the width of a mark, in pixels.
const RADIUS: f32 = 3.5;
/// From the lane's lower edge to the middle of a mark.
const RISE: f32 = 4.5;

/// The marks that can be seen.
pub(crate) fn groups(frame: &Frame<'_>) -> Vec<Group> {
    let days = frame.scale.days();
    let mut groups = Vec::new();
    for (position, rect) in frame.chart.visible_lanes(frame.areas.lanes) {
        let lane = &frame.chart.timeline.lanes[position];
        for &index in &lane.events[frame.chart.measures.events_near(frame.chart.chronicle, lane, days)] {
            let event = frame.chart.chronicle.event(index);
            if let Some(when) = event.when.as_ref().filter(|when| when.possible().overlaps(days)) {
                groups.push(mark(frame, index, event, when, rect));
            }
        }
    }
    groups
}

/// A full diamond on a known day; a hollow one on a line over all the days it can have been.
fn mark(frame: &Frame<'_>, index: EventIndex, event: &Event, when: &When, lane: Rect) -> Group {
    let role = Role::Event(event.kind);
    let y = lane.bottom - RISE;
    let left = frame.scale.x_from_day(when.possible().start());
    let right = frame.scale.x_from_day(when.possible().end());
    let x = f32::midpoint(left, right);
    let points = vec![
        Point { x: x - RADIUS, y },
        Point { x, y: y - RADIUS },
        Point { x: x + RADIUS, y },
        Point { x, y: y + RADIUS },
    ];
    let mut shapes = Vec::new();
    let exact = when.is_exact();
    if !exact {
        let line = Rect { left, right, top: y - 1.0, bottom: y + 1.0 };
        let fade = line.width() * 0.3;
        shapes.push(Shape::Soft { rect: line, fill: role, fade_left: fade, fade_right: fade, opacity: 1.0 });
    }
    shapes.push(Shape::Polygon {
        points,
        fill: Some(if exact { role } else { Role::Background }),
        stroke: Some(Stroke::solid(role, 1.2)),
    });
    let hit = Rect { left: x, right: x, top: y, bottom: y }.expand(RADIUS + 2.0);
    if frame.chart.highlights.event == Some(index) {
        let ring = Stroke::solid(Role::Selection, 2.0);
        shapes.push(Shape::Box { rect: hit, corner: RADIUS, fill: None, stroke: Some(ring) });
    }
    let hit_info = HitInfo { target: Target::Event(index), label: describe(frame.chart.chronicle, event), hit };
    Group { hit_info: Some(hit_info), shapes }
}

/// An event in a line: `honour: Order of Lenin, 14 April 1972 (Soviet Union)`.
#[must_use]
pub fn describe(chronicle: &Chronicle, event: &Event) -> String {
    let when = event.when.as_ref().map(|when| format!(", {}", when.describe())).unwrap_or_default();
    let country = &chronicle.country(event.country).name;
    format!("{}: {}{when} ({country})", event.kind.label(), event.title)
}
