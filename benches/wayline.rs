//! What a start and a change of filter cost without a window: reading the file, packing its lanes, building the scene.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use wayline::{
    layout::{Arrangement, Chart, Overview, ROW_HEIGHT, Timeline},
    model::{self, Filter, TripSet},
    paint::fonts,
};

const FILE: &str = include_str!("../data.ron");

fn load(criterion: &mut Criterion) {
    criterion.bench_function("load", |bencher| bencher.iter(|| model::load(black_box(FILE).to_owned())));
}

fn layout(criterion: &mut Criterion) {
    let chronicle = model::load(FILE.to_owned()).chronicle;
    let shown = Filter::default().apply(&chronicle, &TripSet::default());
    let timeline = || Timeline::new(black_box(&chronicle), black_box(&shown), Arrangement::default());
    let lanes = timeline();
    let chart = Chart {
        chronicle: &chronicle,
        timeline: &lanes,
        window: lanes.bounds,
        scroll: 0.0,
        width: 1440.0,
        height: 900.0,
        row_height: ROW_HEIGHT,
        selected: &[],
        selected_event: None,
        found: &|_| false,
        disputed: &|_| false,
        named: true,
        overview: Overview::Brushed,
        title: "",
        caption: &[],
        text_width: &fonts::text_width,
    };
    let mut group = criterion.benchmark_group("layout");
    group.bench_function("timeline", |bencher| bencher.iter(timeline));
    group.bench_function("scene", |bencher| bencher.iter(|| black_box(&chart).scene()));
    group.finish();
}

criterion_group!(benches, load, layout);
criterion_main!(benches);
