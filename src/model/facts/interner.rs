//! Texts, and lists of texts, that many trips have in common are stored once.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::place::Place;
use super::text::Text;
use super::trip::Leader;
use crate::data::Coordinates;

/// Finds the copy of a text that was stored before.
#[derive(Default)]
pub(crate) struct Interner {
    texts: FxHashSet<Text>,
}

impl Interner {
    /// The one copy of a text.
    pub(crate) fn intern(&mut self, text: &str) -> Text {
        if text.is_empty() {
            return Text::new();
        }
        if let Some(known) = self.texts.get(text) {
            return known.clone();
        }
        let text = Text::from(text);
        self.texts.insert(text.clone());
        text
    }
}

/// Something made of shared texts: the same only if its texts are the same copies.
pub(crate) trait Shared: Clone {
    /// Where the letters of its texts are stored, and what else tells it apart.
    fn addresses(&self) -> impl Iterator<Item = usize>;
}

fn address(text: &Text) -> usize {
    text.as_ptr().addr()
}

impl Shared for Place {
    fn addresses(&self) -> impl Iterator<Item = usize> {
        let at = self.at.into_iter().flat_map(Coordinates::parts);
        [address(&self.name), address(&self.link)].into_iter().chain(at.map(|part| part.cast_unsigned() as usize))
    }
}

impl Shared for Leader {
    fn addresses(&self) -> impl Iterator<Item = usize> {
        [address(&self.name), address(&self.office)].into_iter()
    }
}

/// Finds the copy of a list that was stored before.
pub(crate) struct ListInterner<T> {
    /// By a hash of the addresses; of two lists that happen to have the same one, only the first is found again.
    lists: FxHashMap<u64, Arc<[T]>>,
    empty: Arc<[T]>,
}

impl<T> Default for ListInterner<T> {
    fn default() -> Self {
        Self { lists: FxHashMap::default(), empty: Arc::default() }
    }
}

impl<T: Shared> ListInterner<T> {
    /// The copy of a list of shared texts, nearly always the only one.
    pub(crate) fn intern(&mut self, list: &[T]) -> Arc<[T]> {
        if list.is_empty() {
            return Arc::clone(&self.empty);
        }
        let addresses =
            |list: &[T]| list.iter().flat_map(Shared::addresses).collect::<smallvec::SmallVec<[usize; 8]>>();
        let own = addresses(list);
        let mut hasher = FxHasher::default();
        own.hash(&mut hasher);
        let known = self.lists.entry(hasher.finish()).or_insert_with(|| list.into());
        if addresses(known) == own { Arc::clone(known) } else { list.into() }
    }
}
