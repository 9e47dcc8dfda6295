//! EDTF as `edtf-core` reads it, and what other readers take beside: years before 0 with unknown digits (`-20XX`) and
//! times of days before 0 (`-1985-04-12T23:20:30`).

use edtf_core::{Date, DateTime, Edtf, Interval, IntervalEndpoint, ParseError, Set, SetElement, SetKind, YearKind};

/// Reads EDTF, levels 0 to 2. The ends of an interval may come in the wrong order.
///
/// # Errors
///
/// What `edtf-core` says of the text.
pub(crate) fn parse(text: &str) -> Result<Edtf, ParseError> {
    Edtf::parse(text).or_else(|err| by_parts(text).ok_or(err))
}

/// Reads each date by itself.
fn by_parts(text: &str) -> Option<Edtf> {
    if let Some((start, end)) = text.split_once('/') {
        let (start, end) = (endpoint(start)?, endpoint(end)?);
        let is_dated = start.is_dated() || end.is_dated();
        // An interval begins before a day and ends after one, not the other way round.
        let is_outward =
            !matches!(start, IntervalEndpoint::OnOrAfter(_)) && !matches!(end, IntervalEndpoint::OnOrBefore(_));
        return (is_dated && is_outward).then_some(Edtf::Interval(Interval { start, end }));
    }
    let set = |open, close| text.strip_prefix(open)?.strip_suffix(close);
    let elements = |inner: &str| inner.split(',').map(element).collect::<Option<_>>();
    if let Some(inner) = set('{', '}') {
        return Some(Edtf::Set(Set { kind: SetKind::AllMembers, elements: elements(inner)? }));
    }
    if let Some(inner) = set('[', ']') {
        return Some(Edtf::Set(Set { kind: SetKind::OneMember, elements: elements(inner)? }));
    }
    match date_or_time(text)? {
        edtf @ (Edtf::Date(_) | Edtf::DateTime(_)) => Some(edtf),
        Edtf::Interval(_) | Edtf::Set(_) => None,
    }
}

/// An end of an interval, which is written like an element of a set.
fn endpoint(text: &str) -> Option<IntervalEndpoint> {
    Some(match text {
        "" => IntervalEndpoint::Unknown,
        ".." => IntervalEndpoint::Open,
        _ => match element(text)? {
            SetElement::Date(date) => IntervalEndpoint::Date(date),
            SetElement::OnOrBefore(date) => IntervalEndpoint::OnOrBefore(date),
            SetElement::OnOrAfter(date) => IntervalEndpoint::OnOrAfter(date),
            SetElement::Range(..) => return None,
        },
    })
}

fn element(text: &str) -> Option<SetElement> {
    if let Some(latest) = text.strip_prefix("..") {
        return date(latest).map(SetElement::OnOrBefore);
    }
    if let Some(earliest) = text.strip_suffix("..") {
        return date(earliest).map(SetElement::OnOrAfter);
    }
    if text.contains("..") {
        // Unknown digits have no place in a range.
        let Ok(Edtf::Set(set)) = Edtf::parse(&format!("[{text}]")) else { return None };
        return set.elements.into_iter().next();
    }
    date(text).map(SetElement::Date)
}

fn date(text: &str) -> Option<Date> {
    match date_or_time(text)? {
        Edtf::Date(date) => Some(date),
        Edtf::DateTime(_) | Edtf::Interval(_) | Edtf::Set(_) => None,
    }
}

/// Reads a date; one before 0 as that of the year after 0 with the same digits, which has the same days: whether a year
/// is a leap year does not depend on its sign.
fn date_or_time(text: &str) -> Option<Edtf> {
    if let Ok(edtf) = Edtf::parse(text) {
        return Some(edtf);
    }
    let (qualifier, unqualified) = text.split_at_checked(usize::from(text.starts_with(['?', '~', '%'])))?;
    let digits = unqualified.strip_prefix('-').filter(|rest| !rest.starts_with('-'))?;
    match Edtf::parse(&format!("{qualifier}{digits}")).ok()? {
        Edtf::Date(date) => before_zero(date).map(Edtf::Date),
        Edtf::DateTime(DateTime { date, time }) => Some(Edtf::DateTime(DateTime { date: before_zero(date)?, time })),
        Edtf::Interval(_) | Edtf::Set(_) => None,
    }
}

/// The date with a minus before its year; the year 0 has none.
fn before_zero(mut date: Date) -> Option<Date> {
    let YearKind::Standard { negative, digits } = &mut date.year.kind else { return None };
    *negative = true;
    (*digits != [Some(0); 4]).then_some(date)
}
