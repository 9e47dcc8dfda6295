//! Who travelled, and in which offices.

use crate::time::When;

/// Someone who travelled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traveller {
    /// The name; empty for trips whose traveller is not named.
    pub name: String,
    /// The offices held, in the order of the file; none where the file says nothing of them.
    pub offices: Vec<Office>,
    /// Whether any trip is of this traveller: a file may list others.
    pub has_trips: bool,
}

/// An office that a traveller held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// What it is called.
    pub name: String,
    /// From when to when it was held.
    pub when: When,
}
