//! Trips and events against the life of the state they are ascribed to.

use crate::{
    model::{
        facts::{CountryIndex, EventIndex, TripIndex},
        findings::{
            finding::{Code, Finding, Matter},
            locate::Desk,
            wording::{Voice, days},
        },
    },
    time::{DaySet, OpenEnds, When},
};

/// `outside-state-life`: a day that certainly was, or every day that can have been, lies outside the life of the state.
pub(crate) fn outside_life(desk: &Desk<'_>) -> Vec<Finding> {
    let lives: Vec<Option<DaySet>> =
        desk.chronicle.countries.iter().map(|country| Some(country.state.as_ref()?.possible_days())).collect();
    let is_outside = |country: CountryIndex, when: &When| {
        let life = lives.get(country.position()).and_then(Option::as_ref);
        life.is_some_and(|life| !is_within(when, life) && outside(when, life).is_some())
    };
    let mut found = Vec::new();
    for told in desk.voice.told() {
        if is_outside(told.trip.country, &told.account.when) {
            let matter = Matter::OutsideLife { trip: told.index, account: told.at() };
            found.push(Finding::new(Code::OutsideStateLife, matter, desk.range(told)));
        }
    }
    for (index, event) in desk.chronicle.indexed_events() {
        if let Some(when) = event.when.as_ref().filter(|when| is_outside(event.country, when)) {
            let range = desk.range_of(event.offset, "dates", &when.edtf());
            found.push(Finding::new(Code::OutsideStateLife, Matter::EventOutsideLife(index), range));
        }
    }
    found
}

/// How far the account of a trip lies outside.
pub(crate) fn trip_words(voice: Voice<'_>, trip: TripIndex, account: u32) -> Option<String> {
    let told = voice.account(trip, account)?;
    Some(format!("{}: {}", voice.row(told), life_words(voice, told.trip.country, &told.account.when)?))
}

/// How far an event lies outside.
pub(crate) fn event_words(voice: Voice<'_>, event: EventIndex) -> Option<String> {
    let event = voice.chronicle.event(event);
    let when = event.when.as_ref()?;
    let (source, country) = (voice.source(event.source), voice.country(event.country));
    let life = life_words(voice, event.country, when)?;
    Some(format!("{source}, {}, {country}, “{}”: {life}", when.describe(), event.title))
}

/// `500 days after the life of the state, 1950 to 1960`
fn life_words(voice: Voice<'_>, country: CountryIndex, when: &When) -> Option<String> {
    let state = voice.chronicle.country(country).state.as_ref()?;
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
