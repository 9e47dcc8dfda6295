//! Honours, gifts and visits received: small marks at the foot of their lane.

use super::chart::Frame;
use crate::layout::scene::{Group, Rect, Role, Shape, Stroke, Target};
use crate::model::{Chronicle, Event, EventIndex};
use crate::time::When;

/// Half the width of a mark, in pixels.
const RADIUS: f32 = 3.5;
/// From the lane's lower edge to the middle of a mark, in pixels.
const RISE: f32 = 4.5;

/// The marks that can be seen.
pub(crate) fn groups(frame: &Frame<'_>) -> Vec<Group> {
    let chart = &frame.chart;
    let mut groups = Vec::new();
    for (_, lane, rect) in chart.visible_lanes(frame.areas.lanes) {
        let frame = &frame.of_lane(lane);
        let days = frame.scale.days();
        for &index in &lane.events[chart.measures.events_near(chart.chronicle, lane, days)] {
            if let Some(when) = &chart.chronicle.event(index).when
                && when.possible().overlaps(days)
            {
                groups.push(mark(frame, index, when, rect));
            }
        }
    }
    groups
}

/// A full diamond on a known day; a hollow one on a line over all the days it can have been.
fn mark(frame: &Frame<'_>, index: EventIndex, when: &When, lane: Rect) -> Group {
    let event = frame.chart.chronicle.event(index);
    let role = Role::Event(event.kind);
    let y = lane.bottom - RISE;
    let line = frame.scale.rect(when.possible(), Rect { top: y - 1.0, bottom: y + 1.0, ..lane });
    let x = line.middle_x();
    let mut shapes = Vec::new();
    if !when.is_exact() {
        let fade = line.width() * 0.3;
        shapes.push(Shape::Soft { rect: line, fill: role, fade_left: fade, fade_right: fade, opacity: 1.0 });
    }
    let fill = if when.is_exact() { role } else { Role::Background };
    shapes.push(Shape::diamond(x, y, RADIUS, Some(fill), Some(Stroke::solid(role, 1.2))));
    let hit = Rect { left: x, right: x, top: y, bottom: y }.expand(RADIUS + 2.0);
    if frame.chart.highlights.event == Some(index) {
        shapes.push(Shape::outlined(hit, RADIUS, Stroke::solid(Role::Selection, 2.0)));
    }
    Group::of(Target::Event(index), describe(frame.chart.chronicle, event), hit, shapes)
}

/// An event in a line: `honour: Order of Lenin, 14 April 1972 (Soviet Union)`.
#[must_use]
pub fn describe(chronicle: &Chronicle, event: &Event) -> String {
    let when = event.when.as_ref().map(|when| format!(", {}", when.describe())).unwrap_or_default();
    let country = &chronicle.country(event.country).name;
    format!("{}: {}{when} ({country})", event.kind.label(), event.title)
}
