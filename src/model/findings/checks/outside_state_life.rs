//! `outside-state-life`: something is dated before the state began or after it ended.

use crate::data::Severity;
use crate::model::facts::CountryIndex;
use crate::model::findings::check::Check;
use crate::model::findings::finding::{Code, FindingDetails, Found};
use crate::model::findings::locator::Locator;
use crate::model::findings::wording::{Wording, days};
use crate::time::{DaySet, OpenEnds, When};

pub(super) const CHECK: Check =
    Check { code: Code::OutsideStateLife, severity: Severity::Warning, disputes: true, find, describe };

/// A day that certainly was, or every day that can have been, lies outside the life of the state.
fn find(locator: &Locator<'_>) -> Vec<Found> {
    let lives: Vec<Option<DaySet>> =
        locator.chronicle.countries.iter().map(|country| Some(country.state.as_ref()?.possible_days())).collect();
    let is_outside = |country: CountryIndex, when: &When| {
        let life = lives.get(country.position()).and_then(Option::as_ref);
        life.is_some_and(|life| !is_within(when, life) && outside(when, life).is_some())
    };
    let mut found = Vec::new();
    for told in locator.wording.accounts() {
        if is_outside(told.trip.country, &told.account.when) {
            found.push(locator.found_at(told, FindingDetails::OutsideLife { trip: told.index, account: told.at() }));
        }
    }
    for (index, event) in locator.chronicle.indexed_events() {
        if let Some(when) = event.when.as_ref().filter(|when| is_outside(event.country, when)) {
            let range = locator.range_of(event.offset, "dates", &when.edtf());
            found.push(locator.found(range, FindingDetails::EventOutsideLife(index)));
        }
    }
    found
}

/// How far the account of a trip or an event lies outside.
fn describe(wording: Wording<'_>, details: &FindingDetails) -> Option<String> {
    match *details {
        FindingDetails::OutsideLife { trip, account } => {
            let told = wording.account(trip, account)?;
            Some(format!("{}: {}", wording.row(told), describe_life(wording, told.trip.country, &told.account.when)?))
        }
        FindingDetails::EventOutsideLife(event) => {
            let event = wording.chronicle.event(event);
            let when = event.when.as_ref()?;
            let (source, country) = (wording.source(event.source), wording.country(event.country));
            let life = describe_life(wording, event.country, when)?;
            Some(format!("{source}, {}, {country}, “{}”: {life}", when.describe(), event.title))
        }
        _ => None,
    }
}

/// `500 days after the life of the state, 1950 to 1960`
fn describe_life(wording: Wording<'_>, country: CountryIndex, when: &When) -> Option<String> {
    let state = wording.chronicle.country(country).state.as_ref()?;
    Some(format!("{} the life of the state, {}", outside(when, &state.possible_days())?, state.describe()))
}

/// Whether all days it can have taken lie within, seen at once.
fn is_within(when: &When, life: &DaySet) -> bool {
    let possible = when.possible();
    let within = |days: &crate::time::Span| days.intersection(possible) == Some(possible);
    when.open_ends() == OpenEnds::default() && life.spans().iter().any(within)
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
