//! Tours: trips that follow each other from country to country.

use std::collections::{BTreeMap, BTreeSet};

use super::{Chronicle, Shown, Status, Trip, TripIndex, chronicle::index, count};
use crate::time::{
    Span, month_name,
    words::{self, Months},
};

index!(
    /// Which of [`Tours::all`].
    TourIndex
);

/// Trips to one country after another, two or more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tour {
    /// `Tour of 1956`; with the month where a year saw several, and with the day where a month did.
    pub name: String,
    /// Its trips, in the order of time, shown or not.
    pub legs: Vec<TripIndex>,
    /// From its first to its last day.
    pub days: Span,
    /// How many countries it went to.
    pub countries: usize,
}

/// The trips parted into tours and single visits. A tour stays whole where a filter hides some of its legs; one of
/// which nothing is shown is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tours {
    /// In the order of time.
    pub all: Vec<Tour>,
    /// The trips shown that are part of no tour, in the order of time.
    pub single_visits: Vec<TripIndex>,
    /// How many legs of tours and how many single visits are shown and counted.
    counted: (usize, usize),
    by_trip: BTreeMap<TripIndex, (TourIndex, usize)>,
}

/// How many days may lie between two legs when nobody says otherwise.
pub const MOST_DAYS_BETWEEN: u16 = 2;

impl Tours {
    /// Joins each trip to the one before it where they are in different countries, at most this many days lie between,
    /// and no source leaves open how many. Rumoured and cancelled trips stay by themselves and part nothing.
    #[must_use]
    pub fn new(chronicle: &Chronicle, shown: &Shown, most_days_between: u16) -> Self {
        let mut runs: Vec<Vec<TripIndex>> = Vec::new();
        let mut single_visits = Vec::new();
        for &index in &shown.told {
            if matches!(chronicle.trip(index).status, Status::Rumoured | Status::Cancelled) {
                single_visits.push(index);
                continue;
            }
            let last = runs.last().and_then(|run| run.last()).copied();
            match runs.last_mut() {
                Some(run) if last.is_some_and(|last| joins(chronicle, shown, last, index, most_days_between)) => {
                    run.push(index);
                }
                _ => runs.push(vec![index]),
            }
        }
        let (tours, singles): (Vec<_>, Vec<_>) = runs.into_iter().partition(|run| 1 < run.len());
        single_visits.extend(singles.into_iter().flatten());
        single_visits.retain(|&index| shown.shows(index));
        single_visits.sort_by_key(|&index| (shown.span(chronicle, index), index));
        let mut all = named(tours.into_iter().map(|legs| tour(chronicle, shown, legs)).collect());
        all.retain(|tour| tour.legs.iter().any(|&index| shown.shows(index)));
        let counts = |index: &&TripIndex| shown.shows(**index) && shown.counting.counts(chronicle.trip(**index).status);
        let legs = all.iter().flat_map(|tour| &tour.legs).filter(counts).count();
        let counted = (legs, single_visits.iter().filter(counts).count());
        let by_trip = all
            .iter()
            .enumerate()
            .flat_map(|(at, tour)| {
                tour.legs.iter().enumerate().map(move |(leg, &index)| (index, (TourIndex::new(at), leg)))
            })
            .collect();
        Self { all, single_visits, counted, by_trip }
    }

    /// The tour at `index`.
    #[must_use]
    pub fn tour(&self, index: TourIndex) -> &Tour {
        &self.all[index.position()]
    }

    /// The tour a trip is part of, and which of its legs, from 0.
    #[must_use]
    pub fn of(&self, trip: TripIndex) -> Option<(TourIndex, usize)> {
        self.by_trip.get(&trip).copied()
    }

    /// What is shown and counted of tours and visits, apart: `6 tours with 30 legs · 20 single visits`; without the
    /// visits where there are none, and with `12 of 30 legs` where some are hidden or do not count.
    #[must_use]
    pub fn summary(&self) -> String {
        let tours = count(self.all.len(), "tour", "tours");
        let (legs, singles) = self.counted;
        let whole: usize = self.all.iter().map(|tour| tour.legs.len()).sum();
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
    /// `Tour of 1956: 10 legs, 9 countries, 1 June – 18 July 1956, 48 days`.
    #[must_use]
    pub fn words(&self) -> String {
        format!("{}: {}", self.name, self.numbers())
    }

    /// The same without its name.
    #[must_use]
    pub fn numbers(&self) -> String {
        format!(
            "{}, {}, {}, {}",
            count(self.legs.len(), "leg", "legs"),
            count(self.countries, "country", "countries"),
            words::span(self.days, Months::Full),
            count(usize::try_from(self.days.days()).unwrap_or(0), "day", "days"),
        )
    }
}

fn joins(chronicle: &Chronicle, shown: &Shown, before: TripIndex, after: TripIndex, most_days_between: u16) -> bool {
    let between = shown.span(chronicle, after).start() - shown.span(chronicle, before).end();
    let (before, after) = (chronicle.trip(before), chronicle.trip(after));
    let days_known = |trip: &Trip| {
        let mut heard = trip.accounts().iter().filter(|account| shown.reading.hears(account.source));
        heard.all(|account| account.when.is_exact())
    };
    before.country != after.country
        && between <= i32::from(most_days_between)
        && days_known(before)
        && days_known(after)
}

fn tour(chronicle: &Chronicle, shown: &Shown, legs: Vec<TripIndex>) -> Tour {
    let countries: BTreeSet<_> = legs.iter().map(|&index| chronicle.trip(index).country).collect();
    let days = legs.iter().map(|&index| shown.span(chronicle, index)).reduce(Span::hull);
    let days = days.unwrap_or_else(|| unreachable!("a tour has legs"));
    Tour { name: String::new(), legs, days, countries: countries.len() }
}

/// Names each by its year; by its month too where the year saw another, and by its day where the month did.
fn named(mut tours: Vec<Tour>) -> Vec<Tour> {
    let starts: Vec<(i32, u32, u32)> = tours.iter().map(|tour| tour.days.start().ymd()).collect();
    for (tour, &(year, month, day)) in tours.iter_mut().zip(&starts) {
        let of_year = starts.iter().filter(|start| start.0 == year);
        let of_month = of_year.clone().filter(|start| start.1 == month);
        let year = words::year_words(year);
        tour.name = match (of_year.count(), of_month.count()) {
            (..=1, _) => format!("Tour of {year}"),
            (_, ..=1) => format!("Tour of {} {year}", month_name(month)),
            _ => format!("Tour of {day} {} {year}", month_name(month)),
        };
    }
    tours
}
