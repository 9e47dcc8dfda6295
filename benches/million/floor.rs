//! What a frame costs at the least, and what it costs without thinking: the same bars, and nothing around them.

use eframe::egui::{CentralPanel, Color32, Context, Mesh, Painter, Rect, Ui, pos2};
use egui_plot::{Bar, BarChart, Plot, PlotBounds};
use wayline::model::Chronicle;
use wayline::time::Span;

use crate::file::LANES;
use crate::window::{finish, input};

const COLOR: Color32 = Color32::LIGHT_BLUE;
/// Levels of detail: gaps of 1, 2, 4 … days closed.
const LEVELS: usize = 14;

/// A lane from 0, first day, and the day after the last one.
#[derive(Clone, Copy)]
pub(crate) struct Stay {
    lane: f32,
    from: f32,
    to: f32,
}

/// Every trip with the days of its first account.
#[expect(clippy::cast_precision_loss, reason = "days and lanes are small numbers")]
pub(crate) fn stays(chronicle: &Chronicle) -> Vec<Stay> {
    let of_trip = |trip: &wayline::model::Trip| {
        let days = trip.accounts().first()?.when.possible();
        let (from, to) = (days.start().number() as f32, days.end().number() as f32);
        Some(Stay { lane: trip.country.position() as f32, from, to })
    };
    chronicle.trips.iter().filter_map(of_trip).collect()
}

/// Days to pixels.
#[derive(Clone, Copy)]
struct Scale {
    from: f32,
    pixels_per_day: f32,
    place: Rect,
    lane_height: f32,
}

#[expect(clippy::cast_precision_loss, reason = "days and lanes are small numbers")]
impl Scale {
    fn new(days: Span, place: Rect) -> Self {
        let pixels_per_day = place.width() / days.days() as f32;
        let from = days.start().number() as f32;
        Self { from, pixels_per_day, place, lane_height: place.height() / LANES as f32 }
    }

    fn x(self, day: f32) -> f32 {
        self.place.left() + (day - self.from) * self.pixels_per_day
    }

    /// A bar in a lane, a little lower than it.
    fn bar(self, lane: f32, left: f32, right: f32) -> Rect {
        let top = self.place.top() + lane * self.lane_height;
        Rect::from_min_max(pos2(left, top), pos2(right, top + self.lane_height * 0.8))
    }
}

/// Draws a frame that is nothing but this.
pub(crate) fn drawn(ctx: &Context, mut paint: impl FnMut(&mut Ui)) {
    let output = ctx.run_ui(input(), |ui| CentralPanel::no_frame().show(ui, |ui| paint(ui)).inner);
    finish(ctx, output);
}

/// Each lane as sorted runs at several levels of detail. A frame draws one mesh.
pub(crate) struct Floor {
    /// For each lane, for each level, the first and last day of each run.
    lanes: Vec<Vec<Vec<(f32, f32)>>>,
    vertices: usize,
}

impl Floor {
    pub(crate) fn new(stays: &[Stay]) -> Self {
        let mut lanes: Vec<Vec<(f32, f32)>> = vec![Vec::new(); LANES as usize];
        for stay in stays {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number from 0")]
            lanes[stay.lane as usize].push((stay.from, stay.to));
        }
        let levels = |mut runs: Vec<(f32, f32)>| {
            runs.sort_by(|a, b| a.0.total_cmp(&b.0));
            let mut levels: Vec<Vec<(f32, f32)>> = vec![joined(&runs, 0.0)];
            for level in 0..LEVELS {
                levels.push(joined(&levels[level], 2.0_f32.powi(i32::try_from(level).unwrap_or_default())));
            }
            levels
        };
        Self { lanes: lanes.into_iter().map(levels).collect(), vertices: 0 }
    }

    pub(crate) fn paint(&mut self, ui: &mut Ui, days: Span) {
        let scale = Scale::new(days, ui.max_rect());
        let days_per_pixel = 1.0 / scale.pixels_per_day;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a level from 0")]
        let level = if days_per_pixel < 1.0 { 0 } else { (1 + days_per_pixel.log2() as usize).min(LEVELS) };
        let (from, to) = (scale.from, scale.from + scale.place.width() * days_per_pixel);
        let mut mesh = Mesh::default();
        mesh.vertices.reserve(self.vertices);
        mesh.indices.reserve(self.vertices / 4 * 6);
        let mut lane_number = 0.0;
        for lane in &self.lanes {
            let runs = &lane[level];
            let first = runs.partition_point(|run| run.1 <= from);
            // Two runs within a pixel are one.
            let mut open: Option<(f32, f32)> = None;
            for run in runs[first..].iter().take_while(|run| run.0 < to) {
                let (left, right) = (scale.x(run.0), scale.x(run.1).max(scale.x(run.0) + 1.0));
                open = match open {
                    Some((start, end)) if left < end => Some((start, right.max(end))),
                    Some((start, end)) => {
                        mesh.add_colored_rect(scale.bar(lane_number, start, end), COLOR);
                        Some((left, right))
                    }
                    None => Some((left, right)),
                };
            }
            if let Some((start, end)) = open {
                mesh.add_colored_rect(scale.bar(lane_number, start, end), COLOR);
            }
            lane_number += 1.0;
        }
        self.vertices = mesh.vertices.len();
        ui.painter().add(mesh);
    }
}

/// The runs with gaps up to this many days closed.
fn joined(runs: &[(f32, f32)], gap: f32) -> Vec<(f32, f32)> {
    let mut joined: Vec<(f32, f32)> = Vec::new();
    for &(from, to) in runs {
        match joined.last_mut() {
            Some(last) if from - last.1 <= gap => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}

/// A loop over all bars.
pub(crate) fn naive(ui: &mut Ui, stays: &[Stay], days: Span) {
    let scale = Scale::new(days, ui.max_rect());
    let painter: &Painter = ui.painter();
    for stay in stays {
        let (left, right) = (scale.x(stay.from), scale.x(stay.to));
        if scale.place.left() < right && left < scale.place.right() {
            painter.rect_filled(scale.bar(stay.lane, left, right.max(left + 1.0)), 0.0, COLOR);
        }
    }
}

/// The plotting library that egui programs take, with a bar for each trip.
pub(crate) fn plot(ui: &mut Ui, stays: &[Stay], days: Span) {
    let bar = |stay: &Stay| {
        Bar::new(f64::from(stay.lane), f64::from(stay.to - stay.from)).base_offset(f64::from(stay.from)).horizontal()
    };
    let bars: Vec<Bar> = stays.iter().map(bar).collect();
    Plot::new("trips").show(ui, |plot| {
        let (from, to) = (f64::from(days.start().number()), f64::from(days.end().number()));
        plot.set_plot_bounds(PlotBounds::from_min_max([from, 0.0], [to, f64::from(LANES)]));
        plot.bar_chart(BarChart::new("trips", bars));
    });
}
