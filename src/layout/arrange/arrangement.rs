//! How what is shown is arranged.

use std::collections::BTreeSet;

use crate::data::{ColorBy, LaneBy, LaneGroup, LaneHeight, LaneNames, LaneOrder};
use crate::model::{Chronicle, LaneKey, MOST_DAYS_BETWEEN};

impl LaneHeight {
    /// The heights that do not follow the room, from the lowest, with the height of a lane's first row in pixels.
    pub const STEPS: [(Self, f32); 4] =
        [(Self::Thin, 6.0), (Self::Dense, 18.0), (Self::Normal, 34.0), (Self::Roomy, 52.0)];

    /// The next step above a height in pixels, or below it; the last one where there is none.
    #[must_use]
    pub fn beside(height: f32, is_above: bool) -> Self {
        let [lowest, .., highest] = Self::STEPS;
        let mut steps = Self::STEPS.into_iter();
        let next = if is_above {
            steps.find(|(_, step)| height + 0.5 < *step).unwrap_or(highest)
        } else {
            steps.rfind(|(_, step)| *step < height - 0.5).unwrap_or(lowest)
        };
        next.0
    }
}

/// How time is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeScale {
    /// Long silences shrink to thin bands.
    Folded,
    /// A day is as wide as any other.
    ToScale,
}

/// What was decided of single lanes. They are those of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LaneChoices {
    /// These stand above all others, in this order.
    pub pinned: Vec<LaneKey>,
    /// These have all their trips in one row; a heading, those of all lanes that stood below it.
    pub collapsed: BTreeSet<LaneKey>,
    /// These stand at other days, below all others, so that two lives can be laid beside each other.
    pub moved: Option<MovedLanes>,
    /// Lanes and headings from top to bottom, where their order is by hand; others follow by their first visit.
    pub by_hand: Vec<LaneKey>,
}

/// Lanes that are drawn at other days than theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MovedLanes {
    /// The lane, or the heading of the lanes.
    pub lane: LaneKey,
    /// How many days later they stand; earlier below 0.
    pub days: i32,
}

/// How what is shown is arranged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrangement {
    /// What each lane is for.
    pub lanes: LaneBy,
    /// Below which headings lanes of countries and places stand.
    pub group: LaneGroup,
    /// The order of lanes.
    pub order: LaneOrder,
    /// What was decided of single lanes.
    pub choices: LaneChoices,
    /// What they are called.
    pub names: LaneNames,
    /// How high they are.
    pub height: LaneHeight,
    /// What colours tell; `None` for what tells most: kinds, or travellers where all trips are of one kind.
    pub color: Option<ColorBy>,
    /// How time is drawn.
    pub scale: TimeScale,
    /// Whether tours are drawn.
    pub tours: bool,
    /// How many days may lie between two legs of a tour.
    pub most_days_between: u16,
    /// Whether colours and shapes are explained.
    pub legend: bool,
}

impl Default for Arrangement {
    fn default() -> Self {
        Self {
            lanes: LaneBy::Country,
            group: LaneGroup::No,
            order: LaneOrder::FirstVisit,
            choices: LaneChoices::default(),
            names: LaneNames::Then,
            height: LaneHeight::Fit,
            color: None,
            scale: TimeScale::Folded,
            tours: true,
            most_days_between: MOST_DAYS_BETWEEN,
            legend: true,
        }
    }
}

impl Arrangement {
    /// The heading below which a lane stands; none where it is pinned above all of them.
    #[must_use]
    pub fn heading(&self, chronicle: &Chronicle, key: LaneKey) -> Option<LaneKey> {
        let is_grouped = self.group != LaneGroup::No && matches!(key, LaneKey::Country(_) | LaneKey::Place(_));
        let group = || {
            let country = key.country(chronicle).filter(|_| is_grouped)?;
            Some(chronicle.group_of(country, self.group).map_or(LaneKey::Ungrouped(self.group), LaneKey::Group))
        };
        key.heading().or_else(group).filter(|_| !self.choices.pinned.contains(&key))
    }

    /// The place of a lane among those that are pinned, alone or with its heading; `None` where it is not.
    pub(super) fn pinned_place(&self, key: LaneKey, heading: Option<LaneKey>) -> Option<usize> {
        self.choices.pinned.iter().position(|pinned| *pinned == key || Some(*pinned) == heading)
    }

    /// Whether tours are drawn: not beside lanes that stand at other days, as brackets have but one axis.
    #[must_use]
    pub fn draws_tours(&self) -> bool {
        self.tours && self.choices.moved.is_none_or(|moved| moved.days == 0)
    }

    /// How many days later than theirs the trips of a lane are drawn; `None` where it stands as it is.
    #[must_use]
    pub fn moved_days(&self, chronicle: &Chronicle, key: LaneKey) -> Option<i32> {
        let MovedLanes { lane, days } = self.choices.moved?;
        (key == lane || self.heading(chronicle, key) == Some(lane)).then_some(days)
    }

    /// The lane that holds the trips of a lane: that of its heading where all lanes below it are one.
    #[must_use]
    pub fn lane_of(&self, chronicle: &Chronicle, key: LaneKey) -> LaneKey {
        if self.choices.collapsed.is_empty() {
            return key;
        }
        self.heading(chronicle, key).filter(|heading| self.choices.collapsed.contains(heading)).unwrap_or(key)
    }
}
