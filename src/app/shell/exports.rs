//! The figure under way: saved or copied beside the window, one at a time.

use std::{path::PathBuf, sync::Arc};

use eframe::egui::Context;

use crate::app::{
    jobs::{
        figure::{Decision, FigureOutcome, FigureTask},
        preview::FigureJob,
        tasks::Tasks,
    },
    state::{Exporting, State},
};

/// The figure under way, one at a time.
#[derive(Default)]
pub(crate) struct Exports {
    decision: Decision,
}

impl Exports {
    /// Asks where to save a figure of what is shown, and then saves it.
    pub(crate) fn ask_and_save(&mut self, ctx: &Context, state: &mut State, tasks: &Tasks) {
        if let Some(task) = self.begin(ctx, state, "Waiting for the name of the file …") {
            tasks.start(ctx, "name figure", move || task.name());
        }
    }

    /// Saves a figure of what is shown.
    pub(crate) fn save_to(&mut self, ctx: &Context, state: &mut State, tasks: &Tasks, path: PathBuf) {
        if let Some(task) = self.begin(ctx, state, SAVING) {
            tasks.start(ctx, "save figure", move || task.save(path));
        }
    }

    /// Copies it to the clipboard, in pixels.
    pub(crate) fn copy(&mut self, ctx: &Context, state: &mut State, tasks: &Tasks) {
        if let Some(task) = self.begin(ctx, state, "Copying …") {
            tasks.start(ctx, "copy figure", move || task.copy());
        }
    }

    /// Gives up what is under way, unless it is being written already.
    pub(crate) fn cancel(&self, state: &mut State) {
        if state.exporting.is_some() && self.decision.take() {
            state.exporting = None;
            state.notify("Cancelled: nothing was written");
        }
    }

    /// Takes in what became of a figure.
    pub(crate) fn done(ctx: &Context, state: &mut State, tasks: &Tasks, outcome: FigureOutcome) {
        state.exporting = None;
        match outcome {
            // It may have been cancelled since.
            FigureOutcome::Named(task, path) if task.decision.is_open() => {
                state.exporting = Some(under_way(ctx, SAVING));
                tasks.start(ctx, "save figure", move || task.save(path));
            }
            FigureOutcome::Named(..) | FigureOutcome::Unnamed => {}
            FigureOutcome::Saved(path) => state.notify(format!("Saved {}", path.display())),
            FigureOutcome::Drawn(image) => {
                let [width, height] = image.size;
                ctx.copy_image(image);
                state.notify(format!("Copied {width} × {height} pixels"));
            }
            FigureOutcome::Failed(why) => state.notify_error(why),
        }
    }

    /// A task for what is shown; `None` while another is under way.
    fn begin(&mut self, ctx: &Context, state: &mut State, label: &'static str) -> Option<FigureTask> {
        if state.exporting.is_some() {
            return None;
        }
        let form = &state.export;
        let job = FigureJob {
            document: Arc::clone(&state.document),
            view: state.figure_view(),
            page_setup: form.page_setup.clone(),
        };
        let task = FigureTask::new(job, form.format, form.scale());
        self.decision = task.decision.clone();
        state.exporting = Some(under_way(ctx, label));
        state.toast = None;
        Some(task)
    }
}

const SAVING: &str = "Saving …";

fn under_way(ctx: &Context, label: &'static str) -> Exporting {
    Exporting { label, since_secs: ctx.input(|input| input.time) }
}
