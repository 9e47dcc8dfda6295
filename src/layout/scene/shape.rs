//! The shapes that a picture is made of, and the look of lines and text.

use super::geometry::{Point, Rect};
use super::role::Role;

/// A line's look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub role: Role,
    /// Its width.
    pub width: f32,
    /// How it is broken.
    pub dash: Dash,
}

/// How a line is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// Not at all.
    Solid,
    /// Into strokes.
    Dashed,
    /// Into dots.
    Dotted,
}

/// Which way the lines of a hatch go from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slope {
    /// Up: `/`.
    Rising,
    /// Down: `\`.
    Falling,
}

/// The thickness of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Headings and labels.
    SemiBold,
}

/// Which part of a text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// One thing to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A rectangle with round corners.
    Box {
        /// Its edges; a stroke runs along them, half inside and half outside.
        rect: Rect,
        /// Radius of the corners.
        corner: f32,
        /// Colour of the inside.
        fill: Option<Role>,
        /// Line around it.
        stroke: Option<Stroke>,
    },
    /// Many upright rectangles of one look: what is too narrow for a shape of its own.
    Boxes {
        /// Their edges.
        rects: Vec<Rect>,
        /// Colour of the inside.
        fill: Role,
        /// The share of the colour, 0 to 1.
        opacity: f32,
    },
    /// A block that fades in from its left edge and out to its right edge: time that is possible, not certain.
    Soft {
        /// Its outer edges, where it is fully transparent when the fade is not 0.
        rect: Rect,
        /// Colour at full strength.
        fill: Role,
        /// Width of the fade at the left, 0 for a sharp edge.
        fade_left: f32,
        /// Width of the fade at the right, 0 for a sharp edge.
        fade_right: f32,
        /// The share of the colour between the fades, 0 to 1.
        opacity: f32,
    },
    /// Parallel lines at 45 degrees.
    Hatch {
        /// No line reaches beyond its edges.
        rect: Rect,
        /// Which way the lines go.
        slope: Slope,
        /// One of the lines goes through this x at the middle of the height, or would if the rectangle reached so far.
        anchor_x: f32,
        /// Look of the lines.
        stroke: Stroke,
        /// Width of the fade at the left, 0 for lines that are as strong at the edge as elsewhere.
        fade_left: f32,
        /// Width of the fade at the right.
        fade_right: f32,
    },
    /// A straight line.
    Line {
        /// One end.
        from: Point,
        /// The other end.
        to: Point,
        /// Its look.
        stroke: Stroke,
    },
    /// A closed outline of straight lines, convex where it is filled.
    Polygon {
        /// Its corners.
        points: Vec<Point>,
        /// Colour of the inside.
        fill: Option<Role>,
        /// Line around it.
        stroke: Option<Stroke>,
    },
    /// An open run of straight lines.
    Polyline {
        /// Its corners.
        points: Vec<Point>,
        /// Its look.
        stroke: Stroke,
    },
    /// One line of text.
    Text {
        /// Where: x as `anchor` says, y of the baseline.
        at: Point,
        /// Which part of the text stands at `at`.
        anchor: Anchor,
        /// What to write.
        text: String,
        /// Height of the letters (em).
        size: f32,
        /// Thickness of the letters.
        weight: Weight,
        /// Colour.
        role: Role,
    },
    /// A flag in a hairline.
    Flag {
        /// Where; 3 wide to 2 high.
        rect: Rect,
        /// Its name; nothing is drawn for an unknown one.
        name: String,
    },
}

/// The width in pixels of a text at a size and weight.
pub type TextWidth<'a> = &'a dyn Fn(&str, f32, Weight) -> f32;

impl Shape {
    /// A full rectangle with corners of a radius.
    pub(crate) const fn filled(rect: Rect, corner: f32, fill: Role) -> Self {
        Self::Box { rect, corner, fill: Some(fill), stroke: None }
    }

    /// An empty rectangle with corners of a radius.
    pub(crate) const fn outlined(rect: Rect, corner: f32, stroke: Stroke) -> Self {
        Self::Box { rect, corner, fill: None, stroke: Some(stroke) }
    }

    /// Many rectangles in full colour.
    pub(crate) const fn boxes(rects: Vec<Rect>, fill: Role) -> Self {
        Self::Boxes { rects, fill, opacity: 1.0 }
    }

    /// An upright line.
    pub(crate) const fn upright(x: f32, top: f32, bottom: f32, stroke: Stroke) -> Self {
        Self::Line { from: Point { x, y: top }, to: Point { x, y: bottom }, stroke }
    }

    /// A square on one of its corners, `radius` pixels from its middle to each.
    pub(crate) fn diamond(x: f32, y: f32, radius: f32, fill: Option<Role>, stroke: Option<Stroke>) -> Self {
        let corners = [(-radius, 0.0), (0.0, -radius), (radius, 0.0), (0.0, radius)];
        Self::Polygon { points: corners.map(|(dx, dy)| Point { x: x + dx, y: y + dy }).into(), fill, stroke }
    }
}

impl Stroke {
    /// An unbroken line.
    #[must_use]
    pub const fn solid(role: Role, width: f32) -> Self {
        Self { role, width, dash: Dash::Solid }
    }

    /// A broken line.
    #[must_use]
    pub const fn dashed(role: Role, width: f32) -> Self {
        Self { role, width, dash: Dash::Dashed }
    }

    /// A row of dots.
    #[must_use]
    pub const fn dotted(role: Role, width: f32) -> Self {
        Self { role, width, dash: Dash::Dotted }
    }
}
