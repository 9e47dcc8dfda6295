//! Hostile input, saves that are interrupted, and what data may not do.

mod bodies;
mod hostile_files;
mod mutate;
mod saves;

pub(crate) use bodies::packed;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use wayline::data::import::{Options, import};

/// A way in, with the name of its seeds in `fuzz/corpus`, and how many inputs a usual run tries.
struct WayIn {
    seeds: &'static str,
    body: fn(&[u8]),
    usual_cases: u64,
}

fn in_text(bytes: &[u8], body: fn(&str)) {
    body(&String::from_utf8_lossy(bytes));
}

const WAYS_IN: [WayIn; 11] = [
    WayIn { seeds: "ron", body: bodies::ron, usual_cases: 400 },
    WayIn { seeds: "import", body: bodies::import, usual_cases: 600 },
    WayIn { seeds: "xlsx", body: bodies::xlsx, usual_cases: 200 },
    WayIn { seeds: "xls", body: bodies::xls, usual_cases: 200 },
    WayIn { seeds: "ods", body: bodies::ods, usual_cases: 200 },
    WayIn { seeds: "table", body: bodies::table, usual_cases: 400 },
    WayIn { seeds: "date", body: |bytes| in_text(bytes, bodies::date), usual_cases: 4000 },
    WayIn { seeds: "edtf", body: |bytes| in_text(bytes, bodies::edtf), usual_cases: 4000 },
    WayIn { seeds: "search", body: |bytes| in_text(bytes, bodies::search), usual_cases: 400 },
    WayIn { seeds: "view", body: |bytes| in_text(bytes, bodies::view), usual_cases: 100 },
    WayIn { seeds: "ron", body: bodies::whole, usual_cases: 40 },
];

fn seeds(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// A seed that no importer understands would lead to none of its code.
#[test]
fn every_list_among_the_seeds_has_trips() {
    let sheets = seeds("xlsx").into_iter().map(|sheet| packed::xlsx(&[("Trips", &sheet)]));
    let old = seeds("xls").into_iter().map(|records| packed::xls(&records));
    let open = seeds("ods").into_iter().map(|content| packed::ods(&content));
    for list in seeds("import").into_iter().chain(sheets).chain(old).chain(open) {
        let imported = import(&list, "input", &Options::default());
        let trips = imported.map(|imported| imported.trip_count()).map_err(|problem| problem.message);
        assert!(trips.as_ref().is_ok_and(|trips| 0 < *trips), "{trips:?} of {}", String::from_utf8_lossy(&list));
    }
}

impl WayIn {
    /// Tries the input of this number; what fails is shown.
    fn try_case(&self, seeds: &[Vec<u8>], case: u64) {
        let input = mutate::changed(&mut fastrand::Rng::with_seed(case), seeds);
        let done = catch_unwind(AssertUnwindSafe(|| (self.body)(&input)));
        assert!(done.is_ok(), "case {case} of {}: {:?}", self.seeds, String::from_utf8_lossy(&input));
    }
}

/// Tries the same inputs each time, so that what is found can be found again; then others, for as many minutes as
/// `WAYLINE_FUZZ_MINUTES` says.
#[test]
fn inputs_near_sound_ones_break_nothing() {
    let ways: Vec<_> = WAYS_IN.iter().map(|way| (way, seeds(way.seeds))).collect();
    for (way, seeds) in &ways {
        for seed in seeds {
            (way.body)(seed);
        }
        (0..way.usual_cases).for_each(|case| way.try_case(seeds, case));
    }
    let Ok(minutes) = std::env::var("WAYLINE_FUZZ_MINUTES") else { return };
    let (begun, minutes) = (Instant::now(), Duration::from_mins(minutes.parse().unwrap()));
    let first = fastrand::u64(1 << 20..1 << 40);
    for round in (first..).take_while(|_| begun.elapsed() < minutes) {
        for (way, seeds) in &ways {
            let share = way.usual_cases / 20;
            (round * share..(round + 1) * share).for_each(|case| way.try_case(seeds, case));
        }
    }
}
