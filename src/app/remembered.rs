//! What the window remembers from one start to the next, in a small file of its own.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::state::Settings;
use crate::data::{Vocabulary as _, files};
use crate::layout::LegendExtent;
use crate::paint::Theme;

/// The version of the file. One of another version is set aside.
const VERSION: u32 = 1;
/// So many files are offered to be opened again.
const MOST_RECENT: usize = 12;
/// So many files have the view remembered that was looked at last.
const MOST_VIEWS: usize = 40;

/// What the window remembers. Nothing of it changes what is exported.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Remembered {
    version: u32,
    /// Size and place of the window.
    pub(crate) window: Option<WindowPlace>,
    /// How large letters and controls are, 1 being as they are meant.
    pub(crate) interface_size: Option<f32>,
    /// Width of the side panel that was chosen, in pixels.
    pub(crate) panel_width: Option<f32>,
    settings: Option<KeptSettings>,
    /// Files that were open, the last one first.
    pub(crate) recent: Vec<PathBuf>,
    views: Vec<KeptView>,
}

/// Size and place of the window, in points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct WindowPlace {
    pub(crate) size: [f32; 2],
    pub(crate) position: Option<[f32; 2]>,
    pub(crate) is_maximized: bool,
}

/// Settings that are not part of a view.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
struct KeptSettings {
    theme: String,
    #[serde(default)]
    follows_system: bool,
    wheel_zooms: bool,
    reopens_last: bool,
    panel: bool,
    overview: bool,
    whole_legend: bool,
}

/// The view of a file that was looked at last, as a view file has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct KeptView {
    path: PathBuf,
    text: String,
}

/// What is remembered, and where it is kept; a window of a test, or a fresh one, keeps nothing.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    pub(crate) remembered: Remembered,
    pub(crate) kept_in: Option<PathBuf>,
    /// The file whose view is shown as it was looked at last.
    pub(crate) recalled: Option<PathBuf>,
}

impl Remembered {
    /// Where it is kept; `None` on a system without a folder for it.
    pub(crate) fn path() -> Option<PathBuf> {
        let folder = dirs::state_dir().or_else(dirs::data_local_dir)?;
        Some(folder.join("wayline").join("state.ron"))
    }

    /// What is kept in a file. One that is broken, or of another version, is set aside and never read again.
    pub(crate) fn read(path: &Path) -> Self {
        let Ok(text) = files::read_text(path) else { return Self::default() };
        match ron::from_str::<Self>(&text) {
            Ok(remembered) if remembered.version == VERSION => remembered,
            _ => {
                // Where it cannot be moved, the next save takes its place.
                drop(files::set_aside(path));
                Self::default()
            }
        }
    }

    /// Keeps it in a file.
    ///
    /// # Errors
    ///
    /// Why it was not kept, as a message.
    pub(crate) fn write(&self, path: &Path) -> Result<(), String> {
        let kept = Self { version: VERSION, ..self.clone() };
        let text =
            ron::ser::to_string_pretty(&kept, ron::ser::PrettyConfig::default()).map_err(|err| err.to_string())?;
        files::write_in_own_folder(path, text.as_bytes()).map_err(|err| err.to_string())
    }

    /// The settings of a start, with those that were kept in place of the usual ones.
    pub(crate) fn settings(&self, usual: Settings) -> Settings {
        let Some(kept) = &self.settings else { return usual };
        Settings {
            theme: Theme::from_key(&kept.theme).unwrap_or(usual.theme),
            follows_system: kept.follows_system,
            wheel_zooms: kept.wheel_zooms,
            reopens_last: kept.reopens_last,
            panel: kept.panel,
            overview: kept.overview,
            legend: if kept.whole_legend { LegendExtent::Whole } else { LegendExtent::Line },
            ..usual
        }
    }

    /// The file that a start without one opens, if it is wanted and still there.
    pub(crate) fn last_file(&self) -> Option<&Path> {
        let is_wanted = self.settings.as_ref().is_some_and(|settings| settings.reopens_last);
        self.recent.first().filter(|path| is_wanted && path.exists()).map(PathBuf::as_path)
    }

    /// Keeps settings.
    pub(crate) fn keep_settings(&mut self, settings: &Settings) {
        self.settings = Some(KeptSettings {
            theme: settings.theme.key().to_owned(),
            follows_system: settings.follows_system,
            wheel_zooms: settings.wheel_zooms,
            reopens_last: settings.reopens_last,
            panel: settings.panel,
            overview: settings.overview,
            whole_legend: settings.legend == LegendExtent::Whole,
        });
    }

    /// Keeps a file as the one that was open last.
    pub(crate) fn keep_recent(&mut self, path: &Path) {
        self.recent.retain(|other| other != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(MOST_RECENT);
    }

    /// Keeps the view of a file, in the text of a view file.
    pub(crate) fn keep_view(&mut self, path: &Path, text: String) {
        self.views.retain(|view| view.path != path);
        self.views.insert(0, KeptView { path: path.to_owned(), text });
        self.views.truncate(MOST_VIEWS);
    }

    /// The view of a file that was looked at last.
    pub(crate) fn view_of(&self, path: &Path) -> Option<&str> {
        self.views.iter().find(|view| view.path == path).map(|view| view.text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::default_settings;

    #[test]
    fn what_was_kept_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new").join("state.ron");
        assert_eq!(Remembered::read(&path), Remembered::default(), "nothing is kept yet");
        let mut remembered = Remembered { interface_size: Some(1.25), ..Remembered::default() };
        remembered.keep_settings(&Settings {
            theme: Theme::Light,
            wheel_zooms: true,
            reopens_last: true,
            ..default_settings()
        });
        for number in 0..20 {
            remembered.keep_recent(Path::new(&format!("{number}.ron")));
        }
        remembered.keep_recent(Path::new("15.ron"));
        remembered.keep_view(Path::new("15.ron"), "(view: 1)".to_owned());
        remembered.write(&path).unwrap();
        let again = Remembered::read(&path);
        assert_eq!(again.recent[..2], [PathBuf::from("15.ron"), PathBuf::from("19.ron")]);
        assert_eq!((again.recent.len(), again.view_of(Path::new("15.ron"))), (MOST_RECENT, Some("(view: 1)")));
        let settings = again.settings(default_settings());
        assert!(settings.theme == Theme::Light && settings.wheel_zooms && settings.reopens_last);
        assert_eq!(again.interface_size, Some(1.25));
    }

    #[test]
    fn a_broken_file_is_set_aside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.ron");
        for text in ["(version: 1, recent: [", "(version: 99)", "words"] {
            std::fs::write(&path, text).unwrap();
            assert_eq!(Remembered::read(&path), Remembered::default(), "{text}");
            assert!(!path.exists());
            assert_eq!(std::fs::read_to_string(folder.path().join("state.ron.broken")).unwrap(), text);
        }
    }
}
