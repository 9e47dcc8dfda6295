//! A loaded file: one type for the window, the command line and everything that is exported.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, OnceLock};

use crate::data::import::{Input, Options, Report};
use crate::data::{Fingerprint, Problem, SearchField, SourceText};
use crate::model::facts::{Chronicle, TravellerIndex};
use crate::model::findings::Findings;
use crate::model::query::{self, DayIndex, Filter, FilterResult, Matches, Whereabouts};
use crate::model::search::{Completion, NameWords, completions};
use crate::text::count;
use crate::time::Day;

/// A file that was read, as far as it could be, or the beginning of one.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Its name without folders, so that what is exported does not tell where the file lay.
    pub name: String,
    /// The files and folders that it was read from; none for the file that comes with the program, and for a text that is
    /// in no file.
    pub paths: Vec<PathBuf>,
    /// Its text: the offsets in the chronicle are places in it. Empty for a part of a file, and after
    /// [`Self::release_text`].
    pub text: Arc<SourceText>,
    /// The fingerprint of this text.
    pub fingerprint: Fingerprint,
    /// What the file means.
    pub chronicle: Arc<Chronicle>,
    /// What is wrong with it, in the order of the file.
    pub problems: Vec<Problem>,
    /// What of the file is not in the chronicle, for one of these problems.
    pub left_out: LeftOut,
    /// How it was imported, where it is no file of trips itself.
    pub imported: Option<Arc<Import>>,
    /// Whether this is only the beginning of a file that is still being read, or whose reading was given up.
    pub is_partial: bool,
    /// Whether it has been searched for findings, and what was found.
    pub examination: Examination,
    /// Its trips by their days, computed on first use.
    pub(super) day_index: Arc<OnceLock<DayIndex>>,
    /// The words of its names, computed on first use.
    pub(super) names: Arc<OnceLock<NameWords>>,
}

/// How a document was imported.
#[derive(Clone, Debug)]
pub struct Import {
    /// The file of trips that was made of it.
    pub file_text: String,
    /// What was found and decided.
    pub report: Report,
    /// What was said of it.
    pub options: Options,
    /// The inputs as they were read: a file, or those of a folder.
    pub(super) inputs: Arc<[Input]>,
    /// What the file or folder is called.
    pub name: String,
}

/// What of a file could not be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// How many trips, of those that can be told.
    pub trips: usize,
    /// Whether the file breaks off, or goes on where nothing is read: what else it holds is not known.
    pub rest_is_unknown: bool,
}

impl LeftOut {
    /// In words: `2 trips of the file left out`, `1 trip of the file left out, and what follows its break is unknown`; `None`
    /// where nothing is.
    #[must_use]
    pub fn describe(self) -> Option<String> {
        let trips = || count(self.trips, "trip", "trips");
        match (self.trips, self.rest_is_unknown) {
            (0, false) => None,
            (0, true) => Some("what follows the break of the file is unknown".to_owned()),
            (_, false) => Some(format!("{} of the file left out", trips())),
            (_, true) => Some(format!("{} of the file left out, and what follows its break is unknown", trips())),
        }
    }
}

/// Whether a file has been searched for findings.
#[derive(Clone, Debug, Default)]
pub enum Examination {
    /// Not searched yet.
    #[default]
    Pending,
    /// Searched, with these findings.
    Done(Arc<Findings>),
    /// The search broke off.
    Failed,
}

/// With more trips than this, what is derived from all of them takes longer than a frame.
const LARGE: usize = 20_000;
/// So many trips are searched before all are.
const MOST_EARLIEST: usize = 8_000;

static NO_FINDINGS: LazyLock<Findings> = LazyLock::new(Findings::default);

impl Document {
    /// The beginning of a file.
    pub(super) fn part(chronicle: Chronicle) -> Self {
        Self { chronicle: Arc::new(chronicle), is_partial: true, ..Self::default() }
    }

    /// The same under this name, without folders.
    #[must_use]
    pub fn named(self, name: impl Into<String>) -> Self {
        Self { name: name.into(), ..self }
    }

    /// The same as read from these files and folders, and named after them.
    #[must_use]
    pub fn at(self, paths: &[impl AsRef<Path>]) -> Self {
        let paths: Vec<PathBuf> = paths.iter().map(|path| path.as_ref().to_owned()).collect();
        let name = file_names(&paths);
        Self { paths, ..self }.named(name)
    }

    /// Searches it for findings. Takes seconds for a million trips.
    #[must_use]
    pub fn examined(self) -> Self {
        let findings = Findings::new(&self.chronicle, &self.text);
        Self { examination: Examination::Done(Arc::new(findings)), ..self }
    }

    /// Lets go of its text if it is large: that would more than double what it takes of the memory.
    #[must_use]
    pub fn release_text(self) -> Self {
        if self.is_large() { Self { text: Arc::default(), ..self } } else { self }
    }

    /// Whether what is derived from all its trips, as tours, takes longer than a frame.
    #[must_use]
    pub fn is_large(&self) -> bool {
        LARGE < self.chronicle.trips.len()
    }

    /// What it is called: by its own title, else by the file's name.
    #[must_use]
    pub fn title(&self) -> &str {
        if self.chronicle.title.is_empty() { &self.name } else { &self.chronicle.title }
    }

    /// Where its sources contradict each other or themselves; none before that has been looked for.
    #[must_use]
    pub fn findings(&self) -> &Findings {
        match &self.examination {
            Examination::Done(findings) => findings,
            Examination::Pending | Examination::Failed => &NO_FINDINGS,
        }
    }

    /// What a filter leaves of it.
    #[must_use]
    pub fn shown(&self, filter: &Filter) -> FilterResult {
        filter.apply(&self.chronicle, &self.findings().disputed)
    }

    /// The trips shown that tell of what is typed, or what of the filter hides those that do. The first call collects all
    /// names.
    #[must_use]
    pub fn search(&self, filter: &Filter, shown: &FilterResult, text: &str) -> Matches {
        self.search_while(&|| true, filter, shown, text).unwrap_or_default()
    }

    /// The same, `None` once it is not wanted any more.
    pub(crate) fn search_while(
        &self,
        is_wanted: &(dyn Fn() -> bool + Sync),
        filter: &Filter,
        shown: &FilterResult,
        text: &str,
    ) -> Option<Matches> {
        let names = self.names.get_or_init(|| NameWords::new(&self.chronicle));
        let matches = query::search_in(shown.trips(&self.chronicle), &self.chronicle, shown, names, text, is_wanted)?;
        matches.with_hidden(&self.chronicle, (filter, shown), &self.findings().disputed, names, is_wanted)
    }

    /// What is found among the earliest of the trips shown, in a few milliseconds; of other spellings of names only those that
    /// are known by now. Nothing where the trips are not in order yet.
    #[must_use]
    pub fn search_earliest(&self, shown: &FilterResult, text: &str) -> Matches {
        if !shown.is_ordered() {
            return Matches::default();
        }
        let trips = shown.trips(&self.chronicle);
        let earliest = trips.get(..MOST_EARLIEST).unwrap_or(trips);
        let unknown = NameWords::default();
        let names = self.names.get().unwrap_or(&unknown);
        query::search_in(earliest, &self.chronicle, shown, names, text, &|| true).unwrap_or_default()
    }

    /// The names of a sort, in the order of the alphabet; of a large file only once it was searched.
    #[must_use]
    pub fn names(&self, field: SearchField) -> Vec<&str> {
        let collected = || self.names.get_or_init(|| NameWords::new(&self.chronicle));
        let names = if self.is_large() { self.names.get() } else { Some(collected()) };
        names.map(|names| names.of(field).collect()).unwrap_or_default()
    }

    /// How a search can go on that is being typed.
    #[must_use]
    pub fn completions(&self, text: &str) -> Vec<Completion> {
        self.names.get().map(|names| completions(&self.chronicle, names, text)).unwrap_or_default()
    }

    /// What the sources say of a day. The first call sorts all trips.
    #[must_use]
    pub fn whereabouts(&self, day: Day, travellers: &BTreeSet<TravellerIndex>) -> Whereabouts {
        let index = self.day_index.get_or_init(|| DayIndex::new(&self.chronicle));
        Whereabouts::new(&self.chronicle, index, day, travellers)
    }
}

/// The names of files, without folders: of two both, of more the first and how many there are besides.
#[must_use]
pub fn file_names(paths: &[impl AsRef<Path>]) -> String {
    first_and_others(&paths.iter().map(|path| file_name(path.as_ref())).collect::<Vec<_>>())
}

/// A few words for several: `A`, `A and B`, `A and 2 more`.
pub(super) fn first_and_others(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [first, second] => format!("{first} and {second}"),
        [first, others @ ..] => format!("{first} and {} more", others.len()),
    }
}

/// A file's name, without folders.
#[must_use]
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
