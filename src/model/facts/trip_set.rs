//! A set of trips.

use fixedbitset::FixedBitSet;

use super::index::TripIndex;

/// Any number of the trips of a file, as one bit each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TripSet(FixedBitSet);

impl TripSet {
    /// Whether it holds a trip.
    #[must_use]
    pub fn contains(&self, index: TripIndex) -> bool {
        self.0.contains(index.position())
    }

    /// How many trips it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.count_ones(..)
    }

    /// Whether it holds no trip.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_clear()
    }

    /// The trips, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = TripIndex> {
        self.0.ones().map(TripIndex::new)
    }
}

impl FromIterator<TripIndex> for TripSet {
    fn from_iter<T: IntoIterator<Item = TripIndex>>(trips: T) -> Self {
        let mut bits = FixedBitSet::new();
        for trip in trips {
            bits.grow_and_insert(trip.position());
        }
        Self(bits)
    }
}
