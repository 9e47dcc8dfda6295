//! How long frames take.

/// A frame that takes longer is seen too late on a display of 60 pictures a second, in milliseconds.
pub(crate) const DUE_MS: f32 = 1000.0 / 60.0;
/// So many of the last frames are looked at.
const LAST: usize = 240;

/// What frames have taken since the window was opened.
#[derive(Clone, Debug, Default)]
pub(crate) struct FrameTimes {
    /// How many were drawn.
    pub(crate) count: usize,
    /// How many took longer than they should.
    pub(crate) late: usize,
    /// The longest, in milliseconds.
    pub(crate) longest_ms: f32,
    /// The last ones, in milliseconds, in no order.
    last: Vec<f32>,
}

impl FrameTimes {
    /// Adds a frame that took so many seconds.
    pub(crate) fn add(&mut self, secs: f32) {
        let ms = secs * 1000.0;
        match self.last.get_mut(self.count % LAST) {
            Some(oldest) => *oldest = ms,
            None => self.last.push(ms),
        }
        self.count += 1;
        self.late += usize::from(DUE_MS < ms);
        self.longest_ms = self.longest_ms.max(ms);
    }

    /// What half of the last frames took at most, and what nineteen of twenty took, in milliseconds; nothing before the first.
    pub(crate) fn median_and_p95_ms(&self) -> Option<[f32; 2]> {
        let mut sorted = self.last.clone();
        sorted.sort_by(f32::total_cmp);
        let at = |share: usize| sorted.get((sorted.len() * share / 100).min(sorted.len().saturating_sub(1))).copied();
        Some([at(50)?, at(95)?])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn late_frames_are_counted_and_the_last_are_looked_at() {
        let mut times = FrameTimes::default();
        assert_eq!(times.median_and_p95_ms(), None);
        times.add(0.5);
        for _ in 0..LAST {
            times.add(0.002);
        }
        times.add(0.02);
        assert_eq!((times.count, times.late), (LAST + 2, 2));
        assert!((times.longest_ms - 500.0).abs() < 1e-3);
        assert_eq!(times.median_and_p95_ms(), Some([2.0, 2.0]), "the first is forgotten");
    }
}
