//! Whatever the trips, the zoom and the width: all time between folds can be dated, and the upper line tells the years.

use proptest::prelude::*;
use wayline::layout::{Axis, Rect, Scale, Shape, TimeMap};
use wayline::paint::text_width;
use wayline::time::{Day, Period, Span, format_year, parse_entry};

use crate::support::strategies::part;

const HEIGHT: f32 = 40.0;
/// A label this far from what it names is still beside it, in pixels.
const NEAR: f32 = 12.0;

/// A label of the axis.
#[derive(Clone, Debug)]
struct Label {
    left: f32,
    right: f32,
    is_upper: bool,
    text: String,
}

fn labels(axis: &Axis, scale: &Scale<'_>) -> Vec<Label> {
    let area = Rect { left: scale.left, top: 0.0, right: scale.right(), bottom: HEIGHT };
    let label = |shape| match shape {
        Shape::Text { at, text, size, weight, .. } => {
            let right = at.x + text_width(&text, size, weight);
            Some(Label { left: at.x, right, is_upper: at.y < HEIGHT / 2.0, text })
        }
        _ => None,
    };
    axis.labels(scale, area, &text_width).into_iter().filter_map(label).collect()
}

impl Label {
    /// The years it names, where a short one is of the century of `near`; `None` where it names none.
    fn years(&self, near: i32, axis: &Axis) -> Option<[i32; 2]> {
        let year = |text: &str| match text.strip_prefix('’') {
            Some(number) => number.parse::<i32>().ok().map(|number| near.div_euclid(100) * 100 + number),
            None => {
                parse_entry(text).map(|when| when.possible().start().year()).filter(|year| format_year(*year) == text)
            }
        };
        if let Some((first, last)) = self.text.split_once('–') {
            let first = year(first)?;
            let last = if last.starts_with('’') {
                last.replace('’', &first.div_euclid(100).to_string())
            } else {
                last.to_owned()
            };
            return Some([first, year(&last)?]);
        }
        if let Some(decade) = self.text.strip_suffix('s').and_then(year) {
            return Some([decade, decade + 9]);
        }
        let only = year(self.text.rsplit_once(' ').filter(|_| self.is_upper).map_or(&self.text, |(_, year)| year))?;
        // A number at a line stands for the years up to the next.
        let step = match axis.lower.step {
            Period::Years(step) if !self.is_upper && only.rem_euclid(step) == 0 => step,
            _ => 1,
        };
        Some([only, only + step - 1])
    }
}

fn trips() -> impl Strategy<Value = Vec<Span>> {
    let year = prop_oneof![4 => 1860..2026_i32, 2 => 1940..1960_i32, 1 => 1400..2100, 1 => 100..2100];
    let trip = (year, 0..360_i32, prop_oneof![5 => 1..20_i32, 1 => 1..900]);
    let trip = trip.prop_map(|(year, day, days)| {
        let start = Day::first_of_year(year) + day;
        Span::new(start, start + days).unwrap()
    });
    prop::collection::vec(trip, 1..60).prop_map(|mut trips| {
        trips.sort();
        trips
    })
}

/// Days as the axis shows them in a window, from their left to their right end.
fn pixels(scale: &Scale<'_>, days: Span) -> [f32; 2] {
    [days.start(), days.end()].map(|day| scale.x_from_day(day).clamp(scale.left, scale.right()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn time_is_always_readable(
        trips in trips(), share in prop_oneof![Just((0.0, 1.0)), (0.0..1.0, 0.0..1.0)], width in 240.0_f32..2600.0,
    ) {
        let map = TimeMap::folded(&trips, &[]);
        let whole = map.window_of(trips.iter().copied().reduce(Span::hull).unwrap()).widened(0.012);
        let scale = Scale::new(&map, part(whole, share), 180.0, width);
        let axis = Axis::new(&scale);
        let labels = labels(&axis, &scale);
        for (at, one) in labels.iter().enumerate() {
            for other in &labels[at + 1..] {
                let is_apart = one.right <= other.left || other.right <= one.left;
                prop_assert!(is_apart || one.is_upper != other.is_upper, "{one:?} and {other:?}");
            }
        }
        let segments: Vec<Span> = map.unfolded(scale.days()).collect();
        prop_assert!(segments.is_empty() || labels.iter().any(|label| label.is_upper), "{labels:?}");
        for (at, segment) in segments.iter().enumerate() {
            let seen = trips.iter().filter(|trip| trip.overlaps(*segment)).filter_map(|trip| {
                let days = trip.intersection(*segment)?;
                let [left, right] = pixels(&scale, days);
                (0.5 < right - left || scale.days().contains(trip.start())).then_some(days)
            });
            let Some(busy) = seen.reduce(Span::hull) else { continue };
            let years = [busy.start().year(), busy.last().year()];
            let [left, right] = pixels(&scale, *segment);
            let before = at.checked_sub(1).map_or(scale.left, |at| pixels(&scale, segments[at])[1]);
            let behind = segments.get(at + 1).map_or(scale.right(), |next| pixels(&scale, *next)[0]);
            let dates = |label: &Label, near: i32| {
                let Some([first, last]) = label.years(near, &axis) else { return false };
                let Some(named) = Span::of_years(first, last) else { return false };
                let [from, to] = pixels(&scale, named);
                let is_beside = label.left <= behind + NEAR && before <= label.right + NEAR;
                // A label farther away stands in its years, which are few or closer to each other than labels.
                let are_few = last - first < 10 || to - from < 3.0 * (label.right - label.left);
                let is_there = is_beside || (are_few && label.left <= to + NEAR && from <= label.right + NEAR);
                // A year that begins between two of the trips tells how far away the others are.
                let is_scale = is_beside && segment.contains(Day::first_of_year(first));
                is_scale || (first <= years[1] && years[0] <= last && is_there)
            };
            prop_assert!(labels.iter().any(|label| years.iter().any(|&near| dates(label, near))), "{years:?} at {left}–{right} of {labels:?}");
            // What stands over it names nothing else.
            for label in labels.iter().filter(|label| label.left <= left && right <= label.right) {
                let named: Vec<_> = years.iter().filter_map(|&near| label.years(near, &axis)).collect();
                let is_named = named.is_empty() || named.iter().any(|[first, last]| *first <= years[1] && years[0] <= *last);
                prop_assert!(is_named, "{label:?} over {years:?} at {left}–{right} of {labels:?}");
            }
        }
        // A short year has its century beside or above it.
        for label in labels.iter().filter(|label| label.text.starts_with('’')) {
            let middle = f32::midpoint(label.left, label.right);
            let away = |days: &Span| {
                let [left, right] = pixels(&scale, *days);
                (left - middle).max(middle - right).max(0.0)
            };
            let nearest = segments.iter().min_by(|one, other| away(one).total_cmp(&away(other))).unwrap();
            let centuries = [nearest.start(), nearest.last()].map(|day| day.year().div_euclid(100));
            let tells = |other: &Label| {
                let years = other.years(0, &axis).filter(|_| !other.text.starts_with('’'));
                years.is_some_and(|[first, _]| centuries.contains(&first.div_euclid(100)))
            };
            prop_assert!(labels.iter().any(tells), "{label:?} of {labels:?}");
        }
    }
}
