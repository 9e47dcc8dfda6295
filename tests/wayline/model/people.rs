//! People whose names are written in several ways.

use wayline::model::{Chronicle, Filter, NameWords, Statistics, Tours, TripSet, load, search};

const FILE: &str = r#"(
    trips: [
        (id: "a", traveller: "Jean Monnet", country: "Italy", dates: "1950", leaders: [(name: "Alcide De Gasperi")]),
        (id: "b", traveller: "J. Monnet", country: "Italy", dates: "1951", leaders: [(name: "A. De Gasperi")]),
        (id: "c", traveller: "Monnet", country: "Italy", dates: "1952", leaders: [(name: "De Gasperi, A.")]),
        (id: "d", traveller: "Robert Schuman", country: "Italy", dates: "1953", leaders: [(name: "Luigi Einaudi")]),
    ],
    people: [
        (name: "Jean Monnet", also: ["J. Monnet", "Monnet"]),
        (name: "Alcide De Gasperi", also: ["A. De Gasperi"]),
    ],
)"#;

fn statistics_of(chronicle: &Chronicle) -> Statistics {
    let shown = Filter::default().apply(chronicle, &TripSet::default());
    let tours = Tours::new(chronicle, &shown, 7);
    Statistics::new(chronicle, &shown, &tours)
}

/// Pairs of names that may be of one person.
fn alike(names: &[&str]) -> Vec<[String; 2]> {
    let trips = names.iter().map(|name| format!("(country: \"Italy\", dates: \"1950\", leaders: [(name: {name:?})])"));
    let chronicle = load(format!("(trips: [{}])", trips.collect::<Vec<_>>().join(", "))).chronicle;
    let leaders = statistics_of(&chronicle).leaders;
    let name = |position: usize| leaders.named[position].name.to_string();
    leaders.alike.iter().map(|&(one, other)| [name(one), name(other)]).collect()
}

#[test]
fn spellings_are_joined_where_the_file_says_so() {
    let document = load(FILE.to_owned());
    assert!(document.problems.is_empty(), "{:?}", document.problems);
    let chronicle = document.chronicle;
    let travellers: Vec<_> = chronicle.indexed_travellers().map(|(_, traveller)| traveller.name.as_str()).collect();
    assert_eq!(travellers, ["Jean Monnet", "Robert Schuman"]);
    let leaders = statistics_of(&chronicle).leaders;
    let told: Vec<_> =
        leaders.named.iter().map(|leader| (&*leader.name, leader.also.len(), leader.meetings.trips.len())).collect();
    assert_eq!(told, [("Alcide De Gasperi", 1, 2), ("De Gasperi, A.", 0, 1), ("Luigi Einaudi", 0, 1)]);
    let shown = Filter::default().apply(&chronicle, &TripSet::default());
    let found = |text: &str| search(&chronicle, &shown, &NameWords::default(), text).trips.len();
    assert_eq!(found("leader:Alcide"), 2, "also where the source has the initial alone");
    assert_eq!(found("traveller:Monnet"), 3);
}

#[test]
fn each_account_keeps_the_name_that_its_source_prints() {
    let chronicle = load(FILE.to_owned()).chronicle;
    let printed: Vec<_> = chronicle.trips.iter().map(|trip| trip.accounts()[0].leaders[0].name.to_string()).collect();
    assert_eq!(printed, ["Alcide De Gasperi", "A. De Gasperi", "De Gasperi, A.", "Luigi Einaudi"]);
}

#[test]
fn a_spelling_of_two_people_is_a_problem() {
    let text = r#"(trips: [(country: "Italy", dates: "1950")],
        people: [(name: "A. B.", also: ["B."]), (name: "C. B.", also: ["B."]), (name: " ", also: [])])"#;
    let document = load(text.to_owned());
    let problems: Vec<_> = document.problems.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(problems, ["`B.` is listed twice; the first one is used", "the name of the person is empty"]);
    let people = &document.chronicle.people;
    assert_eq!(people.name_of("B."), "A. B.");
    assert_eq!(people.name_of("C. B."), "C. B.");
    assert_eq!(people.name_of("Someone else"), "Someone else");
}

#[test]
fn names_that_may_be_of_one_person_are_told() {
    let check = |one: &str, other: &str, is_alike: bool| {
        assert_eq!(!alike(&[one, other]).is_empty(), is_alike, "{one}, {other}");
    };
    check("Joseph Stalin", "I. V. Stalin", true);
    check("K. U. Chernenko", "Konstantin Chernenko", true);
    check("Khrushchev", "Nikita Khrushchev", true);
    check("Nikita Khrushchev", "Nikita Khrushchov", true);
    check("George Bush", "George H. W. Bush", true);
    check("George H. W. Bush", "George W. Bush", false);
    check("Nicolae Ceaușescu", "NICOLAE CEAUSESCU", true);
    check("De Gasperi, Alcide", "Alcide De Gasperi", true);
    check("George Bush", "G. H. W. Bush", true);
    check("George H. W. Bush", "Laura Bush", false);
    check("N. S. Khrushchev", "Sergei Khrushchev", false);
    check("Li Peng", "Li Xiannian", false);
    check("Kim Il", "Kim Il Sung", false);
}

#[test]
fn names_alike_of_many_are_told_in_their_order() {
    let names = ["Konstantin Chernenko", "Mao Zedong", "Zedong Mao", "K. Chernenko"];
    let pairs = alike(&names);
    assert_eq!(pairs, [["Konstantin Chernenko", "K. Chernenko"], ["Mao Zedong", "Zedong Mao"]]);
}
