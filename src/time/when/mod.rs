//! A date as a source gives it: EDTF text with its bounds.

pub(super) mod edtf;
mod read;
pub(super) mod unspecified;

use std::borrow::Cow;

use super::day::Day;
use super::day_set::DaySet;
use super::span::Span;

/// When something took place, as precisely as a source says and no more.
///
/// Made from EDTF (ISO 8601-2, levels 0 to 2). The text can always be had back; the bounds are derived from it once.
/// Days that are known and plainly written, as nearly all are, take up no more room than their numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    possible: Span,
    /// What else the text says; `None` where it is just [`plain_text`] of `possible`.
    rest: Option<Box<Rest>>,
}

/// What the text of a date says beside the days it names.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Rest {
    text: Box<str>,
    /// From the latest start to the earliest end, whatever the qualifier.
    certain: Option<Span>,
    ends: OpenEnds,
    qualifier: Qualifier,
    /// The days that each member can be.
    set: Option<(SetKind, Box<[DaySet]>)>,
}

/// What the members of a set stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetKind {
    /// Each member took place: `{1960,1961-12}`.
    All,
    /// One of the members took place: `[1960,1961-12]`; or one of the days of a date with unknown digits: `196X-12-25`.
    One,
}

/// How sure it is that a day was part of something; nothing is said of days that were not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// The day can have been part of it.
    Possible,
    /// The day was part of it.
    Certain,
}

/// Which ends of an interval carry no date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenEnds {
    /// The start is open (`../1961`) or unknown (`/1961`).
    pub start: bool,
    /// The end is open (`1961/..`) or unknown (`1961/`).
    pub end: bool,
}

/// What the source says of its own date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Qualifier {
    /// Marked `?` or `%` anywhere.
    pub uncertain: bool,
    /// Marked `~` or `%` anywhere.
    pub approximate: bool,
}

/// In which ways a date is not exact; any number of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Inexact(u8);

impl Inexact {
    /// A day is not known: a month, a year, an interval between such.
    pub const SOFT: Self = Self(1);
    /// Marked `~` or `%`.
    pub const ABOUT: Self = Self(1 << 1);
    /// Marked `?` or `%`.
    pub const UNCERTAIN: Self = Self(1 << 2);
    /// The start or the end has no date.
    pub const OPEN_END: Self = Self(1 << 3);
    /// Each of several dates.
    pub const EACH: Self = Self(1 << 4);
    /// One of several dates.
    pub const ONE_OF: Self = Self(1 << 5);

    /// The ways of both.
    #[must_use]
    pub const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Whether it holds all ways of `others`.
    #[must_use]
    pub const fn holds(self, others: Self) -> bool {
        self.0 & others.0 == others.0
    }

    fn when(self, is: bool) -> Self {
        if is { self } else { Self::default() }
    }
}

/// How many days something lasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duration {
    /// This many days, first and last counted.
    Exactly(i32),
    /// Some number of days between these two, both possible.
    Between(i32, i32),
    /// At least this many; one end has no date.
    AtLeast(i32),
}

/// Why a text is no usable date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhenError {
    /// Not EDTF, or a day no calendar has.
    #[error("not a date: {reason}")]
    NotEdtf {
        /// What the EDTF parser says.
        reason: String,
    },
    /// The end lies before the start.
    #[error("ends before it starts")]
    EndsBeforeStart,
    /// A year outside [`super::YEARS`].
    #[error("outside the years -9999 to 9999")]
    OutOfRange,
    /// Nothing in it is a date, as in `../..`.
    #[error("names no day at all")]
    NoDay,
}

impl When {
    /// The EDTF text as written.
    #[must_use]
    pub fn edtf(&self) -> Cow<'_, str> {
        match &self.rest {
            Some(rest) => Cow::Borrowed(&rest.text),
            None => Cow::Owned(plain_text(self.possible)),
        }
    }

    /// From the earliest to the latest day the text names. An open end adds nothing here: see [`When::open_ends`].
    #[must_use]
    pub fn possible(&self) -> Span {
        self.possible
    }

    /// The days that are certainly part of it: from the latest start to the earliest end.
    #[must_use]
    pub fn certain(&self) -> Option<Span> {
        let Some(rest) = &self.rest else { return Some(self.possible) };
        rest.certain.filter(|_| rest.qualifier == Qualifier::default())
    }

    /// What a set stands for and the days that each member can be, in the order of the text; `None` for what is no set.
    /// A date with unknown digits whose days lie apart is a set of one member.
    #[must_use]
    pub fn members(&self) -> Option<(SetKind, &[DaySet])> {
        self.rest.as_ref()?.set.as_ref().map(|(kind, members)| (*kind, &**members))
    }

    /// Every day that the text names as possible, without what an open end adds.
    #[must_use]
    pub fn named_days(&self) -> DaySet {
        match self.members() {
            Some((_, members)) => members.iter().flat_map(DaySet::spans).copied().collect(),
            None => self.possible.into(),
        }
    }

    /// Every day that can be part of it. An open end goes on to the end of the calendar.
    #[must_use]
    pub fn possible_days(&self) -> DaySet {
        let mut days = self.named_days();
        let ends = self.open_ends();
        if ends.start {
            days = days.union(&Span::new(Day::MIN, self.possible.end()).into_iter().collect());
        }
        if ends.end {
            days = days.union(&Span::new(self.possible.start(), Day::END).into_iter().collect());
        }
        days
    }

    /// Every day that certainly is part of it.
    #[must_use]
    pub fn certain_days(&self) -> DaySet {
        let sure = self.qualifier() == Qualifier::default();
        match self.members() {
            // Of a member that is a month, no day is certain.
            Some((SetKind::All, members)) if sure => {
                members.iter().filter(|days| days.days() == 1).flat_map(DaySet::spans).copied().collect()
            }
            Some(_) => DaySet::default(),
            None => self.certain().into_iter().collect(),
        }
    }

    /// Whether a day was part of it; `None` where it cannot have been.
    #[must_use]
    pub fn certainty(&self, day: Day) -> Option<Certainty> {
        let (is_certain, is_possible) = if self.members().is_some() {
            (self.certain_days().contains(day), self.possible_days().contains(day))
        } else {
            let (named, open) = (self.possible(), self.open_ends());
            let is_possible = (open.start || named.start() <= day) && (open.end || day < named.end());
            (self.certain().is_some_and(|certain| certain.contains(day)), is_possible)
        };
        match (is_certain, is_possible) {
            (true, _) => Some(Certainty::Certain),
            (false, true) => Some(Certainty::Possible),
            (false, false) => None,
        }
    }

    /// Which ends carry no date.
    #[must_use]
    pub fn open_ends(&self) -> OpenEnds {
        self.rest.as_ref().map_or_else(OpenEnds::default, |rest| rest.ends)
    }

    /// Whether the date is marked uncertain or approximate.
    #[must_use]
    pub fn qualifier(&self) -> Qualifier {
        self.rest.as_ref().map_or_else(Qualifier::default, |rest| rest.qualifier)
    }

    /// Whether first and last day are both known.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.names_days() && self.qualifier() == Qualifier::default()
    }

    /// Whether first and last day are both named, however sure the source is of them.
    #[must_use]
    pub fn names_days(&self) -> bool {
        self.rest.as_ref().is_none_or(|rest| rest.certain == Some(self.possible) && rest.ends == OpenEnds::default())
    }

    /// The ways in which it is not exact; none where first and last day are both known.
    #[must_use]
    pub fn inexact(&self) -> Inexact {
        if self.is_exact() {
            return Inexact::default();
        }
        let (qualifier, set) = (self.qualifier(), self.members());
        let is_soft = match set {
            _ if qualifier != Qualifier::default() => false,
            Some((kind, members)) => kind == SetKind::All && members.iter().any(|days| 1 < days.days()),
            None => self.certain() != Some(self.possible()),
        };
        Inexact::SOFT
            .when(is_soft)
            .and(Inexact::ABOUT.when(qualifier.approximate))
            .and(Inexact::UNCERTAIN.when(qualifier.uncertain))
            .and(Inexact::OPEN_END.when(self.open_ends() != OpenEnds::default()))
            .and(Inexact::EACH.when(set.is_some_and(|(kind, _)| kind == SetKind::All)))
            .and(Inexact::ONE_OF.when(set.is_some_and(|(kind, _)| kind == SetKind::One)))
    }

    /// The years in which it can have begun, in order, at least one. An open start says nothing of years before those
    /// that are named.
    #[must_use]
    pub fn first_years(&self) -> Vec<i32> {
        let certain = self.rest.as_ref().map_or(Some(self.possible), |rest| rest.certain);
        let latest_start = match (self.members(), certain) {
            // All began by the end of the member that ends first.
            (Some((SetKind::All, members)), _) => members.iter().filter_map(DaySet::hull).map(Span::last).min(),
            (None, Some(certain)) => Some(certain.start()),
            (Some((SetKind::One, _)), _) | (None, None) => None,
        };
        let starts = Span::new(self.possible.start(), latest_start.map_or(self.possible.end(), |start| start + 1));
        let named = self.named_days().intersection(&starts.unwrap_or(self.possible).into());
        let years = named.spans().iter().flat_map(|run| run.start().year()..=run.last().year());
        let mut years: Vec<i32> = years.collect();
        years.dedup();
        years
    }

    /// How many days it lasted, as far as the text says.
    #[must_use]
    pub fn duration(&self) -> Duration {
        let longest = |days: &DaySet| days.spans().iter().map(|run| run.days()).max().unwrap_or(1);
        let (least, most) = match self.members() {
            None => (self.certain().map_or(1, Span::days), self.possible.days()),
            Some((SetKind::One, members)) => (1, members.iter().map(longest).max().unwrap_or(1)),
            Some((SetKind::All, members)) => (members.iter().map(|_| 1).sum(), members.iter().map(longest).sum()),
        };
        if self.open_ends() != OpenEnds::default() {
            Duration::AtLeast(least)
        } else if least == most {
            Duration::Exactly(most)
        } else {
            Duration::Between(least, most)
        }
    }
}

/// The plainest text for days that are known: the first, and the last unless it is the same.
fn plain_text(days: Span) -> String {
    match days.days() {
        1 => days.start().to_string(),
        _ => format!("{}/{}", days.start(), days.last()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_certain_possible_or_out_of_the_question() {
        let check = |text: &str, day: (i32, u32, u32), expected: Option<Certainty>| {
            let day = Day::from_ymd(day.0, day.1, day.2).unwrap();
            assert_eq!(When::parse(text).unwrap().certainty(day), expected, "{text} {day}");
        };
        let (certain, possible) = (Some(Certainty::Certain), Some(Certainty::Possible));
        check("1949-03-03/1949-03-25", (1949, 3, 25), certain);
        check("1949-03-03/1949-03-25", (1949, 3, 26), None);
        check("1964-11", (1964, 11, 5), possible);
        check("1964-10/1964-12-05", (1964, 10, 31), certain);
        check("1964-11-03~", (1964, 11, 3), possible);
        check("1964-11-03/..", (1999, 1, 1), possible);
        check("1964-11-03/..", (1964, 11, 2), None);
        check("../1964-11-03", (1900, 1, 1), possible);
        check("{1960-05-01,1961-12}", (1960, 5, 1), certain);
        check("{1960-05-01,1961-12}", (1961, 12, 1), possible);
        check("{1960-05-01,1961-12}", (1961, 6, 1), None);
        check("[1960-05-01,1961-12]", (1960, 5, 1), possible);
    }

    #[test]
    fn durations_say_only_what_is_known() {
        let duration = |text| When::parse(text).unwrap().duration();
        assert_eq!(duration("1949-03-03/1949-03-25"), Duration::Exactly(23));
        assert_eq!(duration("1964-11"), Duration::Between(1, 30));
        assert_eq!(duration("1964-10/1964-12-05"), Duration::Between(36, 66));
        assert_eq!(duration("1964-11-03/.."), Duration::AtLeast(1));
    }

    #[test]
    fn plain_dates_take_little_room_and_keep_their_text() {
        assert_eq!(size_of::<When>(), 16);
        let check = |text: &str, is_small: bool| {
            let when = When::parse(text).unwrap();
            assert_eq!((&*when.edtf(), when.rest.is_none()), (text, is_small));
        };
        check("1956-06-01", true);
        check("1956-06-01/1956-06-06", true);
        check("-0044-03-15/0000-02-29", true);
        check("1956-06-01/1956-06-01", false);
        check("1956-06-01T10:00:00Z", false);
        check("1956-06-01?", false);
        check("1956-06", false);
    }
}
