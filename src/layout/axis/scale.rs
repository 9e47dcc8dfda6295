//! From days to pixels.

use super::time_map::{TimeMap, Window, nearest_day};
use crate::layout::scene::Rect;
use crate::time::{Day, Span};

/// A fold is never wider than this, in pixels.
const WIDEST_FOLD: f64 = 120.0;
/// The share of a window that is no wide fold, at least; one with less is drawn evenly.
const LEAST_REST: f64 = 0.01;
/// How many times the place at a pixel is looked for between two others: until no digit of a float is left.
const HALVINGS: u8 = 64;

/// The part of the axis that is seen, and the pixels it takes.
///
/// Every unit takes as many pixels as any other, but for those of folds that would be wider than `WIDEST_FOLD`.
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
    /// How many days later than theirs days are drawn.
    moved_days: i32,
    pixels_per_unit: f64,
    /// Whether some fold, in view or not, is as wide as a fold can be.
    has_wide_folds: bool,
}

impl<'a> Scale<'a> {
    /// A window in so many pixels from `left` on.
    #[must_use]
    pub fn new(map: &'a TimeMap, window: Window, left: f32, width: f32) -> Self {
        let mut pixels_per_unit = f64::from(width) / window.length();
        let even = Self { map, window, left, width, moved_days: 0, pixels_per_unit, has_wide_folds: false };
        // What wide folds leave to the rest makes the rest wider, and with it perhaps more folds too wide.
        loop {
            let wide = map.folds_between(window.from, window.to);
            let wide = wide.filter(|fold| WIDEST_FOLD < fold.length() * pixels_per_unit);
            let (mut units, mut pixels) = (0.0, 0.0);
            for fold in wide {
                let seen = fold.to.min(window.to) - fold.from.max(window.from);
                units += seen;
                pixels += WIDEST_FOLD * seen / fold.length();
            }
            let (rest, room) = (window.length() - units, f64::from(width) - pixels);
            // A window of nothing but folds has to be filled with them.
            if rest <= window.length() * LEAST_REST || room <= 0.0 {
                return even;
            }
            let next = room / rest;
            if next <= pixels_per_unit * (1.0 + f64::EPSILON) {
                let has_wide_folds = WIDEST_FOLD < map.widest_fold() * pixels_per_unit;
                return Self { pixels_per_unit, has_wide_folds, ..even };
            }
            pixels_per_unit = next;
        }
    }

    /// The same for lanes whose days are drawn so many days later.
    #[must_use]
    pub(crate) fn moved(self, days: i32) -> Self {
        Self { moved_days: days, ..self }
    }

    /// Where a day begins, in pixels.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "pixels are f32 only here, at the end")]
    pub fn x_from_day(&self, day: Day) -> f32 {
        // Far outside the picture the exact place is of no interest, and f32 would lose it.
        (f64::from(self.left) + self.offset(self.unit_from_day(day))).clamp(-1e5, 1e5) as f32
    }

    /// Pixels from the window's left end to a place on the axis.
    #[must_use]
    pub fn offset(&self, unit: f64) -> f64 {
        let from = self.window.from;
        let even = (unit - from) * self.pixels_per_unit;
        if !self.has_wide_folds {
            return even;
        }
        let (first, last) = (unit.min(from), unit.max(from));
        let saved = self.map.folds_between(first, last).map(|fold| {
            let share = (fold.to.min(last) - fold.from.max(first)) / fold.length();
            share * (fold.length() * self.pixels_per_unit - WIDEST_FOLD).max(0.0)
        });
        even - saved.sum::<f64>() * (unit - from).signum()
    }

    /// The window after a move by so many pixels.
    #[must_use]
    pub fn panned(&self, pixels: f64) -> Window {
        let [from, to] = [pixels, pixels + f64::from(self.width)].map(|offset| self.unit_from_offset(offset));
        Window { from, to }
    }

    /// The window with days `1 / factor` times as wide, and at least as wide as in a window of `shortest` units, with `unit`
    /// staying where it is.
    #[must_use]
    pub fn zoomed(&self, factor: f64, unit: f64, shortest: f64) -> Window {
        let pixels_per_unit = (self.pixels_per_unit / factor).min(f64::from(self.width) / shortest);
        let before = self.offset(unit);
        let around = Window { from: unit, to: unit + self.window.length() };
        let zoomed = Self { window: around, pixels_per_unit, has_wide_folds: !self.map.folds().is_empty(), ..*self };
        let [from, to] = [-before, f64::from(self.width) - before].map(|offset| zoomed.unit_from_offset(offset));
        Window { from, to }
    }

    /// The place on the axis so many pixels from the window's left end.
    fn unit_from_offset(&self, offset: f64) -> f64 {
        let even = self.window.from + offset / self.pixels_per_unit;
        if !self.has_wide_folds {
            return even;
        }
        // A wide fold takes more units than these pixels would elsewhere, so the place lies beyond.
        let (mut near, mut step) = (even, (offset / self.pixels_per_unit).abs().max(1.0) * offset.signum());
        let mut far = near;
        while (self.offset(far) - offset) * offset.signum() < 0.0 {
            (near, far) = (far, far + step);
            step *= 2.0;
        }
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(near, far);
            if (self.offset(middle) - offset) * offset.signum() < 0.0 { near = middle } else { far = middle }
        }
        f64::midpoint(near, far)
    }

    /// The place on the axis where a day begins.
    pub(crate) fn unit_from_day(&self, day: Day) -> f64 {
        self.map.unit_from_day(f64::from((day + self.moved_days).number()))
    }

    /// Some days in an area: from where the first begins to where the last ends.
    pub(crate) fn rect(&self, days: Span, area: Rect) -> Rect {
        Rect { left: self.x_from_day(days.start()), right: self.x_from_day(days.end()), ..area }
    }

    /// The place on the axis at a pixel.
    #[must_use]
    pub fn unit_from_x(&self, x: f32) -> f64 {
        self.unit_from_offset(f64::from(x - self.left))
    }

    /// The day at a pixel.
    #[must_use]
    pub fn day_from_x(&self, x: f32) -> Day {
        nearest_day(self.map.day_from_unit(self.unit_from_x(x)).floor()) - self.moved_days
    }

    /// The first day that begins at a place of the axis, but for a part of a day of at most `tolerance`, or behind it.
    pub(crate) fn first_day(&self, unit: f64, tolerance: f64) -> Day {
        nearest_day(self.map.day_from_unit(unit - tolerance).ceil()) - self.moved_days
    }

    /// Pixels a day takes where nothing is folded.
    #[must_use]
    pub fn pixels_per_unit(&self) -> f64 {
        self.pixels_per_unit
    }

    /// The days that are seen, in whole or in part.
    #[must_use]
    pub fn days(&self) -> Span {
        self.map.days_in(self.window).moved(-self.moved_days)
    }

    /// The parts of them between the folds, in order.
    pub(crate) fn unfolded(&self) -> impl Iterator<Item = Span> {
        let parts = self.map.unfolded(self.map.days_in(self.window));
        parts.map(|part| part.moved(-self.moved_days))
    }

    /// Pixel of the window's right end.
    #[must_use]
    pub fn right(&self) -> f32 {
        self.left + self.width
    }
}
