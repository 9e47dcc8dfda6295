//! Findings against the accounts they are about: each test derives what must be found by comparing everything with
//! everything, day by day, and then names what the two documents are known to contain.

mod calendar;
mod crowds;
mod report;
mod rows;
mod sources;

use std::collections::BTreeSet;

use wayline::model::{self, Account, Chronicle, Code, Document, Finding, Trip, TripIndex};
use wayline::time::DaySet;

use crate::support::{DEFAULT_FILE, day};

type Days = BTreeSet<i32>;

fn load(text: &str) -> Document {
    let loaded = model::load(text.to_owned());
    assert!(loaded.problems.is_empty(), "{:#?}", loaded.problems);
    loaded
}

fn default_file() -> Document {
    load(DEFAULT_FILE)
}

fn of(loaded: &Document, code: Code) -> Vec<&Finding> {
    loaded.findings().all.iter().filter(|finding| finding.code == code).collect()
}

fn messages(loaded: &Document, code: Code) -> Vec<String> {
    of(loaded, code).iter().map(|finding| finding.message(&loaded.chronicle)).collect()
}

/// The trips of each finding of a code, by their places in the file.
fn trips(loaded: &Document, code: Code) -> Vec<BTreeSet<usize>> {
    let mut trips: Vec<BTreeSet<usize>> =
        of(loaded, code).iter().map(|finding| finding.trips().iter().map(|trip| trip.position()).collect()).collect();
    trips.sort();
    trips
}

fn days(spans: &DaySet) -> Days {
    spans.spans().iter().flat_map(|span| span.start().number()..span.end().number()).collect()
}

fn certain(account: &Account) -> Days {
    days(&account.when.certain_days())
}

/// The days that can have been; only for dates without open ends.
fn possible(account: &Account) -> Days {
    days(&account.when.possible_days())
}

fn number(text: &str) -> i32 {
    day(text).number()
}

/// Every two of some things, in their order.
fn pairs<T: Copy>(things: &[T]) -> Vec<(T, T)> {
    let pairs = things.iter().enumerate().flat_map(|(at, &a)| things[at + 1..].iter().map(move |&b| (a, b)));
    pairs.collect()
}

fn accounts(chronicle: &Chronicle) -> Vec<(usize, &Trip, &Account)> {
    let trips = chronicle.trips.iter().enumerate();
    trips.flat_map(|(at, trip)| trip.accounts().iter().map(move |account| (at, trip, account))).collect()
}

fn source<'a>(chronicle: &'a Chronicle, account: &Account) -> &'a str {
    &chronicle.source(account.source).name
}

fn country<'a>(chronicle: &'a Chronicle, trip: &Trip) -> &'a str {
    &chronicle.country(trip.country).name
}

/// Where the trip stands of which a source has these words for the date.
fn told(chronicle: &Chronicle, verbatim: &str) -> usize {
    let words = |trip: &Trip| trip.accounts().iter().any(|account| account.verbatim.as_deref() == Some(verbatim));
    chronicle.trips.iter().position(words).unwrap()
}

fn alone(positions: &[usize]) -> Vec<BTreeSet<usize>> {
    let mut sets: Vec<_> = positions.iter().map(|&at| BTreeSet::from([at])).collect();
    sets.sort();
    sets
}

#[test]
fn disputed_trips_are_those_the_sources_disagree_on() {
    let loaded = default_file();
    let [october, march] = ["17-31 October 1961", "3-25 March 1961"].map(|words| told(&loaded.chronicle, words));
    // Out of order and lost cells are about how a source is written.
    let china = told(&loaded.chronicle, "11-15 July 1961");
    let disputed: BTreeSet<_> = loaded.findings().disputed.iter().map(TripIndex::position).collect();
    assert!(disputed.is_superset(&[october, march].into()) && !disputed.contains(&china));
}
