//! The date axis: which periods are marked, and where their lines and labels stand.

use super::scale::Scale;
use crate::layout::scene::{Anchor, Point, Rect, Role, Shape, Stroke, TextWidth};
use crate::layout::text::Style;
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
    left: f32,
    /// Right end of what is seen of it, in pixels.
    right: f32,
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
    is_upper: bool,
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

    /// The labels of both levels, in an area two lines high.
    #[must_use]
    pub fn labels(&self, scale: &Scale<'_>, area: Rect, text_width: TextWidth<'_>) -> Vec<Shape> {
        let line = area.height() / 2.0;
        let labels = Labels { scale, area, text_width };
        let (upper, upper_y) = (Style::semi_bold(12.0, Role::Text), area.top + line * 0.58);
        let (lower, lower_y) = (Style::regular(11.0, Role::TextMuted), area.top + line * 1.45);
        let mut shapes = labels.level(&self.upper, upper, upper_y);
        if shapes.is_empty() {
            shapes.extend(labels.years(upper, upper_y));
        }
        shapes.extend(labels.level(&self.lower, lower, lower_y));
        shapes.extend(labels.folds(lower, lower_y));
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

/// Where labels are written, and how wide they come out.
struct Labels<'a> {
    scale: &'a Scale<'a>,
    area: Rect,
    text_width: TextWidth<'a>,
}

impl Labels<'_> {
    /// The longest label of each period for which there is room.
    fn level(&self, level: &Level, style: Style, middle_y: f32) -> Vec<Shape> {
        let mut free_from = self.area.left;
        let label = |VisiblePeriod { period, left, right }: &VisiblePeriod| {
            let marks_a_point = level.marks_a_point(*period);
            if marks_a_point && 0.5 < (self.scale.x_from_day(period.start()) - left).abs() {
                return None;
            }
            let is_centred = !level.is_upper && !marks_a_point;
            let left = left.max(free_from);
            // A centred label may reach a little over the folds beside it; nothing else stands there.
            let room = right - left + if is_centred { 2.0 } else { -6.0 };
            let mut labels = level.labels(*period).into_iter();
            let (text, width) = labels.find_map(|text| self.fitting(text, style, room))?;
            let x = if is_centred { (left + (right - left - width) / 2.0).max(free_from) } else { left + 4.0 };
            free_from = x + width + 6.0;
            Some(style.centred(x, middle_y, Anchor::Start, text))
        };
        level.periods.iter().filter_map(label).collect()
    }

    /// The years that are seen, for an upper level of which no period has room for its label between wide folds.
    fn years(&self, style: Style, middle_y: f32) -> Option<Shape> {
        let days = self.scale.days();
        let (first, last) = (days.start().year(), days.last().year());
        let years = if first == last { format_year(first) } else { years_between(first, last) };
        let (years, _) = self.fitting(years, style, self.area.width() - 8.0)?;
        Some(style.centred(self.area.left + 4.0, middle_y, Anchor::Start, years))
    }

    /// What each fold is that has room to say so: a whole year by its name, any other time by its length.
    fn folds(&self, style: Style, middle_y: f32) -> Vec<Shape> {
        let label = |&fold: &Span| {
            let rect = self.scale.rect(fold, self.area);
            let (left, right) = (rect.left.max(self.scale.left), rect.right.min(self.scale.right()));
            let year = fold.start().year();
            let (texts, margin) = if Span::of_years(year, year) == Some(fold) {
                (year_labels(year), 2.0)
            } else {
                (vec![roughly(fold.days())], 8.0)
            };
            let (text, _) = texts.into_iter().find_map(|text| self.fitting(text, style, right - left - margin))?;
            Some(style.centred(f32::midpoint(left, right), middle_y, Anchor::Middle, text))
        };
        let days = self.scale.days();
        self.scale.map.folds().iter().filter(|fold| fold.overlaps(days)).filter_map(label).collect()
    }

    /// A text with its width, if that is not more than `room`.
    fn fitting(&self, text: String, style: Style, room: f32) -> Option<(String, f32)> {
        let width = style.width(&text, self.text_width);
        (width <= room).then_some((text, width))
    }
}

/// A long time in whole years, else months: `34 years`, `8 months`.
fn roughly(days: i32) -> String {
    let whole = |period: Period| (f64::from(days) / period.mean_days()).round();
    match (whole(Period::Years(1)), whole(Period::Month)) {
        (years, _) if 2.0 <= years => format!("{years} years"),
        (_, months) => format!("{months} months"),
    }
}

fn years_between(first: i32, last: i32) -> String {
    format!("{}–{}", format_year(first), format_year(last))
}

fn year_labels(year: i32) -> Vec<String> {
    vec![format_year(year), format!("’{:02}", year.rem_euclid(100))]
}

impl Level {
    /// Whether a label names where its period begins, as the number of a day does, and not the whole of it.
    ///
    /// Such a label stands nowhere else: "1950" at the left edge would be taken for the year that is there.
    fn marks_a_point(&self, period: Span) -> bool {
        match self.step {
            _ if self.is_upper => false,
            Period::Day | Period::Week | Period::Years(2 | 5 | 20 | 200) => true,
            // There is no word like "1950s" for ten years before year 1.
            Period::Years(10) => period.start().year() <= 0,
            Period::Month | Period::Years(_) => false,
        }
    }

    /// How a period can be written, the longest first. The upper level always names the year.
    fn labels(&self, period: Span) -> Vec<String> {
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

/// Height of a tooth of a torn edge, in pixels.
const TOOTH: f32 = 6.0;

/// A band of torn paper.
fn fold_shapes(band: Rect) -> Vec<Shape> {
    let mut shapes = vec![Shape::filled(band, 0.0, Role::Fold)];
    if band.width() < 4.0 {
        return shapes;
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
    shapes
}
