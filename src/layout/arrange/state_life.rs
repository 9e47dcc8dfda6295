//! When states began and ended, as far as the file knows.

use super::lane::Lane;
use crate::{
    model::{Chronicle, CountryIndex},
    time::{Day, Span, When},
};

/// A beginning or an end of a state: the two days between which it lies, as far as anyone knows.
#[derive(Clone, Copy)]
pub(crate) struct Border {
    /// On the far side of this day there surely was no such state.
    pub(crate) outer: Day,
    /// On the near side of this day there surely was.
    pub(crate) inner: Day,
}

/// Whether any lane has days in shade among these.
pub(crate) fn are_washed(chronicle: &Chronicle, lanes: &[Lane], days: Span) -> bool {
    lanes.iter().any(|lane| {
        let (begins, ends) = borders(chronicle, lane.country);
        begins.is_some_and(|border| days.start() < border.outer) || ends.is_some_and(|border| border.outer < days.end())
    })
}

/// Where a state's life begins and ends; `None` for an end that is open or that nobody gives.
pub(crate) fn borders(chronicle: &Chronicle, country: CountryIndex) -> (Option<Border>, Option<Border>) {
    let Some(state) = &chronicle.country(country).state else { return (None, None) };
    let (open, possible) = (state.open_ends(), state.possible());
    let begins = Border { outer: possible.start(), inner: latest_start(state) };
    let ends = Border { outer: possible.end(), inner: earliest_end(state) };
    ((!open.start).then_some(begins), (!open.end).then_some(ends))
}

/// The last day on which a state can have begun.
fn latest_start(state: &When) -> Day {
    match state.certain() {
        Some(certain) => certain.start(),
        None if state.open_ends().end => state.possible().end(),
        None => middle(state.possible()),
    }
}

/// The day after the first on which a state can have ended.
fn earliest_end(state: &When) -> Day {
    match state.certain() {
        Some(certain) => certain.end(),
        None if state.open_ends().start => state.possible().start(),
        None => middle(state.possible()),
    }
}

fn middle(days: Span) -> Day {
    days.start() + days.days() / 2
}
