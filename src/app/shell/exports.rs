//! The figure under way: saved or copied beside the window, one at a time.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::Context;

use super::Shell;
use super::event::Event;
use crate::app::jobs::figure::{FigureJob, FigureOutcome, FigureTask};
use crate::app::jobs::{JobError, JobHandle, JobId, folder};
use crate::app::state::Exporting;
use crate::data::ChartKind;
use crate::export::FigureFormat;

impl Shell {
    /// Saves a figure of what is shown, in this file or in one that is asked for; none while another is under way.
    pub(super) fn save_figure(&mut self, ctx: &Context, path: Option<PathBuf>) {
        let Some(task) = self.figure_task() else { return };
        self.save_task(ctx, task, path);
    }

    /// The same for a chart of the statistics, of all days, with size and colours as the next figure has them.
    pub(super) fn save_chart(&mut self, ctx: &Context, chart: ChartKind, format: FigureFormat, path: Option<PathBuf>) {
        let Some(mut task) = self.figure_task() else { return };
        (task.job.chart, task.job.page_setup.title, task.format) = (Some(chart), None, format);
        self.save_task(ctx, task, path);
    }

    fn save_task(&mut self, ctx: &Context, task: FigureTask, path: Option<PathBuf>) {
        if let Some(path) = path {
            return self.write_figure(ctx, task, path);
        }
        let job = self.jobs.spawn("name figure", move |_| task.ask_path(), Event::FigureNamed);
        self.export_by(ctx, "Waiting for the name of the file …", job);
    }

    /// Copies it to the clipboard, in pixels.
    pub(super) fn copy_figure(&mut self, ctx: &Context) {
        let Some(task) = self.figure_task() else { return };
        let job = self.jobs.spawn("copy figure", move |_| task.copy(), Event::FigureDone);
        self.export_by(ctx, "Copying …", job);
    }

    /// Gives up what is under way, unless it is being written already.
    pub(super) fn cancel_export(&mut self) {
        if self.state.exporting.take_if(|exporting| exporting.job.cancel()).is_some() {
            self.state.notify("Cancelled: nothing was written");
        }
    }

    /// Saves a figure that has a file to go to by now.
    pub(super) fn save_named(
        &mut self,
        ctx: &Context,
        id: JobId,
        named: Result<Option<(Box<FigureTask>, PathBuf)>, JobError>,
    ) {
        if self.state.exporting.take_if(|exporting| exporting.job.id == id).is_none() {
            return;
        }
        match named {
            Ok(Some((task, path))) => self.write_figure(ctx, *task, path),
            Ok(None) => {}
            Err(err) => self.state.notify_error(format!("No figure was saved: {err}")),
        }
    }

    /// Takes in what became of a figure.
    pub(super) fn finish_figure(
        &mut self,
        ctx: &Context,
        id: JobId,
        outcome: Result<Result<FigureOutcome, String>, JobError>,
    ) {
        if self.state.exporting.take_if(|exporting| exporting.job.id == id).is_none() {
            return;
        }
        match outcome {
            Ok(Ok(FigureOutcome::Saved(path))) => self.state.notify_saved(path, folder::can_show()),
            Ok(Ok(FigureOutcome::Drawn(image))) => {
                let [width, height] = image.size;
                ctx.copy_image(image);
                self.state.notify(format!("Copied {width} × {height} pixels"));
            }
            Ok(Ok(FigureOutcome::Cancelled)) => {}
            Ok(Err(why)) => self.state.notify_error(why),
            Err(err) => self.state.notify_error(format!("There is no figure: {err}")),
        }
    }

    fn write_figure(&mut self, ctx: &Context, task: FigureTask, path: PathBuf) {
        let job = self.jobs.spawn("save figure", move |token| task.save(path, token), Event::FigureDone);
        self.export_by(ctx, "Saving …", job);
    }

    /// A task for what is shown; `None` while another is under way.
    fn figure_task(&self) -> Option<FigureTask> {
        let (document, form) = (Arc::clone(&self.state.document), &self.state.export);
        let job =
            FigureJob { document, view: self.state.figure_view(), page_setup: form.page_setup.clone(), chart: None };
        self.state.exporting.is_none().then(|| FigureTask { job, format: form.format, scale: form.scale() })
    }

    fn export_by(&mut self, ctx: &Context, label: &'static str, job: JobHandle) {
        self.state.exporting = Some(Exporting { label, since_secs: ctx.input(|input| input.time), job });
        self.state.toast = None;
    }
}
