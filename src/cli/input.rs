//! The files that a command is about, and what is wrong with them.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::outcome::{CliError, Outcome};
use super::output::warn;
use crate::export;
use crate::model::{self, Chronicle, Document, TravellerIndex};

/// Reads files for a command that needs something of them; without a path the one that comes with the program.
pub(super) fn read(paths: &[PathBuf]) -> Result<Document, CliError> {
    let document = read_report(paths);
    if is_unusable(&document) { Err(unusable(&document)) } else { Ok(document) }
}

/// Reads files for a command that reports whatever is wrong, even when that is everything.
pub(super) fn read_report(paths: &[PathBuf]) -> Document {
    if paths.is_empty() {
        return model::default_file();
    }
    model::read(paths).unwrap_or_else(|problem| {
        let mut document = Document::default().at(paths);
        document.problems.push(*problem);
        document
    })
}

/// The travellers of these names.
pub(super) fn travellers(chronicle: &Chronicle, names: &[String]) -> Result<BTreeSet<TravellerIndex>, CliError> {
    let named = names.iter().map(|name| export::traveller_named(chronicle, name));
    named.collect::<Result<_, _>>().map_err(|unknown| CliError::Call(unknown.to_string()))
}

/// The name to report the problems of a file under.
pub(super) fn reported_name(document: &Document) -> String {
    match &document.paths[..] {
        [only] => only.display().to_string(),
        _ => document.name.clone(),
    }
}

/// Whether there is nothing at all to work with: no file, no text, or an empty one.
pub(super) fn is_unusable(document: &Document) -> bool {
    document.problems.iter().any(|problem| problem.code.is_fatal())
}

/// Why there is nothing to work with.
pub(super) fn unusable(document: &Document) -> CliError {
    let name = reported_name(document);
    CliError::File(document.problems.iter().map(|problem| problem.render(&name)).collect())
}

/// Reports on stderr what could not be used; a command that goes on with the rest must say so.
pub(super) fn report(document: &Document) -> Outcome {
    let name = reported_name(document);
    for problem in &document.problems {
        warn(&problem.render(&name));
    }
    if let Some(words) = document.left_out.describe() {
        warn(&format!("{name}: {words}"));
    }
    outcome(document)
}

pub(super) fn outcome(document: &Document) -> Outcome {
    if is_unusable(document) {
        Outcome::Unusable
    } else if document.problems.is_empty() {
        Outcome::Fine
    } else {
        Outcome::ProblemsFound
    }
}
