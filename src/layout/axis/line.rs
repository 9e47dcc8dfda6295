//! A line of labels of which none overlaps another.

use super::scale::Scale;
use super::ticks::{Level, VisiblePeriod, years_between};
use crate::layout::scene::{Anchor, Rect, Role, Shape, TextWidth};
use crate::layout::text::Style;
use crate::time::{Period, Span, format_year};

/// A label where it stands.
#[derive(Clone)]
pub(super) struct Label {
    /// Left and right end in pixels.
    pub(super) left: f32,
    pub(super) right: f32,
    text: String,
    /// The first and the last year that it names; `None` for what is no year.
    pub(super) years: Option<[i32; 2]>,
    /// Whether it hides the lines behind it, as it does not stand in a period of its own.
    has_ground: bool,
}

impl Label {
    /// Whether it names all of these years.
    pub(super) fn names(&self, [first, last]: [i32; 2]) -> bool {
        self.years.is_some_and(|years| years[0] <= first && last <= years[1])
    }

    /// Whether it names years with their century.
    pub(super) fn is_full(&self) -> bool {
        self.years.is_some() && !self.text.starts_with('’')
    }
}

/// A line of labels.
#[derive(Clone)]
pub(super) struct Line<'a> {
    pub(super) style: Style,
    pub(super) middle_y: f32,
    pub(super) area: Rect,
    pub(super) text_width: TextWidth<'a>,
    pub(super) labels: Vec<Label>,
}

/// Pixels between two labels at least.
pub(super) const GAP: f32 = 6.0;

impl Line<'_> {
    /// The longest label of each period for which there is room; the periods that have one.
    ///
    /// Short years stand where a full one beside them or in the line `above` tells their century.
    pub(super) fn level(&mut self, level: &Level, scale: &Scale<'_>, above: &[Label]) -> Vec<Span> {
        let mut labelled = Vec::new();
        let mut without: Vec<&VisiblePeriod> = level.periods.iter().collect();
        // Twice, as a label behind a short year may tell its century.
        for _ in 0..2 {
            without.retain(|&visible| {
                let is_clear = self.is_clear(visible.period.start().year(), visible.left, above);
                let texts = level.labels(visible.period).into_iter();
                let texts = texts.filter(|text| is_clear || !text.starts_with('’'));
                let has_label = self.period(level, visible, scale, texts);
                labelled.extend(has_label.then_some(visible.period));
                !has_label
            });
        }
        labelled
    }

    /// Writes the first of the texts for which a period has room; whether there is one.
    fn period(
        &mut self,
        level: &Level,
        &VisiblePeriod { period, left, right }: &VisiblePeriod,
        scale: &Scale<'_>,
        texts: impl Iterator<Item = String>,
    ) -> bool {
        let marks_a_point = level.marks_a_point(period);
        let [from, to] = self.free(f32::midpoint(left, right));
        let is_away = 0.5 < (scale.x_from_day(period.start()) - left).abs() || left + GAP < from;
        if marks_a_point && is_away {
            return false;
        }
        let is_centred = !level.is_upper && !marks_a_point;
        let (left, right) = (left.max(from), right.min(to));
        // A centred label may reach a little over the folds beside it; nothing else stands there.
        let room = right - left + if is_centred { 2.0 } else { -6.0 };
        let Some((text, width)) = self.fitting(texts, room) else { return false };
        let x = if is_centred { (left + (right - left - width) / 2.0).max(from) } else { left + 4.0 };
        let names_year = level.is_upper || matches!(level.step, Period::Years(_));
        let last = if marks_a_point { period.start() } else { period.last() };
        let years = names_year.then(|| [period.start().year(), last.year()]);
        self.add(x, width, text, years, false);
        true
    }

    /// Whether the century of a year at a place can be read in this line or the one `above`.
    pub(super) fn is_clear(&self, year: i32, x: f32, above: &[Label]) -> bool {
        tells_century(above, year, x) || tells_century(&self.labels, year, x)
    }

    /// From the end of the label before a place to the label behind it, with gaps.
    pub(super) fn free(&self, x: f32) -> [f32; 2] {
        let mut free = [self.area.left, self.area.right];
        for label in &self.labels {
            if label.left < x {
                free[0] = free[0].max(label.right + GAP);
            } else {
                free[1] = free[1].min(label.left - GAP);
            }
        }
        free
    }

    pub(super) fn add(&mut self, left: f32, width: f32, text: String, years: Option<[i32; 2]>, has_ground: bool) {
        self.labels.push(Label { left, right: left + width, text, years, has_ground });
    }

    /// The first text that is not wider than `room`, and its width.
    pub(super) fn fitting(&self, mut texts: impl Iterator<Item = String>, room: f32) -> Option<(String, f32)> {
        texts.find_map(|text| {
            let width = self.style.width(&text, self.text_width);
            (width <= room).then_some((text, width))
        })
    }

    /// All labels as they are drawn, from left to right.
    pub(super) fn shapes(self) -> Vec<Shape> {
        let Self { style, middle_y, mut labels, .. } = self;
        labels.sort_by(|one, other| one.left.total_cmp(&other.left));
        let half = style.size * 0.6;
        let shapes = labels.into_iter().flat_map(|Label { left, right, text, has_ground, .. }| {
            let ground = Rect { left: left - 1.0, top: middle_y - half, right: right + 1.0, bottom: middle_y + half };
            let ground = has_ground.then(|| Shape::filled(ground, 0.0, Role::Background));
            ground.into_iter().chain([style.centred(left, middle_y, Anchor::Start, text)])
        });
        shapes.collect()
    }
}

/// Whether the nearest label before or behind a place that writes years of one century in full is of that of a year.
fn tells_century(labels: &[Label], year: i32, x: f32) -> bool {
    let written = labels.iter().filter(|label| label.is_full()).filter_map(|label| Some((label.left, label.years?)));
    let full: Vec<_> = written.filter(|(_, [first, last])| century(*first) == century(*last)).collect();
    let before = full.iter().filter(|(left, _)| *left <= x).max_by(|one, other| one.0.total_cmp(&other.0));
    let behind = full.iter().filter(|(left, _)| x < *left).min_by(|one, other| one.0.total_cmp(&other.0));
    let is_of_year = |(_, [first, _]): &(f32, [i32; 2])| 0 < year && century(*first) == century(year);
    [before, behind].into_iter().flatten().any(is_of_year)
}

fn century(year: i32) -> i32 {
    year.div_euclid(100)
}

/// How the years from the first to the last can be written, the longest first; without their century only where it is
/// clear.
pub(super) fn year_texts([first, last]: [i32; 2], is_clear: bool) -> Vec<String> {
    let short = |year: i32| format!("’{:02}", year.rem_euclid(100));
    if first == last {
        return [Some(format_year(first)), is_clear.then(|| short(first))].into_iter().flatten().collect();
    }
    let is_one_century = 0 < first && century(first) == century(last);
    let half = is_one_century.then(|| format!("{}–{}", format_year(first), short(last)));
    let brief = (is_one_century && is_clear).then(|| format!("{}–{}", short(first), short(last)));
    [Some(years_between(first, last)), half, brief].into_iter().flatten().collect()
}
