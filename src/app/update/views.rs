//! Views as a whole: what is looked at now, and a view from a file in its place.

use crate::app::state::{ExportSettings, FigurePart, HistoryEntry, SHORTEST, Selection, State, Step};
use crate::data::{Problem, Severity};
use crate::export::{self, Restored, View, ViewOptions};
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
