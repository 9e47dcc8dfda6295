//! Which source of the old edition is which of the new one.

use crate::model::facts::{Chronicle, Source, SourceIndex};

/// The sources of both editions, numbered together.
pub(super) struct CommonSources {
    /// The number of each source of each edition.
    numbers: [Vec<usize>; 2],
}

impl CommonSources {
    /// Sources are one that have the same name and citation, else the same id, else the same name; and those that are left
    /// where each edition has one.
    pub(super) fn new(old: &Chronicle, new: &Chronicle) -> Self {
        let mut counterparts: Vec<Option<usize>> = vec![None; new.sources.len()];
        let mut free: Vec<usize> = (0..old.sources.len()).collect();
        let is_same: [fn(&Source, &Source) -> bool; 3] = [
            |one, other| (&one.name, &one.citation) == (&other.name, &other.citation),
            |one, other| one.id == other.id,
            |one, other| one.name == other.name,
        ];
        for is_same in is_same {
            for (source, counterpart) in new.sources.iter().zip(&mut counterparts) {
                if counterpart.is_none() {
                    let found = free.iter().position(|&known| is_same(&old.sources[known], source));
                    *counterpart = found.map(|at| free.remove(at));
                }
            }
        }
        let mut left = counterparts.iter_mut().filter(|counterpart| counterpart.is_none());
        if let (Some(only), None, [known]) = (left.next(), left.next(), free.as_slice()) {
            *only = Some(*known);
        }
        let numbers = counterparts.iter().enumerate().map(|(at, known)| known.unwrap_or(old.sources.len() + at));
        Self { numbers: [(0..old.sources.len()).collect(), numbers.collect()] }
    }

    /// The number of a source of the old (0) or the new (1) edition.
    pub(super) fn common(&self, edition: usize, source: SourceIndex) -> usize {
        self.numbers[edition][source.position()]
    }

    /// The id of a source: that of the old edition, where both have it.
    pub(super) fn id<'a>(&self, editions: [&'a Chronicle; 2], edition: usize, source: SourceIndex) -> &'a str {
        let [old, _] = editions;
        let of_old = old.sources.get(self.common(edition, source));
        of_old.map_or_else(|| &editions[edition].source(source).id, |source| &source.id)
    }

    /// The source of an edition with a number, and its name; that is empty where each edition has no other.
    pub(super) fn of_number(
        &self,
        edition: usize,
        chronicle: &Chronicle,
        number: SourceIndex,
    ) -> Option<(SourceIndex, String)> {
        let position = self.numbers[edition].iter().position(|&known| known == number.position())?;
        let is_only = self.numbers.iter().flatten().all(|&known| known == number.position());
        let name = if is_only { String::new() } else { chronicle.sources[position].name.clone() };
        Some((SourceIndex::new(position), name))
    }
}
