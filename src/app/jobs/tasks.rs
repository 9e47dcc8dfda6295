//! What takes its time and runs beside the window: file dialogs, reading and writing files.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
};

use eframe::egui::{Color32, ColorImage, Context};

use super::{
    derive::Derived,
    figure::FigureOutcome,
    file_kind::FileKind,
    load::{self, Read},
};
use crate::{
    app::state::loading::Loading,
    data::files,
    export,
    model::{Chronicle, Findings},
    paint,
};

/// What a task has to say when it is done.
pub(crate) enum Outcome {
    /// A file was chosen to be opened.
    Chosen(PathBuf),
    /// The beginning of a file was read.
    Part(Read),
    /// A file was read.
    Opened(Read),
    /// The file that was read last has been searched for findings.
    Examined(Arc<Chronicle>, Findings),
    /// Something was derived from what is shown.
    Derived(Derived),
    /// A view file was read; its name and text.
    ViewRead(String, String),
    /// A file could not be read at all.
    NotOpened(String),
    /// A picture or table was saved there, or into a folder of our choice where there was no dialog.
    Saved(PathBuf),
    /// It was not.
    NotSaved(String),
    /// A figure was saved or copied, or is about to be.
    Figure(FigureOutcome),
}

/// The tasks under way. Their outcomes are read once per frame.
pub(crate) struct Tasks {
    sender: Sender<Outcome>,
    receiver: Receiver<Outcome>,
}

impl Default for Tasks {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver }
    }
}

impl Tasks {
    /// What was done since the last call.
    pub(crate) fn outcomes(&self) -> impl Iterator<Item = Outcome> {
        self.receiver.try_iter()
    }

    /// Runs a task beside the window.
    pub(crate) fn start(&self, ctx: &Context, name: &str, task: impl FnOnce() -> Option<Outcome> + Send + 'static) {
        start(&self.sender, ctx, name, task);
    }

    /// Asks for a file and reads it.
    pub(crate) fn choose_file(&self, ctx: &Context) {
        start(&self.sender, ctx, "choose file", || {
            let dialog = rfd::FileDialog::new()
                .set_title("Open a file of trips")
                .add_filter("Wayline trips", &["ron"])
                .add_filter("All files", &["*"]);
            match Dialogs::ask(|| dialog.pick_file()) {
                Answer::Chosen(path) => Some(Outcome::Chosen(path)),
                Answer::Cancelled => None,
                Answer::NoDialog => Some(Outcome::NotOpened(
                    "No file dialog answers here; drop a file on the window, or start `wayline FILE`".to_owned(),
                )),
            }
        });
    }

    /// Asks for a view and reads it.
    pub(crate) fn choose_view(&self, ctx: &Context) {
        start(&self.sender, ctx, "choose view", || {
            let dialog =
                rfd::FileDialog::new().set_title("Open a view").add_filter("Wayline views", &[FileKind::VIEW.ending]);
            match Dialogs::ask(|| dialog.pick_file()) {
                Answer::Chosen(path) => Some(Outcome::Chosen(path)),
                Answer::Cancelled => None,
                Answer::NoDialog => Some(Outcome::NotOpened(
                    "No file dialog answers here; drop a view on the window, or start `wayline --view FILE`".to_owned(),
                )),
            }
        });
    }

    /// Reads a file.
    pub(crate) fn open(&self, ctx: &Context, path: PathBuf) -> Loading {
        let loading = Loading::new(&path);
        let (task, sender, waker) = (loading.clone(), self.sender.clone(), ctx.clone());
        start(&self.sender, ctx, "open file", move || {
            load::read(&task, &path, &|outcome| {
                // A closed window wants no outcome.
                if sender.send(outcome).is_ok() {
                    waker.request_repaint();
                }
            });
            None
        });
        loading
    }

    /// Takes a picture of the window, asks where to put it and writes it there, never over the file that is shown.
    pub(crate) fn screenshot_saver(
        &self,
        ctx: &Context,
        document: Option<PathBuf>,
    ) -> impl FnOnce(Arc<ColorImage>) + Send + 'static + use<> {
        let (sender, ctx) = (self.sender.clone(), ctx.clone());
        move |image| {
            start(&sender, &ctx, "save screenshot", move || {
                save(&FileKind::SCREENSHOT, document.as_deref(), || encode(&image))
            });
        }
    }

    /// Writes a text into this file, or into one that is asked for, never over the file that is shown.
    pub(crate) fn save_text(
        &self,
        ctx: &Context,
        kind: FileKind,
        path: Option<PathBuf>,
        text: String,
        document: Option<PathBuf>,
    ) {
        start(&self.sender, ctx, "save text", move || match path {
            Some(path) => Some(write(path, text.as_bytes(), document.as_deref())),
            None => save(&kind, document.as_deref(), || Ok(text.into_bytes())),
        });
    }
}

/// Runs a task on a thread of its own, which sends its outcome and wakes the window.
fn start(sender: &Sender<Outcome>, ctx: &Context, name: &str, task: impl FnOnce() -> Option<Outcome> + Send + 'static) {
    let (done, ctx) = (sender.clone(), ctx.clone());
    let spawned = std::thread::Builder::new().name(name.to_owned()).spawn(move || {
        // A closed window wants no outcome.
        if let Some(outcome) = task()
            && done.send(outcome).is_ok()
        {
            ctx.request_repaint();
        }
    });
    if let Err(err) = spawned {
        // A closed window wants no outcome either.
        drop(sender.send(Outcome::NotSaved(format!("The system refuses a thread: {err}"))));
    }
}

/// Asks where to save a file. Where no dialog answers, a name of our choice; `None` when the dialog was cancelled.
pub(crate) fn ask_path(kind: &FileKind) -> Option<PathBuf> {
    let proposed = format!("{}.{}", kind.name, kind.ending);
    let dialog = rfd::FileDialog::new()
        .set_title(kind.title)
        .set_file_name(proposed)
        .add_filter(kind.description, &[kind.ending]);
    match Dialogs::ask(|| dialog.save_file()) {
        Answer::Chosen(path) => Some(path),
        Answer::Cancelled => None,
        Answer::NoDialog => Some(unused(&own_folder(), kind)),
    }
}

fn save(kind: &FileKind, document: Option<&Path>, bytes: impl FnOnce() -> Result<Vec<u8>, String>) -> Option<Outcome> {
    let path = ask_path(kind)?;
    let bytes = match bytes() {
        Ok(bytes) => bytes,
        Err(message) => return Some(Outcome::NotSaved(message)),
    };
    Some(write(path, &bytes, document))
}

fn write(path: PathBuf, bytes: &[u8], document: Option<&Path>) -> Outcome {
    let protected: Vec<&Path> = document.into_iter().collect();
    match files::write_whole(&path, bytes, &protected) {
        Ok(()) => Outcome::Saved(path),
        Err(err) => Outcome::NotSaved(err.to_string()),
    }
}

fn encode(image: &ColorImage) -> Result<Vec<u8>, String> {
    let [width, height] = image.size.map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    let rgba = image.pixels.iter().flat_map(Color32::to_srgba_unmultiplied).collect();
    let pixels = paint::Pixels { width, height, rgba };
    paint::encode(pixels, export::PIXELS_PER_INCH).map_err(|err| err.to_string())
}

/// The person's folder for pictures; the working folder where there is none.
fn own_folder() -> PathBuf {
    dirs::picture_dir().filter(|folder| folder.is_dir()).or_else(|| std::env::current_dir().ok()).unwrap_or_default()
}

/// A path in this folder that does not exist yet: `wayline.png`, `wayline-2.png` …
fn unused(folder: &Path, kind: &FileKind) -> PathBuf {
    let first = folder.join(format!("{}.{}", kind.name, kind.ending));
    let numbered = (2..10_000).map(|number| folder.join(format!("{}-{number}.{}", kind.name, kind.ending)));
    std::iter::once(first.clone()).chain(numbered).find(|path| !path.exists()).unwrap_or(first)
}

/// What became of a file dialog.
enum Answer {
    Chosen(PathBuf),
    Cancelled,
    NoDialog,
}

/// Tells a cancelled dialog from one that never opened.
///
/// The dialog library gives no path in both cases, but reports an error to `log` when no service answered.
pub(crate) struct Dialogs;

static DIALOG_FAILED: AtomicBool = AtomicBool::new(false);

impl Dialogs {
    /// Listens to what the dialog library reports. Harmless where another logger is already installed.
    pub(crate) fn listen() {
        if log::set_logger(&Self).is_ok() {
            log::set_max_level(log::LevelFilter::Error);
        }
    }

    fn ask(dialog: impl FnOnce() -> Option<PathBuf>) -> Answer {
        DIALOG_FAILED.store(false, Ordering::SeqCst);
        match dialog() {
            Some(path) => Answer::Chosen(path),
            None if DIALOG_FAILED.load(Ordering::SeqCst) => Answer::NoDialog,
            None => Answer::Cancelled,
        }
    }
}

impl log::Log for Dialogs {
    fn enabled(&self, metadata: &log::Metadata<'_>) -> bool {
        metadata.level() <= log::Level::Error && metadata.target().starts_with("rfd")
    }

    fn log(&self, record: &log::Record<'_>) {
        // Without a portal the library asks zenity; only when that fails too was there no dialog at all.
        if self.enabled(record.metadata()) && record.args().to_string().contains("zenity") {
            DIALOG_FAILED.store(true, Ordering::SeqCst);
        }
    }

    fn flush(&self) {}
}
