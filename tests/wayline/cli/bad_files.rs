//! Files with problems: what `check` says of them and where, and that the other trips are still listed.

use std::fs;
use std::path::Path;

use predicates::prelude::PredicateBooleanExt as _;
use predicates::str::contains;
use serde_json::Value;

use super::{FINE, PROBLEMS, file_with, keys, sorted};
use crate::support::DEFAULT_FILE;
use crate::support::cli::{count, default_rows, folder, output, rows, wayline};

/// The problems of a file without the findings about what it says.
fn problems(folder: &Path, file: &str) -> Vec<Value> {
    let mut rows = rows(folder, &["check", file, "--format", "json"]);
    rows.retain(|row| row["severity"] == "error");
    rows
}

#[test]
fn the_program_brings_its_file_along() {
    let folder = folder();
    // A file of the same name in the working folder is none of its business.
    fs::write(folder.path().join("data.ron"), "(").unwrap();
    let fine = contains("no problems").and(contains("52 trips"));
    wayline(folder.path(), &["check"]).assert().code(FINE).stdout(fine);
    assert_eq!(count(&default_rows(&["check"]), "severity", "error"), 0);
    wayline(folder.path(), &["check", "data.ron"]).assert().code(PROBLEMS);
}

/// A problem of the third trip: its code, column, what is underlined; and the other trips are still listed.
fn check_bad_trip(bad: &str, code: &str, underlined: &str) {
    const LINE: usize = 5;
    let folder = folder();
    let path = folder.path();
    let text = file_with(bad);
    fs::write(path.join("trips.ron"), &text).unwrap();
    let line = text.lines().nth(LINE - 1).unwrap();
    let column = line.find(underlined).unwrap() + 1;

    let problems = problems(path, "trips.ron");
    let [problem] = problems.as_slice() else { panic!("{bad}: {problems:#?}") };
    assert_eq!(sorted(&keys(problem)), sorted(&["severity", "code", "message", "line", "column", "trips"]));
    assert_eq!((&problem["severity"], &problem["code"]), (&"error".into(), &code.into()), "{bad}");
    assert_eq!((&problem["line"], &problem["column"]), (&LINE.into(), &column.into()), "{bad}");

    let (report, status) = output(path, &["check", "trips.ron", "--code", code]);
    let lines: Vec<&str> = report.lines().collect();
    assert_eq!(status, PROBLEMS, "{bad}");
    assert!(lines[0].starts_with(&format!("error[{code}]: ")), "{report}");
    assert_eq!(lines[1], format!(" --> trips.ron:{LINE}:{column}"));
    let (source, carets) = (lines[3].strip_prefix("5 | ").unwrap(), lines[4].strip_prefix("  | ").unwrap());
    assert_eq!(source, line);
    assert_eq!(carets.find('^'), Some(column - 1), "{report}");
    assert_eq!(carets.trim(), "^".repeat(underlined.chars().count()), "{report}");

    let trips = rows(path, &["list", "trips.ron", "--format", "json"]);
    let countries: Vec<_> = trips.iter().map(|trip| trip["country"].as_str().unwrap()).collect();
    assert_eq!(countries, ["China", "Poland", "Cuba"], "{bad}");
    wayline(path, &["list", "trips.ron"]).assert().code(PROBLEMS).stderr(contains(code));
}

#[test]
fn a_bad_trip_is_named_and_the_others_are_listed() {
    check_bad_trip(r#"(country: "Hungary", dates: "1956", plce: ["Budapest"]),"#, "unknown-field", "plce");
    check_bad_trip(r#"(country: "Hungary", dates: "1956-02-30"),"#, "bad-date", "\"1956-02-30\"");
    check_bad_trip(r#"(country: "Hungary", dates: "3 March 1949"),"#, "bad-date", "\"3 March 1949\"");
    check_bad_trip(r#"(country: "Hungary", dates: "Y10000"),"#, "year-out-of-range", "\"Y10000\"");
    check_bad_trip(r#"(country: "Hungary", dates: "Y-12000"),"#, "year-out-of-range", "\"Y-12000\"");
    let reversed = r#""1956-06-20/1956-06-17""#;
    check_bad_trip(&format!("(country: \"Hungary\", dates: {reversed}),"), "end-before-start", reversed);
    check_bad_trip(r#"(dates: "1956-06-17/1956-06-20"),"#, "missing-country", "(");
    check_bad_trip(r#"(country: 7, dates: "1956-06-17/1956-06-20"),"#, "wrong-type", "7");
}

#[test]
fn a_file_cut_off_in_the_middle_keeps_its_first_trips() {
    let folder = folder();
    let text = file_with(r#"(country: "Hungary", dates: "1956-06-17/1956-06-20"),"#);
    let cut = text.find("1956-06-17").unwrap() + 6;
    fs::write(folder.path().join("trips.ron"), &text[..cut]).unwrap();
    let problems = problems(folder.path(), "trips.ron");
    let [problem] = problems.as_slice() else { panic!("{problems:#?}") };
    assert_eq!((&problem["code"], &problem["line"], &problem["column"]), (&"cut-off".into(), &5.into(), &9.into()));
    let report = contains("5 |         (country: \"Hungary\"").and(contains("\n  |         ^\n"));
    wayline(folder.path(), &["check", "trips.ron"]).assert().code(PROBLEMS).stdout(report);
    let trips = rows(folder.path(), &["list", "trips.ron", "--format", "json"]);
    assert_eq!(trips.iter().map(|trip| &trip["country"]).collect::<Vec<_>>(), ["China", "Poland"]);
}

#[test]
fn every_half_of_the_default_file_is_read_without_a_crash() {
    // Wherever a file is cut, it is reported and what came before stays.
    let folder = folder();
    let whole = DEFAULT_FILE;
    for share in 1..8 {
        let cut = whole.floor_char_boundary(whole.len() * share / 8);
        fs::write(folder.path().join("trips.ron"), &whole[..cut]).unwrap();
        wayline(folder.path(), &["check", "trips.ron"]).assert().code(PROBLEMS).stdout(contains("could be read"));
    }
}

#[test]
fn two_bad_trips_are_two_problems() {
    let folder = folder();
    let text = file_with("(dates: \"1956\"),\n        (country: \"Hungary\", dates: \"1956-13\"),");
    fs::write(folder.path().join("trips.ron"), text).unwrap();
    let problems = problems(folder.path(), "trips.ron");
    let found: Vec<_> = problems.iter().map(|problem| (&problem["code"], &problem["line"])).collect();
    assert_eq!(found, [(&"missing-country".into(), &5.into()), (&"bad-date".into(), &6.into())]);
}
