//! Opening a file, and the same file again.

use std::sync::Arc;

use crate::app::jobs::{JobError, JobId};
use crate::app::state::{Again, Compared, Dialog, Loading, Selection, Stale, State, Tab};
use crate::data::{Problem, ProblemCode};
use crate::export::{self, View};
use crate::layout::{LaneChoices, OldDays};
use crate::model::difference::{Difference, Sort};
use crate::model::merge::Part;
use crate::model::{Chronicle, Document, Filter, Matches, Opened, Tours, Trip, TripIndex};
use crate::text::count;

impl Compared {
    /// What a file says otherwise than an older edition of it.
    pub(crate) fn new(older: Arc<Document>, shown: &Document) -> Self {
        let parts = [&older, shown].map(|document| Part { chronicle: &document.chronicle, file: &document.name });
        let difference = Difference::new(&parts);
        let moved = difference.changes.iter().filter(|change| change.sort() == Sort::Moved);
        let before = moved.filter_map(|change| {
            let (old, new) = change.old.as_ref().zip(change.new.as_ref())?;
            Some(OldDays { trip: new.trip, source: new.source_index(), days: old.when().possible() })
        });
        Self { before: before.collect(), older, difference }
    }
}

impl State {
    /// Puts another file in place of this one; settings stay, but for what was decided of its lanes.
    pub fn open(&mut self, document: impl Into<Arc<Document>>) {
        let mut settings = self.settings.clone();
        settings.arrangement.choices = LaneChoices::default();
        let before = std::mem::replace(self, Self::new(document, settings));
        self.revision = before.revision;
        self.is_narrow = before.is_narrow;
        self.loading = before.loading;
        self.exporting = before.exporting;
        self.frames = before.frames;
        self.recent = before.recent;
        self.export = before.export;
        self.dialog = before.dialog.filter(|dialog| *dialog == Dialog::Import).or(self.dialog);
        // The title belongs to the file that was open.
        self.export.page_setup.title = None;
        self.mark_changed();
    }

    /// Puts what is known of the same file by now in place of this; what is looked at stays, found again by its names.
    pub fn reload(&mut self, document: impl Into<Arc<Document>>) {
        let document = document.into();
        // In a file of which more has been read, every trip has the place it had.
        if !self.document.is_partial {
            let View { filter, arrangement, selected, selected_event, .. } = self.view_of(&document);
            let selected = if selected.is_empty() { self.selected_in(&document.chronicle) } else { selected };
            self.filter = filter;
            self.settings.arrangement.choices = arrangement.choices;
            self.selection = Selection::new(selected, selected_event);
            self.history = None;
            self.slideshow = None;
            self.encounters_of = None;
            self.findings.current = None;
            self.search.matches = Matches::default();
            self.timeline.set_tours(&self.document.chronicle, Tours::default());
        }
        self.pending.examination = None;
        self.stale = None;
        self.document = document;
        self.compare_again();
        self.whole = Arc::new(self.document.shown(&Filter::default()));
        self.findings.renew();
        self.refilter();
        self.rearrange_other_file();
    }

    /// Shows what has changed since an older edition that was read.
    pub(crate) fn receive_older(&mut self, id: JobId, compared: Result<Result<Compared, String>, JobError>) {
        let Some(loading) = self.loading.take_if(|loading| loading.job.id == id) else { return };
        match compared {
            Ok(Ok(compared)) => {
                self.compared = Some(compared);
                self.mark_changed();
                self.settings.panel = true;
                self.overlay = true;
                self.tab = Tab::Changes;
            }
            Ok(Err(why)) => self.notify_error(why),
            Err(err) => self.notify_error(format!("{} was not compared: {err}", loading.name)),
        }
    }

    /// Compares with no older edition any more.
    pub(crate) fn end_comparison(&mut self) {
        self.compared = None;
        self.mark_changed();
        if self.tab == Tab::Changes {
            self.tab = Tab::Details;
        }
    }

    /// Compares what the file says by now; a large file has to be compared again when that is asked for.
    fn compare_again(&mut self) {
        match self.compared.take() {
            Some(compared) if !self.is_large() => {
                self.compared = Some(Compared::new(compared.older, &self.document));
            }
            Some(_) => {
                self.end_comparison();
                self.notify("The file has changed: compare it with its older edition again");
            }
            None => {}
        }
    }

    /// What is looked at, in the terms of another file.
    fn view_of(&self, document: &Document) -> View {
        let text = export::view_text(&self.document, &self.view(), None).unwrap_or_default();
        export::read_view(&text, document).map(|restored| restored.view).unwrap_or_default()
    }

    /// The selected trips in another file by what is told of them, where their names are others: as when a date was changed.
    fn selected_in(&self, other: &Chronicle) -> Vec<TripIndex> {
        let chronicle = self.chronicle();
        let told = |chronicle: &Chronicle, trip: &Trip| {
            let accounts = trip.accounts().iter().map(|account| {
                (account.places.clone(), account.leaders.clone(), account.details.clone(), account.verbatim.clone())
            });
            let traveller = chronicle.traveller(trip.traveller).map(str::to_owned);
            (traveller, chronicle.country(trip.country).name.clone(), accounts.collect::<Vec<_>>())
        };
        let same = |&index: &TripIndex| {
            let wanted = told(chronicle, chronicle.trip(index));
            other.indexed_trips().find(|(_, trip)| told(other, trip) == wanted).map(|(index, _)| index)
        };
        self.selection.trips().iter().filter_map(same).collect()
    }

    /// Shows the beginning of the file that is being read, unless all of it is there from before.
    pub(crate) fn receive_part(&mut self, id: JobId, part: Document) {
        let is_wanted = self.loading.as_ref().is_some_and(|loading| loading.job.id == id);
        if is_wanted && (self.document.is_partial || !self.is_of(&part)) {
            self.show_document(part);
        }
    }

    /// Shows what was read, or says why there is nothing to show; nothing of a file that is not wanted any more.
    pub(crate) fn receive_opened(&mut self, id: JobId, opened: Result<Result<Option<Opened>, Box<Problem>>, JobError>) {
        let Some(mut loading) = self.loading.take_if(|loading| loading.job.id == id) else { return };
        if let Some(Again { saved }) = loading.again.take() {
            return self.receive_again(opened, saved);
        }
        match opened {
            Ok(Ok(Some(Opened::Trips(document)))) => {
                if loading.shows_import && document.imported.is_some() {
                    self.dialog = Some(Dialog::Import);
                }
                self.show_document(document);
                if let Some((name, text)) = loading.view.take() {
                    self.open_view(&name, &text);
                }
            }
            Ok(Ok(Some(Opened::View { name, text }))) => self.open_view(&name, &text),
            Ok(Ok(None)) => self.notify_unread(&loading, "it was given up"),
            Ok(Err(problem)) => self.notify_error(problem.message),
            Err(err) => self.notify_unread(&loading, &err.to_string()),
        }
    }

    /// Shows what the file says after a change on the disk; keeps what is shown where it has become worse.
    fn receive_again(&mut self, opened: Result<Result<Option<Opened>, Box<Problem>>, JobError>, saved: Option<String>) {
        let problems = match opened {
            Ok(Ok(Some(Opened::Trips(document)))) => {
                let is_broken = document.left_out.describe().is_some() || document.chronicle.is_empty();
                let was_broken = self.document.left_out.describe().is_some() || self.document.chronicle.is_empty();
                if !is_broken || was_broken {
                    return self.reload(document);
                }
                document.problems
            }
            Ok(Ok(Some(Opened::View { name, .. }))) => {
                vec![Problem::error(ProblemCode::OtherData, format!("{name} is a view now, no file of trips"))]
            }
            Ok(Ok(None)) => return,
            Ok(Err(problem)) => vec![*problem],
            Err(err) => return self.notify_error(format!("{} was not read again: {err}", self.document.name)),
        };
        self.stale = Some(Stale { saved, problems });
    }

    /// Gives up the file that is being opened. What has been shown of it stays.
    pub(crate) fn cancel_loading(&mut self) {
        if let Some(loading) = self.loading.take() {
            self.notify(format!("{} was not opened", loading.name));
            if self.document.is_partial {
                let trips = count(self.document.chronicle.trips.len(), "trip", "trips");
                self.notify_error(format!("{} was not read to its end: these are its first {trips}", loading.name));
            }
        }
    }

    /// Puts a document in place of this one: reloads where it is of the same file.
    fn show_document(&mut self, document: Document) {
        if self.is_of(&document) { self.reload(document) } else { self.open(document) }
    }

    /// Whether this and a document are of the same files.
    fn is_of(&self, document: &Document) -> bool {
        !self.document.paths.is_empty() && self.document.paths == document.paths
    }

    fn notify_unread(&mut self, loading: &Loading, why: &str) {
        self.notify_error(format!("{} was not opened: {why}", loading.name));
    }
}
