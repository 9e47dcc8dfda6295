//! The preview of a figure, drawn beside the window: the newest request counts, older ones are dropped unseen.

use std::sync::{
    Arc,
    mpsc::{Receiver, Sender, TryRecvError, channel},
};

use eframe::egui::{ColorImage, Context, TextureHandle, TextureOptions};

use crate::{
    export::{Figure, FigureError, PageSetup, View},
    model::Document,
    paint::Pixels,
};

/// A figure to be drawn. Threads have it without a copy of the facts.
#[derive(Clone, Debug)]
pub(crate) struct FigureJob {
    /// Of what.
    pub(crate) document: Arc<Document>,
    /// What of it.
    pub(crate) view: View,
    /// How.
    pub(crate) page_setup: PageSetup,
}

impl PartialEq for FigureJob {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.document, &other.document) && self.view == other.view && self.page_setup == other.page_setup
    }
}

impl FigureJob {
    /// The figure, or why there is none, in the words of the dialog.
    pub(crate) fn figure(&self) -> Result<Figure, String> {
        Figure::new(&self.document, &self.view, &self.page_setup).map_err(|err| match err {
            FigureError::Nothing(summary) => {
                format!("Nothing with a date is shown ({summary}). Show more of the file first.")
            }
            FigureError::NothingOnTheseDays => {
                "No lane has anything on the days in view. Choose the whole timeline, or keep empty lanes.".to_owned()
            }
            FigureError::TooLow { rows, .. } => format!(
                "{rows} rows of lanes do not fit on {}. Choose a larger size, smaller letters, \
                 or “As high as the lanes need”.",
                self.page_setup.size.describe()
            ),
            FigureError::TooNarrow { least, .. } => {
                format!("This is too narrow for a figure. Choose a size at least {least} pixels wide.")
            }
            FigureError::Raster(_) | FigureError::Pdf(_) => format!("There is no figure: {err}."),
        })
    }
}

/// Pixels as egui has them.
pub(crate) fn image(pixels: &Pixels) -> ColorImage {
    let side = |pixels: u32| usize::try_from(pixels).unwrap_or(usize::MAX);
    ColorImage::from_rgba_premultiplied([side(pixels.width), side(pixels.height)], &pixels.rgba)
}

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

/// What came of a request.
struct Answer {
    request: Request,
    drawn: Result<Drawn, String>,
}

/// A figure in pixels.
struct Drawn {
    image: ColorImage,
    size: [f32; 2],
    words: String,
    warning: Option<String>,
}

impl Request {
    fn draw(&self) -> Result<Drawn, String> {
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
    /// What it shows, for those who do not see it.
    pub(crate) words: String,
    /// What of it cannot be drawn.
    pub(crate) warning: Option<String>,
}

/// The thread that draws, and what it drew last.
#[derive(Default)]
pub(crate) struct Previews {
    thread: Option<Thread>,
    asked: Option<Request>,
    drawing: bool,
    last: Option<Result<Picture, String>>,
}

/// Ends when this is dropped.
struct Thread {
    requests: Sender<Request>,
    answers: Receiver<Answer>,
}

impl Previews {
    /// What was drawn last; the reason where it could not be.
    pub(crate) fn last(&self) -> Option<Result<&Picture, &str>> {
        self.last.as_ref().map(|last| last.as_ref().map_err(String::as_str))
    }

    /// Whether that is out of date.
    pub(crate) fn is_drawing(&self) -> bool {
        self.drawing
    }

    /// Asks for a preview, unless it is the one asked for last.
    pub(crate) fn ask(&mut self, ctx: &Context, request: Request) {
        if self.asked.as_ref() == Some(&request) {
            return;
        }
        self.asked = Some(request.clone());
        match self.thread.take().map_or_else(|| Thread::start(ctx), Ok) {
            // A thread that has ended is found out when its answer is waited for.
            Ok(thread) => {
                drop(thread.requests.send(request));
                (self.thread, self.drawing) = (Some(thread), true);
            }
            Err(err) => {
                self.last = Some(Err(format!("The system refuses a thread: {err}")));
                self.drawing = false;
            }
        }
    }

    /// Takes in what has been drawn since the last call.
    pub(crate) fn receive(&mut self, ctx: &Context) {
        while let Some(thread) = &self.thread {
            match thread.answers.try_recv() {
                Ok(answer) => {
                    self.drawing = self.asked.as_ref() != Some(&answer.request);
                    self.last = Some(answer.drawn.map(|drawn| Picture {
                        texture: ctx.load_texture("figure", drawn.image, TextureOptions::LINEAR),
                        size: drawn.size,
                        words: drawn.words,
                        warning: drawn.warning,
                    }));
                }
                Err(TryRecvError::Empty) => return,
                Err(TryRecvError::Disconnected) => {
                    self.thread = None;
                    self.last = Some(Err("The preview cannot be drawn.".to_owned()));
                    self.drawing = false;
                }
            }
        }
    }
}

impl Thread {
    fn start(ctx: &Context) -> std::io::Result<Self> {
        let (requests, to_draw) = channel::<Request>();
        let (done, answers) = channel();
        let ctx = ctx.clone();
        std::thread::Builder::new().name("draw preview".to_owned()).spawn(move || {
            while let Ok(first) = to_draw.recv() {
                let request = to_draw.try_iter().last().unwrap_or(first);
                let drawn = request.draw();
                // A closed dialog wants no answer.
                if done.send(Answer { request, drawn }).is_err() {
                    return;
                }
                ctx.request_repaint();
            }
        })?;
        Ok(Self { requests, answers })
    }
}
