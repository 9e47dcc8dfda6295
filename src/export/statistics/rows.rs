//! The rows of the table: what each says of one thing that was counted.

use std::collections::BTreeMap;
use std::io;

use super::counted::Counted;
use crate::data::{ChartKind, StayLength, csv_text};
use crate::model::{Agreement, CountrySum, DayCount, TripSum, VisitCount, Year};
use crate::time::Span;

/// The names of the columns.
const COLUMNS: [&str; 9] =
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

impl Counted<'_> {
    /// All numbers, or those of a chart, as CSV: a row for each thing that was counted, cells that do not apply empty. Of
    /// the matrix its encounters.
    ///
    /// # Errors
    ///
    /// [`io::Error`] when a row cannot be written.
    pub fn csv(self, chart: Option<ChartKind>) -> io::Result<String> {
        if chart == Some(ChartKind::Encounters) {
            return self.encounters().csv();
        }
        let rows = chart.map_or_else(|| self.rows(), |chart| self.rows_of(chart));
        csv_text(&COLUMNS, &rows.into_iter().map(Row::cells).collect::<Vec<_>>())
    }

    fn rows(self) -> Vec<Row> {
        let statistics = self.statistics;
        let mut rows = vec![Row {
            section: "total",
            trips: Some(statistics.stays.len()),
            days: Some(statistics.days()),
            span: statistics.stays.iter().map(|stay| stay.span).reduce(Span::hull),
            ..Row::default()
        }];
        for chart in [ChartKind::Visits, ChartKind::Cumulative, ChartKind::Countries, ChartKind::Travellers] {
            rows.extend(self.rows_of(chart));
        }
        rows.extend(statistics.per_kind.iter().map(|(kind, sum)| Row::of_sum("kind", kind.key(), sum)));
        rows.extend(statistics.tours.iter().map(|&tour| {
            let tour = self.tours.tour(tour);
            let counts = |leg: &&_| self.shown.counts(self.chronicle, **leg);
            let legs = self.tours.legs(tour).iter().filter(counts).count();
            Row { trips: Some(legs), span: Some(tour.days), ..Row::named("tour", tour.name(self.chronicle)) }
        }));
        rows.extend(statistics.leaders.named.iter().map(|leader| {
            let (trips, span) = (Some(leader.meetings.trips.len()), Some(leader.meetings.span));
            Row { trips, span, ..Row::named("leader", &*leader.name) }
        }));
        let nameless = Some(statistics.leaders.trips_with_nameless);
        rows.push(Row { section: "nameless_leader", trips: nameless, ..Row::default() });
        rows.extend(statistics.places.iter().map(|place| {
            let (trips, span) = (Some(place.visits.trips.len()), Some(place.visits.span));
            let name = format!("{}, {}", place.name, self.country(place.country));
            Row { trips, span, ..Row::named("place", name) }
        }));
        rows.extend(self.rows_of(ChartKind::Lengths));
        rows.extend(self.rows_of(ChartKind::Sources));
        rows.extend(statistics.stays.iter().map(|stay| Row {
            days: Some(stay.days),
            span: Some(stay.span),
            ..Row::named("stay", self.id(stay.trip))
        }));
        rows.extend(statistics.absences.iter().map(|absence| {
            let days = absence.days.days();
            Row {
                trips: Some(absence.trips.len()),
                days: Some(DayCount { certain: days, possible: days }),
                span: Some(absence.days),
                ..Row::named("absence", self.traveller(absence.traveller))
            }
        }));
        rows.extend(self.rows_of(ChartKind::Calendar));
        rows
    }

    /// The rows of a chart.
    fn rows_of(self, chart: ChartKind) -> Vec<Row> {
        let statistics = self.statistics;
        let years = statistics.per_year.iter();
        match chart {
            ChartKind::Visits => years.flat_map(|(&year, of_year)| self.year_rows(year, of_year)).collect(),
            ChartKind::Days => years.map(|(&year, of_year)| Row::of_year(year, of_year)).collect(),
            ChartKind::Cumulative => {
                let row = |(year, visits)| Row { year: Some(year), trips: Some(visits), ..Row::named("year_end", "") };
                statistics.cumulative_visits().into_iter().map(row).collect()
            }
            ChartKind::Countries => {
                let row = |of: &CountrySum| Row::of_sum("country", self.country(of.country), &of.sum);
                statistics.per_country.iter().map(row).collect()
            }
            ChartKind::Travellers => {
                let row = |(who, sum): &(_, _)| Row::of_sum("traveller", self.traveller(*who), sum);
                statistics.per_traveller.iter().map(row).collect()
            }
            ChartKind::Lengths => {
                let row = |(length, count): (&StayLength, &VisitCount)| Row {
                    trips: Some(count.certain),
                    trips_possible: Some(count.possible),
                    ..Row::named("length", length.key())
                };
                statistics.lengths.iter().map(row).collect()
            }
            ChartKind::Sources => {
                let several = 2 < self.chronicle.sources.len();
                let row = |of: &Agreement| Row {
                    trips: Some(of.trips.len()),
                    ..Row::named("sources", of.describe(self.chronicle, several))
                };
                statistics.agreement.iter().map(row).collect()
            }
            ChartKind::Calendar => {
                let row = |(span, is_certain): (Span, bool)| {
                    let (name, possible) = (if is_certain { "certain" } else { "possible" }, span.days());
                    let days = DayCount { certain: if is_certain { possible } else { 0 }, possible };
                    Row { days: Some(days), span: Some(span), ..Row::named("abroad", name) }
                };
                self.abroad().into_iter().map(row).collect()
            }
            // They are a list of their own.
            ChartKind::Encounters => Vec::new(),
        }
    }

    /// A year, and what its trips are made of.
    fn year_rows(self, year: i32, of_year: &Year) -> Vec<Row> {
        let mut rows = vec![Row::of_year(year, of_year)];
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

    fn of_year(year: i32, of_year: &Year) -> Self {
        Self {
            section: "year",
            year: Some(year),
            trips: Some(of_year.trip_count()),
            trips_possible: Some(of_year.visits_possible.len()),
            days: Some(DayCount { certain: of_year.days_certain, possible: of_year.days_possible }),
            ..Self::default()
        }
    }

    fn of_sum(section: &'static str, name: &str, sum: &TripSum) -> Self {
        Self { trips: Some(sum.trips), days: Some(sum.days), span: Some(sum.span), ..Self::named(section, name) }
    }

    /// A cell for each of [`COLUMNS`].
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
