//! A file that is watched: its folder by the system, which costs nothing while nothing happens, or a look every second
//! where the system cannot.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Local};
use notify::{Config, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

/// How often is looked where the system does not tell.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// A file or folder that is watched until this is dropped.
pub(crate) struct FileWatch {
    path: PathBuf,
    /// Dropping it ends the watch.
    _watcher: Box<dyn Watcher + Send>,
}

impl FileWatch {
    /// Watches a file, also while it is replaced or not there; `changed` may be called several times for one change.
    ///
    /// `None` where neither the system nor this program can look at its folder.
    pub(crate) fn new(path: &Path, changed: impl Fn() + Clone + Send + 'static) -> Option<Self> {
        // The folder tells of a file that is replaced or comes back; the file alone would not.
        let folder = if path.is_dir() {
            path
        } else {
            path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
        };
        let watcher = by_system(folder, path, changed.clone()).or_else(|| by_looking(folder, path, changed))?;
        Some(Self { path: path.to_owned(), _watcher: watcher })
    }

    /// What is watched.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

fn by_system(folder: &Path, path: &Path, changed: impl Fn() + Send + 'static) -> Option<Box<dyn Watcher + Send>> {
    let mut watcher = RecommendedWatcher::new(handler(path, changed), Config::default()).ok()?;
    watcher.watch(folder, RecursiveMode::NonRecursive).ok()?;
    Some(Box::new(watcher))
}

fn by_looking(folder: &Path, path: &Path, changed: impl Fn() + Send + 'static) -> Option<Box<dyn Watcher + Send>> {
    let config = Config::default().with_poll_interval(LOOK_EVERY);
    let mut watcher = PollWatcher::new(handler(path, changed), config).ok()?;
    watcher.watch(folder, RecursiveMode::NonRecursive).ok()?;
    Some(Box::new(watcher))
}

/// Passes on what is about the path, or about what is in it where it is a folder; that a file is read is no change.
fn handler<F: Fn()>(path: &Path, changed: F) -> impl Fn(notify::Result<notify::Event>) + use<F> {
    let (name, is_folder) = (path.file_name().map(ToOwned::to_owned), path.is_dir());
    move |event| {
        let is_ours = |event: &notify::Event| {
            !event.kind.is_access() && (is_folder || event.paths.iter().any(|path| path.file_name() == name.as_deref()))
        };
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

    /// When it was saved, as a clock on the wall says it: `14:05:12`.
    pub(crate) fn describe(self) -> String {
        DateTime::<Local>::from(self.saved).format("%H:%M:%S").to_string()
    }
}
