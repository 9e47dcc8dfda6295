//! Opening files, beside the window or before there is one.

use std::path::{Path, PathBuf};

use crate::data::import::Options;
use crate::data::{Problem, files, view_file};
use crate::model::{self, Document, Opened, Progress};

/// Whether a file is a view: small, and told by its content.
pub(crate) fn is_view(path: &Path) -> bool {
    files::length(path) < LARGEST_VIEW && files::read_text(path).is_ok_and(|text| view_file::is_view(&text))
}

/// A view of so many bytes would be none that this program wrote.
const LARGEST_VIEW: u64 = 1 << 20;

/// Opens files, and searches small ones for findings; shows what there is so far of a large one. `None` when it was
/// cancelled. The options are those of imports.
///
/// # Errors
///
/// A [`Problem`] when there is no text to be had from one of them.
pub(crate) fn open(
    paths: &[PathBuf],
    options: Options,
    progress: &Progress,
    show: &mut dyn FnMut(Document),
) -> Result<Option<Opened>, Box<Problem>> {
    let opened = model::open(paths, options, progress, show)?;
    Ok(opened.map(|opened| match opened {
        Opened::Trips(document) if !document.is_large() => Opened::Trips(document.examined()),
        opened => opened,
    }))
}
