//! Encounters: two travellers in one country on the same days.
//!
//! `meetings` finds which trips share days, `shared_stays` joins them, `journeys` follows them from country to country.

mod journeys;
mod meetings;
mod shared_stays;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use super::counted::{CountedTrip, counted_trips_to};
use crate::model::facts::{Chronicle, TravellerIndex, TripIndex};
use crate::model::query::{FilterResult, Tours, TripDays, VisitCount};
use crate::text::grouped;
use crate::time::DaySet;
use meetings::meetings;

pub use shared_stays::SharedStay;

/// At most so many pairs of trips that share days are looked at, so that a careless file of `n` trips that all share some
/// has no `n²` encounters.
pub const MOST_MEETINGS: usize = 200_000;

/// Two travellers in a country on the same days; or in one country after the other, where they travelled together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encounter {
    /// Who, in the order of the file.
    pub travellers: [TravellerIndex; 2],
    /// Where its legs stand in [`Encounters::legs`].
    legs: Range<u32>,
}

/// Someone who had encounters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encountered {
    /// Who.
    pub traveller: TravellerIndex,
    /// How many, certain or possible.
    pub encounters: usize,
    /// The position of the first in [`Encounters::all`].
    pub first: usize,
}

/// All encounters of the trips that are visible and counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Encounters {
    /// In the order of time.
    pub all: Vec<Encounter>,
    /// How many encounters every two travellers had who had some, in the order of the file.
    pub per_pair: BTreeMap<[TravellerIndex; 2], VisitCount>,
    /// Those who had encounters, the most first.
    pub per_traveller: Vec<Encountered>,
    /// Whether there are more than are looked for: some to the last countries of the file are missing.
    is_cut: bool,
    /// The legs of all encounters, one encounter after the other.
    legs: Vec<SharedStay>,
    /// Every trip with the place of each leg that it is part of, by trip.
    by_trip: Vec<(TripIndex, u32)>,
}

impl Encounters {
    /// The encounters of what a filter leaves; `tours` are those of the same filter. Takes n log n time, and time in
    /// proportion to the pairs of trips that share days.
    #[must_use]
    pub fn new(chronicle: &Chronicle, shown: &FilterResult, tours: &Tours) -> Self {
        let mut encounters = Self::default();
        if !chronicle.has_several_travellers() {
            return encounters;
        }
        let (mut stays, mut room) = (Vec::new(), MOST_MEETINGS);
        for (country, _) in chronicle.indexed_countries() {
            let trips: Vec<CountedTrip<'_>> = counted_trips_to(chronicle, shown, country).collect();
            let meetings = meetings(&trips, room);
            room -= meetings.all.len();
            encounters.is_cut |= meetings.is_cut;
            stays.extend(shared_stays::joined(chronicle, country, &trips, meetings.all));
        }
        for (travellers, legs) in journeys::joined(chronicle, shown, tours, stays) {
            encounters.push(travellers, legs);
        }
        let legs = encounters.legs.iter().zip(0..);
        encounters.by_trip = legs.flat_map(|(leg, at)| leg.trips.iter().map(move |&trip| (trip, at))).collect();
        encounters.by_trip.sort_unstable();
        let mut per_traveller: BTreeMap<TravellerIndex, Encountered> = BTreeMap::new();
        for (first, encounter) in encounters.all.iter().enumerate() {
            for traveller in encounter.travellers {
                let new = Encountered { traveller, encounters: 0, first };
                per_traveller.entry(traveller).or_insert(new).encounters += 1;
            }
        }
        encounters.per_traveller = per_traveller.into_values().collect();
        encounters.per_traveller.sort_by_key(|who| Reverse(who.encounters));
        encounters
    }

    fn push(&mut self, travellers: [TravellerIndex; 2], legs: Vec<SharedStay>) {
        let place = |position: usize| u32::try_from(position).unwrap_or(u32::MAX);
        let count = self.per_pair.entry(travellers).or_default();
        let is_certain = legs.iter().any(SharedStay::is_certain);
        count.certain += usize::from(is_certain);
        count.possible += usize::from(!is_certain);
        let first = place(self.legs.len());
        self.legs.extend(legs);
        self.all.push(Encounter { travellers, legs: first..place(self.legs.len()) });
    }

    /// The countries of an encounter, in the order of time: one, or several where the two travelled together.
    #[must_use]
    pub fn legs(&self, encounter: &Encounter) -> &[SharedStay] {
        &self.legs[encounter.legs.start as usize..encounter.legs.end as usize]
    }

    /// All days of an encounter.
    #[must_use]
    pub fn days(&self, encounter: &Encounter) -> TripDays {
        let days = |of: fn(&TripDays) -> &DaySet| {
            self.legs(encounter).iter().flat_map(|leg| of(&leg.days).spans()).copied().collect()
        };
        TripDays { certain: days(|days| &days.certain), possible: days(|days| &days.possible) }
    }

    /// What is not told, if there is more than is looked for.
    #[must_use]
    pub fn cut_note(&self) -> Option<String> {
        let words =
            || format!("more than {} pairs of trips share days, later ones are not told", grouped(MOST_MEETINGS));
        self.is_cut.then(words)
    }

    /// The trips of an encounter, leg by leg.
    #[must_use]
    pub fn trips(&self, encounter: &Encounter) -> Vec<TripIndex> {
        self.legs(encounter).iter().flat_map(|leg| leg.trips.iter().copied()).collect()
    }

    /// Those of two travellers, in the order of time.
    pub fn of_pair(&self, pair: [TravellerIndex; 2]) -> impl Iterator<Item = &Encounter> {
        self.all.iter().filter(move |encounter| encounter.travellers == pair)
    }

    /// The legs that a trip is part of.
    pub fn of_trip(&self, trip: TripIndex) -> impl Iterator<Item = &SharedStay> {
        let first = self.by_trip.partition_point(|(other, _)| *other < trip);
        let of_trip = self.by_trip.iter().skip(first).take_while(move |(other, _)| *other == trip);
        of_trip.filter_map(|&(_, at)| self.legs.get(at as usize))
    }
}
