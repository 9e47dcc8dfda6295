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
mod gallery;
mod jobs;
mod panels;
mod shell;
mod startup;
mod state;
mod ui;
mod update;

use std::path::Path;

use eframe::CreationContext;
use eframe::egui::{IconData, ViewportBuilder};

pub use command::{ArrangementEdit, Command, Effect, FilterEdit, ViewCommand};
pub use gallery::Gallery;
pub use shell::Shell;
pub use startup::{RunError, Startup, default_settings};
pub use state::{
    Camera, Dialog, ExportSettings, ExportTab, Exporting, FigurePart, FindingsList, Loading, Search, Selection,
    Settings, State, Step, Tab,
};

use crate::paint;

/// Opens the window on a file of trips or a view, or on the file that comes with the program, with the view of a view
/// file, and returns when it is closed. The file is watched where that is wanted.
///
/// # Errors
///
/// [`RunError`] when one of the files cannot be read at all or there is no display.
pub fn run(path: Option<&Path>, view: Option<&Path>, watches: bool) -> Result<(), RunError> {
    let startup = Startup::new(path, view)?;
    let options = eframe::NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title(shell::window_title(startup.document()))
            .with_app_id("wayline")
            .with_inner_size([1440.0, 900.0])
            .with_min_inner_size(shell::LEAST_SIZE)
            .with_icon(icon()),
        ..Default::default()
    };
    let start = move |context: &CreationContext<'_>| {
        let mut shell = startup.shell(&context.egui_ctx);
        shell.watches = watches;
        Ok(Box::new(shell) as _)
    };
    eframe::run_native("wayline", options, Box::new(start)).map_err(|err| match err {
        eframe::Error::WinitEventLoop(_) => RunError::NoDisplay,
        err => RunError::NoWindow(err),
    })
}

/// The window's icon; none where it cannot be drawn.
fn icon() -> IconData {
    let picture = paint::rasterize(include_str!("../../assets/icon.svg"), 0.5);
    picture.map_or_else(
        |_| IconData::default(),
        |pixels| IconData { rgba: pixels.rgba, width: pixels.width, height: pixels.height },
    )
}
