//! The sorts of files that the window saves.

use crate::data::TableFormat;
use crate::export::ListFormat;

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
    pub(crate) description: &'static str,
}

impl FileKind {
    /// The window as a picture.
    pub(crate) const SCREENSHOT: Self =
        Self { title: "Save screenshot", name: "wayline", ending: "png", description: "PNG picture" };
    /// What is looked at.
    pub(crate) const VIEW: Self = Self { title: "Save view", name: "view", ending: "ron", description: "Wayline view" };

    /// The findings that are listed.
    pub(crate) const fn findings(format: TableFormat) -> Self {
        let list = match format {
            TableFormat::Csv => ListFormat::Csv,
            TableFormat::Markdown => ListFormat::Markdown,
        };
        Self { title: "Save findings", name: "findings", ..Self::list(list) }
    }

    /// The trips or events that are shown.
    pub(crate) const fn list(format: ListFormat) -> Self {
        let ending = match format {
            ListFormat::Csv => "csv",
            ListFormat::Markdown => "md",
            ListFormat::Json | ListFormat::CslJson => "json",
            ListFormat::Calendar => "ics",
            ListFormat::Table | ListFormat::Footnotes => "txt",
            ListFormat::Bibtex => "bib",
        };
        Self { title: "Save list", name: "trips", ending, description: format.label() }
    }
}
