//! A set of days.

use super::{Day, Span};

/// Any number of days, kept as the fewest runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DaySet {
    /// In order, with at least a day between one and the next.
    spans: Vec<Span>,
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
        after.checked_sub(1).is_some_and(|at| self.spans[at].contains(day))
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
        self.spans.iter().chain(&other.spans).copied().collect()
    }

    /// The days both have.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        let meets = |&a: &Span| other.spans.iter().filter_map(move |&b| a.intersection(b));
        self.spans.iter().flat_map(meets).collect()
    }

    /// The days that `other` does not have.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        self.intersection(&other.complement())
    }

    /// All other days of the calendar.
    #[must_use]
    pub fn complement(&self) -> Self {
        let starts = std::iter::once(Day::MIN).chain(self.spans.iter().map(|span| span.end()));
        let ends = self.spans.iter().map(|span| span.start()).chain(std::iter::once(Day::END));
        starts.zip(ends).filter_map(|(start, end)| Span::new(start, end)).collect()
    }
}

impl FromIterator<Span> for DaySet {
    fn from_iter<T: IntoIterator<Item = Span>>(spans: T) -> Self {
        let mut sorted: Vec<Span> = spans.into_iter().collect();
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
        Self { spans: vec![span] }
    }
}

#[cfg(test)]
mod tests {
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
}
