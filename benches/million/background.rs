//! What the window makes beside its frames: tours, findings, statistics and matches of a search.

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
        // The first search collects the names.
        let names = Instant::now();
        drop(loaded.search(&Filter::default(), &shown, "president"));
        let names = names.elapsed();
        // Nothing tells of the fourth.
        let mut typed = ["presid", "country:1", "office:minister 1950", "delegaton", "year:1950"].iter().cycle();
        let searches = timed(&mut group, "search", || {
            let text = typed.next().expect("a cycle has no end");
            let start = Instant::now();
            let matches = loaded.search(&Filter::default(), &shown, text);
            let time = start.elapsed();
            drop(matches);
            time
        });
        group.finish();
        report(&format!(
            "background, {} trips: findings {}, tours {}, statistics {}, search {}, at the longest {}, the first {}",
            grouped(trips),
            ms(findings.median()),
            ms(tours.median()),
            ms(statistics.median()),
            ms(searches.median()),
            ms(searches.longest()),
            ms(names.as_secs_f64() * 1000.0),
        ));
    }
}
