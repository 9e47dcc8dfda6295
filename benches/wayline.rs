//! What a start and a change of filter cost without a window: reading the file, packing its lanes, building the scene;
//! and what a crowded picture costs, built and painted.

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use wayline::layout::{Arrangement, Chart, Furniture, TimeScale, Timeline, Viewport, Window};
use wayline::model::{self, Filter, TripSet};
use wayline::paint::fonts;

const FILE: &str = include_str!("../data.ron");

fn load(criterion: &mut Criterion) {
    criterion.bench_function("load", |bencher| bencher.iter(|| model::load(black_box(FILE).to_owned())));
}

fn layout(criterion: &mut Criterion) {
    let chronicle = model::load(FILE.to_owned()).chronicle;
    let shown = Filter::default().apply(&chronicle, &TripSet::default());
    let timeline = || Timeline::new(black_box(&chronicle), black_box(&shown), Arrangement::default());
    let lanes = timeline();
    let chart = Chart::new(&chronicle, &lanes, &fonts::text_width, Viewport::new(lanes.bounds, 1440.0, 900.0));
    let mut group = criterion.benchmark_group("layout");
    group.bench_function("timeline", |bencher| bencher.iter(timeline));
    group.bench_function("scene", |bencher| bencher.iter(|| black_box(&chart).frame().scene()));
    group.finish();
}

/// Lanes of the crowded picture, each of one row.
const LANES: u32 = 20;
/// Trips in each of them.
const TRIPS: u32 = 300;

/// Trips of one to eight days, eight days from one to the next; two of five have a vague date or two accounts.
fn crowded_file() -> String {
    let mut file = "(sources: [(id: \"a\"), (id: \"b\", covers: (countries: [\"Country 0\"]))], trips: [\n".to_owned();
    for lane in 0..LANES {
        for trip in 0..TRIPS {
            let first = wayline::time::Day::first_of_year(1950) + i32::try_from(trip * 8).unwrap_or(0);
            let last = first + i32::try_from((lane * 7 + trip * 5) % 8).unwrap_or(0);
            let account =
                |source, dates: String| format!("(source: \"{source}\", dates: \"{dates}\", places: [\"City\"])");
            let exact = format!("{first}/{last}");
            let accounts = match (lane + trip) % 5 {
                0 => account("a", format!("{first}~/{last}")),
                1 => [account("a", exact), account("b", format!("{last}"))].join(", "),
                _ => account("a", exact),
            };
            _ = writeln!(file, "(country: \"Country {lane}\", kind: state_visit, accounts: [{accounts}]),");
        }
    }
    file + "])"
}

/// A picture 1150 pixels wide in the lanes, in which nearly every bar is too narrow to be told from the next.
fn crowded(criterion: &mut Criterion) {
    let chronicle = model::load(crowded_file()).chronicle;
    let shown = Filter::default().apply(&chronicle, &TripSet::default());
    let arrangement = Arrangement { scale: TimeScale::ToScale, tours: false, ..Arrangement::default() };
    let lanes = Timeline::new(&chronicle, &shown, arrangement);
    let mut chart = Chart::new(&chronicle, &lanes, &fonts::text_width, Viewport::new(lanes.bounds, 1320.0, 1000.0));
    chart.highlights.disputed = &|index| index.position().is_multiple_of(9);
    chart.furniture.accessible = false;
    let mut group = criterion.benchmark_group("layout/crowded");
    group.bench_function("far", |bencher| bencher.iter(|| black_box(&chart).frame().scene()));
    let window = Window { to: lanes.bounds.from + 0.2 * lanes.bounds.length(), ..lanes.bounds };
    let near = Chart { viewport: Viewport { window, ..chart.viewport }, ..chart };
    group.bench_function("near", |bencher| bencher.iter(|| black_box(&near).frame().scene()));
    let named = Chart { furniture: Furniture::window(true), ..chart };
    group.bench_function("named", |bencher| bencher.iter(|| black_box(&named).frame().scene()));
    #[cfg(feature = "gui")]
    for (name, chart) in [("far, painted", chart), ("near, painted", near)] {
        let scene = chart.frame().scene();
        let (ctx, mut flags) = (context(), wayline::paint::FlagTextures::default());
        paint(&ctx, &mut flags, &scene);
        group.bench_function(name, |bencher| bencher.iter(|| paint(&ctx, &mut flags, black_box(&scene))));
    }
    group.finish();
}

/// An egui with the faces that scenes are painted in.
#[cfg(feature = "gui")]
fn context() -> eframe::egui::Context {
    use eframe::egui::{Context, FontData, FontDefinitions, FontFamily};
    let mut definitions = FontDefinitions::empty();
    definitions.font_data.insert("Inter".to_owned(), FontData::from_static(fonts::REGULAR).into());
    for family in [FontFamily::Proportional, FontFamily::Name(wayline::paint::SEMI_BOLD.into())] {
        definitions.families.insert(family, vec!["Inter".to_owned()]);
    }
    let ctx = Context::default();
    ctx.set_fonts(definitions);
    ctx
}

/// Paints a scene on a window that nobody sees, and makes triangles of it.
#[cfg(feature = "gui")]
fn paint(
    ctx: &eframe::egui::Context,
    flags: &mut wayline::paint::FlagTextures,
    scene: &wayline::layout::Scene,
) -> usize {
    use eframe::egui::{Pos2, RawInput, Rect, Vec2};
    let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, Vec2::new(scene.width, scene.height)));
    let mut output = ctx.run_ui(RawInput { screen_rect, ..RawInput::default() }, |ui| {
        let theme = wayline::paint::Theme::Dark;
        wayline::paint::Canvas { painter: ui.painter(), origin: Pos2::ZERO, theme, flags }.scene(scene);
    });
    output.textures_delta.clear();
    ctx.tessellate(output.shapes, output.pixels_per_point).len()
}

criterion_group!(benches, load, layout, crowded);
criterion_main!(benches);
