//! Statistics of what is shown: numbers of the trips that are visible and counted, by the days that the reading leaves.
//!
//! Everything takes time in proportion to the trips, times a logarithm where something is sorted.

mod absences;
mod agreement;
mod counted;
mod encounters;
mod leaders;
mod mentions;
mod places;
mod stays;
mod sums;
mod years;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::facts::{Chronicle, Claim, CountryIndex, SourceIndex, TravellerIndex, TripIndex, TripKind};
use super::query::{FilterResult, Reading, TourIndex, Tours, VisitCount};
use crate::data::StayLength;
use crate::time::{Day, DaySet};
use absences::{Away, longest};
use counted::counted_trips_to;
use sums::Tally;

pub use absences::{Absence, MOST_ABSENCES};
pub use agreement::{Agreement, Relation};
pub use encounters::{Encounter, Encountered, Encounters, MOST_MEETINGS, SharedStay};
pub use leaders::{LeaderOffice, LeadersMet, MetLeader};
pub use mentions::Mentions;
pub use places::VisitedPlace;
pub use stays::Stay;
pub use sums::{DayCount, TripSum};
pub use years::Year;
use years::per_year;

/// Numbers of the trips that are visible and counted. Lists begin with what has the most trips, unless they say otherwise.
///
/// A day abroad counts once, however many trips it is part of: in all, and again in each year, country, kind and traveller.
/// So the days of the years add up to those in all, while those of countries, kinds and travellers may come to more, as a
/// day of travel is part of a stay in each of two countries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// The years that saw a trip.
    pub per_year: BTreeMap<i32, Year>,
    /// The days that were certainly spent abroad.
    pub days_certain: DaySet,
    /// The days that were possibly spent abroad, the certain ones included.
    pub days_possible: DaySet,
    /// The countries of the trips.
    pub per_country: Vec<CountrySum>,
    /// Who made the trips; nobody where a file tells of one traveller.
    pub per_traveller: Vec<(TravellerIndex, TripSum)>,
    /// What the trips were for.
    pub per_kind: Vec<(TripKind, TripSum)>,
    /// Whom the accounts name as met.
    pub leaders: LeadersMet,
    /// Which places the accounts name.
    pub places: Vec<VisitedPlace>,
    /// The trips, in the order of time.
    pub stays: Vec<Stay>,
    /// How many trips are of each length, for certain or possibly.
    pub lengths: BTreeMap<StayLength, VisitCount>,
    /// The longest runs of days that a traveller was certainly abroad, the longest first; at most [`MOST_ABSENCES`].
    pub absences: Vec<Absence>,
    /// The tours with a leg that is visible and counted, in the order of time.
    pub tours: Vec<TourIndex>,
    /// What two sources each agree on, where they differ, and what one of them tells alone; nothing where there is one source.
    pub agreement: Vec<Agreement>,
    /// Who was in a country on the same days as whom; nobody where a file tells of one traveller.
    pub encounters: Encounters,
}

/// The trips to a country, and how many visits sources claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountrySum {
    /// Which country.
    pub country: CountryIndex,
    /// Its trips.
    pub sum: TripSum,
    /// What each source that is read claims, in the order of the file: of all its visits, whatever is hidden.
    pub stated: Vec<(SourceIndex, Claim)>,
}

impl Statistics {
    /// The statistics of what a filter leaves; `tours` are those of the same filter.
    #[must_use]
    pub fn new(chronicle: &Chronicle, shown: &FilterResult, tours: &Tours) -> Self {
        let mut stated = stated(chronicle, shown);
        let (per_year, [days_certain, days_possible]) = per_year(chronicle, shown);
        let mut statistics = Self { per_year, days_certain, days_possible, ..Self::default() };
        let mut kinds: BTreeMap<TripKind, Tally> = BTreeMap::new();
        let mut travellers: BTreeMap<TravellerIndex, Tally> = BTreeMap::new();
        let mut away = Vec::new();
        let several_travellers = chronicle.has_several_travellers();
        for (country, _) in chronicle.indexed_countries() {
            let mut of_country = Tally::default();
            for trip in counted_trips_to(chronicle, shown, country) {
                let traveller = trip.summary.traveller;
                of_country.add(&trip);
                kinds.entry(trip.summary.kind).or_default().add(&trip);
                if several_travellers {
                    travellers.entry(traveller).or_default().add(&trip);
                }
                let index = trip.summary.span.trip;
                away.extend(trip.days.certain.spans().iter().map(|&days| Away { traveller, days, trip: index }));
                statistics.stays.push(Stay { trip: index, span: trip.span, days: DayCount::of(&trip.days) });
            }
            let stated = stated.remove(&country).unwrap_or_default();
            statistics.per_country.extend(of_country.sum().map(|sum| CountrySum { country, sum, stated }));
        }
        statistics.per_country.sort_by_key(|country| Reverse(country.sum.trips));
        statistics.per_kind = sums(kinds);
        statistics.per_traveller = sums(travellers);
        statistics.absences = longest(away);
        statistics.stays.sort_unstable_by_key(|stay| (stay.span, stay.trip));
        statistics.lengths = stays::lengths(&statistics.stays);
        statistics.leaders = leaders::leaders(chronicle, shown.reading, &statistics.stays);
        statistics.places = places::places(chronicle, shown.reading, &statistics.stays);
        statistics.tours = counted_tours(chronicle, shown, tours);
        statistics.agreement = agreement::agreement(chronicle, &statistics.stays);
        statistics.encounters = Encounters::new(chronicle, shown, tours);
        statistics
    }

    /// How many days were spent abroad.
    #[must_use]
    pub fn days(&self) -> DayCount {
        DayCount { certain: self.days_certain.days(), possible: self.days_possible.days() }
    }

    /// The trips that a day is part of, certainly or possibly, in the order of time.
    #[must_use]
    pub fn trips_on(&self, chronicle: &Chronicle, reading: Reading, day: Day) -> Vec<TripIndex> {
        // Where sources differ, more days are possible than those from the first to the last of the stay.
        let is_near = |trip: &TripIndex| chronicle.trip(*trip).possible().contains(day);
        let is_part = |trip: &TripIndex| {
            reading.days(chronicle, chronicle.trip(*trip)).is_some_and(|days| days.possible.contains(day))
        };
        self.stays.iter().map(|stay| stay.trip).filter(is_near).filter(is_part).collect()
    }

    /// How many trips had begun for certain by the end of each year that saw a trip.
    #[must_use]
    pub fn cumulative_visits(&self) -> BTreeMap<i32, usize> {
        let mut visits = 0;
        let mut by_the_end_of = |(&year, of_year): (&i32, &Year)| {
            visits += of_year.trip_count();
            (year, visits)
        };
        self.per_year.iter().map(&mut by_the_end_of).collect()
    }
}

/// What the sources that are read claim of each country.
fn stated(chronicle: &Chronicle, shown: &FilterResult) -> BTreeMap<CountryIndex, Vec<(SourceIndex, Claim)>> {
    let mut stated: BTreeMap<CountryIndex, Vec<(SourceIndex, Claim)>> = BTreeMap::new();
    for total in chronicle.totals.iter().filter(|total| shown.reading.includes(total.source)) {
        stated.entry(total.country).or_default().push((total.source, total.claim));
    }
    stated
}

/// The sums of what has trips, with the most first.
fn sums<K>(tallies: BTreeMap<K, Tally>) -> Vec<(K, TripSum)> {
    let mut sums: Vec<_> = tallies.into_iter().filter_map(|(key, tally)| Some((key, tally.sum()?))).collect();
    sums.sort_by_key(|(_, sum)| Reverse(sum.trips));
    sums
}

fn counted_tours(chronicle: &Chronicle, shown: &FilterResult, tours: &Tours) -> Vec<TourIndex> {
    let counts =
        |(at, tour)| tours.legs(tour).iter().any(|&leg| shown.counts(chronicle, leg)).then(|| TourIndex::new(at));
    tours.all.iter().enumerate().filter_map(counts).collect()
}
