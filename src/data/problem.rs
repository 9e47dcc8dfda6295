//! What is wrong with a file, and where.

use std::fmt::Write as _;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing was left out.
    Note,
    /// Probably not meant; nothing was left out.
    Warning,
    /// Something of the file could not be used.
    Error,
}

impl Severity {
    /// The word shown to people and programs: `error`, `warning`, `note`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// How many characters to underline, at least 1.
    pub width: usize,
    /// The line itself, without its end.
    pub text: String,
}

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// Stable name, such as `bad-date`.
    pub code: &'static str,
    /// What is wrong, in plain words.
    pub message: String,
    /// What was expected, or what to do.
    pub help: Option<String>,
    /// Where; `None` for the file as a whole.
    pub place: Option<Place>,
    /// Ids of the trips it is about.
    pub trips: Vec<String>,
}
