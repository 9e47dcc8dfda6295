//! The side panel's Statistics: visits and days abroad per year.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use eframe::egui::{self, Align2, Color32, Label, Rangef, Sense, Stroke, TextStyle, Ui, WidgetInfo, vec2};
use egui_plot::{AxisHints, Bar, BarChart, GridInput, GridMark, Plot};

use crate::app::command::ViewCommand;
use crate::app::command::cx::PanelCx;
use crate::app::state::{Selection, State};
use crate::app::ui::metrics::{
    PLOT, PLOT_LABELS, PLOT_NUMBERS, RANK_BAR, RANK_NUMBER, SHAPE_RADIUS, SMALL_SPACE, SPACE, TINY_SPACE,
};
use crate::app::ui::widgets::part_ui;
use crate::layout::Role;
use crate::model::{CountryIndex, Year};
use crate::paint::{Rgba, color32};
use crate::text::{count, grouped};
use crate::time::format_year;

/// At most so many countries or travellers are ranked.
const MOST_RANKED: usize = 30;

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
    ui.add_space(SPACE);
    let clicked_days = days_ui(ui, cx, years);
    ui.weak("Click a column to select the trips of its year.");
    ranking_ui(ui, cx, "Visits by traveller", ["traveller", "travellers"], visits_of_travellers(state));
    ranking_ui(ui, cx, "Visits by country", ["country", "countries"], visits_of_countries(state, years));
    let clicked = clicked_visits.or(clicked_days);
    if let Some(year) = clicked.and_then(|year| years.get(&year)) {
        cx.send(ViewCommand::Select(Selection::Trips(year.trips(state.chronicle(), &state.shown))));
    }
}

/// The visits of each year; the year that was clicked.
fn visits_ui(ui: &mut Ui, cx: &PanelCx<'_>, years: &BTreeMap<i32, Year>) -> Option<i32> {
    let theme = cx.paint.theme;
    ui.strong("Visits per year");
    plot(ui, "visits per year", |plot_ui| {
        plot_ui.bar_chart(visits_chart(years, color32(theme.color(Role::Overview))));
        plot_ui.bar_chart(possible_chart(years, color32(theme.color(Role::Overview))));
    })
}

/// The visits of each country, by its name.
fn visits_of_countries<'a>(state: &'a State, years: &BTreeMap<i32, Year>) -> Vec<(&'a str, usize)> {
    let mut visits: BTreeMap<CountryIndex, usize> = BTreeMap::new();
    for (&country, trips) in years.values().flat_map(|year| &year.visits) {
        *visits.entry(country).or_default() += trips.len();
    }
    let chronicle = state.chronicle();
    visits.into_iter().map(|(country, number)| (chronicle.country(country).name.as_str(), number)).collect()
}

/// The visits of each traveller, by his name; none where a file has only one.
fn visits_of_travellers(state: &State) -> Vec<(&str, usize)> {
    let (chronicle, chosen) = (state.chronicle(), &state.filter.travellers);
    if !chronicle.has_several_travellers() {
        return Vec::new();
    }
    let shown = chronicle.indexed_travellers().filter(|(index, _)| chosen.is_empty() || chosen.contains(index));
    let numbered = shown.map(|(index, _)| {
        let visits = state.shown.by_traveller.get(index.position()).copied().unwrap_or(0);
        (chronicle.traveller(index).unwrap_or("not named"), visits)
    });
    numbered.filter(|(_, visits)| 0 < *visits).collect()
}

/// What has visits, each with a bar, those with the most first; of many the others are only counted.
fn ranking_ui(ui: &mut Ui, cx: &PanelCx<'_>, heading: &str, [one, several]: [&str; 2], mut ranked: Vec<(&str, usize)>) {
    ranked.sort_by_key(|&(_, visits)| Reverse(visits));
    let Some(&(_, most)) = ranked.first() else { return };
    ui.add_space(SPACE);
    ui.strong(heading);
    for &(name, visits) in ranked.iter().take(MOST_RANKED) {
        ranked_ui(ui, cx, name, visits, most);
    }
    if MOST_RANKED < ranked.len() {
        ui.weak(format!("and {} more", count(ranked.len() - MOST_RANKED, one, several)));
    }
}

/// The share of the width that a name takes.
const NAME_SHARE: f32 = 0.38;

/// A name, a bar beside it, and its number.
fn ranked_ui(ui: &mut Ui, cx: &PanelCx<'_>, name: &str, number: usize, most: usize) {
    let height = ui.text_style_height(&TextStyle::Body) + TINY_SPACE;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| {
        WidgetInfo::labeled(egui::Role::Label, true, format!("{name}: {}", count(number, "visit", "visits")))
    });
    let (names, rest) = rect.split_left_right_at_fraction(NAME_SHARE);
    let (bars, numbers) = rest.split_left_right_at_x(rest.right() - RANK_NUMBER);
    part_ui(ui, names, |ui| ui.add(Label::new(name).truncate().selectable(false)));
    #[expect(clippy::cast_precision_loss, reason = "a share of a bar")]
    let length = (bars.width() - SMALL_SPACE) * number as f32 / most as f32;
    let left = bars.left_center() + vec2(SMALL_SPACE, -RANK_BAR / 2.0);
    let bar = egui::Rect::from_min_size(left, vec2(length.max(1.0), RANK_BAR));
    ui.painter().rect_filled(bar, SHAPE_RADIUS, color32(cx.paint.theme.color(Role::Overview)));
    let font = TextStyle::Body.resolve(ui.style());
    ui.painter().text(numbers.right_center(), Align2::RIGHT_CENTER, grouped(number), font, ui.visuals().text_color());
}

/// The days abroad of each year, certain and possible ones; the year that was clicked.
fn days_ui(ui: &mut Ui, cx: &PanelCx<'_>, years: &BTreeMap<i32, Year>) -> Option<i32> {
    ui.strong("Days abroad per year");
    let certain: i32 = years.values().map(|year| year.days_certain).sum();
    let possible: i32 = years.values().map(|year| year.days_possible).sum();
    ui.weak(if certain == possible {
        format!("{} days in all", grouped_days(certain))
    } else {
        format!("{} for certain, at most {}", grouped_days(certain), grouped_days(possible))
    });
    plot(ui, "days abroad per year", |plot_ui| {
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

fn grouped_days(days: i32) -> String {
    grouped(usize::try_from(days).unwrap_or(0))
}

/// A chart over the years; the year that was clicked.
fn plot(ui: &mut Ui, name: &str, build: impl FnOnce(&mut egui_plot::PlotUi<'_>)) -> Option<i32> {
    let (ink, font) = (ui.visuals().weak_text_color(), egui::TextStyle::Small.resolve(ui.style()));
    let spacing = Rangef::new(PLOT_LABELS[0], PLOT_LABELS[1]);
    let years_axis = AxisHints::new_x()
        .formatter(|mark, _| format_year(whole(mark.value)))
        .tick_label_color(ink)
        .tick_label_font(font.clone())
        .label_spacing(spacing);
    let counts_axis = AxisHints::new_y()
        .min_thickness(PLOT_NUMBERS)
        .tick_label_color(ink)
        .tick_label_font(font)
        .label_spacing(spacing);
    let response = Plot::new(name)
        .height(PLOT)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .include_y(0.0)
        .show_grid([false, true])
        .grid_color(ui.visuals().widgets.noninteractive.bg_stroke.color)
        .show_crosshair(false)
        .x_grid_spacer(year_marks)
        .y_grid_spacer(count_marks)
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
const MOST_MARKS: i32 = 5;

/// Whole years, as many as can be written side by side.
#[expect(clippy::needless_pass_by_value, reason = "the plot calls it so")]
fn year_marks(input: GridInput) -> Vec<GridMark> {
    let (first, last) = input.bounds;
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000]
        .into_iter()
        .find(|&step| (last - first) / f64::from(step) <= f64::from(MOST_MARKS))
        .unwrap_or(10_000);
    let from = whole(first).div_euclid(step) * step;
    let within = from..=whole(last);
    within
        .step_by(usize::try_from(step).unwrap_or(1))
        .filter(|&year| first <= f64::from(year))
        .map(|year| GridMark { value: f64::from(year), step_size: f64::from(step) })
        .collect()
}

/// At most this many numbers are written beside a chart.
const MOST_COUNTS: i32 = 5;

/// Whole numbers, as many as can be written one above the other.
#[expect(clippy::needless_pass_by_value, reason = "the plot calls it so")]
fn count_marks(input: GridInput) -> Vec<GridMark> {
    let (_, most) = input.bounds;
    let powers = (0..9).map(|power| 10_i32.pow(power));
    let steps = powers.flat_map(|power| [power, 2 * power, 5 * power]);
    let step =
        steps.into_iter().find(|&step| most / f64::from(step) <= f64::from(MOST_COUNTS)).unwrap_or(1_000_000_000);
    let marks = (0..=whole(most)).step_by(usize::try_from(step).unwrap_or(1));
    marks.map(|mark| GridMark { value: f64::from(mark), step_size: f64::from(step) }).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "a place on an axis of years or of visits")]
fn whole(value: f64) -> i32 {
    value.round() as i32
}

/// The visits of each year. Years without any are left out: there is nothing to point at.
fn visits_chart(years: &BTreeMap<i32, Year>, color: Color32) -> BarChart {
    let bars = years.iter().filter_map(|(&year, numbers)| {
        let visits = u32::try_from(certain_visits(numbers)).ok().filter(|visits| 0 < *visits)?;
        Some(solid_bar(year, f64::from(visits), color))
    });
    BarChart::new("visits", bars.collect()).element_formatter(Box::new(|bar, _| {
        let visits = usize::try_from(whole(bar.value)).unwrap_or(0);
        format!("{}: {}", format_year(whole(bar.argument)), count(visits, "visit", "visits"))
    }))
}

fn certain_visits(year: &Year) -> usize {
    year.visits.values().map(Vec::len).sum()
}

/// The visits that may be of another year, in outline above the others.
fn possible_chart(years: &BTreeMap<i32, Year>, color: Color32) -> BarChart {
    let bar = |(&year, numbers): (&i32, &Year)| {
        let visits = u32::try_from(numbers.visits_possible.len()).ok().filter(|visits| 0 < *visits)?;
        let below = f64::from(u32::try_from(certain_visits(numbers)).unwrap_or(u32::MAX));
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
