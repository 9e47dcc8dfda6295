//! File dialogs of the system.

use std::path::{Path, PathBuf};

use crate::app::jobs::file_kind::FileKind;

/// A dialog in which files are chosen to be opened.
#[derive(Debug)]
pub(crate) struct OpenDialog {
    title: &'static str,
    /// Which files are offered: a name and the endings.
    filters: &'static [(&'static str, &'static [&'static str])],
    /// What to do where there is no dialog.
    instead: &'static str,
}

/// What became of a dialog.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    Chosen(Vec<PathBuf>),
    Cancelled,
    /// There is no dialog on this system; what to do instead.
    NoDialog(&'static str),
}

impl OpenDialog {
    /// For a file of trips.
    pub(crate) const TRIPS: Self = Self {
        title: "Open files of trips",
        filters: &[
            (
                "Trips and lists of journeys",
                &["ron", "wikitext", "wiki", "html", "htm", "txt", "csv", "tsv", "xlsx", "xls", "ods", "xml", "json"],
            ),
            ("All files", &["*"]),
        ],
        instead: "No file dialog answers here; drop a file on the window, or start `wayline FILE`",
    };
    /// For lists of journeys.
    pub(crate) const LISTS: Self = Self { title: "Import lists of journeys", ..Self::TRIPS };
    /// For a view.
    pub(crate) const VIEW: Self = Self {
        title: "Open a view",
        filters: &[("Wayline views", &[FileKind::VIEW.ending])],
        instead: "No file dialog answers here; drop a view on the window, or start `wayline --view FILE`",
    };

    /// Asks for files, and waits for the answer.
    pub(crate) fn ask(&self) -> Choice {
        if !has_dialogs() {
            return Choice::NoDialog(self.instead);
        }
        let dialog = rfd::FileDialog::new().set_title(self.title);
        let dialog = self.filters.iter().fold(dialog, |dialog, (name, endings)| dialog.add_filter(*name, endings));
        dialog.pick_files().map_or(Choice::Cancelled, Choice::Chosen)
    }
}

/// Asks where to save a file; `None` when the dialog was cancelled. Where there is no dialog, a name of our choice in
/// the folder for pictures, or in the working folder where there is none.
pub(crate) fn ask_path(kind: &FileKind) -> Option<PathBuf> {
    if !has_dialogs() {
        return Some(unused(&own_folder(), kind));
    }
    let proposed = format!("{}.{}", kind.name, kind.ending);
    let dialog = rfd::FileDialog::new().set_title(kind.title).set_file_name(proposed);
    dialog.add_filter(kind.description, &[kind.ending]).save_file()
}

/// Whether the system has file dialogs. The dialog library itself does not tell a missing dialog from a cancelled one.
#[cfg(not(all(unix, not(target_os = "macos"))))]
const fn has_dialogs() -> bool {
    true
}

/// Whether the system has file dialogs: a portal on the session bus, or the program `zenity`. The dialog library asks
/// them in this order, and does not tell a missing dialog from a cancelled one.
#[cfg(all(unix, not(target_os = "macos")))]
fn has_dialogs() -> bool {
    let is_program = |folder: PathBuf| folder.join("zenity").is_file();
    pollster::block_on(has_portal())
        || std::env::var_os("PATH").is_some_and(|folders| std::env::split_paths(&folders).any(is_program))
}

/// Whether the desktop's portal has file dialogs (`org.freedesktop.portal.FileChooser`): only then it knows their
/// version.
#[cfg(all(unix, not(target_os = "macos")))]
async fn has_portal() -> bool {
    let version = ("org.freedesktop.portal.FileChooser", "version");
    super::ask_portal("org.freedesktop.DBus.Properties", "Get", &version).await.is_some()
}

/// The person's folder for pictures; the working folder where there is none.
fn own_folder() -> PathBuf {
    dirs::picture_dir().filter(|folder| folder.is_dir()).or_else(|| std::env::current_dir().ok()).unwrap_or_default()
}

/// A path in this folder that does not exist yet: `wayline.png`, `wayline-2.png` …
fn unused(folder: &Path, kind: &FileKind) -> PathBuf {
    let first = folder.join(format!("{}.{}", kind.name, kind.ending));
    let numbered = (2..10_000).map(|number| folder.join(format!("{}-{number}.{}", kind.name, kind.ending)));
    std::iter::once(first.clone()).chain(numbered).find(|path| !path.exists()).unwrap_or(first)
}
