//! The preview of a figure: the newest request counts, what has been asked for in between is never drawn.

use eframe::egui::{ColorImage, Context, TextureHandle, TextureOptions};

use super::figure::{FigureJob, image};
use super::{JobError, JobHandle, JobId};

/// A preview that is asked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Request {
    /// Of which figure.
    pub(crate) job: FigureJob,
    /// The room for it, in physical pixels.
    pub(crate) room: [f32; 2],
    /// The most physical pixels for each of the figure's: a small figure is not blown up.
    pub(crate) most_scale: f32,
}

/// A figure in pixels.
pub(crate) struct Drawn {
    image: ColorImage,
    size: [f32; 2],
    words: String,
    warning: Option<String>,
}

impl Request {
    /// Draws the figure, or says why there is none.
    pub(crate) fn draw(&self) -> Result<Drawn, String> {
        let figure = self.job.figure()?;
        let [width, height] = figure.size;
        let scale = (self.room[0] / width).min(self.room[1] / height).min(self.most_scale);
        let pixels = figure.pixels(scale).map_err(|err| format!("There is no preview: {err}."))?;
        let words = format!("{}\n{}", figure.title, figure.description);
        Ok(Drawn { image: image(&pixels), size: [width, height], words, warning: figure.warnings().into_iter().next() })
    }
}

/// A preview that can be shown.
pub(crate) struct Picture {
    /// Its pixels.
    pub(crate) texture: TextureHandle,
    /// How large the figure itself is, in pixels.
    pub(crate) size: [f32; 2],
    /// What it shows, for a screen reader.
    pub(crate) words: String,
    /// What of it cannot be drawn.
    pub(crate) warning: Option<String>,
}

/// What is asked for, what is being drawn, and what was drawn last.
#[derive(Default)]
pub(crate) struct Previews {
    asked: Option<Request>,
    /// Whether what is asked for is still to be drawn.
    is_due: bool,
    running: Option<JobHandle>,
    last: Option<Result<Picture, String>>,
}

impl Previews {
    /// What was drawn last; the reason where it could not be.
    pub(crate) fn last(&self) -> Option<Result<&Picture, &str>> {
        self.last.as_ref().map(|last| last.as_ref().map_err(String::as_str))
    }

    /// Whether that is out of date.
    pub(crate) fn is_drawing(&self) -> bool {
        self.is_due || self.running.is_some()
    }

    /// Asks for a preview, unless it is the one asked for last.
    pub(crate) fn ask(&mut self, request: Request) {
        if self.asked.as_ref() != Some(&request) {
            self.asked = Some(request);
            self.is_due = true;
        }
    }

    /// What is to be drawn next: one at a time, and each once.
    pub(crate) fn next(&mut self) -> Option<Request> {
        let request = self.asked.as_ref().filter(|_| self.is_due && self.running.is_none())?;
        self.is_due = false;
        Some(request.clone())
    }

    /// Notes that it is being drawn.
    pub(crate) fn started(&mut self, job: JobHandle) {
        self.running = Some(job);
    }

    /// Takes in what was drawn, unless another preview is being drawn by now.
    pub(crate) fn receive(&mut self, ctx: &Context, id: JobId, drawn: Result<Result<Drawn, String>, JobError>) {
        if self.running.take_if(|running| running.id == id).is_none() {
            return;
        }
        self.last = Some(match drawn {
            Ok(drawn) => drawn.map(|Drawn { image, size, words, warning }| {
                let texture = ctx.load_texture("figure", image, TextureOptions::LINEAR);
                Picture { texture, size, words, warning }
            }),
            Err(JobError::Panicked) => Err("The preview cannot be drawn.".to_owned()),
            Err(err @ JobError::NotStarted(_)) => Err(format!("The preview cannot be drawn: {err}.")),
        });
    }
}
