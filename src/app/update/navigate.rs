//! Where to look: zooming, moving, fitting, and going from trip to trip.

use std::sync::Arc;

use crate::app::state::{DrawnLanes, SHORTEST, Selection, State, Step};
use crate::layout::{Scale, Window, nearest_day};
use crate::model::TripIndex;
use crate::time::{Span, When};

/// The factor by which a key zooms.
const KEY_ZOOM: f64 = 1.5;
/// How many trips before and behind the middle are looked at for the nearest one.
const AROUND: usize = 4;
/// How far a key moves, as a share of the window.
const KEY_PAN: f64 = 0.2;
/// Room on each side of what is fitted, as a share of it.
const FIT_MARGIN: f64 = 0.15;
/// Days shown on each side of a date that is gone to.
const DAYS_AROUND: i32 = 30;

impl State {
    /// Zooms by one step of a key: around what is selected, else around the pointer, else around the nearest trip. The
    /// middle of what is seen is often a fold.
    pub(crate) fn zoom_step(&mut self, step: Step, now_secs: f64) {
        let factor = if step == Step::Forward { 1.0 / KEY_ZOOM } else { KEY_ZOOM };
        let pointed = || self.pointed_day.map(|day| self.middle_unit(Span::of_day(day)));
        let at = self.selected_unit().or_else(pointed).or_else(|| self.nearest_trip_unit());
        self.camera.glide_to(self.zoomed(factor, at), now_secs);
    }

    /// The middle, as far as it is in view, of the selected trip or event that lies nearest to the middle of what is seen.
    fn selected_unit(&self) -> Option<f64> {
        match &self.selection {
            Selection::Nothing => None,
            Selection::Trips(trips) => self.nearest_unit(trips.iter().map(|&index| self.on_axis(index))),
            Selection::Event(index) => {
                self.nearest_unit(self.chronicle().event(*index).when.iter().map(When::possible))
            }
        }
    }

    /// The middle of the trip in view that lies nearest to the middle of what is seen, or begins next to it.
    fn nearest_trip_unit(&self) -> Option<f64> {
        if self.document.is_large() && !self.shown.is_ordered() {
            return None;
        }
        let window = self.camera.target();
        let middle = nearest_day(self.timeline.map.day_from_unit(f64::midpoint(window.from, window.to)));
        let trips = self.shown.trips(self.chronicle());
        let after = trips.partition_point(|&index| self.shown.span(self.chronicle(), index).start() < middle);
        let around = trips.get(after.saturating_sub(AROUND)..(after + AROUND).min(trips.len())).unwrap_or_default();
        self.nearest_unit(around.iter().map(|&index| self.on_axis(index)))
    }

    /// Of the parts in view of some spans the middle that lies nearest to the middle of what is seen.
    fn nearest_unit(&self, spans: impl Iterator<Item = Span>) -> Option<f64> {
        let window = self.camera.target();
        let distance = |unit: f64| (unit - f64::midpoint(window.from, window.to)).abs();
        let in_view = spans.filter_map(|days| {
            let part = self.timeline.map.window_of(days);
            let (from, to) = (part.from.max(window.from), part.to.min(window.to));
            (from < to).then(|| f64::midpoint(from, to))
        });
        in_view.min_by(|&a, &b| distance(a).total_cmp(&distance(b)))
    }

    fn middle_unit(&self, days: Span) -> f64 {
        let part = self.timeline.map.window_of(days);
        f64::midpoint(part.from, part.to)
    }

    /// Moves by one step of a key.
    pub(crate) fn pan_step(&mut self, step: Step, now_secs: f64) {
        let share = if step == Step::Forward { KEY_PAN } else { -KEY_PAN };
        self.camera.glide_to(self.panned(share), now_secs);
    }

    /// The window made this many times as long around a place of the axis, its middle by default.
    pub(crate) fn zoomed(&self, factor: f64, at: Option<f64>) -> Window {
        let window = self.camera.target();
        let at = at.unwrap_or_else(|| f64::midpoint(window.from, window.to));
        self.bounded(self.scale().zoomed(factor, at, SHORTEST))
    }

    /// The window moved by this many of its own lengths.
    pub(crate) fn panned(&self, share: f64) -> Window {
        let scale = self.scale();
        self.bounded(scale.panned(share * f64::from(scale.width)))
    }

    /// The time in view as it was drawn in the last frame.
    fn scale(&self) -> Scale<'_> {
        Scale::new(&self.timeline.map, self.camera.target(), 0.0, self.drawn_lanes.width)
    }

    /// The nearest window that the axis allows: none shows less than the shortest time beside its folds.
    pub(crate) fn bounded(&self, window: Window) -> Window {
        let bounds = self.timeline.bounds;
        let mut window = window.within(bounds, SHORTEST);
        while self.timeline.map.unfolded_units(window) < SHORTEST * 0.99 && window.length() < bounds.length() {
            window = window.widened(0.1).within(bounds, SHORTEST);
        }
        window
    }

    /// Glides to a window, and remembers this one.
    pub(crate) fn show(&mut self, window: Window, now_secs: f64) {
        self.camera.jump_to(self.bounded(window), now_secs);
    }

    /// Shows all that is selected; where that is what is shown, the tour of the selected trip.
    pub(crate) fn fit_selection(&mut self, now_secs: f64) {
        let shown = self.camera.target();
        self.show_selection(now_secs);
        if shown == self.camera.target()
            && let Some(tour) = self.selected_tour()
        {
            self.show(self.window_around(self.timeline.tours.tour(tour).days), now_secs);
        }
    }

    /// Shows all that is selected.
    pub(crate) fn show_selection(&mut self, now_secs: f64) {
        let days = match &self.selection {
            Selection::Nothing => None,
            Selection::Trips(trips) => trips.iter().map(|&index| self.on_axis(index)).reduce(Span::hull),
            Selection::Event(index) => self.chronicle().event(*index).when.as_ref().map(When::possible),
        };
        if let Some(days) = days {
            self.show(self.window_around(days), now_secs);
        }
    }

    /// Goes to the first day of a date, or shows all its days, and marks it; selects the trips of a single day.
    pub(crate) fn go_to(&mut self, when: &When, now_secs: f64) {
        let days = when.possible();
        self.marked_day = Some(days.start());
        self.dialog = None;
        let on_day: Vec<_> = if days.days() == 1 { self.timeline.trips_on(days).collect() } else { Vec::new() };
        if !on_day.is_empty() {
            self.select(Selection::Trips(on_day));
        }
        let window =
            self.window_around(Span::new(days.start() - DAYS_AROUND, days.end() + DAYS_AROUND).unwrap_or(days));
        let close = self.camera.target().length() <= window.length();
        if close && days.days() == 1 {
            self.reveal(days, now_secs);
        } else {
            self.show(window, now_secs);
        }
    }

    /// Moves the view until these days are in its middle.
    pub(crate) fn reveal(&mut self, days: Span, now_secs: f64) {
        let here = self.camera.target();
        let by = self.middle_unit(days) - f64::midpoint(here.from, here.to);
        self.show(here.pan(by), now_secs);
    }

    fn window_around(&self, days: Span) -> Window {
        self.timeline.map.window_of(days).widened(FIT_MARGIN)
    }

    /// Selects the trip before or after, of those shown; in a slideshow shows its slide before or after.
    pub(super) fn step_trip(&mut self, step: Step, now_secs: f64) {
        if self.slideshow.is_some() {
            self.step_slide(step, now_secs);
            return;
        }
        let (document, shown) = (Arc::clone(&self.document), Arc::clone(&self.shown));
        self.step_among(shown.trips(&document.chronicle), step, now_secs);
    }

    /// Selects the trip before or after in the lane of the selected one; without a selection of all shown.
    pub(super) fn step_in_lane(&mut self, step: Step, now_secs: f64) {
        match self.selected_lane() {
            Some(lane) => self.step_among(&self.timeline.lanes[lane].trips(), step, now_secs),
            None => self.step_trip(step, now_secs),
        }
    }

    /// Selects the trip before or after the selected one; without a selection the first or last in view.
    pub(crate) fn step_among(&mut self, trips: &[TripIndex], step: Step, now_secs: f64) {
        let current = self.selection.trips().first();
        let position = current.and_then(|&current| self.shown.position(self.chronicle(), trips, current));
        if let Some(next) = step.next(position, trips.len()) {
            self.select_and_reveal(trips[next], now_secs);
        }
    }

    /// Selects the match after or before the selected one, in the order of time, and from the last the first.
    pub(crate) fn step_match(&mut self, step: Step, now_secs: f64) {
        let matches = self.search.matches.trips.clone();
        let ends = (self.search_position(), step);
        if ends == (Some(matches.len()), Step::Forward) || ends == (Some(1), Step::Back) {
            self.selection = Selection::Nothing;
        }
        self.step_among(&matches, step, now_secs);
    }

    /// Selects the trip of the next lane that lies nearest in time.
    pub(crate) fn step_lane(&mut self, step: Step, now_secs: f64) {
        let lanes = &self.timeline.lanes;
        // A heading holds no trips.
        let holds_trips = |position: &usize| lanes.get(*position).is_some_and(|lane| !lane.rows.is_empty());
        let next = match (self.selected_lane(), step) {
            (None, _) => (0..lanes.len()).find(holds_trips),
            (Some(lane), Step::Back) => (0..lane).rfind(holds_trips),
            (Some(lane), Step::Forward) => (lane + 1..lanes.len()).find(holds_trips),
        };
        let Some(lane) = next.and_then(|next| lanes.get(next)) else { return };
        let here = self
            .selection
            .trips()
            .first()
            .or_else(|| self.shown.trips(self.chronicle()).first())
            .map(|&index| self.on_axis(index).start());
        let nearest = lane
            .trips()
            .into_iter()
            .min_by_key(|&index| here.map_or(0, |here| (self.on_axis(index).start() - here).abs()));
        if let Some(index) = nearest {
            self.select_and_reveal(index, now_secs);
        }
    }

    /// Selects a trip and moves the view only as far as needed to see it.
    pub(super) fn select_and_reveal(&mut self, index: TripIndex, now_secs: f64) {
        self.select(Selection::Trips(vec![index]));
        let bar = self.timeline.map.window_of(self.on_axis(index));
        let window = self.camera.target();
        if bar.from < window.from || window.to < bar.to {
            let by = f64::midpoint(bar.from, bar.to) - f64::midpoint(window.from, window.to);
            let window = if window.length() < bar.length() { bar.widened(FIT_MARGIN) } else { window.pan(by) };
            self.camera.glide_to(self.bounded(window), now_secs);
        }
        self.scroll_to_selected_lane();
    }

    /// Shows some days as a slide does: with room around them, and not closer than a month.
    pub(crate) fn show_in_slide(&mut self, days: Span, now_secs: f64) {
        let missing = (DAYS_AROUND - days.days()).max(0) / 2;
        let days = Span::new(days.start() - missing, days.end() + missing).unwrap_or(days);
        self.camera.glide_to(self.bounded(self.window_around(days)), now_secs);
    }

    /// Scrolls the lanes as far as needed to see that of the selected trip.
    pub(crate) fn scroll_to_selected_lane(&mut self) {
        if let Some(position) = self.selected_lane() {
            let DrawnLanes { scroll_limit, height, pinned_height, rows, .. } = self.drawn_lanes;
            if 0.0 < pinned_height && self.timeline.lanes[position].is_pinned {
                return;
            }
            let top: f32 = self.timeline.lanes[..position].iter().map(|lane| self.drawn_lanes.height_of(lane)).sum();
            let lowest = (top + rows.first - height).max(0.0);
            let highest = top - pinned_height;
            self.scroll = self.scroll.clamp(lowest.min(highest), highest).clamp(0.0, scroll_limit.max(lowest));
        }
    }
}
