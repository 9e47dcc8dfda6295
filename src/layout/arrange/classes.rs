//! What colours tell of trips: their kinds, or classes of another sort.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::arrangement::Arrangement;
use crate::data::{ColorBy, LaneGroup, StayLength};
use crate::layout::scene::Role;
use crate::model::{
    Chronicle, FilterResult, GroupIndex, Reading, SourceIndex, TravellerIndex, Trip, TripIndex, TripKind,
};

/// So many classes have a colour of their own; all others share the next.
pub(crate) const MOST_COLORS: u8 = 10;

/// The classes of trips that colours tell.
#[derive(Clone, Debug, PartialEq)]
pub struct Classes {
    /// By what; by their kinds trips have colours that are the same in every file.
    pub by: ColorBy,
    /// The class of each trip of the file: of its kind, or by its first account under the reading.
    of_trips: Vec<u8>,
    /// The class of each traveller or source, by its position; empty where classes follow from the trip alone.
    of: Vec<u8>,
    /// What each class is called, in their order; empty for kinds.
    names: Vec<String>,
}

/// How well days are known: each of them, about, or not.
const CERTAINTIES: [&str; 3] = ["days known", "about, or uncertain", "day not known"];

impl Classes {
    /// The classes of a file; by what tells most where nothing is asked for.
    pub(crate) fn new(chronicle: &Chronicle, shown: &FilterResult, arrangement: &Arrangement) -> Self {
        let by = arrangement.color.unwrap_or_else(|| {
            let one_kind = shown.kinds.len() < 2;
            if one_kind && chronicle.has_several_travellers() { ColorBy::Traveller } else { ColorBy::Kind }
        });
        let all = |names: &[&str]| (Vec::new(), names.iter().map(|&name| name.to_owned()).collect());
        let (of, names) = match by {
            ColorBy::Kind => all(&[]),
            ColorBy::Length => (Vec::new(), StayLength::ALL.iter().map(|length| length.label().to_owned()).collect()),
            ColorBy::Certainty => all(&CERTAINTIES),
            ColorBy::Traveller => {
                let mut counts = vec![0; chronicle.travellers.len()];
                chronicle.trips.iter().for_each(|trip| counts[trip.traveller.position()] += 1);
                // Those that are asked for come before all others, as these may not be seen at all.
                for asked in shown.asked_travellers.iter().map(|traveller| traveller.position()) {
                    counts[asked] += if counts[asked] == 0 { 0 } else { chronicle.trips.len() };
                }
                let name =
                    |traveller| chronicle.traveller(TravellerIndex::new(traveller)).unwrap_or("not named").to_owned();
                by_count(&counts, &(0..counts.len()).map(name).collect::<Vec<_>>())
            }
            ColorBy::Group => by_group(chronicle, arrangement.group),
            ColorBy::Source => {
                let mut counts = vec![0; chronicle.sources.len()];
                let accounts = chronicle.trips.iter().flat_map(Trip::accounts);
                accounts.for_each(|account| counts[account.source.position()] += 1);
                by_count(&counts, &chronicle.sources.iter().map(|source| source.name.clone()).collect::<Vec<_>>())
            }
        };
        let mut classes = Self { by, of_trips: Vec::new(), of, names };
        let first_source =
            |trip: &Trip| shown.reading.first_account(trip).map_or(SourceIndex::new(0), |account| account.source);
        let class = |trip: &Trip| classes.class_of(shown.reading, trip, first_source(trip));
        classes.of_trips = chronicle.trips.iter().map(class).collect();
        classes
    }

    /// The class of a trip as a source tells of it.
    fn class_of(&self, reading: Reading, trip: &Trip, source: SourceIndex) -> u8 {
        let of = |position: usize| self.of.get(position).copied().unwrap_or(MOST_COLORS);
        match self.by {
            ColorBy::Kind => trip.kind as u8,
            ColorBy::Traveller => of(trip.traveller.position()),
            ColorBy::Source => of(source.position()),
            ColorBy::Group => of(trip.country.position()),
            ColorBy::Length => {
                let days = reading.extent(trip).unwrap_or(trip.possible()).days();
                StayLength::of(days) as u8
            }
            ColorBy::Certainty => {
                if reading.accounts(trip).all(|account| account.when.is_exact()) {
                    0
                } else if reading.accounts(trip).any(|account| account.when.names_days()) {
                    1
                } else {
                    2
                }
            }
        }
    }

    /// The colour of a trip's bar that a source has drawn, tinted as that of another source.
    pub(crate) fn bar_role(&self, reading: Reading, trip: &Trip, source: SourceIndex, tint: SourceIndex) -> Role {
        let tint = if self.by == ColorBy::Source { SourceIndex::new(0) } else { tint };
        self.tinted(self.class_of(reading, trip, source), tint)
    }

    /// The classes of some trips.
    pub(crate) fn on(&self, trips: impl Iterator<Item = TripIndex>) -> BTreeSet<u8> {
        let mut found = BTreeSet::new();
        for trip in trips {
            found.insert(self.of_trip(trip));
            if found.len() == self.names.len() {
                break;
            }
        }
        found
    }

    /// The class of a trip.
    pub(crate) fn of_trip(&self, index: TripIndex) -> u8 {
        self.of_trips.get(index.position()).copied().unwrap_or(MOST_COLORS)
    }

    /// The colour of a class.
    pub(crate) fn role(&self, class: u8) -> Role {
        self.tinted(class, SourceIndex::new(0))
    }

    fn tinted(&self, class: u8, tint: SourceIndex) -> Role {
        match TripKind::ALL.get(usize::from(class)).filter(|_| self.by == ColorBy::Kind) {
            Some(&kind) => Role::bar(kind, tint),
            None => Role::class(class, tint),
        }
    }

    /// The traveller that a class stands for alone.
    pub(crate) fn traveller(&self, class: u8) -> Option<TravellerIndex> {
        let is_alone = self.by == ColorBy::Traveller && class < MOST_COLORS;
        self.of.iter().position(|of| *of == class).filter(|_| is_alone).map(TravellerIndex::new)
    }

    /// What a class is called.
    #[must_use]
    pub fn name(&self, class: u8) -> &str {
        let kind = TripKind::ALL.get(usize::from(class)).filter(|_| self.by == ColorBy::Kind);
        kind.map_or_else(|| self.names.get(usize::from(class)).map_or("", String::as_str), |kind| kind.label())
    }
}

/// The classes of countries by their groups, and the names of the classes: by those below which lanes stand, else by those
/// of the file, else by continents.
fn by_group(chronicle: &Chronicle, group: LaneGroup) -> (Vec<u8>, Vec<String>) {
    let own = || if chronicle.groupings().contains(&LaneGroup::File) { LaneGroup::File } else { LaneGroup::Continent };
    let by = if group == LaneGroup::No { own() } else { group };
    let none = chronicle.groups.len();
    let group_of = |(country, _)| chronicle.group_of(country, by).map_or(none, GroupIndex::position);
    let groups: Vec<usize> = chronicle.indexed_countries().map(group_of).collect();
    let mut counts = vec![0; none + 1];
    for (group, (country, _)) in groups.iter().zip(chronicle.indexed_countries()) {
        counts[*group] += chronicle.trips_to(country).len();
    }
    let names = chronicle.groups.iter().cloned().chain(["other countries".to_owned()]).collect::<Vec<_>>();
    let (classes, names) = by_count(&counts, &names);
    (groups.into_iter().map(|group| classes[group]).collect(), names)
}

/// The classes of what has so many trips, if it has any, and their names: what has most has a colour, however few of them
/// are shown.
fn by_count(counts: &[usize], all: &[String]) -> (Vec<u8>, Vec<String>) {
    let mut order: Vec<usize> = (0..counts.len()).filter(|&position| 0 < counts[position]).collect();
    order.sort_by_key(|&position| Reverse(counts[position]));
    let mut of = vec![MOST_COLORS; counts.len()];
    for (class, &position) in (0..MOST_COLORS).zip(&order) {
        of[position] = class;
    }
    let first = order.iter().take(usize::from(MOST_COLORS)).filter_map(|&position| all.get(position).cloned());
    let mut names: Vec<String> = first.collect();
    match order.get(names.len()..).unwrap_or_default() {
        [] => {}
        [only] => names.extend(all.get(*only).cloned()),
        others => names.push(format!("{} others", others.len())),
    }
    (of, names)
}
