//! The side panel's Statistics: charts over the years, the calendar, rankings, lengths of stays and absences; encounters,
//! with their matrix, are a page of their own.

mod chart;
pub(super) mod encounters;

use eframe::egui::Ui;

use chart::chart_ui;

use crate::app::command::ViewCommand;
use crate::app::command::cx::PanelCx;
use crate::app::state::Selection;
use crate::app::ui::access;
use crate::app::ui::metrics::SPACE;
use crate::data::ChartKind;
use crate::model::Statistics;
use crate::text::{count, days};
use crate::time::Months;

/// The charts of what is shown. A click on something in them selects its trips.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    let Some(statistics) = &state.statistics else {
        ui.label("Counting …");
        return;
    };
    if statistics.stays.is_empty() {
        ui.label("No trips are shown.");
        return;
    }
    let countries = count(statistics.per_country.len(), "country", "countries");
    ui.weak(format!("{}, {countries}", count(statistics.stays.len(), "trip", "trips")));
    ui.weak(state.timeline.tours.summary());
    ui.weak(format!("Abroad {}", statistics.days().describe()));
    ui.weak("Click a column, a bar or a day to select its trips.");
    for &kind in ChartKind::ALL.iter().filter(|kind| **kind != ChartKind::Encounters) {
        chart_ui(ui, cx, kind, statistics);
    }
    absences_ui(ui, cx, statistics);
}

/// The longest absences; a click selects their trips.
fn absences_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, statistics: &Statistics) {
    if statistics.absences.is_empty() {
        return;
    }
    ui.add_space(SPACE);
    let title = "Longest absences";
    access::heading(&ui.strong(title), title);
    for absence in &statistics.absences {
        let who = cx.state.chronicle().among_several(absence.traveller);
        let who = who.map(|name| format!("{name}, ")).unwrap_or_default();
        let name = format!("{who}{}: {}", absence.days.format(Months::Abbreviated), days(absence.days.days()));
        if ui.link(name).clicked() {
            cx.send(ViewCommand::SelectAndShow(Selection::Trips(absence.trips.clone())));
        }
    }
}
