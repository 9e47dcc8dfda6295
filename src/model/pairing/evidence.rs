//! What speaks for and against two accounts being of one stay, as points that can be added up and read.

use super::told::{Side, is_same_person};
use crate::model::facts::Text;
use crate::text::{count, days};
use crate::time::Span;

/// From so many points on a pair is certain, unless another choice is nearly as good.
pub(crate) const CERTAIN: i32 = 64;
/// With fewer points nothing is proposed.
pub(crate) const LEAST: i32 = 20;

/// One thing that was looked at, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What was looked at.
    pub about: About,
    /// What it adds; below 0 where it speaks against the pair.
    pub points: i32,
}

/// What was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// The country, which is the same.
    Country {
        /// Whether both write the same name.
        is_same_word: bool,
    },
    /// The days are the same.
    SameDays,
    /// Some days are the same.
    SharedDays {
        /// How many.
        shared: i32,
        /// Of how many that either gives.
        all: i32,
    },
    /// No day is the same, but they lie near each other.
    NearDays {
        /// How many days lie between.
        between: i32,
    },
    /// Of one the days are not known, and the other's may be among them.
    VagueDays {
        /// How many days the vaguer one can be of.
        possible: i32,
    },
    /// A source is not sure of its own date.
    DoubtedDate,
    /// A place that both tell.
    SamePlace(Text),
    /// Both tell places, and none that is the same.
    OtherPlaces,
    /// A leader whom both tell.
    SameLeader(Text),
    /// Both tell leaders, and none who is the same.
    OtherLeaders,
    /// How many stays in the country the source that tells more of them tells within half a year.
    Rarity {
        /// How many, this one among them.
        stays: usize,
    },
    /// One says that it took place, the other that it did not.
    OtherStatus,
    /// One source tells as two stays what the other tells as one.
    Parts {
        /// Whether both together begin and end as the one does.
        fit: bool,
    },
}

impl About {
    /// A word for it, as in files.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Country { .. } => "country",
            Self::SameDays | Self::SharedDays { .. } | Self::NearDays { .. } | Self::VagueDays { .. } => "days",
            Self::DoubtedDate => "precision",
            Self::SamePlace(_) | Self::OtherPlaces => "place",
            Self::SameLeader(_) | Self::OtherLeaders => "leader",
            Self::Rarity { .. } => "rarity",
            Self::OtherStatus => "status",
            Self::Parts { .. } => "parts",
        }
    }

    /// In words: `14 of 25 days shared`.
    #[must_use]
    pub fn describe(&self) -> String {
        match self {
            Self::Country { is_same_word: true } => "same country".to_owned(),
            Self::Country { is_same_word: false } => "same country by another name".to_owned(),
            Self::SameDays => "same days".to_owned(),
            Self::SharedDays { shared, all } => format!("{shared} of {} shared", days(*all)),
            Self::NearDays { between: 0 } => "no day shared, but they touch".to_owned(),
            Self::NearDays { between } => format!("no day shared, {} between", days(*between)),
            Self::VagueDays { possible } => {
                format!("one is known only to {}, the other may be among them", days(*possible))
            }
            Self::DoubtedDate => "a source doubts its date".to_owned(),
            Self::SamePlace(place) => format!("both tell of {place}"),
            Self::OtherPlaces => "other places".to_owned(),
            Self::SameLeader(leader) => format!("both tell of {leader}"),
            Self::OtherLeaders => "other leaders".to_owned(),
            Self::Rarity { stays: 1 } => "the only stay there within half a year".to_owned(),
            Self::Rarity { stays } => format!("one of {} there within half a year", count(*stays, "stay", "stays")),
            Self::OtherStatus => "one says that it did not take place".to_owned(),
            Self::Parts { fit: true } => "two stays of one source begin and end as one of the other".to_owned(),
            Self::Parts { fit: false } => "two stays of one source against one of the other".to_owned(),
        }
    }
}

/// What speaks for and against two accounts, or one and two, being of one stay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// In a fixed order: country, days, place, leader, rarity.
    pub reasons: Vec<Reason>,
}

impl Evidence {
    /// The sum of all points.
    #[must_use]
    pub fn points(&self) -> i32 {
        self.reasons.iter().map(|reason| reason.points).sum()
    }

    /// All reasons and their sum: `same country +10, 2 of 5 days shared +33: 43`.
    #[must_use]
    pub fn describe(&self) -> String {
        let reasons = self.reasons.iter().map(|reason| format!("{} {:+}", reason.about.describe(), reason.points));
        format!("{}: {}", reasons.collect::<Vec<_>>().join(", "), self.points())
    }

    /// Compares what two sources tell of two stays in one country, of which the sources tell so many; `None` where the days lie
    /// further apart than `within`.
    pub(super) fn new(one: &Side<'_>, other: &Side<'_>, stays: usize, within: i32) -> Option<Self> {
        let is_same_word = one.country == other.country;
        let mut evidence = Self::default();
        evidence.add(About::Country { is_same_word }, if is_same_word { 10 } else { 8 });
        evidence.add_days(one, other, within)?;
        if one.took_place != other.took_place {
            evidence.add(About::OtherStatus, -30);
        }
        let shared = one.places.iter().find(|place| other.places.iter().any(|other| place.is_same(other)));
        match shared {
            Some(place) => evidence.add(About::SamePlace(place.name.clone()), 15),
            None if one.places.is_empty() || other.places.is_empty() => {}
            None => evidence.add(About::OtherPlaces, -15),
        }
        let shared = one.leaders.iter().find(|leader| other.leaders.iter().any(|other| is_same_person(leader, other)));
        match shared {
            Some(leader) => evidence.add(About::SameLeader(leader.name.clone()), 15),
            None if one.leaders.is_empty() || other.leaders.is_empty() => {}
            None => evidence.add(About::OtherLeaders, -3),
        }
        let rarity = match stays {
            0 | 1 => 15,
            2 => 8,
            3 | 4 => -4,
            _ => -12,
        };
        evidence.add(About::Rarity { stays }, rarity);
        Some(evidence)
    }

    /// The same of a stay and two that the other source tells instead of it; `None` unless both together are nearer to it than each.
    pub(super) fn of_parts(whole: &Side<'_>, parts: [&Side<'_>; 2], both: &Side<'_>, stays: usize) -> Option<Self> {
        let share = |side: &Side<'_>| {
            let (shared, all) = (whole.days.intersection(&side.days).days(), whole.days.union(&side.days).days());
            i64::from(shared) * i64::from(SHARES) / i64::from(all.max(1))
        };
        if parts.iter().any(|part| whole.days.intersection(&part.days).is_empty() || share(both) <= share(part)) {
            return None;
        }
        let mut evidence = Self::new(whole, both, stays, 0)?;
        let fit = whole.hull() == both.hull();
        evidence.add(About::Parts { fit }, if fit { 20 } else { -10 });
        Some(evidence)
    }

    fn add(&mut self, about: About, points: i32) {
        self.reasons.push(Reason { about, points });
    }

    fn add_days(&mut self, one: &Side<'_>, other: &Side<'_>, within: i32) -> Option<()> {
        let (shared, all) = (one.days.intersection(&other.days).days(), one.days.union(&other.days).days());
        let are_named = one.names_days && other.names_days;
        match shared {
            0 => {
                let between = between(one.hull(), other.hull());
                if within < between {
                    return None;
                }
                let moved = (one.hull().start() - other.hull().start()).abs();
                let moved = moved.max((one.hull().end() - other.hull().end()).abs()).min(PATIENCE);
                self.add(About::NearDays { between }, (24 - 4 * moved).max(2));
            }
            _ if are_named && one.days == other.days => self.add(About::SameDays, 60),
            _ if are_named => self.add(About::SharedDays { shared, all }, 15 + 45 * shared / all.max(1)),
            _ => {
                let (long, short) = (one.days.days().max(other.days.days()), one.days.days().min(other.days.days()));
                // Half the certainty is lost with each doubling of the days in question.
                let doublings = i32::try_from((long / short.max(1)).max(1).ilog2()).unwrap_or(PATIENCE);
                self.add(About::VagueDays { possible: long }, (30 - 5 * doublings).max(3));
            }
        }
        if one.is_doubted || other.is_doubted {
            self.add(About::DoubtedDate, -10);
        }
        Some(())
    }
}

/// Shares of days are compared in parts of so many.
const SHARES: i32 = 1_000_000;
/// More days make no difference.
const PATIENCE: i32 = 1000;

/// How many days lie between two runs; 0 where they touch or overlap.
pub(super) fn between(one: Span, other: Span) -> i32 {
    (one.start() - other.end()).max(other.start() - one.end()).max(0)
}
