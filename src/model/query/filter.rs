//! Which trips and events are shown and counted, and why the others are not.

use std::collections::BTreeSet;

use super::lane_key::LaneKey;
use super::reading::Reading;
use crate::data::{Counting, StayLength};
use crate::model::facts::{Chronicle, CountryIndex, Event, TravellerIndex, TripKind, TripStatus, TripSummary};
use crate::model::search::Terms;
use crate::time::Span;

/// What to show. The default shows every confirmed trip that any source tells, and no events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Which accounts count.
    pub reading: Reading,
    /// Decades by their first year (1950), all when empty. A trip is of the decade of its first possible day.
    pub decades: BTreeSet<i32>,
    /// Countries, all when empty.
    pub countries: BTreeSet<CountryIndex>,
    /// Travellers, all when empty.
    pub travellers: BTreeSet<TravellerIndex>,
    /// Only what one of these lanes holds, whatever lanes there are; everything when empty.
    pub only_lanes: BTreeSet<LaneKey>,
    /// Nothing that one of these lanes holds.
    pub hidden_lanes: BTreeSet<LaneKey>,
    /// Kinds of trips, all when empty.
    pub kinds: BTreeSet<TripKind>,
    /// Lengths of stays, from the first to the last day, all when empty.
    pub lengths: BTreeSet<StayLength>,
    /// Only what may have taken place within these days.
    pub period: Option<Span>,
    /// Trips of these are shown beside the confirmed ones.
    pub statuses: BTreeSet<TripStatus>,
    /// Which of the trips shown the totals count.
    pub counting: Counting,
    /// Only trips with a finding that disputes when, where or whom he visited.
    pub disputed_only: bool,
    /// Only trips that tell of all these; every trip where they are none.
    pub search: Terms,
    /// Also events.
    pub events: bool,
}

/// Why a trip is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hidden {
    /// The source that is read has no account of it.
    NotTold,
    /// The sources that cover it agree on none of its days.
    NotAgreed,
    /// It is not confirmed, and trips like it are not asked for.
    Status(TripStatus),
    /// No finding disputes it, and only disputed trips are asked for.
    Undisputed,
    /// It does not tell of what is looked for.
    Search,
    /// Trips of its kind are not asked for.
    Kind,
    /// Stays of its length are not asked for.
    Length,
    /// Trips to its country are not asked for.
    Country,
    /// Trips of its traveller are not asked for.
    Traveller,
    /// Its lane is hidden, or not among those that are asked for.
    Lane,
    /// It lies outside the period.
    Period,
    /// It is of another decade.
    Decade,
}

impl Counting {
    /// Whether it counts a trip of this status.
    #[must_use]
    pub const fn counts(self, status: TripStatus) -> bool {
        match status {
            TripStatus::Confirmed => true,
            TripStatus::Transit => !matches!(self, Self::Confirmed),
            TripStatus::Rumoured => matches!(self, Self::Rumoured | Self::Everything),
            TripStatus::Cancelled => matches!(self, Self::Everything),
            TripStatus::Planned => false,
        }
    }
}

impl Hidden {
    /// The reason in a word, as in "32 by decade".
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Status(status) => status.label(),
            Self::NotTold => "not told by this source",
            Self::NotAgreed => "not agreed",
            Self::Undisputed => "not disputed",
            Self::Search => "by search",
            Self::Decade => "by decade",
            Self::Kind => "by kind",
            Self::Length => "by length",
            Self::Country => "by country",
            Self::Traveller => "by traveller",
            Self::Lane => "by lane",
            Self::Period => "by period",
        }
    }
}

impl Filter {
    /// This filter with another counting rule. What is to be counted is shown too.
    #[must_use]
    pub fn with_counting(mut self, counting: Counting) -> Self {
        self.counting = counting;
        let counted =
            TripStatus::ALL.iter().filter(|&&status| status != TripStatus::Confirmed && counting.counts(status));
        self.statuses.extend(counted);
        self
    }

    /// This filter without the part that hides trips for a reason.
    #[must_use]
    pub fn without(&self, reason: Hidden) -> Self {
        let mut filter = self.clone();
        match reason {
            Hidden::NotTold | Hidden::NotAgreed => filter.reading = Reading::Either,
            Hidden::Status(status) => _ = filter.statuses.insert(status),
            Hidden::Undisputed => filter.disputed_only = false,
            Hidden::Search => filter.search = Terms::default(),
            Hidden::Kind => filter.kinds.clear(),
            Hidden::Length => filter.lengths.clear(),
            Hidden::Country => filter.countries.clear(),
            Hidden::Traveller => filter.travellers.clear(),
            Hidden::Lane => {
                filter.only_lanes.clear();
                filter.hidden_lanes.clear();
            }
            Hidden::Period => filter.period = None,
            Hidden::Decade => filter.decades.clear(),
        }
        filter
    }

    /// The reason against a trip in its status.
    pub(super) fn hides_status(&self, status: TripStatus) -> Option<Hidden> {
        let shown = status == TripStatus::Confirmed || self.statuses.contains(&status);
        (!shown).then_some(Hidden::Status(status))
    }

    /// The reason against a trip of which the reading leaves nothing.
    pub(super) const fn hides_untold(&self) -> Hidden {
        match self.reading {
            Reading::Source(_) => Hidden::NotTold,
            Reading::Agreed | Reading::Either => Hidden::NotAgreed,
        }
    }

    /// The reason against a trip of this kind.
    pub(super) fn hides_kind(&self, kind: TripKind) -> Option<Hidden> {
        (!self.kinds.is_empty() && !self.kinds.contains(&kind)).then_some(Hidden::Kind)
    }

    /// The reason against a stay of so many days.
    pub(super) fn hides_length(&self, days: i32) -> Option<Hidden> {
        (!self.lengths.is_empty() && !self.lengths.contains(&StayLength::of(days))).then_some(Hidden::Length)
    }

    /// The reason against a trip of this traveller.
    pub(super) fn hides_traveller(&self, traveller: TravellerIndex) -> Option<Hidden> {
        let hides = !self.travellers.is_empty() && !self.travellers.contains(&traveller);
        hides.then_some(Hidden::Traveller)
    }

    /// The reason against a trip as the lanes go that hold it.
    pub(super) fn hides_lane_of(&self, chronicle: &Chronicle, trip: &TripSummary) -> Option<Hidden> {
        self.hides_lane(|key| key.holds(chronicle, self.reading, trip))
    }

    /// The reason against an event as the lanes go that hold it.
    pub(super) fn hides_lane_of_event(&self, event: &Event) -> Option<Hidden> {
        self.hides_lane(|key| key.holds_event(event))
    }

    fn hides_lane(&self, holds: impl Fn(LaneKey) -> bool) -> Option<Hidden> {
        let any = |lanes: &BTreeSet<LaneKey>| lanes.iter().any(|&key| holds(key));
        (any(&self.hidden_lanes) || !self.only_lanes.is_empty() && !any(&self.only_lanes)).then_some(Hidden::Lane)
    }

    /// The reason, decades and kinds aside, against something in this country; `lies_in` says whether it can have been on a
    /// day of a period.
    pub(super) fn hides_country(&self, country: CountryIndex, lies_in: impl FnOnce(Span) -> bool) -> Option<Hidden> {
        if !self.countries.is_empty() && !self.countries.contains(&country) {
            return Some(Hidden::Country);
        }
        self.period.is_some_and(|period| !lies_in(period)).then_some(Hidden::Period)
    }

    pub(super) fn hides_decade(&self, decade: i32) -> Option<Hidden> {
        (!self.decades.is_empty() && !self.decades.contains(&decade)).then_some(Hidden::Decade)
    }
}
