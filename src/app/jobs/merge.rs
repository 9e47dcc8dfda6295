//! Files that are merged, read beside the window, and what comes of decisions.

use std::path::PathBuf;
use std::sync::Arc;

use crate::export;
use crate::model::merge::{Decision, Merge, Options, Part, Review};
use crate::model::{self, Document, load};

/// The files that are merged, as they were read.
#[derive(Debug)]
pub(crate) struct MergeInputs {
    documents: Vec<Arc<Document>>,
    options: Options,
}

/// What comes of decisions: a file, and what is still to be decided.
pub(crate) struct Reviewed {
    pub(crate) document: Document,
    pub(crate) review: Review,
}

/// With more accounts than this, looking what comes of a decision takes longer than a frame.
const LARGE: usize = 1_000;

impl MergeInputs {
    /// What is shown, or the files that it was read from, and other files.
    ///
    /// # Errors
    ///
    /// What of them cannot be read at all.
    pub(crate) fn read(shown: Arc<Document>, others: &[PathBuf]) -> Result<Self, String> {
        let mut documents = Vec::new();
        let (own, paths) = match shown.paths.as_slice() {
            // Each file keeps what it says of sources and countries.
            several @ [_, _, ..] => (None, several.iter().chain(others).collect::<Vec<_>>()),
            _ => (Some(shown), others.iter().collect()),
        };
        documents.extend(own);
        for path in paths {
            let document = model::read(&[path]).map_err(|problem| problem.render(&path.display().to_string()))?;
            documents.push(Arc::new(document));
        }
        Ok(Self { documents, options: Options::default() })
    }

    /// Whether it takes longer than a frame to look what comes of a decision.
    pub(crate) fn are_large(&self) -> bool {
        LARGE < self.documents.iter().map(|document| document.chronicle.trips.len()).sum()
    }

    /// What comes of these decisions.
    pub(crate) fn review(&self, decisions: &[Decision]) -> Reviewed {
        let part = |document: &'_ Arc<Document>| document.name.clone();
        let names: Vec<String> = self.documents.iter().map(part).collect();
        let parts = self.documents.iter().zip(&names);
        let parts: Vec<Part<'_>> =
            parts.map(|(document, file)| Part { chronicle: &document.chronicle, file }).collect();
        let merge = Merge::new(&parts, &self.options);
        let merged = merge.decided(decisions);
        let (chronicle, accounts) = merged.facts();
        let document = load(export::trips_file(&chronicle)).named(names.join(" + "));
        let review = Review::new(&merged, accounts);
        Reviewed { document, review }
    }
}
