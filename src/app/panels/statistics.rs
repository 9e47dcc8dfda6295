//! The side panel's Statistics: visits and days abroad per year.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{self, Color32, Rangef, Stroke, Ui, vec2};
use egui_plot::{AxisHints, Bar, BarChart, GridInput, GridMark, Plot};

use crate::app::command::ViewCommand;
use crate::app::command::cx::PanelCx;
use crate::app::state::Selection;
use crate::model::{CountryIndex, Year};
use crate::paint::{Rgba, UiRole, color32};
use crate::text::count;
use crate::time::format_year;

/// With more countries than this, only those with the most visits have a colour of their own.
const MOST_TOLD_APART: usize = 24;
/// What the rest of them is called.
const OTHERS: &str = "other countries";

/// Width of a column, in years.
const COLUMN: f64 = 0.8;

/// The charts of what is shown. A click on a column selects its trips.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    let Some(years) = &state.years else {
        ui.label("Counting …");
        return;
    };
    if years.is_empty() {
        ui.label("No trips are shown.");
        return;
    }
    ui.weak(state.timeline.tours.summary());
    let clicked_visits = visits_ui(ui, cx, years);
    ui.add_space(14.0);
    let clicked_days = days_ui(ui, cx, years);
    ui.add_space(8.0);
    ui.weak("Click a column to select the trips of its year.");
    let clicked = clicked_visits.or(clicked_days);
    if let Some(year) = clicked.and_then(|year| years.get(&year)) {
        cx.send(ViewCommand::Select(Selection::Trips(year.trips(state.chronicle(), &state.shown))));
    }
}

/// The visits of each year, stacked by country; the year that was clicked.
fn visits_ui(ui: &mut Ui, cx: &PanelCx<'_>, years: &BTreeMap<i32, Year>) -> Option<i32> {
    let (state, theme) = (cx.state, cx.paint.theme);
    ui.strong("Visits per year, by country");
    let countries: BTreeSet<CountryIndex> = years.values().flat_map(|year| year.visits.keys().copied()).collect();
    let order: Vec<CountryIndex> =
        state.timeline.lanes.iter().map(|lane| lane.country).filter(|country| countries.contains(country)).collect();
    let (order, others) = most_visited(years, order);
    let name = |country: CountryIndex| state.chronicle().country(country).name.as_str();
    let mut series: Vec<(&str, Color32, &[CountryIndex])> = Vec::new();
    for (position, country) in order.iter().enumerate() {
        series.push((name(*country), color32(theme.series(position)), std::slice::from_ref(country)));
    }
    if !others.is_empty() {
        series.push((OTHERS, color32(theme.ui(UiRole::SeriesFaint)), &others));
    }
    let clicked = plot(ui, "visits per year", |plot_ui| {
        let mut heights: BTreeMap<i32, f64> = BTreeMap::new();
        for &(name, color, countries) in &series {
            plot_ui.bar_chart(visits_chart(years, countries, name, color, &mut heights));
        }
        plot_ui.bar_chart(possible_chart(years, color32(theme.ui(UiRole::Accent)), &heights));
    });
    key_ui(ui, series.iter().map(|&(name, color, _)| (name, color)));
    clicked
}

/// The days abroad of each year, certain and possible ones; the year that was clicked.
fn days_ui(ui: &mut Ui, cx: &PanelCx<'_>, years: &BTreeMap<i32, Year>) -> Option<i32> {
    ui.strong("Days abroad per year");
    let certain: i32 = years.values().map(|year| year.days_certain).sum();
    let possible: i32 = years.values().map(|year| year.days_possible).sum();
    ui.weak(if certain == possible {
        format!("{certain} days in all")
    } else {
        format!("{certain} for certain, at most {possible}")
    });
    plot(ui, "days abroad per year", |plot_ui| {
        let mut days_chart = |label: &'static str, days: fn(&Year) -> i32, color: Rgba| {
            let bars = years.iter().map(|(&year, numbers)| solid_bar(year, days(numbers).into(), color32(color)));
            let formatter =
                move |bar: &Bar, _: &BarChart| format!("{}: {} {label}", format_year(whole(bar.argument)), bar.value);
            plot_ui.bar_chart(BarChart::new(label, bars.collect()).element_formatter(Box::new(formatter)));
        };
        days_chart("days at most", |year| year.days_possible, cx.paint.theme.ui(UiRole::SeriesFaint));
        days_chart("days for certain", |year| year.days_certain, cx.paint.theme.ui(UiRole::Accent));
    })
}

/// Pixels between marks from which labels begin to show, and from which they are at full strength.
const LABEL_SPACING: Rangef = Rangef { min: 16.0, max: 24.0 };

/// A chart over the years; the year that was clicked.
fn plot(ui: &mut Ui, name: &str, build: impl FnOnce(&mut egui_plot::PlotUi<'_>)) -> Option<i32> {
    let (ink, font) = (ui.visuals().weak_text_color(), egui::TextStyle::Small.resolve(ui.style()));
    let years_axis = AxisHints::new_x()
        .formatter(|mark, _| format_year(whole(mark.value)))
        .tick_label_color(ink)
        .tick_label_font(font.clone())
        .label_spacing(LABEL_SPACING);
    let counts_axis =
        AxisHints::new_y().min_thickness(26.0).tick_label_color(ink).tick_label_font(font).label_spacing(LABEL_SPACING);
    let response = Plot::new(name)
        .height(210.0)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .include_y(0.0)
        .show_grid([false, true])
        .grid_color(ui.visuals().widgets.noninteractive.bg_stroke.color)
        .show_crosshair(false)
        .x_grid_spacer(year_marks)
        .custom_x_axes(vec![years_axis])
        .custom_y_axes(vec![counts_axis])
        .set_margin_fraction(vec2(0.02, 0.06))
        .show(ui, |plot_ui| {
            build(plot_ui);
            let response = plot_ui.response();
            if response.clicked() { plot_ui.pointer_coordinate().map(|point| whole(point.x)) } else { None }
        });
    response.response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, name));
    response.inner
}

/// At most this many years are written below a chart.
const MOST_MARKS: f64 = 5.0;

/// Whole years, as many as can be written side by side.
#[expect(clippy::needless_pass_by_value, reason = "the plot calls it so")]
fn year_marks(input: GridInput) -> Vec<GridMark> {
    let (first, last) = input.bounds;
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000]
        .into_iter()
        .find(|&step| (last - first) / f64::from(step) <= MOST_MARKS)
        .unwrap_or(10_000);
    let from = whole(first).div_euclid(step) * step;
    let within = from..=whole(last);
    within
        .step_by(usize::try_from(step).unwrap_or(1))
        .filter(|&year| first <= f64::from(year))
        .map(|year| GridMark { value: f64::from(year), step_size: f64::from(step) })
        .collect()
}

#[expect(clippy::cast_possible_truncation, reason = "a place on an axis of years or of visits")]
fn whole(value: f64) -> i32 {
    value.round() as i32
}

/// Parts the countries into those told apart, in the same order, and the others.
fn most_visited(years: &BTreeMap<i32, Year>, order: Vec<CountryIndex>) -> (Vec<CountryIndex>, Vec<CountryIndex>) {
    if order.len() <= MOST_TOLD_APART {
        return (order, Vec::new());
    }
    let mut visits: BTreeMap<CountryIndex, usize> = BTreeMap::new();
    for (&country, trips) in years.values().flat_map(|year| &year.visits) {
        *visits.entry(country).or_default() += trips.len();
    }
    let mut by_visits = order.clone();
    by_visits.sort_by_key(|country| std::cmp::Reverse(visits.get(country).copied()));
    let most: BTreeSet<CountryIndex> = by_visits.into_iter().take(MOST_TOLD_APART).collect();
    order.into_iter().partition(|country| most.contains(country))
}

/// Some countries' visits, stacked on the heights so far. Years without any are left out: there is nothing to point at.
fn visits_chart(
    years: &BTreeMap<i32, Year>,
    countries: &[CountryIndex],
    name: &str,
    color: Color32,
    heights: &mut BTreeMap<i32, f64>,
) -> BarChart {
    let bars = years
        .iter()
        .filter_map(|(&year, numbers)| {
            let trips = countries.iter().filter_map(|country| numbers.visits.get(country)).map(Vec::len).sum::<usize>();
            let visits = f64::from(u32::try_from(trips).ok().filter(|trips| 0 < *trips)?);
            let below = heights.entry(year).or_default();
            let bar = solid_bar(year, visits, color).base_offset(*below);
            *below += visits;
            Some(bar)
        })
        .collect();
    let label = name.to_owned();
    BarChart::new(name, bars).element_formatter(Box::new(move |bar, _| {
        let visits = usize::try_from(whole(bar.value)).unwrap_or(0);
        format!("{}: {label}, {}", format_year(whole(bar.argument)), count(visits, "visit", "visits"))
    }))
}

/// The visits that may be of another year, in outline above the others.
fn possible_chart(years: &BTreeMap<i32, Year>, color: Color32, heights: &BTreeMap<i32, f64>) -> BarChart {
    let bar = |(&year, numbers): (&i32, &Year)| {
        let visits = u32::try_from(numbers.visits_possible.len()).ok().filter(|visits| 0 < *visits)?;
        let below = heights.get(&year).copied().unwrap_or(0.0);
        let bar = Bar::new(f64::from(year), f64::from(visits)).width(COLUMN).base_offset(below);
        Some(bar.fill(Color32::TRANSPARENT).stroke(Stroke::new(1.0, color)))
    };
    BarChart::new("possible", years.iter().filter_map(bar).collect()).element_formatter(Box::new(|bar, _| {
        let visits = usize::try_from(whole(bar.value)).unwrap_or(0);
        format!("{}: {} more possible", format_year(whole(bar.argument)), count(visits, "visit", "visits"))
    }))
}

/// A column without outline.
fn solid_bar(year: i32, height: f64, color: Color32) -> Bar {
    Bar::new(f64::from(year), height).width(COLUMN).fill(color).stroke(Stroke::NONE)
}

/// Which colour is which country.
fn key_ui<'a>(ui: &mut Ui, entries: impl Iterator<Item = (&'a str, Color32)>) {
    let font = egui::TextStyle::Small.resolve(ui.style());
    let ink = ui.visuals().weak_text_color();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 2.0);
        for (name, color) in entries {
            let mut text = egui::text::LayoutJob::default();
            text.append("■", 0.0, egui::TextFormat::simple(font.clone(), color));
            text.append(name, 4.0, egui::TextFormat::simple(font.clone(), ink));
            ui.label(text);
        }
    });
}
