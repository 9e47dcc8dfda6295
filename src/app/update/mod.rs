//! All functions that change the state.

mod arrange;
mod derive;
mod filter;
mod findings;
mod lanes;
mod merge;
mod navigate;
mod open;
mod search;
mod slideshow;
mod views;

use std::path::PathBuf;

use crate::app::command::ViewCommand;
use crate::app::state::{Chosen, Dialog, Palette, People, Selection, State, Tab, Toast, Wanted};
use crate::layout::LegendExtent;
use crate::model::{CountryIndex, Encounters, TravellerIndex};

impl State {
    /// Changes the view as asked for, at a time in seconds.
    pub fn apply(&mut self, command: ViewCommand, now_secs: f64) {
        self.shows_hint &= !is_hinted_at(&command);
        self.change(command, now_secs);
        if self.reduces_motion() {
            self.camera.land();
        }
    }

    fn change(&mut self, command: ViewCommand, now_secs: f64) {
        match command {
            ViewCommand::Select(selection) => self.select(selection),
            ViewCommand::SelectListed(selection) => self.select_listed(selection),
            ViewCommand::SelectCountry(country) => self.select_country(country, now_secs),
            ViewCommand::SelectAndShow(selection) => {
                self.select(selection);
                self.show_selection(now_secs);
            }
            ViewCommand::StepTrip(step) => self.step_trip(step, now_secs),
            ViewCommand::StepInLane(step) => self.step_in_lane(step, now_secs),
            ViewCommand::StepLane(step) => self.step_lane(step, now_secs),
            ViewCommand::Zoom { factor, at } => self.camera.move_to(self.zoomed(factor, at), now_secs),
            ViewCommand::ZoomStep(step) => self.zoom_step(step, now_secs),
            ViewCommand::Pan(share) => self.camera.move_to(self.panned(share), now_secs),
            ViewCommand::PanStep(step) => self.pan_step(step, now_secs),
            ViewCommand::Scroll(pixels) => {
                self.scroll = (self.scroll + pixels).clamp(0.0, self.drawn_lanes.scroll_limit);
            }
            ViewCommand::Show(window) => self.show(window, now_secs),
            ViewCommand::ShowDays(days) => self.show(self.timeline.map.window_of(days), now_secs),
            ViewCommand::Reveal(days) => self.reveal(days, now_secs),
            ViewCommand::FitAll => self.camera.jump_to(self.timeline.bounds, now_secs),
            ViewCommand::FitSelection => self.fit_selection(now_secs),
            ViewCommand::History(step) => self.step_history(step, now_secs),
            ViewCommand::OnlyDecade(decade) => self.only_decade(decade, now_secs),
            ViewCommand::ToggleDecade(decade) => self.toggle_decade(decade, now_secs),
            ViewCommand::AllDecades => self.all_decades(now_secs),
            ViewCommand::EditFilter(edit) => self.edit_filter(edit),
            ViewCommand::NextReading => self.next_reading(),
            ViewCommand::Arrange(edit) => self.arrange(edit),
            ViewCommand::EditLane { edit, lane } => self.edit_lane(edit, lane),
            ViewCommand::SetBeside(beside) => self.beside = beside,
            ViewCommand::ShowBeside => self.show_beside(),
            ViewCommand::EndBeside => self.end_beside(),
            ViewCommand::ShowAllLanes => self.show_all_lanes(),
            ViewCommand::SelectFinding(position) => self.select_finding(position, now_secs),
            ViewCommand::StepFinding(step) => self.step_finding(step, now_secs),
            ViewCommand::ToggleFindings(group) => self.findings.toggle_group(group),
            ViewCommand::ToggleCode(code) => self.findings.toggle(code),
            ViewCommand::ToggleProblemCode(code) => {
                if !self.problem_codes.remove(&code) {
                    self.problem_codes.insert(code);
                }
            }
            ViewCommand::TurnFindings(step) => self.turn_findings(step),
            ViewCommand::FocusSearch => self.search.wants_focus = Some(Chosen::All),
            ViewCommand::SearchFocused => self.search.wants_focus = None,
            ViewCommand::Search(text) => self.search_for(text),
            ViewCommand::CompleteSearch(text) => self.complete_search(text),
            ViewCommand::SelectMatch(trip) => self.select_and_reveal(trip, now_secs),
            ViewCommand::ListMatches(is_listed) => self.search.is_listed = is_listed,
            ViewCommand::FilterTo(terms) => self.filter_to(terms),
            ViewCommand::StepMatch(step) => self.step_match(step, now_secs),
            ViewCommand::GoTo(when) => self.go_to(&when, now_secs),
            ViewCommand::TypeDate(text) => self.date_entry = text,
            ViewCommand::SetTheme(theme) => {
                self.settings.follows_system = false;
                self.settings.theme = theme;
            }
            ViewCommand::ToggleSystemTheme => self.settings.follows_system = !self.settings.follows_system,
            ViewCommand::SystemTheme(theme) => self.settings.theme = theme,
            ViewCommand::ToggleMotion => self.settings.reduces_motion = Some(!self.reduces_motion()),
            ViewCommand::HideHint => self.shows_hint = false,
            ViewCommand::TogglePanel => self.toggle_panel(),
            ViewCommand::ToggleWholeLegend => {
                let is_whole = self.settings.legend == LegendExtent::Whole;
                self.settings.legend = if is_whole { LegendExtent::Line } else { LegendExtent::Whole };
                self.mark_changed();
            }
            ViewCommand::ToggleOverview => self.toggle_overview(),
            ViewCommand::ToggleWheelZooms => self.settings.wheel_zooms ^= true,
            ViewCommand::ToggleRestored => self.settings.unfolds_restored ^= true,
            ViewCommand::ToggleSources => self.settings.unfolds_sources ^= true,
            ViewCommand::ToggleReopensLast => self.settings.reopens_last = !self.settings.reopens_last,
            ViewCommand::ToggleName(field, name) => self.toggle_name(field, &name),
            ViewCommand::BeginSlideshow => self.begin_slideshow(now_secs),
            ViewCommand::StepSlide(step) => self.step_slide(step, now_secs),
            ViewCommand::EndSlideshow => self.slideshow = None,
            ViewCommand::ShowTab(tab) => self.show_tab(tab),
            ViewCommand::Toggle(dialog) => self.toggle_dialog(dialog),
            ViewCommand::SetPeople(people) => self.people = people,
            ViewCommand::ListEncounters(pair) => self.list_encounters(pair),
            ViewCommand::ShowPerson(name) => {
                let find = self.chronicle().people.name_of(&name).to_owned();
                self.list_people(People { of_places: false, find, ..self.people });
            }
            ViewCommand::ShowPlace(find) => self.list_people(People { of_places: true, find, ..self.people }),
            ViewCommand::Decide(decision) => self.decide(decision),
            ViewCommand::StepDecision(step) => self.step_decision(step),
            ViewCommand::DropMerge => self.drop_merge(),
            ViewCommand::EndComparison => self.end_comparison(),
            ViewCommand::SetPalette(palette) => self.palette = palette,
            ViewCommand::SetExport(form) => self.export = form,
            ViewCommand::Escape => self.escape(),
            ViewCommand::DismissToast => self.toast = None,
        }
    }

    /// Turns to these people or places.
    fn list_people(&mut self, people: People) {
        self.people = people;
        self.show_tab(Tab::People);
    }

    /// Lists the encounters of two and selects their trips, or lists those of all again.
    fn list_encounters(&mut self, pair: [TravellerIndex; 2]) {
        self.encounters_of = (self.encounters_of != Some(pair)).then_some(pair);
        let encounters = self.statistics.as_ref().map(|statistics| &statistics.encounters);
        let trips = |encounters: &Encounters| {
            encounters.of_pair(pair).flat_map(|encounter| encounters.trips(encounter)).collect()
        };
        let trips = encounters.filter(|_| self.encounters_of.is_some()).map(trips).unwrap_or_default();
        self.select_listed(Selection::Trips(trips));
    }

    /// Hides or shows the side panel.
    fn toggle_panel(&mut self) {
        if self.is_narrow {
            self.overlay ^= true;
        } else {
            self.settings.panel ^= true;
            self.notify_hidden(self.settings.panel, "side panel is hidden; \\ or « above");
        }
    }

    /// Hides or shows the visits per year.
    fn toggle_overview(&mut self) {
        self.settings.overview ^= true;
        self.mark_changed();
        self.notify_hidden(self.settings.overview, "visits per year are hidden; O or the menu View");
    }

    /// Says how what was hidden comes back.
    pub(crate) fn notify_hidden(&mut self, is_shown: bool, what: &str) {
        if is_shown {
            self.toast = None;
        } else {
            self.notify(format!("The {what} brings it back"));
        }
    }

    /// Opens a dialog in place of any other, or closes it.
    fn toggle_dialog(&mut self, dialog: Dialog) {
        self.dialog = (self.dialog != Some(dialog)).then_some(dialog);
        self.date_entry.clear();
        self.palette = Palette::default();
        if dialog == Dialog::Export {
            self.toast = None;
        }
    }

    /// Closes what is open: a dialog, the list of matches, the slideshow; else clears the selection, the mark and the message.
    fn escape(&mut self) {
        let closes = self.dialog.take().is_some()
            || std::mem::take(&mut self.search.is_listed)
            || self.slideshow.take().is_some();
        if !closes {
            self.selection = Selection::Nothing;
            self.overlay = false;
            self.marked_day = None;
            self.toast = None;
            self.findings.current = None;
        }
    }

    /// Has the chart draw its picture anew.
    pub(crate) fn mark_changed(&mut self) {
        self.revision += 1;
    }

    /// Shows a message.
    pub fn notify(&mut self, text: impl Into<String>) {
        self.toast = Some(Toast { text: text.into(), is_error: false, file: None, since_secs: None });
    }

    /// Says that a file was saved, and offers to show it in its folder where the system can.
    pub(crate) fn notify_saved(&mut self, path: PathBuf, can_show: bool) {
        let text = format!("Saved {}", path.display());
        self.toast = Some(Toast { text, is_error: false, file: can_show.then_some(path), since_secs: None });
    }

    /// Notes when the message is shown first; whether that is now.
    pub(crate) fn note_toast_shown(&mut self, now_secs: f64) -> bool {
        let unseen = self.toast.as_mut().filter(|toast| toast.since_secs.is_none());
        unseen.map(|toast| toast.since_secs = Some(now_secs)).is_some()
    }

    /// Shows a message about what went wrong.
    pub fn notify_error(&mut self, text: impl Into<String>) {
        self.toast = Some(Toast { text: text.into(), is_error: true, file: None, since_secs: None });
    }

    /// Selects something, and shows it in the side panel.
    pub(crate) fn select(&mut self, selection: Selection) {
        self.selection = match selection {
            Selection::Trips(trips) if trips.is_empty() => Selection::Nothing,
            other => other,
        };
        if self.selection == Selection::Nothing {
            self.overlay &= self.tab != Tab::Details;
        } else {
            self.tab = Tab::Details;
            self.overlay = true;
        }
        self.update_rank();
        self.update_statistics();
    }

    /// The same, but stays at the list that it was chosen from.
    fn select_listed(&mut self, selection: Selection) {
        let tab = self.tab;
        self.select(selection);
        self.tab = tab;
    }

    /// Selects all trips shown to a country, and shows them.
    fn select_country(&mut self, country: CountryIndex, now_secs: f64) {
        let trips = self.chronicle().trips_to(country).iter().map(|visit| visit.span.trip);
        let shown = trips.filter(|&trip| self.shown.is_visible(trip)).collect();
        self.select(Selection::Trips(shown));
        self.show_selection(now_secs);
    }

    /// Turns to a tab of the side panel.
    fn show_tab(&mut self, tab: Tab) {
        self.tab = tab;
        if tab == Tab::Problems {
            // Asked for from beside the panel, which may be hidden, or under a dialog.
            self.settings.panel = true;
            self.overlay = true;
            self.dialog = None;
        }
        self.update_statistics();
    }

    /// Counts all that is counted, where that is looked at; in a small file also where encounters of what is selected are
    /// to be marked.
    pub(crate) fn update_statistics(&mut self) {
        let is_listed = matches!(self.tab, Tab::Statistics | Tab::Encounters | Tab::People);
        let is_marked =
            || !self.is_large() && self.chronicle().has_several_travellers() && !self.selection.trips().is_empty();
        if self.statistics.is_none() && (is_listed || is_marked()) {
            self.derive(Wanted::Statistics);
        }
    }
}

/// Whether it is something that the hint below the timeline tells of.
const fn is_hinted_at(command: &ViewCommand) -> bool {
    matches!(
        command,
        ViewCommand::Select(_)
            | ViewCommand::Zoom { .. }
            | ViewCommand::ZoomStep(_)
            | ViewCommand::Pan(_)
            | ViewCommand::PanStep(_)
            | ViewCommand::Toggle(Dialog::Keys)
    )
}
