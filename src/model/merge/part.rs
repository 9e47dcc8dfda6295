//! One of several files.

use crate::model::facts::Chronicle;

/// One of the files that are merged.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// What it says.
    pub chronicle: &'a Chronicle,
    /// Its name, without folders: that of a source that the file lists none of.
    pub file: &'a str,
}
