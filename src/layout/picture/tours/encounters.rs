//! The marks of encounters: bands that join the bars of two who were in a country on the same days, over those days,
//! where a trip of one of them is selected.

use std::collections::BTreeSet;

use super::{DrawnLeg, leg, unmoved_lanes};
use crate::layout::picture::chart::Frame;
use crate::layout::scene::{Point, Rect, Role, Shape, Stroke};
use crate::model::{SharedStay, TripDays, TripIndex};

/// At most so many trips of an encounter are joined with one another.
const MOST_TRIPS: usize = 10;
/// How strongly a band is drawn between its edges.
const STRENGTH: f32 = 0.15;
/// Width of the edges of a band, in pixels.
const EDGE: f32 = 1.0;
/// A narrower band is a line, in pixels.
const LEAST_BAND: f32 = 3.0;

/// The bands of the trips that are selected: with unbroken edges where both certainly were there, else with dotted ones.
pub(crate) fn marks(frame: &Frame<'_>) -> Vec<Shape> {
    let chart = &frame.chart;
    let pairs: BTreeSet<_> = chart.highlights.marked_stays().flat_map(|stay| pairs(frame, stay)).collect();
    if pairs.is_empty() {
        return Vec::new();
    }
    let lanes = unmoved_lanes(frame);
    let bands = pairs.into_iter().filter_map(|pair| {
        let [a, b] = pair.map(|trip| leg(frame, &lanes, trip, 0));
        band(frame, pair, a?, b?)
    });
    bands.flatten().collect()
}

/// The pairs of trips of an encounter, one of each traveller, of which one is selected.
fn pairs(frame: &Frame<'_>, stay: &SharedStay) -> Vec<[TripIndex; 2]> {
    let traveller = |trip: TripIndex| frame.chart.chronicle.trip(trip).traveller;
    let trips: Vec<TripIndex> = stay.trips.iter().copied().take(MOST_TRIPS).collect();
    let pairs = trips.iter().enumerate().flat_map(|(at, &a)| trips[..at].iter().map(move |&b| [b, a]));
    let is_selected = |trip: &TripIndex| frame.chart.highlights.trips.contains(trip);
    pairs.filter(|pair| traveller(pair[0]) != traveller(pair[1]) && pair.iter().any(is_selected)).collect()
}

/// The band over the days that two trips share, from the middle of the one bar to that of the other; `None` where they
/// share none, or stand in one row.
fn band(frame: &Frame<'_>, pair: [TripIndex; 2], a: DrawnLeg, b: DrawnLeg) -> Option<Vec<Shape>> {
    let (chronicle, reading) = (frame.chart.chronicle, frame.chart.timeline.reading);
    let [a_days, b_days] = pair.map(|trip| reading.days(chronicle, chronicle.trip(trip)));
    let (TripDays { certain, possible }, other) = (a_days?, b_days?);
    let span = possible.intersection(&other.possible).hull()?;
    let is_certain = !certain.intersection(&other.certain).is_empty();
    let days = frame.scale.rect(span, frame.areas.lanes);
    // Its edges end behind the bars.
    let (left, right) = (days.left + EDGE / 2.0, days.right - EDGE / 2.0);
    let rect = Rect { left, right, top: a.middle_y.min(b.middle_y), bottom: a.middle_y.max(b.middle_y) };
    if rect.height() < 1.0 {
        return None;
    }
    let stroke = if is_certain { Stroke::solid(Role::Selection, EDGE) } else { Stroke::dotted(Role::Selection, EDGE) };
    let edge = |x: f32| Shape::Polyline { points: [rect.top, rect.bottom].map(|y| Point { x, y }).into(), stroke };
    if rect.width() < LEAST_BAND {
        return Some(vec![edge(rect.middle_x())]);
    }
    let wash = Shape::Boxes { rects: vec![rect], fill: Role::Selection, opacity: STRENGTH };
    Some(vec![wash, edge(rect.left), edge(rect.right)])
}
