//! A load under way, as seen from outside.

use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicBool, AtomicUsize};

/// How far a load is, and whether it was cancelled. Shared between the loading and the waiting thread.
#[derive(Debug, Default)]
pub struct Progress {
    /// Bytes read.
    done: AtomicUsize,
    /// Bytes to be read.
    total: AtomicUsize,
    cancelled: AtomicBool,
}

impl Progress {
    /// The share of the file that has been read, 0 to 1.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a share to be shown")]
    pub fn share(&self) -> f32 {
        self.done.load(Relaxed) as f32 / self.total.load(Relaxed).max(1) as f32
    }

    /// Asks the load to end as soon as it can, with nothing.
    pub fn cancel(&self) {
        self.cancelled.store(true, Relaxed);
    }

    /// Whether the load was cancelled.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Relaxed)
    }

    pub(super) fn begin(&self, total: usize) {
        self.total.store(total, Relaxed);
    }

    pub(super) fn reach(&self, done: usize) {
        self.done.store(done, Relaxed);
    }
}
