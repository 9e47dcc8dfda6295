//! A file that is being read.

use std::sync::Arc;

use crate::app::jobs::JobHandle;
use crate::model::Progress;

/// A file that is being read. Dropping this gives it up.
#[derive(Debug)]
pub struct Loading {
    /// Its name, without folders.
    pub name: String,
    /// How far it is.
    pub progress: Arc<Progress>,
    /// The view to show once all of it is read: name and text of its file.
    pub(crate) view: Option<(String, String)>,
    /// Whether what was found in a list of journeys is shown then.
    pub(crate) shows_import: bool,
    /// Where it is the file that is shown, after a change on the disk.
    pub(crate) again: Option<Again>,
    pub(crate) job: JobHandle,
}

/// A file that is read again after a change on the disk.
#[derive(Clone, Debug)]
pub(crate) struct Again {
    /// When it was saved, as a clock on the wall says it; `None` where it is gone.
    pub(crate) saved: Option<String>,
}

impl Loading {
    /// Something of this name, read by this job, and a view of it to be shown then.
    pub(crate) fn new(name: String, progress: Arc<Progress>, view: Option<(String, String)>, job: JobHandle) -> Self {
        Self { name, progress, view, shows_import: false, again: None, job }
    }
}

impl Drop for Loading {
    fn drop(&mut self) {
        self.progress.cancel();
    }
}
