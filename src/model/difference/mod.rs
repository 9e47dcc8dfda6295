//! What two editions of a file say otherwise: accounts added, removed and changed, trips joined and parted, other facts.
//!
//! ```text
//! old, new ─► accounts: each once ─► those of one edition alone ─► pairs: the best choice ─► changes
//! ```
//!
//! The order of rows and how often they are repeated makes no difference, nor how a file is laid out.

mod change;
mod edition;
mod facts;
mod grouping;
mod pairs;
mod sources;
mod version;

use std::collections::BTreeSet;

use super::facts::SourceIndex;
use super::merge::{Accounts, Part};

pub use change::{Change, Sort};
pub use facts::{Fact, FactChange, Section};
pub use grouping::{Grouping, GroupingChange};
pub use version::{Field, FieldChange, Version};

use edition::Edition;
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

impl Difference {
    /// Of an old and a new edition, each with the name of its file.
    #[must_use]
    pub fn new(parts: &[Part<'_>; 2]) -> Self {
        let [old, new] = parts.map(|part| part.chronicle);
        let sources = CommonSources::new(old, new);
        let accounts = Accounts::new(parts, "", |part, source| SourceIndex::new(sources.common(part, source)));
        let (old_trips, new_trips) = accounts.trips.split_at(old.trips.len());
        let editions = [Edition::new(old, old_trips), Edition::new(new, new_trips)];
        let pairs = paired(parts, &accounts, &editions);
        let trips = Trips::new(&editions, &pairs);
        let version = |part: usize, account: usize| {
            let &trip = editions[part].trip_of.get(&account)?;
            let chronicle = parts[part].chronicle;
            let source = sources.of_number(part, chronicle, accounts.all[account].account.source)?;
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
        let facts = facts::changes(parts, &sources);
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
