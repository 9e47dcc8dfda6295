//! Saving and copying a figure, beside the window; cancelled in time, nothing is written.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use eframe::egui::{ColorImage, Context};

use super::{
    export_form::{Exporting, FigureFormat},
    export_worker::{FigureJob, image},
    state::State,
    tasks::{FileKind, Outcome, Tasks, ask_path},
};
use crate::data::files;

/// A figure to be saved or copied.
#[derive(Clone, Debug)]
pub(super) struct FigureTask {
    job: FigureJob,
    format: FigureFormat,
    /// Pixels of a PNG for each of the figure's.
    scale: f32,
    decision: Decision,
}

/// What became of it.
pub(super) enum FigureOutcome {
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
struct Decision(Arc<AtomicBool>);

impl Decision {
    /// Whether nobody came before.
    fn take(&self) -> bool {
        !self.0.swap(true, Ordering::SeqCst)
    }

    fn is_open(&self) -> bool {
        !self.0.load(Ordering::SeqCst)
    }
}

impl FigureTask {
    fn new(state: &State) -> Self {
        let form = &state.export;
        let job =
            FigureJob { document: Arc::clone(&state.document), view: form.view(state), sheet: form.sheet.clone() };
        Self { job, format: form.format, scale: form.scale(), decision: Decision::default() }
    }

    /// What comes of it when nobody cancels it.
    fn outcome(&self, made: Result<FigureOutcome, String>) -> Option<Outcome> {
        let outcome = made.unwrap_or_else(FigureOutcome::Failed);
        self.decision.take().then_some(Outcome::Figure(outcome))
    }

    fn name(self) -> Option<Outcome> {
        let kind = FileKind {
            title: "Save figure",
            name: "timeline",
            ending: self.format.ending(),
            words: self.format.name(),
        };
        let path = ask_path(&kind);
        self.decision.is_open().then(|| {
            Outcome::Figure(path.map_or(FigureOutcome::Unnamed, |path| FigureOutcome::Named(Box::new(self), path)))
        })
    }

    fn save(&self, path: PathBuf) -> Option<Outcome> {
        let bytes =
            self.job.figure().and_then(|figure| self.format.bytes(figure, self.scale).map_err(|err| err.to_string()));
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

    fn copy(&self) -> Option<Outcome> {
        let figure = self.job.figure();
        let pixels = figure.and_then(|figure| figure.pixels(self.scale).map_err(|err| err.to_string()));
        self.outcome(pixels.map(|pixels| FigureOutcome::Drawn(image(&pixels))))
    }
}

/// The figure under way, one at a time.
#[derive(Default)]
pub(super) struct Exports {
    decision: Decision,
}

impl Exports {
    /// Asks where to save a figure of what is shown, and then saves it.
    pub(super) fn ask_and_save(&mut self, ctx: &Context, state: &mut State, tasks: &Tasks) {
        if let Some(task) = self.begin(ctx, state, "Waiting for the name of the file …") {
            tasks.start(ctx, "name figure", move || task.name());
        }
    }

    /// Saves a figure of what is shown.
    pub(super) fn save_to(&mut self, ctx: &Context, state: &mut State, tasks: &Tasks, path: PathBuf) {
        if let Some(task) = self.begin(ctx, state, SAVING) {
            tasks.start(ctx, "save figure", move || task.save(path));
        }
    }

    /// Copies it to the clipboard, in pixels.
    pub(super) fn copy(&mut self, ctx: &Context, state: &mut State, tasks: &Tasks) {
        if let Some(task) = self.begin(ctx, state, "Copying …") {
            tasks.start(ctx, "copy figure", move || task.copy());
        }
    }

    /// Gives up what is under way, unless it is being written already.
    pub(super) fn cancel(&self, state: &mut State) {
        if state.exporting.is_some() && self.decision.take() {
            state.exporting = None;
            state.tell("Cancelled: nothing was written");
        }
    }

    /// Takes in what became of a figure.
    pub(super) fn done(ctx: &Context, state: &mut State, tasks: &Tasks, outcome: FigureOutcome) {
        state.exporting = None;
        match outcome {
            // It may have been cancelled since.
            FigureOutcome::Named(task, path) if task.decision.is_open() => {
                state.exporting = Some(under_way(ctx, SAVING));
                tasks.start(ctx, "save figure", move || task.save(path));
            }
            FigureOutcome::Named(..) | FigureOutcome::Unnamed => {}
            FigureOutcome::Saved(path) => state.tell(format!("Saved {}", path.display())),
            FigureOutcome::Drawn(image) => {
                let [width, height] = image.size;
                ctx.copy_image(image);
                state.tell(format!("Copied {width} × {height} pixels"));
            }
            FigureOutcome::Failed(why) => state.tell_error(why),
        }
    }

    /// A task for what is shown; `None` while another is under way.
    fn begin(&mut self, ctx: &Context, state: &mut State, words: &'static str) -> Option<FigureTask> {
        if state.exporting.is_some() {
            return None;
        }
        let task = FigureTask::new(state);
        self.decision = task.decision.clone();
        state.exporting = Some(under_way(ctx, words));
        state.message = None;
        Some(task)
    }
}

const SAVING: &str = "Saving …";

fn under_way(ctx: &Context, words: &'static str) -> Exporting {
    Exporting { words, since_secs: ctx.input(|input| input.time) }
}
