//! A date as shapes: what is certain is solid, what is only possible fades, and no edge stands where no source gives one.

use crate::layout::scene::{Point, Rect, Role, Shape, Slope, Stroke};
use crate::time::{Day, DaySet, SetKind, Span, When};

/// What is drawn is never narrower, in pixels, unless something else leaves less room.
pub const LEAST_WIDTH: f32 = 6.0;
/// The share of its colour that a day has which is only possible.
const SOFT: f32 = 0.6;
/// The share of a block with no certain day that fades, at each end.
const SOFT_FADE: f32 = 0.3;
/// The share of the days between the first possible and the first certain one that fades, and likewise at the end.
const UNSURE_FADE: f32 = 0.6;
/// The share of an approximate date that fades, at each end.
const ABOUT_FADE: f32 = 0.25;
/// How far a date with an open end goes on, in pixels.
const OPEN: f32 = 14.0;
/// Length of the head of an arrow, and how far it reaches beyond the end of what fades, in pixels.
const HEAD: f32 = 8.0;
const REACH: f32 = 4.0;
/// The room that an arrow takes beyond the days of its date, in pixels.
pub const ARROW_ROOM: f32 = OPEN + REACH;
/// A hatch narrower than this is left out, in pixels: it would be a stroke or two.
const LEAST_HATCH: f32 = 4.0;
/// Width of the lines of a hatch in place of a fill, in pixels.
const HATCH_LINE: f32 = 1.3;

/// A bar of the picture on which dates are drawn.
#[derive(Clone, Copy)]
pub struct DateBar<'a> {
    /// Where a day begins, in pixels.
    pub x_from_day: &'a dyn Fn(Day) -> f32,
    /// From the top to the bottom of the bar, and from the left to the right of what can be seen of it.
    pub area: Rect,
    /// What is widened in order to be seen does not reach beyond this x.
    pub limit: f32,
    /// Which colour.
    pub role: Role,
    /// The share of the colour where a day is certain, 0 to 1.
    pub opacity: f32,
}

impl DateBar<'_> {
    /// A date: all of its days, and arrows at its open ends.
    #[must_use]
    pub fn date(&self, when: &When) -> Vec<Shape> {
        let Some((kind, members)) = when.members() else {
            return self.part(when, when.possible());
        };
        let join = match kind {
            SetKind::All => Stroke::solid(self.role, 1.0),
            SetKind::One => Stroke::dotted(self.role, 1.5),
        };
        let runs = self.apart(members);
        let between = DaySet::from(when.possible()).difference(&runs.iter().copied().collect());
        let lines = between.spans().iter().filter_map(|&days| self.line(days, self.area.middle_y(), join));
        let mut shapes: Vec<_> = lines.collect();
        for run in runs {
            shapes.extend(self.part(when, run));
            // Where there is room for it, the day that is named has edges.
            let rect = self.exactly(run);
            let has_edges = kind == SetKind::One && run.days() == 1 && LEAST_WIDTH < rect.width();
            shapes.extend(has_edges.then(|| outline(rect, Stroke::dotted(self.role, 1.0))));
        }
        shapes
    }

    /// The runs of days of a set's members that can be seen; those that would overlap as they are drawn become one, so
    /// that there are never more than there is room for.
    fn apart(&self, members: &[DaySet]) -> Vec<Span> {
        let seen = |run: &Span| self.near(self.extent(*run)).is_some();
        let mut runs: Vec<Span> = members.iter().flat_map(DaySet::spans).copied().filter(seen).collect();
        runs.sort_unstable();
        runs.dedup_by(|next, last| {
            let overlaps = self.exactly(*next).left < self.extent(*last).right;
            if overlaps {
                *last = last.hull(*next);
            }
            overlaps
        });
        runs
    }

    /// Some of the days of a date, with an arrow where they reach one of its open ends.
    pub(crate) fn part(&self, when: &When, days: Span) -> Vec<Shape> {
        let rect = self.extent(days);
        let (ends, qualifier) = (when.open_ends(), when.qualifier());
        let from_open = ends.start && days.start() == when.possible().start();
        let to_open = ends.end && days.end() == when.possible().end();
        let core = when.certain_days().intersection(&days.into()).hull();
        let share = |certain: Option<f32>| match certain {
            _ if qualifier.approximate => rect.width() * ABOUT_FADE,
            _ if qualifier.uncertain && when.names_days() => 0.0,
            Some(unsure) => unsure.max(0.0) * UNSURE_FADE,
            None => rect.width() * SOFT_FADE,
        };
        let x = self.x_from_day;
        let fade_left = if from_open { OPEN } else { share(core.map(|core| x(core.start()) - x(days.start()))) };
        let fade_right = if to_open { OPEN } else { share(core.map(|core| x(days.end()) - x(core.end()))) };
        let left = if from_open { rect.left - OPEN } else { rect.left };
        let right = if to_open { rect.right + OPEN } else { rect.right };
        let body = Rect { left, right, ..rect };
        let mut shapes = Vec::new();
        let lines = Stroke::solid(self.role, HATCH_LINE);
        let opacity = if qualifier.approximate { self.opacity } else { self.opacity * SOFT };
        let soft = Shape::Soft { rect: body, fill: self.role, fade_left, fade_right, opacity };
        if qualifier.uncertain {
            let sharp = fade_left <= 0.0 && fade_right <= 0.0;
            let hatch = self.hatch(body, Slope::Falling, rect.left, lines, [fade_left, fade_right]);
            shapes.extend(hatch.or_else(|| (!sharp).then_some(soft)));
            shapes.extend(sharp.then(|| outline(rect, Stroke::solid(self.role, 1.0))));
        } else if core != Some(days) || body != rect {
            shapes.push(soft);
        }
        shapes.extend(core.map(|core| if core == days { self.solid(rect) } else { self.solid(self.exactly(core)) }));
        shapes.extend(from_open.then(|| self.arrow(body.left, -1.0)));
        shapes.extend(to_open.then(|| self.arrow(body.right, 1.0)));
        shapes
    }

    /// Lines over some of the days of a date, if there is room for any. They fade where the date has no edge.
    #[must_use]
    pub fn hatched(&self, when: &When, days: Span, stroke: Stroke) -> Option<Shape> {
        let whole = when.possible();
        let rect = self.exactly(days);
        let fade = |at_end: bool| if at_end && !when.names_days() { rect.width() * SOFT_FADE } else { 0.0 };
        let fades = [fade(days.start() == whole.start()), fade(days.end() == whole.end())];
        self.hatch(rect, Slope::Rising, (self.x_from_day)(whole.start()), stroke, fades)
    }

    /// A line over some days at some height, if any of it can be seen.
    pub(crate) fn line(&self, days: Span, y: f32, stroke: Stroke) -> Option<Shape> {
        let seen = self.near(self.extent(days))?;
        Some(Shape::Line { from: Point { x: seen.left, y }, to: Point { x: seen.right, y }, stroke })
    }

    /// Some days in outline: all around, or without its ends where the source gives none.
    pub(crate) fn outlined(&self, days: Span, stroke: Stroke, ends: bool) -> Vec<Shape> {
        if ends {
            return self.near(self.extent(days)).map(|rect| outline(rect, stroke)).into_iter().collect();
        }
        let half = stroke.width / 2.0;
        let edges = [self.area.top + half, self.area.bottom - half];
        edges.into_iter().filter_map(|y| self.line(days, y, stroke)).collect()
    }

    /// The place of some days, at least as wide as can be hit.
    pub(crate) fn extent(&self, days: Span) -> Rect {
        let exactly = self.exactly(days);
        Rect { right: widened(exactly.left, exactly.right, self.limit), ..exactly }
    }

    /// The place of some days, however narrow.
    fn exactly(&self, days: Span) -> Rect {
        let (left, right) = ((self.x_from_day)(days.start()), (self.x_from_day)(days.end()));
        Rect { left, right: right.max(left), ..self.area }
    }

    /// What is near enough to be seen: a broken line as long as the whole axis would be many thousand strokes.
    fn near(&self, rect: Rect) -> Option<Rect> {
        let area = Rect { left: self.area.left - LEAST_WIDTH, right: self.area.right + LEAST_WIDTH, ..self.area };
        Some(rect.intersection(area)).filter(|seen| 0.0 < seen.width())
    }

    fn solid(&self, rect: Rect) -> Shape {
        let fill = self.role;
        if self.opacity < 1.0 {
            return Shape::Soft { rect, fill, fade_left: 0.0, fade_right: 0.0, opacity: self.opacity };
        }
        Shape::filled(rect, corner(rect), fill)
    }

    fn hatch(&self, rect: Rect, slope: Slope, anchor_x: f32, stroke: Stroke, [left, right]: [f32; 2]) -> Option<Shape> {
        let seen = self.near(rect).filter(|_| LEAST_HATCH <= rect.width())?;
        Some(Shape::Hatch {
            rect: seen,
            slope,
            anchor_x,
            stroke,
            fade_left: (left - (seen.left - rect.left)).max(0.0),
            fade_right: (right - (rect.right - seen.right)).max(0.0),
        })
    }

    /// The head of an arrow at the end of what fades, to the left (-1) or to the right (1).
    fn arrow(&self, x: f32, direction: f32) -> Shape {
        let (y, half) = (self.area.middle_y(), (self.area.height() / 2.0).min(HEAD * 0.6));
        let tip = x + direction * REACH;
        let back = tip - direction * HEAD;
        let points = vec![Point { x: tip, y }, Point { x: back, y: y - half }, Point { x: back, y: y + half }];
        Shape::Polygon { points, fill: Some(self.role), stroke: None }
    }
}

/// The right end of what begins and ends there, far enough to be hit but not beyond `limit` for that.
pub(crate) fn widened(left: f32, right: f32, limit: f32) -> f32 {
    right.max(left + LEAST_WIDTH).min(limit.max(right))
}

/// Radius of the corners of a block.
fn corner(rect: Rect) -> f32 {
    (rect.height() / 4.0).min(3.0).min(rect.width() / 2.0)
}

/// A line just inside the edges.
fn outline(rect: Rect, stroke: Stroke) -> Shape {
    let inset = (stroke.width / 2.0).min(rect.width() / 2.0).min(rect.height() / 2.0);
    let rect = rect.expand(-inset);
    Shape::outlined(rect, corner(rect), stroke)
}
