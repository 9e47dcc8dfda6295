//! What a command comes to.

use std::io;

use crate::data::files;

/// Why a command gave up. Its exit status is 2.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The file cannot be read at all.
    #[error("{0}")]
    File(String),
    /// The call asks for something that is not there.
    #[error("{0}")]
    Call(String),
    /// The output cannot be written.
    #[error("cannot write, as {}", files::refusal(.0))]
    Write(#[from] io::Error),
}

/// What a command came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Exit status 0.
    Fine,
    /// The file has problems, or two files differ: exit status 1.
    ProblemsFound,
    /// Nothing of the file can be used: exit status 2.
    Unusable,
}
