//! Dates in English words, with the precision their source has.

use edtf_core::{Date, Edtf, IntervalEndpoint, Precision, SetElement, SetKind};

use super::{Day, Duration, Qualifier, Span, When, month_abbreviation, month_name};

/// How months are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Months {
    /// `November`
    Full,
    /// `Nov`
    Abbreviated,
}

impl Months {
    fn name(self, month: u32) -> &'static str {
        match self {
            Self::Full => month_name(month),
            Self::Abbreviated => month_abbreviation(month),
        }
    }
}

/// A date in words: `3–25 March 1949`, `some time in November 1964`, `from 3 March 1949 on`.
#[must_use]
pub fn of(when: &When, months: Months) -> String {
    if when.is_exact() {
        return span(when.possible(), months);
    }
    let Ok(edtf) = Edtf::parse(&when.edtf()) else {
        return when.edtf().into_owned();
    };
    let words = match &edtf {
        Edtf::Date(date) if whole_day(date) => date_words(date, months),
        Edtf::Date(date) => format!("some time in {}", date_words(date, months)),
        Edtf::DateTime(time) => date_words(&time.date, months),
        Edtf::Interval(interval) => match (&interval.start, &interval.end) {
            (IntervalEndpoint::Date(start), IntervalEndpoint::Date(end)) if whole_day(start) && whole_day(end) => {
                span(when.possible(), months)
            }
            (start, end) => match (dated(start), dated(end)) {
                (Some(start), Some(end)) => {
                    format!("{} to {}", date_words(start, months), date_words(end, months))
                }
                (Some(start), None) => format!("from {} on", date_words(start, months)),
                (None, Some(end)) => format!("until {}", date_words(end, months)),
                (None, None) => when.edtf().into_owned(),
            },
        },
        Edtf::Set(set) => {
            let members: Vec<_> = set
                .elements
                .iter()
                .map(|element| match element {
                    SetElement::Date(date) => date_words(date, months),
                    SetElement::OnOrBefore(date) => format!("{} or before", date_words(date, months)),
                    SetElement::OnOrAfter(date) => format!("{} or after", date_words(date, months)),
                    SetElement::Range(first, last) => {
                        format!("{} to {}", date_words(first, months), date_words(last, months))
                    }
                })
                .collect();
            let lead = match set.kind {
                SetKind::AllMembers => "each of",
                SetKind::OneMember => "one of",
            };
            format!("{lead} {}", members.join(", "))
        }
    };
    match when.qualifier() {
        Qualifier { uncertain: false, approximate: false } => words,
        Qualifier { uncertain: false, approximate: true } => format!("about {words}"),
        Qualifier { uncertain: true, approximate: false } => format!("{words} (uncertain)"),
        Qualifier { uncertain: true, approximate: true } => format!("about {words} (uncertain)"),
    }
}

/// A day: `1 October 1959`.
#[must_use]
pub fn day(day: Day, months: Months) -> String {
    let (year, month, number) = day.ymd();
    format!("{number} {} {}", months.name(month), year_words(year))
}

/// A run of days, with what both ends share written once: `3–25 March 1949`, `28 June – 1 July 1956`.
#[must_use]
pub fn span(span: Span, months: Months) -> String {
    let (first, last) = (span.start(), span.last());
    let ((year, month, number), (last_year, last_month, _)) = (first.ymd(), last.ymd());
    let end = day(last, months);
    if first == last {
        end
    } else if year != last_year {
        format!("{} – {end}", day(first, months))
    } else if month != last_month {
        format!("{number} {} – {end}", months.name(month))
    } else {
        format!("{number}–{end}")
    }
}

/// A duration: `23 days`, `1 to 30 days`, `at least 1 day`.
#[must_use]
pub fn duration(duration: Duration) -> String {
    let days = |count: i32| if count == 1 { "1 day".to_owned() } else { format!("{count} days") };
    match duration {
        Duration::Exactly(count) => days(count),
        Duration::Between(least, most) => format!("{least} to {}", days(most)),
        Duration::AtLeast(least) => format!("at least {}", days(least)),
    }
}

/// The name of a decade by its first year: `1950s`; before the year 1, where decades have no names, `10 BCE on`.
#[must_use]
pub fn decade_words(first: i32) -> String {
    if 0 < first { format!("{first}s") } else { format!("{} on", year_words(first)) }
}

/// A year as a reader writes it: `1956`, `44 BCE`.
#[must_use]
pub fn year_words(year: i32) -> String {
    if 0 < year {
        year.to_string()
    } else {
        // Year 0 is 1 BCE.
        format!("{} BCE", 1 - year)
    }
}

fn whole_day(date: &Date) -> bool {
    date.precision() == Precision::Day && !date.has_unspecified()
}

fn dated(end: &IntervalEndpoint) -> Option<&Date> {
    match end {
        IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrBefore(date) | IntervalEndpoint::OnOrAfter(date) => {
            Some(date)
        }
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    }
}

fn date_words(date: &Date, months: Months) -> String {
    let year =
        date.year.value().and_then(|year| i32::try_from(year).ok()).filter(|_| date.year.significant_digits.is_none());
    let (Some(year), false) = (year, date.has_unspecified()) else {
        return unspecified(date);
    };
    let month = date.month.and_then(edtf_core::DateField::value).map(u32::from);
    let number = date.day.and_then(edtf_core::DateField::value);
    match (month, number) {
        (Some(month @ 1..=12), Some(number)) => {
            format!("{number} {} {}", months.name(month), year_words(year))
        }
        (Some(month @ 1..=12), None) => format!("{} {}", months.name(month), year_words(year)),
        (Some(season), _) => format!("{} {}", season_name(season), year_words(year)),
        (None, _) => year_words(year),
    }
}

/// A date with unknown digits, as the days it can be.
fn unspecified(date: &Date) -> String {
    let text = Edtf::Date(*date).to_string();
    match When::parse(text.trim_end_matches(['?', '~', '%'])) {
        Ok(when) => years(when.possible()).unwrap_or_else(|| span(when.possible(), Months::Full)),
        Err(_) => text,
    }
}

/// Whole years as people say them: `the 1950s`, `1900–1999`; `None` where they are not whole.
fn years(days: Span) -> Option<String> {
    let (first, last) = (days.start().year(), days.last().year());
    let whole = Span::of_years(first, last) == Some(days);
    let decade = 0 < first && first % 10 == 0 && last == first + 9;
    whole.then(|| if decade { format!("the {first}s") } else { format!("{}–{}", year_words(first), year_words(last)) })
}

/// The names of EDTF's groups of months; the quarters and halves by number.
fn season_name(code: u32) -> &'static str {
    match code {
        21 | 25 | 29 => "spring",
        22 | 26 | 30 => "summer",
        23 | 27 | 31 => "autumn",
        24 | 28 | 32 => "winter",
        33 => "first quarter of",
        34 => "second quarter of",
        35 => "third quarter of",
        36 => "fourth quarter of",
        37 => "first third of",
        38 => "second third of",
        39 => "last third of",
        40 => "first half of",
        _ => "second half of",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_claim_no_more_than_the_text() {
        let check = |text: &str, expected: &str| {
            assert_eq!(When::parse(text).unwrap().words(), expected, "{text}");
        };
        check("1949-03-03/1949-03-25", "3–25 March 1949");
        check("1956-06-29/1956-07-01", "29 June – 1 July 1956");
        check("1949-12-30/1950-01-02", "30 December 1949 – 2 January 1950");
        check("1959-10-01", "1 October 1959");
        check("1964-11", "some time in November 1964");
        check("1966", "some time in 1966");
        check("195X", "some time in the 1950s");
        check("19XX", "some time in 1900–1999");
        check("1964-21", "some time in spring 1964");
        check("1964-11-03~", "about 3 November 1964");
        check("1964-11-03?", "3 November 1964 (uncertain)");
        check("1964-11-03/..", "from 3 November 1964 on");
        check("/1964-11", "until November 1964");
        check("1964-10/1964-12-05", "October 1964 to 5 December 1964");
        check("[1960,1961-12]", "one of 1960, December 1961");
        check("-0043-03-15", "15 March 44 BCE");
    }

    #[test]
    fn durations() {
        assert_eq!(duration(Duration::Exactly(1)), "1 day");
        assert_eq!(duration(Duration::Between(1, 30)), "1 to 30 days");
    }
}
