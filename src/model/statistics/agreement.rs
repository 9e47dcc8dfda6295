//! What sources agree on, where they differ, and what one of them tells alone.

use std::collections::{BTreeMap, BTreeSet};

use super::stays::Stay;
use crate::model::facts::{Chronicle, SourceIndex, Trip, TripIndex};
use crate::model::pairing::{Class, Comparison};
use crate::time::When;

/// Trips on which two sources stand to each other in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The two sources, in the order of the file; of a trip that one tells alone that one is the first.
    pub sources: [SourceIndex; 2],
    /// How they stand to each other.
    pub relation: Relation,
    /// In the order of time.
    pub trips: Vec<TripIndex>,
}

/// How two sources stand to each other on a trip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// Both tell of it, with dates that lie so to each other.
    Dates(Class),
    /// The second, which covers its country and time, does not tell of it.
    Silent,
    /// The second does not speak of its country and time.
    NotCovered,
}

/// With more sources than this, only those are compared that share a trip.
const FEW_SOURCES: usize = 2;

/// For each two sources, each way in which they stand to each other on any of these trips.
pub(super) fn agreement(chronicle: &Chronicle, stays: &[Stay]) -> Vec<Agreement> {
    if chronicle.sources.len() < 2 {
        return Vec::new();
    }
    let told: Vec<(TripIndex, BTreeSet<SourceIndex>)> = stays
        .iter()
        .map(|stay| (stay.trip, chronicle.trip(stay.trip).accounts().iter().map(|account| account.source).collect()))
        .collect();
    let mut pairs: BTreeSet<[SourceIndex; 2]> = BTreeSet::new();
    if chronicle.sources.len() <= FEW_SOURCES {
        pairs.insert([SourceIndex::new(0), SourceIndex::new(1)]);
    }
    for (_, sources) in told.iter().filter(|(_, sources)| 1 < sources.len()) {
        let with_later =
            |one: &SourceIndex| sources.range(*one..).skip(1).map(|&other| [*one, other]).collect::<Vec<_>>();
        pairs.extend(sources.iter().flat_map(with_later));
    }
    let mut all: Vec<Agreement> = Vec::new();
    for [one, other] in pairs {
        let mut found: BTreeMap<(Relation, [SourceIndex; 2]), Vec<TripIndex>> = BTreeMap::new();
        for (trip, sources) in &told {
            let key = match (sources.contains(&one), sources.contains(&other)) {
                (true, true) => {
                    dates(chronicle.trip(*trip), one, other).map(|class| (Relation::Dates(class), [one, other]))
                }
                (true, false) => Some((alone(chronicle, *trip, other), [one, other])),
                (false, true) => Some((alone(chronicle, *trip, one), [other, one])),
                (false, false) => None,
            };
            if let Some(key) = key {
                found.entry(key).or_default().push(*trip);
            }
        }
        all.extend(found.into_iter().map(|((relation, sources), trips)| Agreement { sources, relation, trips }));
    }
    all
}

fn alone(chronicle: &Chronicle, trip: TripIndex, other: SourceIndex) -> Relation {
    let trip = chronicle.trip(trip);
    let covers =
        chronicle.may_tell_of(other, trip) && chronicle.source(other).covers.all_of(trip.country, trip.possible());
    if covers { Relation::Silent } else { Relation::NotCovered }
}

fn dates(trip: &Trip, one: SourceIndex, other: SourceIndex) -> Option<Class> {
    comparison(trip, one, other).map(|comparison| comparison.class)
}

/// How the dates of two sources lie to each other on a trip that both tell of.
fn comparison(trip: &Trip, one: SourceIndex, other: SourceIndex) -> Option<Comparison> {
    let of = |source: SourceIndex| {
        trip.accounts().iter().filter(move |account| account.source == source).map(|account| &account.when)
    };
    let (one, other): (Vec<&When>, Vec<&When>) = (of(one).collect(), of(other).collect());
    Comparison::of_sources(&one, &other)
}

impl Agreement {
    /// In words, with both names where more than two sources are compared: `the same days`, `told by List, not by Album`.
    #[must_use]
    pub fn describe(&self, chronicle: &Chronicle, several: bool) -> String {
        let [one, other] = self.sources.map(|source| chronicle.source(source).name.as_str());
        let pair = if several { format!("{one}, {other}: ") } else { String::new() };
        match self.relation {
            Relation::Dates(Class::Same) => format!("{pair}the same days"),
            Relation::Dates(class) => format!("{pair}{}", class.label()),
            Relation::Silent => format!("told by {one}, not by {other}"),
            Relation::NotCovered => format!("told by {one}, outside what {other} covers"),
        }
    }

    /// By how many days the dates of each of its trips differ, as far as they are known to the day.
    pub fn most_days<'a>(&'a self, chronicle: &'a Chronicle) -> impl Iterator<Item = Option<i32>> + 'a {
        let [one, other] = self.sources;
        self.trips.iter().map(move |&trip| comparison(chronicle.trip(trip), one, other)?.most_days())
    }
}
