//! Trips and events against the life of the state they are ascribed to.

use super::{
    Code, Finding,
    desk::{Desk, days},
};
use crate::{
    model::CountryIndex,
    time::{DaySet, When},
};

/// `outside-state-life`: a day that certainly was, or every day that can have been, lies outside the life of the state.
pub(super) fn outside_life(desk: &Desk<'_>) -> Vec<Finding> {
    let states: Vec<Option<(&When, DaySet)>> = desk
        .chronicle
        .countries
        .iter()
        .map(|country| country.state.as_ref().map(|state| (state, state.possible_days())))
        .collect();
    let outside = |country: CountryIndex, when: &When| {
        let (state, life) = states.get(country.position())?.as_ref()?;
        Some(format!("{} the life of the state, {}", outside(when, life)?, state.words()))
    };
    let mut found = Vec::new();
    for told in desk.told() {
        if let Some(words) = outside(told.trip.country, &told.account.when) {
            let message = format!("{}: {words}", desk.row(told));
            found.push(desk.about_trips(Code::OutsideStateLife, message, desk.place(told), [told.index]));
        }
    }
    for (index, event) in desk.chronicle.indexed_events() {
        let Some(when) = &event.when else { continue };
        if let Some(words) = outside(event.country, when) {
            let (source, country) = (desk.source(event.source), desk.country(event.country));
            let message = format!("{source}, {}, {country}, “{}”: {words}", when.words(), event.title);
            let place = desk.text.place_of(event.offset, "dates", &when.edtf());
            found.push(Desk::about_event(Code::OutsideStateLife, message, place, index));
        }
    }
    found
}

/// How far it lies outside, as in `500 days after …`; `None` when nothing is known to.
fn outside(when: &When, life: &DaySet) -> Option<String> {
    let possible = when.possible_days();
    if possible.intersection(life).is_empty() {
        let (possible, life) = (possible.hull()?, life.hull()?);
        let (late, early) = (possible.start() - life.last(), life.start() - possible.last());
        return Some(if 0 < late {
            format!("{} after", days(late))
        } else if 0 < early {
            format!("{} before", days(early))
        } else {
            "outside".to_owned()
        });
    }
    let certain = when.certain_days().difference(life);
    (!certain.is_empty()).then(|| format!("{} outside", days(certain.days())))
}
