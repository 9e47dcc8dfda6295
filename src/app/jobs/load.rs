//! Opening files, beside the window or before there is one.

use std::path::PathBuf;

use crate::data::Problem;
use crate::data::import::Options;
use crate::model::{self, Document, Opened, Progress};

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
