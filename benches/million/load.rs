//! Reading a file: one plain call of `ron`, and Wayline with all that it makes of it.

use std::{hint::black_box, time::Instant};

use criterion::Criterion;
use wayline::model;

use crate::{
    file::{grouped, sizes, text},
    plain,
    times::{group, ms, report, timed},
};

pub(crate) fn load(criterion: &mut Criterion) {
    for trips in sizes() {
        for (form, compact) in [("pretty", false), ("compact", true)] {
            let text = text(trips, compact);
            let mut group = group(criterion, &format!("load/{trips}/{form}"));
            let plain = timed(&mut group, "plain ron", || {
                let start = Instant::now();
                // Taking it down again is not part of reading.
                let file = plain::read(black_box(&text));
                let time = start.elapsed();
                drop(file);
                time
            });
            let wayline = timed(&mut group, "Wayline", || {
                let text = text.clone();
                let start = Instant::now();
                let loaded = model::load(black_box(text));
                let time = start.elapsed();
                assert_eq!((loaded.chronicle.trips.len(), loaded.problems.len()), (trips as usize, 0));
                time
            });
            group.finish();
            report(&format!(
                "load, {} trips, {form}, {} MB: plain ron {} · Wayline {} = {:.2} × plain ron",
                grouped(trips),
                text.len() / 1_000_000,
                ms(plain.median()),
                ms(wayline.median()),
                wayline.median() / plain.median(),
            ));
        }
    }
}
