//! A frame: the least it can cost, a loop over all bars, a plotting library, and Wayline's whole window.

use std::time::{Duration, Instant};

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion};
use eframe::egui::Context;
use wayline::app::{ArrangementEdit, Selection, ViewCommand};
use wayline::data::{DEFAULT_FILE, LaneHeight};
use wayline::model::{self, TripIndex};
use wayline::time::{Day, Span};

use crate::file::{grouped, sizes, text};
use crate::floor::{Floor, drawn, naive, plot, stays};
use crate::times::{Times, group, ms, report, timed, took};
use crate::walk;
use crate::window::Window;

/// What is looked at: a name, and years and days from 1950 on.
const VIEWS: [(&str, i32, i32); 6] = [
    ("a century", 100, 0),
    ("30 years", 30, 0),
    ("a decade", 10, 0),
    ("3 years", 3, 0),
    ("a year", 1, 0),
    ("3 months", 0, 91),
];
/// Frames within which a window that nobody touches has to come to rest.
const REST: usize = 300;

/// Once a walk has taken this long it ends, in frames that are far too slow.
const PATIENCE: Duration = Duration::from_secs(20);

/// The days of a view.
fn days((_, years, days): (&str, i32, i32)) -> Span {
    let first = if years == 100 { 1900 } else { 1950 };
    let start = Day::first_of_year(first);
    let end = Day::first_of_year(first + years) + days;
    Span::new(start, end).expect("a view is longer than nothing")
}

pub(crate) fn frame(criterion: &mut Criterion) {
    for trips in sizes() {
        let loaded = model::load(text(trips, false));
        let stays = stays(&loaded.chronicle);
        let mut floor = Floor::new(&stays);
        let mut window = Window::new(loaded);
        window.handle(ViewCommand::Select(Selection::Trips(vec![TripIndex::new(trips as usize / 2)])));
        window.settle();
        // What the same window costs with fifty trips: what it owes to its panels alone.
        let mut small = Window::new(model::load(DEFAULT_FILE.1.to_owned()));
        small.handle(ViewCommand::Select(Selection::Trips(vec![TripIndex::new(25)])));
        small.settle();
        let few: Times = walked(&mut small).into_iter().collect();
        for view in VIEWS {
            let (name, days) = (view.0, days(view));
            let ctx = Context::default();
            let mut group = group(criterion, &format!("frame/{trips}/{name}"));
            let least = timed(&mut group, "floor", || took(|| drawn(&ctx, |ui| floor.paint(ui, days))));
            let looped = timed(&mut group, "loop over all", || took(|| drawn(&ctx, |ui| naive(ui, &stays, days))));
            let plotted = timed(&mut group, "egui_plot", || took(|| drawn(&ctx, |ui| plot(ui, &stays, days))));
            walk_of(&mut group, &mut window, days);
            group.finish();
            if least.is_empty() || looped.is_empty() || plotted.is_empty() {
                continue;
            }
            window.look_at(days);
            let walk: Times = walked(&mut window).into_iter().collect();
            report(&format!(
                "frame, {} trips, {name}: floor {} · loop over all {} · egui_plot {} · Wayline {}, p95 {}, longest {} \
                 (with 52 trips p95 {}) = {:.1} × floor, {:.1} × faster than the loop",
                grouped(trips),
                ms(least.median()),
                ms(looped.median()),
                ms(plotted.median()),
                ms(walk.median()),
                ms(walk.p95()),
                ms(walk.longest()),
                ms(few.p95()),
                walk.p95() / least.median(),
                looped.median() / walk.p95(),
            ));
        }
        window.handle(ViewCommand::Arrange(ArrangementEdit::Height(LaneHeight::Thin)));
        window.settle();
        let mut group = group(criterion, &format!("frame/{trips}/all lanes"));
        let walk: Times = walk_of(&mut group, &mut window, days(VIEWS[0]));
        group.finish();
        if !walk.is_empty() {
            let (median, p95) = (ms(walk.median()), ms(walk.p95()));
            report(&format!("frame, {} trips, all lanes in one row each: {median}, p95 {p95}", grouped(trips)));
        }
        let frames = (0..REST).position(|_| window.draw(Vec::new()) == Duration::MAX);
        report(&match frames {
            Some(frames) => {
                format!("frame, {} trips: at rest after {frames} frames that nobody asked for", grouped(trips))
            }
            None => format!("frame, {} trips: never at rest", grouped(trips)),
        });
    }
}

/// The times of the frames of a walk around some days, as often as is measured.
fn walk_of(group: &mut BenchmarkGroup<'_, WallTime>, window: &mut Window, days: Span) -> Times {
    window.look_at(days);
    let mut steps = walk::steps().into_iter().cycle();
    timed(group, "Wayline", || {
        let (command, event) = steps.next().expect("a cycle has no end");
        window.handle(command);
        took(|| window.draw(vec![event]))
    })
}

/// The times of the frames of a walk.
fn walked(window: &mut Window) -> Vec<Duration> {
    let start = Instant::now();
    let mut times = Vec::new();
    for (command, event) in walk::steps() {
        window.handle(command);
        times.push(took(|| window.draw(vec![event])));
        if PATIENCE < start.elapsed() {
            break;
        }
    }
    times
}
