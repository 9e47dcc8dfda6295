//! What the window shows, and the one function that changes it.

use std::path::PathBuf;

use super::{
    command::{Command, Dialog, Selection, Step, Tab},
    motion::{Motion, SHORTEST},
};
use crate::{
    data::Problem,
    layout::{Lane, LaneOrder, ROW_HEIGHT, TimeScale, Timeline, Window},
    model::{Chronicle, Filter, Shown, TripIndex},
    paint::ThemeName,
    time::{Period, Span},
};

/// A file that was read, as far as it could be.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Its name, without folders.
    pub name: String,
    /// Where it is; `None` for the one that comes with the program.
    pub path: Option<PathBuf>,
    /// What it holds.
    pub chronicle: Chronicle,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

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
    /// How time is drawn.
    pub time_scale: TimeScale,
    /// The order of lanes.
    pub order: LaneOrder,
}

/// All that the window shows. Panels read it; only [`State::apply`] changes it.
pub struct State {
    /// The file.
    pub document: Document,
    /// What to show of it.
    pub filter: Filter,
    /// What lasts beyond a file.
    pub settings: Settings,
    /// What the filter leaves; derived.
    pub shown: Shown,
    /// Its lanes and axis; derived.
    pub timeline: Timeline,
    /// The visible part of the axis.
    pub motion: Motion,
    /// How far the lanes are scrolled down, in pixels.
    pub scroll: f32,
    /// How far they can be, in pixels; told by the picture that was drawn last.
    pub scroll_limit: f32,
    /// Height of the lanes that can be seen, in pixels; likewise.
    pub lanes_height: f32,
    /// What is selected.
    pub selection: Selection,
    /// The side panel's tab.
    pub tab: Tab,
    /// What is open over the timeline.
    pub dialog: Option<Dialog>,
    /// What there is to tell.
    pub message: Option<Message>,
    /// Counts up with every change of what the timeline is made from.
    pub revision: u64,
}

/// How much a key zooms.
const KEY_ZOOM: f64 = 1.5;
/// How far a key moves, as a share of the window.
const KEY_PAN: f64 = 0.2;
/// Free time around what is fitted, as a share of it, on each side.
const FIT_MARGIN: f64 = 0.15;

impl State {
    /// A window on a file.
    #[must_use]
    pub fn new(document: Document, settings: Settings) -> Self {
        let filter = Filter::default();
        let shown = filter.apply(&document.chronicle);
        let timeline = Timeline::new(&document.chronicle, &shown, settings.order, settings.time_scale);
        Self {
            motion: Motion::at(timeline.bounds),
            document,
            filter,
            settings,
            shown,
            timeline,
            scroll: 0.0,
            scroll_limit: 0.0,
            lanes_height: 0.0,
            selection: Selection::Nothing,
            tab: Tab::Details,
            dialog: None,
            message: None,
            revision: 0,
        }
    }

    /// The facts.
    #[must_use]
    pub const fn chronicle(&self) -> &Chronicle {
        &self.document.chronicle
    }

    /// Carries out a command at a time in seconds. Those that reach outside the window are none of its business.
    pub fn apply(&mut self, command: Command, now_secs: f64) {
        match command {
            Command::Select(selection) => self.select(selection),
            Command::StepTrip(step) => {
                let trips = self.shown.trips.clone();
                self.step_among(&trips, step, now_secs);
            }
            Command::StepInLane(step) => {
                let trips = self
                    .selected_lane()
                    .map_or_else(|| self.shown.trips.clone(), |lane| self.timeline.lanes[lane].trips(self.chronicle()));
                self.step_among(&trips, step, now_secs);
            }
            Command::StepLane(step) => self.step_lane(step, now_secs),
            Command::Zoom { factor, at } => self.motion.set(self.zoomed(factor, at)),
            Command::ZoomStep(step) => {
                let factor = if step == Step::Forward { 1.0 / KEY_ZOOM } else { KEY_ZOOM };
                self.motion.glide_to(self.zoomed(factor, None), now_secs);
            }
            Command::Pan(share) => self.motion.set(self.panned(share)),
            Command::PanStep(step) => {
                let share = if step == Step::Forward { KEY_PAN } else { -KEY_PAN };
                self.motion.glide_to(self.panned(share), now_secs);
            }
            Command::Scroll(pixels) => self.scroll = (self.scroll + pixels).clamp(0.0, self.scroll_limit),
            Command::Show(window) => self.show(window, now_secs),
            Command::ShowDays(days) => self.show(self.timeline.map.window_of(days), now_secs),
            Command::FitAll => self.motion.jump_to(self.timeline.bounds, now_secs),
            Command::FitSelection => self.fit_selection(now_secs),
            Command::History(step) => self.motion.step(step, now_secs),
            Command::OnlyDecade(decade) => {
                let only = self.filter.decades.len() == 1 && self.filter.decades.contains(&decade);
                self.filter.decades.clear();
                if !only {
                    self.filter.decades.insert(decade);
                }
                self.refilter(now_secs);
            }
            Command::ToggleDecade(decade) => {
                if !self.filter.decades.remove(&decade) {
                    self.filter.decades.insert(decade);
                }
                self.refilter(now_secs);
            }
            Command::AllDecades => {
                self.filter.decades.clear();
                self.refilter(now_secs);
            }
            Command::SetTimeScale(scale) => {
                self.settings.time_scale = scale;
                self.rescale();
            }
            Command::SetOrder(order) => {
                self.settings.order = order;
                self.rebuild();
            }
            Command::SetEvents(events) => {
                self.filter.events = events;
                self.refilter(now_secs);
            }
            Command::SetUnconfirmed(unconfirmed) => {
                self.filter.unconfirmed = unconfirmed;
                self.refilter(now_secs);
            }
            Command::SetTheme(theme) => self.settings.theme = theme,
            Command::SetWheelZooms(wheel_zooms) => self.settings.wheel_zooms = wheel_zooms,
            Command::ShowTab(tab) => self.tab = tab,
            Command::Toggle(dialog) => {
                self.dialog = if self.dialog == Some(dialog) { None } else { Some(dialog) };
            }
            Command::Escape => {
                if self.dialog.take().is_none() {
                    self.selection = Selection::Nothing;
                }
            }
            Command::DismissMessage => self.message = None,
            Command::ChooseFile | Command::Open(_) | Command::SaveScreenshot => {}
        }
    }

    /// Puts another file in place of this one; settings stay.
    pub fn open(&mut self, document: Document) {
        let revision = self.revision + 1;
        *self = Self { revision, ..Self::new(document, self.settings) };
    }

    /// Tells something.
    pub fn tell(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), is_error: false });
    }

    /// Tells what went wrong.
    pub fn tell_error(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), is_error: true });
    }

    fn select(&mut self, selection: Selection) {
        if selection != Selection::Nothing {
            self.tab = Tab::Details;
        }
        self.selection = match selection {
            Selection::Trips(trips) if trips.is_empty() => Selection::Nothing,
            other => other,
        };
    }

    fn zoomed(&self, factor: f64, at: Option<f64>) -> Window {
        let window = self.motion.target();
        let at = at.unwrap_or_else(|| f64::midpoint(window.from, window.to));
        self.bounded(window.zoom_at(at, factor))
    }

    fn panned(&self, share: f64) -> Window {
        let window = self.motion.target();
        self.bounded(window.pan(window.length() * share))
    }

    fn bounded(&self, window: Window) -> Window {
        window.within(self.timeline.bounds, SHORTEST)
    }

    fn show(&mut self, window: Window, now_secs: f64) {
        self.motion.jump_to(self.bounded(window), now_secs);
    }

    fn fit_selection(&mut self, now_secs: f64) {
        let chronicle = self.chronicle();
        let days = match &self.selection {
            Selection::Nothing => None,
            Selection::Trips(trips) => trips.iter().map(|&index| chronicle.trip(index).possible()).reduce(Span::hull),
            Selection::Event(index) => chronicle.event(*index).when.as_ref().map(crate::time::When::possible),
        };
        if let Some(days) = days {
            let window = self.timeline.map.window_of(days).widened(FIT_MARGIN);
            self.show(window, now_secs);
        }
    }

    /// Selects the trip before or after the selected one; without a selection the first or last in view.
    fn step_among(&mut self, trips: &[TripIndex], step: Step, now_secs: f64) {
        let last = trips.len().saturating_sub(1);
        let current = self.selection.trips().first();
        let position = current.and_then(|current| trips.iter().position(|index| index == current));
        let next = match (position, step) {
            (Some(position), Step::Back) => position.checked_sub(1),
            (Some(position), Step::Forward) => (position < last).then_some(position + 1),
            (None, Step::Forward) => Some(0),
            (None, Step::Back) => Some(last),
        };
        if let Some(&index) = next.and_then(|next| trips.get(next)) {
            self.select(Selection::Trips(vec![index]));
            self.reveal(index, now_secs);
        }
    }

    /// Selects the trip of the next lane that lies nearest in time.
    fn step_lane(&mut self, step: Step, now_secs: f64) {
        let lanes = &self.timeline.lanes;
        let next = match (self.selected_lane(), step) {
            (None, _) => Some(0),
            (Some(lane), Step::Back) => lane.checked_sub(1),
            (Some(lane), Step::Forward) => Some(lane + 1),
        };
        let Some(lane) = next.and_then(|next| lanes.get(next)) else { return };
        let chronicle = self.chronicle();
        let here = self
            .selection
            .trips()
            .first()
            .map_or(chronicle.trips.first().map(|trip| trip.possible().start()), |&index| {
                Some(chronicle.trip(index).possible().start())
            });
        let nearest = lane
            .trips(chronicle)
            .into_iter()
            .min_by_key(|&index| here.map_or(0, |here| (chronicle.trip(index).possible().start() - here).abs()));
        if let Some(index) = nearest {
            self.select(Selection::Trips(vec![index]));
            self.reveal(index, now_secs);
        }
    }

    /// Where the selected trip's lane stands.
    fn selected_lane(&self) -> Option<usize> {
        let index = *self.selection.trips().first()?;
        self.timeline.lane_position(self.chronicle().trip(index).country)
    }

    /// Moves the view only as far as needed to see a trip.
    fn reveal(&mut self, index: TripIndex, now_secs: f64) {
        let trip = self.chronicle().trip(index);
        let bar = self.timeline.map.window_of(trip.possible());
        let window = self.motion.target();
        if bar.from < window.from || window.to < bar.to {
            let middle = f64::midpoint(bar.from, bar.to);
            let half = window.length() / 2.0;
            let wide = Window { from: middle - half, to: middle + half };
            let window = if window.length() < bar.length() { bar.widened(FIT_MARGIN) } else { wide };
            self.motion.glide_to(self.bounded(window), now_secs);
        }
        if let Some(position) = self.timeline.lane_position(self.chronicle().trip(index).country) {
            let rows: usize = self.timeline.lanes[..position].iter().map(Lane::row_count).sum();
            #[expect(clippy::cast_precision_loss, reason = "a count of rows fits")]
            let top = rows as f32 * ROW_HEIGHT;
            let lowest = (top + ROW_HEIGHT - self.lanes_height).max(0.0);
            self.scroll = self.scroll.clamp(lowest.min(top), top).clamp(0.0, self.scroll_limit.max(lowest));
        }
    }

    /// After a change of the filter: shows all that is left, and keeps only what is still shown selected.
    fn refilter(&mut self, now_secs: f64) {
        self.shown = self.filter.apply(&self.document.chronicle);
        let selection = std::mem::take(&mut self.selection);
        self.selection = match selection {
            Selection::Trips(mut trips) => {
                trips.retain(|index| self.shown.trips.contains(index));
                if trips.is_empty() { Selection::Nothing } else { Selection::Trips(trips) }
            }
            Selection::Event(index) if self.shown.events.contains(&index) => Selection::Event(index),
            Selection::Event(_) | Selection::Nothing => Selection::Nothing,
        };
        let days = self.timeline.map.days_in(self.motion.window(now_secs));
        self.rebuild();
        // The axis is another one now: start from the days that were in view, and glide to the whole.
        let start = self.timeline.map.window_of(days);
        self.motion.restart(start);
        self.motion.glide_to(self.timeline.bounds, now_secs);
        self.scroll = 0.0;
    }

    /// After folding or unfolding: the same days stay in view, the whole where the whole was.
    fn rescale(&mut self) {
        let was_whole = self.motion.target() == self.timeline.bounds;
        let days = self.timeline.map.days_in(self.motion.target());
        self.rebuild();
        let window = if was_whole { self.timeline.bounds } else { self.timeline.map.window_of(days) };
        self.motion.restart(self.bounded(window));
    }

    fn rebuild(&mut self) {
        let Settings { order, time_scale, .. } = self.settings;
        self.timeline = Timeline::new(&self.document.chronicle, &self.shown, order, time_scale);
        self.revision += 1;
    }

    /// The window around a whole year, for a click on the overview.
    #[must_use]
    pub fn window_of_year(&self, year: i32) -> Window {
        let first = crate::time::Day::first_of_year(year);
        let days = Span::new(first, Period::Years(1).start_of_next(first));
        days.map_or(self.timeline.bounds, |days| self.timeline.map.window_of(days))
    }
}
