//! From top to bottom: the order of lanes and of their headings.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

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
    let mut headings: FxHashMap<LaneKey, LaneExtent> = FxHashMap::default();
    let mut extents: FxHashMap<LaneKey, LaneExtent> = FxHashMap::default();
    for lane in lanes.iter() {
        let extent = LaneExtent::of(chronicle, shown, lane);
        extents.insert(lane.key, extent);
        if let Some(heading) = lane.heading {
            headings.entry(heading).and_modify(|all| *all = all.and(extent)).or_insert(extent);
        }
    }
    let heading = |(&key, extent): (&LaneKey, &LaneExtent)| {
        let is_pinned = arrangement.pinned_place(key, None).is_some();
        Lane::of_heading(key, is_pinned, arrangement.moved_days(chronicle, key), [extent.shown, extent.total])
    };
    lanes.extend(headings.iter().map(heading));
    // A heading and a lane are never of one key.
    extents.extend(headings);
    let listed = listed(chronicle, arrangement, extents.keys().copied());
    let rank = |key: LaneKey| {
        let extent = extents.get(&key)?;
        let (most_first, first_day) = match arrangement.order {
            LaneOrder::FirstVisit | LaneOrder::Hand | LaneOrder::Name => (0, extent.first_day),
            LaneOrder::LastVisit => (extent.last_day.number().into(), Day::MIN),
            LaneOrder::Visits => (i64::try_from(extent.shown).unwrap_or(i64::MAX), extent.first_day),
            LaneOrder::Days => (extent.days, extent.first_day),
        };
        Some((listed.get(&key).copied().unwrap_or(usize::MAX), Reverse(most_first), first_day, key))
    };
    lanes.sort_by_cached_key(|lane| {
        let pinned = arrangement.pinned_place(lane.key, lane.heading).unwrap_or(usize::MAX);
        // What stands below a heading comes behind it; what stands below none, in its place among headings.
        let (outer, own) = match lane.heading {
            Some(heading) => (rank(heading), rank(lane.key)),
            None => (rank(lane.key), None),
        };
        (pinned, lane.moved_days.is_some(), outer, own)
    });
}

/// The places of lanes in a list where they are ordered by one: by hand, or by their names.
fn listed(
    chronicle: &Chronicle,
    arrangement: &Arrangement,
    keys: impl Iterator<Item = LaneKey>,
) -> FxHashMap<LaneKey, usize> {
    let list = match arrangement.order {
        LaneOrder::Hand => arrangement.choices.by_hand.clone(),
        LaneOrder::Name => {
            let mut named: Vec<LaneKey> = keys.collect();
            named.sort_by_cached_key(|key| (key.name(chronicle, arrangement.names), *key));
            named
        }
        LaneOrder::FirstVisit | LaneOrder::LastVisit | LaneOrder::Visits | LaneOrder::Days => Vec::new(),
    };
    list.into_iter().zip(0..).collect()
}
