//! When states began and ended, as far as the file knows.

use super::lanes::lane::Lane;
use crate::model::{Chronicle, CountryIndex};
use crate::time::{Day, Span};

/// A beginning or an end of a state: the two days between which it lies, as far as the file says.
#[derive(Clone, Copy)]
pub(crate) struct Border {
    /// On the far side of this day there surely was no such state.
    pub(crate) outer: Day,
    /// On the near side of this day there surely was.
    pub(crate) inner: Day,
}

/// Whether any lane has days in shade among these.
pub(crate) fn are_shaded(chronicle: &Chronicle, lanes: &[Lane], days: Span) -> bool {
    lanes.iter().filter_map(|lane| lane.key.country(chronicle)).any(|country| {
        let (begins, ends) = borders(chronicle, country);
        begins.is_some_and(|border| days.start() < border.outer) || ends.is_some_and(|border| border.outer < days.end())
    })
}

/// Where a state's life begins and ends; `None` for an end that is open or not known.
pub(crate) fn borders(chronicle: &Chronicle, country: CountryIndex) -> (Option<Border>, Option<Border>) {
    let Some(state) = &chronicle.country(country).state else { return (None, None) };
    let (open, certain, possible) = (state.open_ends(), state.certain(), state.possible());
    // Where no day is certain, both ends meet at the end that is open, else in the middle.
    let (first, last) = (possible.start(), possible.end());
    let middle = first + possible.days() / 2;
    let latest_start = certain.map_or(if open.end { last } else { middle }, Span::start);
    let earliest_end = certain.map_or(if open.start { first } else { middle }, Span::end);
    let begins = Border { outer: first, inner: latest_start };
    let ends = Border { outer: last, inner: earliest_end };
    ((!open.start).then_some(begins), (!open.end).then_some(ends))
}
