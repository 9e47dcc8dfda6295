//! The window.
//!
//! ```text
//! keys, menus, pointer ──► Command ──► update ──► State ──► panels, chart, dialogs ──► Command …
//! ```
//!
//! The only room with a window, a clock and dialogs. Its folders have an order, and imports go only to the left:
//!
//! ```text
//! ui, state ← command ← update ← shell
//!                     ← chart, panels, dialogs ← shell
//! ```
//!
//! `jobs` runs beside the window and never names the state. Panels, chart and dialogs read the state and send commands;
//! only `update` changes it, and the shell where it hands over what came back.

mod chart;
mod command;
mod dialogs;
mod jobs;
mod panels;
mod shell;
mod state;
mod ui;
mod update;

use std::path::Path;

use eframe::egui::{IconData, ViewportBuilder};

pub use command::{ArrangementEdit, Command, Effect, FilterEdit, ViewCommand};
pub use shell::Shell;
pub use state::{
    Camera, Dialog, ExportSettings, Exporting, FigurePart, FindingsList, Loading, Search, Selection, Settings, State,
    Step, Tab,
};

use jobs::tasks::Dialogs;

use crate::{
    data::{Problem, files},
    export::{self, Restored},
    layout::Arrangement,
    model::{self, Document, file_name},
    paint::{self, Theme},
};

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

/// A file of this many bytes takes longer to read than anyone should wait for a window.
const LARGE: u64 = 8 << 20;

/// The settings of a first start.
#[must_use]
pub fn default_settings() -> Settings {
    Settings { theme: Theme::Dark, wheel_zooms: false, arrangement: Arrangement::default() }
}

/// Opens the window on a file, or on the one that comes with the program, and on the view of a view file, and returns
/// when it is closed.
///
/// # Errors
///
/// [`RunError`] when one of the files cannot be read at all or there is no display.
pub fn run(path: Option<&Path>, view: Option<&Path>) -> Result<(), RunError> {
    // A large file is opened once there is a window to show its beginning; a view needs all of it.
    let later = path.filter(|path| view.is_none() && LARGE <= files::length(path));
    let document = match (path, later) {
        (_, Some(path)) => Document::default().named(file_name(path)).examined(),
        (Some(path), None) => model::read(path).map_err(RunError::Unreadable)?,
        (None, None) => model::default_file(),
    };
    let view = view.map(|path| read_view(path, &document)).transpose()?;
    Dialogs::listen();
    let options = eframe::NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title(shell::window_title(&document))
            .with_app_id("wayline")
            .with_inner_size([1440.0, 900.0])
            .with_min_inner_size(shell::LEAST_SIZE)
            .with_icon(icon()),
        ..Default::default()
    };
    eframe::run_native(
        "wayline",
        options,
        Box::new(|context| {
            let mut shell = Shell::new(&context.egui_ctx, document, default_settings());
            if let Some((name, restored)) = view {
                shell.state.restore(&name, &restored);
            }
            if let Some(path) = later {
                shell.handle(&context.egui_ctx, Effect::Open(path.to_owned()));
            }
            Ok(Box::new(shell))
        }),
    )
    .map_err(|err| match err {
        eframe::Error::WinitEventLoop(_) => RunError::NoDisplay,
        err => RunError::NoWindow(err),
    })
}

/// Reads a view file for a document.
fn read_view(path: &Path, document: &Document) -> Result<(String, Restored), RunError> {
    let text = files::read_text(path).map_err(|problem| RunError::Unreadable(Box::new(problem)))?;
    let name = path.display().to_string();
    match export::read_view(&text, document) {
        Ok(restored) => Ok((name, restored)),
        Err(problems) => Err(RunError::View(problems.iter().map(|problem| problem.render(&name)).collect())),
    }
}

/// The window's icon; none where it cannot be drawn.
fn icon() -> IconData {
    let picture = paint::rasterize(include_str!("../../assets/icon.svg"), 0.5);
    picture.map_or_else(
        |_| IconData::default(),
        |pixels| IconData { rgba: pixels.rgba, width: pixels.width, height: pixels.height },
    )
}
