//! The picture as data: plain shapes with style roles, and what each stands for.
//!
//! Window, SVG and PNG all read this and nothing else, so what is exported is what is seen.
//! Lengths are logical pixels; x grows to the right, y downwards, both from the picture's top left.

use crate::model::{CountryIndex, EventIndex, EventKind, SourceIndex, TourIndex, TripIndex, TripKind};

/// A place in the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Pixels from the left.
    pub x: f32,
    /// Pixels from the top.
    pub y: f32,
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f32,
    /// Top edge.
    pub top: f32,
    /// Right edge, not left of `left`.
    pub right: f32,
    /// Bottom edge, not above `top`.
    pub bottom: f32,
}

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

/// What a colour means; a theme says which colour that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Behind everything.
    Background,
    /// Every second lane.
    LaneStripe,
    /// The lane of the selected trip.
    LaneSelected,
    /// A wash over the part of a lane before its state began or after it ended.
    NoState,
    /// Lines between small periods and around areas.
    Grid,
    /// Lines between large periods.
    GridStrong,
    /// A stretch of folded time.
    Fold,
    /// The torn edges of a fold.
    FoldEdge,
    /// Text to be read.
    Text,
    /// Text that explains.
    TextMuted,
    /// Text on a bar.
    TextOnBar,
    /// A trip's bar: its kind, and which of the file's sources (0 is the first) has drawn it.
    Bar {
        /// What the trip was for.
        kind: TripKind,
        /// Position among the file's sources.
        track: u8,
    },
    /// Several trips too narrow to be told apart.
    Block,
    /// The mark of what the sources contradict each other on, where it is too narrow to show how.
    Disputed,
    /// Lines over the days of a bar that only one source gives.
    OnlyOne,
    /// An event's mark.
    Event(EventKind),
    /// The thread, the numbers and the bracket of a tour.
    Tour,
    /// The thread and the bracket of a tour among many, or beside the one that is selected.
    TourFaded,
    /// Columns of the overview.
    Overview,
    /// Columns of the overview outside the visible time.
    OverviewFaded,
    /// The visible time in the overview.
    Brush,
    /// Its edge.
    BrushEdge,
    /// The outline of what is selected.
    Selection,
    /// The outline of what the pointer is on.
    Hover,
    /// The line at the pointer's date, and the range being dragged.
    Ruler,
    /// A wash over the range being dragged.
    RulerWash,
    /// A hairline around flags.
    FlagEdge,
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
    /// A flag.
    Flag {
        /// Where; 3 wide to 2 high.
        rect: Rect,
        /// Its name; a neutral one is drawn for an unknown name.
        name: String,
    },
}

/// What something in the picture stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// A trip's bar.
    Trip(TripIndex),
    /// Trips of a row too narrow to be told apart, by the first and the last of them.
    Block(TripIndex, TripIndex),
    /// An event's mark.
    Event(EventIndex),
    /// A lane's heading.
    Lane(CountryIndex),
    /// A year's column in the overview.
    Year(i32),
    /// A tour's bracket below the lanes.
    Tour(TourIndex),
    /// Tours too many for brackets, by the first and the last of those that begin there.
    Tours(TourIndex, TourIndex),
    /// A source in the legend.
    Source(SourceIndex),
}

/// What a group of shapes stands for, and where it can be hit.
#[derive(Clone, Debug, PartialEq)]
pub struct HitInfo {
    /// What it stands for.
    pub target: Target,
    /// The whole of it in words, for the tooltip of an SVG and for those who hear the picture; empty for a tour where
    /// nothing is named.
    pub label: String,
    /// Where a click on it counts; never narrower than a fingertip of a pointer needs.
    pub hit: Rect,
}

/// Shapes that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they stand for, if anything.
    pub hit_info: Option<HitInfo>,
    /// Drawn in this order.
    pub shapes: Vec<Shape>,
}

/// Groups that share a clip.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// A name, unique in its scene, such as `axis`.
    pub name: &'static str,
    /// Nothing is drawn, or hit, outside.
    pub clip: Rect,
    /// Drawn in this order.
    pub groups: Vec<Group>,
}

/// A whole picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Width in pixels.
    pub width: f32,
    /// Height in pixels.
    pub height: f32,
    /// Drawn in this order.
    pub layers: Vec<Layer>,
}

/// Whether a trip has some mark.
pub type Marked<'a> = &'a dyn Fn(TripIndex) -> bool;

/// The width in pixels of a text at a size and weight.
pub type TextWidth<'a> = &'a dyn Fn(&str, f32, Weight) -> f32;

impl Rect {
    /// From its left top corner and its size.
    #[must_use]
    pub fn from_size(left: f32, top: f32, width: f32, height: f32) -> Self {
        Self { left, top, right: left + width.max(0.0), bottom: top + height.max(0.0) }
    }

    /// Pixels from left to right.
    #[must_use]
    pub fn width(self) -> f32 {
        self.right - self.left
    }

    /// Pixels from top to bottom.
    #[must_use]
    pub fn height(self) -> f32 {
        self.bottom - self.top
    }

    /// Halfway down.
    #[must_use]
    pub fn middle_y(self) -> f32 {
        f32::midpoint(self.top, self.bottom)
    }

    /// Whether the point lies on it; its right and bottom edges are outside.
    #[must_use]
    pub fn contains(self, point: Point) -> bool {
        (self.left..self.right).contains(&point.x) && (self.top..self.bottom).contains(&point.y)
    }

    /// The part both have; without area where there is none.
    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        let left = self.left.max(other.left);
        let top = self.top.max(other.top);
        Self { left, top, right: self.right.min(other.right).max(left), bottom: self.bottom.min(other.bottom).max(top) }
    }

    /// The smallest rectangle around both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Larger by this much on each side.
    #[must_use]
    pub fn expand(self, by: f32) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }
}

impl Role {
    /// A bar that a source has drawn.
    #[must_use]
    pub fn bar(kind: TripKind, source: SourceIndex) -> Self {
        Self::Bar { kind, track: u8::try_from(source.position()).unwrap_or(u8::MAX) }
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

impl Scene {
    /// What is drawn topmost at a point.
    #[must_use]
    pub fn hit(&self, point: Point) -> Option<&HitInfo> {
        self.layers
            .iter()
            .rev()
            .filter(|layer| layer.clip.contains(point))
            .flat_map(|layer| layer.groups.iter().rev())
            .filter_map(|group| group.hit_info.as_ref())
            .find(|hit_info| hit_info.hit.contains(point))
    }

    /// Everything that stands for something, with the part of it that can be seen.
    pub fn visible_targets(&self) -> impl Iterator<Item = (&HitInfo, Rect)> {
        self.layers.iter().flat_map(|layer| {
            layer.groups.iter().filter_map(|group| {
                let hit_info = group.hit_info.as_ref()?;
                let seen = hit_info.hit.intersection(layer.clip);
                (0.0 < seen.width() && 0.0 < seen.height()).then_some((hit_info, seen))
            })
        })
    }
}
