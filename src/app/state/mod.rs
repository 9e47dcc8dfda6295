//! What the window shows.

mod beside;
mod camera;
mod export_settings;
mod findings_list;
mod frames;
pub(crate) mod loading;
mod merging;
mod pending;
pub(crate) mod selection;
mod slideshow;
mod typed;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

pub use beside::Beside;
pub use camera::Camera;
pub use export_settings::{ExportSettings, ExportTab, Exporting, FigurePart};
pub use findings_list::FindingsList;
pub use loading::Loading;
pub use merging::Merging;
pub use selection::{Dialog, DocPage, Selection, Step, Tab};
pub use slideshow::Slideshow;
pub use typed::{Chosen, Palette, People, Search};

pub(crate) use camera::{HistoryEntry, SHORTEST};
pub(crate) use findings_list::PAGE;
pub(crate) use frames::{DUE_MS, FrameTimes};
pub(crate) use loading::Again;
pub(crate) use pending::{InView, Pending, Wanted};

use crate::app::jobs::desktop::wishes::Wishes;
use crate::data::{Problem, ProblemCode};
use crate::export::{View, ViewExtent};
use crate::layout::{Arrangement, Lane, LegendExtent, OldDays, RowHeights, Timeline, VisitPart, Window, metrics};
use crate::model::{
    Chronicle, Difference, Document, Filter, FilterResult, Finding, LaneKey, Statistics, TourIndex, Tours,
    TravellerIndex, TripIndex, TripRank,
};
use crate::paint::Theme;
use crate::time::{Day, Period, Span};

/// A short message in the status bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// What it says.
    pub text: String,
    /// Whether something went wrong.
    pub is_error: bool,
    /// The file that it tells of, which can be shown in its folder.
    pub file: Option<PathBuf>,
    /// When it was first shown, in seconds.
    pub(crate) since_secs: Option<f64>,
}

impl Toast {
    /// How long one is shown that is no error.
    pub(crate) const SHOWN_SECS: f64 = 8.0;
}

/// Settings that stay when another file is opened.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Settings {
    /// Dark, light or of high contrast.
    pub theme: Theme,
    /// Whether it is that of the system, where the system tells.
    pub follows_system: bool,
    /// Whether everything jumps that would glide or fade; `None` as the desktop asks for it.
    pub reduces_motion: Option<bool>,
    /// Whether the wheel zooms without Ctrl.
    pub wheel_zooms: bool,
    /// Whether a start without a file opens the last one.
    pub reopens_last: bool,
    /// Whether a wide window has the side panel.
    pub panel: bool,
    /// Whether the visits per year stand below the lanes.
    pub overview: bool,
    /// How much of the legend is shown.
    pub legend: LegendExtent,
    /// Whether the details of a trip say what was restored in the text.
    pub unfolds_restored: bool,
    /// Whether they give the sources in full.
    pub unfolds_sources: bool,
    /// How lanes, time and tours are drawn.
    pub arrangement: Arrangement,
}

/// A file that has changed on the disk to something that cannot be shown, so that what was read before still is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// When that was saved, as a clock on the wall says it; `None` where the file is gone.
    pub saved: Option<String>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

/// An older edition that the file is compared with.
#[derive(Debug)]
pub struct Compared {
    /// What that says.
    pub(crate) older: Arc<Document>,
    /// What the file says otherwise.
    pub difference: Difference,
    /// The old days of accounts that have moved.
    pub(crate) before: Vec<OldDays>,
}

/// How the lanes were drawn, which decides how far they can be moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct DrawnLanes {
    /// How far they can be scrolled down, in pixels.
    pub(crate) scroll_limit: f32,
    /// Width of their time, in pixels.
    pub(crate) width: f32,
    /// Height of what is seen of them, in pixels.
    pub(crate) height: f32,
    /// Height of the pinned ones where they stay while the others scroll, in pixels.
    pub(crate) pinned_height: f32,
    /// Heights of their rows.
    pub(crate) rows: RowHeights,
    /// Whether all trips of a lane stand in one row.
    pub(crate) in_one_row: bool,
}

impl DrawnLanes {
    /// Height of a lane in pixels.
    pub(crate) fn height_of(&self, lane: &Lane) -> f32 {
        if self.in_one_row || lane.is_collapsed { self.rows.first } else { self.rows.lane(lane.rows.len()) }
    }
}

impl Default for DrawnLanes {
    fn default() -> Self {
        let rows = RowHeights::even(metrics::LANE);
        Self { scroll_limit: 0.0, width: 1000.0, height: 0.0, pinned_height: 0.0, rows, in_one_row: false }
    }
}

/// Everything that the window shows. Only `update` changes it, and the shell where it hands over what came back.
pub struct State {
    /// The file, shared with jobs.
    pub document: Arc<Document>,
    /// Which of its trips and events are shown.
    pub filter: Filter,
    /// What stays when another file is opened.
    pub settings: Settings,
    /// What the filter leaves.
    pub shown: Arc<FilterResult>,
    /// What the filter of a first start leaves: what is shown is held against it.
    pub(crate) whole: Arc<FilterResult>,
    /// Visits and days of each year; `None` until they are looked at and counted.
    pub(crate) statistics: Option<Box<Statistics>>,
    /// The visits that they count, by what colours tell.
    pub(crate) visits: Vec<VisitPart>,
    /// What jobs have still to compute from what is shown.
    pub(crate) pending: Pending,
    /// The sorts of problems that are listed; all when empty.
    pub problem_codes: BTreeSet<ProblemCode>,
    /// Files that were open before, the last one first.
    pub recent: Vec<Vec<PathBuf>>,
    /// Why what is shown is not what the file says now.
    pub stale: Option<Stale>,
    /// The file that is being opened.
    pub(crate) loading: Option<Loading>,
    /// The files that are being merged into the one that is shown.
    pub merging: Option<Merging>,
    /// The older edition that the file is compared with.
    pub compared: Option<Compared>,
    /// Files that were dropped on the window, until it is known what for.
    pub dropped: Vec<PathBuf>,
    /// Lanes, axis and tours of what is shown.
    pub timeline: Timeline,
    /// The visible part of the axis.
    pub camera: Camera,
    /// The view that a view file has replaced, or that was left to go back to it.
    pub(crate) history: Option<HistoryEntry>,
    /// How far the lanes are scrolled down, in pixels.
    pub(crate) scroll: f32,
    /// How the lanes were drawn in the last frame.
    pub(crate) drawn_lanes: DrawnLanes,
    /// What is selected.
    pub selection: Selection,
    /// The rank of the selected trip among those that count.
    pub(crate) rank: TripRank,
    /// The side panel's tab.
    pub tab: Tab,
    /// Whether the window is so narrow that the side panel lies over the timeline, as of the last frame.
    pub(crate) is_narrow: bool,
    /// Whether the side panel lies there.
    pub(crate) overlay: bool,
    /// What the desktop asks of every window.
    pub(crate) wishes: Wishes,
    /// Whether a line below the timeline says what can be done with it.
    pub shows_hint: bool,
    /// What is open over the timeline.
    pub dialog: Option<Dialog>,
    /// Which findings are listed, and the one that was selected last.
    pub findings: FindingsList,
    /// The text searched for and its matches.
    pub search: Search,
    /// What is typed into the palette.
    pub palette: Palette,
    /// Which people and places are listed.
    pub people: People,
    /// The travellers whose encounters alone are listed; all are where there is none.
    pub encounters_of: Option<[TravellerIndex; 2]>,
    /// The trips that are told one after the other.
    pub slideshow: Option<Slideshow>,
    /// What was chosen to be laid beside each other.
    pub beside: Beside,
    /// What was typed into the field for a date.
    pub(crate) date_entry: String,
    /// The day that was gone to.
    pub marked_day: Option<Day>,
    /// The day under the pointer, as of the last frame.
    pub(crate) pointed_day: Option<Day>,
    /// The lane under the pointer, as of the last frame.
    pub(crate) pointed_lane: Option<LaneKey>,
    /// Settings of the Export dialog.
    pub export: ExportSettings,
    /// The figure that is being saved or copied.
    pub exporting: Option<Exporting>,
    /// How long frames take.
    pub(crate) frames: FrameTimes,
    /// The message in the status bar.
    pub toast: Option<Toast>,
    /// Counts the changes of what the picture is made from: timeline, matches of the search, disputed trips.
    pub(crate) revision: u64,
}

impl State {
    /// A window on a file.
    #[must_use]
    pub fn new(document: impl Into<Arc<Document>>, settings: Settings) -> Self {
        let document = document.into();
        let filter = Filter::default();
        let shown = Arc::new(document.shown(&filter));
        // A table of which it has to be said what is in it asks for that.
        let asks = document.imported.is_some() && document.chronicle.trips.is_empty();
        let (mut pending, mut tours) = (Pending::default(), Tours::default());
        if document.is_large() {
            pending.wanted.insert(Wanted::Tours);
        } else {
            tours = Tours::new(&document.chronicle, &shown, settings.arrangement.most_days_between);
        }
        let timeline = Timeline::with_tours(&document.chronicle, &shown, settings.arrangement.clone(), tours);
        Self {
            pending,
            camera: Camera::at(timeline.bounds),
            document,
            filter,
            settings,
            whole: Arc::clone(&shown),
            shown,
            statistics: None,
            visits: Vec::new(),
            problem_codes: BTreeSet::new(),
            recent: Vec::new(),
            stale: None,
            loading: None,
            merging: None,
            compared: None,
            dropped: Vec::new(),
            timeline,
            history: None,
            scroll: 0.0,
            drawn_lanes: DrawnLanes::default(),
            selection: Selection::Nothing,
            rank: TripRank::Pending,
            tab: Tab::Details,
            is_narrow: false,
            overlay: false,
            wishes: Wishes::default(),
            shows_hint: false,
            dialog: asks.then_some(Dialog::Import),
            findings: FindingsList::default(),
            search: Search::default(),
            palette: Palette::default(),
            people: People::default(),
            encounters_of: None,
            slideshow: None,
            beside: Beside::default(),
            date_entry: String::new(),
            marked_day: None,
            pointed_day: None,
            pointed_lane: None,
            export: ExportSettings::default(),
            exporting: None,
            frames: FrameTimes::default(),
            toast: None,
            revision: 0,
        }
    }

    /// The facts.
    #[must_use]
    pub fn chronicle(&self) -> &Chronicle {
        &self.document.chronicle
    }

    /// The decades to choose from, with how many trips each has: all of the file, whatever a reading leaves of them.
    #[must_use]
    pub fn decades(&self) -> BTreeMap<i32, usize> {
        let in_file = self.filter.decades.iter().chain(self.whole.by_decade.keys()).map(|&decade| (decade, 0));
        in_file.chain(self.shown.by_decade.iter().map(|(&decade, &trips)| (decade, trips))).collect()
    }

    /// The days in view.
    pub(crate) fn days_in_view(&self) -> Span {
        self.timeline.map.days_in(self.camera.target())
    }

    /// What is wrong with the file as it is on the disk.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        self.stale.as_ref().map_or(&self.document.problems, |stale| &stale.problems)
    }

    /// Whether everything jumps that would glide or fade.
    #[must_use]
    pub fn reduces_motion(&self) -> bool {
        self.settings.reduces_motion.unwrap_or(self.wishes.stillness)
    }

    /// Whether the side panel is there.
    #[must_use]
    pub fn has_panel(&self) -> bool {
        if self.is_narrow { self.overlay } else { self.settings.panel }
    }

    /// Whether deriving something from the file takes longer than a frame.
    pub(crate) fn is_large(&self) -> bool {
        self.document.is_large()
    }

    /// Whether the lanes are those of what is shown: those of a large file are arranged beside the window.
    #[must_use]
    pub fn is_arranged(&self) -> bool {
        self.pending.arrange.is_none()
    }

    /// Whether the matches are not all known yet.
    #[must_use]
    pub fn is_searching(&self) -> bool {
        self.pending.search || self.pending.searching.is_some()
    }

    /// Whether the trips shown are in order, or will be without waiting.
    pub(crate) fn is_ordered(&self) -> bool {
        !self.is_large() || self.shown.is_ordered()
    }

    /// Which of the matches is selected, from 1.
    #[must_use]
    pub fn search_position(&self) -> Option<usize> {
        let selected = *self.selection.trips().first()?;
        let position = self.shown.position(self.chronicle(), &self.search.matches.trips, selected);
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

    /// The position of the selected trip's lane among the lanes.
    pub(crate) fn selected_lane(&self) -> Option<usize> {
        let index = *self.selection.trips().first()?;
        self.timeline.lane_position(self.timeline.lane_key(self.chronicle(), index))
    }

    /// The window around a whole year, for a click on the overview.
    #[must_use]
    pub fn window_of_year(&self, year: i32) -> Window {
        let first = Day::first_of_year(year);
        let days = Span::new(first, Period::Years(1).start_of_next(first));
        days.map_or(self.timeline.bounds, |days| self.timeline.map.window_of(days))
    }

    /// The days of the axis at which the timeline shows a trip.
    pub(crate) fn on_axis(&self, index: TripIndex) -> Span {
        self.timeline.on_axis(self.chronicle(), index)
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
            listed.sort_by_key(|(position, finding)| (finding.code.group(), finding.code, *position));
            listed.into_iter().map(|(position, _)| position).collect()
        })
    }

    /// The view that a figure with the settings in `export` shows.
    #[must_use]
    pub fn figure_view(&self) -> View {
        let seen = match self.export.part {
            FigurePart::Whole => None,
            FigurePart::Seen => Some(ViewExtent::of(self.camera.target(), &self.timeline)),
        };
        View { seen, ..self.view() }
    }

    /// All that makes up what is seen: filter, arrangement, days in view, selection and theme.
    #[must_use]
    pub fn view(&self) -> View {
        let window = self.camera.target();
        View {
            filter: self.filter.clone(),
            arrangement: self.settings.arrangement.clone(),
            seen: (window != self.timeline.bounds).then(|| ViewExtent::of(window, &self.timeline)),
            selected: self.selection.trips().to_vec(),
            selected_event: self.selection.event(),
            theme: self.settings.theme,
        }
    }
}
