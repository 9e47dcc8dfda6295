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
//!           ← remembered ← shell
//! ```
//!
//! `jobs` runs beside the window and never names the state. Panels, chart and dialogs read the state and send commands;
//! only `update` changes it, and the shell where it hands over what came back.

mod chart;
mod command;
mod dialogs;
mod gallery;
mod graphics;
mod jobs;
mod panels;
mod remembered;
mod shell;
mod startup;
mod state;
mod ui;
mod update;

use std::path::{Path, PathBuf};

use eframe::CreationContext;
use eframe::egui::{IconData, ViewportBuilder};

pub use command::{ArrangementEdit, Command, Effect, FilterEdit, LaneEdit, ViewCommand};
pub use gallery::Gallery;
pub use graphics::Lack;
pub use shell::Shell;
pub use startup::{RunError, Startup, default_settings};
pub use state::{
    Beside, Camera, Chosen, Compared, Dialog, DocPage, ExportSettings, ExportTab, Exporting, FigurePart, FindingsList,
    Loading, Merging, Palette, People, Search, Selection, Settings, Slideshow, State, Step, Tab,
};

use crate::export::ViewOptions;
use crate::paint;
use remembered::{Remembered, WindowPlace};

/// How the window is opened.
#[derive(Clone, Debug, Default)]
pub struct Launch<'a> {
    /// Files of trips and lists of journeys, shown as one timeline, or a view; the file that comes with the program when
    /// there are none.
    pub files: &'a [PathBuf],
    /// The view to show of it.
    pub view: Option<&'a Path>,
    /// What else is asked of how it is shown.
    pub options: ViewOptions,
    /// Whether the file is watched, and read again when it changes.
    pub watches: bool,
    /// Whether nothing is known of former starts, and nothing kept for later ones.
    pub is_fresh: bool,
}

/// Opens the window on files of trips or a view, or on the file that comes with the program, with the view of a view
/// file, and returns when it is closed.
///
/// # Errors
///
/// [`RunError`] when one of the files cannot be read at all, or the system has not what a window takes.
pub fn run(launch: Launch<'_>) -> Result<(), RunError> {
    let kept_in = Remembered::path().filter(|_| !launch.is_fresh);
    let remembered = kept_in.as_deref().map(Remembered::read).unwrap_or_default();
    let last = remembered.last_files().filter(|_| launch.view.is_none());
    let files = if launch.files.is_empty() { last.unwrap_or_default() } else { launch.files };
    let startup = Startup::with_options(files, launch.view, remembered.import_options(files))?;
    startup.check_options(&launch.options)?;
    let mut viewport = ViewportBuilder::default().with_inner_size([1440.0, 900.0]);
    if let Some(WindowPlace { size, position, is_maximized }) = remembered.window {
        viewport = viewport.with_inner_size(size).with_maximized(is_maximized);
        viewport.position = position.map(Into::into);
    }
    let options = eframe::NativeOptions {
        viewport: viewport
            .with_title(shell::window_title(startup.document()))
            .with_app_id("wayline")
            .with_min_inner_size(shell::LEAST_SIZE)
            .with_icon(icon()),
        ..Default::default()
    };
    let (watches, asked) = (launch.watches, launch.options);
    let start = move |context: &CreationContext<'_>| {
        let settings = remembered.settings(default_settings());
        let mut shell = startup.shell_with(&context.egui_ctx, settings, remembered.export_settings());
        shell.watches = watches;
        shell.asked = (asked != ViewOptions::default()).then_some(asked);
        shell.remember(&context.egui_ctx, remembered, kept_in);
        Ok(Box::new(shell) as _)
    };
    graphics::run(|| eframe::run_native("wayline", options, Box::new(start))).map_err(RunError::NoWindow)
}

/// The window's icon; none where it cannot be drawn.
fn icon() -> IconData {
    let picture = paint::rasterize(include_str!("../../assets/icon.svg"), 0.5);
    picture.map_or_else(
        |_| IconData::default(),
        |pixels| IconData { rgba: pixels.rgba, width: pixels.width, height: pixels.height },
    )
}
