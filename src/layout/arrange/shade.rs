//! Which days of a lane lie in shade: those before, between and after the lives of its state, or the offices of its
//! traveller, as far as the file knows.

use super::lanes::lane::Lane;
use crate::model::{Chronicle, LaneKey};
use crate::time::{Day, OpenEnds, Span, When};

/// An edge of a shade: the two days between which it lies, as far as the file says.
#[derive(Clone, Copy)]
pub(crate) struct Border {
    /// On the far side of this day all surely lies in shade.
    pub(crate) outer: Day,
    /// On the near side of this day nothing surely does.
    pub(crate) inner: Day,
}

/// Days in shade.
#[derive(Clone, Copy)]
pub(crate) struct Shade {
    /// Where it begins; `None` where it was so from the first.
    pub(crate) begins: Option<Border>,
    /// Where it ends; `None` where it stays so.
    pub(crate) ends: Option<Border>,
}

impl Shade {
    /// The days that surely lie in it, if there is any.
    fn certain(self) -> Option<Span> {
        let outer = |border: Border| border.outer;
        Span::new(self.begins.map_or(Day::MIN, outer), self.ends.map_or(Day::END, outer))
    }
}

/// The days on which the state of a lane did not exist.
pub(crate) fn without_state(chronicle: &Chronicle, key: LaneKey) -> Vec<Shade> {
    let country = key.country(chronicle).map(|country| chronicle.country(country));
    outside(country.and_then(|country| country.state.as_ref()))
}

/// The days on which the traveller of a lane held none of the offices that are known of him.
pub(crate) fn out_of_office(chronicle: &Chronicle, key: LaneKey) -> Vec<Shade> {
    let offices = key.traveller().into_iter().flat_map(|traveller| chronicle.offices(traveller));
    outside(offices.map(|office| &office.when))
}

/// Whether any lane has such days among these.
pub(crate) fn is_seen(
    shades: fn(&Chronicle, LaneKey) -> Vec<Shade>,
    chronicle: &Chronicle,
    lanes: &[Lane],
    days: Span,
) -> bool {
    let mut shades = lanes.iter().flat_map(|lane| shades(chronicle, lane.key));
    shades.any(|shade| shade.certain().is_some_and(|certain| certain.overlaps(days)))
}

/// The days outside of all these dates, at whose open ends nothing is outside; none where there are no dates.
fn outside<'a>(dates: impl IntoIterator<Item = &'a When>) -> Vec<Shade> {
    let mut dates: Vec<[Border; 2]> = dates.into_iter().map(borders).collect();
    dates.sort_by_key(|[begins, _]| begins.outer);
    // Dates between which there may be no day.
    let mut runs: Vec<[Border; 2]> = Vec::new();
    for [begins, ends] in dates {
        match runs.last_mut().filter(|[_, last]| begins.outer <= last.outer) {
            Some([first, last]) => {
                first.inner = first.inner.min(begins.inner);
                *last = Border { outer: last.outer.max(ends.outer), inner: last.inner.max(ends.inner) };
            }
            None => runs.push([begins, ends]),
        }
    }
    if runs.is_empty() {
        return Vec::new();
    }
    let begins = [None].into_iter().chain(runs.iter().map(|[_, ends]| Some(*ends)));
    let ends = runs.iter().map(|[begins, _]| Some(*begins)).chain([None]);
    let shades = begins.zip(ends).map(|(begins, ends)| Shade { begins, ends });
    shades.filter(|shade| shade.certain().is_some()).collect()
}

/// Where a date begins and ends; an open end lies at that of the calendar.
fn borders(when: &When) -> [Border; 2] {
    let (OpenEnds { start, end }, certain, possible) = (when.open_ends(), when.certain(), when.possible());
    // Where no day is certain, both ends meet at the end that is open, else in the middle.
    let (first, last) = (possible.start(), possible.end());
    let middle = first + possible.days() / 2;
    let latest_start = certain.map_or(if end { last } else { middle }, Span::start);
    let earliest_end = certain.map_or(if start { first } else { middle }, Span::end);
    [
        Border { outer: if start { Day::MIN } else { first }, inner: latest_start },
        Border { outer: if end { Day::END } else { last }, inner: earliest_end },
    ]
}
