//! What the window remembers from one start to the next, in a small file of its own.

mod export_sheet;

use std::path::{Path, PathBuf};

use export_sheet::KeptExport;
use serde::{Deserialize, Serialize};

use super::state::{ExportSettings, Settings};
use crate::data::import::Options;
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
    /// Whether what can be done with the timeline was done, or its hint put away.
    pub(crate) hint_is_over: bool,
    settings: Option<KeptSettings>,
    export: Option<KeptExport>,
    /// What was open, the last one first.
    recent: Vec<KeptPaths>,
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
    #[serde(default)]
    reduces_motion: Option<bool>,
    wheel_zooms: bool,
    reopens_last: bool,
    panel: bool,
    overview: bool,
    whole_legend: bool,
    #[serde(default)]
    unfolds_restored: bool,
    #[serde(default)]
    unfolds_sources: bool,
}

/// A file, or several that were open together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum KeptPaths {
    One(PathBuf),
    Several(Vec<PathBuf>),
}

/// The view of files that was looked at last, as a view file has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct KeptView {
    path: KeptPaths,
    text: String,
    /// What was decided of an import.
    #[serde(default)]
    import: Options,
}

/// What is remembered, and where it is kept; a window of a test, or a fresh one, keeps nothing.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    pub(crate) remembered: Remembered,
    pub(crate) kept_in: Option<PathBuf>,
    /// The files whose view is shown as it was looked at last.
    pub(crate) recalled: Vec<PathBuf>,
}

impl Remembered {
    /// Where it is kept; `None` on a system without a folder for it.
    pub(crate) fn path() -> Option<PathBuf> {
        let folder = dirs::state_dir().or_else(dirs::data_local_dir)?;
        Some(folder.join("wayline").join("state.ron"))
    }

    /// Whether no window was ever left.
    pub(crate) fn is_first_start(&self) -> bool {
        self.settings.is_none()
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
            reduces_motion: kept.reduces_motion,
            wheel_zooms: kept.wheel_zooms,
            reopens_last: kept.reopens_last,
            panel: kept.panel,
            overview: kept.overview,
            unfolds_restored: kept.unfolds_restored,
            unfolds_sources: kept.unfolds_sources,
            legend: if kept.whole_legend { LegendExtent::Whole } else { LegendExtent::Line },
            ..usual
        }
    }

    /// The files that a start without any opens, if that is wanted and they are still there.
    pub(crate) fn last_files(&self) -> Option<&[PathBuf]> {
        let is_wanted = self.settings.as_ref().is_some_and(|settings| settings.reopens_last);
        let paths = self.recent.first().filter(|_| is_wanted)?.as_slice();
        paths.iter().all(|path| path.exists()).then_some(paths)
    }

    /// What was open, the last one first: the files that were open together.
    pub(crate) fn recent(&self) -> Vec<Vec<PathBuf>> {
        self.recent.iter().map(|paths| paths.as_slice().to_owned()).collect()
    }

    /// The settings of the Export dialog as they were left.
    pub(crate) fn export_settings(&self) -> ExportSettings {
        self.export.as_ref().map(KeptExport::settings).unwrap_or_default()
    }

    /// Keeps the settings of the window and of the Export dialog.
    pub(crate) fn keep_settings(&mut self, settings: &Settings, export: &ExportSettings) {
        self.export = Some(KeptExport::of(export));
        self.settings = Some(KeptSettings {
            theme: settings.theme.key().to_owned(),
            follows_system: settings.follows_system,
            reduces_motion: settings.reduces_motion,
            wheel_zooms: settings.wheel_zooms,
            reopens_last: settings.reopens_last,
            panel: settings.panel,
            overview: settings.overview,
            whole_legend: settings.legend == LegendExtent::Whole,
            unfolds_restored: settings.unfolds_restored,
            unfolds_sources: settings.unfolds_sources,
        });
    }

    /// Keeps files as those that were open last.
    pub(crate) fn keep_recent(&mut self, paths: &[PathBuf]) {
        self.recent.retain(|other| other.as_slice() != paths);
        self.recent.insert(0, KeptPaths::of(paths));
        self.recent.truncate(MOST_RECENT);
    }

    /// Keeps the view of files, in the text of a view file, with what was decided of their import.
    pub(crate) fn keep_view(&mut self, paths: &[PathBuf], text: String, import: Options) {
        self.views.retain(|view| view.path.as_slice() != paths);
        self.views.insert(0, KeptView { path: KeptPaths::of(paths), text, import });
        self.views.truncate(MOST_VIEWS);
    }

    /// The view of files that was looked at last.
    pub(crate) fn view_of(&self, paths: &[PathBuf]) -> Option<&str> {
        self.kept(paths).map(|view| view.text.as_str())
    }

    /// What was decided when files were imported last.
    pub(crate) fn import_options(&self, paths: &[PathBuf]) -> Options {
        self.kept(paths).map(|view| view.import.clone()).unwrap_or_default()
    }

    fn kept(&self, paths: &[PathBuf]) -> Option<&KeptView> {
        self.views.iter().find(|view| view.path.as_slice() == paths)
    }
}

impl KeptPaths {
    fn of(paths: &[PathBuf]) -> Self {
        match paths {
            [only] => Self::One(only.clone()),
            _ => Self::Several(paths.to_owned()),
        }
    }

    fn as_slice(&self) -> &[PathBuf] {
        match self {
            Self::One(path) => std::slice::from_ref(path),
            Self::Several(paths) => paths,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::default_settings;
    use crate::app::state::ExportTab;
    use crate::data::import::dates::DayOrder;
    use crate::export::PageSize;

    #[test]
    fn what_was_kept_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new").join("state.ron");
        assert_eq!(Remembered::read(&path), Remembered::default(), "nothing is kept yet");
        let mut remembered = Remembered { interface_size: Some(1.25), ..Remembered::default() };
        let changed = Settings {
            theme: Theme::HighContrast,
            reduces_motion: Some(true),
            wheel_zooms: true,
            reopens_last: true,
            unfolds_sources: true,
            ..default_settings()
        };
        let mut export = ExportSettings { tab: ExportTab::List, dpi: 300, ..ExportSettings::default() };
        (export.page_setup.size, export.page_setup.without_overview) =
            (PageSize::Millimetres { width: 170, height: 120 }, true);
        remembered.keep_settings(&changed, &export);
        for number in 0..20 {
            remembered.keep_recent(&[format!("{number}.ron").into()]);
        }
        let together = ["15.ron".into(), "16.ron".into()];
        remembered.keep_recent(&together);
        let options = Options { date_order: Some(DayOrder::DayFirst), delimiter: Some(';'), ..Options::default() };
        remembered.keep_view(&together, "(view: 1)".to_owned(), options.clone());
        remembered.write(&path).unwrap();
        let again = Remembered::read(&path);
        assert_eq!(again.recent()[..2], [together.to_vec(), vec![PathBuf::from("19.ron")]]);
        assert_eq!((again.recent.len(), again.view_of(&together)), (MOST_RECENT, Some("(view: 1)")));
        assert_eq!(again.export_settings(), export);
        assert_eq!(again.import_options(&together), options);
        let settings = again.settings(default_settings());
        assert!(
            settings.theme == Theme::HighContrast
                && settings.reduces_motion == Some(true)
                && settings.wheel_zooms
                && settings.reopens_last
                && settings.unfolds_sources
        );
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
