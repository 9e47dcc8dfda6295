//! The slideshow: what it tells, and what is in view with each slide.

use crate::app::state::{Selection, Slideshow, State, Step, Tab};
use crate::model::TripIndex;
use crate::text::count;
use crate::time::Span;

/// The trips before and after are seen beside that of a slide where they begin within so many days of it.
const MOST_DAYS_APART: i32 = 60;

impl State {
    /// Tells the trips that are selected, or the tour of the only one; without a selection the first tour, or all trips.
    pub(crate) fn begin_slideshow(&mut self, now_secs: f64) {
        let (title, trips) = self.slides();
        if trips.is_empty() {
            self.notify("There are no trips to tell");
            return;
        }
        let at = self.selection.trips().first().and_then(|first| trips.iter().position(|trip| trip == first));
        let at = at.filter(|_| self.selection.trips().len() == 1).unwrap_or(0);
        self.slideshow = Some(Slideshow { title, trips, at });
        self.settings.panel = true;
        self.dialog = None;
        self.show_slide(now_secs);
    }

    /// Shows the slide after or before; nothing changes at the end.
    pub(crate) fn step_slide(&mut self, step: Step, now_secs: f64) {
        if let Some(next) = self.slideshow.as_ref().and_then(|slideshow| slideshow.stepped(step)) {
            self.slideshow = Some(next);
            self.show_slide(now_secs);
        }
    }

    /// Leaves out what is no longer shown; ends where nothing is left.
    pub(crate) fn refilter_slideshow(&mut self) {
        let Some(mut slideshow) = self.slideshow.take() else { return };
        let current = slideshow.trip();
        slideshow.trips.retain(|&trip| self.shown.is_visible(trip));
        let at = slideshow.trips.iter().position(|&trip| Some(trip) == current);
        slideshow.at = at.unwrap_or(0);
        self.slideshow = Some(slideshow).filter(|slideshow| !slideshow.trips.is_empty());
    }

    fn slides(&self) -> (String, Vec<TripIndex>) {
        let of_tour = |tour| (self.timeline.tours.tour(tour).name(self.chronicle()), self.legs_shown(tour));
        let numbered = |trips: &[TripIndex]| (count(trips.len(), "trip", "trips"), trips.to_vec());
        match (self.selection.trips(), self.selected_tour()) {
            ([_], Some(tour)) => of_tour(tour),
            ([], _) => match self.timeline.tours.indices().map(of_tour).find(|(_, legs)| !legs.is_empty()) {
                Some(first_tour) => first_tour,
                None if self.is_ordered() => numbered(self.shown.trips(self.chronicle())),
                None => (String::new(), Vec::new()),
            },
            ([_], None) if self.is_ordered() => numbered(self.shown.trips(self.chronicle())),
            (selected, Some(tour)) if selected == self.legs_shown(tour) => of_tour(tour),
            (selected, _) => numbered(selected),
        }
    }

    /// Selects the trip of the slide, and shows it with the one before and the one after.
    fn show_slide(&mut self, now_secs: f64) {
        let Some(slideshow) = &self.slideshow else { return };
        let Some(trip) = slideshow.trip() else { return };
        let own = self.on_axis(trip);
        let around = slideshow.around().iter().map(|&index| self.on_axis(index));
        let near = around.filter(|days| (days.start() - own.start()).abs() <= MOST_DAYS_APART);
        let days = near.fold(own, Span::hull);
        self.select(Selection::Trips(vec![trip]));
        self.tab = Tab::Details;
        self.scroll_to_selected_lane();
        self.show_in_slide(days, now_secs);
    }
}
