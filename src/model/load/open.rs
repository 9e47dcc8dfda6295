//! Opening a file: its text is read, and told from a view by what it holds, whatever its name.

use std::path::Path;

use super::document::{Document, file_name};
use super::progress::Progress;
use super::{imported, load, load_watched};
use crate::data::import::{self, Imported, Options};
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

/// Loads a file of trips, or imports a list of journeys, as far as it can be read.
///
/// # Errors
///
/// A [`Problem`] when there is no text to be had from it.
pub fn read(path: &Path) -> Result<Document, Box<Problem>> {
    let document = match input(path)? {
        Input::Text(text) => load(text),
        Input::Import(imported) => imported::document(*imported).examined(),
    };
    Ok(document.at(path))
}

/// Opens a file of trips, a list of journeys or a view: tells how far it is, shows what there is so far of a large file,
/// and ends with `None` when it is cancelled.
///
/// # Errors
///
/// A [`Problem`] when there is no text to be had from it.
pub fn open(path: &Path, progress: &Progress, show: &mut dyn FnMut(Document)) -> Result<Option<Opened>, Box<Problem>> {
    let document = match input(path)? {
        Input::Text(text) if is_view(&text) => return Ok(Some(Opened::View { name: file_name(path), text })),
        Input::Text(text) => load_watched(text, progress, Some(&mut |part| show(part.at(path)))),
        Input::Import(imported) => Some(imported::document(*imported)),
    };
    Ok(document.map(|document| Opened::Trips(document.at(path))))
}

/// Opens a text that is in no file, as one that was pasted: trips, a view or a list of journeys.
///
/// # Errors
///
/// A [`Problem`] when it is none of these.
pub fn open_text(text: String, name: &str) -> Result<Opened, Box<Problem>> {
    if is_view(&text) {
        return Ok(Opened::View { name: name.to_owned(), text });
    }
    let document = if import::is_file_of_trips(&text) {
        load(text)
    } else {
        imported::document(import::import_text(text, name, &Options::default())?)
    };
    Ok(Opened::Trips(document.named(name)))
}

/// What a file holds.
enum Input {
    /// A file of trips, a view, or what is to be reported as no such file.
    Text(String),
    Import(Box<Imported>),
}

/// Reads a file, and imports it where it is a list of journeys of another kind.
fn input(path: &Path) -> Result<Input, Box<Problem>> {
    let (name, options) = (file_name(path), Options::default());
    let text = match files::read_text(path) {
        Ok(text) => text,
        // What is no text may be a workbook, or text of another encoding; a pipe can be read only once.
        Err(problem) => {
            let bytes = if files::length(path) == u64::MAX { None } else { files::read_bytes(path).ok() };
            let imported = bytes.and_then(|bytes| import::import(&bytes, &name, &options).ok());
            let imported = imported.filter(|imported| 0 < imported.trip_count());
            return imported.map(|imported| Input::Import(Box::new(imported))).ok_or_else(|| Box::new(problem));
        }
    };
    if !import::is_importable(&text, &options) {
        return Ok(Input::Text(text));
    }
    import::import_text(text, &name, &options).map(|imported| Input::Import(Box::new(imported)))
}
