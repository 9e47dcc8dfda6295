//! The data that figures and lists are made from.

use crate::{
    data::Fingerprint,
    model::{Chronicle, Document, Filter, FilterResult, TripSet},
};

/// The data that a figure or table is made from.
#[derive(Clone, Copy, Debug)]
pub struct Dataset<'a> {
    /// Name of the file, without its folders, which are nobody else's business.
    pub name: &'a str,
    /// What tells its content from any other.
    pub fingerprint: &'a Fingerprint,
    /// The facts.
    pub chronicle: &'a Chronicle,
    /// The trips that some finding disputes.
    pub disputed: &'a TripSet,
    /// How many trips of the file could not be read.
    pub trips_left_out: usize,
}

impl<'a> Dataset<'a> {
    /// That of a loaded file.
    #[must_use]
    pub fn new(document: &'a Document) -> Self {
        Self {
            name: &document.name,
            fingerprint: &document.fingerprint,
            chronicle: &document.chronicle,
            disputed: &document.findings().disputed,
            trips_left_out: document.trips_left_out,
        }
    }

    /// What it is called: by its own title, else by the file's name.
    #[must_use]
    pub fn title(&self) -> &'a str {
        if self.chronicle.title.is_empty() { self.name } else { &self.chronicle.title }
    }

    /// Which file, told apart from any other of its name, and which program: `Data: data.ron, SHA-256 0123…; Wayline 0.1.0`.
    #[must_use]
    pub fn words(&self) -> String {
        let (name, fingerprint) = (self.name, self.fingerprint.short());
        format!("Data: {name}, SHA-256 {fingerprint}; Wayline {}", env!("CARGO_PKG_VERSION"))
    }

    /// What a filter leaves of it.
    #[must_use]
    pub fn shown(&self, filter: &Filter) -> FilterResult {
        filter.apply(self.chronicle, self.disputed)
    }
}
