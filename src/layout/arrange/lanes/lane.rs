//! A lane: trips in rows, and events.

use crate::model::{EventIndex, LaneKey, TripIndex, TripSpan};
use crate::text::{self, grouped};
use crate::time::{Day, Span};

/// The trips and events of a country, or of what else lanes are for.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Whose it is.
    pub key: LaneKey,
    /// The heading below which it stands.
    pub heading: Option<LaneKey>,
    /// The trips in the order of their first days.
    pub spans: Vec<TripSpan>,
    /// Days of the longest of them; 0 where there are none.
    pub longest_days: i32,
    /// The trips, packed so that those of one row share no day; each row in the order of time.
    pub rows: Vec<Vec<TripSpan>>,
    /// The events that have a date, in the order of time.
    pub events: Vec<EventIndex>,
    /// Whether it is the heading of the lanes below it, whose trips it counts and does not hold.
    pub is_heading: bool,
    /// Whether it stands above all others, alone or with its heading.
    pub is_pinned: bool,
    /// Whether all its trips are drawn in one row.
    pub is_collapsed: bool,
    /// How many days later than theirs its trips and events are drawn; `None` where they stand at their own.
    pub moved_days: Option<i32>,
    /// How many trips are shown and counted.
    pub shown: usize,
    /// How many trips there are of it, decades and other limits aside.
    pub total: usize,
}

impl Lane {
    /// The heading of lanes that show so many trips of so many.
    pub(super) const fn of_heading(
        key: LaneKey,
        is_pinned: bool,
        moved_days: Option<i32>,
        [shown, total]: [usize; 2],
    ) -> Self {
        Self {
            key,
            heading: None,
            spans: Vec::new(),
            longest_days: 0,
            rows: Vec::new(),
            events: Vec::new(),
            is_heading: true,
            is_pinned,
            is_collapsed: false,
            moved_days,
            shown,
            total,
        }
    }

    /// How many of its trips are shown: `12`, `3 of 12`.
    pub(crate) fn count_label(&self) -> String {
        let total = grouped(self.total);
        if self.shown == self.total { total } else { format!("{} of {total}", grouped(self.shown)) }
    }

    /// The same where there is little room: `12`, `3/12`.
    pub(crate) fn short_count_label(&self) -> String {
        self.count_label().replace(" of ", "/")
    }

    /// How many rows it takes, at least one.
    pub(crate) fn row_count(&self) -> usize {
        if self.is_collapsed { 1 } else { self.rows.len().max(1) }
    }

    /// How far its trips and events are drawn from their own days: `drawn 24 years earlier`.
    #[must_use]
    pub fn moved_words(&self) -> Option<String> {
        let days = self.moved_days.filter(|days| *days != 0)?;
        let direction = if days < 0 { "earlier" } else { "later" };
        Some(format!("drawn {} {direction}", text::duration(days)))
    }

    /// These days of the axis as days of its trips.
    pub(crate) fn own_days(&self, on_axis: Span) -> Span {
        on_axis.moved(-self.moved_days.unwrap_or(0))
    }

    /// Its trips in the order of the days that are drawn of them.
    #[must_use]
    pub fn trips(&self) -> Vec<TripIndex> {
        self.spans.iter().map(|span| span.trip).collect()
    }
}

impl Lane {
    /// The trips that begin on or behind a day and before another, in that order.
    pub(crate) fn spans_from(&self, first: Day, end: Day) -> &[TripSpan] {
        let first = self.spans.partition_point(|span| span.days.start() < first);
        let last = self.spans.partition_point(|span| span.days.start() < end);
        self.spans.get(first..last.max(first)).unwrap_or_default()
    }
}

/// The trips of a row of which something is drawn on some days.
///
/// The trips of a row share no day, so both their first and their last days are in order.
pub(crate) fn spans_on(row: &[TripSpan], days: Span) -> &[TripSpan] {
    let first = row.partition_point(|span| span.days.end() <= days.start());
    let last = row.partition_point(|span| span.days.start() < days.end());
    row.get(first..last).unwrap_or_default()
}
