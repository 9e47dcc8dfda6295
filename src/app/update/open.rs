//! Showing what there is of a file that is being opened.

use std::sync::Arc;

use crate::{
    app::{jobs::load::Read, state::State},
    model::{self, Chronicle, Examination, Findings},
};

impl State {
    /// Shows a part of the file that is being opened, or all of it; nothing of one that is not wanted any more.
    pub(crate) fn receive(&mut self, Read { progress, document }: Read) {
        if !self.loading.as_ref().is_some_and(|loading| Arc::ptr_eq(&loading.progress, &progress)) {
            return;
        }
        let is_more = self.document.is_partial && self.document.path == document.path;
        if !document.is_partial {
            self.loading = None;
        }
        if is_more {
            self.document = document;
            self.findings.renew();
            self.refilter();
            self.rearrange();
        } else {
            let loading = self.loading.take();
            self.open(document);
            self.loading = loading;
        }
    }

    /// Gives up the file that is being opened. What has been shown of it stays.
    pub(crate) fn cancel_loading(&mut self) {
        let Some(loading) = self.loading.take() else { return };
        loading.progress.cancel();
        self.notify(format!("{} was not opened", loading.name));
        if self.document.is_partial {
            let trips = model::count(self.document.chronicle.trips.len(), "trip", "trips");
            self.notify_error(format!("{} was not read to its end: these are its first {trips}", loading.name));
        }
    }

    /// Counts and shows anew what the findings have to do with.
    pub(crate) fn examined(&mut self, chronicle: &Arc<Chronicle>, findings: Findings) {
        if !Arc::ptr_eq(chronicle, &self.document.chronicle) {
            return;
        }
        let mut document = Arc::unwrap_or_clone(std::mem::take(&mut self.document));
        document.examination = Examination::Done(Arc::new(findings));
        self.document = Arc::new(document.release_text());
        if self.filter.disputed_only {
            self.refilter();
            self.rearrange();
        }
        self.findings.renew();
        self.revision += 1;
    }
}
