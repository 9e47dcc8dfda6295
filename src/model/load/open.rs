//! Opening a file: its text is read, and told from a view by what it holds, whatever its name.

use std::path::{Path, PathBuf};

use super::document::{Document, file_name};
use super::progress::Progress;
use super::{imported, load, load_watched};
use crate::data::import::{self, Options};
use crate::data::view_file::is_view;
use crate::data::{DEFAULT_FILE, Problem, ProblemCode, files};

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
    let document = match input(path, &Progress::default())? {
        Some(Input::Text(text)) => load(text),
        Some(Input::Import(document)) => document.examined(),
        None => Document::default(),
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
    let document = match input(path, progress)? {
        Some(Input::Text(text)) if is_view(&text) => {
            return Ok(Some(Opened::View { name: file_name(path), text }));
        }
        Some(Input::Text(text)) => load_watched(text, progress, Some(&mut |part| show(part.at(path)))),
        Some(Input::Import(document)) => Some(*document),
        None => None,
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
        let input = import::Input { name: name.to_owned(), bytes: text.into_bytes() };
        imported::document([input].into(), name, Options::default(), &Progress::default())?.unwrap_or_default()
    };
    Ok(Opened::Trips(document.named(name)))
}

/// What a file holds.
enum Input {
    /// A file of trips, a view, or what is to be reported as no such file.
    Text(String),
    /// A list of journeys, or a table of which it has to be said what is in it.
    Import(Box<Document>),
}

/// Reads a file, and imports it where it is a list of journeys of another kind, or a folder of such lists. `None` when it
/// was cancelled.
fn input(path: &Path, progress: &Progress) -> Result<Option<Input>, Box<Problem>> {
    let (name, options) = (file_name(path), Options::default());
    let imported = |inputs: Vec<import::Input>| {
        let document = imported::document(inputs.into(), &name, Options::default(), progress)?;
        Ok(document.map(|document| Input::Import(Box::new(document))))
    };
    if path.is_dir() {
        return imported(inputs_of_folder(path)?).map_err(|_: Box<Problem>| nothing_in_folder());
    }
    let text = match files::read_text(path) {
        Ok(text) => text,
        // What is no text may be a workbook, or text of another encoding; a pipe can be read only once.
        Err(problem) => {
            let bytes = if files::length(path) == u64::MAX { None } else { files::read_bytes(path).ok() };
            let input = bytes.map(|bytes| import::Input { name: name.clone(), bytes });
            return input.and_then(|input| imported(vec![input]).ok()).ok_or_else(|| Box::new(problem));
        }
    };
    let is_named_ron = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
    let is_list = import::is_importable(&text, &options) || (!is_named_ron && import::is_table(&text));
    if is_view(&text) || !is_list {
        return Ok(Some(Input::Text(text)));
    }
    imported(vec![import::Input { name: name.clone(), bytes: text.into_bytes() }])
}

/// All files of a folder.
fn inputs_of_folder(path: &Path) -> Result<Vec<import::Input>, Box<Problem>> {
    let paths = files::files_of(path)?;
    if paths.is_empty() {
        return Err(nothing_in_folder());
    }
    let read = |file: &PathBuf| -> Result<import::Input, Box<Problem>> {
        Ok(import::Input { name: file_name(file), bytes: files::read_bytes(file)? })
    };
    paths.iter().map(read).collect()
}

fn nothing_in_folder() -> Box<Problem> {
    let problem = Problem::error(ProblemCode::CannotRead, "this is a folder, and no list of journeys is in it");
    Box::new(problem.help("expected a file of trips, or a folder of pages, tables or archives"))
}
