//! A file that is being read.

use std::path::Path;
use std::sync::Arc;

use crate::app::jobs::JobHandle;
use crate::model::{Progress, file_name};

/// A file that is being read. Dropping this gives it up.
#[derive(Debug)]
pub struct Loading {
    /// Its name, without folders.
    pub name: String,
    /// How far it is.
    pub progress: Arc<Progress>,
    /// The view to show once all of it is read: name and text of its file.
    pub(crate) view: Option<(String, String)>,
    pub(crate) job: JobHandle,
}

impl Loading {
    /// The file at this path, read by this job, and a view of it to be shown then.
    pub(crate) fn new(path: &Path, progress: Arc<Progress>, view: Option<(String, String)>, job: JobHandle) -> Self {
        Self { name: file_name(path), progress, view, job }
    }
}

impl Drop for Loading {
    fn drop(&mut self) {
        self.progress.cancel();
    }
}
