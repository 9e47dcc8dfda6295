//! A figure of everything, as SVG.

use std::time::Instant;

use criterion::Criterion;
use wayline::export::{Figure, PageSetup, View};
use wayline::model;

use crate::file::{grouped, sizes, text};
use crate::times::{group, ms, report, timed};

pub(crate) fn figure(criterion: &mut Criterion) {
    for trips in sizes() {
        let loaded = model::load(text(trips, false)).named("million.ron");
        let document = &loaded;
        // 1600 × 900 pixels, which is the default.
        let draw = || Figure::new(document, &View::default(), &PageSetup::default());
        let bytes = match draw() {
            Ok(figure) => figure.svg.len(),
            Err(err) => {
                report(&format!("figure, {} trips: {err}", grouped(trips)));
                continue;
            }
        };
        let mut group = group(criterion, &format!("figure/{trips}"));
        let times = timed(&mut group, "svg", || {
            let start = Instant::now();
            let figure = draw();
            let time = start.elapsed();
            drop(figure);
            time
        });
        group.finish();
        #[expect(clippy::cast_precision_loss, reason = "no figure is that large")]
        let megabytes = bytes as f64 / 1e6;
        report(&format!("figure, {} trips: {}, {megabytes:.1} MB of SVG", grouped(trips), ms(times.median())));
    }
}
