//! Days and points in time as a view file writes them, and back.

use super::ViewExtent;
use crate::data::quote;
use crate::data::view_file::TimeRange;
use crate::time::{Day, Span};

/// Minutes of a day.
const MINUTES: i64 = 24 * 60;

/// A point in time to the minute: `1956-05-20T13:40`. One outside the calendar is drawn to its ends.
pub(super) fn day_time(day: f64) -> String {
    let (first, end) = (i64::from(Day::MIN.number()) * MINUTES, i64::from(Day::END.number()) * MINUTES);
    #[expect(clippy::cast_possible_truncation, reason = "a float cast saturates, and the calendar is far smaller")]
    let minute = ((day * 1440.0).round() as i64).clamp(first, end - 1);
    let day = Day::from_number(i32::try_from(minute.div_euclid(MINUTES)).unwrap_or_default());
    let minute = minute.rem_euclid(MINUTES);
    format!("{day}T{:02}:{:02}", minute / 60, minute % 60)
}

/// The minute of a point in time, counted from day 0; of a day its first, or the one after its last.
fn minute_from(text: &str, is_end: bool) -> Option<i64> {
    let (day, time) = match text.split_once('T') {
        Some((day, time)) => (day, Some(time)),
        None => (text, None),
    };
    let midnight = i64::from(day_from(day)?.number()) * MINUTES;
    let Some(time) = time else { return Some(midnight + if is_end { MINUTES } else { 0 }) };
    let (hours, minutes) = time.split_once(':')?;
    let below = |text: &str, limit: i64| digits(text, 2).map(i64::from).filter(|number| *number < limit);
    Some(midnight + below(hours, 24)? * 60 + below(minutes, 60)?)
}

/// A day as [`Day`] writes it.
fn day_from(text: &str) -> Option<Day> {
    let (sign, date) = text.strip_prefix('-').map_or((1, text), |date| (-1, date));
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let year = sign * i32::try_from(digits(year, 4)?).ok()?;
    parts.next().is_none().then(|| Day::from_ymd(year, digits(month, 2)?, digits(day, 2)?)).flatten()
}

/// A number of just so many digits.
fn digits(text: &str, count: usize) -> Option<u32> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// The days from the first to the last; else the field that is wrong, and how.
pub(super) fn range_days(range: &TimeRange) -> Result<Span, (&'static str, String)> {
    let day = |field, text: &str| day_from(text).ok_or_else(|| (field, format!("{} is not a day", quote(text))));
    let (first, last) = (day("from", &range.from)?, day("to", &range.to)?);
    Span::from_days(first, last).ok_or_else(|| backwards(range))
}

/// What is zoomed to; else the field that is wrong, and how.
pub(super) fn range_extent(range: &TimeRange) -> Result<ViewExtent, (&'static str, String)> {
    let minute = |field, text: &str| {
        let minute = minute_from(text, field == "to");
        minute.ok_or_else(|| (field, format!("{} is not a point in time", quote(text))))
    };
    let (from, to) = (minute("from", &range.from)?, minute("to", &range.to)?);
    #[expect(clippy::cast_precision_loss, reason = "the minutes of the calendar are far below 2^53")]
    let day = |minute: i64| minute as f64 / 1440.0;
    if from < to { Ok(ViewExtent { from: day(from), to: day(to) }) } else { Err(backwards(range)) }
}

fn backwards(range: &TimeRange) -> (&'static str, String) {
    ("to", format!("{} does not lie after {}", quote(&range.to), quote(&range.from)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(from: &str, to: &str) -> Result<ViewExtent, (&'static str, String)> {
        range_extent(&TimeRange { from: from.to_owned(), to: to.to_owned() })
    }

    #[test]
    fn minutes_are_kept() {
        for text in
            ["1956-05-20T13:40", "1956-05-20T00:00", "1956-05-20T23:59", "-0044-03-15T07:05", "-9999-01-01T00:00"]
        {
            let seen = seen(text, "9999-12-31T23:59").unwrap();
            assert_eq!(day_time(seen.from), text);
        }
        // 13:40 is 820 of 1440 minutes.
        let first = f64::from(Day::from_ymd(1956, 5, 20).unwrap().number());
        let afternoon = ViewExtent { from: first + 820.0 / 1440.0, to: first + 1.0 };
        assert_eq!(seen("1956-05-20T13:40", "1956-05-20"), Ok(afternoon));
        let days = ViewExtent { from: first, to: first + 2.0 };
        assert_eq!(seen("1956-05-20", "1956-05-21"), Ok(days), "whole days, the last one too");
        assert_eq!(day_time(f64::INFINITY), "9999-12-31T23:59");
        assert_eq!(day_time(-1e12), "-9999-01-01T00:00");
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "1956",
            "1956-02-30",
            "1956-5-20",
            "1956-05-20T",
            "1956-05-20T24:00",
            "1956-05-20T10:60",
            "1956-05-20T1:00",
            "+956-05-20",
            "1956-05-20T-1:00",
        ] {
            assert_eq!(seen(text, "2000-01-01").unwrap_err().0, "from", "{text}");
            assert_eq!(seen("1900-01-01", text).unwrap_err().0, "to", "{text}");
        }
        assert!(seen("1956-05-20T10:00", "1956-05-20T10:00").is_err());
        assert!(seen("1956-05-21", "1956-05-20").is_err());
    }
}
