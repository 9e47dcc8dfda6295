//! Trips too narrow to be told apart: a block with their number, and what of them must not be overlooked.

use super::date_bar::LEAST_WIDTH;
use super::lod::RowItem;
use super::mixture;
use crate::layout::arrange::source_tracks::silent_sources;
use crate::layout::picture::chart::Frame;
use crate::layout::scene::{Rect, Role, Shape, float};
use crate::model::{Trip, TripIndex, TripSpan, TripStatus};
use crate::text::{count, grouped};
use crate::time::{Months, Span};

/// A block is lower than a bar by this share of it above and below, so that they differ by more than their colour.
const INSET_SHARE: f32 = 0.15;
/// Height of the mark above what the sources contradict each other on, and the room below it, in pixels.
const MARK: f32 = 2.0;
/// The least height of the part of a block that a search has found, in pixels.
const LEAST_FOUND: f32 = 3.0;
/// A narrower bar of one known date is drawn without round corners, in pixels.
const PLAIN_WIDTH: f32 = 12.0;
/// With less room before the next bar no name stands beside it, in pixels.
const NAME_ROOM: f32 = 16.0;
/// The share of its colour that a trip has whose days are not known for sure.
const UNSURE: f32 = 0.6;

/// How many trips of a block have each mark.
#[derive(Clone, Copy, Default)]
struct Marks {
    disputed: usize,
    found: usize,
}

impl Marks {
    fn of<'a>(frame: &Frame<'_>, trips: &(impl Iterator<Item = &'a TripSpan> + Clone)) -> Self {
        let number = |is: &dyn Fn(TripIndex) -> bool| trips.clone().filter(|span| is(span.trip)).count();
        let highlights = frame.chart.highlights;
        Self { disputed: number(highlights.disputed), found: highlights.found.map_or(0, number) }
    }

    /// Where each mark stands on or above a block: disputes above it, what is found from its foot up to its share.
    fn rects(self, trips: usize, block: Rect) -> [Option<Rect>; 2] {
        let above = Rect { top: block.top - 2.0 * MARK, bottom: block.top - MARK, ..block };
        let share = float(self.found) / float(trips.max(1));
        let height = (block.height() * share).max(LEAST_FOUND).min(block.height());
        let foot = Rect { top: block.bottom - height, ..block };
        [(0 < self.disputed).then_some(above), (0 < self.found).then_some(foot)]
    }
}

/// Trips to one country: `37 trips to Hungary, 3 May – 18 June 1956: state visit 30, treaty 7 (5 disputed, 2 found)`.
pub(crate) fn describe<'a>(frame: &Frame<'_>, trips: impl Iterator<Item = &'a TripSpan> + Clone) -> String {
    let chronicle = frame.chart.chronicle;
    let first = trips.clone().next().map(|first| frame.chart.timeline.lane_key(chronicle, first.trip));
    let whose = first.map(|key| key.describe(chronicle)).unwrap_or_default();
    let days = trips.clone().map(|trip| trip.days).reduce(Span::hull);
    let days = days.map(|days| days.format(Months::Full)).unwrap_or_default();
    let Marks { disputed, found } = Marks::of(frame, &trips);
    let marks = [(disputed, "disputed"), (found, "found")].into_iter().filter(|(number, _)| 0 < *number);
    let marks: Vec<_> = marks.map(|(number, word)| format!("{} {word}", grouped(number))).collect();
    let mixture = mixture::describe(frame, trips.clone());
    let marks = if marks.is_empty() { String::new() } else { format!(" ({})", marks.join(", ")) };
    format!("{} {whose}, {days}{mixture}{marks}", count(trips.count(), "trip", "trips"))
}

/// The part of a bar's place that a block takes.
fn inset(bar: Rect) -> Rect {
    let by = (bar.height() * INSET_SHARE).floor();
    Rect { top: bar.top + by, bottom: bar.bottom - by, ..bar }
}

/// Blocks, and bars squeezed by their neighbours, of which no more can be seen than their place and colour: drawn
/// together, as thousands of them can be in view.
#[derive(Default)]
pub(crate) struct BoxBatch {
    looks: Vec<(Role, bool, Vec<Rect>)>,
    found: Vec<Rect>,
    disputed: Vec<Rect>,
}

impl BoxBatch {
    /// Takes an item whose bar or block stands in this area, if that is all there is to be seen of it.
    pub(crate) fn takes(&mut self, frame: &Frame<'_>, item: &RowItem<'_>, area: Rect) -> bool {
        let rect = Rect { left: item.left, right: item.right, ..area };
        let marked = match item.trips {
            [only] => {
                let trip = frame.chart.chronicle.trip(only.trip);
                let has_no_name = rect.width() < PLAIN_WIDTH && item.limit - item.right < NAME_ROOM;
                let is_squeezed = rect.width() < LEAST_WIDTH || (has_no_name && is_plain(frame, trip));
                let look = if is_squeezed { squeezed(frame, trip) } else { None };
                let Some((role, sure)) = look else { return false };
                self.push(role, sure, rect);
                rect
            }
            several => {
                self.push_mixture(frame, several.iter(), inset(rect));
                inset(rect)
            }
        };
        let [disputed, found] = Marks::of(frame, &item.trips.iter()).rects(item.trips.len(), marked);
        self.disputed.extend(disputed);
        self.found.extend(found);
        true
    }

    /// Takes a block of several trips as bands of their classes.
    pub(crate) fn push_mixture<'a>(
        &mut self,
        frame: &Frame<'_>,
        trips: impl Iterator<Item = &'a TripSpan>,
        block: Rect,
    ) {
        for (role, band) in mixture::bands(frame, trips, block) {
            self.push(role, true, band);
        }
    }

    fn push(&mut self, role: Role, sure: bool, rect: Rect) {
        match self.looks.iter_mut().find(|look| (look.0, look.1) == (role, sure)) {
            Some((.., rects)) => rects.push(rect),
            None => self.looks.push((role, sure, vec![rect])),
        }
    }

    /// All that was taken, with its marks on top.
    pub(crate) fn shapes(self) -> Vec<Shape> {
        let marks = [(Role::Found, true, self.found), (Role::Disputed, true, self.disputed)];
        let all = self.looks.into_iter().chain(marks).filter(|(.., rects)| !rects.is_empty());
        let boxes = |(fill, sure, rects)| Shape::Boxes { rects, fill, opacity: if sure { 1.0 } else { UNSURE } };
        all.map(boxes).collect()
    }
}

/// Whether a trip has one account, with known days, and no source that is silent on it.
fn is_plain(frame: &Frame<'_>, trip: &Trip) -> bool {
    matches!(trip.accounts(), [only] if only.when.is_exact())
        && silent_sources(frame.chart.chronicle, frame.chart.timeline.reading, trip).is_empty()
}

/// The colour of a trip too narrow to show more, and whether its days are known for sure; `None` for one whose outline
/// says that it is not confirmed.
fn squeezed(frame: &Frame<'_>, trip: &Trip) -> Option<(Role, bool)> {
    let reading = frame.chart.timeline.reading;
    let first = reading.first_account(trip).filter(|_| trip.status == TripStatus::Confirmed)?;
    Some((
        frame.chart.timeline.bar_role(trip, first.source),
        reading.accounts(trip).all(|account| account.when.is_exact()),
    ))
}
