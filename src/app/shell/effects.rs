//! What reaches outside the window: files, dialogs, the clipboard.

use std::fmt::Display;
use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{ColorImage, Context, ViewportCommand, gui_zoom};

use super::Shell;
use super::event::{Event, Purpose};
use crate::app::command::Effect;
use crate::app::jobs::desktop::dialogs::{Choice, OpenDialog};
use crate::app::jobs::file_kind::FileKind;
use crate::app::jobs::merge::MergeInputs;
use crate::app::jobs::save::{encode, save};
use crate::app::jobs::{CancelToken, JobError, JobId, editor, folder, load, paste};
use crate::app::state::{Again, Compared, Dialog, Loading, Merging, Step};
use crate::data::import::Options;
use crate::data::{ChartKind, STARTER_FILE, TableFormat};
use crate::export::{self, CopyFormat, Counted, ListFormat, Listing};
use crate::model::{self, Opened, Progress, TripIndex, file_names};

impl Shell {
    /// Does what reaches outside the window.
    pub(super) fn perform(&mut self, ctx: &Context, effect: Effect) {
        if self.asks_before(&effect) {
            self.waiting = Some(effect);
            self.state.dialog = Some(Dialog::Unsaved);
            return;
        }
        match effect {
            Effect::ChooseOlder => self.choose(OpenDialog::TRIPS, |_, choice| Event::Chosen(Purpose::Compare, choice)),
            Effect::Compare(path) => self.compare(path),
            Effect::ChooseMerge => self.choose(OpenDialog::TRIPS, |_, choice| Event::Chosen(Purpose::Merge, choice)),
            Effect::Merge(paths) => self.merge(paths),
            Effect::SaveMerged(path) => self.save_merged(path),
            Effect::GoOn => {
                if let Some(effect) = self.waiting.take() {
                    self.perform(ctx, effect);
                }
            }
            Effect::ChooseFile => self.choose(OpenDialog::TRIPS, |_, choice| Event::Chosen(Purpose::Open, choice)),
            Effect::ChooseView => self.choose(OpenDialog::VIEW, |_, choice| Event::Chosen(Purpose::Open, choice)),
            Effect::ImportFile => self.choose(OpenDialog::LISTS, |_, choice| Event::Chosen(Purpose::Import, choice)),
            Effect::NewFile => self.begin_file(),
            Effect::Reload => {
                if !self.state.document.paths.is_empty() {
                    self.open(self.state.document.paths.clone(), None);
                }
            }
            Effect::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Effect::ToggleFullScreen => {
                let is_full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!is_full));
            }
            Effect::ResizeInterface(Some(Step::Forward)) => gui_zoom::zoom_in(ctx),
            Effect::ResizeInterface(Some(Step::Back)) => gui_zoom::zoom_out(ctx),
            Effect::ResizeInterface(None) => ctx.set_zoom_factor(1.0),
            Effect::OpenInEditor { path, line } => {
                let open = move |_: &CancelToken| editor::open(&path, line);
                self.jobs.spawn("open editor", open, |_, opened| Event::EditorOpened(opened));
            }
            Effect::CopySelected => {
                if let Some(&trip) = self.state.selection.trips().first() {
                    self.copy_trip(ctx, trip, CopyFormat::Footnote);
                }
            }
            Effect::Open(paths) => self.open(paths, None),
            Effect::CancelLoading => self.state.cancel_loading(),
            Effect::SaveScreenshot => self.take_screenshot(ctx),
            Effect::SaveView(path) => self.save_view(path),
            Effect::SaveTrips(path) => self.save_trips(path),
            Effect::ImportAgain(options) => self.import_again(options),
            Effect::Paste(text) => self.paste(text),
            Effect::SaveFigure(path) => self.save_figure(ctx, path),
            Effect::SaveChart { chart, format, path } => self.save_chart(ctx, chart, format, path),
            Effect::SaveNumbers(chart, path) => self.save_numbers(chart, path),
            Effect::CopyFigure => self.copy_figure(ctx),
            Effect::CancelExport => self.cancel_export(),
            Effect::SaveFindings(format) => self.save_findings(format),
            Effect::SaveList { format, of_events } => self.save_list(format, of_events),
            Effect::CopyTrip(trip, format) => self.copy_trip(ctx, trip, format),
            Effect::CopyPerson { name, also } => {
                ctx.copy_text(format!("(name: {name:?}, also: [{also:?}]),"));
                self.state.notify("Copied a line for the list `people: [ … ]` of the file");
            }
            Effect::ShowInFolder(path) => {
                self.jobs.spawn("show folder", move |_| folder::show(&path), |_, shown| Event::FolderShown(shown));
            }
        }
    }

    /// Asks for files to open.
    fn choose(&self, dialog: OpenDialog, event: fn(JobId, Result<Choice, JobError>) -> Event) {
        self.jobs.spawn("choose file", move |_| dialog.ask(), event);
    }

    /// Asks where to begin a file of trips, writes one, and opens it.
    fn begin_file(&self) {
        let begin = move |_: &CancelToken| save(&FileKind::NEW, None, &[], || Ok(STARTER_FILE.into()));
        self.jobs.spawn("begin file", begin, |_, begun| Event::Begun(begun));
    }

    /// Opens files of trips, and then a view of them where one is given by name and text; or opens a view of the file
    /// that is shown. What was being opened before is given up.
    ///
    /// An import is made as it was made last.
    pub(super) fn open(&mut self, paths: Vec<PathBuf>, view: Option<(String, String)>) {
        self.keep_view();
        let options = self.memory.remembered.import_options(&paths);
        self.open_with(paths, options, view);
    }

    /// The same, with what was decided of an import.
    pub(crate) fn open_with(&mut self, paths: Vec<PathBuf>, options: Options, view: Option<(String, String)>) {
        let progress = Arc::new(Progress::default());
        let (name, watched) = (file_names(&paths), Arc::clone(&progress));
        let job = self.jobs.spawn_in_parts(
            "open file",
            move |_, id, outbox| load::open(&paths, options, &watched, &mut |part| outbox.send(Event::Part(id, part))),
            Event::Opened,
        );
        self.state.loading = Some(Loading::new(name, progress, view, job));
    }

    /// Reads what is shown again, beside the window.
    pub(super) fn read_again(&mut self, paths: Vec<PathBuf>, saved: Option<String>) {
        self.open(paths, None);
        if let Some(loading) = &mut self.state.loading {
            loading.again = Some(Again { saved });
        }
    }

    /// Whether what is asked for would lose decisions that are not saved.
    fn asks_before(&self, effect: &Effect) -> bool {
        let leaves = matches!(
            effect,
            Effect::Open(_)
                | Effect::Quit
                | Effect::Reload
                | Effect::Paste(_)
                | Effect::Merge(_)
                | Effect::ImportAgain(_)
        );
        leaves && self.state.merging.as_ref().is_some_and(Merging::is_unsaved)
    }

    /// Reads other files to merge them with what is shown, beside the window.
    fn merge(&mut self, paths: Vec<PathBuf>) {
        self.keep_view();
        let shown = Arc::clone(&self.state.document);
        let name = file_names(&paths);
        let merge = move |_: &CancelToken| {
            let inputs = Arc::new(MergeInputs::read(shown, &paths)?);
            let reviewed = inputs.review(&[]);
            Ok((inputs, reviewed))
        };
        let job = self.jobs.spawn("merge files", merge, Event::Merged);
        self.state.begin_merge(Loading::new(name, Arc::default(), None, job));
    }

    /// Reads an older edition and compares what is shown with it, beside the window.
    fn compare(&mut self, path: PathBuf) {
        let shown = Arc::clone(&self.state.document);
        let name = file_names(std::slice::from_ref(&path));
        let compare = move |_: &CancelToken| {
            let older = model::read(&[&path]).map_err(|problem| problem.render(&path.display().to_string()))?;
            Ok(Compared::new(Arc::new(older), &shown))
        };
        let job = self.jobs.spawn("compare files", compare, Event::Compared);
        self.state.loading = Some(Loading::new(name, Arc::default(), None, job));
    }

    /// Saves the merged file in this file, or in one that is asked for.
    fn save_merged(&mut self, path: Option<PathBuf>) {
        let text = export::trips_file(self.state.chronicle());
        let save = move |_: &CancelToken| save(&FileKind::TRIPS, path, &[], || Ok(text.into_bytes()));
        self.jobs.spawn("save", save, |_, saved| Event::SavedMerged(saved));
    }

    fn save_findings(&mut self, format: TableFormat) {
        let listed: Vec<_> = self.state.listed_findings().into_iter().map(|(_, finding)| finding).collect();
        let text = model::findings::table(self.state.chronicle(), &listed, format).map_err(|err| err.to_string());
        self.save_text(FileKind::findings(format), None, text);
    }

    fn save_view(&mut self, path: Option<PathBuf>) {
        let page_setup = Some(&self.state.export.page_setup);
        let text = export::view_text(&self.state.document, &self.state.view(), page_setup);
        self.save_text(FileKind::VIEW, path, text);
    }

    fn save_trips(&mut self, path: Option<PathBuf>) {
        let import = self.state.document.imported.as_ref().ok_or("it is a file of trips already");
        self.save_text(FileKind::TRIPS, path, import.map(|import| import.file_text.clone()));
    }

    /// Imports the input of what is shown with other options, beside the window.
    fn import_again(&mut self, options: Options) {
        let document = Arc::clone(&self.state.document);
        let name = document.name.clone();
        let again = move |_: &CancelToken| {
            model::import_again(&document, options).map(|document| Some(Opened::Trips(document.examined())))
        };
        let job = self.jobs.spawn("import again", again, Event::Opened);
        self.state.loading = Some(Loading::new(name, Arc::default(), None, job));
    }

    /// Opens what was pasted beside the window.
    fn paste(&mut self, text: String) {
        let progress = Arc::new(Progress::default());
        let job = self.jobs.spawn("read what was pasted", move |_| paste::open(text).map(Some), Event::Opened);
        self.state.loading = Some(Loading::new(paste::NAME.to_owned(), progress, None, job));
    }

    fn save_list(&mut self, format: ListFormat, of_events: bool) {
        let listing = export::listing(&self.state.document, &self.state.shown, of_events, format);
        if let Ok(Listing { left_out: Some(left_out), .. }) = &listing {
            self.state.notify_error(left_out);
        }
        let text = listing.map(|listing| listing.text).map_err(|err| err.to_string());
        self.save_text(FileKind::list(format), None, text);
    }

    /// Saves the numbers of a chart, once they are counted.
    fn save_numbers(&mut self, chart: ChartKind, path: Option<PathBuf>) {
        let state = &self.state;
        let Some(statistics) = &state.statistics else { return };
        let (chronicle, shown, tours) = (state.chronicle(), &*state.shown, &state.timeline.tours);
        let text = Counted { chronicle, shown, tours, statistics }.csv(Some(chart));
        self.save_text(FileKind::numbers(chart), path, text);
    }

    /// Saves what was written in this file, or in one that is asked for.
    fn save_text(&mut self, kind: FileKind, path: Option<PathBuf>, text: Result<String, impl Display>) {
        match text {
            Ok(text) => self.save(kind, path, move || Ok(kind.bytes(text))),
            Err(err) => self.state.notify_error(format!("This cannot be written as {}: {err}", kind.description)),
        }
    }

    fn copy_trip(&mut self, ctx: &Context, trip: TripIndex, format: CopyFormat) {
        match export::copied(&self.state.document, self.state.shown.reading, trip, format) {
            Ok(text) if text.is_empty() => self.state.notify_error("This reading leaves nothing of the trip to copy"),
            Ok(text) => {
                ctx.copy_text(text);
                self.state.notify(format!("Copied {}", format.describe()));
            }
            Err(err) => self.state.notify_error(format!("The trip cannot be copied: {err}")),
        }
    }

    /// Takes a picture of the window with the next frame; [`Event::Screenshot`] brings it.
    fn take_screenshot(&self, ctx: &Context) {
        let outbox = self.jobs.outbox();
        ctx.request_screenshot(move |image| outbox.send(Event::Screenshot(image)));
    }

    /// Asks where to save a picture of the window, and writes it there.
    pub(super) fn save_screenshot(&mut self, image: Arc<ColorImage>) {
        self.save(FileKind::SCREENSHOT, None, move || encode(&image));
    }

    /// Saves something in this file, or in one that is asked for, never over the file that is shown.
    fn save(
        &self,
        kind: FileKind,
        path: Option<PathBuf>,
        bytes: impl FnOnce() -> Result<Vec<u8>, String> + Send + 'static,
    ) {
        let shown = self.state.document.paths.clone();
        self.jobs.spawn("save", move |_| save(&kind, path, &shown, bytes), |_, saved| Event::Saved(saved));
    }
}
