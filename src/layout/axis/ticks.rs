//! The date axis: which periods are marked, and where their lines and labels stand.

use super::scale::Scale;
use crate::{
    layout::{
        scene::{Anchor, Point, Rect, Role, Shape, Stroke, TextWidth},
        text::Style,
    },
    time::{Months, Period, Span, format_year},
};

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
    /// Left end of what is seen of it.
    pub left: f32,
    /// Right end of what is seen of it.
    pub right: f32,
}

/// The two levels of an axis at some zoom.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Step of the lower level.
    pub lower: Period,
    /// Step of the upper level.
    pub upper: Period,
    /// What is seen of the lower level.
    pub lower_periods: Vec<VisiblePeriod>,
    /// What is seen of the upper level.
    pub upper_periods: Vec<VisiblePeriod>,
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
        Self { lower, upper, lower_periods: periods(lower, scale), upper_periods: periods(upper, scale) }
    }

    /// The lines between periods, from the top of the axis through the lanes, and the folds of the lanes.
    pub(crate) fn grid(&self, scale: &Scale<'_>, axis: Rect, lanes: Rect) -> Vec<Shape> {
        let days = scale.days();
        let mut shapes = Vec::new();
        for fold in scale.map.folds() {
            if fold.overlaps(days) {
                let (left, right) = (scale.x_from_day(fold.start()), scale.x_from_day(fold.end()));
                fold_shapes(&mut shapes, Rect { left, right, ..lanes });
            }
        }
        // The lines of small periods begin below the names of the large ones.
        let mut lines = |periods: &[VisiblePeriod], role, top| {
            for visible in periods.iter().filter(|visible| days.contains(visible.period.start())) {
                let x = scale.x_from_day(visible.period.start());
                // A boundary inside a fold is nowhere in particular.
                if (visible.left - x).abs() < 0.5 {
                    shapes.push(Shape::Line {
                        from: Point { x, y: top },
                        to: Point { x, y: lanes.bottom },
                        stroke: Stroke::solid(role, 1.0),
                    });
                }
            }
        };
        lines(&self.lower_periods, Role::Grid, axis.middle_y());
        lines(&self.upper_periods, Role::GridStrong, axis.top);
        shapes
    }

    /// The labels of both levels, in an area two lines high.
    #[must_use]
    pub fn labels(&self, scale: &Scale<'_>, area: Rect, text_width: TextWidth<'_>) -> Vec<Shape> {
        let line = area.height() / 2.0;
        let upper = Style::semi_bold(12.0, Role::Text);
        let lower = Style::regular(11.0, Role::TextMuted);
        let row = |periods: &[VisiblePeriod], level: Level, style: Style, middle_y: f32| {
            let mut shapes = Vec::new();
            let mut free_from = area.left;
            for visible in periods {
                if level.marks_a_point(visible.period)
                    && 0.5 < (scale.x_from_day(visible.period.start()) - visible.left).abs()
                {
                    continue;
                }
                let centred = matches!(level, Level::Lower(_)) && !level.marks_a_point(visible.period);
                let left = visible.left.max(free_from);
                // A centred label may reach a little over the folds beside it; nothing else stands there.
                let room = visible.right - left + if centred { 2.0 } else { -6.0 };
                let Some((label, width)) = labels(level, visible.period)
                    .into_iter()
                    .map(|label| (label.clone(), style.width(&label, text_width)))
                    .find(|(_, width)| *width <= room)
                else {
                    continue;
                };
                let x = if centred { (left + (visible.right - left - width) / 2.0).max(free_from) } else { left + 4.0 };
                free_from = x + width + 6.0;
                let at = Point { x, y: style.baseline(middle_y) };
                shapes.push(style.at(at, Anchor::Start, label));
            }
            shapes
        };
        let mut shapes = row(&self.upper_periods, Level::Upper(self.upper), upper, area.top + line * 0.58);
        if shapes.is_empty() {
            shapes.extend(years_label(scale, area, area.top + line * 0.58, upper, text_width));
        }
        shapes.extend(row(&self.lower_periods, Level::Lower(self.lower), lower, area.top + line * 1.45));
        shapes.extend(fold_labels(scale, area.top + line * 1.45, lower, text_width));
        shapes
    }
}

/// What is seen of each period: between the folds, joined over a fold where a period has both sides of it.
fn periods(step: Period, scale: &Scale<'_>) -> Vec<VisiblePeriod> {
    let mut periods: Vec<VisiblePeriod> = Vec::new();
    for part in scale.map.unfolded(scale.days()) {
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

/// The years that are seen, for an upper level of which no period has room for its label between wide folds.
fn years_label(scale: &Scale<'_>, area: Rect, middle_y: f32, style: Style, text_width: TextWidth<'_>) -> Option<Shape> {
    let (first, last) = (scale.days().start().year(), scale.days().last().year());
    let years =
        if first == last { format_year(first) } else { format!("{}–{}", format_year(first), format_year(last)) };
    let at = Point { x: area.left + 4.0, y: style.baseline(middle_y) };
    (style.width(&years, text_width) + 8.0 <= area.width()).then(|| style.at(at, Anchor::Start, years))
}

/// What each fold is that has room to say so: a whole year by its name, any other time by its length.
fn fold_labels(scale: &Scale<'_>, middle_y: f32, style: Style, text_width: TextWidth<'_>) -> Vec<Shape> {
    let label = |fold: &Span| {
        let (left, right) = (scale.x_from_day(fold.start()), scale.x_from_day(fold.end()));
        let year = fold.start().year();
        let (texts, margin) = if Span::of_years(year, year) == Some(*fold) {
            (labels(Level::Lower(Period::Years(1)), *fold), 2.0)
        } else {
            (vec![roughly(fold.days())], 8.0)
        };
        let room = right.min(scale.right()) - left.max(scale.left) - margin;
        let at =
            Point { x: f32::midpoint(left.max(scale.left), right.min(scale.right())), y: style.baseline(middle_y) };
        let fitting = texts.into_iter().find(|text| style.width(text, text_width) <= room)?;
        Some(style.at(at, Anchor::Middle, fitting))
    };
    let days = scale.days();
    scale.map.folds().iter().filter(|fold| fold.overlaps(days)).filter_map(label).collect()
}

/// A long time in whole years, else months: `34 years`, `8 months`.
fn roughly(days: i32) -> String {
    let whole = |period: Period| (f64::from(days) / period.mean_days()).round();
    match (whole(Period::Years(1)), whole(Period::Month)) {
        (years, _) if 2.0 <= years => format!("{years} years"),
        (_, months) => format!("{months} months"),
    }
}

/// A level of the axis with its step.
#[derive(Clone, Copy)]
enum Level {
    Upper(Period),
    Lower(Period),
}

impl Level {
    /// Whether a label names where its period begins, as the number of a day does, and not the whole of it.
    ///
    /// Such a label stands nowhere else: "1950" at the left edge would be taken for the year that is there.
    fn marks_a_point(self, period: Span) -> bool {
        match self {
            Self::Lower(Period::Day | Period::Week | Period::Years(2 | 5 | 20 | 200)) => true,
            // There is no word like "1950s" for ten years before year 1.
            Self::Lower(Period::Years(10)) => period.start().year() <= 0,
            Self::Lower(_) | Self::Upper(_) => false,
        }
    }
}

/// How a period can be written, the longest first. The upper level always names the year.
fn labels(level: Level, period: Span) -> Vec<String> {
    let (year, month, number) = period.start().ymd();
    match level {
        Level::Upper(Period::Month) => vec![
            format!("{} {}", Months::Full.name(month), format_year(year)),
            format!("{} {}", Months::Abbreviated.name(month), format_year(year)),
        ],
        Level::Lower(Period::Month) => {
            vec![Months::Full.name(month).to_owned(), Months::Abbreviated.name(month).to_owned()]
        }
        Level::Upper(Period::Day | Period::Week) | Level::Lower(Period::Day | Period::Week) => {
            vec![number.to_string()]
        }
        Level::Lower(Period::Years(1)) => vec![format_year(year), format!("’{:02}", year.rem_euclid(100))],
        Level::Upper(Period::Years(10)) | Level::Lower(Period::Years(10)) if 0 < year => {
            vec![format!("{year}s"), format!("’{:02}s", year.rem_euclid(100))]
        }
        Level::Upper(Period::Years(1)) | Level::Lower(Period::Years(2 | 5 | 10 | 20 | 200)) => vec![format_year(year)],
        // The first year alone would stand where another year is.
        Level::Upper(Period::Years(_)) | Level::Lower(Period::Years(_)) => {
            vec![format!("{}–{}", format_year(year), format_year(period.last().year()))]
        }
    }
}

/// Height of a tooth of a torn edge, in pixels.
const TOOTH: f32 = 6.0;

/// A band of torn paper.
fn fold_shapes(shapes: &mut Vec<Shape>, band: Rect) {
    shapes.push(Shape::Box { rect: band, corner: 0.0, fill: Some(Role::Fold), stroke: None });
    if band.width() < 4.0 {
        return;
    }
    for (x, inward) in [(band.left, 1.5), (band.right, -1.5)] {
        let mut points = Vec::new();
        let mut y = band.top;
        let mut out = false;
        while y < band.bottom {
            points.push(Point { x: if out { x + inward } else { x - inward }, y });
            y += TOOTH;
            out = !out;
        }
        points.push(Point { x, y: band.bottom });
        shapes.push(Shape::Polyline { points, stroke: Stroke::solid(Role::FoldEdge, 1.0) });
    }
}
