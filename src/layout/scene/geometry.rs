//! Places and rectangles, in logical pixels: x grows to the right, y downwards, both from the picture's top left.

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

/// A count as a factor of pixels.
#[expect(clippy::cast_precision_loss, reason = "counts of rows, lines or trips: exact up to 16 million")]
pub(crate) const fn float(count: usize) -> f32 {
    count as f32
}

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

    /// Halfway from left to right.
    pub(crate) fn middle_x(self) -> f32 {
        f32::midpoint(self.left, self.right)
    }

    /// Halfway down.
    #[must_use]
    pub fn middle_y(self) -> f32 {
        f32::midpoint(self.top, self.bottom)
    }

    /// Its lower left and its upper right corner.
    pub(crate) fn diagonal(self) -> [Point; 2] {
        [Point { x: self.left, y: self.bottom }, Point { x: self.right, y: self.top }]
    }

    /// Whether the point lies on it; its right and bottom edges are outside.
    #[must_use]
    pub fn contains(self, point: Point) -> bool {
        (self.left..self.right).contains(&point.x) && (self.top..self.bottom).contains(&point.y)
    }

    /// Whether some x is in both.
    pub(crate) fn overlaps_x(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right
    }

    /// Whether some point is in both.
    pub(crate) fn overlaps(self, other: Self) -> bool {
        self.overlaps_x(other) && self.top < other.bottom && other.top < self.bottom
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
    pub fn union(self, other: Self) -> Self {
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
