//! Opening a file, and the same file again.

use std::sync::Arc;

use crate::app::jobs::{JobError, JobId};
use crate::app::state::{Dialog, Loading, Selection, State};
use crate::data::Problem;
use crate::export::{self, View};
use crate::model::{Document, Filter, Opened, Tours};
use crate::text::count;

impl State {
    /// Puts another file in place of this one; settings stay.
    pub fn open(&mut self, document: impl Into<Arc<Document>>) {
        let before = std::mem::replace(self, Self::new(document, self.settings));
        self.revision = before.revision;
        self.is_narrow = before.is_narrow;
        self.loading = before.loading;
        self.exporting = before.exporting;
        self.export = before.export;
        self.dialog = before.dialog.filter(|dialog| *dialog == Dialog::Import).or(self.dialog);
        // The title belongs to the file that was open.
        self.export.page_setup.title = None;
        self.mark_changed();
    }

    /// Puts what is known of the same file by now in place of this; what is looked at stays, found again by its names.
    pub fn reload(&mut self, document: impl Into<Arc<Document>>) {
        let document = document.into();
        // In a file of which more has been read, every trip has the place it had.
        if !self.document.is_partial {
            let View { filter, selected, selected_event, .. } = self.view_of(&document);
            self.filter = filter;
            self.selection = Selection::new(selected, selected_event);
            self.history = None;
            self.findings.current = None;
            self.search.trips.clear();
            self.timeline.set_tours(&self.document.chronicle, Tours::default());
        }
        self.pending.examination = None;
        self.document = document;
        self.whole = Arc::new(self.document.shown(&Filter::default()));
        self.findings.renew();
        self.refilter();
        self.rearrange();
    }

    /// What is looked at, in the terms of another file.
    fn view_of(&self, document: &Document) -> View {
        let text = export::view_text(&self.document, &self.view(), None).unwrap_or_default();
        export::read_view(&text, document).map(|restored| restored.view).unwrap_or_default()
    }

    /// Shows the beginning of the file that is being read, unless all of it is there from before.
    pub(crate) fn receive_part(&mut self, id: JobId, part: Document) {
        let is_wanted = self.loading.as_ref().is_some_and(|loading| loading.job.id == id);
        if is_wanted && (self.document.is_partial || !self.is_of(&part)) {
            self.show_document(part);
        }
    }

    /// Shows what was read, or says why there is nothing to show; nothing of a file that is not wanted any more.
    pub(crate) fn receive_opened(&mut self, id: JobId, opened: Result<Result<Option<Opened>, Box<Problem>>, JobError>) {
        let Some(mut loading) = self.loading.take_if(|loading| loading.job.id == id) else { return };
        match opened {
            Ok(Ok(Some(Opened::Trips(document)))) => {
                self.show_document(document);
                if let Some((name, text)) = loading.view.take() {
                    self.open_view(&name, &text);
                }
            }
            Ok(Ok(Some(Opened::View { name, text }))) => self.open_view(&name, &text),
            Ok(Ok(None)) => self.notify_unread(&loading, "it was given up"),
            Ok(Err(problem)) => self.notify_error(problem.message),
            Err(err) => self.notify_unread(&loading, &err.to_string()),
        }
    }

    /// Gives up the file that is being opened. What has been shown of it stays.
    pub(crate) fn cancel_loading(&mut self) {
        if let Some(loading) = self.loading.take() {
            self.notify(format!("{} was not opened", loading.name));
            if self.document.is_partial {
                let trips = count(self.document.chronicle.trips.len(), "trip", "trips");
                self.notify_error(format!("{} was not read to its end: these are its first {trips}", loading.name));
            }
        }
    }

    /// Puts a document in place of this one: reloads where it is of the same file.
    fn show_document(&mut self, document: Document) {
        if self.is_of(&document) { self.reload(document) } else { self.open(document) }
    }

    /// Whether this and a document are of the same file.
    fn is_of(&self, document: &Document) -> bool {
        self.document.path.is_some() && self.document.path == document.path
    }

    fn notify_unread(&mut self, loading: &Loading, why: &str) {
        self.notify_error(format!("{} was not opened: {why}", loading.name));
    }
}
