//! From days to pixels.

use super::time_map::{TimeMap, Window, nearest_day};
use crate::layout::scene::Rect;
use crate::time::{Day, Span};

/// The part of the axis that is seen, and the pixels it takes.
#[derive(Clone, Copy)]
pub struct Scale<'a> {
    /// From days to the axis.
    pub map: &'a TimeMap,
    /// What is seen of it.
    pub window: Window,
    /// Pixel of the window's left end.
    pub left: f32,
    /// Pixels from the window's left to its right end.
    pub width: f32,
}

impl Scale<'_> {
    /// Where a day begins, in pixels.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "pixels are f32 only here, at the end")]
    pub fn x_from_day(&self, day: Day) -> f32 {
        let share = (self.unit_from_day(day) - self.window.from) / self.window.length();
        // Far outside the picture the exact place is of no interest, and f32 would lose it.
        (f64::from(self.left) + share * f64::from(self.width)).clamp(-1e5, 1e5) as f32
    }

    /// The place on the axis where a day begins.
    pub(crate) fn unit_from_day(&self, day: Day) -> f64 {
        self.map.unit_from_day(f64::from(day.number()))
    }

    /// Some days in an area: from where the first begins to where the last ends.
    pub(crate) fn rect(&self, days: Span, area: Rect) -> Rect {
        Rect { left: self.x_from_day(days.start()), right: self.x_from_day(days.end()), ..area }
    }

    /// The place on the axis at a pixel.
    #[must_use]
    pub fn unit_from_x(&self, x: f32) -> f64 {
        let share = f64::from(x - self.left) / f64::from(self.width);
        self.window.from + share * self.window.length()
    }

    /// The day at a pixel.
    #[must_use]
    pub fn day_from_x(&self, x: f32) -> Day {
        nearest_day(self.map.day_from_unit(self.unit_from_x(x)).floor())
    }

    /// Pixels a day takes where nothing is folded.
    #[must_use]
    pub fn pixels_per_unit(&self) -> f64 {
        f64::from(self.width) / self.window.length()
    }

    /// The days that are seen, in whole or in part.
    #[must_use]
    pub fn days(&self) -> Span {
        self.map.days_in(self.window)
    }

    /// Pixel of the window's right end.
    #[must_use]
    pub fn right(&self) -> f32 {
        self.left + self.width
    }
}
