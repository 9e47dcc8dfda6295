//! Opening a file beside the window: parts of a large one are shown while the rest is read.

use std::{path::Path, sync::Arc};

use super::tasks::Outcome;
use crate::{
    app::state::loading::Loading,
    model::{self, Document, Findings, Opened, Progress},
};

/// What there is of a file that is being read.
pub(crate) struct Read {
    /// Tells one opening from another.
    pub(crate) progress: Arc<Progress>,
    pub(crate) document: Arc<Document>,
}

/// Reads a file of trips, or a view, whatever its name, and sends what there is of it.
pub(crate) fn read(loading: &Loading, path: &Path, send: &dyn Fn(Outcome)) {
    let read = |document: Document| Read { progress: Arc::clone(&loading.progress), document: Arc::new(document) };
    match model::open(path, &loading.progress, &mut |part| send(Outcome::Part(read(part)))) {
        Err(problem) => send(Outcome::NotOpened(problem.message)),
        Ok(None) => {}
        Ok(Some(Opened::View { name, text })) => send(Outcome::ViewRead(name, text)),
        Ok(Some(Opened::Trips(document))) if !document.is_large() => send(Outcome::Opened(read(document.examined()))),
        Ok(Some(Opened::Trips(document))) => {
            let (chronicle, text) = (Arc::clone(&document.chronicle), Arc::clone(&document.text));
            send(Outcome::Opened(read(document)));
            let findings = Findings::new(&chronicle, &text);
            send(Outcome::Examined(chronicle, findings));
        }
    }
}
