//! What two editions of a file say otherwise.

mod properties;

use insta::assert_snapshot;
use wayline::export::difference_text;
use wayline::model::difference::Difference;
use wayline::model::merge::Part;
use wayline::model::{Document, default_file};

use crate::support::document as read;

fn difference(old: &Document, new: &Document) -> Difference {
    Difference::new(&[old, new].map(|document| Part { chronicle: &document.chronicle, file: &document.name }))
}

fn text(old: &str, new: &str) -> String {
    difference_text(&difference(&read(old), &read(new)), false)
}

/// A file of trips, with what else it has.
fn trips(trips: &[&str], rest: &str) -> String {
    format!("(trips: [{}], {rest})", trips.join(", "))
}

const PARIS: &str = r#"(country: "France", dates: "1960-05-01/1960-05-10", places: ["Paris"])"#;
const ROME: &str = r#"(country: "Italy", dates: "1961-03-01/1961-03-04", places: ["Rome"])"#;

#[test]
fn a_moved_date_is_one_change_among_trips_that_stay() {
    let moved = PARIS.replace("1960-05-10", "1960-05-12");
    assert_snapshot!(text(&trips(&[PARIS, ROME], ""), &trips(&[ROME, &moved], "")), @"
    1 account moved

    moved    France, 1–12 May 1960
             dates: 1960-05-01/1960-05-10 → 1960-05-01/1960-05-12 (now starts the same day, ends 2 days later)
    ");
    // In another year, by the same words.
    let year = PARIS.replace("1960-", "1956-");
    assert_snapshot!(text(&trips(&[PARIS, ROME], ""), &trips(&[ROME, &year], "")), @"
    1 account moved

    moved    France, 1–10 May 1956
             dates: 1960-05-01/1960-05-10 → 1956-05-01/1956-05-10 (now starts 1,461 days earlier, ends 1,461 days earlier)
    ");
}

#[test]
fn what_is_told_otherwise_is_named_field_by_field() {
    let old = r#"(country: "France", dates: "1960-05-01", kind: treaty, places: ["Paris", "Lyon"], leaders: [(name: "Ann", office: "Mayor"), (name: "Bo")])"#;
    let new = r#"(country: "France", dates: "1960-05-01", status: planned, places: ["Paris", "Nice"], leaders: [(name: "Ann", office: "President"), (name: "Bo")], verbatim: "May 1", details: "By train.")"#;
    assert_snapshot!(text(&trips(&[old], ""), &trips(&[new], "")), @"
    1 account changed

    changed  France, planned, 1 May 1960
             verbatim: – → May 1
             kind: treaty → unspecified
             status: confirmed → planned
             places: + Nice, − Lyon
             offices: + President, − Mayor
             details: – → By train.
    ");
}

#[test]
fn a_country_put_right_is_one_change() {
    let right = PARIS.replace("France", "Monaco");
    assert_snapshot!(text(&trips(&[PARIS, ROME], ""), &trips(&[&right, ROME], "")), @"
    1 account changed

    changed  Monaco, 1–10 May 1960
             country: France → Monaco
    ");
}

#[test]
fn stays_that_have_nothing_in_common_are_two() {
    let other = r#"(country: "France", dates: "1960-06-11/1960-06-12", places: ["Nice"])"#;
    assert_snapshot!(text(&trips(&[PARIS], ""), &trips(&[other], "")), @"
    1 account added, 1 removed

    removed  France, 1–10 May 1960
             places: Paris
    added    France, 11–12 June 1960
             places: Nice
    ");
}

/// Of two stays that both moved, each is paired with what it became, not with the nearer one.
#[test]
fn stays_are_paired_by_the_best_choice_for_all() {
    let [first, second] = ["01/1960-05-03", "06/1960-05-08"].map(|days| PARIS.replace("01/1960-05-10", days));
    let [third, fourth] = ["05/1960-05-07", "10/1960-05-12"].map(|days| PARIS.replace("01/1960-05-10", days));
    assert_snapshot!(text(&trips(&[&first, &second], ""), &trips(&[&fourth, &third], "")), @"
    2 accounts moved

    moved    France, 5–7 May 1960
             dates: 1960-05-01/1960-05-03 → 1960-05-05/1960-05-07 (now starts 4 days later, ends 4 days later)
    moved    France, 10–12 May 1960
             dates: 1960-05-06/1960-05-08 → 1960-05-10/1960-05-12 (now starts 4 days later, ends 4 days later)
    ");
}

const TOGETHER: &str = r#"(
    sources: [(id: "list"), (id: "album")],
    trips: [(country: "France", accounts: [(source: "list", dates: "1960-05-01"), (source: "album", dates: "1960-05-02")])],
)"#;
const APART: &str = r#"(
    sources: [(id: "list"), (id: "album")],
    trips: [(country: "France", source: "album", dates: "1960-05-02"), (country: "France", source: "list", dates: "1960-05-01")],
)"#;
const ALONE: &str = r#"(
    sources: [(id: "list"), (id: "album")],
    trips: [(country: "France", source: "list", dates: "1960-05-01")],
)"#;

#[test]
fn trips_joined_and_parted_are_changes_of_their_own() {
    assert_snapshot!(text(APART, TOGETHER), @"
    1 trip told together or apart

    joined   trips
             France, 2 May 1960 (album)
             France, 1 May 1960 (list)
    ");
    assert_snapshot!(text(TOGETHER, APART), @"
    1 trip told together or apart

    parted   trips
             France, 2 May 1960 (album)
             France, 1 May 1960 (list)
    ");
    // An account more is no trip more.
    assert_snapshot!(text(ALONE, TOGETHER), @"
    1 account added

    added    France, 2 May 1960 (album)
             of a trip that both files have
    ");
}

#[test]
fn facts_beside_the_trips_are_compared_too() {
    let old = trips(
        &[PARIS],
        r#"title: "Journeys", countries: [(name: "France", also: ["Gaul"])], events: [(kind: gift, country: "France", title: "Vase")]"#,
    );
    let new = trips(
        &[PARIS],
        r#"title: "Trips", countries: [(name: "France", link: "French Republic")], events: [(kind: gift, country: "France", title: "Vase", dates: "1960"), (kind: honour, country: "France", title: "Star")]"#,
    );
    assert_snapshot!(text(&old, &new), @"
    4 other facts

    changed  title: Journeys → Trips
    changed  countries: France
             also: Gaul → –
             link: – → French Republic
    changed  events: Vase, gift, France
             dates: – → 1960
    added    events: Star, honour, France
    ");
}

#[test]
fn a_source_by_another_name_is_the_same_source() {
    let [old, new] =
        ["First", "Second"].map(|name| trips(&[PARIS], &format!("sources: [(id: \"one\", name: \"{name}\")]")));
    assert_snapshot!(text(&old, &new), @"
    1 other fact

    changed  sources: First → Second
    ");
}

#[test]
fn the_file_that_comes_with_the_program_differs_from_itself_in_nothing() {
    let document = default_file();
    assert_snapshot!(difference_text(&difference(&document, &document), false), @"no difference");
}
