//! A file that is being read.

use std::{path::Path, sync::Arc};

use crate::model::{Progress, file_name};

/// A file that is being read.
#[derive(Clone, Debug)]
pub struct Loading {
    /// Its name, without folders.
    pub name: String,
    /// How far it is.
    pub progress: Arc<Progress>,
}

impl Loading {
    pub(crate) fn new(path: &Path) -> Self {
        Self { name: file_name(path), progress: Arc::default() }
    }
}
