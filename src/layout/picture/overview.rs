//! The strip below the lanes: visits per year, to scale, with the visible time as a brush.

use std::collections::BTreeMap;

use super::chart::{Chart, Frame, Overview};
use crate::layout::arrange::timeline::Timeline;
use crate::layout::axis::time_map::{Window, nearest_day};
use crate::layout::metrics::{SMALL_TEXT, TINY_TEXT};
use crate::layout::scene::{Anchor, Group, Point, Rect, Role, Shape, Stroke, Target, float};
use crate::layout::text::Style;
use crate::model::VisitCount;
use crate::text::{count, grouped};
use crate::time::{Day, Period, Span, format_year};

/// The overview's own scale: every year as wide as any other, whatever is folded above.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OverviewScale {
    /// The days from end to end.
    pub days: Span,
    /// Where the columns stand.
    pub area: Rect,
}

/// Pixels between the frame and the first and last day.
const INSET: f32 = 4.0;

impl OverviewScale {
    /// All years of a timeline in the overview's frame.
    #[must_use]
    pub fn new(timeline: &Timeline, frame: Rect) -> Self {
        let left = frame.left + INSET;
        let area = Rect { left, right: (frame.right - INSET).max(left), ..frame };
        Self { days: timeline.years, area }
    }

    /// Where a day begins, with the fraction of a day.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "pixels are f32 only here, at the end")]
    pub fn x_from_day(&self, day: f64) -> f32 {
        let share = (day - f64::from(self.days.start().number())) / f64::from(self.days.days());
        let x = f64::from(self.area.left) + share * f64::from(self.area.width());
        x.clamp(f64::from(self.area.left), f64::from(self.area.right)) as f32
    }

    /// The day at a pixel, within the overview's time.
    #[must_use]
    pub fn day_from_x(&self, x: f32) -> Day {
        let share = f64::from((x - self.area.left) / self.area.width()).clamp(0.0, 1.0);
        nearest_day(f64::from(self.days.start().number()) + share * f64::from(self.days.days()))
    }
}

/// Free room above the highest column, for its number, in pixels.
const ABOVE_COLUMNS: f32 = 14.0;
/// Left end of the heading, and half the distance of its lines, in pixels.
const LEFT: f32 = 14.0;
const HINT_OFFSET: f32 = 7.0;
/// How the number of visits of a column is set.
const NUMBER: Style = Style::regular(TINY_TEXT, Role::TextMuted);
/// The least room between two of them, so that they are not read as one, in pixels.
const NUMBER_GAP: f32 = 3.0;
/// How the heading and the years are set.
const LABEL: Style = Style::regular(SMALL_TEXT, Role::TextMuted);

/// The columns, the brush and the years; nothing where the overview is left out.
pub(crate) fn groups(frame: &Frame<'_>) -> Vec<Group> {
    let (chart, area) = (&frame.chart, frame.areas.overview);
    if chart.furniture.overview == Overview::Absent {
        return Vec::new();
    }
    let visits = &chart.timeline.visits_per_year;
    let scale = OverviewScale::new(chart.timeline, area);
    let brush = (chart.furniture.overview == Overview::Brushed).then(|| brush(chart, &scale));
    let mut back = vec![Shape::filled(area, 4.0, Role::LaneStripe)];
    back.extend(brush.map(|rect| Shape::filled(rect, 3.0, Role::Brush)));
    let whole = chart.furniture.whole_visits;
    let most =
        visits.values().chain(whole.into_iter().flat_map(BTreeMap::values)).copied().map(at_most).max().unwrap_or(1);
    let columns = Columns { chart, scale, brush, most };
    back.extend(columns.heading(area));
    back.extend(whole.into_iter().flatten().map(|(&year, &visits)| columns.ghost(year, visits)));
    let mut groups = vec![Group::plain(back)];
    groups.extend(visits.iter().map(|(&year, &visits)| columns.column(year, visits)));
    let edge = brush.map(|rect| Shape::outlined(rect, 3.0, Stroke::solid(Role::BrushEdge, 1.5)));
    groups.push(Group::plain(edge.into_iter().chain(years(chart, &scale)).collect()));
    groups
}

/// The visible time.
fn brush(chart: &Chart<'_>, scale: &OverviewScale) -> Rect {
    let Window { from, to } = chart.viewport.window;
    let [left, right] = [from, to].map(|unit| scale.x_from_day(chart.timeline.map.day_from_unit(unit)));
    let missing = (4.0 - (right - left)).max(0.0) / 2.0;
    Rect { left: left - missing - 1.0, right: right + missing + 1.0, ..scale.area }
}

/// How many visits a year can have seen.
const fn at_most(visits: VisitCount) -> usize {
    visits.certain + visits.possible
}

/// What all columns have in common.
struct Columns<'a> {
    chart: &'a Chart<'a>,
    scale: OverviewScale,
    brush: Option<Rect>,
    /// The visits of the highest column.
    most: usize,
}

impl Columns<'_> {
    /// What the columns are; in a window also their scale, and that it is not that of the lanes.
    fn heading(&self, area: Rect) -> Vec<Shape> {
        let title = "Visits per year";
        if !self.chart.furniture.scrolls {
            return vec![LABEL.centred(LEFT, area.middle_y(), Anchor::Start, title)];
        }
        let hint = if self.chart.timeline.map.folds().is_empty() { "" } else { "all years equally wide" };
        let middle_y = if hint.is_empty() { area.middle_y() } else { area.middle_y() - HINT_OFFSET };
        let most = Point { x: self.scale.area.left - 8.0, y: area.bottom - self.height(self.most) + 4.0 };
        vec![
            LABEL.centred(LEFT, middle_y, Anchor::Start, title),
            NUMBER.centred(LEFT, middle_y + 2.0 * HINT_OFFSET, Anchor::Start, hint),
            NUMBER.at(most, Anchor::End, grouped(self.most)),
        ]
    }

    /// Height of a column in pixels.
    fn height(&self, visits: usize) -> f32 {
        let above = if self.chart.furniture.scrolls { 4.0 } else { ABOVE_COLUMNS };
        (float(visits) / float(self.most) * (self.scale.area.height() - above)).max(3.0)
    }

    /// From the left to the right end of a year's column, without height.
    fn foot(&self, year: i32) -> Rect {
        let first_day = |year| f64::from(Day::first_of_year(year).number());
        let [left, right] = [year, year + 1].map(|year| self.scale.x_from_day(first_day(year)));
        let gap = ((right - left) * 0.12).min(1.5);
        let bottom = self.scale.area.bottom - 1.0;
        Rect { left: left + gap, top: bottom, right: (right - gap).max(left + gap + 1.0), bottom }
    }

    /// All visits that the file has in a year, behind those that are shown.
    fn ghost(&self, year: i32, visits: VisitCount) -> Shape {
        let foot = self.foot(year);
        Shape::filled(Rect { top: foot.bottom - self.height(at_most(visits)), ..foot }, 1.5, Role::GridStrong)
    }

    /// A year: solid as high as its visits, in outline above that for those that may be of another year.
    fn column(&self, year: i32, visits: VisitCount) -> Group {
        let area = self.scale.area;
        let first_day = |year| f64::from(Day::first_of_year(year).number());
        let [left, right] = [year, year + 1].map(|year| self.scale.x_from_day(first_day(year)));
        let whole = self.foot(year);
        let bottom = whole.bottom;
        let is_visible = self.brush.is_none_or(|brush| whole.overlaps_x(brush));
        let role = if is_visible { Role::Overview } else { Role::OverviewFaded };
        let rect = Rect { top: bottom - self.height(at_most(visits)), ..whole };
        let mut shapes = Vec::new();
        if 0 < visits.possible {
            shapes.push(Shape::outlined(rect.expand(-0.5), 1.0, Stroke::dotted(role, 1.0)));
        }
        if 0 < visits.certain {
            shapes.push(Shape::filled(Rect { top: bottom - self.height(visits.certain), ..whole }, 1.5, role));
        }
        let found = self.chart.furniture.found_by_year.and_then(|found| found.get(&year)).copied().unwrap_or(0);
        if 0 < found {
            shapes.push(Shape::filled(Rect { top: bottom - self.height(found), ..whole }, 1.5, Role::Found));
        }
        // On paper no column can be pointed at to read its number.
        let number = match visits {
            VisitCount { certain, possible: 0 } => certain.to_string(),
            VisitCount { certain, .. } => format!("{certain}–{}", at_most(visits)),
        };
        let width = NUMBER.width(&number, self.chart.text_width) + NUMBER_GAP;
        if self.brush.is_none() && width <= right - left {
            shapes.push(NUMBER.at(Point { x: rect.middle_x(), y: rect.top - 3.0 }, Anchor::Middle, number));
        }
        let possible =
            if visits.possible == 0 { String::new() } else { format!(", {} more possible", visits.possible) };
        let found = if found == 0 { String::new() } else { format!(", {found} found") };
        let label = format!("{}: {}{possible}{found}", format_year(year), count(visits.certain, "visit", "visits"));
        Group::of(Target::Year(year), label, Rect { left, right, ..area }, shapes)
    }
}

/// The years below, as dense as there is room.
fn years(chart: &Chart<'_>, scale: &OverviewScale) -> Vec<Shape> {
    // The longest one stands at an end: "1000 BCE" is longer than "1956".
    let ends = [scale.days.start(), scale.days.last()].map(|day| format_year(day.year()));
    let room = ends.iter().map(|year| LABEL.width(year, chart.text_width)).fold(0.0, f32::max) + 16.0;
    #[expect(clippy::cast_precision_loss, reason = "how many days there are decides only how dense the years stand")]
    let pixels_per_day = scale.area.width() / scale.days.days().max(1) as f32;
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]
        .into_iter()
        .map(Period::Years)
        .find(|step| f64::from(room) <= step.mean_days() * f64::from(pixels_per_day))
        .unwrap_or(Period::Years(10_000));
    let label = |period: Span| {
        let text = format_year(period.start().year());
        let x = scale.x_from_day(f64::from(period.start().number()));
        let has_room = x + LABEL.width(&text, chart.text_width) / 2.0 <= scale.area.right;
        has_room.then(|| LABEL.centred(x, scale.area.bottom + 11.0, Anchor::Middle, text))
    };
    step.across(scale.days).filter(|period| scale.days.contains(period.start())).filter_map(label).collect()
}
