//! What the window shows.

pub(crate) mod camera;
pub(crate) mod export_settings;
pub(crate) mod findings_list;
pub(crate) mod history;
pub(crate) mod loading;
pub(crate) mod pending;
pub(crate) mod selection;

use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

use camera::Camera;
use export_settings::{ExportSettings, Exporting};
use findings_list::FindingsList;
use history::HistoryEntry;
use loading::Loading;
use pending::Pending;
use selection::{Dialog, Selection, Tab};

use crate::{
    export::{Seen, View},
    layout::{Arrangement, Timeline, Window},
    model::{Chronicle, Document, Filter, FilterResult, Finding, TourIndex, TripIndex, TripRank, Year, per_year},
    paint::ThemeName,
    time::{Day, Period, Span},
};

/// Something to tell the person at the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
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
    pub(crate) years: OnceLock<BTreeMap<i32, Year>>,
    /// What else is to be derived of it.
    pub(crate) pending: Pending,
    /// The file that is being opened.
    pub loading: Option<Loading>,
    /// Its lanes and axis; derived.
    pub timeline: Timeline,
    /// The visible part of the axis.
    pub camera: Camera,
    /// The view that a view file has replaced, or that was left to go back to it.
    pub(crate) beside: Option<HistoryEntry>,
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
    pub export: ExportSettings,
    /// The figure that is being saved or copied.
    pub exporting: Option<Exporting>,
    /// What there is to tell.
    pub toast: Option<Toast>,
    /// Counts up with every change of what the timeline is made from.
    pub revision: u64,
}

impl State {
    /// A window on a file.
    #[must_use]
    pub fn new(document: impl Into<Arc<Document>>, settings: Settings) -> Self {
        let document = document.into();
        let filter = Filter::default();
        let shown = document.shown(&filter);
        let timeline = Timeline::without_tours(&document.chronicle, &shown, settings.arrangement);
        let mut state = Self {
            camera: Camera::at(timeline.bounds),
            document,
            filter,
            settings,
            shown: Arc::new(shown),
            years: OnceLock::new(),
            pending: Pending::default(),
            loading: None,
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
            export: ExportSettings::default(),
            exporting: None,
            toast: None,
            revision: 0,
        };
        state.recompute_tours();
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

    /// Whether deriving something from the file takes longer than a frame.
    pub(crate) fn is_large(&self) -> bool {
        self.document.is_large()
    }

    /// Whether the trips shown are in order, or will be without waiting.
    pub(crate) fn is_ordered(&self) -> bool {
        !self.is_large() || self.shown.is_ordered()
    }

    /// What the years saw; `None` while they are counted.
    pub(crate) fn years(&self) -> Option<&BTreeMap<i32, Year>> {
        if self.is_large() {
            self.years.get()
        } else {
            Some(self.years.get_or_init(|| per_year(&self.document.chronicle, &self.shown)))
        }
    }

    /// Which of the matches is selected, from 1.
    #[must_use]
    pub fn search_position(&self) -> Option<usize> {
        let selected = *self.selection.trips().first()?;
        let position = self.shown.position(self.chronicle(), &self.search.trips, selected);
        position.map(|position| position + 1)
    }

    /// The legs of a tour that are shown.
    pub(crate) fn legs_shown(&self, tour: TourIndex) -> Vec<TripIndex> {
        let legs = self.timeline.tours.legs(self.timeline.tours.tour(tour)).iter().copied();
        legs.filter(|&index| self.shown.is_visible(index)).collect()
    }

    /// The tour of the first selected trip.
    pub(crate) fn selected_tour(&self) -> Option<TourIndex> {
        let index = self.selection.trips().first()?;
        self.timeline.tours.of(*index).map(|(tour, _)| tour)
    }

    /// Where the selected trip's lane stands.
    pub(crate) fn selected_lane(&self) -> Option<usize> {
        let index = *self.selection.trips().first()?;
        self.timeline.lane_position(self.chronicle().trip(index).country)
    }

    /// The window around a whole year, for a click on the overview.
    #[must_use]
    pub fn window_of_year(&self, year: i32) -> Window {
        let first = Day::first_of_year(year);
        let days = Span::new(first, Period::Years(1).start_of_next(first));
        days.map_or(self.timeline.bounds, |days| self.timeline.map.window_of(days))
    }

    /// From the first to the last day that is drawn of a trip.
    pub(crate) fn drawn(&self, index: TripIndex) -> Span {
        let trip = self.chronicle().trip(index);
        self.shown.reading.extent(trip).unwrap_or(trip.possible())
    }

    /// The findings that are listed, with their positions among all of the file: sort by sort, each in the file's order.
    #[must_use]
    pub fn listed_findings(&self) -> Vec<(usize, &Finding)> {
        let all = &self.document.findings().all;
        self.listed().iter().filter_map(|&position| Some((position, all.get(position)?))).collect()
    }

    /// The positions of the findings that are listed.
    pub(crate) fn listed(&self) -> &[usize] {
        self.findings.listed.get_or_init(|| {
            let all = self.document.findings().all.iter().enumerate();
            let mut listed: Vec<_> = all.filter(|(_, finding)| self.findings.lists(finding)).collect();
            listed.sort_by_key(|(position, finding)| (finding.code, *position));
            listed.into_iter().map(|(position, _)| position).collect()
        })
    }

    /// What is looked at.
    #[must_use]
    pub fn view(&self) -> View {
        let window = self.camera.target();
        View {
            filter: self.filter.clone(),
            arrangement: self.settings.arrangement,
            seen: (window != self.timeline.bounds).then(|| Seen::of(window, &self.timeline)),
            selected: self.selection.trips().to_vec(),
            selected_event: self.selection.event(),
            theme: self.settings.theme,
        }
    }
}
