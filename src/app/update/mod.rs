//! The one place where the state is changed.

mod derive;
mod filter;
mod findings;
mod navigate;
mod open;
mod views;

use std::sync::Arc;

use crate::{
    app::{
        command::Command,
        state::{
            State, Toast,
            selection::{Dialog, Selection, Tab},
        },
    },
    layout::Timeline,
    model::{self, Document, Tours, TripRank},
};

impl State {
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
            Command::Zoom { factor, at } => self.camera.set(self.zoomed(factor, at)),
            Command::ZoomStep(step) => self.zoom_step(step, now_secs),
            Command::Pan(share) => self.camera.set(self.panned(share)),
            Command::PanStep(step) => self.pan_step(step, now_secs),
            Command::Scroll(pixels) => self.scroll = (self.scroll + pixels).clamp(0.0, self.scroll_limit),
            Command::Show(window) => self.show(window, now_secs),
            Command::ShowDays(days) => self.show(self.timeline.map.window_of(days), now_secs),
            Command::FitAll => self.camera.jump_to(self.timeline.bounds, now_secs),
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
                self.run_search();
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
                    self.toast = None;
                }
            }
            Command::SetExport(form) => self.export = form,
            Command::Escape => {
                if self.dialog.take().is_none() {
                    self.selection = Selection::Nothing;
                    self.marked_day = None;
                    self.toast = None;
                    self.findings.current = None;
                }
            }
            Command::CopyTrip(_, format) => self.notify(format!("Copied {}", format.words())),
            Command::DismissToast => self.toast = None,
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
            Command::CancelLoading => self.cancel_loading(),
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
    pub fn notify(&mut self, text: impl Into<String>) {
        self.toast = Some(Toast { text: text.into(), is_error: false });
    }

    /// Tells what went wrong.
    pub fn notify_error(&mut self, text: impl Into<String>) {
        self.toast = Some(Toast { text: text.into(), is_error: true });
    }

    /// Selects something, and shows it in the side panel.
    pub(crate) fn select(&mut self, selection: Selection) {
        if selection != Selection::Nothing {
            self.tab = Tab::Details;
        }
        self.selection = match selection {
            Selection::Trips(trips) if trips.is_empty() => Selection::Nothing,
            other => other,
        };
        self.update_rank();
    }

    /// Finds out where the selected trip stands.
    pub(crate) fn update_rank(&mut self) {
        self.rank = match self.selection.trips() {
            [index] if !self.is_large() => self.shown.rank(&self.document.chronicle, *index),
            _ => TripRank::Pending,
        };
    }

    /// Looks for the text of the search among what is shown.
    pub(crate) fn run_search(&mut self) {
        if self.is_large() {
            // Until the new ones are there.
            self.search.trips.retain(|&index| self.shown.is_visible(index));
            self.pending.matches = true;
        } else {
            self.search.trips = model::search(&self.document.chronicle, &self.shown, &self.search.text);
        }
    }

    /// Arranges anew what is shown.
    pub(crate) fn rebuild(&mut self) {
        let timeline = Timeline::without_tours(&self.document.chronicle, &self.shown, self.settings.arrangement);
        let before = std::mem::replace(&mut self.timeline, timeline);
        if self.is_large() {
            // Until the new ones are there.
            self.timeline.set_tours(&self.document.chronicle, before.tours);
        }
        self.recompute_tours();
        self.revision += 1;
    }

    /// Joins trips to tours, now or soon.
    pub(crate) fn recompute_tours(&mut self) {
        if self.is_large() {
            self.pending.tours = true;
        } else {
            let most_days_between = self.settings.arrangement.most_days_between;
            let tours = Tours::new(&self.document.chronicle, &self.shown, most_days_between);
            self.timeline.set_tours(&self.document.chronicle, tours);
        }
    }
}
