//! Opening a file beside the window: parts of a large one are shown while the rest is read.

use std::{path::Path, sync::Arc};

use super::tasks::Outcome;
use crate::{
    app::state::{AT_ONCE, document::Document, loading::Loading},
    data::{files, view_file::is_view},
    model::{self, Findings, Progress},
};

/// What there is of a file that is being read.
pub(crate) struct Read {
    /// Tells one opening from another.
    pub(crate) progress: Arc<Progress>,
    pub(crate) document: Arc<Document>,
}

/// Reads a file of trips, or a view, whatever its name, and sends what there is of it.
pub(crate) fn read(loading: &Loading, path: &Path, send: &dyn Fn(Outcome)) {
    let text = match files::read_text(path) {
        Ok(text) => text,
        Err(problem) => return send(Outcome::NotOpened(problem.message)),
    };
    if is_view(&text) {
        return send(Outcome::ViewRead(loading.name.clone(), text));
    }
    let read = |document: Document| Read {
        progress: Arc::clone(&loading.progress),
        document: Arc::new(Document { path: Some(path.to_owned()), ..document }),
    };
    let mut show = |chronicle| {
        let document = Document { name: loading.name.clone(), chronicle, is_partial: true, ..Document::default() };
        send(Outcome::Part(read(document)));
    };
    let Some(mut loaded) = model::load_watched(text, &loading.progress, Some(&mut show)) else { return };
    let text = std::mem::take(&mut loaded.text);
    let opened = read(Document::unexamined(loading.name.clone(), loaded));
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
