//! Texts that many trips have in common are stored once.

use std::{hash::Hash, sync::Arc};

use rustc_hash::FxHashSet;

/// A text of the file. Equal names of places, people and offices share their letters.
pub type Text = arcstr::ArcStr;

/// Finds the copy of what was stored before.
#[derive(Default)]
pub(super) struct Texts {
    texts: FxHashSet<Text>,
}

impl Texts {
    /// The one copy of a text.
    pub(super) fn shared(&mut self, text: &str) -> Text {
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

/// Finds the copy of a list that was stored before.
pub(super) struct Lists<T> {
    lists: FxHashSet<Arc<[T]>>,
    empty: Arc<[T]>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { lists: FxHashSet::default(), empty: Arc::default() }
    }
}

impl<T: Clone + Eq + Hash> Lists<T> {
    /// The one copy of a list.
    pub(super) fn shared(&mut self, list: &[T]) -> Arc<[T]> {
        if list.is_empty() {
            return self.empty.clone();
        }
        if let Some(known) = self.lists.get(list) {
            return known.clone();
        }
        let list: Arc<[T]> = list.into();
        self.lists.insert(list.clone());
        list
    }
}
