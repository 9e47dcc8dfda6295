//! From days to the axis and back: piecewise linear, so that long silences can be folded.

use crate::time::{Day, DaySet, Span};

/// A silence is folded only when it is longer than this many days.
pub(crate) const QUIET_DAYS: i32 = 60;
/// A silence is folded only when it is longer than this share of the whole time, so that a thousand years fold as well
/// as forty.
const QUIET_SHARE: f64 = 1.0 / 256.0;
/// Time kept unfolded on each side of a trip, as a share of the shortest silence that folds.
const MARGIN_SHARE: f64 = 0.2;
/// Room a fold takes, as the same share.
const FOLD_SHARE: f64 = 0.15;
/// Room that something vague within a silence takes, which is folded by itself, as the same share.
const VAGUE_FOLD_SHARE: f64 = 0.6;

/// A part of a day too small to matter.
const TINY: f64 = 1e-6;

/// Maps days to *units* of the axis: one unit is one day where nothing is folded.
///
/// Strictly increasing and continuous; beyond its ends one unit is one day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimeMap {
    /// Where the slope changes, in order.
    knots: Vec<Knot>,
    folds: Vec<Span>,
    /// Days kept unfolded on each side of a trip.
    margin_days: i32,
    /// From the first to the last day of what folds were made for.
    extent: Option<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Knot {
    day: f64,
    unit: f64,
}

/// A part of the axis, in units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// Left end.
    pub from: f64,
    /// Right end, right of `from`.
    pub to: f64,
}

impl TimeMap {
    /// The map that folds nothing.
    #[must_use]
    pub fn to_scale() -> Self {
        Self::default()
    }

    /// The map that folds every long silence between these spans, which must be in order of their starts.
    ///
    /// `vague` spans do not keep time unfolded, but each is folded by itself, wide enough to be seen.
    #[must_use]
    pub fn folded(spans: &[Span], vague: &[Span]) -> Self {
        let Some(whole) = spans.iter().chain(vague).copied().reduce(Span::hull) else {
            return Self::to_scale();
        };
        let quiet = f64::from(QUIET_DAYS).max(f64::from(whole.days()) * QUIET_SHARE);
        let margin = quiet * MARGIN_SHARE;
        #[expect(clippy::cast_possible_truncation, reason = "a share of the calendar")]
        let mut map = Self { margin_days: margin.ceil() as i32, extent: Some(whole), ..Self::to_scale() };
        let vague: DaySet = vague.iter().copied().collect();
        let mut busy_until = whole.start();
        let end = Span::new(whole.end(), whole.end() + 1);
        for span in spans.iter().copied().chain(end) {
            if let Some(silence) = Span::new(busy_until, span.start()).filter(|days| quiet < f64::from(days.days())) {
                let (from, to) = (f64::from(silence.start().number()), f64::from(silence.end().number()));
                let folded = Span::new(nearest_day((from + margin).ceil()), nearest_day((to - margin).floor()));
                let folded: DaySet = folded.into_iter().collect();
                let shown = folded.intersection(&vague);
                let rest = folded.difference(&vague);
                let mut parts: Vec<(Span, f64)> = shown.spans().iter().map(|&days| (days, VAGUE_FOLD_SHARE)).collect();
                parts.extend(rest.spans().iter().map(|&days| (days, FOLD_SHARE)));
                parts.sort_by_key(|(days, _)| *days);
                for (days, share) in parts {
                    map.fold(days, quiet * share);
                }
            }
            busy_until = busy_until.max(span.end());
        }
        map
    }

    /// Appends a fold after all others: these days take `units`, or less where that would not shrink them.
    fn fold(&mut self, days: Span, units: f64) {
        let (from, to) = (f64::from(days.start().number()), f64::from(days.end().number()));
        let unit = self.unit_from_day(from);
        self.knots.push(Knot { day: from, unit });
        self.knots.push(Knot { day: to, unit: unit + units.min(to - from) });
        self.folds.push(days);
    }

    /// The silences that are folded, in order.
    #[must_use]
    pub fn folds(&self) -> &[Span] {
        &self.folds
    }

    /// The folds, as parts of the axis, that reach between two places of it, in order.
    pub(crate) fn folds_between(&self, from: f64, to: f64) -> impl Iterator<Item = Window> {
        let folds = self.knots.chunks_exact(2).map(|pair| Window { from: pair[0].unit, to: pair[1].unit });
        let first = self.knots.partition_point(|knot| knot.unit <= from) / 2;
        folds.skip(first).take_while(move |fold| fold.from < to)
    }

    /// Units of the widest fold, 0 where there is none.
    pub(crate) fn widest_fold(&self) -> f64 {
        self.knots.chunks_exact(2).map(|pair| pair[1].unit - pair[0].unit).fold(0.0, f64::max)
    }

    /// How much of a window is not folded, in units.
    #[must_use]
    pub fn unfolded_units(&self, window: Window) -> f64 {
        let folds = self.folds_between(window.from, window.to);
        window.length() - folds.map(|fold| fold.to.min(window.to) - fold.from.max(window.from)).sum::<f64>()
    }

    /// Where a day begins on the axis; a fraction is a part of the day.
    #[must_use]
    pub fn unit_from_day(&self, day: f64) -> f64 {
        convert(&self.knots, day, |knot| knot.day, |knot| knot.unit)
    }

    /// The day at a place of the axis, with the fraction of the day gone by.
    #[must_use]
    pub fn day_from_unit(&self, unit: f64) -> f64 {
        convert(&self.knots, unit, |knot| knot.unit, |knot| knot.day)
    }

    /// The part of the axis that a span of days takes.
    #[must_use]
    pub fn window_of(&self, span: Span) -> Window {
        let [from, to] = [span.start(), span.end()].map(|day| self.unit_from_day(f64::from(day.number())));
        Window { from, to }
    }

    /// The days that a part of the axis shows, in whole or in part.
    pub(crate) fn days_in(&self, window: Window) -> Span {
        // A part made from days ends on them, but for the last digits of a float.
        let first = Span::of_day(nearest_day((self.day_from_unit(window.from) + TINY).floor()));
        let end = nearest_day((self.day_from_unit(window.to) - TINY).ceil());
        Span::new(first.start(), end).unwrap_or(first)
    }

    /// The days of a part between two folds on which there are trips: without what is kept unfolded beside them.
    pub(crate) fn busy(&self, part: Span) -> Option<Span> {
        let margin = |is_fold: bool| if is_fold { self.margin_days } else { 0 };
        let start = margin(self.folds.binary_search_by_key(&part.start(), |fold| fold.end()).is_ok());
        let end = margin(self.folds.binary_search_by_key(&part.end(), |fold| fold.start()).is_ok());
        let busy = Span::new(part.start() + start, part.end() - end)?;
        self.extent.map_or(Some(busy), |extent| busy.intersection(extent))
    }

    /// The parts of `days` between the folds, in order.
    pub fn unfolded(&self, days: Span) -> impl Iterator<Item = Span> {
        let first = self.folds.partition_point(|fold| fold.end() <= days.start());
        let folds = self.folds[first..].iter().take_while(move |fold| fold.start() < days.end());
        let starts = std::iter::once(days.start()).chain(folds.clone().map(|fold| fold.end()));
        let ends = folds.map(|fold| fold.start()).chain(std::iter::once(days.end()));
        starts.zip(ends).filter_map(|(start, end)| Span::new(start, end))
    }
}

/// Interpolates between knots, which are strictly increasing in both coordinates.
fn convert(knots: &[Knot], value: f64, from: fn(&Knot) -> f64, to: fn(&Knot) -> f64) -> f64 {
    let after = knots.partition_point(|knot| from(knot) <= value);
    match (after.checked_sub(1).and_then(|before| knots.get(before)), knots.get(after)) {
        (Some(a), Some(b)) => {
            let share = (value - from(a)) / (from(b) - from(a));
            to(a) + share * (to(b) - to(a))
        }
        (Some(end), None) | (None, Some(end)) => to(end) + (value - from(end)),
        (None, None) => value,
    }
}

/// The day with this number, drawn to the calendar's ends.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "a float cast saturates, and Day draws it to the calendar")]
pub fn nearest_day(number: f64) -> Day {
    Day::from_number(number as i32)
}

impl Window {
    /// How many units it shows.
    #[must_use]
    pub fn length(self) -> f64 {
        self.to - self.from
    }

    /// Moved by this many units.
    #[must_use]
    pub fn pan(self, units: f64) -> Self {
        Self { from: self.from + units, to: self.to + units }
    }

    /// Larger by this share of its length on each side.
    #[must_use]
    pub fn widened(self, share: f64) -> Self {
        let by = self.length() * share;
        Self { from: self.from - by, to: self.to + by }
    }

    /// The same around its middle, at least so many units long.
    #[must_use]
    pub fn at_least(self, units: f64) -> Self {
        let missing = (units - self.length()).max(0.0) / 2.0;
        Self { from: self.from - missing, to: self.to + missing }
    }

    /// The nearest window within `bounds` that is at least `shortest` units long and at most as long as `bounds`.
    #[must_use]
    pub fn within(self, bounds: Self, shortest: f64) -> Self {
        let length = self.length().max(shortest).min(bounds.length().max(shortest));
        let middle = f64::midpoint(self.from, self.to);
        let lowest = bounds.from;
        let highest = (bounds.to - length).max(lowest);
        let from = (middle - length / 2.0).clamp(lowest, highest);
        Self { from, to: from + length }
    }

    /// Part of the way to another window: 0 is this one, 1 the other. Zooms evenly, whatever the difference in length.
    #[must_use]
    pub fn toward(self, other: Self, share: f64) -> Self {
        let ratio = other.length() / self.length();
        // Lengths follow a geometric series; the position follows the length, so that one point stays put.
        let length = self.length() * ratio.powf(share);
        let moved = if (ratio - 1.0).abs() < 1e-6 {
            share
        } else {
            (length - self.length()) / (other.length() - self.length())
        };
        let from = self.from + (other.from - self.from) * moved;
        Self { from, to: from + length }
    }
}
