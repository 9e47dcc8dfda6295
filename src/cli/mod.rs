//! The command line: everything that needs no window.
//!
//! Never imports `app`; the program's `main` decides which of the two runs.

#![warn(clippy::indexing_slicing, clippy::string_slice)]

mod args;
mod base_view;
mod check;
mod encounters;
mod export;
mod files;
mod import;
mod input;
mod list;
mod merge;
mod outcome;
mod output;
mod stats;
mod where_was;

pub use args::{Arguments, CliCommand};
pub use outcome::{CliError, Outcome};
pub use output::warn;

use crate::data;

/// Carries out a command, writing to the standard output.
///
/// # Errors
///
/// [`CliError`] when the call or the file is unusable, or the output cannot be written.
pub fn run(command: &CliCommand) -> Result<Outcome, CliError> {
    match command {
        CliCommand::Export(arguments) => export::run(arguments),
        CliCommand::List(arguments) => list::run(arguments),
        CliCommand::Encounters(arguments) => encounters::run(arguments),
        CliCommand::Check(arguments) => check::run(arguments),
        CliCommand::Import(arguments) => import::run(arguments),
        CliCommand::Merge(arguments) => merge::run(arguments),
        CliCommand::Diff(arguments) => files::diff::run(arguments),
        CliCommand::Fmt(arguments) => files::fmt::run(arguments),
        CliCommand::Completions(arguments) => files::installed::completions(arguments),
        CliCommand::Man(arguments) => files::installed::manual(arguments),
        CliCommand::New(arguments) => files::new::run(arguments),
        CliCommand::Schema => output::to_stdout(data::JSON_SCHEMA.as_bytes()).map(|()| Outcome::Fine),
        CliCommand::Stats(arguments) => stats::run(arguments),
        CliCommand::Where(arguments) => where_was::run(arguments),
    }
}
