//! What the side panel says while nothing is selected: how to read the picture, and three places to go.

use eframe::egui::{Label, Sense, Ui, vec2};

use crate::app::command::ViewCommand;
use crate::app::command::cx::PanelCx;
use crate::app::state::{Selection, State};
use crate::app::ui::metrics::{FINE_LINE, SAMPLE, SHAPE_RADIUS, SMALL_SPACE};
use crate::app::ui::widgets::section;
use crate::layout::{Rect, Role, Shape, Slope, Stroke};
use crate::model::{Code, SourceIndex, TourIndex, TripIndex, TripKind};
use crate::text::grouped;
use crate::time::format_year;

/// Samples of what bars look like, each with its meaning; then links.
pub(super) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    section(ui, "How to read it");
    let what = cx.state.settings.arrangement.lanes.label();
    ui.label(format!("One lane per {what}, time from left to right. A bar is a trip: click it to see whom he met, and what each source says."));
    for (sample, words) in samples(cx.state) {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(SAMPLE[0], SAMPLE[1]), Sense::hover());
            let painter = ui.painter_at(rect.expand(1.0));
            let mut canvas = cx.paint.canvas(&painter, rect.min);
            for shape in &sample {
                canvas.shape(shape);
            }
            ui.add(Label::new(words).wrap());
        });
    }
    let places = places(cx.state);
    if !places.is_empty() {
        section(ui, "Places to go");
        for (words, commands) in places {
            if ui.link(words).clicked() {
                for command in commands {
                    cx.send(command);
                }
            }
        }
    }
    ui.add_space(SMALL_SPACE);
}

/// What bars of this file can look like, drawn in pixels.
fn samples(state: &State) -> Vec<(Vec<Shape>, &'static str)> {
    let [width, height] = SAMPLE;
    let whole = Rect::from_size(0.0, 0.0, width, height);
    let bar = |position| Role::bar(TripKind::StateVisit, SourceIndex::new(position));
    let full = |rect: Rect, role| Shape::Box { rect, corner: SHAPE_RADIUS, fill: Some(role), stroke: None };
    let mut samples = Vec::new();
    if 1 < state.chronicle().sources.len() {
        let [upper, lower] = [0.0, height / 2.0].map(|top| Rect::from_size(0.0, top, width, height / 2.0 - 1.0));
        let only = Rect { right: width * 0.3, ..lower };
        let told = Rect { left: only.right, ..upper };
        let stroke = Stroke::solid(Role::OnlyOne, FINE_LINE);
        let hatch =
            Shape::Hatch { rect: only, slope: Slope::Rising, anchor_x: 0.0, stroke, fade_left: 0.0, fade_right: 0.0 };
        samples.push((
            vec![full(told, bar(0)), full(lower, bar(1)), hatch],
            "a track for each source; lines where one alone gives the days",
        ));
    }
    let fade = width * 0.35;
    let soft = Shape::Soft {
        rect: whole,
        fill: Role::bar(TripKind::Unspecified, SourceIndex::new(0)),
        fade_left: fade,
        fade_right: fade,
        opacity: 0.6,
    };
    samples.push((vec![soft], "fades where no source knows the day"));
    if !state.timeline.map.folds().is_empty() {
        let band = Rect { left: width * 0.35, right: width * 0.65, ..whole };
        samples.push((
            vec![full(whole, Role::LaneStripe), full(band, Role::Fold)],
            "a band over all lanes: years without trips, folded",
        ));
    }
    samples
}

/// The longest tour, the first dispute and the busiest year, as far as there are such. In a large file none: to look through
/// all its tours and findings takes longer than a frame.
fn places(state: &State) -> Vec<(String, Vec<ViewCommand>)> {
    if state.is_large() {
        return Vec::new();
    }
    let tours = &state.timeline.tours;
    let longest = tours
        .all
        .iter()
        .enumerate()
        .map(|(at, tour)| (TourIndex::new(at), tour))
        .max_by_key(|(index, tour)| (tour.leg_count(), std::cmp::Reverse(*index)));
    let tour = longest.map(|(index, tour)| {
        let legs = ViewCommand::Select(Selection::Trips(state.legs_shown(index)));
        (tour.describe(state.chronicle()), vec![legs, ViewCommand::FitSelection])
    });
    let disputed = |trips: &[TripIndex]| trips.iter().any(|&trip| state.document.findings().disputed.contains(trip));
    let mut disputes =
        state.document.findings().all.iter().enumerate().filter(|(_, finding)| disputed(finding.trips()));
    let dispute =
        disputes.clone().find(|(_, finding)| finding.code == Code::AccountsDiffer).or_else(|| disputes.next());
    let dispute = dispute.map(|(position, finding)| {
        (format!("A dispute: {}", finding.message(state.chronicle())), vec![ViewCommand::SelectFinding(position)])
    });
    let busiest = state.shown.by_year.iter().max_by_key(|(year, visits)| (visits.certain, std::cmp::Reverse(**year)));
    let year = busiest.filter(|(_, visits)| 1 < visits.certain).map(|(&year, visits)| {
        let words = format!("The busiest year: {}, {} visits", format_year(year), grouped(visits.certain));
        (words, vec![ViewCommand::Show(state.window_of_year(year))])
    });
    tour.into_iter().chain(dispute).chain(year).collect()
}
