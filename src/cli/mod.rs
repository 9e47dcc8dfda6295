//! The command line: everything that needs no window.
//!
//! Never imports `app`; the program's `main` decides which of the two runs.

mod args;
mod check;
mod export;
mod generate;
mod input;
mod list;
mod select;
mod where_was;

use std::{
    io::{self, Write as _},
    path::Path,
};

pub use args::{Arguments, CliCommand};

use crate::{data::files, model::Document};

/// In place of a file's name: the standard output.
const STDOUT: &str = "-";

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
    /// The file has problems: exit status 1.
    ProblemsFound,
    /// Nothing of the file can be used: exit status 2.
    Unusable,
}

/// Carries out a command, writing to stdout.
///
/// # Errors
///
/// [`CliError`] when the call or the file is unusable, or the output cannot be written.
pub fn run(command: &CliCommand) -> Result<Outcome, CliError> {
    let bytes = |(text, outcome): (String, Outcome)| (text.into_bytes(), outcome);
    let (output, outcome) = match command {
        CliCommand::Export(arguments) => export::run(arguments)?,
        CliCommand::List(arguments) => list::run(arguments)?,
        CliCommand::Check(arguments) => bytes(check::run(arguments)?),
        CliCommand::Where(arguments) => bytes(where_was::run(arguments)?),
        CliCommand::Generate(arguments) => return generate::run(arguments).map(|()| Outcome::Fine),
    };
    to_stdout(|stdout| stdout.write_all(&output))?;
    Ok(outcome)
}

/// Writes to the standard output, until it has all or whoever reads it has enough.
fn to_stdout(write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> Result<(), CliError> {
    let mut stdout = io::stdout().lock();
    match write(&mut stdout).and_then(|()| stdout.flush()) {
        Err(err) if err.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(CliError::Write),
    }
}

/// Hands the bytes to the standard output, or writes them to a file, never over what the call reads or any RON file.
fn written(
    path: Option<&Path>,
    bytes: Vec<u8>,
    (document, view): (&Document, Option<&Path>),
    outcome: Outcome,
) -> Result<(Vec<u8>, Outcome), CliError> {
    let Some(path) = path.filter(|path| *path != Path::new(STDOUT)) else { return Ok((bytes, outcome)) };
    // Files of trips and views are RON; nothing that is written here is.
    if ending(path).as_deref() == Some("ron") {
        let message = format!("this name is one for trips or a view; choose another ending: {}", path.display());
        return Err(CliError::Call(message));
    }
    let protected: Vec<&Path> = [document.path.as_deref(), view].into_iter().flatten().collect();
    files::write_whole(path, &bytes, &protected).map_err(|err| CliError::File(err.to_string()))?;
    Ok((Vec::new(), outcome))
}

/// The ending of a file's name, without the dot and in small letters.
fn ending(path: &Path) -> Option<String> {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase())
}
