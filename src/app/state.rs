//! What the window shows, and the one function that changes it.

use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

use super::{
    beside::Wanted,
    command::{Command, Dialog, Selection, Tab},
    document::Document,
    export_form::{ExportForm, Exporting},
    findings_list::FindingsList,
    motion::Motion,
    opening::Opening,
    views::Beside,
};
use crate::{
    layout::{Arrangement, Timeline},
    model::{self, Chronicle, Filter, FilterResult, Tours, TripIndex, TripRank, Year},
    paint::ThemeName,
    time::Day,
};

/// Something to tell the person at the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The words.
    pub text: String,
    /// Whether something went wrong.
    pub is_error: bool,
}

/// Settings that last beyond a file.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Dark or light.
    pub theme: ThemeName,
    /// Whether the wheel zooms without Ctrl.
    pub wheel_zooms: bool,
    /// How lanes, time and tours are drawn.
    pub arrangement: Arrangement,
}

/// What is searched for, and what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// As typed.
    pub text: String,
    /// The matches among the trips shown, in the order of time; derived.
    pub trips: Vec<TripIndex>,
    /// Whether the cursor is to be put into the field.
    pub wants_focus: bool,
}

/// All that the window shows. Panels read it; only its own functions change it.
pub struct State {
    /// The file, shared with the threads that draw figures of it.
    pub document: Arc<Document>,
    /// What to show of it.
    pub filter: Filter,
    /// What lasts beyond a file.
    pub settings: Settings,
    /// What the filter leaves; derived.
    pub shown: Arc<FilterResult>,
    /// What the years saw of it, once someone asks; derived.
    pub(super) years: OnceLock<BTreeMap<i32, Year>>,
    /// What else is to be derived of it.
    pub(super) wanted: Wanted,
    /// The file that is being opened.
    pub opening: Option<Opening>,
    /// Its lanes and axis; derived.
    pub timeline: Timeline,
    /// The visible part of the axis.
    pub motion: Motion,
    /// The view that a view file has replaced, or that was left to go back to it.
    pub(super) beside: Option<Beside>,
    /// How far the lanes are scrolled down, in pixels.
    pub scroll: f32,
    /// How far they can be, in pixels; told by the picture that was drawn last.
    pub scroll_limit: f32,
    /// Height of the lanes that can be seen, in pixels; likewise.
    pub lanes_height: f32,
    /// What is selected.
    pub selection: Selection,
    /// Where the selected trip stands among those that count; derived.
    pub rank: TripRank,
    /// The side panel's tab.
    pub tab: Tab,
    /// What is open over the timeline.
    pub dialog: Option<Dialog>,
    /// Which findings are listed, and the one that was selected last.
    pub findings: FindingsList,
    /// What is searched for, and what was found.
    pub search: Search,
    /// What was typed into the field for a date.
    pub date_entry: String,
    /// The day that was gone to.
    pub marked_day: Option<Day>,
    /// The day under the pointer; told by the picture that was drawn last.
    pub pointed_day: Option<Day>,
    /// How the next figure is to be made.
    pub export: ExportForm,
    /// The figure that is being saved or copied.
    pub exporting: Option<Exporting>,
    /// What there is to tell.
    pub message: Option<Message>,
    /// Counts up with every change of what the timeline is made from.
    pub revision: u64,
}

impl State {
    /// A window on a file.
    #[must_use]
    pub fn new(document: impl Into<Arc<Document>>, settings: Settings) -> Self {
        let document = document.into();
        let filter = Filter::default();
        let shown = filter.apply(&document.chronicle, &document.findings().disputed);
        let timeline = Timeline::without_tours(&document.chronicle, &shown, settings.arrangement);
        let mut state = Self {
            motion: Motion::at(timeline.bounds),
            document,
            filter,
            settings,
            shown: Arc::new(shown),
            years: OnceLock::new(),
            wanted: Wanted::default(),
            opening: None,
            timeline,
            beside: None,
            scroll: 0.0,
            scroll_limit: 0.0,
            lanes_height: 0.0,
            selection: Selection::Nothing,
            rank: TripRank::Pending,
            tab: Tab::Details,
            dialog: None,
            findings: FindingsList::default(),
            search: Search::default(),
            date_entry: String::new(),
            marked_day: None,
            pointed_day: None,
            export: ExportForm::default(),
            exporting: None,
            message: None,
            revision: 0,
        };
        state.tour();
        state
    }

    /// The facts.
    #[must_use]
    pub fn chronicle(&self) -> &Chronicle {
        &self.document.chronicle
    }

    /// The decades to choose from, with how many trips each has; one that is chosen stays where another reading leaves
    /// it no trips.
    #[must_use]
    pub fn decades(&self) -> BTreeMap<i32, usize> {
        let chosen = self.filter.decades.iter().map(|&decade| (decade, 0));
        chosen.chain(self.shown.by_decade.iter().map(|(&decade, &trips)| (decade, trips))).collect()
    }

    /// Carries out a command at a time in seconds. Those that reach outside the window are none of its business.
    pub fn apply(&mut self, command: Command, now_secs: f64) {
        match command {
            Command::Select(selection) => self.select(selection),
            Command::StepTrip(step) => {
                let (document, shown) = (Arc::clone(&self.document), Arc::clone(&self.shown));
                self.step_among(shown.trips(&document.chronicle), step, now_secs);
            }
            Command::StepInLane(step) => {
                let trips = self.selected_lane().map_or_else(
                    || self.shown.trips(self.chronicle()).to_vec(),
                    |lane| self.timeline.lanes[lane].trips(),
                );
                self.step_among(&trips, step, now_secs);
            }
            Command::StepLane(step) => self.step_lane(step, now_secs),
            Command::Zoom { factor, at } => self.motion.set(self.zoomed(factor, at)),
            Command::ZoomStep(step) => self.zoom_step(step, now_secs),
            Command::Pan(share) => self.motion.set(self.panned(share)),
            Command::PanStep(step) => self.pan_step(step, now_secs),
            Command::Scroll(pixels) => self.scroll = (self.scroll + pixels).clamp(0.0, self.scroll_limit),
            Command::Show(window) => self.show(window, now_secs),
            Command::ShowDays(days) => self.show(self.timeline.map.window_of(days), now_secs),
            Command::FitAll => self.motion.jump_to(self.timeline.bounds, now_secs),
            Command::FitSelection => self.fit_selection(now_secs),
            Command::History(step) => self.step_history(step, now_secs),
            Command::OnlyDecade(decade) => self.only_decade(decade, now_secs),
            Command::ToggleDecade(decade) => self.toggle_decade(decade, now_secs),
            Command::AllDecades => self.all_decades(now_secs),
            Command::SetFilter(filter) => self.set_filter(filter),
            Command::NextReading => self.next_reading(),
            Command::Arrange(arrangement) => {
                self.settings.arrangement = arrangement;
                self.rearrange();
            }
            Command::SelectFinding(position) => self.select_finding(position, now_secs),
            Command::StepFinding(step) => self.step_finding(step, now_secs),
            Command::ToggleCode(code) => self.findings.toggle(code),
            Command::TurnFindings(step) => self.turn_findings(step),
            Command::FocusSearch => self.search.wants_focus = true,
            Command::SearchFocused => self.search.wants_focus = false,
            Command::Search(text) => {
                self.search.text = text;
                self.find();
            }
            Command::StepMatch(step) => self.step_match(step, now_secs),
            Command::GoTo(when) => self.go_to(&when, now_secs),
            Command::TypeDate(text) => self.date_entry = text,
            Command::SetTheme(theme) => self.settings.theme = theme,
            Command::SetWheelZooms(wheel_zooms) => self.settings.wheel_zooms = wheel_zooms,
            Command::ShowTab(tab) => self.tab = tab,
            Command::Toggle(dialog) => {
                self.dialog = if self.dialog == Some(dialog) { None } else { Some(dialog) };
                self.date_entry.clear();
                if dialog == Dialog::Export {
                    self.message = None;
                }
            }
            Command::SetExport(form) => self.export = form,
            Command::Escape => {
                if self.dialog.take().is_none() {
                    self.selection = Selection::Nothing;
                    self.marked_day = None;
                    self.message = None;
                    self.findings.current = None;
                }
            }
            Command::CopyTrip(_, format) => self.tell(format!("Copied {}", format.words())),
            Command::DismissMessage => self.message = None,
            Command::ChooseFile
            | Command::Open(_)
            | Command::SaveScreenshot
            | Command::SaveFindings(_)
            | Command::SaveView(_)
            | Command::SaveList { .. }
            | Command::ChooseView
            | Command::SaveFigure(_)
            | Command::CopyFigure
            | Command::CancelExport => {}
            Command::CancelOpening => self.cancel_opening(),
        }
    }

    /// Puts another file in place of this one; settings stay.
    pub fn open(&mut self, document: impl Into<Arc<Document>>) {
        let revision = self.revision + 1;
        // The title belongs to the file that was open.
        let mut export = self.export.clone();
        export.sheet.title = None;
        *self = Self { revision, export, exporting: self.exporting, ..Self::new(document, self.settings) };
    }

    /// Tells something.
    pub fn tell(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), is_error: false });
    }

    /// Tells what went wrong.
    pub fn tell_error(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), is_error: true });
    }

    /// Selects something, and shows it in the side panel.
    pub(super) fn select(&mut self, selection: Selection) {
        if selection != Selection::Nothing {
            self.tab = Tab::Details;
        }
        self.selection = match selection {
            Selection::Trips(trips) if trips.is_empty() => Selection::Nothing,
            other => other,
        };
        self.stand();
    }

    /// Finds out where the selected trip stands.
    pub(super) fn stand(&mut self) {
        self.rank = match self.selection.trips() {
            [index] if !self.is_large() => self.shown.rank(&self.document.chronicle, *index),
            _ => TripRank::Pending,
        };
    }

    /// Looks for the text of the search among what is shown.
    pub(super) fn find(&mut self) {
        if self.is_large() {
            // Until the new ones are there.
            self.search.trips.retain(|&index| self.shown.shows(index));
            self.wanted.matches = true;
        } else {
            self.search.trips = model::search(&self.document.chronicle, &self.shown, &self.search.text);
        }
    }

    /// Which of the matches is selected, from 1.
    #[must_use]
    pub fn search_position(&self) -> Option<usize> {
        let selected = *self.selection.trips().first()?;
        let position = self.shown.position(self.chronicle(), &self.search.trips, selected);
        position.map(|position| position + 1)
    }

    /// Arranges anew what is shown.
    pub(super) fn rebuild(&mut self) {
        let timeline = Timeline::without_tours(&self.document.chronicle, &self.shown, self.settings.arrangement);
        let before = std::mem::replace(&mut self.timeline, timeline);
        if self.is_large() {
            // Until the new ones are there.
            self.timeline.set_tours(&self.document.chronicle, before.tours);
        }
        self.tour();
        self.revision += 1;
    }

    /// Joins trips to tours, now or soon.
    fn tour(&mut self) {
        if self.is_large() {
            self.wanted.tours = true;
        } else {
            let most_days_between = self.settings.arrangement.most_days_between;
            let tours = Tours::new(&self.document.chronicle, &self.shown, most_days_between);
            self.timeline.set_tours(&self.document.chronicle, tours);
        }
    }
}
