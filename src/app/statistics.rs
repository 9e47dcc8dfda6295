//! The side panel's Statistics: visits and days abroad per year.

use std::collections::BTreeSet;

use eframe::egui::{self, Ui, vec2};
use egui_plot::{Bar, BarChart, Plot, PlotPoint};

use super::{
    command::{Command, Selection},
    state::State,
};
use crate::{
    model::{CountryIndex, Year, count, per_year},
    paint::{Theme, color32},
};

/// Width of a column, in years.
const COLUMN: f64 = 0.8;

/// The charts of what is shown. A click on a column selects its trips.
pub fn ui(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let chronicle = state.chronicle();
    let years = per_year(chronicle, &state.shown.trips);
    if years.is_empty() {
        ui.label("No trips are shown.");
        return;
    }
    let totals = years
        .values()
        .fold((0, 0), |(certain, possible), year| (certain + year.days_certain, possible + year.days_possible));
    ui.strong("Visits per year, by country");
    let countries: BTreeSet<CountryIndex> = years.values().flat_map(|year| year.visits.keys().copied()).collect();
    let order: Vec<CountryIndex> =
        state.timeline.lanes.iter().map(|lane| lane.country).filter(|country| countries.contains(country)).collect();
    let clicked_visits = plot(ui, "visits per year", |plot_ui| {
        let mut stacked: Vec<BarChart> = Vec::new();
        for (position, &country) in order.iter().enumerate() {
            let chart =
                visits_chart(&years, country, &chronicle.country(country).name).color(color32(theme.series(position)));
            let below: Vec<&BarChart> = stacked.iter().collect();
            let chart = chart.stack_on(&below);
            stacked.push(chart);
        }
        for chart in stacked {
            plot_ui.bar_chart(chart);
        }
    });
    ui.add_space(14.0);
    ui.strong("Days abroad per year");
    let (certain, possible) = totals;
    ui.weak(if certain == possible {
        format!("{certain} days in all; a day counts once")
    } else {
        format!("{certain} certain, up to {possible} possible; a day counts once")
    });
    let clicked_days = plot(ui, "days abroad per year", |plot_ui| {
        let bars = |days: fn(&Year) -> i32| -> Vec<Bar> {
            years
                .iter()
                .map(|(&year, numbers)| Bar::new(f64::from(year), f64::from(days(numbers))).width(COLUMN))
                .collect()
        };
        let formatter = |words: &'static str| {
            Box::new(move |bar: &Bar, _: &BarChart| format!("{}: {} {words}", bar.argument, bar.value))
        };
        plot_ui.bar_chart(
            BarChart::new("possible", bars(|year| year.days_possible))
                .color(color32(theme.series_faint))
                .element_formatter(formatter("days at most")),
        );
        plot_ui.bar_chart(
            BarChart::new("certain", bars(|year| year.days_certain))
                .color(color32(theme.accent))
                .element_formatter(formatter("days certain")),
        );
    });
    ui.add_space(8.0);
    ui.weak("Click a column to select the trips of its year.");
    let clicked = clicked_visits.or(clicked_days);
    if let Some(year) = clicked.and_then(|year| years.get(&year)) {
        commands.push(Command::Select(Selection::Trips(year.trips().collect())));
    }
}

/// A chart over the years; the year that was clicked.
fn plot(ui: &mut Ui, name: &str, build: impl FnOnce(&mut egui_plot::PlotUi<'_>)) -> Option<i32> {
    let response = Plot::new(name)
        .height(210.0)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .include_y(0.0)
        .show_grid([false, true])
        .x_axis_formatter(|mark, _| {
            let whole = mark.value.fract().abs() < 1e-6;
            if whole { format!("{}", mark.value) } else { String::new() }
        })
        .y_axis_min_width(24.0)
        .set_margin_fraction(vec2(0.02, 0.06))
        .show(ui, |plot_ui| {
            build(plot_ui);
            let response = plot_ui.response();
            if response.clicked() { plot_ui.pointer_coordinate().map(nearest_year) } else { None }
        });
    response.response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, name));
    response.inner
}

#[expect(clippy::cast_possible_truncation, reason = "a place on an axis of years")]
fn nearest_year(point: PlotPoint) -> i32 {
    point.x.round() as i32
}

#[expect(clippy::cast_precision_loss, reason = "visits of one year")]
fn visits_chart(years: &std::collections::BTreeMap<i32, Year>, country: CountryIndex, name: &str) -> BarChart {
    let bars = years
        .iter()
        .map(|(&year, numbers)| {
            let visits = numbers.visits.get(&country).map_or(0, Vec::len);
            Bar::new(f64::from(year), visits as f64).width(COLUMN)
        })
        .collect();
    let name = name.to_owned();
    let label = name.clone();
    BarChart::new(name, bars).element_formatter(Box::new(move |bar, _| {
        format!("{}: {}, {}", bar.argument, label, count(bar.value.round() as usize, "visit", "visits"))
    }))
}
