//! The date axis: which periods are marked, where their lines stand, and what they are called.

use super::scale::Scale;
use crate::layout::scene::{Point, Rect, Role, Shape, Stroke};
use crate::time::{Months, Period, Span, format_year};

/// Pixels a period needs at least to be marked on the lower level.
const fn least_width(period: Period) -> f64 {
    match period {
        Period::Day => 24.0,
        Period::Week => 28.0,
        Period::Month => 32.0,
        Period::Years(1..=10 | 20 | 200) => 36.0,
        // Written with its first and its last year.
        Period::Years(_) => 68.0,
    }
}

/// The steps of the lower level, from fine to coarse, each with its upper level.
const STEPS: [(Period, Period); 12] = [
    (Period::Day, Period::Month),
    (Period::Week, Period::Month),
    (Period::Month, Period::Years(1)),
    (Period::Years(1), Period::Years(10)),
    (Period::Years(2), Period::Years(10)),
    (Period::Years(5), Period::Years(10)),
    (Period::Years(10), Period::Years(100)),
    (Period::Years(20), Period::Years(100)),
    (Period::Years(100), Period::Years(1000)),
    (Period::Years(200), Period::Years(1000)),
    (Period::Years(1000), Period::Years(10_000)),
    (Period::Years(5000), Period::Years(10_000)),
];

/// A period that can be seen, and the pixels from its first to its last visible part.
#[derive(Clone, Debug, PartialEq)]
pub struct VisiblePeriod {
    /// The whole period.
    pub period: Span,
    /// Left end of what is seen of it, in pixels.
    pub(super) left: f32,
    /// Right end of what is seen of it, in pixels.
    pub(super) right: f32,
}

/// The two levels of an axis at some zoom.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The level of the smaller periods.
    pub lower: Level,
    /// The level of the larger periods, written above the other.
    pub upper: Level,
}

/// A level of an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// From one mark to the next.
    pub step: Period,
    pub(super) is_upper: bool,
    /// What is seen of it.
    pub periods: Vec<VisiblePeriod>,
}

impl Axis {
    /// The finest steps that still leave room for their labels.
    #[must_use]
    pub fn new(scale: &Scale<'_>) -> Self {
        let pixels_per_day = scale.pixels_per_unit();
        // "200 BCE" takes more room than "1956".
        let longer = if scale.days().start().year() <= 0 { 1.7 } else { 1.0 };
        let (lower, upper) = STEPS
            .into_iter()
            .find(|(lower, _)| least_width(*lower) * longer <= lower.mean_days() * pixels_per_day)
            .unwrap_or(STEPS[STEPS.len() - 1]);
        let level = |step, is_upper| Level { step, is_upper, periods: periods(step, scale) };
        Self { lower: level(lower, false), upper: level(upper, true) }
    }

    /// The lines between periods, from the top of the axis through the lanes, and the folds of the lanes.
    pub(crate) fn grid(&self, scale: &Scale<'_>, axis: Rect, lanes: Rect) -> Vec<Shape> {
        let days = scale.days();
        let folds = scale.map.folds().iter().filter(|fold| fold.overlaps(days));
        let mut shapes: Vec<_> = folds.flat_map(|&fold| fold_shapes(scale.rect(fold, lanes))).collect();
        // The lines of small periods begin below the names of the large ones.
        for (level, role, top) in
            [(&self.lower, Role::Grid, axis.middle_y()), (&self.upper, Role::GridStrong, axis.top)]
        {
            for visible in level.periods.iter().filter(|visible| days.contains(visible.period.start())) {
                let x = scale.x_from_day(visible.period.start());
                // A boundary inside a fold is nowhere in particular.
                if (visible.left - x).abs() < 0.5 {
                    shapes.push(Shape::upright(x, top, lanes.bottom, Stroke::solid(role, 1.0)));
                }
            }
        }
        shapes
    }
}

/// What is seen of each period: between the folds, joined over a fold where a period has both sides of it.
fn periods(step: Period, scale: &Scale<'_>) -> Vec<VisiblePeriod> {
    let mut periods: Vec<VisiblePeriod> = Vec::new();
    for part in scale.unfolded() {
        for period in step.across(part) {
            let Some(seen) = period.intersection(part) else { continue };
            let left = scale.x_from_day(seen.start()).max(scale.left);
            let right = scale.x_from_day(seen.end()).min(scale.right());
            match periods.last_mut() {
                Some(last) if last.period == period => last.right = right,
                _ => periods.push(VisiblePeriod { period, left, right }),
            }
        }
    }
    periods
}

impl Level {
    /// Whether a label names where its period begins, as the number of a day does, and not the whole of it.
    ///
    /// Such a label stands nowhere else: "1950" at the left edge would be taken for the year that is there.
    pub(super) fn marks_a_point(&self, period: Span) -> bool {
        match self.step {
            _ if self.is_upper => false,
            Period::Day | Period::Week | Period::Years(2 | 5 | 20 | 200) => true,
            // There is no word like "1950s" for ten years before year 1.
            Period::Years(10) => period.start().year() <= 0,
            Period::Month | Period::Years(_) => false,
        }
    }

    /// How a period can be written, the longest first. The upper level always names the year.
    pub(super) fn labels(&self, period: Span) -> Vec<String> {
        let (year, month, number) = period.start().ymd();
        let months = [Months::Full, Months::Abbreviated].map(|months| months.name(month));
        match (self.step, self.is_upper) {
            (Period::Day | Period::Week, _) => vec![number.to_string()],
            (Period::Month, true) => months.map(|month| format!("{month} {}", format_year(year))).into(),
            (Period::Month, false) => months.map(str::to_owned).into(),
            (Period::Years(1), false) => year_labels(year),
            (Period::Years(10), _) if 0 < year => vec![format!("{year}s"), format!("’{:02}s", year.rem_euclid(100))],
            (Period::Years(1), true) | (Period::Years(2 | 5 | 10 | 20 | 200), false) => vec![format_year(year)],
            // The first year alone would stand where another year is.
            (Period::Years(_), _) => vec![years_between(year, period.last().year())],
        }
    }
}

/// Some years by the first and the last: `1900–1999`.
pub(super) fn years_between(first: i32, last: i32) -> String {
    format!("{}–{}", format_year(first), format_year(last))
}

/// How a year can be written, the longest first.
pub(super) fn year_labels(year: i32) -> Vec<String> {
    vec![format_year(year), format!("’{:02}", year.rem_euclid(100))]
}

/// Width and height of the tear on the axis, in pixels.
const TEAR: [f32; 2] = [3.0, 8.0];
/// A narrower band has no edges, in pixels.
const LEAST_EDGED: f32 = 16.0;

/// A quiet band over the lanes, and a tear where it meets the axis.
fn fold_shapes(band: Rect) -> Vec<Shape> {
    let mut shapes = vec![Shape::filled(band, 0.0, Role::Fold)];
    if LEAST_EDGED <= band.width() {
        let edge = |x| Shape::upright(x, band.top, band.bottom, Stroke::solid(Role::FoldEdge, 1.0));
        shapes.extend([band.left, band.right].map(edge));
    }
    let ([half, height], x) = (TEAR, band.middle_x());
    if 2.0 * half <= band.width() {
        let corners = [(0.0, -height), (half, -height * 0.66), (-half, -height * 0.33), (0.0, 0.0)];
        let points = corners.map(|(dx, dy)| Point { x: x + dx, y: band.top + dy }).into();
        shapes.push(Shape::Polyline { points, stroke: Stroke::solid(Role::GridStrong, 1.0) });
    }
    shapes
}
