//! A chart of the statistics: its heading with a menu to save it, its picture, what is pointed at in it.

use eframe::egui::{Align, Color32, Layout, Pos2, Rect, Response, Role, Sense, Stroke, TextStyle, Ui, vec2};

use crate::app::command::cx::PanelCx;
use crate::app::command::{Effect, ViewCommand};
use crate::app::state::{Selection, State};
use crate::app::ui::access;
use crate::app::ui::form::{menu, named};
use crate::app::ui::metrics::{SMALL_CONTROL, SPACE, TINY_SPACE, TOOLTIP};
use crate::data::{ChartKind, StayLength};
use crate::export::FigureFormat;
use crate::layout::{self, HitInfo, Point, Rows, StatisticsChart, Target, overlay};
use crate::model::{LaneKey, Statistics, Stay, TripIndex};
use crate::paint::fonts;
use crate::text::{count, grouped};
use crate::time::{Day, Months};

/// So many trips of what is pointed at are named.
const MOST_NAMED: usize = 6;

/// A chart; nothing where it would be empty.
pub(super) fn chart_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, kind: ChartKind, statistics: &Statistics) {
    let (state, width) = (cx.state, ui.available_width());
    let chart = StatisticsChart::new(kind, state.chronicle(), statistics, &state.visits, &fonts::text_width, width);
    if chart.is_empty() {
        return;
    }
    ui.add_space(SPACE);
    heading_ui(ui, cx, &chart);
    let (rect, response) = ui.allocate_exact_size(vec2(width, chart.height), Sense::CLICK);
    let response = named(response, Role::Image, &kind.label().to_lowercase());
    // With a screen reader all that can be pointed at is found by its name; without one only what the pointer is on.
    let accessible = ui.ctx().accesskit_node_builder(response.id, |_| ()).is_some();
    if accessible || ui.is_rect_visible(rect) {
        let scene = chart.scene();
        cx.paint.canvas(ui.painter(), rect.min).scene(&scene);
        let point = ui.input(|input| input.pointer.latest_pos()).map(|pos| (pos - rect.min).into());
        let point = point.map(|[x, y]: [f32; 2]| Point { x, y });
        let hit = point.and_then(|point| scene.hit(point)).filter(|_| response.contains_pointer());
        // In the calendar a day is pointed at, which is too small for a frame.
        if let Some(hit_info) = hit.filter(|_| kind != ChartKind::Calendar && state.dialog.is_none()) {
            let around = layout::Rect {
                left: hit_info.hit.left - TINY_SPACE,
                right: hit_info.hit.right + TINY_SPACE,
                ..hit_info.hit
            };
            cx.paint.canvas(ui.painter(), rect.min).shape(&overlay::hover(around));
        }
        if accessible {
            for (hit_info, seen) in scene.visible_targets() {
                let area = rect.intersect(on_screen(seen, rect.min));
                let target = ui.interact(area, ui.scope_id().with((kind, hit_info.target)), Sense::click());
                target_ui(named(target, Role::Button, &hit_info.label), cx, &chart, hit_info, point);
            }
        } else if let Some(hit_info) = hit {
            target_ui(response, cx, &chart, hit_info, point);
        }
    }
    if let Some(Rows { drawn, all, nouns: [one, several] }) = chart.cut_rows() {
        ui.weak(format!("and {} more", count(all - drawn, one, several)));
    }
}

/// A part of a chart that begins here, on the screen.
fn on_screen(part: layout::Rect, origin: Pos2) -> Rect {
    Rect::from_min_size(origin + vec2(part.left, part.top), vec2(part.width(), part.height()))
}

/// What the chart shows, and the formats it can be saved in.
fn heading_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, chart: &StatisticsChart<'_>) {
    let (kind, name) = (chart.kind, chart.kind.label().to_lowercase());
    ui.horizontal(|ui| {
        let heading = chart.heading();
        access::heading(&ui.strong(&heading), &heading);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let inactive = &mut ui.visuals_mut().widgets.inactive;
            (inactive.weak_bg_fill, inactive.bg_stroke) = (Color32::TRANSPARENT, Stroke::NONE);
            ui.visuals_mut().override_text_color = Some(ui.visuals().weak_text_color());
            (ui.spacing_mut().button_padding, ui.spacing_mut().interact_size.y) =
                (vec2(TINY_SPACE, 0.0), SMALL_CONTROL);
            ui.style_mut().override_text_style = Some(TextStyle::Small);
            let button = menu(ui, kind.key(), "Export…", 0.0, |ui| {
                for format in [FigureFormat::Svg, FigureFormat::Png, FigureFormat::Pdf] {
                    let effect = Effect::SaveChart { chart: kind, format, path: None };
                    save_ui(ui, cx, &name, format.label(), effect);
                }
                save_ui(ui, cx, &name, "CSV", Effect::SaveNumbers(kind, None));
            });
            named(button, Role::Button, &format!("Export {name}"));
        });
    });
}

fn save_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, name: &str, format: &str, effect: Effect) {
    let item = ui.button(format!("{format}…"));
    if named(item, Role::Button, &format!("Save {name} as {format} …")).clicked() {
        cx.send(effect);
        ui.close();
    }
}

/// Names what is pointed at, and selects its trips at a click.
fn target_ui(
    response: Response,
    cx: &mut PanelCx<'_>,
    chart: &StatisticsChart<'_>,
    hit_info: &HitInfo,
    point: Option<Point>,
) {
    let state = cx.state;
    // A click without a pointer is on all of it.
    let day = point.filter(|_| response.contains_pointer()).and_then(|point| chart.day_at(point));
    let trips = || trips_of(state, chart, hit_info.target, day);
    if response.clicked() {
        cx.send(match hit_info.target {
            Target::Encounters(one, other) => ViewCommand::ListEncounters([one, other]),
            _ => ViewCommand::Select(Selection::Trips(trips())),
        });
    }
    if state.dialog.is_some() {
        return;
    }
    response.on_hover_ui_at_pointer(|ui| {
        ui.set_max_width(TOOLTIP);
        match (hit_info.target, day) {
            (Target::Year(_), Some(day)) => day_ui(ui, state, chart.statistics, day, &trips()),
            (Target::Year(_), None) => {
                ui.label(&hit_info.label);
                trips_ui(ui, state, &trips());
            }
            _ => _ = ui.label(&hit_info.label),
        }
    });
}

/// A day, and the trips it is part of.
fn day_ui(ui: &mut Ui, state: &State, statistics: &Statistics, day: Day, trips: &[TripIndex]) {
    let words = day.format(Months::Full);
    let certainly = if statistics.days_certain.contains(day) { "" } else { "possibly " };
    match trips {
        [] => _ = ui.label(format!("{words}: no trip")),
        [only] if !state.chronicle().has_several_travellers() => {
            ui.label(format!("{words}: {certainly}{}", state.chronicle().country_name(state.chronicle().trip(*only))));
        }
        trips => {
            ui.label(format!("{words}: {certainly}{}", count(trips.len(), "trip", "trips")));
            trips_ui(ui, state, trips);
        }
    }
}

/// The first trips, and how many more there are.
fn trips_ui(ui: &mut Ui, state: &State, trips: &[TripIndex]) {
    let chronicle = state.chronicle();
    for &index in trips.iter().take(MOST_NAMED) {
        let trip = chronicle.trip(index);
        let who = chronicle.among_several(trip.traveller).map(|name| format!("{name}, ")).unwrap_or_default();
        let days = state.shown.span(chronicle, index).format(Months::Abbreviated);
        ui.weak(format!("{days}: {who}{}", chronicle.country_name(trip)));
    }
    if MOST_NAMED < trips.len() {
        ui.weak(format!("and {} more", grouped(trips.len() - MOST_NAMED)));
    }
}

/// The trips of something in a chart; of a day where one is pointed at.
fn trips_of(state: &State, chart: &StatisticsChart<'_>, target: Target, day: Option<Day>) -> Vec<TripIndex> {
    let (chronicle, statistics) = (chart.chronicle, chart.statistics);
    let of_stays = |is_of: &dyn Fn(&Stay) -> bool| {
        statistics.stays.iter().filter(|stay| is_of(stay)).map(|stay| stay.trip).collect::<Vec<_>>()
    };
    match (target, day) {
        (Target::Year(_), Some(day)) => statistics.trips_on(chronicle, state.shown.reading, day),
        (Target::Year(year), None) => {
            let years = statistics.per_year.range(chart.years_from(year));
            let mut trips: Vec<_> = years.flat_map(|(_, of_year)| of_year.trips(chronicle, &state.shown)).collect();
            // A trip that is possible in several years is one.
            trips.sort_by_key(|&trip| (state.shown.span(chronicle, trip), trip));
            trips.dedup();
            trips
        }
        (Target::Lane(LaneKey::Country(country)), _) => of_stays(&|stay| chronicle.trip(stay.trip).country == country),
        (Target::Agreement(at), _) => {
            statistics.agreement.get(at as usize).map(|row| row.trips.clone()).unwrap_or_default()
        }
        (Target::Traveller(who), _) => of_stays(&|stay| chronicle.trip(stay.trip).traveller == who),
        (Target::Length(length), _) => {
            of_stays(&|stay| (StayLength::of(stay.days.certain)..=StayLength::of(stay.days.possible)).contains(&length))
        }
        _ => Vec::new(),
    }
}
