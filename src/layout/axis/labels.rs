//! The labels of the date axis: two lines, on which no two labels overlap, and by which every trip can be dated.

use super::line::{GAP, Label, Line, year_texts};
use super::scale::Scale;
use super::segments::{Segment, segments};
use super::ticks::{Axis, Level, year_labels};
use crate::layout::metrics::SMALL_TEXT;
use crate::layout::scene::{Rect, Role, Shape, TextWidth};
use crate::layout::text::Style;
use crate::time::{Period, Span};

/// Pixels beside the left end of the axis.
const MARGIN: f32 = 4.0;

impl Axis {
    /// The labels of both levels, in an area two lines high.
    ///
    /// Where the time between two folds is too short for the label of any of its periods, the years of its trips are
    /// written there instead, over the folds beside it if need be: on either line, shortened if that is unambiguous.
    /// Where that has no room either, a label on the lower line names all years under it.
    #[must_use]
    pub fn labels(&self, scale: &Scale<'_>, area: Rect, text_width: TextWidth<'_>) -> Vec<Shape> {
        let height = area.height() / 2.0;
        let line = |style, middle_y| Line { style, middle_y, area, text_width, labels: Vec::new() };
        let mut upper = line(Style::semi_bold(SMALL_TEXT, Role::Text), area.top + height * 0.58);
        let lower = line(Style::regular(SMALL_TEXT, Role::TextMuted), area.top + height * 1.45);
        let dated = upper.upper_level(&self.upper, scale);
        let mut segments = segments(scale);
        for segment in &mut segments {
            segment.is_dated = self.upper.dates(&dated, segment);
        }
        let each = self.each_dated(scale, &segments, [upper.clone(), lower.clone()]);
        let [upper, mut lower] = each.unwrap_or_else(|| {
            let mut lower = lower;
            lower.ranges(scale, &segments, &upper.labels);
            lower.level(&self.lower, scale, &upper.labels);
            [upper, lower]
        });
        if matches!(self.lower.step, Period::Years(_)) {
            for segment in &segments {
                let is_beside = |label: &Label| segment.left < label.right && label.left < segment.right;
                let is_named = lower.labels.iter().any(|label| is_beside(label) || label.names(segment.years()))
                    || upper.labels.iter().any(|label| label.years == Some(segment.years()));
                if !is_named {
                    lower.around(segment, &upper.labels);
                }
            }
        }
        lower.folds(scale);
        upper.shapes().into_iter().chain(lower.shapes()).collect()
    }

    /// Both lines with the lower level and a label for each segment that is not dated; `None` where one has no room.
    fn each_dated<'a>(
        &self,
        scale: &Scale<'_>,
        segments: &[Segment],
        [mut upper, mut lower]: [Line<'a>; 2],
    ) -> Option<[Line<'a>; 2]> {
        let dated = lower.level(&self.lower, scale, &upper.labels);
        let is_undated = |segment: &&Segment| !segment.is_dated && !self.lower.dates(&dated, segment);
        for segment in segments.iter().filter(is_undated) {
            if !upper.around(segment, &[]) && !lower.around(segment, &upper.labels) {
                return None;
            }
        }
        Some([upper, lower])
    }
}

impl Level {
    /// Whether a segment can be dated from the labels of some periods: by one of few years that it lies in, or by the
    /// place in it where a longer one begins.
    fn dates(&self, labelled: &[Span], segment: &Segment) -> bool {
        let names_year = self.is_upper || matches!(self.step, Period::Years(_));
        labelled.iter().any(|&period| {
            let is_short = !self.marks_a_point(period) && period.days() <= MOST_DAYS;
            names_year && if is_short { period.overlaps(segment.busy) } else { segment.busy.contains(period.start()) }
        })
    }
}

/// Days of the longest period that dates what lies in it: ten years.
const MOST_DAYS: i32 = 3653;

impl Line<'_> {
    /// The labels of an upper level, of which the leftmost stays in view: where no period has room for a label there, the
    /// years that are seen up to the first that has. The periods that have one.
    fn upper_level(&mut self, level: &Level, scale: &Scale<'_>) -> Vec<Span> {
        let mut labelled = self.level(level, scale, &[]);
        // Without one in full the others have no century.
        if self.labels.iter().all(|label| !label.is_full()) {
            self.labels.clear();
            labelled.clear();
        }
        let days = scale.days();
        let first = labelled.iter().min().copied();
        let end = first.map_or(days.end(), Span::start);
        let to = self.labels.iter().map(|label| label.left - GAP).fold(self.area.right, f32::min);
        if let Some(seen) = Span::new(days.start(), end) {
            let years = [seen.start().year(), seen.last().year()];
            let texts = year_texts(years, false);
            let left = self.area.left + MARGIN;
            if let Some((text, width)) = self.fitting(texts.into_iter(), to - left) {
                self.add(left, width, text, Some(years), false);
            }
        }
        labelled
    }

    /// What each fold is that has room to say so: a whole year by its name, any other time by its length.
    fn folds(&mut self, scale: &Scale<'_>) {
        let days = scale.days();
        for &fold in scale.map.folds().iter().filter(|fold| fold.overlaps(days)) {
            let rect = scale.rect(fold, self.area);
            let (left, right) = (rect.left.max(scale.left), rect.right.min(scale.right()));
            let year = fold.start().year();
            let (texts, margin) = if Span::of_years(year, year) == Some(fold) {
                (year_labels(year), 2.0)
            } else {
                (vec![roughly(fold.days())], 8.0)
            };
            if let Some((text, width)) = self.fitting(texts.into_iter(), right - left - margin) {
                let x = f32::midpoint(left, right) - width / 2.0;
                if self.labels.iter().all(|label| label.right <= x || x + width <= label.left) {
                    self.add(x, width, text, None, false);
                }
            }
        }
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
