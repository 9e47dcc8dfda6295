//! Times that criterion takes and that are compared with each other afterwards.

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, SamplingMode};

/// What several runs took, in milliseconds, the shortest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Times(Vec<f64>);

impl FromIterator<Duration> for Times {
    fn from_iter<T: IntoIterator<Item = Duration>>(times: T) -> Self {
        let mut sorted: Vec<f64> = times.into_iter().map(|time| time.as_secs_f64() * 1e3).collect();
        sorted.sort_by(f64::total_cmp);
        Self(sorted)
    }
}

impl Times {
    /// Whether nothing ran, as criterion's filter left it out.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The time that this share of the runs did not exceed; not a number when nothing ran.
    pub(crate) fn quantile(&self, share: f64) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "there are never that many runs")]
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a list")]
        let place = ((self.0.len() as f64 * share).ceil() as usize).max(1) - 1;
        self.0.get(place).copied().unwrap_or(f64::NAN)
    }

    pub(crate) fn median(&self) -> f64 {
        self.quantile(0.5)
    }

    pub(crate) fn p95(&self) -> f64 {
        self.quantile(0.95)
    }

    pub(crate) fn longest(&self) -> f64 {
        self.quantile(1.0)
    }
}

/// A group for what takes from a fraction of a millisecond to seconds.
pub(crate) fn group<'a>(criterion: &'a mut Criterion, name: &str) -> BenchmarkGroup<'a, WallTime> {
    let mut group = criterion.benchmark_group(name);
    group.sampling_mode(SamplingMode::Flat).sample_size(10);
    group.warm_up_time(Duration::from_millis(200)).measurement_time(Duration::from_secs(1));
    group
}

/// Lets criterion run this as often as it likes, and keeps what each run says it took.
pub(crate) fn timed(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, mut run: impl FnMut() -> Duration) -> Times {
    let mut times: Vec<Duration> = Vec::new();
    group.bench_function(name, |bencher| {
        bencher.iter_custom(|runs| {
            let before = times.len();
            times.extend((0..runs).map(|_| run()));
            times.iter().skip(before).sum()
        });
    });
    times.into_iter().collect()
}

/// How long this takes.
pub(crate) fn took<T>(run: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(run());
    start.elapsed()
}

/// Milliseconds, with as many digits as can be meant.
pub(crate) fn ms(time: f64) -> String {
    if time < 10.0 {
        format!("{time:.2} ms")
    } else if time < 1000.0 {
        format!("{time:.0} ms")
    } else {
        format!("{:.2} s", time / 1e3)
    }
}

/// Says what came out.
#[expect(clippy::print_stdout, reason = "a bench reports to whoever runs it")]
pub(crate) fn report(line: &str) {
    println!("{line}");
}
