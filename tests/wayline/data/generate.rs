//! Made-up files: sound, as large as asked for, and the same every time.

use wayline::{
    data::Generator,
    model::{Document, Trip, TripStatus, load},
    time::When,
};

const SMALL: Generator = Generator { trips: 1000, lanes: 20, seed: 7, compact: false };

fn text(generator: Generator) -> String {
    let mut bytes = Vec::new();
    generator.write(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// Trips by country, day and traveller.
fn trips(loaded: &Document) -> Vec<String> {
    let chronicle = &loaded.chronicle;
    let of_trip = |trip: &Trip| {
        let told: Vec<_> = trip.accounts().iter().map(|account| account.when.edtf().to_string()).collect();
        format!(
            "{} {} {told:?}",
            chronicle.traveller(trip.traveller).unwrap_or_default(),
            chronicle.country(trip.country).name
        )
    };
    chronicle.trips.iter().map(of_trip).collect()
}

#[test]
fn the_same_seed_makes_the_same_bytes() {
    assert_eq!(text(SMALL), text(SMALL));
    assert_ne!(text(SMALL), text(Generator { seed: 8, ..SMALL }));
}

#[test]
fn as_many_trips_and_lanes_as_asked_for_and_no_problem() {
    let check = |trips: u32, lanes: u32| {
        let loaded = load(text(Generator { trips, lanes, ..SMALL }));
        assert_eq!(loaded.problems, [], "{trips} trips, {lanes} lanes");
        assert_eq!((loaded.chronicle.trips.len(), loaded.chronicle.countries.len()), (trips as usize, lanes as usize));
    };
    check(1000, 20);
    check(0, 1);
    check(1, 1);
    check(300, 1);
    check(50, 1200);
}

#[test]
fn one_line_says_the_same_as_many() {
    let (many, one) = (text(SMALL), text(Generator { compact: true, ..SMALL }));
    assert_eq!(one.lines().count(), 1);
    assert!(8000 < many.lines().count() && many.ends_with("\n)\n"), "{}", many.lines().count());
    assert_eq!(trips(&load(one)), trips(&load(many)));
}

#[test]
fn it_is_like_what_people_write() {
    let loaded = load(text(SMALL));
    let trips = &loaded.chronicle.trips;
    let within = |what: &str, count: usize, expected: std::ops::Range<usize>| {
        assert!(expected.contains(&count), "{what}: {count} of 1000, expected {expected:?}");
    };
    let whens = || trips.iter().filter_map(|trip| trip.accounts().first()).map(|account| &account.when);
    within("vague", whens().filter(|when| !When::is_exact(when)).count(), 80..160);
    within("up to 8 days", whens().filter(|when| when.possible().days() <= 8).count(), 800..1000);
    within("told of twice", trips.iter().filter(|trip| 1 < trip.accounts().len()).count(), 150..350);
    within("not confirmed", trips.iter().filter(|trip| trip.status != TripStatus::Confirmed).count(), 10..60);
    within("travellers", loaded.chronicle.travellers.len(), 8..26);
    assert!(whens().all(|when| (1900..2000).contains(&when.possible().start().year())));
}
