//! The files that are shown are watched, and read again when one has changed.

use std::path::PathBuf;
use std::time::Duration;

use eframe::egui::Context;

use super::Shell;
use super::event::Event;
use crate::app::jobs::watch::{FileWatch, Stamp};

/// A save is over when nothing has happened to the file for this long, in seconds.
const QUIET_SECS: f64 = 0.15;

impl Shell {
    /// Watches the files that are shown, and begins to read them again once a change of one is over.
    pub(super) fn keep_watch(&mut self, ctx: &Context) {
        let paths: &[PathBuf] = if self.watches { &self.state.document.paths } else { &[] };
        if self.watch.as_ref().map_or(&[][..], FileWatch::paths) != paths {
            let outbox = self.jobs.outbox();
            self.seen = stamps(paths);
            let changed = move || outbox.send(Event::FileChanged);
            self.watch = (!paths.is_empty()).then(|| FileWatch::new(paths, changed));
            self.changed_at = None;
        }
        let (Some(watch), Some(changed_at)) = (&self.watch, self.changed_at) else { return };
        let quiet = changed_at + QUIET_SECS - ctx.input(|input| input.time);
        if 0.0 < quiet || self.state.loading.is_some() {
            // Another file, or this one, is still being read.
            return ctx.request_repaint_after(Duration::from_secs_f64(quiet.max(QUIET_SECS)));
        }
        self.changed_at = None;
        let paths = watch.paths().to_owned();
        let now = stamps(&paths);
        if now != self.seen || paths.iter().any(|path| path.is_dir()) {
            let saved = Stamp::latest(&now).map(Stamp::describe);
            self.seen = now;
            self.read_again(paths, saved);
        }
    }
}

fn stamps(paths: &[PathBuf]) -> Vec<Option<Stamp>> {
    paths.iter().map(|path| Stamp::of(path)).collect()
}
