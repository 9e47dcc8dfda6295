//! What the window remembers of itself and of the file that is shown.

use std::path::PathBuf;

use eframe::egui::Context;

use super::Shell;
use super::event::Event;
use crate::app::jobs::CancelToken;
use crate::app::jobs::desktop::wishes::Wishes;
use crate::app::remembered::{Memory, Remembered, WindowPlace};
use crate::export;

impl Shell {
    /// Takes up what was remembered, to be kept in this file again, and asks the desktop what it wishes.
    pub(crate) fn remember(&mut self, ctx: &Context, remembered: Remembered, kept_in: Option<PathBuf>) {
        let is_first_start = remembered.is_first_start();
        let ask = move |_: &CancelToken| (is_first_start, Wishes::ask());
        self.jobs.spawn("ask the desktop", ask, |_, wished| Event::Wished(wished));
        self.state.shows_hint = !remembered.hint_is_over;
        self.side_width = remembered.panel_width;
        ctx.set_zoom_factor(remembered.interface_size.unwrap_or(1.0));
        self.state.recent = remembered.recent();
        self.memory = Memory { remembered, kept_in, ..Memory::default() };
    }

    /// Notes where the window is, and which file is open; shows a file that has just been opened as it was looked at last.
    pub(super) fn note(&mut self, ctx: &Context) {
        self.note_window(ctx);
        if self.state.loading.is_some() {
            return;
        }
        self.note_file();
        if let Some(options) = self.asked.take() {
            self.state.show_options(&options);
        }
    }

    fn note_file(&mut self) {
        if self.memory.recalled == self.state.document.paths {
            return;
        }
        let paths = self.state.document.paths.clone();
        if !paths.is_empty() {
            self.memory.remembered.keep_recent(&paths);
            self.state.recent = self.memory.remembered.recent();
            self.recall(&paths);
        }
        self.memory.recalled = paths;
        // Also where the window is ended by force, what was open is known.
        self.keep_memory();
    }

    /// Keeps the view of the file that is shown, with how its figures are made, before another takes its place.
    pub(super) fn keep_view(&mut self) {
        let document = &self.state.document;
        if document.paths.is_empty() || document.is_partial {
            return;
        }
        if let Ok(text) = export::view_text(document, &self.state.view(), Some(&self.state.export.page_setup)) {
            let import = document.imported.as_ref().map(|import| import.options.clone()).unwrap_or_default();
            self.memory.remembered.keep_view(&document.paths, text, import);
        }
    }

    /// Keeps what is known by now for the next start.
    pub(super) fn keep_memory(&mut self) {
        let remembered = &mut self.memory.remembered;
        remembered.keep_settings(&self.state.settings, &self.state.export);
        remembered.panel_width = self.side_width;
        remembered.hint_is_over = !self.state.shows_hint;
        if let Some(path) = &self.memory.kept_in {
            // Nothing that anyone has asked for is lost with it.
            drop(remembered.write(path));
        }
    }

    /// Shows a file as it was looked at last, but for what another view has asked for.
    fn recall(&mut self, paths: &[PathBuf]) {
        if self.state.history.is_some() {
            return;
        }
        if let Some(text) = self.memory.remembered.view_of(paths)
            && let Ok(restored) = export::read_view(text, &self.state.document)
        {
            let theme = self.state.settings.theme;
            self.state.recall(restored);
            self.state.settings.theme = theme;
        }
    }

    fn note_window(&mut self, ctx: &Context) {
        self.memory.remembered.interface_size = Some(ctx.zoom_factor());
        ctx.input(|input| {
            let viewport = input.viewport();
            let is_maximized = viewport.maximized.unwrap_or(false);
            let Some(inner) = viewport.inner_rect.filter(|_| viewport.minimized != Some(true)) else { return };
            let before = self.memory.remembered.window;
            // A window that was made as large as the screen keeps the size that it had before.
            let (size, position) = match before {
                Some(before) if is_maximized => (before.size, before.position),
                _ => (inner.size().into(), viewport.outer_rect.map(|outer| outer.min.into())),
            };
            self.memory.remembered.window = Some(WindowPlace { size, position, is_maximized });
        });
    }
}
