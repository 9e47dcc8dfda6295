//! The menu that leaves only some kinds of trips, countries, days or lengths of stays; each with what it has.

use std::cmp::Reverse;

use eframe::egui::{Align2, Button, Id, Key, Rect, Role, Sense, TextEdit, TextStyle, Ui, vec2};

use super::find::find_ui;
use super::fit::WIDEST_FILTER;
use crate::app::command::cx::PanelCx;
use crate::app::command::{FilterEdit, LaneEdit, ViewCommand};
use crate::app::ui::form::{button_width, menu, named, named_choice};
use crate::app::ui::metrics::{FILTER_MENU, RANK_BAR, RANK_NUMBER, SHAPE_RADIUS, SHARE_BAR, SMALL_SPACE};
use crate::app::ui::widgets::weak;
use crate::data::StayLength;
use crate::layout::{self, LaneNames};
use crate::model::{CountryIndex, TripKind};
use crate::paint::color32;
use crate::text::{capitalised, count, grouped, key};
use crate::time::{Span, parse_entry};

/// With fewer countries nobody needs to type.
const LEAST_TO_FIND: usize = 12;

/// The menu; its name counts the parts of the filter.
pub(super) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let limits = cx.state.filter.limits().len();
    let name = if limits == 0 { "Filter" } else { &format!("Filter {limits}") };
    let least_width = button_width(ui, WIDEST_FILTER);
    let response = menu(ui, "filter menu", name, least_width, |ui| {
        ui.set_width(FILTER_MENU);
        // A menu takes the edges off boxes and fields.
        ui.set_style(ui.ctx().global_style());
        if 0 < limits && ui.button("Clear all filters").clicked() {
            cx.send(ViewCommand::EditFilter(FilterEdit::LiftAll));
        }
        lanes_ui(ui, cx);
        days_ui(ui, cx);
        ui.separator();
        weak(ui, "Only these kinds of trips");
        kinds_ui(ui, cx);
        ui.separator();
        weak(ui, "Only these lengths of stays");
        lengths_ui(ui, cx);
        ui.separator();
        weak(ui, "Only these countries");
        countries_ui(ui, cx);
    });
    response.on_hover_text("Show only some days, kinds of trips or countries, and bring back hidden lanes");
}

/// The lanes that are hidden, and those that alone are shown.
fn lanes_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let (filter, chronicle) = (&cx.state.filter, cx.state.chronicle());
    let lists = [
        ("Only these lanes", &filter.only_lanes, LaneEdit::Only),
        ("Hidden lanes", &filter.hidden_lanes, LaneEdit::Hide),
    ];
    for (title, lanes, edit) in lists.into_iter().filter(|(_, lanes, _)| !lanes.is_empty()) {
        weak(ui, title);
        for &lane in lanes {
            if ui.checkbox(&mut true, lane.name(chronicle, LaneNames::Then)).changed() {
                cx.send(ViewCommand::EditLane { edit, lane: Some(lane) });
            }
        }
        ui.separator();
    }
}

/// A field for the first and the last of the days, and the days in view.
fn days_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    weak(ui, "Only what can have been on these days");
    ui.horizontal(|ui| {
        let id = Id::unique("days of the filter");
        let written = |days: Span| format!("{} to {}", days.start(), days.last());
        let shown = cx.state.filter.period.map(written).unwrap_or_default();
        let mut text = ui.data_mut(|data| data.get_temp::<String>(id)).unwrap_or(shown);
        let field = TextEdit::singleline(&mut text).hint_text("1956-06 to 1958").desired_width(FILTER_MENU / 2.0);
        let response = named(ui.add(field), Role::TextInput, "Days");
        if response.changed() {
            ui.data_mut(|data| data.insert_temp(id, text.clone()));
        }
        let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let period = days(&text);
        let is_set = ui.add_enabled(period.is_some(), Button::new("Set")).clicked();
        let in_view = ui.button("In view").on_hover_text("Only the days in view").clicked();
        let seen = || cx.state.timeline.map.days_in(cx.state.camera.target());
        let chosen = if in_view { Some(seen()) } else { period.filter(|_| is_set || is_entered) };
        if let Some(days) = chosen {
            ui.data_mut(|data| data.remove::<String>(id));
            cx.send(ViewCommand::EditFilter(FilterEdit::Period(days)));
        }
    });
}

/// The days from the first of one date to the last of another, or of a date alone.
fn days(text: &str) -> Option<Span> {
    let dates = text.split_once(" to ").unwrap_or((text, text));
    let [first, last] = [dates.0, dates.1].map(|date| parse_entry(date.trim()).map(|when| when.possible()));
    Span::new(first?.start(), last?.end())
}

fn lengths_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    for &length in StayLength::ALL {
        let mut chosen = cx.state.filter.lengths.contains(&length);
        let name = capitalised(length.label());
        let response = ui.checkbox(&mut chosen, &name);
        if named_choice(response, Role::CheckBox, chosen, &format!("Only stays: {name}")).changed() {
            cx.send(ViewCommand::EditFilter(FilterEdit::ToggleLength(length)));
        }
    }
}

fn kinds_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let trips = |kind: &TripKind| cx.state.shown.by_kind.get(kind).copied().unwrap_or(0);
    let most = TripKind::ALL.iter().map(trips).max().unwrap_or(0);
    let chosen = &cx.state.filter.kinds;
    let kinds = TripKind::ALL
        .iter()
        .map(|kind| (*kind, trips(kind)))
        .filter(|(kind, trips)| 0 < *trips || chosen.contains(kind));
    for (kind, trips) in kinds.collect::<Vec<_>>() {
        if choice_ui(ui, cx, &capitalised(kind.label()), [trips, most], chosen.contains(&kind)) {
            cx.send(ViewCommand::EditFilter(FilterEdit::ToggleKind(kind)));
        }
    }
}

fn countries_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let chronicle = cx.state.chronicle();
    let wanted = if LEAST_TO_FIND < chronicle.countries.len() { find_ui(ui, "Find a country") } else { String::new() };
    let trips = |country: CountryIndex| cx.state.shown.by_country.get(&country).copied().unwrap_or(0);
    let mut found: Vec<(CountryIndex, usize)> = chronicle
        .indexed_countries()
        .filter(|(_, country)| country.names().any(|name| key(name).contains(&wanted)))
        .map(|(index, _)| (index, trips(index)))
        .collect();
    found.sort_by_key(|(_, trips)| Reverse(*trips));
    let most = found.first().map_or(0, |(_, trips)| *trips);
    for (country, trips) in found {
        let chosen = cx.state.filter.countries.contains(&country);
        if choice_ui(ui, cx, &chronicle.country(country).name, [trips, most], chosen) {
            cx.send(ViewCommand::EditFilter(FilterEdit::ToggleCountry(country)));
        }
    }
}

/// A box to check, a bar as long as its share of the most trips, and their number; whether it was clicked.
fn choice_ui(ui: &mut Ui, cx: &PanelCx<'_>, name: &str, [trips, most]: [usize; 2], mut chosen: bool) -> bool {
    let row = ui.horizontal(|ui| {
        let clicked = named_choice(
            ui.checkbox(&mut chosen, name),
            Role::CheckBox,
            chosen,
            &format!("Only {name}, {}", count(trips, "trip", "trips")),
        );
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), RANK_BAR), Sense::hover());
        let (bars, number) = rect.split_left_right_at_x(rect.right() - RANK_NUMBER);
        #[expect(clippy::cast_precision_loss, reason = "a share of a bar")]
        let length = SHARE_BAR * trips as f32 / most.max(1) as f32;
        let right = bars.right_center() - vec2(SMALL_SPACE, 0.0);
        let bar = Rect::from_min_max(right - vec2(length, RANK_BAR / 2.0), right + vec2(0.0, RANK_BAR / 2.0));
        ui.painter().rect_filled(bar, SHAPE_RADIUS, color32(cx.paint.theme.color(layout::Role::OverviewFaded)));
        let (font, ink) = (TextStyle::Small.resolve(ui.style()), ui.visuals().weak_text_color());
        ui.painter().text(number.right_center(), Align2::RIGHT_CENTER, grouped(trips), font, ink);
        clicked
    });
    row.inner.changed()
}
