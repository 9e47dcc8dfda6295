//! A chart over the years, with whole numbers beside it.

use eframe::egui::{self, Color32, Rangef, Stroke, TextStyle, Ui, vec2};
use egui_plot::{AxisHints, Bar, GridInput, GridMark, Plot, PlotUi};

use crate::app::ui::access;
use crate::app::ui::form::named;
use crate::app::ui::metrics::{PLOT, PLOT_LABELS, PLOT_NUMBERS};
use crate::time::format_year;

/// Width of a column, in years.
pub(super) const COLUMN: f64 = 0.8;

/// A chart over the years, with what it shows in words; the year that was clicked.
pub(super) fn plot(
    ui: &mut Ui,
    name: &str,
    told: impl FnOnce() -> String,
    build: impl FnOnce(&mut PlotUi<'_>),
) -> Option<i32> {
    let (ink, font) = (ui.visuals().weak_text_color(), TextStyle::Small.resolve(ui.style()));
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
    access::described(&named(response.response, egui::Role::Image, name), told);
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
pub(super) fn whole(value: f64) -> i32 {
    value.round() as i32
}

/// A column without outline.
pub(super) fn solid_bar(year: i32, height: f64, color: Color32) -> Bar {
    Bar::new(f64::from(year), height).width(COLUMN).fill(color).stroke(Stroke::NONE)
}
