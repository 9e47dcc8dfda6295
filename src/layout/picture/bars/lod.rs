//! What a row shows in a window: trips that can be told apart as bars, the others as blocks with their number.
//!
//! A trip narrower than [`LEAST_WIDTH`] is widened to it. Such trips that start in the same *bucket* of the axis become
//! one block, which covers the pixels that their bars would. Buckets are a power of two units long and begin at unit 0,
//! so that they stay where they are while the window moves, and each zoom level only splits the buckets of the one before.

use super::date_bar::{LEAST_WIDTH, widened};
use crate::layout::axis::scale::Scale;
use crate::model::{TripIndex, TripSpan};
use crate::time::{Day, Span};

/// Pixels that two bars of a row keep apart where both are wide enough.
pub(crate) const NEIGHBOUR_GAP: f32 = 1.0;
/// What sizes may differ by, as a share, and still be the same: the last digits of a float change while panning.
const SAME_SHARE: f64 = 1e-9;
/// A part of a unit too small to matter.
const TINY: f64 = 1e-6;

/// The buckets of an axis at some zoom.
#[derive(Clone, Copy)]
pub(crate) struct Buckets<'a> {
    scale: &'a Scale<'a>,
    /// Units from the beginning of one to the next.
    units: f64,
}

/// Trips of a row that follow each other: one that is drawn as a bar, or several that are drawn as a block.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct RowItem<'a> {
    /// Its trips, one or more.
    pub(crate) trips: &'a [TripSpan],
    /// Position of the first of them in the row.
    pub(crate) first: usize,
    /// Where the first one begins, in pixels.
    pub(crate) left: f32,
    /// Where the last one ends, widened in order to be seen but not into the next item.
    pub(crate) right: f32,
    /// What is widened does not reach beyond this x.
    pub(crate) limit: f32,
    /// Whether its trips are selected; else none of them is.
    pub(crate) selected: bool,
    /// Whether its neighbours leave it less than the least width, and it lies on top of them: only what is selected
    /// does.
    pub(crate) lifted: bool,
}

/// The items of a row from left to right.
pub(crate) struct RowItems<'a> {
    row: &'a [TripSpan],
    /// In order.
    selected: &'a [TripIndex],
    buckets: Buckets<'a>,
    /// What begins here or later is out of sight.
    until: Day,
    at: usize,
    /// Where the current bucket ends, as a position in the row.
    bucket_end: usize,
}

impl<'a> Buckets<'a> {
    /// The buckets at most so many pixels wide.
    pub(crate) fn new(scale: &'a Scale<'a>, width: f32) -> Self {
        Self { scale, units: units_of(width, scale.pixels_per_unit()) }
    }

    /// Where the bucket begins that holds a place on the axis.
    fn start(self, unit: f64) -> f64 {
        ((unit + TINY) / self.units).floor() * self.units
    }

    /// How many of some items begin in the bucket of the first of them, at least 1. They come in the order of their starts.
    pub(crate) fn first_bucket<T>(self, items: &[T], start: impl Fn(&T) -> Day) -> usize {
        let Some(first) = items.first().map(&start) else { return 1 };
        let end = self.start(self.scale.unit_from_day(first)) + self.units;
        // What begins on the same day is never parted.
        let next_day = first_day(self.scale, end).max(first + 1);
        exponential_search(items, |item| start(item) < next_day).max(1)
    }

    /// The first day that begins in the bucket of a place on the axis or behind it.
    pub(crate) fn first_day(self, unit: f64) -> Day {
        first_day(self.scale, self.start(unit))
    }
}

impl<'a> RowItems<'a> {
    /// The items of a row that reach into some pixels or end at most `reach` pixels before them, each of them whole.
    ///
    /// `selected` are trips in order: a selected trip shares no item with one that is not.
    pub(crate) fn new(
        row: &'a [TripSpan],
        scale: &'a Scale<'a>,
        selected: &'a [TripIndex],
        [from_x, to_x]: [f32; 2],
        reach: f32,
    ) -> Self {
        let buckets = Buckets::new(scale, LEAST_WIDTH);
        let near = scale.unit_from_x(from_x - reach);
        let from = buckets.first_day(near - f64::from(LEAST_WIDTH) / scale.pixels_per_unit());
        let (near, until) = (first_day(scale, near), first_day(scale, scale.unit_from_x(to_x)));
        let at = row.partition_point(|trip| trip.days.start() < from);
        // What begins before that bucket and still reaches in is wide: no block begins with it.
        let reaches_in = |&before: &usize| row.get(before).is_some_and(|trip| near <= trip.days.end());
        let at = at.checked_sub(1).filter(reaches_in).unwrap_or(at);
        Self { row, selected, buckets, until, at, bucket_end: at }
    }

    /// How many trips share the bucket of the one at `at`, all of them narrow: 1 where that one is wide or alone.
    fn narrow(&self, at: usize) -> usize {
        let is_wide =
            |position: usize| self.row.get(position).is_none_or(|trip| !is_narrow(self.buckets.scale, trip.days));
        if is_wide(at) {
            return 1;
        }
        let trips = self.buckets.first_bucket(&self.row[at..], |trip| trip.days.start());
        // Only the last one can be wide: any other ends before it begins, within the bucket.
        if is_wide(at + trips - 1) { trips - 1 } else { trips }
    }

    fn is_selected(&self, position: usize) -> bool {
        self.row.get(position).is_some_and(|trip| self.selected.binary_search(&trip.trip).is_ok())
    }
}

impl<'a> Iterator for RowItems<'a> {
    type Item = RowItem<'a>;

    fn next(&mut self) -> Option<RowItem<'a>> {
        let (first, scale) = (self.at, self.buckets.scale);
        let begin = self.row.get(first).map(|trip| trip.days).filter(|days| days.start() < self.until)?;
        if self.bucket_end <= first {
            self.bucket_end = first + self.narrow(first);
        }
        let (mut last, mut selected) = (self.bucket_end - 1, false);
        if !self.selected.is_empty() {
            selected = self.is_selected(first);
            let other = (first + 1..self.bucket_end).find(|&at| self.is_selected(at) != selected);
            last = other.unwrap_or(self.bucket_end) - 1;
        }
        self.at = last + 1;
        let next = self.row.get(last + 1);
        let limit = next.map_or(f32::INFINITY, |next| scale.x_from_day(next.days.start()) - NEIGHBOUR_GAP);
        let trips = self.row.get(first..=last)?;
        let finish = trips.last().map_or(begin, |trip| trip.days);
        let left = scale.x_from_day(begin.start());
        let last_left = if last == first { left } else { scale.x_from_day(finish.start()) };
        let lifted = selected && limit < left + LEAST_WIDTH;
        let limit = if lifted { f32::INFINITY } else { limit };
        let right = widened(last_left, scale.x_from_day(finish.end()), limit);
        Some(RowItem { trips, first, left, right, limit, selected, lifted })
    }
}

/// Units of a bucket at most so many pixels wide: a power of two, and more than half of that.
fn units_of(width: f32, pixels_per_unit: f64) -> f64 {
    let most = f64::from(width) / pixels_per_unit * (1.0 + SAME_SHARE);
    most.log2().floor().exp2()
}

/// Whether days are too narrow to be seen and hit as they are.
fn is_narrow(scale: &Scale<'_>, days: Span) -> bool {
    let units = scale.unit_from_day(days.end()) - scale.unit_from_day(days.start());
    units * scale.pixels_per_unit() < f64::from(LEAST_WIDTH) * (1.0 - SAME_SHARE)
}

/// The first day that begins at a place of the axis or behind it.
fn first_day(scale: &Scale<'_>, unit: f64) -> Day {
    scale.first_day(unit, TINY)
}

/// How many of the first items hold, where all that hold come first: quick where they are few.
fn exponential_search<T>(items: &[T], holds: impl Fn(&T) -> bool) -> usize {
    let mut from = 0;
    let mut step = 1;
    while items.get(from + step - 1).is_some_and(&holds) {
        from += step;
        step *= 2;
    }
    let until = (from + step - 1).min(items.len());
    from + items.get(from..until).unwrap_or_default().partition_point(holds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn galloping_finds_what_searching_finds() {
        for length in 0..40_usize {
            let items: Vec<usize> = (0..length).collect();
            for border in 0..=length + 1 {
                assert_eq!(
                    exponential_search(&items, |item| *item < border),
                    border.min(length),
                    "{border} of {length}"
                );
            }
        }
    }

    #[test]
    fn buckets_take_three_to_six_pixels_and_halve() {
        for (pixels_per_unit, units) in [(6.0, 1.0), (5.9, 1.0), (3.1, 1.0), (3.0, 2.0), (0.1, 32.0), (13.0, 0.25)] {
            assert_eq!(units_of(LEAST_WIDTH, pixels_per_unit).to_bits(), f64::to_bits(units), "{pixels_per_unit}");
        }
    }
}
