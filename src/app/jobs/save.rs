//! Saving what the window shows, as a text or a picture of the window itself.

use std::path::{Path, PathBuf};

use eframe::egui::{Color32, ColorImage};

use super::desktop::dialogs::ask_path;
use super::file_kind::FileKind;
use crate::data::files;
use crate::{export, paint};

/// Writes a file here, or where the person wants it, never over a file that is shown. Where it is; `None` when the
/// dialog was cancelled.
///
/// # Errors
///
/// Why nothing was written, as a message.
pub(crate) fn save(
    kind: &FileKind,
    path: Option<PathBuf>,
    shown: &[PathBuf],
    bytes: impl FnOnce() -> Result<Vec<u8>, String>,
) -> Result<Option<PathBuf>, String> {
    let Some(path) = path.or_else(|| ask_path(kind)) else { return Ok(None) };
    write(path, &bytes()?, shown).map(Some)
}

/// Writes a file, never over one that is shown.
///
/// # Errors
///
/// Why nothing was written, as a message.
pub(super) fn write(path: PathBuf, bytes: &[u8], shown: &[PathBuf]) -> Result<PathBuf, String> {
    let protected: Vec<&Path> = shown.iter().map(AsRef::as_ref).collect();
    files::write_whole(&path, bytes, &protected).map_err(|err| err.to_string())?;
    Ok(path)
}

/// A picture of the window as a PNG.
///
/// # Errors
///
/// Why it cannot be encoded, as a message.
pub(crate) fn encode(image: &ColorImage) -> Result<Vec<u8>, String> {
    let [width, height] = image.size.map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    let rgba = image.pixels.iter().flat_map(Color32::to_srgba_unmultiplied).collect();
    let pixels = paint::Pixels { width, height, rgba };
    paint::encode(pixels, export::PIXELS_PER_INCH).map_err(|err| err.to_string())
}
