//! The side panel's Statistics: charts over the years, rankings, lengths of stays and absences.

mod plot;
mod ranking;

use std::collections::BTreeMap;

use eframe::egui::{Color32, Stroke, Ui};
use egui_plot::{Bar, BarChart, Line};

use plot::{COLUMN, plot, solid_bar, whole};
use ranking::ranking_ui;

use crate::app::command::ViewCommand;
use crate::app::command::cx::PanelCx;
use crate::app::state::Selection;
use crate::app::ui::access;
use crate::app::ui::metrics::SPACE;
use crate::layout::Role;
use crate::model::{Statistics, Year};
use crate::paint::{Rgba, color32};
use crate::text::{count, grouped};
use crate::time::{Months, format_year};

/// Columns of more visits are not parted by what colours tell, as that takes a look at each.
const MOST_PARTED: usize = 20_000;

/// The charts of what is shown. A click on a column selects its trips.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    let Some(statistics) = &state.statistics else {
        ui.label("Counting …");
        return;
    };
    let years = &statistics.per_year;
    if years.is_empty() {
        ui.label("No trips are shown.");
        return;
    }
    let countries = count(statistics.per_country.len(), "country", "countries");
    ui.weak(format!("{}, {countries}", count(statistics.stays.len(), "trip", "trips")));
    ui.weak(state.timeline.tours.summary());
    let clicked_visits = visits_ui(ui, cx, years);
    ui.add_space(SPACE);
    let clicked_days = days_ui(ui, cx, years);
    ui.weak("Click a column to select the trips of its year.");
    cumulative_ui(ui, cx, statistics);
    let chronicle = state.chronicle();
    let travellers = statistics.per_traveller.iter();
    let travellers = travellers.map(|(who, sum)| (chronicle.traveller(*who).unwrap_or("not named"), sum.trips));
    ranking_ui(ui, cx, "Visits by traveller", ["traveller", "travellers"], &travellers.collect::<Vec<_>>());
    let countries = statistics.per_country.iter();
    let countries = countries.map(|of| (chronicle.country(of.country).name.as_str(), of.sum.trips));
    ranking_ui(ui, cx, "Visits by country", ["country", "countries"], &countries.collect::<Vec<_>>());
    let lengths = statistics.lengths.iter().map(|(length, visits)| (length.label(), visits.certain + visits.possible));
    ranking_ui(ui, cx, "Lengths of stays", ["length", "lengths"], &lengths.collect::<Vec<_>>());
    absences_ui(ui, cx, statistics);
    let clicked = clicked_visits.or(clicked_days);
    if let Some(year) = clicked.and_then(|year| years.get(&year)) {
        cx.send(ViewCommand::Select(Selection::Trips(year.trips(state.chronicle(), &state.shown))));
    }
}

/// The visits of each year; the year that was clicked.
fn visits_ui(ui: &mut Ui, cx: &PanelCx<'_>, years: &BTreeMap<i32, Year>) -> Option<i32> {
    let theme = cx.paint.theme;
    access::unheard(&ui.strong("Visits per year"));
    let told = || told_years(years, Year::trip_count, ["visit", "visits"]);
    plot(ui, "visits per year", told, |plot_ui| {
        for chart in visits_charts(cx, years) {
            plot_ui.bar_chart(chart);
        }
        plot_ui.bar_chart(possible_chart(years, color32(theme.color(Role::Overview))));
    })
}

/// The days abroad of each year, certain and possible ones; the year that was clicked.
fn days_ui(ui: &mut Ui, cx: &PanelCx<'_>, years: &BTreeMap<i32, Year>) -> Option<i32> {
    access::unheard(&ui.strong("Days abroad per year"));
    let certain: i32 = years.values().map(|year| year.days_certain).sum();
    let possible: i32 = years.values().map(|year| year.days_possible).sum();
    ui.weak(if certain == possible {
        format!("{} days in all", grouped_days(certain))
    } else {
        format!("{} days for certain, at most {}", grouped_days(certain), grouped_days(possible))
    });
    let told = || told_years(years, |year| usize::try_from(year.days_certain).unwrap_or(0), ["day", "days"]);
    plot(ui, "days abroad per year", told, |plot_ui| {
        let mut days_chart = |label: &'static str, days: fn(&Year) -> i32, color: Rgba| {
            let bars = years.iter().map(|(&year, numbers)| solid_bar(year, days(numbers).into(), color32(color)));
            let formatter =
                move |bar: &Bar, _: &BarChart| format!("{}: {} {label}", format_year(whole(bar.argument)), bar.value);
            plot_ui.bar_chart(BarChart::new(label, bars.collect()).element_formatter(Box::new(formatter)));
        };
        days_chart("days at most", |year| year.days_possible, cx.paint.theme.color(Role::OverviewFaded));
        days_chart("days for certain", |year| year.days_certain, cx.paint.theme.color(Role::Overview));
    })
}

/// Numbers of years in words: `1949 to 1991, most in 1984: 46 days`.
fn told_years(years: &BTreeMap<i32, Year>, number: impl Fn(&Year) -> usize, [one, several]: [&str; 2]) -> String {
    let ends = [years.first_key_value(), years.last_key_value()];
    let [Some((&first, _)), Some((&last, _))] = ends else { return String::new() };
    let most =
        years.iter().map(|(&year, numbers)| (number(numbers), year)).max_by_key(|(number, year)| (*number, -year));
    let most = most.map(|(number, year)| format!("most in {}: {}", format_year(year), count(number, one, several)));
    format!("{} to {}, {}", format_year(first), format_year(last), most.unwrap_or_default())
}

fn grouped_days(days: i32) -> String {
    grouped(usize::try_from(days).unwrap_or(0))
}

/// The visits that may be of another year, in outline above the others.
fn possible_chart(years: &BTreeMap<i32, Year>, color: Color32) -> BarChart {
    let bar = |(&year, numbers): (&i32, &Year)| {
        let visits = u32::try_from(numbers.visits_possible.len()).ok().filter(|visits| 0 < *visits)?;
        let below = f64::from(u32::try_from(numbers.trip_count()).unwrap_or(u32::MAX));
        let bar = Bar::new(f64::from(year), f64::from(visits)).width(COLUMN).base_offset(below);
        Some(bar.fill(Color32::TRANSPARENT).stroke(Stroke::new(1.0, color)))
    };
    BarChart::new("possible", years.iter().filter_map(bar).collect()).element_formatter(Box::new(|bar, _| {
        let visits = usize::try_from(whole(bar.value)).unwrap_or(0);
        format!("{}: {} more possible", format_year(whole(bar.argument)), count(visits, "visit", "visits"))
    }))
}

/// The visits of each year, stacked by what the colours of the timeline tell. Years without any are left out: there is
/// nothing to point at.
fn visits_charts(cx: &PanelCx<'_>, years: &BTreeMap<i32, Year>) -> Vec<BarChart> {
    let (classes, theme) = (&cx.state.timeline.classes, cx.paint.theme);
    let mut below: BTreeMap<i32, f64> = BTreeMap::new();
    if MOST_PARTED < cx.state.shown.trip_count {
        let columns = years.iter().map(|(&year, of_year)| (year, of_year.trip_count()));
        return vec![visits_chart("", columns, color32(theme.color(Role::Overview)), &mut below)];
    }
    let mut parts: BTreeMap<u8, BTreeMap<i32, usize>> = BTreeMap::new();
    for (&year, of_year) in years {
        for &trip in of_year.visits.values().flatten() {
            *parts.entry(classes.of_trip(trip)).or_default().entry(year).or_default() += 1;
        }
    }
    let chart = |(class, columns): (u8, BTreeMap<i32, usize>)| {
        let color = color32(theme.color(classes.role(class)));
        visits_chart(classes.name(class), columns.into_iter(), color, &mut below)
    };
    parts.into_iter().map(chart).collect()
}

/// A column for each year, above what is `below` it.
fn visits_chart(
    name: &str,
    columns: impl Iterator<Item = (i32, usize)>,
    color: Color32,
    below: &mut BTreeMap<i32, f64>,
) -> BarChart {
    let bars = columns.filter_map(|(year, visits)| {
        let visits = u32::try_from(visits).ok().filter(|visits| 0 < *visits).map(f64::from)?;
        let below = below.entry(year).or_default();
        let bar = solid_bar(year, visits, color).base_offset(*below);
        *below += visits;
        Some(bar)
    });
    let words = if name.is_empty() { String::new() } else { format!(", {name}") };
    let told = move |bar: &Bar, _: &BarChart| {
        let visits = usize::try_from(whole(bar.value)).unwrap_or(0);
        format!("{}: {}{words}", format_year(whole(bar.argument)), count(visits, "visit", "visits"))
    };
    BarChart::new(name, bars.collect()).element_formatter(Box::new(told))
}

/// How many visits there were by the end of each year.
fn cumulative_ui(ui: &mut Ui, cx: &PanelCx<'_>, statistics: &Statistics) {
    ui.add_space(SPACE);
    access::unheard(&ui.strong("Visits by the end of each year"));
    let visits = statistics.cumulative_visits();
    let last = || {
        visits
            .last_key_value()
            .map(|(&year, &all)| format!("{} by the end of {}", count(all, "visit", "visits"), format_year(year)))
    };
    plot(
        ui,
        "visits by the end of each year",
        || last().unwrap_or_default(),
        |plot_ui| {
            let point =
                |(&year, &visits): (&i32, &usize)| Some([f64::from(year), f64::from(u32::try_from(visits).ok()?)]);
            let points: Vec<[f64; 2]> = visits.iter().filter_map(point).collect();
            plot_ui.line(Line::new("visits", points).color(color32(cx.paint.theme.color(Role::Overview))));
        },
    );
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
        let days = grouped_days(absence.days.days());
        let name = format!("{who}{}: {days} days", absence.days.format(Months::Abbreviated));
        if ui.link(name).clicked() {
            cx.send(ViewCommand::SelectAndShow(Selection::Trips(absence.trips.clone())));
        }
    }
}
