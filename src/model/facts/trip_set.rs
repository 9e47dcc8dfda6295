//! A set of trips.

use super::index::TripIndex;

/// Any number of the trips of a file, as one bit each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TripSet {
    /// The bit of a trip is that of its position; the last word is never 0.
    words: Vec<u64>,
    len: usize,
}

impl TripSet {
    /// Whether a trip is one of them.
    #[must_use]
    pub fn contains(&self, index: TripIndex) -> bool {
        let position = index.position();
        self.words.get(position / 64).is_some_and(|word| word >> (position % 64) & 1 == 1)
    }

    /// How many they are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// They, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = TripIndex> {
        self.words.iter().enumerate().flat_map(|(at, &word)| {
            let bits = (0..64).filter(move |bit| word >> bit & 1 == 1);
            bits.map(move |bit| TripIndex::new(at * 64 + bit))
        })
    }
}

impl FromIterator<TripIndex> for TripSet {
    fn from_iter<T: IntoIterator<Item = TripIndex>>(trips: T) -> Self {
        let mut set = Self::default();
        for index in trips {
            let (at, bit) = (index.position() / 64, 1 << (index.position() % 64));
            if set.words.len() <= at {
                set.words.resize(at + 1, 0);
            }
            if let Some(word) = set.words.get_mut(at) {
                set.len += usize::from(*word & bit == 0);
                *word |= bit;
            }
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trip_is_in_it_once() {
        let set: TripSet = [130, 3, 64, 3].map(TripIndex::new).into_iter().collect();
        assert_eq!(set.iter().map(TripIndex::position).collect::<Vec<_>>(), [3, 64, 130]);
        assert_eq!((set.len(), set.is_empty()), (3, false));
        let held: Vec<_> = (0..1000).filter(|&position| set.contains(TripIndex::new(position))).collect();
        assert_eq!(held, [3, 64, 130]);
        assert!(TripSet::default().is_empty() && !TripSet::default().contains(TripIndex::new(0)));
    }
}
