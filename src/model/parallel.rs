//! The same work on many parts, on all cores.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;
use std::thread;

/// With fewer trips than this, starting threads takes longer than the work.
pub const WORTH_THREADS: usize = 50_000;

/// Results of `work` for each of the positions below `count`, in their order; computed on all cores if it is `worth` it.
pub fn map<T: Send>(count: usize, worth: bool, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let cores = if worth { thread::available_parallelism().map_or(1, NonZero::get).min(count) } else { 1 };
    if cores < 2 {
        return (0..count).map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let worker = || {
        let positions = std::iter::repeat_with(|| next.fetch_add(1, Relaxed)).take_while(|position| *position < count);
        positions.map(|position| (position, work(position))).collect::<Vec<_>>()
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..cores).map(|_| scope.spawn(worker)).collect();
        let mut done = worker();
        for other in others {
            done.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(position, _)| *position);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn results_come_in_order() {
        for (count, worth) in [(0, true), (1, true), (1000, true), (1000, false)] {
            let squares: Vec<usize> = (0..count).map(|number| number * number).collect();
            assert_eq!(map(count, worth, |number| number * number), squares);
        }
    }
}
