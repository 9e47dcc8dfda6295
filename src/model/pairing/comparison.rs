//! How two accounts of one trip differ in their dates.

use crate::model::facts::{Chronicle, Trip};
use crate::text::days;
use crate::time::{DaySet, When};

/// Two dates of the same trip beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// How they lie to each other.
    pub class: Class,
    /// Days from the first one's start to the second one's; `None` where either start is not known to the day.
    pub start_days: Option<i32>,
    /// The same of their last days.
    pub end_days: Option<i32>,
}

/// How the days of two accounts lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// The same days.
    Same,
    /// As many days, moved.
    Shifted,
    /// One within the other.
    Nested,
    /// Each has days of its own, and they share some.
    Overlapping,
    /// No day in common.
    Disjoint,
    /// One of them is not known to the day, and the other lies within its bounds: they can both be right.
    InsideVague,
}

impl Class {
    /// In words, as in "the dates are …".
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Same => "the same",
            Self::Shifted => "shifted",
            Self::Nested => "one within the other",
            Self::Overlapping => "overlapping",
            Self::Disjoint => "without a day in common",
            Self::InsideVague => "one known only roughly, with the other inside",
        }
    }
}

impl Comparison {
    /// Compares two dates.
    #[must_use]
    pub fn new(a: &When, b: &When) -> Self {
        let (first, second) = (a.possible(), b.possible());
        let named = [a.named_days(), b.named_days()];
        let within = |inner: &DaySet, outer: &DaySet| inner.difference(outer).is_empty();
        let [first_in_second, second_in_first] = [within(&named[0], &named[1]), within(&named[1], &named[0])];
        let class = if named[0].intersection(&named[1]).is_empty() {
            Class::Disjoint
        } else if a.is_exact() && b.is_exact() {
            if first == second {
                Class::Same
            } else if first.days() == second.days() {
                Class::Shifted
            } else if first_in_second || second_in_first {
                Class::Nested
            } else {
                Class::Overlapping
            }
        } else if a.possible_days() == b.possible_days() && a.certain_days() == b.certain_days() {
            Class::Same
        } else if (!a.is_exact() && second_in_first) || (!b.is_exact() && first_in_second) {
            Class::InsideVague
        } else {
            Class::Overlapping
        };
        let exact = a.is_exact() && b.is_exact();
        Self {
            class,
            start_days: exact.then(|| second.start() - first.start()),
            end_days: exact.then(|| second.last() - first.last()),
        }
    }

    /// Compares all dates that two sources give of a trip, each at least one.
    #[must_use]
    pub fn of_sources(one: &[&When], other: &[&When]) -> Option<Self> {
        if let ([one], [other]) = (one, other) {
            return Some(Self::new(one, other));
        }
        let days = |dates: &[&When]| dates.iter().fold(DaySet::default(), |days, when| days.union(&when.named_days()));
        let (first, second) = (days(one), days(other));
        let (from, to) = (first.hull()?, second.hull()?);
        let class = if first.intersection(&second).is_empty() {
            Class::Disjoint
        } else if first == second {
            Class::Same
        } else if first.difference(&second).is_empty() || second.difference(&first).is_empty() {
            Class::Nested
        } else {
            Class::Overlapping
        };
        let are_exact = one.iter().chain(other).all(|when| when.is_exact());
        Some(Self {
            class,
            start_days: are_exact.then(|| to.start() - from.start()),
            end_days: are_exact.then(|| to.last() - from.last()),
        })
    }

    /// By how many days first or last day differ, whichever differs more; `None` where one of them is not known to the day.
    #[must_use]
    pub fn most_days(self) -> Option<i32> {
        self.start_days.zip(self.end_days).map(|(start, end)| start.abs().max(end.abs()))
    }

    /// How the dates of each two accounts of a trip differ; with the names of their sources where there are more than two.
    #[must_use]
    pub fn of_trip(chronicle: &Chronicle, trip: &Trip) -> Vec<String> {
        let accounts = trip.accounts();
        let pairs = accounts
            .iter()
            .enumerate()
            .flat_map(|(at, first)| accounts[at + 1..].iter().map(move |other| (first, other)));
        let lines = pairs.map(|(first, second)| {
            let [a, b] = [first, second].map(|account| &chronicle.source(account.source).name);
            let words = Self::new(&first.when, &second.when).describe(a);
            if accounts.len() == 2 { words } else { format!("{a} and {b}: {words}") }
        });
        lines.collect()
    }

    /// By the name of the first source: `List starts 1 day later, ends 2 days earlier`; `the same days`.
    #[must_use]
    pub fn describe(self, first: &str) -> String {
        match (self.start_days, self.end_days) {
            (Some(0), Some(0)) => "the same days".to_owned(),
            (Some(start), Some(end)) => format!("{first} starts {}, ends {}", shift(start), shift(end)),
            _ => self.class.label().to_owned(),
        }
    }

    /// How they lie and how far apart: `one within the other; List starts 1 day later, ends 2 days earlier`.
    #[must_use]
    pub fn describe_fully(self, first: &str) -> String {
        match (self.start_days, self.end_days) {
            (Some(_), Some(_)) => format!("{}; {}", self.class.label(), self.describe(first)),
            _ => self.class.label().to_owned(),
        }
    }
}

/// Where a day of the first account lies, of which the second's is so many days behind.
fn shift(behind: i32) -> String {
    match behind {
        0 => "the same day".to_owned(),
        1.. => format!("{} earlier", days(behind)),
        _ => format!("{} later", days(behind)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_lie_to_each_other_in_six_ways() {
        let check = |a: &str, b: &str, class: Class, words: &str| {
            let comparison = Comparison::new(&When::parse(a).unwrap(), &When::parse(b).unwrap());
            assert_eq!((comparison.class, comparison.describe("A").as_str()), (class, words), "{a} and {b}");
        };
        check("1956-07-06/1956-07-16", "1956-07-06/1956-07-16", Class::Same, "the same days");
        check(
            "1957-11-04/1957-11-21",
            "1957-11-03/1957-11-23",
            Class::Nested,
            "A starts 1 day later, ends 2 days earlier",
        );
        check(
            "1956-06-01/1956-06-03",
            "1956-06-02/1956-06-04",
            Class::Shifted,
            "A starts 1 day earlier, ends 1 day earlier",
        );
        check(
            "1959-01-14/1959-02-06",
            "1959-01-21/1959-02-07",
            Class::Overlapping,
            "A starts 7 days earlier, ends 1 day earlier",
        );
        check(
            "1986-10-22/1986-10-27",
            "1986-10-22/1986-10-26",
            Class::Nested,
            "A starts the same day, ends 1 day later",
        );
        check(
            "1961-03-03/1961-03-25",
            "1961-06-29/1961-07-10",
            Class::Disjoint,
            "A starts 118 days earlier, ends 107 days earlier",
        );
        check("1964-11", "1964-11-03/1964-11-05", Class::InsideVague, "one known only roughly, with the other inside");
        check("1964-11", "1964-11", Class::Same, "the same");
        check("196X-12-25", "1965-12-25", Class::InsideVague, "one known only roughly, with the other inside");
        check("196X-12-25", "1965-07-03", Class::Disjoint, "without a day in common");
        check("196X-12-25", "1965-12-25/1965-12-27", Class::Overlapping, "overlapping");
        check("1964-11", "1964-11-25/1964-12-02", Class::Overlapping, "overlapping");
    }
}
