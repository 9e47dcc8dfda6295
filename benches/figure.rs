//! What a figure costs in each format, beside the cost of the libraries alone on the same picture.
//!
//! The difference is Wayline's own share: arranging, laying out, writing SVG. The line at the end gives it as a ratio.

#![expect(clippy::expect_used, reason = "a bench that cannot go on should stop at once")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use wayline::export::{Figure, PageSetup, View};
use wayline::{model, paint};

const FILE: &str = include_str!("../data.ron");
/// Runs of which the median is taken for a ratio.
const RUNS: usize = 31;

fn figure(criterion: &mut Criterion) {
    let loaded = model::load(FILE.to_owned()).named("data.ron");
    let document = &loaded;
    // 1600 × 900 pixels, which is the default.
    let (view, page_setup) = (View::default(), PageSetup::default());
    let draw = || Figure::new(document, black_box(&view), black_box(&page_setup)).expect("the default file has trips");
    // The same picture, ready: what is left is resvg's parsing, drawing and compression, or krilla's.
    let ready = draw();

    let mut group = criterion.benchmark_group("figure");
    group.bench_function("svg", |bencher| bencher.iter(draw));
    group.bench_function("png", |bencher| bencher.iter(|| draw().png(1.0)));
    group.bench_function("png, resvg alone", |bencher| bencher.iter(|| resvg_alone(&ready.svg)));
    group.bench_function("pdf", |bencher| bencher.iter(|| draw().pdf()));
    group.bench_function("pdf, usvg and krilla alone", |bencher| bencher.iter(|| krilla_alone(&ready)));
    group.finish();

    report("PNG", || drop(draw().png(1.0)), || drop(resvg_alone(&ready.svg)));
    report("PDF", || drop(draw().pdf()), || drop(krilla_alone(&ready)));
}

/// A ready SVG to PNG, with the library's own calls and its own PNG encoder.
fn resvg_alone(svg: &str) -> Vec<u8> {
    use resvg::{tiny_skia, usvg};
    let options = usvg::Options { fontdb: paint::fonts::database(svg), ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(svg, &options).expect("the figure is an SVG");
    let size = tree.size().to_int_size();
    let mut pixmap = tiny_skia::Pixmap::new(size.width(), size.height()).expect("the figure has a size");
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixmap.as_mut());
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, size.width(), size.height());
    encoder.set_color(png::ColorType::Rgba);
    let mut writer = encoder.write_header().expect("a header is written to memory");
    writer.write_image_data(pixmap.data()).expect("pixels are written to memory");
    writer.finish().expect("the end is written to memory");
    file
}

/// A ready SVG to PDF: usvg's parsing, krilla's drawing and embedding, and the walk from one to the other.
fn krilla_alone(figure: &Figure) -> Vec<u8> {
    paint::pdf(black_box(&figure.svg), &figure.title, &figure.description).expect("the figure is an SVG")
}

/// Says what a whole costs as a multiple of the library's part.
#[expect(clippy::print_stderr, reason = "a bench reports to whoever runs it")]
fn report(format: &str, whole: impl Fn(), library: impl Fn()) {
    // In turn, so that both feel the same load.
    let mut times: Vec<[Duration; 2]> = Vec::new();
    for _ in 0..RUNS {
        times.push([&whole as &dyn Fn(), &library].map(|run| {
            let start = Instant::now();
            run();
            start.elapsed()
        }));
    }
    let [whole, library] = [0, 1].map(|which| {
        let mut times: Vec<_> = times.iter().map(|pair| pair[which].as_secs_f64()).collect();
        times.sort_by(f64::total_cmp);
        times[RUNS / 2]
    });
    eprintln!(
        "{format}: {:.2} ms, of which the library {:.2} ms; Wayline's own share is {:.2} of the library's",
        whole * 1e3,
        library * 1e3,
        (whole - library) / library
    );
}

criterion_group!(benches, figure);
criterion_main!(benches);
