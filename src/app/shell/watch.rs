//! The file that is shown is watched, and read again when it has changed.

use std::time::Duration;

use eframe::egui::Context;

use super::Shell;
use super::event::Event;
use crate::app::jobs::watch::{FileWatch, Stamp};

/// A save is over when nothing has happened to the file for this long, in seconds.
const QUIET_SECS: f64 = 0.15;

impl Shell {
    /// Watches the file that is shown, and begins to read it again once a change of it is over.
    pub(super) fn keep_watch(&mut self, ctx: &Context) {
        let path = self.state.document.path.clone().filter(|_| self.watches);
        if self.watch.as_ref().map(FileWatch::path) != path.as_deref() {
            let outbox = self.jobs.outbox();
            self.seen = path.as_deref().and_then(Stamp::of);
            self.watch = path.and_then(|path| FileWatch::new(&path, move || outbox.send(Event::FileChanged)));
            self.changed_at = None;
        }
        let (Some(watch), Some(changed_at)) = (&self.watch, self.changed_at) else { return };
        let quiet = changed_at + QUIET_SECS - ctx.input(|input| input.time);
        if 0.0 < quiet || self.state.loading.is_some() {
            // Another file, or this one, is still being read.
            return ctx.request_repaint_after(Duration::from_secs_f64(quiet.max(QUIET_SECS)));
        }
        self.changed_at = None;
        let path = watch.path().to_owned();
        let now = Stamp::of(&path);
        if now != self.seen || path.is_dir() {
            self.seen = now;
            self.read_again(path, now.map(Stamp::describe));
        }
    }
}
