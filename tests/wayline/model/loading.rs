//! Large files: shown while they are read, given up at once, and understood whatever comes first.

use wayline::model::{self, Chronicle, Filter, Findings, Progress, Reading, Tours, TripSet};

use crate::generator::Generator;

const TRIPS: u32 = 12_000;

fn made_up(trips: u32) -> String {
    let mut text = Vec::new();
    Generator { trips, lanes: 20, seed: 7, compact: false }.write(&mut text).unwrap();
    String::from_utf8(text).unwrap()
}

/// Each trip by what anyone sees of it.
fn words(chronicle: &Chronicle) -> impl Iterator<Item = String> {
    let words = |trip| wayline::layout::describe_trip(chronicle, Reading::Either, trip);
    chronicle.trips.iter().map(move |trip| format!("{} {}", trip.id(chronicle), words(trip)))
}

#[test]
fn the_beginning_of_a_file_is_shown_while_the_rest_is_read() {
    let progress = Progress::default();
    let mut parts = Vec::new();
    let mut show = |part| parts.push((progress.share(), part));
    let loaded = model::load_watched(made_up(TRIPS), &progress, Some(&mut show)).unwrap();
    let whole: Vec<_> = words(&loaded.chronicle).collect();
    assert_eq!((loaded.problems, whole.len()), (Vec::new(), 12_000));
    let [(share, part)] = parts.as_slice() else { panic!("{} parts", parts.len()) };
    let part: Vec<_> = words(&part.chronicle).collect();
    assert!((10_000..12_000).contains(&part.len()) && 0.5 < *share && *share <= 1.0, "{share}");
    assert!(whole.starts_with(&part), "what was shown stays as it was");
    assert!((progress.share() - 1.0).abs() < 0.01);
    let findings = Findings::new(&loaded.chronicle, &loaded.text);
    assert_eq!(&findings, model::load(made_up(TRIPS)).findings());
}

#[test]
fn a_load_that_is_given_up_ends_with_nothing() {
    let progress = Progress::default();
    let mut parts = 0;
    let mut cancel = |_| {
        parts += 1;
        progress.cancel();
    };
    assert!(model::load_watched(made_up(TRIPS), &progress, Some(&mut cancel)).is_none());
    assert_eq!(parts, 1);
}

#[test]
fn sources_and_countries_may_stand_behind_the_trips_that_name_them() {
    let lists = [
        r#"sources: [(id: "list", name: "List"), (id: "album", name: "Album")],"#,
        r#"countries: [(name: "China", today: "PRC")],"#,
        r#"trips: [(country: "China", source: "album", dates: "1956"), (country: "Cuba", source: "list", dates: "1957")],"#,
    ];
    let in_order = model::load(format!("({})", lists.concat()));
    let backwards = model::load(format!("({}{}{})", lists[2], lists[1], lists[0]));
    assert_eq!((&in_order.problems, &backwards.problems), (&Vec::new(), &Vec::new()));
    assert!(words(&in_order.chronicle).eq(words(&backwards.chronicle)));
    assert_eq!(backwards.chronicle.country(backwards.chronicle.trips[0].country).today.as_deref(), Some("PRC"));
}

#[test]
fn tours_join_the_trips_of_one_traveller() {
    let trip = |who: &str, country: &str, days: &str| {
        format!("(traveller: \"{who}\", country: \"{country}\", dates: \"1956-06-{days}\"),")
    };
    let trips = [
        trip("A", "China", "01/1956-06-03"),
        trip("B", "Cuba", "02/1956-06-04"),
        trip("A", "Mongolia", "04/1956-06-06"),
        trip("B", "Peru", "05/1956-06-06"),
    ];
    let loaded = model::load(format!("(trips: [{}])", trips.concat()));
    let chronicle = &loaded.chronicle;
    let shown = Filter::default().apply(chronicle, &TripSet::default());
    let tours = Tours::new(chronicle, &shown, 2);
    let named: Vec<_> = tours.all.iter().map(|tour| (tour.name(chronicle), tours.legs(tour).len())).collect();
    assert_eq!(named, [("Tour of 1956, A".to_owned(), 2), ("Tour of 1956, B".to_owned(), 2)]);
    assert!(loaded.findings().all.iter().all(|finding| finding.code.key() != "two-countries-one-day"));
    assert_eq!(
        model::search(chronicle, &shown, &model::NameWords::default(), "b").trips.len(),
        2,
        "the trips of B, one of them to Cuba"
    );
}
