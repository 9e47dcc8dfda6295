//! Tours: trips of a traveller that follow each other from country to country.

use std::collections::BTreeSet;
use std::ops::Range;

use super::filter_result::FilterResult;
use crate::model::facts::{Chronicle, TravellerIndex, Trip, TripIndex, TripStatus, index};
use crate::text::{self, count};
use crate::time::{Months, Span, format_year};

index!(
    /// Which of [`Tours::all`].
    TourIndex
);

/// Trips of one traveller to one country after another, two or more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tour {
    /// From its first to its last day.
    pub days: Span,
    /// Who made it.
    pub traveller: TravellerIndex,
    /// How many countries it went to.
    pub countries: usize,
    /// What tells it from the traveller's other tours.
    named_by: NamedBy,
    /// Where its trips stand in [`Tours::legs`].
    legs: Range<u32>,
}

/// How much of its first day a tour is named by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NamedBy {
    Year,
    /// Where the year saw several.
    Month,
    /// Where the month saw several.
    Day,
}

/// The trips parted into tours and single visits. A tour stays whole where a filter hides some of its legs; one of
/// which nothing is shown is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tours {
    /// In the order of time.
    pub all: Vec<Tour>,
    /// The trips of all tours, one tour after the other.
    legs: Vec<TripIndex>,
    /// How many legs of tours and how many single visits are shown and counted.
    counted: (usize, usize),
    /// Every leg with its place in [`Tours::legs`], by trip.
    by_trip: Vec<(TripIndex, u32)>,
}

/// How many days may lie between two legs, by default.
pub const MOST_DAYS_BETWEEN: u16 = 2;

/// A trip that can be a leg.
struct Leg {
    traveller: TravellerIndex,
    days: Span,
    trip: TripIndex,
}

impl Tours {
    /// Joins each trip to the one of the same traveller before it where they are in different countries, at most this
    /// many days lie between, and no source leaves open how many. Rumoured, cancelled and planned trips stay by themselves and
    /// part nothing. Takes n log n time.
    #[must_use]
    pub fn new(chronicle: &Chronicle, shown: &FilterResult, most_days_between: u16) -> Self {
        let mut legs: Vec<Leg> = Vec::new();
        let mut counted_singles = 0;
        let counts = |index: TripIndex| usize::from(shown.counts(chronicle, index));
        for (trip, told) in chronicle.indexed_trips().filter(|(index, _)| shown.is_candidate(*index)) {
            if told.status == TripStatus::Rumoured || !told.status.took_place() {
                counted_singles += counts(trip);
            } else {
                legs.push(Leg { traveller: told.traveller, days: shown.span(chronicle, trip), trip });
            }
        }
        legs.sort_unstable_by_key(|leg| (leg.traveller, leg.days, leg.trip));
        let mut runs: Vec<&[Leg]> = Vec::new();
        for run in legs.chunk_by(|before, after| joins(chronicle, shown, before, after, most_days_between)) {
            if let [single] = run {
                counted_singles += counts(single.trip);
            } else {
                runs.push(run);
            }
        }
        let names = names(&runs);
        let mut named: Vec<(&[Leg], NamedBy)> = runs.into_iter().zip(names).collect();
        named.retain(|(run, _)| run.iter().any(|leg| shown.is_visible(leg.trip)));
        named.sort_by_key(|(run, _)| (run[0].days, run[0].trip));
        let mut tours = Self { counted: (0, counted_singles), ..Self::default() };
        for (run, named_by) in named {
            tours.counted.0 += run.iter().map(|leg| counts(leg.trip)).sum::<usize>();
            tours.push(chronicle, run, named_by);
        }
        tours.by_trip = tours.legs.iter().copied().zip(0..).collect();
        tours.by_trip.sort_unstable();
        tours
    }

    fn push(&mut self, chronicle: &Chronicle, run: &[Leg], named_by: NamedBy) {
        let Some(days) = run.iter().map(|leg| leg.days).reduce(Span::hull) else { return };
        let countries: BTreeSet<_> = run.iter().map(|leg| chronicle.trip(leg.trip).country).collect();
        let place = |position: usize| u32::try_from(position).unwrap_or(u32::MAX);
        let first = place(self.legs.len());
        self.legs.extend(run.iter().map(|leg| leg.trip));
        self.all.push(Tour {
            days,
            traveller: run[0].traveller,
            countries: countries.len(),
            named_by,
            legs: first..place(self.legs.len()),
        });
    }

    /// All of them, in the order of time.
    pub fn indices(&self) -> impl Iterator<Item = TourIndex> {
        (0..self.all.len()).map(TourIndex::new)
    }

    /// The tour at `index`.
    #[must_use]
    pub fn tour(&self, index: TourIndex) -> &Tour {
        &self.all[index.position()]
    }

    /// The trips of a tour, in the order of time, shown or not.
    #[must_use]
    pub fn legs(&self, tour: &Tour) -> &[TripIndex] {
        &self.legs[tour.legs.start as usize..tour.legs.end as usize]
    }

    /// The tour a trip is part of, and which of its legs, from 0.
    #[must_use]
    pub fn of(&self, trip: TripIndex) -> Option<(TourIndex, usize)> {
        let at = self.by_trip.binary_search_by_key(&trip, |(leg, _)| *leg).ok()?;
        let place = self.by_trip[at].1;
        let tour = self.all.partition_point(|tour| tour.legs.end <= place);
        Some((TourIndex::new(tour), (place - self.all[tour].legs.start) as usize))
    }

    /// What is shown and counted of tours and visits, apart: `6 tours with 30 legs · 20 single visits`; without the
    /// visits where there are none, and with `12 of 30 legs` where some are hidden or do not count.
    #[must_use]
    pub fn summary(&self) -> String {
        let tours = count(self.all.len(), "tour", "tours");
        let (legs, singles) = self.counted;
        let whole = self.legs.len();
        let tours = match legs {
            0 => tours,
            legs if legs < whole => format!("{tours} with {legs} of {}", count(whole, "leg", "legs")),
            legs => format!("{tours} with {}", count(legs, "leg", "legs")),
        };
        match singles {
            0 => tours,
            singles => format!("{tours} · {}", count(singles, "single visit", "single visits")),
        }
    }
}

impl Tour {
    /// How many trips it joins, shown or not.
    #[must_use]
    pub fn leg_count(&self) -> usize {
        self.legs.len()
    }

    /// `Tour of 1956`; with the month where its traveller made several that year, and with the day where several that
    /// month; with the traveller's name where the file gives one.
    #[must_use]
    pub fn name(&self, chronicle: &Chronicle) -> String {
        let (year, month, day) = self.days.start().ymd();
        let year = format_year(year);
        let name = match self.named_by {
            NamedBy::Year => format!("Tour of {year}"),
            NamedBy::Month => format!("Tour of {} {year}", Months::Full.name(month)),
            NamedBy::Day => format!("Tour of {day} {} {year}", Months::Full.name(month)),
        };
        match chronicle.among_several(self.traveller) {
            Some(traveller) => format!("{name}, {traveller}"),
            None => name,
        }
    }

    /// `Tour of 1956: 10 legs, 9 countries, 1 June – 18 July 1956, 48 days`.
    #[must_use]
    pub fn describe(&self, chronicle: &Chronicle) -> String {
        format!("{}: {}", self.name(chronicle), self.numbers())
    }

    /// The same without its name.
    #[must_use]
    pub fn numbers(&self) -> String {
        format!(
            "{}, {}, {}, {}",
            count(self.leg_count(), "leg", "legs"),
            count(self.countries, "country", "countries"),
            self.days.format(Months::Full),
            text::days(self.days.days()),
        )
    }
}

fn joins(chronicle: &Chronicle, shown: &FilterResult, before: &Leg, after: &Leg, most_days_between: u16) -> bool {
    let between = after.days.start() - before.days.end();
    if before.traveller != after.traveller || i32::from(most_days_between) < between {
        return false;
    }
    let (before, after) = (chronicle.trip(before.trip), chronicle.trip(after.trip));
    let days_known = |trip: &Trip| shown.reading.accounts(trip).all(|account| account.when.is_exact());
    before.country != after.country && days_known(before) && days_known(after)
}

/// Names each by its year; by its month too where its traveller made another that year, and by its day where another
/// that month. Runs come by traveller and in the order of time.
fn names(runs: &[&[Leg]]) -> Vec<NamedBy> {
    let key = |run: &[Leg]| {
        let (year, month, _) = run[0].days.start().ymd();
        (run[0].traveller, year, month)
    };
    let keys: Vec<_> = runs.iter().map(|run| key(run)).collect();
    let mut names = Vec::with_capacity(runs.len());
    for of_year in keys.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        for of_month in of_year.chunk_by(|a, b| a == b) {
            let name = match (of_year.len(), of_month.len()) {
                (1, _) => NamedBy::Year,
                (_, 1) => NamedBy::Month,
                _ => NamedBy::Day,
            };
            names.extend(of_month.iter().map(|_| name));
        }
    }
    names
}
