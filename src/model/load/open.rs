//! Opening files: each is told from a view, and from lists of other kinds, by what it holds, whatever its name.

use std::path::{Path, PathBuf};

use super::document::{Document, file_name, file_names};
use super::joined::{Part, joined};
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

/// Loads files of trips, and imports lists of journeys and folders of them, as far as they can be read: several are one
/// timeline, to which each brings its own sources. Places tell files by their paths.
///
/// # Errors
///
/// A [`Problem`] when there is no text to be had from one of them.
pub fn read(paths: &[impl AsRef<Path>]) -> Result<Document, Box<Problem>> {
    let mut contents = Contents::of(paths, Options::default(), |_, file| file.display().to_string())?;
    // It is to be reported as no file of trips.
    contents.texts.extend(contents.view.take());
    let document = contents.load(&Progress::default(), None)?.unwrap_or_default();
    Ok(document.at(paths).examined())
}

/// The same for a window, which also opens a view: tells how far it is, shows what there is so far of a large file, and
/// ends with `None` when it is cancelled. Nothing is searched for findings yet. The options are those of imports. Places
/// tell files by their names.
///
/// # Errors
///
/// A [`Problem`] when there is no text to be had from one of them.
pub fn open(
    paths: &[impl AsRef<Path>],
    options: Options,
    progress: &Progress,
    show: &mut dyn FnMut(Document),
) -> Result<Option<Opened>, Box<Problem>> {
    let mut contents = Contents::of(paths, options, short_label)?;
    if let Some((name, text)) = contents.view.take() {
        return Ok(Some(Opened::View { name, text }));
    }
    let document = contents.load(progress, Some(&mut |part| show(part.at(paths))))?;
    Ok(document.map(|document| Opened::Trips(document.at(paths))))
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
        let input = import::Input { name: name.to_owned(), label: name.to_owned(), bytes: text.into_bytes() };
        let imported = imported::document([input].into(), name, Options::default(), &Progress::default());
        imported.map_err(imported::first)?.unwrap_or_default()
    };
    Ok(Opened::Trips(document.named(name)))
}

/// Where the file lies that a place of an opened document tells of, or of none where there is only one.
#[must_use]
pub fn path_labelled(paths: &[PathBuf], label: Option<&str>) -> Option<PathBuf> {
    let Some(label) = label else { return paths.first().cloned() };
    labelled(paths, short_label).ok()?.into_iter().find(|file| file.label == label).map(|file| file.path)
}

/// A file that is read.
struct FileToRead {
    path: PathBuf,
    /// How places tell it, where there are several.
    label: String,
    /// Whether it was given itself, and not only its folder.
    is_given: bool,
}

/// How places tell a file that was given, or whose folder was.
type Label = fn(given: &Path, file: &Path) -> String;

/// By its name, without the folders above those that were given.
fn short_label(given: &Path, file: &Path) -> String {
    let name = file_name(file);
    if given == file { name } else { format!("{}/{name}", file_name(given)) }
}

/// The files that were given and those in folders that were, each once. Where several have one label, their paths tell
/// them apart.
fn labelled(paths: &[impl AsRef<Path>], label: Label) -> Result<Vec<FileToRead>, Box<Problem>> {
    let mut files: Vec<FileToRead> = Vec::new();
    for given in paths.iter().map(AsRef::as_ref) {
        for path in files::files_of(given)? {
            if !files.iter().any(|file| file.path == path) {
                files.push(FileToRead { label: label(given, &path), is_given: path == given, path });
            }
        }
    }
    let labels: Vec<String> = files.iter().map(|file| file.label.clone()).collect();
    for file in &mut files {
        if 1 < labels.iter().filter(|label| **label == file.label).count() {
            file.label = file.path.display().to_string();
        }
    }
    Ok(files)
}

/// What files hold.
#[derive(Default)]
struct Contents {
    /// Files of trips, and what is to be reported as none, with their labels.
    texts: Vec<(String, String)>,
    /// Lists of journeys of other kinds, which are imported together: the parts of an archive are one source.
    lists: Vec<import::Input>,
    /// How the lists are imported.
    options: Options,
    /// How many of the texts come before the first list.
    texts_before: usize,
    /// A view alone, by name and text.
    view: Option<(String, String)>,
    /// What all of them are called together.
    name: String,
    /// Why a file of the lists is no text; some lists are none.
    no_text: Option<Box<Problem>>,
    is_of_folder: bool,
}

impl Contents {
    /// Reads files and those of folders.
    fn of(paths: &[impl AsRef<Path>], options: Options, label: Label) -> Result<Self, Box<Problem>> {
        let files = labelled(paths, label)?;
        if files.is_empty() {
            return Err(nothing_in_folder());
        }
        let is_of_folder = files.iter().any(|file| !file.is_given);
        let mut contents = Self { name: file_names(paths), options, is_of_folder, ..Self::default() };
        let is_alone = files.len() == 1;
        files.into_iter().try_for_each(|file| contents.add(file, is_alone))?;
        Ok(contents)
    }

    /// Reads a file. One that was given, and not only its folder, is never passed over.
    fn add(&mut self, file: FileToRead, is_alone: bool) -> Result<(), Box<Problem>> {
        let FileToRead { path, label, is_given } = file;
        let name = file_name(&path);
        let text = match files::read_text(&path) {
            Ok(text) => text,
            // A pipe can be read only once.
            Err(problem) if files::length(&path) == u64::MAX => return Err(Box::new(problem)),
            // What is no text may be a workbook, or text of another encoding.
            Err(problem) => {
                let Ok(bytes) = files::read_bytes(&path) else { return Err(Box::new(problem)) };
                self.no_text.get_or_insert(Box::new(problem));
                self.add_list(import::Input { name, label, bytes });
                return Ok(());
            }
        };
        let is_named_ron = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
        let is_list = || import::is_importable(&text, &self.options) || (!is_named_ron && import::is_table(&text));
        match is_view(&text) {
            true if is_alone && is_given => self.view = Some((name, text)),
            true if is_given => return Err(Box::new(view_among_others(&name))),
            false if (is_given || import::is_file_of_trips(&text)) && !is_list() => self.texts.push((label, text)),
            true | false => self.add_list(import::Input { name, label, bytes: text.into_bytes() }),
        }
        Ok(())
    }

    fn add_list(&mut self, list: import::Input) {
        if self.lists.is_empty() {
            self.texts_before = self.texts.len();
        }
        self.lists.push(list);
    }

    /// What they say, as one timeline, not yet searched for findings; a file alone is shown while it is read.
    fn load(
        mut self,
        progress: &Progress,
        show: Option<&mut dyn FnMut(Document)>,
    ) -> Result<Option<Document>, Box<Problem>> {
        let is_alone = self.texts.len() == 1 && self.lists.is_empty() && !self.is_of_folder;
        if let Some((_, text)) = self.texts.pop_if(|_| is_alone) {
            return Ok(load_watched(text, progress, show));
        }
        let (is_of_folder, texts_before) = (self.is_of_folder, self.texts_before);
        let mut parts = Vec::with_capacity(self.texts.len() + 1);
        for (label, text) in std::mem::take(&mut self.texts) {
            let Some(document) = load_watched(text, progress, None) else { return Ok(None) };
            parts.push(Part { label: Some(label), document });
        }
        if !self.lists.is_empty() {
            let Some(part) = self.import(progress, parts.is_empty())? else { return Ok(None) };
            parts.insert(texts_before, part);
        }
        // A file alone in a folder is told by its name.
        Ok(Some(match parts.pop() {
            Some(only) if parts.is_empty() && (only.document.imported.is_some() || !is_of_folder) => only.document,
            last => joined(parts.into_iter().chain(last).collect()),
        }))
    }

    /// The lists as one file. That none can be imported is a problem among others, unless there is nothing else.
    fn import(self, progress: &Progress, is_alone: bool) -> Result<Option<Part>, Box<Problem>> {
        let Self { lists, options, name, no_text, is_of_folder, .. } = self;
        let label = match &lists[..] {
            [only] => Some(only.label.clone()),
            _ => None,
        };
        let document = match imported::document(lists.into(), &name, options, progress) {
            Ok(Some(document)) => document,
            Ok(None) => return Ok(None),
            Err(problems) if !is_alone => Document { problems, ..Document::default() },
            Err(_) if is_of_folder => return Err(nothing_in_folder()),
            Err(problems) => return Err(no_text.unwrap_or_else(|| imported::first(problems))),
        };
        Ok(Some(Part { label, document }))
    }
}

fn view_among_others(name: &str) -> Problem {
    let message = format!("{name} is a view, no file of trips");
    Problem::error(ProblemCode::OtherData, message).help("open it alone, or give it behind --view")
}

fn nothing_in_folder() -> Box<Problem> {
    let problem = Problem::error(ProblemCode::CannotRead, "this is a folder, and no list of journeys is in it");
    Box::new(problem.help("expected files of trips, pages, tables or archives"))
}
