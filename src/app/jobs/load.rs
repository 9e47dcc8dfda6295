//! Opening a file, beside the window or before there is one.

use std::path::Path;

use crate::data::Problem;
use crate::model::{self, Document, Opened, Progress};

/// Opens a file, and searches a small one for findings; shows what there is so far of a large one. `None` when it was
/// cancelled.
///
/// # Errors
///
/// A [`Problem`] when there is no text to be had from it.
pub(crate) fn open(
    path: &Path,
    progress: &Progress,
    show: &mut dyn FnMut(Document),
) -> Result<Option<Opened>, Box<Problem>> {
    let opened = model::open(path, progress, show)?;
    Ok(opened.map(|opened| match opened {
        Opened::Trips(document) if !document.is_large() => Opened::Trips(document.examined()),
        opened => opened,
    }))
}
