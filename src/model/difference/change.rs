//! What became of an account.

use super::version::{Field, FieldChange, Version};
use crate::model::pairing::Comparison;

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
