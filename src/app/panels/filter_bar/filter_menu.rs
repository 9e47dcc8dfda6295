//! The menu that leaves only some days, kinds of trips, lengths of stays, sources, leaders, places or countries, each with
//! what it has.

use std::cmp::Reverse;

use eframe::egui::{Align2, Button, Id, Key, Rect, Role, Sense, TextEdit, TextStyle, Ui, vec2};

use super::find::find_ui;
use super::fit::WIDEST_FILTER;
use crate::app::command::cx::PanelCx;
use crate::app::command::{FilterEdit, LaneEdit, ViewCommand};
use crate::app::state::State;
use crate::app::ui::form::{button_width, menu, named, named_choice};
use crate::app::ui::metrics::{
    FILTER_MENU, RANK_BAR, RANK_NUMBER, SHAPE_RADIUS, SHARE_BAR, SMALL_CONTROL, SMALL_SPACE, TINY_SPACE,
};
use crate::app::ui::widgets::weak;
use crate::data::{SearchField, StayLength};
use crate::layout::{self, LaneNames};
use crate::model::{Country, CountryIndex, TripKind, TripStatus};
use crate::paint::color32;
use crate::text::{capitalised, count, grouped, key};
use crate::time::{Span, parse_days};

/// So many leaders or places of a name are listed.
const MOST_NAMES: usize = 6;

/// The menu; its name counts the parts of the filter.
pub(super) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    let limits = state.filter.limits().len();
    let name = if limits == 0 { "Filter" } else { &format!("Filter {limits}") };
    let least_width = button_width(ui, WIDEST_FILTER);
    let response = menu(ui, "filter menu", name, least_width, |ui| {
        ui.set_width(FILTER_MENU);
        // A menu takes the edges off boxes and fields.
        ui.set_style(ui.ctx().global_style());
        if 0 < limits && ui.button("Clear all filters").clicked() {
            cx.send(ViewCommand::EditFilter(FilterEdit::LiftAll));
        }
        let wanted = find_ui(ui, "Find a kind, country, leader …");
        lanes_ui(ui, cx);
        if wanted.is_empty() {
            days_ui(ui, cx);
        }
        ui.spacing_mut().item_spacing.y = TINY_SPACE;
        ui.spacing_mut().interact_size.y = SMALL_CONTROL;
        section_ui(ui, cx, ["Only these kinds of trips", "Only"], &wanted, kinds(state).filter(is_worth_a_row));
        section_ui(ui, cx, ["Only these lengths of stays", "Only stays:"], &wanted, lengths(state));
        section_ui(ui, cx, ["Beside the confirmed trips also these", "Also"], &wanted, statuses(state));
        section_ui(ui, cx, ["Only what these sources tell of", "Only"], &wanted, sources(state));
        for (field, titles) in [
            (SearchField::Leader, ["Only these leaders", "Only leader:"]),
            (SearchField::Place, ["Only these places", "Only place:"]),
        ] {
            section_ui(ui, cx, titles, &wanted, names(state, field, &wanted));
        }
        section_ui(ui, cx, ["Only these countries", "Only"], "", countries(state, &wanted));
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
        let period = parse_days(&text);
        let is_set = ui.add_enabled(period.is_some(), Button::new("Set")).clicked();
        let in_view = ui.button("In view").on_hover_text("Only the days in view").clicked();
        let chosen = if in_view { Some(cx.state.days_in_view()) } else { period.filter(|_| is_set || is_entered) };
        if let Some(days) = chosen {
            ui.data_mut(|data| data.remove::<String>(id));
            cx.send(ViewCommand::EditFilter(FilterEdit::Period(days)));
        }
    });
}

/// Whether a choice leaves anything, or can be taken back.
fn is_worth_a_row(choice: &Choice) -> bool {
    choice.is_chosen || choice.trips.is_some_and(|trips| 0 < trips)
}

/// What can be asked for, or no longer.
struct Choice {
    name: String,
    /// How many trips that would leave; `None` where it is not counted.
    trips: Option<usize>,
    is_chosen: bool,
    command: ViewCommand,
}

impl Choice {
    fn new(name: &str, trips: Option<usize>, is_chosen: bool, command: ViewCommand) -> Self {
        Self { name: name.to_owned(), trips, is_chosen, command }
    }
}

fn kinds(state: &State) -> impl Iterator<Item = Choice> {
    TripKind::ALL.iter().map(|&kind| {
        let trips = state.shown.by_kind.get(&kind).copied();
        let is_chosen = state.filter.kinds.contains(&kind);
        Choice::new(&capitalised(kind.label()), trips, is_chosen, ViewCommand::EditFilter(FilterEdit::ToggleKind(kind)))
    })
}

fn lengths(state: &State) -> impl Iterator<Item = Choice> {
    StayLength::ALL.iter().map(|&length| {
        let trips = state.shown.by_length.get(&length).copied().unwrap_or(0);
        let is_chosen = state.filter.lengths.contains(&length);
        let command = ViewCommand::EditFilter(FilterEdit::ToggleLength(length));
        Choice::new(&capitalised(length.label()), Some(trips), is_chosen, command)
    })
}

/// The trips that are not confirmed.
fn statuses(state: &State) -> impl Iterator<Item = Choice> {
    let others = state.shown.by_status.iter().filter(|(status, _)| **status != TripStatus::Confirmed);
    others.map(|(&status, &trips)| {
        let is_chosen = state.filter.statuses.contains(&status);
        Choice::new(
            &capitalised(status.label()),
            Some(trips),
            is_chosen,
            ViewCommand::EditFilter(FilterEdit::ToggleStatus(status)),
        )
    })
}

/// The sources, where there are several.
fn sources(state: &State) -> impl Iterator<Item = Choice> {
    let sources = state.chronicle().indexed_sources().zip(&state.shown.by_source);
    sources.map(|((_, source), &trips)| by_name(state, SearchField::Source, &source.name, Some(trips)))
}

/// Those of a sort that are asked for, and, as there can be thousands, the first of this name.
fn names(state: &State, field: SearchField, wanted: &str) -> impl Iterator<Item = Choice> {
    let names = state.document.names(field);
    let (asked, others): (Vec<_>, Vec<_>) =
        names.into_iter().partition(|name| state.filter.search.asks_for(field, name));
    let found =
        others.into_iter().filter(move |name| !wanted.is_empty() && key(name).contains(wanted)).take(MOST_NAMES);
    asked.into_iter().chain(found).map(move |name| by_name(state, field, name, trips_of_name(state, field, name)))
}

/// How many of the trips shown tell of a leader or a place, where that has been counted.
fn trips_of_name(state: &State, field: SearchField, name: &str) -> Option<usize> {
    let statistics = state.statistics.as_ref()?;
    Some(if field == SearchField::Leader {
        let leader = statistics.leaders.named.iter().find(|leader| leader.name == name);
        leader.map_or(0, |leader| leader.meetings.trips.len())
    } else {
        let places = statistics.places.iter().filter(|place| place.name == name);
        places.map(|place| place.visits.trips.len()).sum()
    })
}

fn by_name(state: &State, field: SearchField, name: &str, trips: Option<usize>) -> Choice {
    let is_chosen = state.filter.search.asks_for(field, name);
    Choice::new(name, trips, is_chosen, ViewCommand::ToggleName(field, name.to_owned()))
}

/// Those with the most trips first.
fn countries(state: &State, wanted: &str) -> impl Iterator<Item = Choice> {
    let (filter, trips) = (&state.filter, &state.shown.by_country);
    let choice = |(index, country): (CountryIndex, &Country)| {
        let is_chosen = filter.countries.contains(&index);
        let is_wanted = is_chosen || country.names().any(|name| key(name).contains(wanted));
        let trips = trips.get(&index).copied().unwrap_or(0);
        is_wanted.then(|| {
            Choice::new(
                &country.name,
                Some(trips),
                is_chosen,
                ViewCommand::EditFilter(FilterEdit::ToggleCountry(index)),
            )
        })
    };
    let mut all: Vec<Choice> = state.chronicle().indexed_countries().filter_map(choice).collect();
    all.sort_by_key(|choice| Reverse(choice.trips));
    all.into_iter()
}

/// A title, and below it the choices of this name and those that are chosen; nothing where there are none. `said` is what
/// comes before each for a screen reader.
fn section_ui(
    ui: &mut Ui,
    cx: &mut PanelCx<'_>,
    [title, said]: [&str; 2],
    wanted: &str,
    choices: impl Iterator<Item = Choice>,
) {
    let choices: Vec<Choice> =
        choices.filter(|choice| choice.is_chosen || key(&choice.name).contains(wanted)).collect();
    if choices.is_empty() {
        return;
    }
    let most = choices.iter().filter_map(|choice| choice.trips).max().unwrap_or(0);
    ui.add_space(TINY_SPACE);
    weak(ui, title);
    for choice in choices {
        if choice_ui(ui, cx, said, most, &choice) {
            cx.send(choice.command);
        }
    }
}

/// A box to check, and where trips are counted a bar as long as their share of the most, and their number; whether it was
/// clicked.
fn choice_ui(ui: &mut Ui, cx: &PanelCx<'_>, said: &str, most: usize, choice: &Choice) -> bool {
    let Choice { name, trips, is_chosen, .. } = choice;
    let row = ui.horizontal(|ui| {
        let counted = trips.map(|trips| format!(", {}", count(trips, "trip", "trips"))).unwrap_or_default();
        let response = ui.checkbox(&mut is_chosen.clone(), name);
        let clicked = named_choice(response, Role::CheckBox, *is_chosen, &format!("{said} {name}{counted}"));
        let Some(trips) = *trips else { return clicked };
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
