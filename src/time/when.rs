//! A date as a source gives it: EDTF text with its bounds.

use edtf_core::{Bound, BoundDate, Date, Edtf, Interval, IntervalEndpoint, SetElement};

use super::{Day, DaySet, Span, words};

/// When something took place, as precisely as a source says and no more.
///
/// Made from EDTF (ISO 8601-2, levels 0 to 2). The text is kept; the bounds are derived from it once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    text: Box<str>,
    possible: Span,
    certain: Option<Span>,
    names_days: bool,
    ends: OpenEnds,
    qualifier: Qualifier,
    set: Option<(SetKind, Box<[Span]>)>,
}

/// What the members of a set stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetKind {
    /// Each of them took place: `{1960,1961-12}`.
    All,
    /// One of them did: `[1960,1961-12]`.
    One,
}

/// How sure it is that a day was part of something; nothing is said of days that were not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It can have been.
    Possible,
    /// It was.
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
    #[error("`{text}` is not a date: {reason}")]
    NotEdtf {
        /// The text as written.
        text: String,
        /// What the EDTF parser says.
        reason: String,
    },
    /// The end lies before the start.
    #[error("`{text}` ends before it starts")]
    EndsBeforeStart {
        /// The text as written.
        text: String,
    },
    /// A year outside [`super::YEARS`].
    #[error("`{text}` lies outside the years -9999 to 9999")]
    OutOfRange {
        /// The text as written.
        text: String,
    },
    /// Nothing in it is a date, as in `../..`.
    #[error("`{text}` names no day at all")]
    NoDay {
        /// The text as written.
        text: String,
    },
}

impl When {
    /// Reads EDTF.
    ///
    /// # Errors
    ///
    /// [`WhenError`] when the text is not EDTF, ends before it starts, leaves the years -9999 to 9999 or names no day.
    pub fn parse(text: &str) -> Result<Self, WhenError> {
        let owned = || text.to_owned();
        if let Some((start, end)) = reversed(text) {
            debug_assert!(end < start);
            return Err(WhenError::EndsBeforeStart { text: owned() });
        }
        let edtf = Edtf::parse(text).map_err(|err| WhenError::NotEdtf { text: owned(), reason: err.to_string() })?;
        let mut set = None;
        let (possible, certain, ends) = match &edtf {
            Edtf::Interval(interval) => interval_bounds(interval, text)?,
            Edtf::Date(date) => {
                let possible = bounds(&edtf, text)?;
                (possible, known_day(date).then_some(possible), OpenEnds::default())
            }
            Edtf::DateTime(_) => {
                let possible = bounds(&edtf, text)?;
                (possible, Some(possible), OpenEnds::default())
            }
            Edtf::Set(dates) => {
                let (kind, days) = members(dates, text)?;
                let bounds = set_bounds(&edtf, &days, text)?;
                set = Some((kind, days));
                bounds
            }
        };
        let qualifier = Qualifier { uncertain: edtf.is_uncertain(), approximate: edtf.is_approximate() };
        Ok(Self {
            text: text.into(),
            possible,
            names_days: certain == Some(possible) && ends == OpenEnds::default(),
            certain: certain.filter(|_| qualifier == Qualifier::default()),
            ends,
            qualifier,
            set,
        })
    }

    /// The EDTF text as written.
    #[must_use]
    pub fn edtf(&self) -> &str {
        &self.text
    }

    /// From the earliest to the latest day the text names. An open end adds nothing here: see [`When::open_ends`].
    #[must_use]
    pub fn possible(&self) -> Span {
        self.possible
    }

    /// The days that are certainly part of it: from the latest start to the earliest end.
    #[must_use]
    pub fn certain(&self) -> Option<Span> {
        self.certain
    }

    /// What a set stands for and the days of each member, in the order of the text; `None` for what is no set.
    #[must_use]
    pub fn members(&self) -> Option<(SetKind, &[Span])> {
        self.set.as_ref().map(|(kind, members)| (*kind, &**members))
    }

    /// Every day that can be part of it. An open end goes on to the end of the calendar.
    #[must_use]
    pub fn possible_days(&self) -> DaySet {
        let mut days: DaySet = match self.members() {
            Some((_, members)) => members.iter().copied().collect(),
            None => self.possible.into(),
        };
        if self.ends.start {
            days = days.union(&Span::new(Day::MIN, self.possible.end()).into_iter().collect());
        }
        if self.ends.end {
            days = days.union(&Span::new(self.possible.start(), Day::END).into_iter().collect());
        }
        days
    }

    /// Every day that certainly is part of it.
    #[must_use]
    pub fn certain_days(&self) -> DaySet {
        let sure = self.qualifier == Qualifier::default();
        match self.members() {
            // Of a member that is a month, no day is certain.
            Some((SetKind::All, members)) if sure => members.iter().copied().filter(|days| days.days() == 1).collect(),
            Some(_) => DaySet::default(),
            None => self.certain.into_iter().collect(),
        }
    }

    /// Whether a day was part of it; `None` where it cannot have been.
    #[must_use]
    pub fn certainty(&self, day: Day) -> Option<Certainty> {
        if self.certain_days().contains(day) {
            Some(Certainty::Certain)
        } else {
            self.possible_days().contains(day).then_some(Certainty::Possible)
        }
    }

    /// Which ends carry no date.
    #[must_use]
    pub fn open_ends(&self) -> OpenEnds {
        self.ends
    }

    /// Whether the date is marked uncertain or approximate.
    #[must_use]
    pub fn qualifier(&self) -> Qualifier {
        self.qualifier
    }

    /// Whether first and last day are both known.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.names_days && self.qualifier == Qualifier::default()
    }

    /// Whether first and last day are both named, however sure the source is of them.
    #[must_use]
    pub fn names_days(&self) -> bool {
        self.names_days
    }

    /// How many days it lasted, as far as the text says.
    #[must_use]
    pub fn duration(&self) -> Duration {
        let least = self.certain.map_or(1, Span::days);
        let most = self.possible.days();
        if self.ends != OpenEnds::default() {
            Duration::AtLeast(least)
        } else if least == most {
            Duration::Exactly(most)
        } else {
            Duration::Between(least, most)
        }
    }

    /// In words, with the precision the source has: `3–25 March 1949`, `some time in November 1964`.
    #[must_use]
    pub fn words(&self) -> String {
        words::of(self, words::Months::Full)
    }
}

/// A start and end in the wrong order, which EDTF itself reports in less plain words.
fn reversed(text: &str) -> Option<(BoundDate, BoundDate)> {
    let (start, end) = text.split_once('/')?;
    let earliest = concrete(Edtf::parse(start).ok()?.bounds().earliest)?;
    let latest = concrete(Edtf::parse(end).ok()?.bounds().latest)?;
    (latest < earliest).then_some((earliest, latest))
}

fn concrete(bound: Bound) -> Option<BoundDate> {
    match bound {
        Bound::Date(date) => Some(date),
        Bound::NegativeInfinity | Bound::PositiveInfinity | Bound::Unknown => None,
    }
}

fn day(bound: Bound, text: &str) -> Result<Day, WhenError> {
    let out_of_range = || WhenError::OutOfRange { text: text.to_owned() };
    let date = concrete(bound).ok_or_else(out_of_range)?;
    i32::try_from(date.year)
        .ok()
        .and_then(|year| Day::from_ymd(year, date.month.into(), date.day.into()))
        .ok_or_else(out_of_range)
}

fn bounds(edtf: &Edtf, text: &str) -> Result<Span, WhenError> {
    let bounds = edtf.bounds();
    Span::from_days(day(bounds.earliest, text)?, day(bounds.latest, text)?)
        .ok_or_else(|| WhenError::EndsBeforeStart { text: text.to_owned() })
}

fn known_day(date: &Date) -> bool {
    date.precision() == edtf_core::Precision::Day && !date.has_unspecified()
}

type Bounds = (Span, Option<Span>, OpenEnds);

fn interval_bounds(interval: &Interval, text: &str) -> Result<Bounds, WhenError> {
    let (start, start_open) = endpoint(&interval.start, text)?;
    let (end, end_open) = endpoint(&interval.end, text)?;
    let ends = OpenEnds { start: start_open, end: end_open };
    let (first, last) = match (start, end) {
        (Some(start), Some(end)) => (start, end),
        (Some(only), None) | (None, Some(only)) => (only, only),
        (None, None) => {
            return Err(WhenError::NoDay { text: text.to_owned() });
        }
    };
    let possible = first.hull(last);
    // The latest day it can have begun to the earliest it can have ended.
    let certain = Span::from_days(first.last(), last.start());
    Ok((possible, certain, ends))
}

/// The days an end of an interval can be, and whether the interval goes on beyond them.
fn endpoint(end: &IntervalEndpoint, text: &str) -> Result<(Option<Span>, bool), WhenError> {
    match end {
        IntervalEndpoint::Date(date) => Ok((Some(bounds(&Edtf::Date(*date), text)?), false)),
        IntervalEndpoint::OnOrBefore(date) | IntervalEndpoint::OnOrAfter(date) => {
            Ok((Some(bounds(&Edtf::Date(*date), text)?), true))
        }
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => Ok((None, true)),
    }
}

fn members(set: &edtf_core::Set, text: &str) -> Result<(SetKind, Box<[Span]>), WhenError> {
    let kind = match set.kind {
        edtf_core::SetKind::AllMembers => SetKind::All,
        edtf_core::SetKind::OneMember => SetKind::One,
    };
    let days = |date: &Date| bounds(&Edtf::Date(*date), text);
    let members: Result<_, _> = set
        .elements
        .iter()
        .map(|element| match element {
            SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => days(date),
            SetElement::Range(first, last) => Ok(days(first)?.hull(days(last)?)),
        })
        .collect();
    Ok((kind, members?))
}

/// From the first to the last day that a member names; beyond an open end lies nothing that has a name.
fn set_bounds(edtf: &Edtf, members: &[Span], text: &str) -> Result<Bounds, WhenError> {
    let bounds = edtf.bounds();
    let ends = OpenEnds { start: concrete(bounds.earliest).is_none(), end: concrete(bounds.latest).is_none() };
    let named = members.iter().copied().reduce(Span::hull);
    let possible = named.ok_or_else(|| WhenError::NoDay { text: text.to_owned() })?;
    Ok((possible, None, ends))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(text: &str) -> String {
        match When::parse(text) {
            Ok(when) => {
                let span = |span: Span| format!("{}..{}", span.start(), span.last());
                format!(
                    "{} certain {}{}{}",
                    span(when.possible()),
                    when.certain().map_or("-".to_owned(), span),
                    if when.open_ends().start { " from open" } else { "" },
                    if when.open_ends().end { " to open" } else { "" },
                )
            }
            Err(err) => format!("error: {err}"),
        }
    }

    #[test]
    fn bounds_are_as_wide_as_the_text_leaves_them() {
        let check = |text: &str, expected: &str| assert_eq!(show(text), expected, "{text}");
        check("1959-10-01", "1959-10-01..1959-10-01 certain 1959-10-01..1959-10-01");
        check("1949-03-03/1949-03-25", "1949-03-03..1949-03-25 certain 1949-03-03..1949-03-25");
        check("1964-11", "1964-11-01..1964-11-30 certain -");
        check("1964", "1964-01-01..1964-12-31 certain -");
        check("1964-10/1964-12-05", "1964-10-01..1964-12-05 certain 1964-10-31..1964-12-05");
        check("1964-11-1X", "1964-11-10..1964-11-19 certain -");
        check("1964-11-03?", "1964-11-03..1964-11-03 certain -");
        check("1964-11-03/..", "1964-11-03..1964-11-03 certain 1964-11-03..1964-11-03 to open");
        check("/1964-11", "1964-11-01..1964-11-30 certain - from open");
        check("{1960,1961-12}", "1960-01-01..1961-12-31 certain -");
        check("{..1960-05-01,1961-12}", "1960-05-01..1961-12-31 certain - from open");
        check("[1960,1961-12..]", "1960-01-01..1961-12-31 certain - to open");
        check("1964-21", "1964-03-01..1964-05-31 certain -");
        check("-0044-03-15", "-0044-03-15..-0044-03-15 certain -0044-03-15..-0044-03-15");
    }

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
    fn what_is_no_date_is_said_so() {
        assert!(show("1956-02-30").starts_with("error: `1956-02-30` is not a date"));
        assert_eq!(show("1956-06-10/1956-06-01"), "error: `1956-06-10/1956-06-01` ends before it starts");
        assert_eq!(show("Y12000"), "error: `Y12000` lies outside the years -9999 to 9999");
        assert!(show("../..").starts_with("error:"));
        assert!(show("").starts_with("error:"));
        assert!(show("3 March 1949").starts_with("error:"));
    }

    #[test]
    fn durations_say_only_what_is_known() {
        let duration = |text| When::parse(text).unwrap().duration();
        assert_eq!(duration("1949-03-03/1949-03-25"), Duration::Exactly(23));
        assert_eq!(duration("1964-11"), Duration::Between(1, 30));
        assert_eq!(duration("1964-10/1964-12-05"), Duration::Between(36, 66));
        assert_eq!(duration("1964-11-03/.."), Duration::AtLeast(1));
    }
}
