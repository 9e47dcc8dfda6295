//! Dates for programs: EDTF, ISO 8601, and what databases make of it.

use crate::time::When;

/// A text that is EDTF as it stands, an ISO date with a time behind it, or as databases write it.
pub(super) fn iso(text: &str) -> Option<String> {
    let date =
        text.get(..10).filter(|_| text.get(10..).is_some_and(|rest| rest.starts_with(['T', ' ']) && is_time(rest)));
    let text = date.unwrap_or(text);
    if let Some(date) = database_date(text) {
        return When::parse(&date).ok().map(|_| date);
    }
    let is_like_edtf = text.bytes().all(|byte| byte.is_ascii_digit() || b"-/.,~?%{}[]XYE".contains(&byte));
    // Four digits may be a year of the column, and two numbers with a slash no interval.
    let begins_with_year =
        text.trim_start_matches(['-', '[', '{', 'Y', '.']).bytes().take_while(u8::is_ascii_digit).count() >= 4;
    (is_like_edtf && begins_with_year && text.contains(['-', '/', '{', '[', 'X', 'Y', '~', '?', '%']))
        .then(|| When::parse(text).ok().map(|_| text.to_owned()))
        .flatten()
}

fn is_time(text: &str) -> bool {
    let text = text.trim_start_matches(['T', ' ']);
    text.len() >= 4 && text.bytes().all(|byte| byte.is_ascii_digit() || b":.Z+-".contains(&byte)) && text.contains(':')
}

/// `19500305`, and `1950-03-00` or `1950-00-00`, whose zeros are not known, as ISO 8601.
fn database_date(text: &str) -> Option<String> {
    if let Some((year, rest)) = text.split_once('-') {
        let month = rest.strip_suffix("-00").filter(|month| month.len() == 2)?;
        return Some(if month == "00" { year.to_owned() } else { format!("{year}-{month}") });
    }
    let is_number = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    let (year, month_and_day) = text.split_at_checked(4).filter(|_| is_number)?;
    let (month, day) = month_and_day.split_at_checked(2)?;
    Some(format!("{year}-{month}-{day}"))
}
