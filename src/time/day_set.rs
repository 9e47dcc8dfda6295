//! A set of days.

use smallvec::{SmallVec, smallvec};

use super::day::Day;
use super::span::Span;

/// Two runs fit in the room that the address of a list takes, so that most sets, and what one run leaves of another,
/// need no memory of their own.
type Runs = SmallVec<[Span; 2]>;

/// Any number of days, kept as the fewest runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DaySet {
    /// In order, with at least a day between one and the next.
    spans: Runs,
}

impl DaySet {
    /// The runs, in order; between one and the next lies at least a day.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Whether it holds no day.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Whether `day` is one of them.
    #[must_use]
    pub fn contains(&self, day: Day) -> bool {
        let after = self.spans.partition_point(|span| span.start() <= day);
        let before = self.spans.get(..after).and_then(<[Span]>::last);
        before.is_some_and(|span| span.contains(day))
    }

    /// Whether any day of `span` is one of them.
    #[must_use]
    pub fn meets(&self, span: Span) -> bool {
        !self.meeting(span).is_empty()
    }

    /// From the first to the last day; `None` when there is none.
    #[must_use]
    pub fn hull(&self) -> Option<Span> {
        Some(self.spans.first()?.hull(*self.spans.last()?))
    }

    /// How many days.
    #[must_use]
    pub fn days(&self) -> i32 {
        self.spans.iter().map(|span| span.days()).sum()
    }

    /// The days of either.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        match (self.spans(), other.spans()) {
            (_, []) => self.clone(),
            ([], _) => other.clone(),
            (&[a], &[b]) if a.start() <= b.end() && b.start() <= a.end() => a.hull(b).into(),
            (a, b) => a.iter().chain(b).copied().collect(),
        }
    }

    /// The days both have.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        // Runs of either set lie apart, and so do those that both have.
        let shared = |&a: &Span| other.meeting(a).iter().filter_map(move |&b| a.intersection(b));
        Self { spans: self.spans.iter().flat_map(shared).collect() }
    }

    /// The days that `other` does not have.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        let mut spans = Runs::new();
        for &span in &self.spans {
            let mut start = span.start();
            for taken in other.meeting(span) {
                spans.extend(Span::new(start, taken.start()));
                start = taken.end();
            }
            spans.extend(Span::new(start, span.end()));
        }
        Self { spans }
    }

    /// The runs that share a day with `span`.
    fn meeting(&self, span: Span) -> &[Span] {
        let first = self.spans.partition_point(|run| run.end() <= span.start());
        let end = self.spans.partition_point(|run| run.start() < span.end());
        self.spans.get(first..end).unwrap_or_default()
    }

    /// All other days of the calendar.
    #[must_use]
    pub fn complement(&self) -> Self {
        let starts = std::iter::once(Day::MIN).chain(self.spans.iter().map(|span| span.end()));
        let ends = self.spans.iter().map(|span| span.start()).chain(std::iter::once(Day::END));
        Self { spans: starts.zip(ends).filter_map(|(start, end)| Span::new(start, end)).collect() }
    }
}

impl FromIterator<Span> for DaySet {
    fn from_iter<T: IntoIterator<Item = Span>>(spans: T) -> Self {
        let mut sorted: Runs = spans.into_iter().collect();
        sorted.sort_unstable();
        sorted.dedup_by(|next, last| {
            let touches = next.start() <= last.end();
            if touches {
                *last = last.hull(*next);
            }
            touches
        });
        Self { spans: sorted }
    }
}

impl From<Span> for DaySet {
    fn from(span: Span) -> Self {
        Self { spans: smallvec![span] }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn set(spans: &[(i32, i32)]) -> DaySet {
        spans.iter().filter_map(|&(from, to)| Span::new(Day::from_number(from), Day::from_number(to))).collect()
    }

    #[test]
    fn runs_that_touch_become_one() {
        assert_eq!(set(&[(5, 8), (1, 3), (3, 5), (10, 12)]), set(&[(1, 8), (10, 12)]));
        assert_eq!(set(&[(1, 8), (10, 12)]).days(), 9);
    }

    #[test]
    fn sets_combine_day_by_day() {
        let (a, b) = (set(&[(1, 5), (8, 12)]), set(&[(3, 9), (11, 14)]));
        assert_eq!(a.union(&b), set(&[(1, 14)]));
        assert_eq!(a.intersection(&b), set(&[(3, 5), (8, 9), (11, 12)]));
        assert_eq!(a.difference(&b), set(&[(1, 3), (9, 11)]));
        assert!(a.contains(Day::from_number(8)) && !a.contains(Day::from_number(12)));
        assert_eq!(a.complement().complement(), a);
        assert_eq!(DaySet::default().complement().hull(), Span::new(Day::MIN, Day::END));
    }
    #[test]
    fn one_run_and_what_another_leaves_of_it_need_no_memory_of_their_own() {
        let (year, month) = (set(&[(1, 366)]), set(&[(32, 60)]));
        let sets = [year.difference(&month), year.intersection(&month), year.union(&month), month.complement()];
        assert_eq!(sets[0], set(&[(1, 32), (60, 366)]));
        assert!(sets.iter().chain([&year, &month]).all(|set| !set.spans.spilled()));
    }

    /// Up to four runs of up to six days, as they come.
    fn runs() -> impl Strategy<Value = Vec<(i32, i32)>> {
        let run = (0..30_i32, 1..6_i32).prop_map(|(start, days)| (start, start + days));
        prop::collection::vec(run, 0..4)
    }

    proptest! {
        #[test]
        fn sets_hold_the_days_that_sets_of_numbers_hold(a in runs(), b in runs()) {
            let numbers = |runs: &[(i32, i32)]| runs.iter().flat_map(|&(start, end)| start..end).collect::<BTreeSet<_>>();
            let (left, right, x, y) = (set(&a), set(&b), numbers(&a), numbers(&b));
            let check = |set: DaySet, expected: BTreeSet<i32>| {
                let days = set.spans().iter().flat_map(|run| run.start().number()..run.end().number());
                prop_assert!(days.eq(expected.iter().copied()), "{:?} {:?}", set, expected);
                prop_assert!(set.spans().windows(2).all(|pair| pair[0].end() < pair[1].start()), "{:?}", set);
                Ok(())
            };
            check(left.union(&right), &x | &y)?;
            check(left.intersection(&right), &x & &y)?;
            check(left.difference(&right), &x - &y)?;
        }
    }
}
