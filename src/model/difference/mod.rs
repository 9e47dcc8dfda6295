//! What two editions of a file say otherwise: accounts added, removed and changed, trips joined and parted, other facts.
//!
//! ```text
//! old, new ─► accounts: each once ─► those of one edition alone ─► pairs: the best choice ─► changes
//! ```
//!
//! The order of rows and how often they are repeated makes no difference, nor how a file is laid out.

mod facts;
mod grouping;
mod pairs;
mod sources;
mod version;

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{Chronicle, SourceIndex, Text, TripIndex};
use super::merge::{Accounts, Part};
use super::pairing::Comparison;

pub use facts::{FactChange, Section};
pub use grouping::{Grouping, GroupingChange};
pub use version::{Field, FieldChange, Version};

use grouping::Trips;
use pairs::paired;
use sources::CommonSources;

/// What two editions of a file say otherwise.
#[derive(Clone, Debug, Default)]
pub struct Difference {
    /// Changes of accounts, in the order of their days.
    pub changes: Vec<Change>,
    /// Trips whose accounts are told together or apart, in the order of their days.
    pub groupings: Vec<GroupingChange>,
    /// Changes of all else, in the order of the sections.
    pub facts: Vec<FactChange>,
}

/// What became of an account: at least one edition has it.
#[derive(Clone, Debug)]
pub struct Change {
    /// As the old edition tells it; `None` where it was added.
    pub old: Option<Version>,
    /// As the new edition tells it; `None` where it was removed.
    pub new: Option<Version>,
    /// Whether an account that was added or removed is of a trip that both editions have otherwise.
    pub is_of_known_trip: bool,
}

/// What sort of change it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// In the new edition alone.
    Added,
    /// In the old edition alone.
    Removed,
    /// The dates are others, and perhaps more.
    Moved,
    /// The dates are the same, something else is not.
    Changed,
}

impl Sort {
    /// All, in the order in which they are counted.
    pub const ALL: [Self; 4] = [Self::Added, Self::Removed, Self::Moved, Self::Changed];

    /// The word in files and on screen.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Moved => "moved",
            Self::Changed => "changed",
        }
    }
}

impl Difference {
    /// Of an old and a new edition.
    #[must_use]
    pub fn new(old: &Chronicle, new: &Chronicle) -> Self {
        let parts = [old, new].map(|chronicle| Part { chronicle, file: "" });
        let sources = CommonSources::new(old, new);
        let accounts = Accounts::new(&parts, "", |part, source| SourceIndex::new(sources.common(part, source)));
        let (old_trips, new_trips) = accounts.trips.split_at(old.trips.len());
        let editions = [Edition::new(old, old_trips), Edition::new(new, new_trips)];
        let pairs = paired(&parts, &accounts, &editions);
        let trips = Trips::new(&editions, &pairs);
        let version = |part: usize, account: usize| {
            let &trip = editions[part].trip_of.get(&account)?;
            let chronicle = parts[part].chronicle;
            let source = sources.name(part, chronicle, accounts.all[account].account.source);
            Some(Version::new(chronicle, source, trip, &accounts.all[account]))
        };
        let mut changes: Vec<Change> = Vec::new();
        // Trips of the same account may have other names.
        let is_renamed = |account: usize| editions[0].id(old, account) != editions[1].id(new, account);
        for &[one, other] in pairs.iter().filter(|[one, other]| one != other || is_renamed(*one)) {
            changes.push(Change { old: version(0, one), new: version(1, other), is_of_known_trip: true });
        }
        let [left_old, left_new] = [0, 1].map(|part| {
            let told: BTreeSet<usize> = pairs.iter().map(|pair| pair[part]).collect();
            editions[part].accounts().difference(&told).copied().collect::<Vec<_>>()
        });
        changes.extend(left_old.into_iter().map(|account| Change {
            old: version(0, account),
            new: None,
            is_of_known_trip: trips.has_survivor(0, account),
        }));
        changes.extend(left_new.into_iter().map(|account| Change {
            old: None,
            new: version(1, account),
            is_of_known_trip: trips.has_survivor(1, account),
        }));
        changes.sort_by_cached_key(|change| {
            let told = change.told();
            (told.map(|told| told.account.when.possible()), change.sort(), told.map(|told| told.country.to_string()))
        });
        let groupings = trips.changes(&pairs, version);
        let facts = facts::changes(old, new, &sources);
        Self { changes, groupings, facts }
    }

    /// Whether both editions say the same.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.groupings.is_empty() && self.facts.is_empty()
    }

    /// How many changes of accounts are of a sort.
    #[must_use]
    pub fn count(&self, sort: Sort) -> usize {
        self.changes.iter().filter(|change| change.sort() == sort).count()
    }
}

impl Change {
    /// What sort of change it is.
    #[must_use]
    pub fn sort(&self) -> Sort {
        match (&self.old, &self.new) {
            (None, _) => Sort::Added,
            (_, None) => Sort::Removed,
            (Some(old), Some(new)) if old.account.when.edtf() == new.account.when.edtf() => Sort::Changed,
            (Some(_), Some(_)) => Sort::Moved,
        }
    }

    /// The account as the last edition that has it tells it.
    #[must_use]
    pub const fn told(&self) -> Option<&Version> {
        match &self.new {
            Some(new) => Some(new),
            None => self.old.as_ref(),
        }
    }

    /// What is said otherwise; all that is said of an account that was added or removed.
    #[must_use]
    pub fn fields(&self) -> Vec<FieldChange> {
        let [old, new] =
            [&self.old, &self.new].map(|version| version.as_ref().map(Version::fields).unwrap_or_default());
        let change = |field: Field| {
            let [old, new] = [&old, &new].map(|fields| fields.get(&field).cloned().unwrap_or_default());
            FieldChange { field, old, new }
        };
        Field::ALL.iter().map(|&field| change(field)).filter(|change| change.old != change.new).collect()
    }

    /// The new dates beside the old ones; `None` where they are the same or there is one edition only.
    #[must_use]
    pub fn comparison(&self) -> Option<Comparison> {
        let (old, new) = self.old.as_ref().zip(self.new.as_ref()).filter(|_| self.sort() == Sort::Moved)?;
        Some(Comparison::new(&new.account.when, &old.account.when))
    }
}

/// The accounts of an edition, by their positions among those of both.
struct Edition {
    /// The trip that has each account; of several the one whose name comes first.
    trip_of: BTreeMap<usize, TripIndex>,
    /// The accounts of each trip.
    trips: Vec<Vec<usize>>,
}

impl Edition {
    fn new(chronicle: &Chronicle, trips: &[Vec<usize>]) -> Self {
        let mut trip_of: BTreeMap<usize, TripIndex> = BTreeMap::new();
        for (trip, accounts) in trips.iter().enumerate() {
            let trip = TripIndex::new(trip);
            let id = |trip: TripIndex| chronicle.trip(trip).given_id();
            for &account in accounts {
                let known = trip_of.entry(account).or_insert(trip);
                if id(trip).is_some_and(|id_here| id(*known).is_none_or(|id_there| id_here < id_there)) {
                    *known = trip;
                }
            }
        }
        Self { trip_of, trips: trips.to_vec() }
    }

    /// The name that the edition gives the trip of an account.
    fn id<'a>(&self, chronicle: &'a Chronicle, account: usize) -> Option<&'a Text> {
        self.trip_of.get(&account).and_then(|&trip| chronicle.trip(trip).given_id())
    }

    /// Its accounts, each once.
    fn accounts(&self) -> BTreeSet<usize> {
        self.trip_of.keys().copied().collect()
    }
}
