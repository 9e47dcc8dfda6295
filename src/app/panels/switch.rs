//! The switches of what is shown: in the bar as far as there is room, the others in the menu.

use eframe::egui::Ui;

use crate::app::command::action::Action;
use crate::app::command::cx::PanelCx;
use crate::app::command::{FilterEdit, ViewCommand};
use crate::app::state::State;
use crate::app::ui::form;
use crate::model::{EventKind, TripStatus};
use crate::text::{capitalised, count, grouped};

/// A switch of what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Switch {
    Fold,
    Tours,
    /// Trips that are not confirmed.
    Status(TripStatus),
    Events,
    DisputedOnly,
}

impl Switch {
    /// Those that the file has something for, the more important first.
    pub(super) fn all(state: &State) -> Vec<Self> {
        let statuses = &state.chronicle().statuses;
        let statuses = TripStatus::ALL.iter().filter(|status| statuses.contains(status));
        let not_confirmed = statuses.filter(|&status| *status != TripStatus::Confirmed);
        let disputed = !state.document.findings().disputed.is_empty();
        [Self::Fold, Self::Tours]
            .into_iter()
            .chain(not_confirmed.map(|&status| Self::Status(status)))
            .chain((!state.chronicle().events.is_empty()).then_some(Self::Events))
            .chain(disputed.then_some(Self::DisputedOnly))
            .collect()
    }

    /// What stands beside it, with the largest number that it can have.
    pub(super) fn widest_label(self, state: &State) -> String {
        match self {
            Self::Fold => Action::FoldTime.spec().name.to_owned(),
            Self::Tours => Action::Tours.spec().name.to_owned(),
            Self::DisputedOnly => Action::DisputedOnly.spec().name.to_owned(),
            Self::Events => format!("{} {}", Action::Events.spec().name, grouped(state.chronicle().events.len())),
            Self::Status(status) => {
                let trips = state.whole.by_status.get(&status).copied().unwrap_or(0);
                format!("{} {}", capitalised(status.label()), grouped(trips))
            }
        }
    }

    pub(super) fn ui(self, ui: &mut Ui, cx: &mut PanelCx<'_>) {
        let state = cx.state;
        match self {
            Self::Fold => cx.switch(ui, Action::FoldTime, None, ""),
            Self::Tours => cx.switch(ui, Action::Tours, None, &state.timeline.tours.summary()),
            Self::DisputedOnly => {
                let disputed = count(state.document.findings().disputed.len(), "trip", "trips");
                cx.switch(ui, Action::DisputedOnly, None, &disputed);
            }
            Self::Events => {
                let events = state.chronicle().events.len();
                cx.switch(ui, Action::Events, Some(events), &event_counts(state));
            }
            Self::Status(status) => {
                let trips = state.shown.by_status.get(&status).copied().unwrap_or(0);
                let label = format!("{} {}", capitalised(status.label()), grouped(trips));
                let said = format!("{}, {}", capitalised(status.label()), count(trips, "trip", "trips"));
                let hover = format!("Also {} trips, drawn in outline", status.label());
                if form::counting_switch(ui, state.filter.statuses.contains(&status), &label, &said, &hover) {
                    cx.send(ViewCommand::EditFilter(FilterEdit::ToggleStatus(status)));
                }
            }
        }
    }
}

/// How many events of each kind the file has.
fn event_counts(state: &State) -> String {
    let events = &state.chronicle().events;
    let counts: Vec<_> = EventKind::ALL
        .iter()
        .map(|&kind| (kind, events.iter().filter(|event| event.kind == kind).count()))
        .filter(|(_, number)| 0 < *number)
        .map(|(kind, number)| format!("{} × {}", grouped(number), kind.label()))
        .collect();
    counts.join(", ")
}
