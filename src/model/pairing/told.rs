//! What a source tells of a stay, made ready to be compared with what others tell.

use crate::model::facts::{Account, People, Place, SourceIndex, Text, TripStatus};
use crate::model::search::PersonName;
use crate::text::key;
use crate::time::{DaySet, Qualifier, Span};

/// An account and the words of its own source for what the trip says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told<'a> {
    pub(crate) account: &'a Account,
    pub(crate) country: &'a str,
    pub(crate) status: TripStatus,
}

/// All that one source tells of a stay, or of two that may be one.
pub(super) struct Side<'a> {
    pub(super) source: SourceIndex,
    pub(super) country: &'a str,
    /// Every day that is named.
    pub(super) days: DaySet,
    /// From the first to the last of them.
    hull: Span,
    /// Whether first and last day are named, however sure the source is of them.
    pub(super) names_days: bool,
    /// Whether the source marks a date as uncertain or about.
    pub(super) is_doubted: bool,
    pub(super) took_place: bool,
    /// The places with what they are known by.
    pub(super) places: Vec<(String, &'a Text)>,
    pub(super) leaders: Vec<LeaderName<'a>>,
}

/// Someone met.
pub(super) struct LeaderName<'a> {
    pub(super) name: &'a Text,
    /// The name to show of the person, where the file joins spellings.
    shown: &'a str,
    taken_apart: PersonName,
}

impl<'a> Side<'a> {
    /// What a source tells in one account.
    pub(super) fn new(Told { account, country, status }: Told<'a>, people: &'a People) -> Self {
        let leaders = account.leaders.iter().map(|leader| &leader.name).filter(|name| !name.is_empty());
        Self {
            source: account.source,
            country,
            days: account.when.named_days(),
            hull: account.when.possible(),
            names_days: account.when.names_days(),
            is_doubted: account.when.qualifier() != Qualifier::default(),
            took_place: status.took_place(),
            places: account
                .places
                .iter()
                .flat_map(|place| known_by(place).map(|word| (key(word), &place.name)))
                .collect(),
            leaders: leaders
                .map(|name| LeaderName { name, shown: people.name_of(name), taken_apart: PersonName::new(name) })
                .collect(),
        }
    }

    /// The same with what the source tells in another account.
    pub(super) fn with(mut self, other: Self) -> Self {
        self.days = self.days.union(&other.days);
        self.hull = self.hull.hull(other.hull);
        self.names_days &= other.names_days;
        self.is_doubted |= other.is_doubted;
        self.took_place |= other.took_place;
        self.places.extend(other.places);
        self.leaders.extend(other.leaders);
        self
    }

    pub(super) const fn hull(&self) -> Span {
        self.hull
    }
}

/// What a place is known by: the article that its name leads to, and its name.
fn known_by(place: &Place) -> impl Iterator<Item = &str> {
    [place.identity(), place.name.as_str()].into_iter().take(if place.link.is_empty() { 1 } else { 2 })
}

/// Whether two names can be of one person: spellings that the file joins, or names that contradict each other nowhere.
pub(super) fn is_same_person(one: &LeaderName<'_>, other: &LeaderName<'_>) -> bool {
    one.shown == other.shown || one.taken_apart.agrees(&other.taken_apart)
}
