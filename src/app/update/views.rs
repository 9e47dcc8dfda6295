//! Views as a whole: what is looked at now, a view from a file in its place, two lives beside each other.

use std::cmp::Reverse;

use crate::app::state::{ExportSettings, FigurePart, HistoryEntry, SHORTEST, Selection, State, Step};
use crate::data::{LaneBy, Problem, Severity};
use crate::export::{self, Restored, View, ViewOptions};
use crate::model::{LaneKey, TravellerIndex};
use crate::text::count;

/// Windows may be shorter than they should be by this, as they are kept to the minute; in days.
const ROUNDED: f64 = 0.01;

impl State {
    /// Shows what the text of a view file says, and tells what of it the data does not have.
    pub fn open_view(&mut self, name: &str, text: &str) {
        match export::read_view(text, &self.document) {
            Ok(restored) => self.restore(name, &restored),
            Err(problems) => self.notify_error(format!("{name} cannot be used: {}", describe(&problems))),
        }
    }

    /// Shows what a view file says; going back in the history shows what was there before.
    pub(crate) fn restore(&mut self, name: &str, restored: &Restored) {
        let view = Box::new(self.view());
        self.show_view(&restored.view);
        if let Some(page_setup) = restored.page_setup.clone() {
            let part = if restored.view.seen.is_some() { FigurePart::Seen } else { FigurePart::Whole };
            self.export = ExportSettings { part, page_setup, ..self.export.clone() };
        }
        self.history = Some(HistoryEntry { step: Step::Back, view });
        match restored.problems.as_slice() {
            [] => self.notify(format!("Opened {name}")),
            problems if problems.iter().all(|problem| problem.severity == Severity::Note) => {
                self.notify(format!("Opened {name}: {}", describe(problems)));
            }
            problems => self.notify_error(format!("Opened {name}: {}", describe(problems))),
        }
    }

    /// Shows a view that was looked at before, with how its figures are made, as if nothing had been between.
    pub(crate) fn recall(&mut self, restored: Restored) {
        self.show_view(&restored.view);
        if let Some(page_setup) = restored.page_setup {
            self.export.page_setup = page_setup;
        }
        self.mark_changed();
    }

    /// Shows what a command line has asked for.
    pub(crate) fn show_options(&mut self, options: &ViewOptions) {
        match options.apply(self.chronicle(), self.view()) {
            Ok(view) => self.show_view(&view),
            Err(unknown) => self.notify_error(unknown.to_string()),
        }
    }

    /// Goes back to the view before the last jump, or forward again; beyond the first, to the view before a view file.
    pub(crate) fn step_history(&mut self, step: Step, now_secs: f64) {
        if self.camera.step(step, now_secs) {
            // The axis may have become shorter since, as where lanes were hidden.
            self.camera.redirect(self.bounded(self.camera.target()));
            return;
        }
        if let Some(HistoryEntry { view, .. }) = self.history.take_if(|entry| entry.step == step) {
            let step = if step == Step::Back { Step::Forward } else { Step::Back };
            self.history = Some(HistoryEntry { step, view: Box::new(self.view()) });
            self.show_view(&view);
        }
    }

    /// Shows a view in place of what is shown.
    pub(super) fn show_view(&mut self, view: &View) {
        self.filter = view.filter.clone();
        self.settings.arrangement = view.arrangement.clone();
        self.settings.theme = view.theme;
        self.selection = Selection::new(view.selected.clone(), view.selected_event);
        self.refilter();
        self.rebuild();
        let window = view.window(&self.timeline);
        let too_short = window.length() < SHORTEST - ROUNDED;
        self.camera.restart(if too_short { self.bounded(window) } else { window });
        self.scroll = 0.0;
        self.marked_day = None;
        self.findings.current = None;
    }

    /// What can be chosen, those with the most trips first; decades in their order.
    pub(crate) fn headings_of(&self, lanes: LaneBy) -> Vec<LaneKey> {
        let by_country = || self.whole.by_country.iter().map(|(&country, &trips)| (LaneKey::Country(country), trips));
        let by_traveller = || {
            let trips = |index: TravellerIndex| self.whole.by_traveller.get(index.position()).copied().unwrap_or(0);
            let travellers = self.chronicle().indexed_travellers();
            travellers.map(move |(index, _)| (LaneKey::Traveller(index), trips(index)))
        };
        let mut headings: Vec<(LaneKey, usize)> = match lanes {
            LaneBy::DecadeCountry => {
                return self.whole.by_decade.keys().map(|&first_year| LaneKey::Decade(first_year)).collect();
            }
            LaneBy::CountryTraveller => by_country().collect(),
            _ => by_traveller().collect(),
        };
        headings.sort_by_key(|(_, trips)| Reverse(*trips));
        headings.into_iter().map(|(key, _)| key).collect()
    }

    /// Lays beside each other what is chosen: nothing else is shown, the second below the first.
    pub(crate) fn show_beside(&mut self) {
        let Some((headings, alignment)) = self.beside.asked() else { return };
        match self.view().beside(self.chronicle(), &self.shown, headings, alignment) {
            Ok(view) => {
                self.dialog = None;
                self.show_view(&view);
            }
            Err(unknown) => self.notify_error(unknown.to_string()),
        }
    }

    /// Shows everything again, each trip at its own days.
    pub(crate) fn end_beside(&mut self) {
        self.settings.arrangement.choices.moved = None;
        self.show_all_lanes();
        self.camera.restart(self.timeline.bounds);
    }
}

/// The first of some problems in a line, and how many more there are.
fn describe(problems: &[Problem]) -> String {
    let Some(first) = problems.first() else { return String::new() };
    let place = first.place.as_ref().map(|place| format!("line {}, column {}: ", place.line, place.column));
    let help = first.help.as_ref().map(|help| format!("; {help}"));
    let more = problems.len() - 1;
    let more = (0 < more).then(|| format!(" (and {})", count(more, "more problem", "more problems")));
    [place, Some(first.message.clone()), help, more].into_iter().flatten().collect()
}
