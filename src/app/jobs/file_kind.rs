//! The sorts of files that the window saves.

use crate::data::{ChartKind, TableFormat, UTF8_MARK};
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

    /// A file of trips to begin with.
    pub(crate) const NEW: Self = Self { title: "New file of trips", ..Self::TRIPS };

    /// The trips of an import.
    pub(crate) const TRIPS: Self =
        Self { title: "Save as RON", name: "trips", ending: "ron", description: "Wayline file of trips" };

    /// The findings that are listed.
    pub(crate) const fn findings(format: TableFormat) -> Self {
        let list = match format {
            TableFormat::Csv => ListFormat::Csv,
            TableFormat::Markdown => ListFormat::Markdown,
        };
        Self { title: "Save findings", name: "findings", ..Self::list(list) }
    }

    /// The numbers of a chart of the statistics.
    pub(crate) const fn numbers(chart: ChartKind) -> Self {
        Self { title: "Save numbers", name: chart.key(), ..Self::list(ListFormat::Csv) }
    }

    /// What is written of a text.
    pub(crate) fn bytes(&self, text: String) -> Vec<u8> {
        if self.ending == Self::list(ListFormat::Csv).ending { format!("{UTF8_MARK}{text}") } else { text }.into_bytes()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_csv_begins_with_the_mark_that_spreadsheets_need() {
        let begins = |kind: FileKind| kind.bytes("Österreich".to_owned()).starts_with(&[0xEF, 0xBB, 0xBF]);
        assert!(begins(FileKind::list(ListFormat::Csv)) && begins(FileKind::findings(TableFormat::Csv)));
        let others = [ListFormat::Markdown, ListFormat::Json, ListFormat::Calendar, ListFormat::Bibtex];
        assert!(others.into_iter().all(|format| !begins(FileKind::list(format))));
        assert!(!begins(FileKind::findings(TableFormat::Markdown)) && !begins(FileKind::VIEW));
    }
}
