//! Trips and their accounts: what each source says, kept apart.

use std::sync::Arc;

use super::index::{CountryIndex, SourceIndex, TravellerIndex};
use super::place::Place;
use super::text::Text;
use crate::data::{Cell, TripKind, TripStatus};
use crate::time::{Span, When};

/// A stay in one country, told by one or more sources.
#[derive(Clone, Debug)]
pub struct Trip {
    pub(crate) id: Id,
    /// Who travelled.
    pub traveller: TravellerIndex,
    /// Where.
    pub country: CountryIndex,
    /// The country as the file calls it here, where its lane has another name.
    pub(crate) country_name: Option<Text>,
    /// What for.
    pub kind: TripKind,
    /// Whether it took place.
    pub status: TripStatus,
    /// Byte offset in the file.
    pub offset: usize,
    pub(crate) accounts: Box<[Account]>,
    pub(crate) possible: Span,
}

/// What one source says of one trip.
#[derive(Clone, Debug)]
pub struct Account {
    /// Who says so.
    pub source: SourceIndex,
    /// When.
    pub when: When,
    /// The date in the source's own words.
    pub verbatim: Option<Text>,
    /// The cells of the source's row that were empty or lost, so that what is said of them is a conclusion.
    pub restored: Restored,
    /// What was restored or concluded, and why.
    pub inferred: Option<Text>,
    /// Places visited.
    pub places: Arc<[Place]>,
    /// People met.
    pub leaders: Arc<[Leader]>,
    /// What took place; may be empty.
    pub details: Text,
    /// What the source says otherwise than the trip; boxed, as most say nothing of that kind.
    pub own: Option<Box<OwnWords>>,
}

/// What a source says of a trip in other words than the trip itself, which has those of another source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnWords {
    /// Who travelled.
    pub traveller: Option<Text>,
    /// Where.
    pub country: Option<Text>,
    /// What for.
    pub kind: Option<TripKind>,
    /// Whether it took place.
    pub status: Option<TripStatus>,
}

/// Cells of a source's row that were restored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// The country.
    pub country: bool,
    /// The places.
    pub place: bool,
    /// The leaders.
    pub leader: bool,
}

/// A person met; name or office may be empty, not both.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Leader {
    /// As the source prints it.
    pub name: Text,
    /// As the source gives it.
    pub office: Text,
}

/// What an account is known by, whichever trip it is of. All of them as the source writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountName {
    /// Who says so.
    pub source: SourceIndex,
    /// Who travelled; empty where nobody is named.
    pub traveller: Text,
    /// Where.
    pub country: Text,
    /// When.
    pub when: When,
}

/// A trip's name.
#[derive(Clone, Debug)]
pub(crate) enum Id {
    /// As the file gives it.
    Given(Text),
    /// Of its first possible day and its country; from 2, with this number behind, as others have the same.
    Made(u32),
}

impl Restored {
    /// The cells, in the order in which files list them.
    pub(crate) fn cells(self) -> impl Iterator<Item = Cell> {
        let all = [(self.country, Cell::Country), (self.place, Cell::Place), (self.leader, Cell::Leader)];
        all.into_iter().filter(|(is_restored, _)| *is_restored).map(|(_, cell)| cell)
    }
}

impl Trip {
    /// What each source says: at least one account, in the order of the file.
    #[must_use]
    pub fn accounts(&self) -> &[Account] {
        &self.accounts
    }

    /// The name that the file gives it, if it does.
    pub(crate) const fn given_id(&self) -> Option<&Text> {
        match &self.id {
            Id::Given(id) => Some(id),
            Id::Made(_) => None,
        }
    }

    /// All days any account gives, from the earliest possible to the latest possible.
    #[must_use]
    pub const fn possible(&self) -> Span {
        self.possible
    }

    /// The places of all accounts, each once, in the order they are told.
    #[must_use]
    pub fn places(&self) -> Vec<&Place> {
        Place::each_once(self.accounts.iter().flat_map(|account| &*account.places))
    }
}
