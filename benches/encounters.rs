//! Encounters of 5,000, 50,000 and 500,000 trips of as many a day: their time should grow as n log n.

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use wayline::model::{self, Encounters, Filter, Tours, TripSet};
use wayline::time::Day;

/// Trips that begin on a day, countries that they go to, and those who travel.
const A_DAY: u32 = 10;
const COUNTRIES: u32 = 20;
const TRAVELLERS: u32 = 50;

/// Where nothing is measured each part only has to run, as in `cargo test --benches`.
const TRIED: [u32; 1] = [1_000];
const SIZES: [u32; 3] = [5_000, 50_000, 500_000];

/// Trips of one to five days; of every eighth only the month is known.
fn file(trips: u32) -> String {
    let mut file = "(trips: [\n".to_owned();
    for trip in 0..trips {
        let first = Day::first_of_year(1850) + i32::try_from(trip / A_DAY).unwrap_or(0);
        let last = first + i32::try_from(trip % 5).unwrap_or(0);
        let (country, traveller) = (trip % COUNTRIES, trip / 3 % TRAVELLERS);
        let dates = if trip % 8 == 0 { first.to_string()[..7].to_owned() } else { format!("{first}/{last}") };
        _ = writeln!(file, "(country: \"C{country}\", traveller: \"T{traveller}\", dates: \"{dates}\"),");
    }
    file + "])"
}

fn encounters(criterion: &mut Criterion) {
    let is_measured = std::env::args().any(|argument| argument == "--bench");
    let sizes = if is_measured { &SIZES[..] } else { &TRIED };
    let mut group = criterion.benchmark_group("encounters");
    for &trips in sizes {
        let chronicle = model::load(file(trips)).chronicle;
        let shown = Filter::default().apply(&chronicle, &TripSet::default());
        let tours = Tours::new(&chronicle, &shown, model::MOST_DAYS_BETWEEN);
        let found = Encounters::new(&chronicle, &shown, &tours);
        let id = BenchmarkId::from_parameter(format!("{trips} trips, {} found", found.all.len()));
        group.throughput(Throughput::Elements(trips.into())).sample_size(10);
        group.bench_function(id, |bencher| {
            bencher.iter(|| Encounters::new(black_box(&chronicle), black_box(&shown), black_box(&tours)));
        });
    }
    group.finish();
}

criterion_group!(benches, encounters);
criterion_main!(benches);
