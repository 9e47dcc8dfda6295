//! `wayline diff`: its exit status, its formats, imports, and as a driver of git.

use std::fs;

use serde_json::{Value, json};

use super::{FINE, PROBLEMS, keys, sorted};
use crate::support::cli::{check_unusable, folder, output};

const OLD: &str = r#"(
    title: "Journeys",
    trips: [
        (country: "France", dates: "1960-05-01/1960-05-10", places: ["Paris"]),
        (country: "Italy", dates: "1961-03-01", places: ["Rome *"]),
        (country: "Malta", dates: "1962"),
    ],
)"#;
const NEW: &str = r#"(
    title: "Journeys",
    trips: [
        (country: "Malta", dates: "1962", details: "By ship."),
        (country: "France", dates: "1960-05-02/1960-05-10", places: ["Paris", "Lyon"]),
        (country: "Cuba", dates: "1963-01-01"),
    ],
)"#;

/// What a call about the two files writes, with its exit status.
fn diff(old: &str, new: &str, arguments: &[&str]) -> (String, i32) {
    let folder = folder();
    fs::write(folder.path().join("old.ron"), old).unwrap();
    fs::write(folder.path().join("new.ron"), new).unwrap();
    output(folder.path(), &[&["diff", "old.ron", "new.ron"], arguments].concat())
}

#[test]
fn the_exit_status_says_whether_files_differ() {
    assert_eq!(diff(OLD, OLD, &[]), ("no difference\n".to_owned(), FINE));
    assert_eq!(diff(OLD, NEW, &[]).1, PROBLEMS);
    let folder = folder();
    fs::write(folder.path().join("old.ron"), OLD).unwrap();
    check_unusable(folder.path(), &["diff", "old.ron", "nowhere.ron"], "nowhere.ron");
}

#[test]
fn a_difference_is_text_or_markdown() {
    insta::assert_snapshot!(diff(OLD, NEW, &[]).0, @"
    1 account added, 1 removed, 1 moved, 1 changed

    moved    France, 2–10 May 1960
             dates: 1960-05-01/1960-05-10 → 1960-05-02/1960-05-10 (now starts 1 day later, ends the same day)
             places: + Lyon
    removed  Italy, 1 March 1961
             places: Rome *
    changed  Malta, some time in 1962
             details: – → By ship.
    added    Cuba, 1 January 1963
    ");
    insta::assert_snapshot!(diff(OLD, NEW, &["--format", "markdown"]).0, @r"
    1 account added, 1 removed, 1 moved, 1 changed

    - **moved** France, 2–10 May 1960
      - dates: 1960-05-01/1960-05-10 → 1960-05-02/1960-05-10 (now starts 1 day later, ends the same day)
      - places: + Lyon
    - **removed** Italy, 1 March 1961
      - places: Rome \*
    - **changed** Malta, some time in 1962
      - details: – → By ship.
    - **added** Cuba, 1 January 1963
    ");
}

#[test]
fn the_fields_of_a_difference_are_a_contract() {
    let (text, status) = diff(OLD, NEW, &["--format", "json"]);
    assert_eq!(status, PROBLEMS);
    let found: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(sorted(&keys(&found)), sorted(&["changes", "trips", "facts"]));
    let moved = json!({
        "change": "moved", "source": "", "traveller": "", "country": "France", "dates": "1960-05-02/1960-05-10",
        "known_trip": true, "moved": [1, 0],
        "fields": [
            {"field": "dates", "old": "1960-05-01/1960-05-10", "new": "1960-05-02/1960-05-10"},
            {"field": "places", "old": ["Paris"], "new": ["Paris", "Lyon"]},
        ],
    });
    assert_eq!(found["changes"][0], moved);
    let sorts: Vec<&Value> = found["changes"].as_array().unwrap().iter().map(|change| &change["change"]).collect();
    assert_eq!(sorts, ["moved", "removed", "changed", "added"]);
}

/// Two editions of a page of a wiki, saved under two names: the names of the files are no difference.
#[test]
fn imports_are_compared_by_what_they_tell() {
    let folder = folder();
    let page = "Country,Dates,Places\nFrance,1 May 1960,Paris\nItaly,2 May 1960,Rome\nMalta,5 May 1960,Valletta\n";
    fs::write(folder.path().join("last_year.csv"), page).unwrap();
    fs::write(folder.path().join("now.csv"), page).unwrap();
    assert_eq!(output(folder.path(), &["diff", "last_year.csv", "now.csv"]), ("no difference\n".to_owned(), FINE));
    fs::write(folder.path().join("now.csv"), page.replace("2 May", "3 May")).unwrap();
    insta::assert_snapshot!(output(folder.path(), &["diff", "last_year.csv", "now.csv"]).0, @"
    1 account moved

    moved    Italy, 3 May 1960
             dates: 1960-05-02 → 1960-05-03 (now starts 1 day later, ends 1 day later)
             verbatim: 2 May 1960 → 3 May 1960
    ");
}
