//! The sorts of files that the window saves.

use crate::{data::TableFormat, export::ListFormat};

/// A sort of file that can be saved.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FileKind {
    /// What the dialog is called.
    pub(crate) title: &'static str,
    /// The name that is proposed, without its ending.
    pub(crate) name: &'static str,
    /// Its ending, without the dot.
    pub(crate) ending: &'static str,
    /// What it is, in words.
    pub(crate) words: &'static str,
}

impl FileKind {
    /// The window as a picture.
    pub(crate) const SCREENSHOT: Self =
        Self { title: "Save screenshot", name: "wayline", ending: "png", words: "PNG picture" };
    /// What is looked at.
    pub(crate) const VIEW: Self = Self { title: "Save view", name: "view", ending: "ron", words: "Wayline view" };

    /// The findings that are listed.
    pub(crate) const fn findings(format: TableFormat) -> Self {
        let (ending, words) = table(format);
        Self { title: "Save findings", name: "findings", ending, words }
    }

    /// The trips or events that are shown.
    pub(crate) const fn list(format: ListFormat) -> Self {
        let (ending, words) = match format {
            ListFormat::Table(format) => table(format),
            ListFormat::Json => ("json", "JSON"),
            ListFormat::Calendar => ("ics", "iCalendar"),
            ListFormat::Footnotes => ("txt", "Footnotes"),
            ListFormat::Bibtex => ("bib", "BibTeX"),
            ListFormat::CslJson => ("json", "CSL-JSON"),
        };
        Self { title: "Save list", name: "trips", ending, words }
    }
}

const fn table(format: TableFormat) -> (&'static str, &'static str) {
    match format {
        TableFormat::Csv => ("csv", "CSV"),
        TableFormat::Markdown => ("md", "Markdown"),
    }
}
