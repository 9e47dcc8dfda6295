//! The readings of a file, and the slow and simple logic, day by day, that they and tours are held against.

use wayline::model::{Chronicle, FilterResult, Reading, SourceIndex, Trip, TripIndex, TripStatus};
use wayline::time::{Certainty, Day, DaySet, Span};

pub(crate) fn sources(chronicle: &Chronicle) -> Vec<SourceIndex> {
    (0..chronicle.sources.len()).map(SourceIndex::new).collect()
}

pub(crate) fn readings(chronicle: &Chronicle) -> Vec<Reading> {
    let sources = sources(chronicle).into_iter().map(Reading::Source);
    sources.chain([Reading::Agreed, Reading::Either]).collect()
}

/// The n-th of the readings of a file, counted round and round.
pub(crate) fn reading(chronicle: &Chronicle, number: usize) -> Reading {
    let readings = readings(chronicle);
    readings[number % readings.len()]
}

/// The default file's readings, with what `--reading` calls them.
pub(crate) fn named_readings(chronicle: &Chronicle) -> Vec<(&str, Reading)> {
    let sources = sources(chronicle).into_iter();
    let named = sources.map(|source| (chronicle.source(source).id.as_str(), Reading::Source(source)));
    named.chain([("agreed", Reading::Agreed), ("either", Reading::Either)]).collect()
}

/// The days of a trip under a reading: certain and possible.
pub(crate) fn stay(chronicle: &Chronicle, reading: Reading, trip: &Trip) -> [DaySet; 2] {
    reading.days(chronicle, trip).map_or_else(Default::default, |stay| [stay.certain, stay.possible])
}

/// What one source says of a day of a trip.
pub(crate) fn told(trip: &Trip, source: SourceIndex, day: Day) -> Option<Certainty> {
    let accounts = trip.accounts().iter().filter(|account| account.source == source);
    accounts.map(|account| account.when.certainty(day)).max().flatten()
}

/// Whether what a source says of a day of a trip counts, and its silence too.
pub(crate) fn speaks(chronicle: &Chronicle, trip: &Trip, source: SourceIndex, day: Day) -> bool {
    let covers = &chronicle.source(source).covers;
    let country = covers.countries.as_ref().is_none_or(|countries| countries.contains(&trip.country));
    let covered = country && covers.period.is_none_or(|period| period.contains(day));
    covered || trip.accounts().iter().any(|account| account.source == source)
}

/// A day of a trip under a reading, in three values: certain, possible or neither.
pub(crate) fn value(chronicle: &Chronicle, reading: Reading, trip: &Trip, day: Day) -> Option<Certainty> {
    let sources = sources(chronicle).into_iter();
    match reading {
        _ if !trip.possible().contains(day) => None,
        Reading::Source(source) => told(trip, source, day),
        Reading::Either => sources.map(|source| told(trip, source, day)).max().flatten(),
        Reading::Agreed => {
            let speakers = sources.filter(|&source| speaks(chronicle, trip, source, day));
            speakers.map(|source| told(trip, source, day)).min().flatten()
        }
    }
}

pub(crate) fn days(span: Span) -> impl Iterator<Item = Day> {
    (0..span.days()).map(move |number| span.start() + number)
}

pub(crate) fn within(inner: &DaySet, outer: &DaySet) -> bool {
    inner.difference(outer).is_empty()
}

/// The runs of the days for which a trip has at least this certainty, found day by day, as EDTF.
pub(crate) fn runs(chronicle: &Chronicle, reading: Reading, trip: &Trip, least: Certainty) -> Vec<String> {
    let mut runs: Vec<(Day, Day)> = Vec::new();
    for day in days(trip.possible()).filter(|&day| Some(least) <= value(chronicle, reading, trip, day)) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == day => *last = day,
            _ => runs.push((day, day)),
        }
    }
    let text = |(first, last): (Day, Day)| if first == last { first.to_string() } else { format!("{first}/{last}") };
    runs.into_iter().map(text).collect()
}

/// How many trips of a status a reading leaves some days of, found day by day.
pub(crate) fn left(chronicle: &Chronicle, reading: Reading, status: TripStatus) -> usize {
    let of_status = chronicle.trips.iter().filter(|trip| trip.status == status);
    of_status.filter(|trip| days(trip.possible()).any(|day| value(chronicle, reading, trip, day).is_some())).count()
}

/// Whether a trip continues the one before it: another country, few days between, and the days of both known.
pub(crate) fn may_join(
    chronicle: &Chronicle,
    shown: &FilterResult,
    before: TripIndex,
    after: TripIndex,
    most: u16,
) -> bool {
    let known = |index: TripIndex| {
        let trip = chronicle.trip(index);
        let mut heard = shown.reading.accounts(trip);
        heard.all(|account| account.when.is_exact())
    };
    let last = shown.span(chronicle, before).last();
    let first = shown.span(chronicle, after).start();
    let free_days = first.number() - last.number() - 1;
    chronicle.trip(before).country != chronicle.trip(after).country
        && free_days <= i32::from(most)
        && known(before)
        && known(after)
}
