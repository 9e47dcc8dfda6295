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

/// A stay as far as it is known to be one: what all sources tell of it.
#[derive(Clone, Debug)]
pub(crate) struct Stay<'a> {
    /// Stays of one traveller in one country have the same.
    pub(crate) block: u32,
    /// At least one.
    pub(crate) told: Vec<Told<'a>>,
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
    pub(super) places: Vec<PlaceName<'a>>,
    pub(super) leaders: Vec<LeaderName<'a>>,
}

/// A place visited.
pub(super) struct PlaceName<'a> {
    pub(super) name: &'a Text,
    /// Its name, and the article that it leads to.
    names: Vec<String>,
    /// What stands between commas in its name, where a source tells several places as one.
    parts: Vec<String>,
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
            places: account.places.iter().map(PlaceName::new).collect(),
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

impl<'a> PlaceName<'a> {
    fn new(place: &'a Place) -> Self {
        let names = [place.name.as_str(), place.link.as_str()].into_iter().map(key).filter(|name| !name.is_empty());
        let parts = if place.name.contains(',') { place.name.split(',').map(key).collect() } else { Vec::new() };
        Self { name: &place.name, names: names.collect(), parts }
    }

    /// Whether two names are of one place, or one is among the places that the other tells.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let is_among = |names: &[String], all: &[String]| names.iter().any(|name| all.contains(name));
        is_among(&self.names, &other.names)
            || is_among(&self.names, &other.parts)
            || is_among(&self.parts, &other.names)
    }
}

/// Whether two names can be of one person: spellings that the file joins, or names that contradict each other nowhere.
pub(super) fn is_same_person(one: &LeaderName<'_>, other: &LeaderName<'_>) -> bool {
    one.shown == other.shown || one.taken_apart.agrees(&other.taken_apart)
}
