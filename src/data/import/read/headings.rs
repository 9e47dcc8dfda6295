//! The headings that a part of a page stands below.

/// Headings by their levels, the outermost first.
#[derive(Default)]
pub(crate) struct Headings(Vec<(usize, String)>);

impl Headings {
    /// A heading ends those of its own level and below.
    pub(crate) fn add(&mut self, level: usize, words: String) {
        self.0.retain(|(other, _)| *other < level);
        self.0.push((level, words));
    }

    pub(crate) fn words(&self) -> Vec<String> {
        self.0.iter().map(|(_, words)| words.clone()).collect()
    }
}
