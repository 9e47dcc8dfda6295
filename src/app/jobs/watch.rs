//! Files that are watched: their folders by the system, which costs nothing while nothing happens, or a look every second
//! where the system cannot.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Local};
use notify::{Config, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

/// How often is looked where the system does not tell.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Files and folders that are watched until this is dropped.
pub(crate) struct FileWatch {
    paths: Vec<PathBuf>,
    /// Dropping it ends the watch; `None` where neither the system nor this program can look at a folder.
    _watcher: Option<Box<dyn Watcher + Send>>,
}

impl FileWatch {
    /// Watches files, also while they are replaced or not there; `changed` may be called several times for one change.
    pub(crate) fn new(paths: &[PathBuf], changed: impl Fn() + Clone + Send + 'static) -> Self {
        let by_looking = || watcher::<PollWatcher>(paths, changed.clone());
        let watcher = watcher::<RecommendedWatcher>(paths, changed.clone()).or_else(by_looking);
        Self { paths: paths.to_owned(), _watcher: watcher }
    }

    /// What is watched.
    pub(crate) fn paths(&self) -> &[PathBuf] {
        &self.paths
    }
}

fn watcher<W: Watcher + Send + 'static>(
    paths: &[PathBuf],
    changed: impl Fn() + Send + 'static,
) -> Option<Box<dyn Watcher + Send>> {
    let mut watcher = W::new(handler(paths, changed), Config::default().with_poll_interval(LOOK_EVERY)).ok()?;
    let folders: BTreeSet<&Path> = paths.iter().map(|path| folder_of(path)).collect();
    folders.into_iter().try_for_each(|folder| watcher.watch(folder, RecursiveMode::NonRecursive)).ok()?;
    Some(Box::new(watcher))
}

/// The folder tells of a file that is replaced or comes back; the file alone would not.
fn folder_of(path: &Path) -> &Path {
    if path.is_dir() {
        return path;
    }
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Passes on what is about one of the files, or about what is in a folder; that a file is read is no change.
fn handler<F: Fn()>(paths: &[PathBuf], changed: F) -> impl Fn(notify::Result<notify::Event>) + use<F> {
    let names: Vec<OsString> = paths.iter().filter_map(|path| path.file_name()).map(ToOwned::to_owned).collect();
    let has_folder = paths.iter().any(|path| path.is_dir());
    let is_named = move |path: &PathBuf| path.file_name().is_some_and(|name| names.iter().any(|own| own == name));
    move |event| {
        let is_ours =
            |event: &notify::Event| !event.kind.is_access() && (has_folder || event.paths.iter().any(&is_named));
        // An error may mean that something was missed.
        if event.as_ref().map_or(true, is_ours) {
            changed();
        }
    }
}

/// By what a file is known to be another than before; `None` where it is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    saved: SystemTime,
    length: u64,
}

impl Stamp {
    /// Of a file as it is now.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let metadata = path.metadata().ok()?;
        Some(Self { saved: metadata.modified().ok()?, length: metadata.len() })
    }

    /// Of several files the one that was saved last; `None` where one of them is not there.
    pub(crate) fn latest(stamps: &[Option<Self>]) -> Option<Self> {
        let stamps: Option<Vec<Self>> = stamps.iter().copied().collect();
        stamps?.into_iter().max_by_key(|stamp| stamp.saved)
    }

    /// When it was saved, as a clock on the wall says it: `14:05:12`.
    pub(crate) fn describe(self) -> String {
        DateTime::<Local>::from(self.saved).format("%H:%M:%S").to_string()
    }
}
