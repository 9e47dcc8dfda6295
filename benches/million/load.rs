//! Reading a file: one plain call of `ron`, and Wayline with its checks, problems and names by number.

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::Criterion;
use wayline::model::{self, Progress};

use crate::file::{grouped, sizes, text};
use crate::plain;
use crate::times::{Times, group, ms, report, timed};

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
            let mut first_parts: Vec<Duration> = Vec::new();
            let wayline = timed(&mut group, "Wayline", || {
                let text = text.clone();
                let start = Instant::now();
                let mut first_part = None;
                let mut show = |_| _ = first_part.get_or_insert_with(|| start.elapsed());
                let loaded = model::load_watched(black_box(text), &Progress::default(), Some(&mut show));
                let time = start.elapsed();
                first_parts.extend(first_part);
                let loaded = loaded.expect("nobody cancels this");
                assert_eq!((loaded.chronicle.trips.len(), loaded.problems.len()), (trips as usize, 0));
                time
            });
            group.finish();
            if plain.is_empty() || wayline.is_empty() {
                continue;
            }
            report(&format!(
                "load, {} trips, {form}, {} MB: plain ron {} · Wayline {} = {:.2} × plain ron",
                grouped(trips),
                text.len() / 1_000_000,
                ms(plain.median()),
                ms(wayline.median()),
                wayline.median() / plain.median(),
            ));
            if let Some(cancelled) = cancelled(text) {
                report(&format!(
                    "load, {} trips, {form}: first part to look at after {}; cancelled then, it ends after {}",
                    grouped(trips),
                    ms(first_parts.into_iter().collect::<Times>().median()),
                    ms(cancelled.as_secs_f64() * 1e3),
                ));
            }
        }
    }
}

/// How long a load goes on that is cancelled when its first part is shown; `None` where there is no part.
fn cancelled(text: String) -> Option<Duration> {
    let progress = Progress::default();
    let mut at = None;
    let mut cancel = |_| {
        progress.cancel();
        at = Some(Instant::now());
    };
    let loaded = model::load_watched(text, &progress, Some(&mut cancel));
    let time = at.map(|at| at.elapsed());
    assert_eq!(loaded.is_none(), time.is_some(), "a cancelled load gives nothing");
    time
}
