//! Saving and copying a figure, beside the window; cancelled in time, nothing is written.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use eframe::egui::ColorImage;

use super::{
    file_kind::FileKind,
    preview::{FigureJob, image},
    tasks::{Outcome, ask_path},
};
use crate::{data::files, export::FigureFormat};

/// A figure to be saved or copied.
#[derive(Clone, Debug)]
pub(crate) struct FigureTask {
    job: FigureJob,
    format: FigureFormat,
    /// Pixels of a PNG for each of the figure's.
    scale: f32,
    pub(crate) decision: Decision,
}

/// What became of it.
pub(crate) enum FigureOutcome {
    /// It has a file to go to.
    Named(Box<FigureTask>, PathBuf),
    /// It was not to be saved after all.
    Unnamed,
    /// It is in this file.
    Saved(PathBuf),
    /// It is ready for the clipboard.
    Drawn(ColorImage),
    /// It could not be made.
    Failed(String),
}

/// Made once, by whoever comes first: the task that is about to write, or the person who cancels it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Decision(Arc<AtomicBool>);

impl Decision {
    /// Whether nobody came before.
    pub(crate) fn take(&self) -> bool {
        !self.0.swap(true, Ordering::SeqCst)
    }

    pub(crate) fn is_open(&self) -> bool {
        !self.0.load(Ordering::SeqCst)
    }
}

impl FigureTask {
    pub(crate) fn new(job: FigureJob, format: FigureFormat, scale: f32) -> Self {
        Self { job, format, scale, decision: Decision::default() }
    }

    /// What comes of it when nobody cancels it.
    fn outcome(&self, made: Result<FigureOutcome, String>) -> Option<Outcome> {
        let outcome = made.unwrap_or_else(FigureOutcome::Failed);
        self.decision.take().then_some(Outcome::Figure(outcome))
    }

    pub(crate) fn name(self) -> Option<Outcome> {
        let kind = FileKind {
            title: "Save figure",
            name: "timeline",
            ending: self.format.key(),
            description: self.format.label(),
        };
        let path = ask_path(&kind);
        self.decision.is_open().then(|| {
            Outcome::Figure(path.map_or(FigureOutcome::Unnamed, |path| FigureOutcome::Named(Box::new(self), path)))
        })
    }

    pub(crate) fn save(&self, path: PathBuf) -> Option<Outcome> {
        let bytes =
            self.job.figure().and_then(|figure| figure.bytes(self.format, self.scale).map_err(|err| err.to_string()));
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(why) => return self.outcome(Err(why)),
        };
        if !self.decision.take() {
            return None;
        }
        let protected: Vec<&Path> = self.job.document.path.as_deref().into_iter().collect();
        Some(Outcome::Figure(match files::write_whole(&path, &bytes, &protected) {
            Ok(()) => FigureOutcome::Saved(path),
            Err(err) => FigureOutcome::Failed(err.to_string()),
        }))
    }

    pub(crate) fn copy(&self) -> Option<Outcome> {
        let figure = self.job.figure();
        let pixels = figure.and_then(|figure| figure.pixels(self.scale).map_err(|err| err.to_string()));
        self.outcome(pixels.map(|pixels| FigureOutcome::Drawn(image(&pixels))))
    }
}
