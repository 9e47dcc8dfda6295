//! The calendar: a row for each year with a day abroad, a cell for each day, months side by side.
//!
//! A year without such a day has no row; a gap stands for it and its like.

use super::legend::{Entry, POSSIBLE, Sample, hatched};
use crate::layout::metrics::{SMALL_TEXT, TINY_TEXT};
use crate::layout::scene::{Anchor, Group, Point, Rect, Role, Shape, Stroke, Target, TextWidth, float};
use crate::layout::text::Style;
use crate::model::{DayCount, Statistics};
use crate::time::{Day, DaySet, Months, Span, format_year};

/// Height of a row: the least, where nothing asks for less, and the greatest; in pixels.
const LEAST_ROW: f32 = 6.0;
const ROW: f32 = 14.0;
const MOST_ROW: f32 = 30.0;
/// Rows are lower where all of them would be higher than this in a window, in pixels.
const WINDOW_ROWS: f32 = 800.0;
/// From a year to the next that is written, in pixels.
const YEAR_ROOM: f32 = 12.0;
/// Height of the names of months, and of a gap between years that do not follow each other, in pixels.
const MONTHS: f32 = 18.0;
const YEARS_GAP: f32 = 6.0;
/// Between a year and its days, in pixels.
const GAP: f32 = 6.0;
/// The share of a row that its cells take.
const CELL_SHARE: f32 = 0.8;
/// The least width of days that are drawn, and of those that are hatched, in pixels.
const LEAST_CELL: f32 = 1.5;
const LEAST_HATCH: f32 = 3.0;
/// A day is pointed at from this distance, in pixels.
const REACH: f32 = 2.0;
/// All rows have the days of this year, which has the most.
const LEAP_YEAR: i32 = 2000;
const LEAP_DAYS: i32 = 366;
/// The place of its 29 February.
const FEBRUARY_29: i32 = 59;
const LABEL: Style = Style::regular(SMALL_TEXT, Role::TextMuted);
const SMALL_LABEL: Style = Style::regular(TINY_TEXT, Role::TextMuted);

/// The days abroad, and the years that have some.
pub(super) struct Calendar<'a> {
    certain: &'a DaySet,
    possible: &'a DaySet,
    /// The years with a row, at most as many as are asked for.
    pub(super) years: Vec<i32>,
    /// How many years there are in all.
    pub(super) all: usize,
}

/// The rows of a calendar in their place.
pub(super) struct Rows {
    /// Where the days stand, from the first row down.
    pub(super) days: Rect,
    /// The top of each row, with its year.
    tops: Vec<(f32, i32)>,
    /// From a row to the next, in pixels.
    row: f32,
}

impl<'a> Calendar<'a> {
    /// The calendar of the first years with a day abroad, at most so many.
    pub(super) fn new(statistics: &'a Statistics, most: usize) -> Self {
        let possible = &statistics.days_possible;
        let (mut years, mut all, mut last) = (Vec::new(), 0, None);
        for span in possible.spans() {
            let first = last.map_or(span.start().year(), |last: i32| span.start().year().max(last + 1));
            let end = span.last().year();
            if first <= end {
                all += usize::try_from(end - first + 1).unwrap_or_default();
                years.extend((first..=end).take(most.saturating_sub(years.len())));
                last = Some(end);
            }
        }
        Self { certain: &statistics.days_certain, possible, years, all }
    }

    /// Height of all rows as high as is easy to read, with the months above them; lower in a window, where many of them
    /// would be a long way to scroll.
    pub(super) fn natural_height(&self, is_page: bool) -> f32 {
        let count = self.years.len();
        // Whole pixels, so that all rows of a window are alike.
        let row = if is_page { ROW } else { (WINDOW_ROWS / float(count.max(1))).floor().clamp(LEAST_ROW, ROW) };
        self.height(count, row)
    }

    /// Height of the first rows, each so high, with the months above them.
    fn height(&self, drawn: usize, row: f32) -> f32 {
        MONTHS + float(drawn) * row + float(self.gaps(drawn)) * YEARS_GAP
    }

    /// How many rows have room in so much height at the least height of a row.
    pub(super) fn fitting(&self, height: f32) -> usize {
        // Adding up rounds.
        let fits = |drawn: &usize| self.height(*drawn, LEAST_ROW) < height + 1.0;
        (1..=self.years.len()).take_while(fits).last().unwrap_or_default()
    }

    /// How many of the first years do not follow the one before.
    fn gaps(&self, drawn: usize) -> usize {
        let years = self.years.get(..drawn).unwrap_or(&self.years);
        years.windows(2).filter(|pair| matches!(pair, [a, b] if *a + 1 < *b)).count()
    }

    /// The first rows in an area.
    pub(super) fn rows(&self, area: Rect, drawn: usize, text_width: TextWidth<'_>) -> Rows {
        let room = area.height() - self.height(drawn, 0.0);
        let row = (room / float(drawn.max(1))).clamp(LEAST_ROW, MOST_ROW);
        let years = self.years.iter().take(drawn);
        let widest = years.clone().map(|&year| LABEL.width(&format_year(year), text_width)).fold(0.0, f32::max);
        let left = (area.left + widest + GAP).min(area.right - 1.0);
        let (mut top, mut last) = (area.top + MONTHS, None);
        let place = |&year: &i32| {
            let follows = last.is_none_or(|last: i32| last + 1 == year);
            let own = if follows { top } else { top + YEARS_GAP };
            (top, last) = (own + row, Some(year));
            (own, year)
        };
        let tops: Vec<_> = years.map(place).collect();
        Rows { days: Rect { left, top: area.top + MONTHS, bottom: top, right: area.right }, tops, row }
    }

    /// The rows with the months above them.
    pub(super) fn groups(&self, rows: &Rows, text_width: TextWidth<'_>) -> Vec<Group> {
        let mut back: Vec<Shape> = rows.tops.iter().map(|(top, _)| rows.ground(*top)).collect();
        back.extend(rows.months(text_width));
        // Where rows are low, only some of them have room for their year.
        let mut free = f32::NEG_INFINITY;
        for &(top, year) in &rows.tops {
            if free <= top {
                let middle = top + rows.row / 2.0;
                back.push(LABEL.centred(rows.days.left - GAP, middle, Anchor::End, format_year(year)));
                free = top + YEAR_ROOM;
            }
        }
        let own = rows.tops.iter().map(|&(top, year)| self.year(rows, top, year));
        [Group::plain(back)].into_iter().chain(own).collect()
    }

    /// The days of a year.
    fn year(&self, rows: &Rows, top: f32, year: i32) -> Group {
        let whole = Span::of_years(year, year).unwrap_or(Span::of_day(Day::first_of_year(year)));
        // Of all days only those of the year are looked at.
        let [certain, possible] = [self.certain, self.possible].map(|days| DaySet::from(whole).intersection(days));
        let open = possible.difference(&certain);
        let ground = rows.cells(top);
        let rects = |days: &DaySet| days.spans().iter().map(|&span| rows.cell(ground, span, whole)).collect::<Vec<_>>();
        let mut shapes = Vec::new();
        if !open.is_empty() {
            shapes.push(Shape::Boxes { rects: rects(&open), fill: Role::Overview, opacity: POSSIBLE });
            shapes.extend(rects(&open).into_iter().filter(|rect| LEAST_HATCH <= rect.width()).map(hatched));
        }
        if !certain.is_empty() {
            shapes.push(Shape::boxes(rects(&certain), Role::Overview));
        }
        let days = DayCount { certain: certain.days(), possible: possible.days() };
        let hit = Rect { top, bottom: top + rows.row, ..rows.days };
        Group::of(Target::Year(year), format!("{}: abroad {}", format_year(year), days.describe()), hit, shapes)
    }

    /// The day at a point; near a day abroad that day.
    pub(super) fn day_at(&self, rows: &Rows, point: Point) -> Option<Day> {
        let on_row = |(top, _): &&(f32, i32)| *top <= point.y && point.y < top + rows.row;
        let &(_, year) = rows.tops.iter().find(on_row).filter(|_| rows.days.left <= point.x)?;
        let is_abroad = |day: &Day| self.possible.contains(*day);
        let column = rows.x(1) - rows.x(0);
        #[expect(clippy::cast_possible_truncation, reason = "a few days")]
        let reach = (REACH / column) as i16;
        let near = (0..=reach).flat_map(|days| [days, -days]).map(|days| point.x + f32::from(days) * column);
        near.filter_map(|x| rows.day(x, year)).find(is_abroad).or_else(|| rows.day(point.x, year))
    }

    /// What its colours mean.
    pub(super) fn legend(&self) -> Vec<Entry> {
        let mut entries = vec![(Sample::Full(Role::Overview), "abroad".to_owned())];
        if self.certain != self.possible {
            entries.push((Sample::Hatched, "possibly abroad".to_owned()));
        }
        entries
    }
}

/// The place of a day of a year among those of a year with 366 of them, from 0.
fn place(day: Day, year: Span) -> i32 {
    let number = day - year.start();
    number + i32::from(year.days() < LEAP_DAYS && FEBRUARY_29 <= number)
}

impl Rows {
    /// Where a day begins, by its place.
    #[expect(clippy::cast_precision_loss, reason = "a day of a year")]
    fn x(&self, place: i32) -> f32 {
        self.days.left + place as f32 / LEAP_DAYS as f32 * self.days.width()
    }

    /// The day of a year at a pixel.
    #[expect(clippy::cast_possible_truncation, reason = "a day of a year")]
    fn day(&self, x: f32, year: i32) -> Option<Day> {
        let place = ((x - self.days.left) / (self.x(1) - self.x(0))).floor() as i32;
        let (_, month, number) = (Day::first_of_year(LEAP_YEAR) + place.clamp(0, LEAP_DAYS - 1)).ymd();
        // Most years have no 29 February.
        Day::from_ymd(year, month, number).or_else(|| Day::from_ymd(year, month, number - 1))
    }

    /// The cells of a row, from its first to its last day.
    fn cells(&self, top: f32) -> Rect {
        let free = self.row * (1.0 - CELL_SHARE) / 2.0;
        Rect { top: top + free, bottom: top + self.row - free, ..self.days }
    }

    fn ground(&self, top: f32) -> Shape {
        Shape::filled(self.cells(top), 0.0, Role::Grid)
    }

    /// Days of a year, wide enough to be seen.
    fn cell(&self, row: Rect, span: Span, year: Span) -> Rect {
        let (left, right) = (self.x(place(span.start(), year)), self.x(place(span.last(), year) + 1));
        let right = right.max(left + LEAST_CELL).min(row.right);
        Rect { left: left.min(right - LEAST_CELL), right, ..row }
    }

    /// The names of the months, and lines between them.
    fn months(&self, text_width: TextWidth<'_>) -> Vec<Shape> {
        let january = Day::first_of_year(LEAP_YEAR);
        let first = |month| Day::from_ymd(LEAP_YEAR, month, 1).map_or(self.days.right, |day| self.x(day - january));
        let mut shapes = Vec::new();
        for month in 1..=12 {
            let (left, right) = (first(month), first(month + 1));
            let name = Months::Abbreviated.name(month);
            let name = if SMALL_LABEL.width(name, text_width) <= right - left { name } else { &name[..1] };
            let at = Point { x: f32::midpoint(left, right), y: self.days.top - GAP };
            shapes.push(SMALL_LABEL.at(at, Anchor::Middle, name));
            if 1 < month {
                shapes.push(Shape::upright(
                    left,
                    self.days.top,
                    self.days.bottom,
                    Stroke::solid(Role::GridStrong, 1.0),
                ));
            }
        }
        shapes
    }
}
