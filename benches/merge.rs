//! Two files of as many trips a day become one: collected, paired, written and read again. The time should grow as n log n.

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use wayline::export;
use wayline::model::merge::{Merge, Options, Part};
use wayline::model::{self, Document};
use wayline::time::Day;

/// Trips that begin on a day, countries that they go to, and those who travel.
const A_DAY: u32 = 2;
const COUNTRIES: u32 = 40;
const TRAVELLERS: u32 = 5;

/// Where nothing is measured each part only has to run, as in `cargo test --benches`.
const TRIED: [u32; 1] = [200];
const SIZES: [u32; 4] = [1_250, 5_000, 20_000, 80_000];

/// Trips of one to five days, some of them a day later than in another source, one in sixteen left out, one known by its month only.
fn file(source: &str, trips: u32, moved: u32) -> Document {
    let mut file = format!("(sources: [(id: \"{source}\")], trips: [\n");
    for trip in (0..trips).filter(|trip| trip % 16 != moved) {
        let later = i32::from(trip % 4 == 1) * i32::try_from(moved).unwrap_or(0);
        let first = Day::first_of_year(1800) + i32::try_from(trip / A_DAY).unwrap_or(0) + later;
        let last = first + i32::try_from(trip % 5).unwrap_or(0);
        let (country, traveller) = (trip % COUNTRIES, trip / 3 % TRAVELLERS);
        let dates = if trip % 16 == 9 { first.to_string()[..7].to_owned() } else { format!("{first}/{last}") };
        let place = trip / 7 % 3;
        _ = writeln!(
            file,
            "(country: \"C{country}\", traveller: \"T{traveller}\", dates: \"{dates}\", places: [\"P{place}\"]),"
        );
    }
    model::load(file + "])").named(format!("{source}.ron"))
}

fn merge(criterion: &mut Criterion) {
    let is_measured = std::env::args().any(|argument| argument == "--bench");
    let sizes = if is_measured { &SIZES[..] } else { &TRIED };
    let mut group = criterion.benchmark_group("merge");
    for &trips in sizes {
        let documents = [file("a", trips, 0), file("b", trips, 1)];
        let parts = documents.each_ref().map(|document| Part { chronicle: &document.chronicle, file: &document.name });
        let merge = Merge::new(&parts, &Options::default());
        let proposals = merge.decided(&[]).proposals.len();
        group.throughput(Throughput::Elements(trips.into())).sample_size(10);
        let id =
            |what: &str| BenchmarkId::from_parameter(format!("{trips} and {trips}, {proposals} proposals: {what}"));
        group.bench_function(id("propose"), |bencher| {
            bencher.iter(|| Merge::new(black_box(&parts), &Options::default()).decided(&[]).proposals.len());
        });
        group.bench_function(id("and write"), |bencher| {
            bencher.iter(|| {
                let merge = Merge::new(black_box(&parts), &Options::default());
                let open = merge.decided(&[]);
                export::trips_file(&merge.decided(&[open.accepting(&open.proposals)]).chronicle()).len()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, merge);
criterion_main!(benches);
