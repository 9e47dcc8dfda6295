//! The matrix of the encounters: a cell for every two travellers, with how often they were in a country on the same days.
//!
//! Names stand on the diagonal, each at the end of its row and above its column, so that no word has to be turned.

use super::columns::at_least;
use super::legend::{Entry, Sample, possible};
use crate::layout::metrics::{BODY_TEXT, SMALL_TEXT, TINY_TEXT};
use crate::layout::scene::{Anchor, Group, Rect, Role, Shape, Target, TextWidth, float};
use crate::layout::text::Style;
use crate::model::{Chronicle, Encountered, Encounters, TravellerIndex, VisitCount};
use crate::text::{count, grouped};

/// The least and the greatest side of a cell with the gap beside it, and that gap, in pixels.
const LEAST_CELL: f32 = 14.0;
const MOST_CELL: f32 = 30.0;
const GAP: f32 = 1.0;
/// From a name to the cells before it, and from a number to the edges of its cell, in pixels.
const NAME_GAP: f32 = 6.0;
const NUMBER_GAP: f32 = 0.5;
/// The most of the width that names take.
const NAME_SHARE: f32 = 0.38;
/// Rows at least so high have letters to be read, in pixels.
const EASY_ROW: f32 = 17.0;
/// How strongly the cell of the fewest encounters is drawn, and that of the most: so that its number can be read on it.
const STRENGTHS: [f32; 2] = [0.12, 0.4];
const NUMBER: Style = Style::regular(TINY_TEXT, Role::Text);

/// Those who had the most encounters, as many as are asked for, in the order of their first ones: so most cells with
/// encounters are near the diagonal.
pub(super) struct Matrix<'a> {
    chronicle: &'a Chronicle,
    encounters: &'a Encounters,
    /// The most first.
    pub(super) travellers: &'a [Encountered],
    /// How many there are in all.
    pub(super) all: usize,
}

impl<'a> Matrix<'a> {
    /// Those who had the most encounters, at most so many.
    pub(super) fn new(chronicle: &'a Chronicle, encounters: &'a Encounters, most: usize) -> Self {
        let all = encounters.per_traveller.len();
        let travellers = encounters.per_traveller.get(..most).unwrap_or(&encounters.per_traveller);
        Self { chronicle, encounters, travellers, all }
    }

    /// The height of as many rows as the width has room for.
    pub(super) fn natural_height(&self, width: f32, text_width: TextWidth<'_>) -> f32 {
        let drawn = self.fitting(width, f32::INFINITY, text_width);
        float(drawn) * self.cell(width, f32::INFINITY, drawn, text_width)
    }

    /// How many travellers have room in a width and height; none where two have none.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast saturates")]
    pub(super) fn fitting(&self, width: f32, height: f32, text_width: TextWidth<'_>) -> usize {
        let room = (width - self.names_width(width, text_width)).min(height);
        // Adding up rounds.
        let fitting = self.travellers.len().min(((room + 1.0) / LEAST_CELL) as usize);
        if fitting < 2 { 0 } else { fitting }
    }

    /// The side of a cell with the gap beside it, where so many travellers share a width and height.
    pub(super) fn cell(&self, width: f32, height: f32, drawn: usize, text_width: TextWidth<'_>) -> f32 {
        let room = (width - self.names_width(width, text_width)).min(height);
        (room / float(drawn.max(1))).clamp(LEAST_CELL, MOST_CELL)
    }

    /// What names take of a width.
    fn names_width(&self, width: f32, text_width: TextWidth<'_>) -> f32 {
        let name = Style::regular(BODY_TEXT, Role::Text);
        let names = self.travellers.iter().map(|who| name.width(self.name(who.traveller), text_width));
        names.fold(0.0, f32::max).min(width * NAME_SHARE) + NAME_GAP
    }

    fn name(&self, traveller: TravellerIndex) -> &str {
        self.chronicle.traveller(traveller).unwrap_or("not named")
    }

    /// What dots mean, where there are some.
    pub(super) fn legend(&self) -> Vec<Entry> {
        let any_possible = self.encounters.per_pair.values().any(|count| 0 < count.possible);
        any_possible.then(|| (Sample::Possible, "possible".to_owned())).into_iter().collect()
    }

    /// The first travellers in an area.
    pub(super) fn groups(&self, area: Rect, drawn: usize, text_width: TextWidth<'_>) -> Vec<Group> {
        let cell = self.cell(area.width(), area.height(), drawn, text_width);
        let rect = |row: usize, column: usize| {
            Rect::from_size(area.left + float(column) * cell, area.top + float(row) * cell, cell - GAP, cell - GAP)
        };
        let mut in_order: Vec<&Encountered> = self.travellers.iter().take(drawn).collect();
        in_order.sort_by_key(|who| (who.first, who.traveller));
        let travellers = || in_order.iter().map(|who| who.traveller).enumerate();
        let name = Style::regular(if cell < EASY_ROW { SMALL_TEXT } else { BODY_TEXT }, Role::Text);
        let names = travellers().filter_map(|(at, traveller)| {
            let left = rect(at, at).left + if at == 0 { 0.0 } else { NAME_GAP };
            let words = name.fit(self.name(traveller), area.right - left, text_width)?;
            Some(name.centred(left, rect(at, at).middle_y(), Anchor::Start, words))
        });
        let grounds = travellers().flat_map(|(row, _)| (0..row).map(move |column| rect(row, column))).collect();
        let back = [Shape::boxes(grounds, Role::Grid)].into_iter().chain(names).collect();
        let most = self.encounters.per_pair.values().map(|count| count.certain).max().unwrap_or_default();
        let cells = travellers().flat_map(|(row, one)| {
            travellers().take(row).filter_map(move |(column, other)| {
                let pair = if one < other { [one, other] } else { [other, one] };
                let count = *self.encounters.per_pair.get(&pair)?;
                Some(self.group(rect(row, column), pair, count, most, text_width))
            })
        });
        [Group::plain(back)].into_iter().chain(cells).collect()
    }

    /// The cell of two travellers; the strongest is that of `most` encounters.
    fn group(
        &self,
        rect: Rect,
        pair: [TravellerIndex; 2],
        encounters: VisitCount,
        most: usize,
        text_width: TextWidth<'_>,
    ) -> Group {
        let VisitCount { certain, possible: more } = encounters;
        let mut shapes = Vec::new();
        if 0 < certain {
            let [least, strongest] = STRENGTHS;
            let opacity = least + (strongest - least) * float(certain) / float(most.max(1));
            shapes.push(Shape::Boxes { rects: vec![rect], fill: Role::Overview, opacity });
        }
        if 0 < more {
            let [wash, outline] = possible(rect.expand(-GAP / 2.0));
            shapes.extend((certain == 0).then_some(wash).into_iter().chain([outline]));
        }
        let number = at_least(certain, more);
        if NUMBER.width(&number, text_width) + 2.0 * NUMBER_GAP <= rect.width() {
            shapes.push(NUMBER.centred(rect.middle_x(), rect.middle_y(), Anchor::Middle, number));
        }
        let [one, other] = pair;
        let possible = if more == 0 { String::new() } else { format!(", {} more possible", grouped(more)) };
        let names = format!("{} and {}", self.name(one), self.name(other));
        let label = format!("{names}: {}{possible}", count(certain, "encounter", "encounters"));
        Group::of(Target::Encounters(one, other), label, rect, shapes)
    }
}
