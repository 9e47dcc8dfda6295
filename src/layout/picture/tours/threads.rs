//! The threads of tours: from bar to bar, on the days on which the traveller went from one to the other.

use super::{DrawnLeg, DrawnTour};
use crate::layout::picture::chart::Frame;
use crate::layout::scene::{Point, Rect, Shape, Stroke};

/// Straight pieces of a thread.
const PIECES: u8 = 20;
/// From the middle of a row to where threads hold on to its bars, as a share of its height.
const CORNER_SHARE: f32 = 0.22;
/// From the middle of a row to the edge of its bars, as a share of its height.
const EDGE_SHARE: f32 = 0.3;
/// Length and half the width of the head at a thread's end, in pixels.
const HEAD: [f32; 2] = [5.0, 3.0];

/// The threads of all tours that have some, the selected ones last.
pub(crate) fn threads(frame: &Frame<'_>, tours: &[DrawnTour<'_>]) -> Vec<Shape> {
    let area = frame.areas.lanes;
    let mut shapes = Vec::new();
    for DrawnTour { emphasis, legs, .. } in tours.iter().filter(|tour| tour.has_threads) {
        for pair in legs.windows(2) {
            // Else a leg between them is hidden.
            if let [before, after] = pair
                && before.number + 1 == after.number
            {
                let (from, to) = ends(frame, before, after);
                let in_view = area.left <= from.x.max(to.x) && from.x.min(to.x) <= area.right;
                let in_view = in_view && area.top <= from.y.max(to.y) && from.y.min(to.y) <= area.bottom;
                shapes
                    .extend(in_view.then(|| [thread(from, to, emphasis.stroke()), head(from, to, emphasis.stroke())]));
            }
        }
    }
    shapes.into_iter().flatten().collect()
}

/// Where a thread leaves a bar and where it comes to the next: both in the middle of the days that the bars share, else
/// near the corners, so that a name beside a bar and a number before it stay free.
fn ends(frame: &Frame<'_>, before: &DrawnLeg, after: &DrawnLeg) -> (Point, Point) {
    let toward = (after.middle_y - before.middle_y).signum() * frame.chart.viewport.rows.first;
    if after.left < before.right {
        let x = f32::midpoint(after.left, before.right.min(after.right));
        let by = toward * EDGE_SHARE;
        return (Point { x, y: before.middle_y + by }, Point { x, y: after.middle_y - by });
    }
    let by = toward * CORNER_SHARE;
    (Point { x: before.right, y: before.middle_y + by }, Point { x: after.left, y: after.middle_y - by })
}

/// A line that leaves one place to the right and comes to another from the left; it never runs back.
pub(crate) fn thread(from: Point, to: Point, stroke: Stroke) -> Shape {
    let reach = (to.x - from.x).max(0.0) / 2.0;
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

/// The head of a thread: down or up where it stands upright, else to the right.
fn head(from: Point, to: Point, stroke: Stroke) -> Shape {
    let [length, half] = HEAD;
    let points = if (to.x - from.x).abs() < length {
        let back = to.y - (to.y - from.y).signum() * length;
        vec![to, Point { x: to.x - half, y: back }, Point { x: to.x + half, y: back }]
    } else {
        let back = to.x - length;
        vec![to, Point { x: back, y: to.y - half }, Point { x: back, y: to.y + half }]
    };
    Shape::Polygon { points, fill: Some(stroke.role), stroke: None }
}

/// The ground behind each of these texts that a thread would strike through.
pub(crate) fn plates(frame: &Frame<'_>, threads: &[Shape], texts: &[Rect]) -> Vec<Shape> {
    let lines: Vec<&[Point]> = threads
        .iter()
        .filter_map(|shape| match shape {
            Shape::Polyline { points, .. } => Some(points.as_slice()),
            _ => None,
        })
        .collect();
    let is_struck = |text: &Rect| {
        lines.iter().flat_map(|points| points.windows(2)).any(|pair| {
            let (from, to) = (pair[0], pair[1]);
            let piece = Rect {
                left: from.x.min(to.x),
                right: from.x.max(to.x),
                top: from.y.min(to.y),
                bottom: from.y.max(to.y),
            };
            piece.expand(1.0).overlaps(*text)
        })
    };
    let struck = texts.iter().filter(|text| is_struck(text));
    struck.filter_map(|text| Some(Shape::filled(text.expand(1.0), 0.0, frame.lane_ground(text.middle_y())?))).collect()
}
