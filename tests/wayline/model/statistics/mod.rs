//! Statistics: exact numbers of a small file, random files against a slow and simple count, the default file.

pub(crate) mod encounters;
pub(crate) mod random;

use std::collections::BTreeMap;

use wayline::data::StayLength;
use wayline::model::{
    Chronicle, Claim, DayCount, Filter, FilterResult, MetLeader, Reading, SourceIndex, Statistics, Tours, TripIndex,
    TripKind, TripSet, TripSum, VisitedPlace,
};
use wayline::time::Span;

use super::readings::day_by_day::named_readings;
use crate::support::{chronicle, day, default_chronicle};

/// Two travellers; a stay with two accounts, one of a month, one of which no source tells the year, and a rumour.
pub(crate) const SMALL: &str = r#"(
    sources: [(id: "a"), (id: "b", covers: (countries: ["France"]))],
    trips: [
        (id: "paris", traveller: "Ann", country: "France", kind: state_visit, accounts: [
            (source: "a", dates: "1960-05-01/1960-05-03", places: ["Paris"],
             leaders: [(name: "Charles", office: "President")]),
            (source: "b", dates: "1960-05-02/1960-05-04", places: ["Reims", "Paris"],
             leaders: [(name: "Charles", office: "Head of State"), (office: "Mayor"), (office: "Bishop")]),
        ]),
        (id: "rome", traveller: "Ann", country: "Italy", source: "a", dates: "1960-05-03/1960-05-07",
         places: ["Rome"], leaders: [(name: "Aldo", office: "Minister")]),
        (id: "month", traveller: "Ann", country: "France", source: "a", dates: "1961-11", places: ["Paris"],
         leaders: [(name: "Charles", office: "President")]),
        (id: "christmas", traveller: "Bo", country: "France", source: "a", dates: "196X-12-25"),
        (id: "new-year", traveller: "Bo", country: "Italy", source: "a", dates: "1960-12-30/1961-01-02"),
        (id: "rumour", traveller: "Bo", country: "Italy", source: "a", dates: "1962-01-01", status: rumoured,
         leaders: [(name: "Aldo", office: "Minister")]),
    ],
    totals: [(source: "a", country: "France", visits: 3), (source: "b", country: "France", more_than: 1)],
)"#;

pub(crate) fn statistics_of(chronicle: &Chronicle, filter: &Filter) -> (FilterResult, Statistics) {
    let shown = filter.apply(chronicle, &TripSet::default());
    let tours = Tours::new(chronicle, &shown, 2);
    let statistics = Statistics::new(chronicle, &shown, &tours);
    (shown, statistics)
}

fn days(certain: i32, possible: i32) -> DayCount {
    DayCount { certain, possible }
}

fn span(first: &str, last: &str) -> Span {
    Span::from_days(day(first), day(last)).unwrap()
}

fn sum(trips: usize, days: DayCount, span: Span) -> TripSum {
    TripSum { trips, days, span }
}

fn id(chronicle: &Chronicle, trip: TripIndex) -> String {
    chronicle.trip(trip).id(chronicle).into_owned()
}

fn ids(chronicle: &Chronicle, trips: &[TripIndex]) -> Vec<String> {
    trips.iter().map(|&trip| id(chronicle, trip)).collect()
}

#[test]
fn totals_and_years_of_a_small_file_are_exact() {
    let chronicle = chronicle(SMALL);
    let (_, statistics) = statistics_of(&chronicle, &Filter::default());
    let numbers = (statistics.stays.len(), statistics.per_country.len(), statistics.tours.len(), statistics.days());
    // The third of May is part of two stays.
    assert_eq!(numbers, (5, 2, 1, days(7 + 4, 7 + 4 + 30 + 10)));
    let by_year: Vec<_> = statistics
        .per_year
        .iter()
        .map(|(&year, numbers)| {
            let trips: usize = numbers.visits.values().map(Vec::len).sum();
            (year, trips, numbers.visits_possible.len(), numbers.days_certain, numbers.days_possible)
        })
        .collect();
    assert_eq!(by_year[..3], [(1960, 3, 1, 9, 10), (1961, 1, 1, 2, 33), (1962, 0, 1, 0, 1)]);
    assert_eq!((by_year.len(), by_year[9]), (10, (1969, 0, 1, 0, 1)));
    let sixty = &statistics.per_year[&1960];
    let travellers = sixty.count_by(|trip| chronicle.traveller(chronicle.trip(trip).traveller).unwrap());
    assert_eq!(travellers, BTreeMap::from([("Ann", 2), ("Bo", 1)]));
    let kinds = sixty.count_by(|trip| chronicle.trip(trip).kind);
    assert_eq!(kinds, BTreeMap::from([(TripKind::StateVisit, 1), (TripKind::Unspecified, 2)]));
    let cumulative: Vec<_> = statistics.cumulative_visits().into_iter().collect();
    assert_eq!((cumulative[0], cumulative[1], cumulative[9]), ((1960, 3), (1961, 4), (1969, 4)));
}

#[test]
fn countries_travellers_and_kinds_of_a_small_file_are_exact() {
    let chronicle = chronicle(SMALL);
    let (_, statistics) = statistics_of(&chronicle, &Filter::default());
    let [a, b] = [0, 1].map(SourceIndex::new);
    let countries = statistics.per_country.iter();
    let countries: Vec<_> = countries
        .map(|country| (chronicle.country(country.country).name.as_str(), country.sum, country.stated.clone()))
        .collect();
    let france = sum(3, days(4, 44), span("1960-05-01", "1969-12-25"));
    let italy = sum(2, days(9, 9), span("1960-05-03", "1961-01-02"));
    let stated = vec![(a, Claim::Exactly(3)), (b, Claim::MoreThan(1))];
    assert_eq!(countries, [("France", france, stated), ("Italy", italy, vec![])]);

    let travellers = statistics.per_traveller.iter();
    let travellers: Vec<_> =
        travellers.map(|(traveller, sum)| (chronicle.traveller(*traveller).unwrap(), *sum)).collect();
    let ann = sum(3, days(7, 37), span("1960-05-01", "1961-11-30"));
    let bo = sum(2, days(4, 14), span("1960-12-25", "1969-12-25"));
    assert_eq!(travellers, [("Ann", ann), ("Bo", bo)]);

    let unspecified = sum(4, days(9, 49), span("1960-05-03", "1969-12-25"));
    let state_visit = sum(1, days(4, 4), span("1960-05-01", "1960-05-04"));
    let kinds = [(TripKind::Unspecified, unspecified), (TripKind::StateVisit, state_visit)];
    assert_eq!(statistics.per_kind, kinds);
}

/// A leader in a line: name, offices with their sources, countries, meetings.
fn leader_line(chronicle: &Chronicle, leader: &MetLeader) -> String {
    let offices = leader.offices.iter();
    let offices: Vec<_> =
        offices.map(|given| format!("{} ({})", given.office, chronicle.source(given.source).id)).collect();
    let countries: Vec<_> = leader.countries.iter().map(|&country| &*chronicle.country(country).name).collect();
    let (offices, countries) = (offices.join(", "), countries.join(", "));
    let (trips, span) = (ids(chronicle, &leader.meetings.trips).join(", "), leader.meetings.span);
    format!("{}: {offices} | {countries} | {trips} | {}/{}", leader.name, span.start(), span.last())
}

fn place_line(chronicle: &Chronicle, place: &VisitedPlace) -> String {
    let (trips, span) = (ids(chronicle, &place.visits.trips).join(", "), place.visits.span);
    format!("{}, {} | {trips} | {}/{}", place.name, chronicle.country(place.country).name, span.start(), span.last())
}

#[test]
fn leaders_and_places_of_a_small_file_are_exact() {
    let chronicle = chronicle(SMALL);
    let (_, statistics) = statistics_of(&chronicle, &Filter::default());
    let leaders: Vec<_> = statistics.leaders.named.iter().map(|leader| leader_line(&chronicle, leader)).collect();
    let charles = "Charles: President (a), Head of State (b) | France | paris, month | 1960-05-01/1961-11-30";
    assert_eq!(leaders, [charles, "Aldo: Minister (a) | Italy | rome | 1960-05-03/1960-05-07"]);
    assert_eq!(statistics.leaders.trips_with_nameless, 1);
    let places: Vec<_> = statistics.places.iter().map(|place| place_line(&chronicle, place)).collect();
    let paris = "Paris, France | paris, month | 1960-05-01/1961-11-30";
    let (reims, rome) = ("Reims, France | paris | 1960-05-01/1960-05-04", "Rome, Italy | rome | 1960-05-03/1960-05-07");
    assert_eq!(places, [paris, reims, rome]);
}

#[test]
fn stays_and_absences_of_a_small_file_are_exact() {
    let chronicle = chronicle(SMALL);
    let (_, statistics) = statistics_of(&chronicle, &Filter::default());
    let stays: Vec<_> = statistics.stays.iter().map(|stay| (id(&chronicle, stay.trip), stay.days)).collect();
    let expected = [
        ("paris", days(4, 4)),
        ("rome", days(5, 5)),
        ("christmas", days(0, 10)),
        ("new-year", days(4, 4)),
        ("month", days(0, 30)),
    ];
    assert_eq!(stays, expected.map(|(id, days)| (id.to_owned(), days)));
    let lengths: Vec<_> =
        statistics.lengths.iter().map(|(&length, count)| (length, count.certain, count.possible)).collect();
    let expected = [
        (StayLength::Day, 0, 2),
        (StayLength::Days, 0, 2),
        (StayLength::Week, 3, 2),
        (StayLength::Month, 0, 2),
        (StayLength::Longer, 0, 0),
    ];
    assert_eq!(lengths, expected);
    let absences = statistics.absences.iter();
    let absences: Vec<_> = absences
        .map(|absence| (chronicle.traveller(absence.traveller).unwrap(), absence.days, ids(&chronicle, &absence.trips)))
        .collect();
    let of_ann = ("Ann", span("1960-05-01", "1960-05-07"), vec!["paris".to_owned(), "rome".to_owned()]);
    assert_eq!(absences, [of_ann, ("Bo", span("1960-12-30", "1961-01-02"), vec!["new-year".to_owned()])]);
}

#[test]
fn one_source_counts_what_it_tells() {
    let chronicle = chronicle(SMALL);
    let b = SourceIndex::new(1);
    let (_, statistics) = statistics_of(&chronicle, &Filter { reading: Reading::Source(b), ..Filter::default() });
    assert_eq!((statistics.stays.len(), statistics.tours.len(), statistics.days()), (1, 0, days(3, 3)));
    assert_eq!(statistics.per_country[0].stated, [(b, Claim::MoreThan(1))]);
    let leaders: Vec<_> = statistics.leaders.named.iter().map(|leader| leader_line(&chronicle, leader)).collect();
    assert_eq!(leaders, ["Charles: Head of State (b) | France | paris | 1960-05-02/1960-05-04"]);
    assert_eq!(statistics.places[0].name, "Reims");
}

#[test]
fn places_with_one_link_are_one_and_of_two_countries_are_two() {
    let text = r#"(trips: [
        (country: "China", dates: "1950-05-01", places: [(name: "Peking", link: "Beijing"), (name: "Xi'an")]),
        (country: "China", dates: "1951-05-01", places: ["Beijing"]),
        (country: "France", dates: "1950-05-01", places: ["Paris", "Paris"]),
        (country: "United States", dates: "1950-05-01", places: ["Paris"]),
    ])"#;
    let chronicle = chronicle(text);
    let (_, statistics) = statistics_of(&chronicle, &Filter::default());
    let visits = statistics.places.iter();
    let visits: Vec<_> = visits.map(|place| (place.name.as_str(), place.visits.trips.len())).collect();
    assert_eq!(visits, [("Peking", 2), ("Xi'an", 1), ("Paris", 1), ("Paris", 1)]);
}

#[test]
fn only_the_longest_absences_are_told() {
    let trip = |number: i32| {
        let first = day("1950-01-01") + 40 * number;
        format!("(country: \"France\", dates: \"{first}/{}\"),", first + number)
    };
    let text = format!("(trips: [{}])", (0..12).map(trip).collect::<String>());
    let (_, statistics) = statistics_of(&chronicle(&text), &Filter::default());
    let lengths: Vec<_> = statistics.absences.iter().map(|absence| absence.days.days()).collect();
    assert_eq!(lengths, (3..=12).rev().collect::<Vec<_>>());
    assert_eq!(statistics.per_traveller, [], "a file of one traveller has no numbers of travellers");
}

#[test]
fn statistics_of_the_default_file_have_the_numbers_of_the_filter() {
    let chronicle = default_chronicle();
    for (name, reading) in named_readings(&chronicle) {
        let (shown, statistics) = statistics_of(&chronicle, &Filter { reading, ..Filter::default() });
        assert_eq!(
            (statistics.stays.len(), statistics.per_country.len()),
            (shown.counted_count, shown.countries.len())
        );
        let (trips, countries) = (statistics.stays.len(), statistics.per_country.len());
        let words =
            format!("{trips} of 52 trips · {countries} {}", if countries == 1 { "country" } else { "countries" });
        assert!(shown.summary().starts_with(&words), "{name}: {words}, not {}", shown.summary());
        let tours = Tours::new(&chronicle, &shown, 2);
        assert_eq!(statistics.tours.len(), tours.all.len(), "{name}");
        for (year, visits) in &shown.by_year {
            let of_year = &statistics.per_year[year];
            let counted = (of_year.visits.values().map(Vec::len).sum(), of_year.visits_possible.len());
            assert_eq!((visits.certain, visits.possible), counted, "{name} {year}");
        }
        let by_country = statistics.per_country.iter().map(|country| (country.country, country.sum.trips));
        assert_eq!(by_country.collect::<BTreeMap<_, _>>(), shown.by_country, "{name}");
    }
}
