//! Opening a file: its text is read, and told from a view by what it holds, whatever its name.

use std::path::Path;

use super::document::{Document, file_name};
use super::progress::Progress;
use super::{load, load_watched};
use crate::data::view_file::is_view;
use crate::data::{DEFAULT_FILE, Problem, files};

/// What was opened.
#[derive(Clone, Debug)]
pub enum Opened {
    /// A file of trips, not yet searched for findings.
    Trips(Document),
    /// A view: what to look at in a file of trips.
    View {
        /// The file's name, without folders.
        name: String,
        /// What it says, not yet read.
        text: String,
    },
}

/// The file that comes with the program.
#[must_use]
pub fn default_file() -> Document {
    let (name, text) = DEFAULT_FILE;
    load(text.to_owned()).named(name)
}

/// Loads a file of trips, as far as it can be read.
///
/// # Errors
///
/// A [`Problem`] when there is no text to be had from it.
pub fn read(path: &Path) -> Result<Document, Box<Problem>> {
    Ok(load(files::read_text(path).map_err(Box::new)?).at(path))
}

/// Opens a file of trips or a view: tells how far it is, shows what there is so far of a large file, and ends with
/// `None` when it is cancelled.
///
/// # Errors
///
/// A [`Problem`] when there is no text to be had from it.
pub fn open(path: &Path, progress: &Progress, show: &mut dyn FnMut(Document)) -> Result<Option<Opened>, Box<Problem>> {
    let text = files::read_text(path).map_err(Box::new)?;
    if is_view(&text) {
        return Ok(Some(Opened::View { name: file_name(path), text }));
    }
    let document = load_watched(text, progress, Some(&mut |part| show(part.at(path))));
    Ok(document.map(|document| Opened::Trips(document.at(path))))
}
