//! The formats of lists.

use crate::data::TableFormat;

/// A list that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// Its text.
    pub text: String,
    /// What of the list the format cannot say and why; `None` where it says all.
    pub left_out: Option<String>,
}

/// What is copied of one trip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyFormat {
    /// A footnote in one line.
    Footnote,
    /// An entry for each source.
    Bibtex,
    /// The same for reference managers.
    CslJson,
    /// A line for each account, without the heading.
    TableRow(TableFormat),
}

impl CopyFormat {
    /// All of them, with what they are called in a menu.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Footnote, "Footnote"),
        (Self::Bibtex, "BibTeX"),
        (Self::CslJson, "CSL-JSON"),
        (Self::TableRow(TableFormat::Csv), "Table row (CSV)"),
        (Self::TableRow(TableFormat::Markdown), "Table row (Markdown)"),
    ];

    /// What was copied, in words: `the footnote`.
    #[must_use]
    pub const fn describe(self) -> &'static str {
        match self {
            Self::Footnote => "the footnote",
            Self::Bibtex => "the BibTeX",
            Self::CslJson => "the CSL-JSON",
            Self::TableRow(_) => "the table row",
        }
    }
}
