//! From top to bottom: the order of lanes and of their headings.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::lane::Lane;
use crate::data::LaneOrder;
use crate::layout::arrange::arrangement::Arrangement;
use crate::model::{Chronicle, FilterResult, LaneKey, TripSpan};
use crate::time::Day;

/// What lanes are ordered by, of one lane or of all lanes below a heading.
#[derive(Clone, Copy)]
struct LaneExtent {
    /// Of the first trip; lanes that hold only events come last where it counts.
    first_day: Day,
    last_day: Day,
    /// Days of all stays together, as they are drawn.
    days: i64,
    shown: usize,
    total: usize,
}

impl LaneExtent {
    fn of(chronicle: &Chronicle, shown: &FilterResult, lane: &Lane) -> Self {
        let first_day = |trips: &[TripSpan]| trips.first().map(|first| shown.span(chronicle, first.trip).start());
        Self {
            first_day: lane.rows.iter().filter_map(|row| first_day(row)).min().unwrap_or(Day::END),
            last_day: lane.spans.iter().map(|span| span.days.end()).max().unwrap_or(Day::MIN),
            days: lane.spans.iter().map(|span| i64::from(span.days.days())).sum(),
            shown: lane.shown,
            total: lane.total,
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            first_day: self.first_day.min(other.first_day),
            last_day: self.last_day.max(other.last_day),
            days: self.days + other.days,
            shown: self.shown + other.shown,
            total: self.total + other.total,
        }
    }
}

/// Adds the headings that lanes stand below, and puts all in order: what is pinned first.
pub(crate) fn sort(chronicle: &Chronicle, shown: &FilterResult, lanes: &mut Vec<Lane>, arrangement: &Arrangement) {
    let mut headings: BTreeMap<LaneKey, LaneExtent> = BTreeMap::new();
    let mut extents: BTreeMap<LaneKey, LaneExtent> = BTreeMap::new();
    for lane in lanes.iter() {
        let extent = LaneExtent::of(chronicle, shown, lane);
        extents.insert(lane.key, extent);
        if let Some(heading) = lane.heading {
            headings.entry(heading).and_modify(|all| *all = all.and(extent)).or_insert(extent);
        }
    }
    let heading = |(&key, extent): (&LaneKey, &LaneExtent)| {
        Lane::heading(key, arrangement.moved_days(chronicle, key), [extent.shown, extent.total])
    };
    lanes.extend(headings.iter().map(heading));
    let choices = &arrangement.choices;
    // A heading and a lane are never of one key.
    extents.extend(headings);
    let by_hand: BTreeMap<LaneKey, usize> = choices.by_hand.iter().copied().zip(0..).collect();
    let rank = |key: LaneKey| {
        let extent = extents.get(&key)?;
        let (most_first, first_day, name) = match arrangement.order {
            LaneOrder::FirstVisit | LaneOrder::Hand => (0, extent.first_day, String::new()),
            LaneOrder::LastVisit => (extent.last_day.number().into(), Day::MIN, String::new()),
            LaneOrder::Visits => (i64::try_from(extent.shown).unwrap_or(i64::MAX), extent.first_day, String::new()),
            LaneOrder::Days => (extent.days, extent.first_day, String::new()),
            LaneOrder::Name => (0, Day::MIN, key.name(chronicle, arrangement.names).into_owned()),
        };
        let by_hand = by_hand.get(&key).copied().filter(|_| arrangement.order == LaneOrder::Hand);
        Some((by_hand.unwrap_or(usize::MAX), Reverse(most_first), first_day, name, key))
    };
    lanes.sort_by_cached_key(|lane| {
        let is_own = |key: &LaneKey| *key == lane.key || Some(*key) == lane.heading;
        let pinned = choices.pinned.iter().position(is_own).unwrap_or(usize::MAX);
        // What stands below a heading comes behind it; what stands below none, in its place among headings.
        let (outer, own) = match lane.heading {
            Some(heading) => (rank(heading), rank(lane.key)),
            None => (rank(lane.key), None),
        };
        (pinned, lane.moved_days.is_some(), outer, own)
    });
}
