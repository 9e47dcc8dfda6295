//! The strip below the lanes: visits per year, to scale, with the visible time as a brush.

use super::chart::{Chart, Frame, Overview};
use crate::{
    layout::{
        arrange::timeline::Timeline,
        axis::time_map::{Window, nearest_day},
        scene::{Anchor, Group, HitInfo, Point, Rect, Role, Shape, Stroke, Target},
        text::Style,
    },
    text::count,
    time::{Day, Period, Span, format_year},
};

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

/// Free room above the highest column: for its number.
const ABOVE_COLUMNS: f32 = 14.0;
/// How many visits a column stands for.
const NUMBER: Style = Style::regular(9.5, Role::TextMuted);

/// The columns, the brush and the years; nothing where the overview is left out.
pub(crate) fn groups(frame: &Frame<'_>) -> Vec<Group> {
    let (chart, area) = (&frame.chart, frame.areas.overview);
    if chart.furniture.overview == Overview::Absent {
        return Vec::new();
    }
    let timeline = chart.timeline;
    let scale = OverviewScale::new(timeline, area);
    let brush = (chart.furniture.overview == Overview::Brushed).then(|| brush(chart, &scale));
    let label = Style::regular(11.5, Role::TextMuted);
    let filled = |rect| Shape::Box { rect, corner: 3.0, fill: Some(Role::Brush), stroke: None };
    let mut back = vec![Shape::Box { rect: area, corner: 4.0, fill: Some(Role::LaneStripe), stroke: None }];
    back.extend(brush.map(filled));
    back.push(label.at(Point { x: 14.0, y: label.baseline(area.middle_y()) }, Anchor::Start, "Visits per year"));
    let mut groups = vec![Group::plain(back)];
    let most = timeline.visits_per_year.values().copied().max().unwrap_or(1);
    for (&year, &visits) in &timeline.visits_per_year {
        groups.push(column(chart, &scale, brush, year, visits, most));
    }
    let stroke = Some(Stroke::solid(Role::BrushEdge, 1.5));
    let edged = |rect| Shape::Box { rect, corner: 3.0, fill: None, stroke };
    let mut front: Vec<_> = brush.map(edged).into_iter().collect();
    front.extend(years(chart, &scale, label));
    groups.push(Group::plain(front));
    groups
}

/// The visible time.
fn brush(chart: &Chart<'_>, scale: &OverviewScale) -> Rect {
    let Window { from, to } = chart.viewport.window;
    let left = scale.x_from_day(chart.timeline.map.day_from_unit(from));
    let right = scale.x_from_day(chart.timeline.map.day_from_unit(to));
    let missing = (4.0 - (right - left)).max(0.0) / 2.0;
    Rect { left: left - missing - 1.0, right: right + missing + 1.0, ..scale.area }
}

#[expect(clippy::cast_precision_loss, reason = "counts of trips become heights in pixels")]
fn column(
    chart: &Chart<'_>,
    scale: &OverviewScale,
    brush: Option<Rect>,
    year: i32,
    visits: usize,
    most: usize,
) -> Group {
    let area = scale.area;
    let left = scale.x_from_day(f64::from(Day::first_of_year(year).number()));
    let right = scale.x_from_day(f64::from(Day::first_of_year(year + 1).number()));
    let gap = ((right - left) * 0.12).min(1.5);
    let height = (visits as f32 / most as f32 * (area.height() - ABOVE_COLUMNS)).max(3.0);
    let rect = Rect {
        left: left + gap,
        top: area.bottom - 1.0 - height,
        right: (right - gap).max(left + gap + 1.0),
        bottom: area.bottom - 1.0,
    };
    let inside = brush.is_none_or(|brush| rect.left < brush.right && brush.left < rect.right);
    let role = if inside { Role::Overview } else { Role::OverviewFaded };
    let hit_info = HitInfo {
        target: Target::Year(year),
        label: format!("{}: {}", format_year(year), count(visits, "visit", "visits")),
        hit: Rect { left, right, ..area },
    };
    let mut shapes = vec![Shape::Box { rect, corner: 1.5, fill: Some(role), stroke: None }];
    // On paper nobody can point at a column to be told its number.
    let number = visits.to_string();
    if chart.furniture.overview == Overview::Columns && NUMBER.width(&number, chart.text_width) <= right - left {
        let at = Point { x: f32::midpoint(rect.left, rect.right), y: rect.top - 3.0 };
        shapes.push(NUMBER.at(at, Anchor::Middle, number));
    }
    Group { hit_info: Some(hit_info), shapes }
}

/// The years below, as dense as there is room.
fn years(chart: &Chart<'_>, scale: &OverviewScale, style: Style) -> Vec<Shape> {
    let room = style.width("0000", chart.text_width) + 16.0;
    #[expect(clippy::cast_precision_loss, reason = "how many days there are decides only how dense the years stand")]
    let pixels_per_day = scale.area.width() / scale.days.days().max(1) as f32;
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]
        .into_iter()
        .map(Period::Years)
        .find(|step| f64::from(room) <= step.mean_days() * f64::from(pixels_per_day))
        .unwrap_or(Period::Years(10_000));
    step.across(scale.days)
        .filter(|period| scale.days.contains(period.start()))
        .filter_map(|period| {
            let text = format_year(period.start().year());
            let x = scale.x_from_day(f64::from(period.start().number()));
            let half = style.width(&text, chart.text_width) / 2.0;
            let at = Point { x, y: style.baseline(scale.area.bottom + 11.0) };
            (x + half <= scale.area.right).then(|| style.at(at, Anchor::Middle, text))
        })
        .collect()
}
