//! Encounters: who was in a country on the same days as whom, against a count day by day; journeys together.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use wayline::model::{
    Chronicle, CountryIndex, Encountered, Encounters, Filter, Reading, SharedStay, TravellerIndex, TripDays, TripIndex,
    VisitCount,
};
use wayline::time::{Certainty, Day, DaySet, Months};

use super::random::{counted, filter, peopled_file};
use super::statistics_of;
use crate::model::readings::day_by_day::{days, value};
use crate::support::chronicle;

/// A journey of two through three countries that one of them leaves a day early, a place apart, and a third who is there
/// for certain, perhaps, or in a year that is not known.
pub(crate) const COMPANY: &str = r#"(trips: [
    (traveller: "Ann", country: "France", dates: "1960-05-01/1960-05-03", places: ["Paris", "Reims"]),
    (traveller: "Bo", country: "France", dates: "1960-05-01/1960-05-03", places: ["Paris"]),
    (traveller: "Ann", country: "Italy", dates: "1960-05-03/1960-05-05", places: ["Rome"]),
    (traveller: "Bo", country: "Italy", dates: "1960-05-03/1960-05-05"),
    (traveller: "Ann", country: "Malta", dates: "1960-05-05/1960-05-08"),
    (traveller: "Bo", country: "Malta", dates: "1960-05-05/1960-05-07"),
    (traveller: "Cy", country: "Malta", dates: "1960-05"),
    (traveller: "Cy", country: "France", dates: "196X-05-02", places: ["Nice"]),
    (traveller: "Cy", country: "Italy", dates: "1960-05-06", places: ["Rome"]),
    (traveller: "Bo", country: "Spain", dates: "1960-07-01/1960-07-09", status: rumoured),
    (traveller: "Ann", country: "Spain", dates: "1960-07-01/1960-07-09"),
])"#;

/// The encounters in words, one a line: who, where, the days that are possible and how many are certain, shared places.
fn told(chronicle: &Chronicle, reading: Reading, encounters: &Encounters) -> Vec<String> {
    let words = encounters.all.iter().map(|encounter| {
        let names = encounter.travellers.map(|who| chronicle.traveller(who).unwrap_or("?"));
        let legs = encounters.legs(encounter).iter().map(|leg| {
            let country = &chronicle.country(leg.country).name;
            let days = leg.days.possible.hull().unwrap().format(Months::Abbreviated);
            let places = leg.places(chronicle, reading).join(", ");
            format!("{country}, {days}, {} certain [{places}]", leg.days.certain.days())
        });
        format!("{}: {}", names.join(" and "), legs.collect::<Vec<_>>().join("; "))
    });
    words.collect()
}

fn encounters(text: &str) -> Vec<String> {
    let chronicle = chronicle(text);
    let (shown, statistics) = statistics_of(&chronicle, &Filter::default());
    told(&chronicle, shown.reading, &statistics.encounters)
}

#[test]
fn the_same_days_in_a_country_are_an_encounter_and_a_journey_together_is_one() {
    let chronicle = chronicle(COMPANY);
    let (shown, statistics) = statistics_of(&chronicle, &Filter::default());
    let encounters = &statistics.encounters;
    insta::assert_snapshot!(told(&chronicle, shown.reading, encounters).join("\n"), @"
    Ann and Bo: France, 1–3 May 1960, 3 certain [Paris]; Italy, 3–5 May 1960, 3 certain []
    Ann and Cy: France, 2 May 1960, 0 certain []
    Bo and Cy: France, 2 May 1960, 0 certain []
    Ann and Bo: Malta, 5–7 May 1960, 3 certain []
    Bo and Cy: Malta, 5–7 May 1960, 0 certain []
    Ann and Cy: Malta, 5–8 May 1960, 0 certain []
    ");
    let [ann, bo, cy] = [0, 1, 2].map(TravellerIndex::new);
    let count = |certain, possible| VisitCount { certain, possible };
    let pairs = [([ann, bo], count(2, 0)), ([ann, cy], count(0, 2)), ([bo, cy], count(0, 2))];
    assert_eq!(encounters.per_pair, pairs.into());
    let of = |traveller, encounters, first| Encountered { traveller, encounters, first };
    assert_eq!(encounters.per_traveller, [of(ann, 4, 0), of(bo, 4, 0), of(cy, 4, 1)]);
    let first = TripIndex::new(0);
    assert_eq!(encounters.of_trip(first).map(|leg| leg.trips.len()).collect::<Vec<_>>(), [2, 2]);
}

#[test]
fn trips_whose_shared_days_follow_each_other_are_one_encounter() {
    let text = |last: &str| {
        format!(
            r#"(trips: [
                (traveller: "Ann", country: "France", dates: "1960-05-01/1960-05-09", places: ["Nice"]),
                (traveller: "Bo", country: "France", dates: "1960-05-01/1960-05-03", places: ["Paris"]),
                (traveller: "Bo", country: "France", dates: "{last}", places: ["Nice"]),
            ])"#
        )
    };
    assert_eq!(encounters(&text("1960-05-04/1960-05-12")), ["Ann and Bo: France, 1–9 May 1960, 9 certain [Nice]"]);
    let apart =
        ["Ann and Bo: France, 1–3 May 1960, 3 certain []", "Ann and Bo: France, 5–9 May 1960, 5 certain [Nice]"];
    assert_eq!(encounters(&text("1960-05-05/1960-05-12")), apart);
}

#[test]
fn a_journey_ends_where_one_of_the_two_goes_elsewhere() {
    let text = |last: &str, place: &str| {
        format!(
            r#"(trips: [
                (traveller: "Ann", country: "France", dates: "1960-05-01/1960-05-03"),
                (traveller: "Bo", country: "France", dates: "1960-05-01/1960-05-03"),
                (traveller: "Ann", country: "Italy", dates: "1960-05-04/1960-05-05", places: ["Rome"]),
                {last}
                (traveller: "Bo", country: "Italy", dates: "1960-05-04/1960-05-05", places: ["{place}"]),
            ])"#
        )
    };
    assert_eq!(encounters(&text("", "Rome")).len(), 1);
    assert_eq!(encounters(&text("", "Turin")).len(), 2);
    assert_eq!(encounters(&text(r#"(traveller: "Bo", country: "Monaco", dates: "1960-05-03"),"#, "Rome")).len(), 2);
}

#[test]
fn one_traveller_encounters_nobody() {
    let alone = r#"(trips: [(country: "France", dates: "1960-05"), (country: "France", dates: "1960-05-02")])"#;
    assert_eq!(encounters(alone), [""; 0]);
    let trips: String = (0..3000).map(|_| r#"(traveller: "Ann", country: "France", dates: "1960"),"#).collect();
    let other = r#"(traveller: "Bo", country: "France", dates: "1961-01-01")"#;
    assert_eq!(encounters(&format!("(trips: [{trips} {other}])")), [""; 0]);
}

#[test]
fn more_meetings_than_are_looked_at_are_told_as_such() {
    let trips = |of: &str| format!(r#"(traveller: "{of}", country: "France", dates: "1960"),"#);
    let crowd = |each: usize| {
        let trips: String = (0..each).flat_map(|_| ["Ann", "Bo"]).map(trips).collect();
        let chronicle = chronicle(&format!("(trips: [{trips}])"));
        statistics_of(&chronicle, &Filter::default()).1.encounters
    };
    assert_eq!(crowd(100).cut_note(), None);
    let cut = crowd(450);
    let note = "more than 200,000 pairs of trips share days, later ones are not told";
    assert_eq!((cut.cut_note().as_deref(), cut.all.len()), (Some(note), 1));
}

/// Two travellers and a country.
type Pair = ([TravellerIndex; 2], CountryIndex);

/// The days on which each two travellers were in a country, found day by day: certain and possible ones.
fn day_by_day(chronicle: &Chronicle, reading: Reading, trips: &[TripIndex]) -> BTreeMap<Pair, [BTreeSet<Day>; 2]> {
    let mut by_pair: BTreeMap<Pair, [BTreeSet<Day>; 2]> = BTreeMap::new();
    let trip = |index: TripIndex| chronicle.trip(index);
    let is_of =
        |who, country| move |index: &&TripIndex| (trip(**index).traveller, trip(**index).country) == (who, country);
    let places: BTreeSet<_> = trips.iter().map(|&index| (trip(index).country, trip(index).traveller)).collect();
    for &(country, first) in &places {
        for &(_, other) in places.iter().filter(|&&(where_to, other)| where_to == country && first < other) {
            for day in trips.iter().filter(is_of(first, country)).flat_map(|&index| days(trip(index).possible())) {
                let was_there = |who| {
                    let own = trips.iter().filter(is_of(who, country));
                    own.filter_map(|&index| value(chronicle, reading, trip(index), day)).max()
                };
                if let Some(both) = was_there(first).zip(was_there(other)).map(|(one, other)| one.min(other)) {
                    let [certain, possible] = by_pair.entry(([first, other], country)).or_default();
                    possible.insert(day);
                    certain.extend((both == Certainty::Certain).then_some(day));
                }
            }
        }
    }
    by_pair
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn encounters_are_those_of_a_count_day_by_day(text in peopled_file(), number_of in 0..4_usize, counting in 0..4_usize) {
        let chronicle = chronicle(&text);
        let filter = filter(&chronicle, number_of, counting);
        let (trips, statistics) = counted(&chronicle, &filter);
        let encounters = &statistics.encounters;
        let mut legs: BTreeMap<Pair, Vec<&SharedStay>> = BTreeMap::new();
        for encounter in &encounters.all {
            for leg in encounters.legs(encounter) {
                legs.entry((encounter.travellers, leg.country)).or_default().push(leg);
            }
        }
        let all = |set: &DaySet| set.spans().iter().copied().flat_map(days).collect::<Vec<_>>();
        let found = legs.iter().map(|(&pair, legs)| {
            let days = |of: fn(&TripDays) -> &DaySet| legs.iter().flat_map(|leg| all(of(&leg.days))).collect::<BTreeSet<_>>();
            (pair, [days(|days| &days.certain), days(|days| &days.possible)])
        });
        let found: BTreeMap<_, _> = found.collect();
        prop_assert_eq!(found, day_by_day(&chronicle, filter.reading, &trips));

        let shared = |a: TripIndex, b: TripIndex| {
            let possible = |trip| filter.reading.days(&chronicle, chronicle.trip(trip)).map(|days| days.possible);
            possible(a)?.intersection(&possible(b)?).hull()
        };
        for ((travellers, country), mut legs) in legs {
            legs.sort_by_key(|leg| leg.days.possible.hull());
            let apart = |pair: &[&SharedStay]| pair[0].days.possible.hull().unwrap().end() < pair[1].days.possible.hull().unwrap().start();
            prop_assert!(legs.windows(2).all(apart), "{:?}", legs);
            let [first, other] = travellers.map(|who| -> Vec<TripIndex> {
                let key = |trip: &TripIndex| (chronicle.trip(*trip).traveller, chronicle.trip(*trip).country);
                trips.iter().copied().filter(|trip| key(trip) == (who, country)).collect()
            });
            let meetings = first.iter().flat_map(|&a| other.iter().map(move |&b| (a, b)));
            let meetings: Vec<_> = meetings.filter_map(|(a, b)| Some((shared(a, b)?, a, b))).collect();
            for leg in legs {
                let span = leg.days.possible.hull().unwrap();
                let met: Vec<_> = meetings.iter().filter(|(days, ..)| days.overlaps(span)).collect();
                let expected: BTreeSet<_> = met.iter().flat_map(|&&(_, a, b)| [a, b]).collect();
                prop_assert_eq!(leg.trips.iter().copied().collect::<BTreeSet<_>>(), expected);
                // They overlap or follow each other, so that there was nothing to part.
                prop_assert_eq!(met.iter().map(|(days, ..)| *days).collect::<DaySet>(), DaySet::from(span));
                prop_assert!(leg.trips.iter().all(|&trip| encounters.of_trip(trip).any(|other| other == leg)));
            }
        }
        let counted: usize = encounters.per_pair.values().map(|count| count.certain + count.possible).sum();
        prop_assert_eq!(counted, encounters.all.len());
    }
}
