//! What the window begins with: a file of trips, or its beginning, and views of it.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::jobs::load;
use super::shell::Shell;
use super::state::Settings;
use crate::data::{Problem, files};
use crate::export;
use crate::layout::{Arrangement, LegendExtent};
use crate::model::{self, Document, Opened, Progress, file_name};
use crate::paint::Theme;

/// A file of this many bytes takes longer to read than anyone should wait for a window.
const LARGE_BYTES: u64 = 8 << 20;

/// The settings of a first start.
#[must_use]
pub fn default_settings() -> Settings {
    Settings {
        theme: Theme::Dark,
        follows_system: false,
        wheel_zooms: false,
        reopens_last: false,
        panel: true,
        overview: true,
        legend: LegendExtent::Line,
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
    /// There is nowhere to open a window.
    #[error("there is no display to open a window on; `wayline export -o picture.png` draws the timeline without one")]
    NoDisplay,
    /// There is a display, but no window on it.
    #[error("the window could not be opened ({0}); `wayline export -o picture.png` draws the timeline without one")]
    NoWindow(eframe::Error),
}

/// What the window begins with.
#[derive(Debug)]
pub struct Startup {
    document: Document,
    /// A large file, which is opened once there is a window to show its beginning.
    later: Option<PathBuf>,
    /// The views to show, one after the other, each by name and text of its file.
    views: Vec<(String, String)>,
}

impl Startup {
    /// Begins with a file of trips or a view, or with the file that comes with the program, and with the view of a
    /// view file.
    ///
    /// # Errors
    ///
    /// [`RunError`] when one of the files cannot be read at all, or the view cannot be used.
    pub fn new(path: Option<&Path>, view: Option<&Path>) -> Result<Self, RunError> {
        Self::with_limit(path, view, LARGE_BYTES)
    }

    pub(super) fn with_limit(path: Option<&Path>, view: Option<&Path>, large_bytes: u64) -> Result<Self, RunError> {
        let mut startup = Self { document: model::default_file(), later: None, views: Vec::new() };
        match path {
            None => {}
            // A pipe may keep one waiting.
            Some(path) if large_bytes <= files::length(path) => {
                startup.document = Document::default().named(file_name(path)).examined();
                startup.later = Some(path.to_owned());
            }
            Some(path) => match load::open(path, &Progress::default(), &mut drop).map_err(RunError::Unreadable)? {
                Some(Opened::Trips(document)) => startup.document = document,
                Some(Opened::View { name, text }) => startup.views.push((name, text)),
                None => {}
            },
        }
        if let Some(path) = view {
            let text = files::read_text(path).map_err(|problem| RunError::Unreadable(Box::new(problem)))?;
            startup.views.push((path.display().to_string(), text));
        }
        if startup.later.is_none() {
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
        self.shell_with(ctx, default_settings())
    }

    /// The window with settings that were kept.
    pub(super) fn shell_with(mut self, ctx: &Context, settings: Settings) -> Shell {
        let mut shell = Shell::new(ctx, self.document, settings);
        match self.later {
            Some(path) => shell.open(path, self.views.pop()),
            None => self.views.iter().for_each(|(name, text)| shell.state.open_view(name, text)),
        }
        shell
    }

    fn check_views(&self) -> Result<(), RunError> {
        for (name, text) in &self.views {
            export::read_view(text, &self.document)
                .map_err(|problems| RunError::View(problems.iter().map(|problem| problem.render(name)).collect()))?;
        }
        Ok(())
    }
}
