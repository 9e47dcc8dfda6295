//! `wayline merge`: what it writes, in which formats, and what it refuses.

use std::fs;

use predicates::str::contains;
use serde_json::Value;

use super::{FINE, keys, sorted};
use crate::support::cli::{UNUSABLE, folder, output, wayline};

const PAGE: &str =
    "Country,Dates,Places\nFrance,1960-05-01/1960-05-10,Paris\nMalta,1962-03,Valletta\nItaly,1961-03-01,Rome\n";
const ARCHIVE: &str = r#"(
    sources: [(id: "archive", name: "Archive")],
    trips: [
        (country: "FRA", dates: "1960-05-02/1960-05-10", places: ["Paris"]),
        (country: "Malta", dates: "1962-03-05", places: ["Valletta"]),
    ],
)"#;

/// A folder with two files of the same journeys.
fn two_files() -> tempfile::TempDir {
    let folder = folder();
    fs::write(folder.path().join("page.csv"), PAGE).unwrap();
    fs::write(folder.path().join("archive.ron"), ARCHIVE).unwrap();
    folder
}

#[test]
fn a_list_and_a_file_become_one_whichever_comes_first() {
    let folder = two_files();
    let (one, status) = output(folder.path(), &["merge", "page.csv", "archive.ron"]);
    assert_eq!(status, FINE);
    assert_eq!(output(folder.path(), &["merge", "archive.ron", "page.csv"]).0, one);
    wayline(folder.path(), &["merge", "page.csv", "archive.ron", "-o", "both.ron"])
        .assert()
        .success()
        .stderr(contains("5 accounts of 2 sources are 4 trips\njoined: 1 certain; 1 uncertain pair left apart"));
    assert_eq!(fs::read_to_string(folder.path().join("both.ron")).unwrap(), one);
    // The file says the same to all other commands.
    let (listed, _) = output(folder.path(), &["list", "both.ron", "--format", "csv"]);
    assert_eq!(listed.lines().filter(|line| line.contains("1960-05-01-france")).count(), 2, "{listed}");
    assert_eq!(output(folder.path(), &["merge", "both.ron", "page.csv"]).0, one);
    let (likely, _) = output(folder.path(), &["merge", "page.csv", "archive.ron", "--likely"]);
    assert_eq!(likely.matches("accounts: [").count(), 2);
}

#[test]
fn a_report_is_of_the_format_that_its_name_says() {
    let folder = two_files();
    let report = |name: &str| {
        wayline(folder.path(), &["merge", "page.csv", "archive.ron", "-o", "both.ron", "--report", name])
            .assert()
            .success();
        fs::read(folder.path().join(name)).unwrap()
    };
    let text = String::from_utf8(report("r.txt")).unwrap();
    insta::assert_snapshot!(text);
    let json: Value = serde_json::from_slice(&report("r.json")).unwrap();
    let fields = ["accounts", "repeated", "trips", "joined", "sources", "agreement", "uncertain", "alike_travellers"];
    assert_eq!(keys(&json), sorted(&fields));
    assert_eq!(json["uncertain"][0]["evidence"][0]["points"], json["uncertain"][0]["points"]);
    let csv = String::from_utf8(report("r.csv")).unwrap();
    assert_eq!(
        csv.lines().next(),
        Some("relation,trip,traveller,country,source_1,dates_1,source_2,dates_2,points,reasons")
    );
    assert_eq!(csv.lines().count(), 1 + 4 + 1, "{csv}");
    assert!(report("r.pdf").starts_with(b"%PDF"));
}

#[test]
fn nothing_is_written_over_an_input_or_for_a_call_that_is_none() {
    let folder = two_files();
    let refused = |arguments: &[&str], words: &str| {
        wayline(folder.path(), arguments).assert().code(UNUSABLE).stderr(contains(words));
    };
    refused(&["merge", "page.csv", "archive.ron", "-o", "archive.ron"], "archive.ron");
    assert_eq!(fs::read_to_string(folder.path().join("archive.ron")).unwrap(), ARCHIVE);
    refused(&["merge", "page.csv", "archive.ron", "--report", "r.doc"], "ends in .txt, .json, .csv");
    refused(&["merge", "page.csv", "missing.ron"], "missing.ron");
    refused(&["merge", "page.csv", "--same", "Joe Biden"], "expected two names");
}
