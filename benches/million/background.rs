//! What the window makes beside its frames: tours, findings, statistics.

use std::time::Instant;

use criterion::Criterion;
use wayline::model::{self, Filter, Findings, Statistics, Tours, TripSet};

use crate::file::{grouped, sizes, text};
use crate::times::{group, ms, report, timed};

pub(crate) fn background(criterion: &mut Criterion) {
    for trips in sizes() {
        let loaded = model::load(text(trips, false));
        let shown = Filter::default().apply(&loaded.chronicle, &TripSet::default());
        let mut group = group(criterion, &format!("background/{trips}"));
        let findings = timed(&mut group, "findings", || {
            let start = Instant::now();
            let findings = Findings::new(&loaded.chronicle, &loaded.text);
            let time = start.elapsed();
            drop(findings);
            time
        });
        let tours = timed(&mut group, "tours", || {
            let start = Instant::now();
            let tours = Tours::new(&loaded.chronicle, &shown, model::MOST_DAYS_BETWEEN);
            let time = start.elapsed();
            drop(tours);
            time
        });
        let tours_made = Tours::new(&loaded.chronicle, &shown, model::MOST_DAYS_BETWEEN);
        let statistics = timed(&mut group, "statistics", || {
            let start = Instant::now();
            let statistics = Statistics::new(&loaded.chronicle, &shown, &tours_made);
            let time = start.elapsed();
            drop(statistics);
            time
        });
        group.finish();
        report(&format!(
            "background, {} trips: findings {}, tours {}, statistics {}",
            grouped(trips),
            ms(findings.median()),
            ms(tours.median()),
            ms(statistics.median()),
        ));
    }
}
