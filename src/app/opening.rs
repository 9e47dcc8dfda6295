//! Opening a file beside the window: parts of a large one are shown while the rest is read.

use std::{path::Path, sync::Arc};

use super::{document::Document, state::State, tasks::Outcome};
use crate::{
    data::{files, view_file::is_view},
    model::{self, Findings, Loaded, Progress},
};

/// A file that is being read.
#[derive(Clone, Debug)]
pub struct Opening {
    /// Its name, without folders.
    pub name: String,
    /// How far it is.
    pub progress: Arc<Progress>,
}

/// What there is of a file that is being read.
pub(super) struct Read {
    /// Tells one opening from another.
    pub(super) progress: Arc<Progress>,
    pub(super) document: Arc<Document>,
}

/// With more trips than this, what takes longer than a frame is done beside the window.
pub(super) const AT_ONCE: usize = 20_000;

impl Opening {
    pub(super) fn new(path: &Path) -> Self {
        Self { name: name(path), progress: Arc::default() }
    }

    /// Reads a file of trips, or a view, whatever its name, and sends what there is of it.
    pub(super) fn read(&self, path: &Path, send: &dyn Fn(Outcome)) {
        let text = match files::read_text(path) {
            Ok(text) => text,
            Err(problem) => return send(Outcome::NotOpened(problem.message)),
        };
        if is_view(&text) {
            return send(Outcome::ViewRead(self.name.clone(), text));
        }
        let read = |document: Document| Read {
            progress: Arc::clone(&self.progress),
            document: Arc::new(Document { path: Some(path.to_owned()), ..document }),
        };
        let mut show = |chronicle| {
            let document = Document { name: self.name.clone(), chronicle, is_part: true, ..Document::default() };
            send(Outcome::Part(read(document)));
        };
        let Some(mut loaded) = model::load_watched(text, &self.progress, Some(&mut show)) else { return };
        let text = std::mem::take(&mut loaded.text);
        let opened = read(Document::unexamined(self.name.clone(), loaded));
        let document = Arc::clone(&opened.document);
        let examine = || document.examine(Findings::new(&document.chronicle, &text));
        if document.chronicle.trips.len() <= AT_ONCE {
            examine();
            send(Outcome::Opened(opened));
        } else {
            send(Outcome::Opened(opened));
            examine();
            send(Outcome::Examined);
        }
    }
}

/// A file's name, without folders.
pub(super) fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

impl Document {
    /// What was read from a file that has not been searched for findings yet.
    fn unexamined(name: String, loaded: Loaded) -> Self {
        let Loaded { chronicle, problems, fingerprint, trips_left_out, .. } = loaded;
        Self { name, fingerprint, chronicle, problems, trips_left_out, ..Self::default() }
    }
}

impl State {
    /// Shows a part of the file that is being opened, or all of it; nothing of one that is not wanted any more.
    pub(super) fn receive(&mut self, Read { progress, document }: Read) {
        if !self.opening.as_ref().is_some_and(|opening| Arc::ptr_eq(&opening.progress, &progress)) {
            return;
        }
        let is_more = self.document.is_part && self.document.path == document.path;
        if !document.is_part {
            self.opening = None;
        }
        if is_more {
            self.document = document;
            self.findings.renew();
            self.refilter();
            self.rearrange();
        } else {
            let opening = self.opening.take();
            self.open(document);
            self.opening = opening;
        }
    }

    /// Gives up the file that is being opened. What has been shown of it stays.
    pub(super) fn cancel_opening(&mut self) {
        let Some(opening) = self.opening.take() else { return };
        opening.progress.cancel();
        self.tell(format!("{} was not opened", opening.name));
        if self.document.is_part {
            let trips = model::count(self.document.chronicle.trips.len(), "trip", "trips");
            self.tell_error(format!("{} was not read to its end: these are its first {trips}", opening.name));
        }
    }

    /// Counts and shows anew what the findings have to do with.
    pub(super) fn examined(&mut self) {
        if self.filter.disputed_only {
            self.refilter();
            self.rearrange();
        }
        self.findings.renew();
        self.revision += 1;
    }
}
