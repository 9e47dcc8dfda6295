//! Statistics as tables to read, one below the other; of long lists only the first rows.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::data::{Side, padded_text};
use crate::export::Counted;
use crate::model::{Absence, Claim, CountryIndex, CountrySum, Mentions, MetLeader, TravellerIndex, TripSum};
use crate::text::grouped;
use crate::time::{Months, Span, format_year};

/// At most so many leaders, places or stays are shown.
const MOST_ROWS: usize = 20;

/// A table whose first column has its name as a heading; the other columns are of numbers, then of words.
struct Table {
    name: &'static str,
    numbers: &'static [&'static str],
    words: &'static [&'static str],
    rows: Vec<Vec<String>>,
    /// How many rows there would be in full.
    all: usize,
}

/// All of them, without those that have no rows.
pub(super) fn text(counted: Counted<'_>) -> String {
    let tables = [
        counted.totals(),
        counted.years(),
        counted.countries(),
        counted.travellers(),
        counted.kinds(),
        counted.leaders(),
        counted.places(),
        counted.lengths(),
        counted.stays(),
        counted.absences(),
    ];
    let tables = tables.iter().filter(|table| !table.rows.is_empty());
    tables.map(Table::text).collect::<Vec<_>>().join("\n")
}

impl Table {
    /// `Leader (20 of 57)  meetings  …`
    fn text(&self) -> String {
        let shown = self.rows.len();
        let part = if shown < self.all { format!(" ({shown} of {})", grouped(self.all)) } else { String::new() };
        let name = format!("{}{part}", self.name);
        let numbers = self.numbers.iter().map(|&name| (name, Side::Right));
        let words = self.words.iter().map(|&name| (name, Side::Left));
        let columns: Vec<_> = [(&*name, Side::Left)].into_iter().chain(numbers).chain(words).collect();
        padded_text(&columns, &self.rows)
    }

    /// A table of sums.
    fn of_sums(name: &'static str, words: &'static [&'static str], rows: Vec<Vec<String>>) -> Self {
        Self { name, numbers: &["trips", "days certain", "days at most"], words, all: rows.len(), rows }
    }
}

impl Counted<'_> {
    fn totals(self) -> Table {
        let (statistics, days) = (self.statistics, self.statistics.days());
        let nameless = statistics.leaders.trips_with_nameless;
        let mut rows = vec![
            row("trips", [grouped(statistics.stays.len())]),
            row("countries", [grouped(statistics.per_country.len())]),
            row("tours", [grouped(statistics.tours.len())]),
            row("days certain", [number(days.certain)]),
            row("days at most", [number(days.possible)]),
        ];
        rows.extend((0 < nameless).then(|| row("trips with nameless leaders", [grouped(nameless)])));
        Table { name: "Total", numbers: &["number"], words: &[], all: rows.len(), rows }
    }

    fn years(self) -> Table {
        let years = self.statistics.per_year.iter().map(|(&year, of_year)| {
            let trips = [of_year.trip_count(), of_year.visits_possible.len()].map(grouped);
            let days = [of_year.days_certain, of_year.days_possible].map(number);
            row(&format_year(year), trips.into_iter().chain(days))
        });
        let rows: Vec<_> = years.collect();
        Table {
            name: "Year",
            numbers: &["trips", "possibly", "days certain", "days at most"],
            words: &[],
            all: rows.len(),
            rows,
        }
    }

    fn countries(self) -> Table {
        let countries = self.statistics.per_country.iter();
        let any_stated = self.statistics.per_country.iter().any(|country| !country.stated.is_empty());
        let words: &[_] = if any_stated { &["first day", "last day", "stated"] } else { &["first day", "last day"] };
        let rows = countries.map(|country| {
            let stated = any_stated.then(|| self.stated(country));
            sum_row(self.country(country.country), &country.sum, stated)
        });
        Table::of_sums("Country", words, rows.collect())
    }

    /// `list: 12; album: more than 12`
    fn stated(self, country: &CountrySum) -> String {
        let stated = country.stated.iter().map(|&(source, claim)| match claim {
            Claim::Exactly(visits) => format!("{}: {visits}", self.source(source)),
            Claim::MoreThan(visits) => format!("{}: more than {visits}", self.source(source)),
        });
        stated.collect::<Vec<_>>().join("; ")
    }

    fn travellers(self) -> Table {
        let travellers = self.statistics.per_traveller.iter();
        let rows = travellers.map(|(traveller, sum)| sum_row(self.traveller_or_nobody(*traveller), sum, []));
        Table::of_sums("Traveller", &["first day", "last day"], rows.collect())
    }

    fn traveller_or_nobody(&self, traveller: TravellerIndex) -> &str {
        self.chronicle.traveller(traveller).unwrap_or("not named")
    }

    fn kinds(self) -> Table {
        let rows = self.statistics.per_kind.iter().map(|(kind, sum)| sum_row(kind.label(), sum, []));
        Table::of_sums("Kind", &["first day", "last day"], rows.collect())
    }

    fn leaders(self) -> Table {
        let leaders = &self.statistics.leaders.named;
        let rows = leaders.iter().take(MOST_ROWS).map(|leader| {
            let words = [self.countries_of(leader.countries.iter().copied()), self.offices(leader)];
            mentions_row(&leader.name, &leader.meetings, words)
        });
        Table {
            name: "Leader",
            numbers: &["meetings"],
            words: &["first day", "last day", "countries", "offices"],
            rows: rows.collect(),
            all: leaders.len(),
        }
    }

    /// `Premier (list); Chairman (album)`
    fn offices(self, leader: &MetLeader) -> String {
        let offices = leader.offices.iter();
        offices.map(|given| format!("{} ({})", given.office, self.source(given.source))).collect::<Vec<_>>().join("; ")
    }

    fn places(self) -> Table {
        let places = &self.statistics.places;
        let rows = places
            .iter()
            .take(MOST_ROWS)
            .map(|place| mentions_row(&place.name, &place.visits, [self.country(place.country).to_owned()]));
        Table {
            name: "Place",
            numbers: &["visits"],
            words: &["first day", "last day", "country"],
            rows: rows.collect(),
            all: places.len(),
        }
    }

    fn lengths(self) -> Table {
        let lengths = self.statistics.lengths.iter();
        let rows: Vec<_> =
            lengths.map(|(length, count)| row(length.label(), [count.certain, count.possible].map(grouped))).collect();
        Table { name: "Length of stay", numbers: &["trips", "possibly"], words: &[], all: rows.len(), rows }
    }

    /// By the days that are certain: the days at most of a stay in some month would be those of the month.
    fn stays(self) -> Table {
        let mut stays: Vec<_> = self.statistics.stays.iter().collect();
        stays.sort_by_key(|stay| (Reverse(stay.days.certain), Reverse(stay.days.possible)));
        let rows = stays.iter().take(MOST_ROWS).map(|stay| {
            let trip = self.chronicle.trip(stay.trip);
            let traveller = self.chronicle.among_several(trip.traveller).map(|name| format!("{name} · "));
            let name = traveller.unwrap_or_default() + self.country(trip.country);
            let days = [stay.days.certain, stay.days.possible].map(number);
            row(&name, days.into_iter().chain(ends(stay.span)))
        });
        Table {
            name: "Longest stay",
            numbers: &["days certain", "days at most"],
            words: &["first day", "last day"],
            rows: rows.collect(),
            all: stays.len(),
        }
    }

    fn absences(self) -> Table {
        let absences = self.statistics.absences.iter();
        let rows: Vec<_> = absences.map(|absence| self.absence_row(absence)).collect();
        Table {
            name: "Longest absence",
            numbers: &["days", "trips"],
            words: if self.chronicle.has_several_travellers() { &["countries", "traveller"] } else { &["countries"] },
            all: rows.len(),
            rows,
        }
    }

    fn absence_row(self, absence: &Absence) -> Vec<String> {
        let countries = absence.trips.iter().map(|&trip| self.chronicle.trip(trip).country);
        let several = self.chronicle.has_several_travellers();
        let traveller = several.then(|| self.traveller_or_nobody(absence.traveller).to_owned());
        let numbers = [number(absence.days.days()), grouped(absence.trips.len())];
        let words = [self.countries_of(countries)].into_iter().chain(traveller);
        row(&absence.days.format(Months::Full), numbers.into_iter().chain(words))
    }

    /// The names of countries, each once.
    fn countries_of(self, countries: impl Iterator<Item = CountryIndex>) -> String {
        let mut known = BTreeSet::new();
        let once = countries.filter(|&country| known.insert(country));
        once.map(|country| self.country(country)).collect::<Vec<_>>().join(", ")
    }
}

fn row(name: &str, cells: impl IntoIterator<Item = String>) -> Vec<String> {
    [name.to_owned()].into_iter().chain(cells).collect()
}

fn sum_row(name: &str, sum: &TripSum, words: impl IntoIterator<Item = String>) -> Vec<String> {
    let days = [sum.days.certain, sum.days.possible].map(number);
    row(name, [grouped(sum.trips)].into_iter().chain(days).chain(ends(sum.span)).chain(words))
}

fn mentions_row(name: &str, mentions: &Mentions, words: impl IntoIterator<Item = String>) -> Vec<String> {
    row(name, [grouped(mentions.trips.len())].into_iter().chain(ends(mentions.span)).chain(words))
}

fn ends(span: Span) -> [String; 2] {
    [span.start(), span.last()].map(|day| day.to_string())
}

/// Days, of which there are never fewer than none.
fn number(days: i32) -> String {
    grouped(usize::try_from(days).unwrap_or_default())
}
