//! What has visits, each with a bar and its number, and what sources claim of it.

use super::columns::at_least;
use super::legend::{Entry, Sample, possible};
use crate::data::ChartKind;
use crate::layout::metrics::{BODY_TEXT, SMALL_TEXT};
use crate::layout::scene::{Anchor, Group, Rect, Role, Shape, Target, TextWidth, float};
use crate::layout::text::Style;
use crate::model::{Chronicle, Claim, CountrySum, LaneKey, Statistics, VisitCount};
use crate::text::{count, grouped};

/// Height of a row: the least on a page, in a window, and the greatest on a page; in pixels.
const LEAST_ROW: f32 = 14.0;
pub(super) const ROW: f32 = 20.0;
const MOST_ROW: f32 = 36.0;
/// The most of the width that names take, and what stands behind a bar.
const NAME_SHARE: f32 = 0.38;
const WORDS_SHARE: f32 = 0.42;
/// Between a name, its bar and its number, in pixels.
const GAP: f32 = 8.0;
/// The share of a row's height that its bar takes.
const BAR_SHARE: f32 = 0.45;
/// Rows at least so high have letters to be read.
const EASY_ROW: f32 = 17.0;

/// The rows of a chart, as many as are asked for.
pub(super) struct Ranking {
    pub(super) rows: Vec<Row>,
    /// How many rows there are in all.
    pub(super) all: usize,
    /// One of them, and several.
    pub(super) nouns: [&'static str; 2],
}

/// A row.
pub(super) struct Row {
    target: Target,
    name: String,
    visits: VisitCount,
    /// What sources claim.
    stated: String,
    /// All of it in words.
    label: String,
}

impl Ranking {
    /// The first rows of a chart, at most so many.
    pub(super) fn new(kind: ChartKind, chronicle: &Chronicle, statistics: &Statistics, most: usize) -> Self {
        let certain = |trips| VisitCount { certain: trips, possible: 0 };
        match kind {
            ChartKind::Travellers => {
                let travellers = statistics.per_traveller.iter().take(most).map(|(who, sum)| {
                    let name = chronicle.traveller(*who).unwrap_or("not named");
                    Row::new(Target::Traveller(*who), name, certain(sum.trips), String::new())
                });
                let (all, nouns) = (statistics.per_traveller.len(), ["traveller", "travellers"]);
                Self { rows: travellers.collect(), all, nouns }
            }
            ChartKind::Lengths => {
                let lengths = statistics.lengths.iter();
                let row = |(length, visits): (&crate::data::StayLength, &VisitCount)| {
                    Row::new(Target::Length(*length), length.label(), *visits, String::new())
                };
                Self { rows: lengths.map(row).collect(), all: statistics.lengths.len(), nouns: ["length", "lengths"] }
            }
            ChartKind::Sources => {
                let several = 2 < chronicle.sources.len();
                let rows = (0..).zip(&statistics.agreement).take(most).map(|(at, row)| {
                    let name = row.describe(chronicle, several);
                    Row::new(Target::Agreement(at), &name, certain(row.trips.len()), String::new())
                });
                Self { rows: rows.collect(), all: statistics.agreement.len(), nouns: ["row", "rows"] }
            }
            _ => {
                let countries = statistics.per_country.iter().take(most).map(|country| {
                    let (index, visits) = (country.country, certain(country.sum.trips));
                    let target = Target::Lane(LaneKey::Country(index));
                    Row::new(target, &chronicle.country(index).name, visits, stated(chronicle, country))
                });
                let (all, nouns) = (statistics.per_country.len(), ["country", "countries"]);
                Self { rows: countries.collect(), all, nouns }
            }
        }
    }

    /// What its colours mean; nothing where there is one.
    pub(super) fn legend(&self) -> Vec<Entry> {
        let any_possible = self.rows.iter().any(|row| 0 < row.visits.possible);
        let entries = [(Sample::Full(Role::Overview), "certain"), (Sample::Possible, "possible")];
        let entries = entries.into_iter().filter(|_| any_possible);
        entries.map(|(sample, words)| (sample, words.to_owned())).collect()
    }

    /// How many rows have room in so much height.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast saturates")]
    pub(super) fn fitting(&self, height: f32) -> usize {
        self.rows.len().min((height / LEAST_ROW) as usize)
    }

    /// The height of a row where so many share so much height.
    pub(super) fn row(height: f32, drawn: usize) -> f32 {
        (height / float(drawn.max(1))).clamp(LEAST_ROW, MOST_ROW)
    }

    /// The first rows in an area.
    pub(super) fn groups(&self, area: Rect, drawn: usize, text_width: TextWidth<'_>) -> Vec<Group> {
        let row = Self::row(area.height(), drawn);
        let letters = if row < EASY_ROW { SMALL_TEXT } else { BODY_TEXT };
        let name = Style::regular(letters, Role::Text);
        let (number, claim) = (name, Style::regular(SMALL_TEXT, Role::TextMuted));
        let rows = || self.rows.iter().take(drawn);
        let widest = |width: &dyn Fn(&Row) -> f32| rows().map(width).fold(0.0, f32::max);
        let names = widest(&|row| name.width(&row.name, text_width)).min(area.width() * NAME_SHARE);
        let claimed = |row: &Row| match row.stated.as_str() {
            "" => 0.0,
            stated => GAP + claim.width(stated, text_width),
        };
        let behind = widest(&|row| number.width(&row.number(), text_width) + claimed(row));
        // A little more, as adding up rounds.
        let behind = GAP + 1.0 + behind.min(area.width() * WORDS_SHARE);
        let left = area.left + names + GAP;
        let room = (area.right - behind - left).max(1.0);
        let most = rows().map(|row| row.visits.certain + row.visits.possible).max().unwrap_or(1).max(1);
        let x = |visits: usize| left + float(visits) / float(most) * room;
        let group = |(at, of): (usize, &Row)| {
            let whole = Rect::from_size(area.left, area.top + float(at) * row, area.width(), row);
            let middle = whole.middle_y();
            let [top, bottom] = [middle - row * BAR_SHARE / 2.0, middle + row * BAR_SHARE / 2.0];
            let VisitCount { certain, possible: more } = of.visits;
            let mut shapes = Vec::new();
            let words = name.fit(&of.name, names, text_width);
            shapes.extend(words.map(|words| name.centred(area.left, middle, Anchor::Start, words)));
            if 0 < certain {
                shapes.push(Shape::filled(Rect { left, top, right: x(certain), bottom }, 2.0, Role::Overview));
            }
            if 0 < more {
                shapes.extend(possible(Rect { left: x(certain), top, right: x(certain + more), bottom }));
            }
            let end = x(certain + more) + GAP;
            shapes.push(number.centred(end, middle, Anchor::Start, of.number()));
            let end = end + number.width(&of.number(), text_width) + GAP;
            let stated = claim.fit(&of.stated, area.right - end, text_width).filter(|stated| !stated.is_empty());
            shapes.extend(stated.map(|stated| claim.centred(end, middle, Anchor::Start, stated)));
            Group::of(of.target, of.label.clone(), whole, shapes)
        };
        rows().enumerate().map(group).collect()
    }
}

impl Row {
    fn new(target: Target, name: &str, visits: VisitCount, stated: String) -> Self {
        let possible =
            if visits.possible == 0 { String::new() } else { format!(", {} more possible", grouped(visits.possible)) };
        let claim = if stated.is_empty() { String::new() } else { format!(", {stated}") };
        let label = format!("{name}: {}{possible}{claim}", count(visits.certain, "visit", "visits"));
        Self { target, name: name.to_owned(), visits, stated, label }
    }

    /// `3`, or `3–5` where two more are possible.
    fn number(&self) -> String {
        at_least(self.visits.certain, self.visits.possible)
    }
}

/// `List says 10`, and of several sources `List 10, Album >12`.
fn stated(chronicle: &Chronicle, country: &CountrySum) -> String {
    let says = if country.stated.len() == 1 { "says " } else { "" };
    let claims = country.stated.iter().map(|&(source, claim)| {
        let name = match chronicle.sources.as_slice() {
            [_] => "source",
            _ => &chronicle.source(source).name,
        };
        match claim {
            Claim::Exactly(visits) => format!("{name} {says}{visits}"),
            Claim::MoreThan(visits) => format!("{name} {says}>{visits}"),
        }
    });
    claims.collect::<Vec<_>>().join(", ")
}
