//! Columns on their axes: numbers at the left, years below.

use super::columns::{Column, Columns, even_numbers};
use super::legend::possible;
use crate::layout::metrics::{SMALL_TEXT, TINY_TEXT};
use crate::layout::scene::{Anchor, Group, Point, Rect, Role, Shape, Stroke, Target, TextWidth, float};
use crate::layout::text::Style;
use crate::text::grouped;
use crate::time::format_year;

/// Room above the highest column, in a window and on a page, where numbers stand there; below the lowest line; between
/// the numbers at the left and the columns; in pixels.
const ABOVE: [f32; 2] = [8.0, 16.0];
const BELOW: f32 = 18.0;
const GAP: f32 = 6.0;
/// The share of its room that a column takes, all of it where that is no wider than this, and its greatest width; in
/// pixels.
const SHARE: f32 = 0.8;
const NARROW: f32 = 3.0;
const WIDEST: f32 = 48.0;
/// Numbers at the left at most, and the least room between two of them, in pixels.
const MOST_NUMBERS: f32 = 5.0;
const LEAST_ROOM: f32 = 24.0;
/// Between two years below the columns, in pixels.
const YEAR_GAP: f32 = 14.0;
/// Width of the line that rises, and how far the ground below it reaches into that of the next year, in pixels.
const LINE: f32 = 2.0;
const SEAM: f32 = 0.5;
const LABEL: Style = Style::regular(SMALL_TEXT, Role::TextMuted);
const NUMBER: Style = Style::regular(TINY_TEXT, Role::TextMuted);

/// Columns in their place.
struct Plot<'a> {
    columns: &'a Columns<'a>,
    /// Where the columns stand.
    area: Rect,
    /// The number at the top.
    most: usize,
    text_width: TextWidth<'a>,
}

/// The columns in this area; on a page each with its number where all have room, as none can be pointed at.
pub(super) fn groups(columns: &Columns<'_>, room: Rect, text_width: TextWidth<'_>, is_page: bool) -> Vec<Group> {
    let most = columns.most();
    let widest = LABEL.width(&grouped(most), text_width);
    let top = room.top + ABOVE[usize::from(is_page)];
    let area = Rect {
        left: (room.left + widest + GAP).min(room.right - 1.0),
        top,
        bottom: (room.bottom - BELOW).max(top + 1.0),
        right: room.right,
    };
    let plot = Plot { columns, area, most, text_width };
    let mut groups = vec![Group::plain(plot.numbers().into_iter().chain(plot.years(room)).collect())];
    // Some numbers without the others would look like a choice.
    let fits = |column: &Column<'_>| NUMBER.width(&column.number(), text_width) <= plot.pitch();
    let has_numbers = is_page && columns.all.iter().all(fits);
    let mut before = 0;
    for column in &columns.all {
        groups.push(plot.column(column, before, has_numbers));
        before = column.certain();
    }
    groups
}

impl Plot<'_> {
    /// From the foot to a number, in pixels.
    fn height(&self, number: usize) -> f32 {
        float(number) / float(self.most) * self.area.height()
    }

    /// Room for each column, in pixels.
    fn pitch(&self) -> f32 {
        let [first, last] = self.columns.ends;
        self.area.width() / float(usize::try_from((last - first) / self.columns.step).unwrap_or_default() + 1)
    }

    /// The middle of a year, in pixels.
    #[expect(clippy::cast_possible_truncation, reason = "pixels are f32 only here, at the end")]
    fn middle(&self, year: i32) -> f32 {
        let years = f64::from(year - self.columns.ends[0]) + 0.5;
        self.area.left + (years / f64::from(self.columns.step)) as f32 * self.pitch()
    }

    /// The room of a column, as high as all of them.
    fn place(&self, year: i32) -> Rect {
        let at = (year - self.columns.ends[0]) / self.columns.step;
        let left = self.area.left + float(usize::try_from(at).unwrap_or_default()) * self.pitch();
        Rect { left, right: left + self.pitch(), ..self.area }
    }

    /// Lines with their numbers.
    fn numbers(&self) -> Vec<Shape> {
        let most = i32::try_from(self.most).unwrap_or(i32::MAX);
        let room = (self.area.height() / LEAST_ROOM).clamp(1.0, MOST_NUMBERS);
        #[expect(clippy::cast_possible_truncation, reason = "a few")]
        let step = even_numbers().find(|step| most / step <= room as i32).unwrap_or(most);
        let line = |number: i32| {
            let y = self.area.bottom - self.height(usize::try_from(number).unwrap_or_default());
            let role = if number == 0 { Role::GridStrong } else { Role::Grid };
            let [from, to] = [self.area.left, self.area.right].map(|x| Point { x, y });
            let words = grouped(usize::try_from(number).unwrap_or_default());
            let text = LABEL.centred(self.area.left - GAP, y, Anchor::End, words);
            [Shape::Line { from, to, stroke: Stroke::solid(role, 1.0) }, text]
        };
        (0..=most / step).flat_map(|number| line(number * step)).collect()
    }

    /// The years below, as dense as there is room.
    fn years(&self, room: Rect) -> Vec<Shape> {
        let [first, last] = [self.columns.ends[0], self.columns.ends[1] + self.columns.step - 1];
        let widest = [first, last].map(|year| LABEL.width(&format_year(year), self.text_width));
        let needed = widest[0].max(widest[1]) + YEAR_GAP;
        let per_year = self.middle(1) - self.middle(0);
        #[expect(clippy::cast_precision_loss, reason = "years")]
        let step = even_numbers().find(|step| needed <= *step as f32 * per_year).unwrap_or(i32::MAX);
        let mut shapes = Vec::new();
        let mut year = first.div_euclid(step) * step;
        while year <= last {
            let (x, words) = (self.middle(year), format_year(year));
            let half = LABEL.width(&words, self.text_width) / 2.0;
            if first <= year && room.left <= x - half && x + half <= room.right {
                shapes.push(LABEL.centred(x, self.area.bottom + BELOW / 2.0 + 1.0, Anchor::Middle, words));
            }
            let Some(next) = year.checked_add(step) else { break };
            year = next;
        }
        shapes
    }

    /// A column; of a line that rises its part, from the number before it.
    fn column(&self, column: &Column<'_>, before: usize, has_number: bool) -> Group {
        let place = self.place(column.year);
        let target = Target::Year(column.year);
        let bottom = self.area.bottom;
        let top = |number: usize| bottom - self.height(number);
        if self.columns.rises {
            let rect = Rect { top: top(column.certain()), ..place };
            let line = |from, to| Shape::Line { from, to, stroke: Stroke::solid(Role::Overview, LINE) };
            let corner = Point { x: rect.left, y: rect.top };
            // A little wider, so that no seam is seen between one and the next.
            let ground = Rect { right: rect.right + SEAM, bottom, ..rect };
            let mut shapes = vec![Shape::filled(ground, 0.0, Role::Grid)];
            shapes.extend((before < column.certain()).then(|| line(Point { y: top(before), ..corner }, corner)));
            shapes.push(line(corner, Point { x: rect.right, ..corner }));
            return Group::of(target, column.label.clone(), place, shapes);
        }
        let share = if place.width() <= NARROW { 1.0 } else { SHARE };
        let width = (place.width() * share).min(WIDEST);
        let bar = Rect::from_size(place.middle_x() - width / 2.0, self.area.top, width, self.area.height());
        let mut shapes = Vec::new();
        let mut below = 0;
        for &(role, number, _) in &column.parts {
            let rect = Rect { top: top(below + number), bottom: top(below), ..bar };
            shapes.push(Shape::filled(rect, 0.0, role));
            below += number;
        }
        if 0 < column.possible {
            shapes.extend(possible(Rect { top: top(below + column.possible), bottom: top(below), ..bar }));
        }
        if has_number {
            let at = Point { x: place.middle_x(), y: top(below + column.possible) - 4.0 };
            shapes.push(NUMBER.at(at, Anchor::Middle, column.number()));
        }
        Group::of(target, column.label.clone(), place, shapes)
    }
}
