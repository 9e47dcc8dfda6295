//! What the window begins with: a file of trips, or its beginning, and views of it.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::graphics::Lack;
use super::jobs::load;
use super::shell::Shell;
use super::state::{ExportSettings, Settings};
use crate::data::import::Options;
use crate::data::{Problem, files};
use crate::export::{self, Unknown, View, ViewOptions};
use crate::layout::{Arrangement, LegendExtent};
use crate::model::{self, Document, Opened, Progress, file_names};
use crate::paint::Theme;

/// A file of this many bytes takes longer to read than anyone should wait for a window.
const LARGE_BYTES: u64 = 8 << 20;

/// The settings of a first start.
#[must_use]
pub fn default_settings() -> Settings {
    Settings {
        theme: Theme::Dark,
        follows_system: false,
        reduces_motion: None,
        wheel_zooms: false,
        reopens_last: false,
        panel: true,
        overview: true,
        legend: LegendExtent::Line,
        unfolds_restored: false,
        unfolds_sources: false,
        arrangement: Arrangement::default(),
    }
}

/// Why the window did not open.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The file cannot be read at all.
    #[error("{}", .0.message)]
    Unreadable(Box<Problem>),
    /// The view file cannot be used.
    #[error("{0}")]
    View(String),
    /// The file has not what is asked for.
    #[error(transparent)]
    Options(Unknown),
    /// The system has not what a window takes.
    #[error("{0}; `wayline export -o picture.png` draws the timeline without a window")]
    NoWindow(Lack),
}

/// What the window begins with.
#[derive(Debug)]
pub struct Startup {
    document: Document,
    /// Large files, which are opened once there is a window to show their beginning; none where all are small.
    later: Vec<PathBuf>,
    /// How they are imported.
    options: Options,
    /// The views to show, one after the other, each by name and text of its file.
    views: Vec<(String, String)>,
}

impl Startup {
    /// Begins with files of trips or a view, or with the file that comes with the program, and with the view of a
    /// view file.
    ///
    /// # Errors
    ///
    /// [`RunError`] when one of the files cannot be read at all, or the view cannot be used.
    pub fn new(paths: &[PathBuf], view: Option<&Path>) -> Result<Self, RunError> {
        Self::with(paths, view, Options::default(), LARGE_BYTES)
    }

    /// The same with what was decided of an import.
    pub(super) fn with_options(paths: &[PathBuf], view: Option<&Path>, options: Options) -> Result<Self, RunError> {
        Self::with(paths, view, options, LARGE_BYTES)
    }

    pub(super) fn with(
        paths: &[PathBuf],
        view: Option<&Path>,
        options: Options,
        large_bytes: u64,
    ) -> Result<Self, RunError> {
        let mut startup = Self { document: model::default_file(), later: Vec::new(), options, views: Vec::new() };
        // A pipe may keep one waiting: its length is not known, and counts as the largest.
        let bytes = paths.iter().map(|path| files::length(path)).fold(0, u64::saturating_add);
        if large_bytes <= bytes {
            startup.document = Document::default().named(file_names(paths)).examined();
            paths.clone_into(&mut startup.later);
        } else if !paths.is_empty() {
            match load::open(paths, startup.options.clone(), &Progress::default(), &mut drop)
                .map_err(RunError::Unreadable)?
            {
                Some(Opened::Trips(document)) => startup.document = document,
                Some(Opened::View { name, text }) => startup.views.push((name, text)),
                None => {}
            }
        }
        if let Some(path) = view {
            let text = files::read_text(path).map_err(|problem| RunError::Unreadable(Box::new(problem)))?;
            startup.views.push((path.display().to_string(), text));
        }
        if startup.later.is_empty() {
            startup.check_views()?;
        }
        Ok(startup)
    }

    /// The file of trips, without any as long as a large one is not read.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The window with the settings of a first start.
    #[must_use]
    pub fn shell(self, ctx: &Context) -> Shell {
        self.shell_with(ctx, default_settings(), ExportSettings::default())
    }

    /// The window with settings that were kept.
    pub(super) fn shell_with(mut self, ctx: &Context, settings: Settings, export: ExportSettings) -> Shell {
        let mut shell = Shell::new(ctx, self.document, settings);
        shell.state.export = export;
        if self.later.is_empty() {
            self.views.iter().for_each(|(name, text)| shell.state.open_view(name, text));
        } else {
            shell.open_with(self.later, self.options, self.views.pop());
        }
        shell
    }

    /// Whether the file has what is asked for; of a large one that is known only when it is read.
    pub(super) fn check_options(&self, options: &ViewOptions) -> Result<(), RunError> {
        if self.later.is_empty() {
            options.apply(&self.document.chronicle, View::default()).map_err(RunError::Options)?;
        }
        Ok(())
    }

    fn check_views(&self) -> Result<(), RunError> {
        for (name, text) in &self.views {
            export::read_view(text, &self.document)
                .map_err(|problems| RunError::View(problems.iter().map(|problem| problem.render(name)).collect()))?;
        }
        Ok(())
    }
}
