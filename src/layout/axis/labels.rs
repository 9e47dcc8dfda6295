//! The labels of the date axis: two lines, on which no two labels overlap, and by which every trip can be dated.

use super::scale::Scale;
use super::ticks::{Axis, Level, VisiblePeriod, year_labels, years_between};
use crate::layout::metrics::SMALL_TEXT;
use crate::layout::scene::{Anchor, Rect, Role, Shape, TextWidth};
use crate::layout::text::Style;
use crate::time::{Period, Span, format_year};

impl Axis {
    /// The labels of both levels, in an area two lines high.
    ///
    /// Where the time between two folds is too short for the label of any of its periods, the years of its trips are
    /// written there instead, over the folds beside it if need be: on either line, shortened if that is unambiguous, from
    /// the left as long as there is room.
    #[must_use]
    pub fn labels(&self, scale: &Scale<'_>, area: Rect, text_width: TextWidth<'_>) -> Vec<Shape> {
        let height = area.height() / 2.0;
        let line = |style, middle_y| Line { style, middle_y, area, text_width, taken: Vec::new(), shapes: Vec::new() };
        let mut upper = line(Style::semi_bold(SMALL_TEXT, Role::Text), area.top + height * 0.58);
        let mut lower = line(Style::regular(SMALL_TEXT, Role::TextMuted), area.top + height * 1.45);
        let mut dated = upper.level(&self.upper, scale);
        if dated.is_empty() {
            dated.extend(upper.years(scale.days()));
        }
        let years_below = lower.level(&self.lower, scale);
        if matches!(self.lower.step, Period::Years(_)) {
            dated.extend(years_below);
        }
        let days = scale.days();
        for part in scale.map.unfolded(days).filter(|part| !dated.iter().any(|days| days.overlaps(*part))) {
            let busy = scale.map.busy(part).intersection(days).unwrap_or(part);
            let middle_x = f32::midpoint(scale.x_from_day(busy.start()), scale.x_from_day(busy.end()));
            let texts = busy_labels(busy, days);
            let _placed = texts.iter().any(|text| upper.around(middle_x, text) || lower.around(middle_x, text));
        }
        lower.folds(scale);
        upper.shapes.extend(lower.shapes);
        upper.shapes
    }
}

/// How the years of some days can be written where all these days are seen, the longest first.
fn busy_labels(busy: Span, seen: Span) -> Vec<String> {
    let (first, last) = (busy.start().year(), busy.last().year());
    let century = |year: i32| year.div_euclid(100);
    let is_short_clear = 0 < seen.start().year() && century(seen.start().year()) == century(seen.last().year());
    let short = |year: i32| format!("’{:02}", year.rem_euclid(100));
    let (long, brief) = if first == last {
        (format_year(first), short(first))
    } else {
        (years_between(first, last), format!("{}–{}", short(first), short(last)))
    };
    [Some(long), is_short_clear.then_some(brief)].into_iter().flatten().collect()
}

/// A line of labels.
struct Line<'a> {
    style: Style,
    middle_y: f32,
    area: Rect,
    text_width: TextWidth<'a>,
    /// Left and right end of each label so far, in pixels.
    taken: Vec<[f32; 2]>,
    shapes: Vec<Shape>,
}

/// Pixels between two labels at least, where one of them is not at its period's own place.
const GAP: f32 = 5.0;

impl Line<'_> {
    /// The longest label of each period for which there is room; the periods that have one.
    fn level(&mut self, level: &Level, scale: &Scale<'_>) -> Vec<Span> {
        let mut free_from = self.area.left;
        let mut labelled = Vec::new();
        for &VisiblePeriod { period, left, right } in &level.periods {
            let marks_a_point = level.marks_a_point(period);
            if marks_a_point && 0.5 < (scale.x_from_day(period.start()) - left).abs() {
                continue;
            }
            let is_centred = !level.is_upper && !marks_a_point;
            let left = left.max(free_from);
            // A centred label may reach a little over the folds beside it; nothing else stands there.
            let room = right - left + if is_centred { 2.0 } else { -6.0 };
            let Some((text, width)) = self.fitting(level.labels(period), room) else { continue };
            let x = if is_centred { (left + (right - left - width) / 2.0).max(free_from) } else { left + 4.0 };
            free_from = x + width + 6.0;
            self.add(x, text, width);
            labelled.push(period);
        }
        labelled
    }

    /// The years that are seen, for an upper level of which no period has room for its label between wide folds; the days
    /// that are dated so: none where there are several years.
    fn years(&mut self, days: Span) -> Option<Span> {
        let (first, last) = (days.start().year(), days.last().year());
        let years = if first == last { format_year(first) } else { years_between(first, last) };
        let (years, width) = self.fitting(vec![years], self.area.width() - 8.0)?;
        self.add(self.area.left + 4.0, years, width);
        (first == last).then_some(days)
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
            if let Some((text, width)) = self.fitting(texts, right - left - margin) {
                let x = f32::midpoint(left, right) - width / 2.0;
                if self.taken.iter().all(|&[from, to]| to <= x || x + width <= from) {
                    self.add(x, text, width);
                }
            }
        }
    }

    /// Writes a text around a place, as near as the labels beside it allow, on a ground that hides the lines behind it;
    /// whether there is room.
    fn around(&mut self, x: f32, text: &str) -> bool {
        let width = self.style.width(text, self.text_width);
        let (mut from, mut to) = (self.area.left, self.area.right);
        for &[left, right] in &self.taken {
            if x < left {
                to = to.min(left - GAP);
            } else {
                from = from.max(right + GAP);
            }
        }
        let has_room = from <= x && x <= to && width <= to - from;
        if has_room {
            let left = (x - width / 2.0).clamp(from, to - width);
            let half = self.style.size * 0.6;
            let ground = Rect {
                left: left - 1.0,
                top: self.middle_y - half,
                right: left + width + 1.0,
                bottom: self.middle_y + half,
            };
            self.shapes.push(Shape::filled(ground, 0.0, Role::Background));
            self.add(left, text.to_owned(), width);
        }
        has_room
    }

    fn add(&mut self, left: f32, text: String, width: f32) {
        self.taken.push([left, left + width]);
        self.shapes.push(self.style.centred(left, self.middle_y, Anchor::Start, text));
    }

    /// The first text that is not wider than `room`, and its width.
    fn fitting(&self, texts: Vec<String>, room: f32) -> Option<(String, f32)> {
        let widths = texts.into_iter().map(|text| {
            let width = self.style.width(&text, self.text_width);
            (text, width)
        });
        widths.into_iter().find(|(_, width)| *width <= room)
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
