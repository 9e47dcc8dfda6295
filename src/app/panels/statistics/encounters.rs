//! The side panel's Encounters: who was in a country on the same days as whom; a matrix, and a list.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Role, Sense, TextStyle, Ui, vec2};

use super::chart::chart_ui;
use crate::app::command::ViewCommand;
use crate::app::command::cx::PanelCx;
use crate::app::state::{Selection, State};
use crate::app::ui::access;
use crate::app::ui::form::named_choice;
use crate::app::ui::metrics::{RESULT, SMALL_SPACE, SPACE, TINY_SPACE};
use crate::app::ui::widgets::{put_line, row_ground, text_format, title, weak};
use crate::data::ChartKind;
use crate::model::{DayCount, Encounter, Encounters, TravellerIndex};
use crate::text::{count, grouped};
use crate::time::Months;

/// At most so many encounters are listed.
const MOST_LISTED: usize = 200;

/// The matrix of those who met most often, and the encounters in the order of time. A click on a cell leaves those of two.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    let Some(statistics) = &state.statistics else {
        ui.label("Counting …");
        return;
    };
    let encounters = &statistics.encounters;
    if encounters.all.is_empty() {
        ui.label("No two travellers were in a country on the same days, as far as the trips shown tell.");
        return;
    }
    ui.weak("Click a cell for the encounters of two, a line for its trips. A band joins their bars.");
    if let Some(note) = encounters.cut_note() {
        ui.colored_label(ui.visuals().warn_fg_color, note);
    }
    chart_ui(ui, cx, ChartKind::Encounters, statistics);
    ui.add_space(SPACE);
    let pair = state.encounters_of.filter(|pair| encounters.per_pair.contains_key(pair));
    let listed: Vec<&Encounter> = match pair {
        Some(pair) => encounters.of_pair(pair).collect(),
        None => encounters.all.iter().take(MOST_LISTED).collect(),
    };
    let all = if pair.is_some() { listed.len() } else { encounters.all.len() };
    ui.horizontal(|ui| {
        let whose = pair.map(|pair| format!(" of {}", names(state, pair))).unwrap_or_default();
        title(ui, &format!("{}{whose}", count(all, "encounter", "encounters")));
    });
    if let Some(pair) = pair
        && ui.link("Those of all").clicked()
    {
        cx.send(ViewCommand::ListEncounters(pair));
    }
    for encounter in listed.iter().take(MOST_LISTED) {
        encounter_ui(ui, cx, encounters, encounter);
    }
    if MOST_LISTED < all {
        weak(ui, &format!("and {} more", grouped(all - MOST_LISTED)));
    }
}

fn names(state: &State, pair: [TravellerIndex; 2]) -> String {
    pair.map(|who| state.chronicle().traveller(who).unwrap_or("not named")).join(" and ")
}

/// Who, when, where and how long; a click selects the trips of both, and moves the view to their days.
fn encounter_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, encounters: &Encounters, encounter: &Encounter) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), RESULT), Sense::click());
    let (state, chronicle) = (cx.state, cx.state.chronicle());
    let days = encounters.days(encounter);
    let Some(span) = days.possible.hull() else { return };
    let legs = encounters.legs(encounter).iter().map(|leg| {
        let country = std::iter::once(chronicle.country(leg.country).name.as_str());
        country.chain(leg.places(chronicle, state.shown.reading)).collect::<Vec<_>>().join(", ")
    });
    let (who, when) = (names(state, encounter.travellers), span.format(Months::Abbreviated));
    let days = DayCount { certain: days.certain.days(), possible: days.possible.days() }.describe();
    let about = format!("{when} · {days} · {}", legs.collect::<Vec<_>>().join("; "));
    let trips = encounters.trips(encounter);
    let is_chosen = state.selection.trips() == trips;
    let response = named_choice(response, Role::Button, is_chosen, &format!("{who}: {about}"));
    let response = response.on_hover_text(&about);
    access::described(&response, String::new);
    if response.clicked() {
        cx.send(ViewCommand::SelectListed(Selection::Trips(trips)));
        cx.send(ViewCommand::Reveal(span));
    }
    if !ui.is_rect_visible(rect) {
        return;
    }
    row_ground(ui, &response, is_chosen);
    let (above, below) = rect.shrink2(vec2(SMALL_SPACE, TINY_SPACE)).split_top_bottom_at_fraction(0.5);
    let [ink, faint] = [ui.visuals().strong_text_color(), ui.visuals().weak_text_color()];
    put_line(ui, above, LayoutJob::single_section(who, text_format(ui, &TextStyle::Body, ink)));
    put_line(ui, below, LayoutJob::single_section(about, text_format(ui, &TextStyle::Small, faint)));
}
