//! The banner over the lanes of a file that cannot be read as a whole, or no longer.

use eframe::egui::{Label, RichText, Ui};

use crate::app::command::ViewCommand;
use crate::app::command::cx::PanelCx;
use crate::app::state::{Stale, State, Tab};
use crate::app::ui::access;
use crate::text::{capitalised, count};

/// Why what is shown is not what the file says; else what is lost, as far as it is known, and how much was read. `None` where
/// nothing is.
pub(crate) fn words(state: &State) -> Option<String> {
    if let Some(Stale { saved, .. }) = &state.stale {
        let name = &state.document.name;
        return Some(match saved {
            Some(time) => format!("{name} as saved at {time} is broken; this is what it said before"),
            None => format!("{name} is gone; this is what it said"),
        });
    }
    let lost = state.document.left_out.describe()?;
    let read = count(state.chronicle().trips.len(), "trip", "trips");
    Some(format!("{}; {read} read", capitalised(&lost)))
}

/// The words, the first problem, and a button that lists all of them.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>, words: &str) {
    ui.horizontal_centered(|ui| {
        let label = ui.label(RichText::new(words).color(ui.visuals().error_fg_color).strong());
        access::announced(&label, || words.to_owned(), false);
        if ui.button("Show problems").clicked() {
            cx.send(ViewCommand::ShowTab(Tab::Problems));
        }
        if let Some(first) = first_problem(cx.state) {
            ui.add(Label::new(RichText::new(&first).weak()).truncate()).on_hover_text(first);
        }
    });
}

/// Where and what the first problem of the file is.
pub(crate) fn first_problem(state: &State) -> Option<String> {
    let first = state.problems().first()?;
    let place = first.place.as_ref().map(|place| format!("line {}: ", place.line)).unwrap_or_default();
    Some(format!("{place}{}", first.message))
}
