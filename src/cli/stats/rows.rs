//! Statistics as one table for other programs: a row for each thing that was counted, cells that do not apply empty.

use std::collections::BTreeMap;

use super::counted::Counted;
use crate::model::{DayCount, TripSum, Year};
use crate::time::Span;

/// The names of the columns.
pub(super) const COLUMNS: [&str; 9] =
    ["section", "name", "year", "trips", "trips_possible", "days_certain", "days_possible", "first", "last"];

/// What was counted of one thing.
#[derive(Default)]
struct Row {
    section: &'static str,
    name: String,
    year: Option<i32>,
    trips: Option<usize>,
    trips_possible: Option<usize>,
    days: Option<DayCount>,
    span: Option<Span>,
}

/// A cell for each of [`COLUMNS`] in every row.
pub(super) fn cells(counted: Counted<'_>) -> Vec<Vec<String>> {
    let statistics = counted.statistics;
    let mut rows = vec![Row {
        section: "total",
        trips: Some(statistics.stays.len()),
        days: Some(statistics.days()),
        span: statistics.stays.iter().map(|stay| stay.span).reduce(Span::hull),
        ..Row::default()
    }];
    rows.extend(statistics.per_year.iter().flat_map(|(&year, of_year)| counted.year_rows(year, of_year)));
    let countries = statistics.per_country.iter();
    rows.extend(countries.map(|country| Row::of_sum("country", counted.country(country.country), &country.sum)));
    let travellers = statistics.per_traveller.iter();
    rows.extend(travellers.map(|(traveller, sum)| Row::of_sum("traveller", counted.traveller(*traveller), sum)));
    rows.extend(statistics.per_kind.iter().map(|(kind, sum)| Row::of_sum("kind", kind.key(), sum)));
    rows.extend(statistics.tours.iter().map(|&tour| {
        let tour = counted.tours.tour(tour);
        let counts = |leg: &&_| counted.shown.counts(counted.chronicle, **leg);
        let legs = counted.tours.legs(tour).iter().filter(counts).count();
        Row { trips: Some(legs), span: Some(tour.days), ..Row::named("tour", tour.name(counted.chronicle)) }
    }));
    rows.extend(statistics.leaders.named.iter().map(|leader| {
        let (trips, span) = (Some(leader.meetings.trips.len()), Some(leader.meetings.span));
        Row { trips, span, ..Row::named("leader", &*leader.name) }
    }));
    let nameless = Some(statistics.leaders.trips_with_nameless);
    rows.push(Row { section: "nameless_leader", trips: nameless, ..Row::default() });
    rows.extend(statistics.places.iter().map(|place| {
        let (trips, span) = (Some(place.visits.trips.len()), Some(place.visits.span));
        let name = format!("{}, {}", place.name, counted.country(place.country));
        Row { trips, span, ..Row::named("place", name) }
    }));
    rows.extend(statistics.lengths.iter().map(|(length, count)| Row {
        trips: Some(count.certain),
        trips_possible: Some(count.possible),
        ..Row::named("length", length.key())
    }));
    rows.extend(statistics.stays.iter().map(|stay| Row {
        days: Some(stay.days),
        span: Some(stay.span),
        ..Row::named("stay", counted.id(stay.trip))
    }));
    rows.extend(statistics.absences.iter().map(|absence| {
        let days = absence.days.days();
        Row {
            trips: Some(absence.trips.len()),
            days: Some(DayCount { certain: days, possible: days }),
            span: Some(absence.days),
            ..Row::named("absence", counted.traveller(absence.traveller))
        }
    }));
    rows.into_iter().map(Row::cells).collect()
}

impl Counted<'_> {
    /// A year, and what its trips are made of.
    fn year_rows(self, year: i32, of_year: &Year) -> Vec<Row> {
        let mut rows = vec![Row {
            section: "year",
            trips: Some(of_year.trip_count()),
            trips_possible: Some(of_year.visits_possible.len()),
            days: Some(DayCount { certain: of_year.days_certain, possible: of_year.days_possible }),
            ..Row::default()
        }];
        let mut part = |section, trips: BTreeMap<&str, usize>| {
            rows.extend(trips.into_iter().map(|(name, trips)| Row { trips: Some(trips), ..Row::named(section, name) }));
        };
        let trip = |index| self.chronicle.trip(index);
        part("year_country", of_year.count_by(|index| self.country(trip(index).country)));
        part("year_kind", of_year.count_by(|index| trip(index).kind.key()));
        if self.chronicle.has_several_travellers() {
            part("year_traveller", of_year.count_by(|index| self.traveller(trip(index).traveller)));
        }
        rows.into_iter().map(|row| Row { year: Some(year), ..row }).collect()
    }
}

impl Row {
    fn named(section: &'static str, name: impl Into<String>) -> Self {
        Self { section, name: name.into(), ..Self::default() }
    }

    fn of_sum(section: &'static str, name: &str, sum: &TripSum) -> Self {
        Self { trips: Some(sum.trips), days: Some(sum.days), span: Some(sum.span), ..Self::named(section, name) }
    }

    fn cells(self) -> Vec<String> {
        fn cell(value: Option<impl ToString>) -> String {
            value.map(|value| value.to_string()).unwrap_or_default()
        }
        vec![
            self.section.to_owned(),
            self.name,
            cell(self.year),
            cell(self.trips),
            cell(self.trips_possible),
            cell(self.days.map(|days| days.certain)),
            cell(self.days.map(|days| days.possible)),
            cell(self.span.map(Span::start)),
            cell(self.span.map(Span::last)),
        ]
    }
}
