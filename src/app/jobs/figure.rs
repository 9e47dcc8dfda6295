//! Drawing, saving and copying a figure.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::ColorImage;

use super::CancelToken;
use super::desktop::dialogs::ask_path;
use super::file_kind::FileKind;
use super::save::write;
use crate::data::ChartKind;
use crate::export::{Figure, FigureError, FigureFormat, PageSetup, View};
use crate::model::Document;
use crate::paint::Pixels;

/// A figure to be drawn. Threads have it without a copy of the facts.
#[derive(Clone, Debug)]
pub(crate) struct FigureJob {
    /// Of what.
    pub(crate) document: Arc<Document>,
    /// What of it.
    pub(crate) view: View,
    /// How.
    pub(crate) page_setup: PageSetup,
    /// Which chart of the statistics; the timeline where `None`.
    pub(crate) chart: Option<ChartKind>,
}

impl PartialEq for FigureJob {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.document, &other.document)
            && self.view == other.view
            && self.page_setup == other.page_setup
            && self.chart == other.chart
    }
}

impl FigureJob {
    /// The figure, or why there is none, in the words of the dialog.
    pub(super) fn figure(&self) -> Result<Figure, String> {
        let figure = match self.chart {
            Some(chart) => Figure::of_chart(&self.document, &self.view, &self.page_setup, chart),
            None => Figure::new(&self.document, &self.view, &self.page_setup),
        };
        figure.map_err(|err| match err {
            FigureError::Nothing(summary) => {
                format!("Nothing with a date is shown ({summary}). Show more of the file first.")
            }
            FigureError::NothingOnTheseDays => {
                "No lane has anything on the days in view. Choose the whole timeline, or keep empty lanes.".to_owned()
            }
            FigureError::TooLow { lanes, .. } => format!(
                "{lanes} lanes do not fit on {}. Choose a larger size, smaller letters, \
                 or “As high as the lanes need”.",
                self.page_setup.size.describe()
            ),
            FigureError::TooNarrow { least, .. } => {
                format!("This is too narrow for a figure. Choose a size at least {least} pixels wide.")
            }
            FigureError::NoRoom(_) => {
                let size = self.page_setup.size.describe();
                format!("{size} has no room for this chart. Choose a larger size in the Export dialog.")
            }
            FigureError::Raster(_) | FigureError::Pdf(_) => format!("There is no figure: {err}."),
        })
    }
}

/// Pixels as egui has them.
pub(super) fn image(pixels: &Pixels) -> ColorImage {
    let side = |pixels: u32| usize::try_from(pixels).unwrap_or(usize::MAX);
    ColorImage::from_rgba_premultiplied([side(pixels.width), side(pixels.height)], &pixels.rgba)
}

/// A figure to be saved or copied.
#[derive(Clone, Debug)]
pub(crate) struct FigureTask {
    pub(crate) job: FigureJob,
    pub(crate) format: FigureFormat,
    /// Pixels of a PNG for each of the figure's.
    pub(crate) scale: f32,
}

/// What became of a figure.
pub(crate) enum FigureOutcome {
    /// It is in this file.
    Saved(PathBuf),
    /// It is ready for the clipboard.
    Drawn(ColorImage),
    /// It was cancelled before it was written.
    Cancelled,
}

impl FigureTask {
    /// Asks for a file to save it in; `None` when the dialog was cancelled.
    pub(crate) fn ask_path(self) -> Option<(Box<Self>, PathBuf)> {
        let (ending, description) = (self.format.key(), self.format.label());
        let (title, name) = self.job.chart.map_or(("Save figure", "timeline"), |chart| ("Save chart", chart.key()));
        let path = ask_path(&FileKind { title, name, ending, description })?;
        Some((Box::new(self), path))
    }

    /// Draws it and writes it to a file, unless it is cancelled before.
    pub(crate) fn save(&self, path: PathBuf, token: &CancelToken) -> Result<FigureOutcome, String> {
        let bytes = self.job.figure()?.bytes(self.format, self.scale).map_err(|err| err.to_string())?;
        if !token.decide() {
            return Ok(FigureOutcome::Cancelled);
        }
        write(path, &bytes, &self.job.document.paths).map(FigureOutcome::Saved)
    }

    /// Draws it for the clipboard.
    pub(crate) fn copy(&self) -> Result<FigureOutcome, String> {
        let pixels = self.job.figure()?.pixels(self.scale).map_err(|err| err.to_string())?;
        Ok(FigureOutcome::Drawn(image(&pixels)))
    }
}
